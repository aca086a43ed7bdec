/*
 * What takes time to find out, kept from one release to the next by the sum of
 * what it was found in: <work>/release/cache.tsv, and files beside it.  Without
 * it all is found out again.
 */
#ifndef GONGBAO_RELEASE_CACHE_H
#define GONGBAO_RELEASE_CACHE_H

#include <stdbool.h>

#include <glib.h>

#include "base/tree.h"

struct diag;

/* A library, or a face with the sum of its tables; owned by the cache. */
struct cache_part {
    char *name;
    char *version;
    char *tables; /* NULL: a library */
};

/* What a PDF states of itself. */
struct cache_report {
    char *title;
    int pages;
    GPtrArray *parts; /* of struct cache_part; borrowed */
};

/* A file that was made of another one. */
struct cache_file {
    gint64 size;
    char sha256[TREE_SHA256];
    int width; /* of a picture, else 0 */
    int height;
};

struct cache;

/* work: the folder of work files.  The caller frees it. */
struct cache *cache_load(const char *work);
void cache_free(struct cache *cache);

/* The folder of the files. */
const char *cache_folder(const struct cache *cache);

/* <folder>/<key><ending>; the caller frees it. */
char *cache_path(
    const struct cache *cache, const char *key, const char *ending);

/* What is known by the key, which is then kept; NULL: nothing, or the file is
 * not there in its size. */
const struct cache_report *cache_report(
    struct cache *cache, const char *sha256);
const struct cache_file *cache_file(struct cache *cache, const char *name);

/* Reads all files: those with other bytes are not known any more, and made
 * again by the next who asks. */
void cache_forget_changed(struct cache *cache);

/* A part, the same one for the same words. */
struct cache_part *cache_part(struct cache *cache, const char *name,
    const char *version, const char *tables);

/* The cache takes over the report with its strings; a file is copied.  name:
 * that of the file in the folder. */
void cache_put_report(
    struct cache *cache, const char *sha256, struct cache_report *report);
void cache_put_file(
    struct cache *cache, const char *name, const struct cache_file *file);

/* The release that these contents were last made into, and whether it has been
 * published by that key; NULL: none. */
const char *cache_release(const struct cache *cache, const char *contents);
bool cache_is_published(
    const struct cache *cache, const char *release, const char *how);
void cache_set_release(
    struct cache *cache, const char *contents, const char *release);
void cache_set_published(
    struct cache *cache, const char *release, const char *how);

/* Writes all; with is_pruned only what was asked for or put, and removes other
 * files in the folder.  False: reported. */
bool cache_save(struct cache *cache, bool is_pruned, struct diag *diag);

#endif
