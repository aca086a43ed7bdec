/*
 * Lines of fields parted by tabs.  Numbers count the parts before.
 *
 *     gongbao-release 1
 *     p NAME VERSION TABLES             a library ("-"), a face
 *     r SHA256 PAGES TITLE PARTS        a PDF
 *     f NAME SIZE SHA256 WIDTH HEIGHT   a file
 *     c CONTENTS RELEASE                what was released last
 *     d RELEASE HOW                     and published
 */
#include "release/cache.h"

#include <stdlib.h>
#include <string.h>

#include <glib/gstdio.h>

#include "base/diag.h"
#include "base/out.h"

#define HEAD "gongbao-release\t1"
#define FIELDS 6

struct cache {
    char *folder;
    GPtrArray *parts;     /* of struct cache_part, owned */
    GHashTable *by_words; /* "name\tversion\ttables" -> the part */
    GHashTable *reports;  /* sha256 -> struct cache_report */
    GHashTable *files;    /* name -> struct cache_file */
    GHashTable *used;     /* keys of both that are kept */
    bool is_pruned;       /* while it is written: what is not used goes */
    char *contents;
    char *release;
    char *published;
    char *how;
};

static void part_free(gpointer item)
{
    struct cache_part *part = item;

    g_free(part->name);
    g_free(part->version);
    g_free(part->tables);
    g_free(part);
}

static void report_free(gpointer item)
{
    struct cache_report *report = item;

    g_free(report->title);
    g_ptr_array_unref(report->parts);
    g_free(report);
}

struct cache_part *cache_part(struct cache *cache, const char *name,
    const char *version, const char *tables)
{
    g_autofree char *words = g_strdup_printf(
        "%s\t%s\t%s", name, version, tables != NULL ? tables : "-");
    struct cache_part *part = g_hash_table_lookup(cache->by_words, words);

    if (part == NULL) {
        part = g_new0(struct cache_part, 1);
        part->name = g_strdup(name);
        part->version = g_strdup(version);
        part->tables = g_strdup(tables);
        g_ptr_array_add(cache->parts, part);
        g_hash_table_insert(cache->by_words, g_steal_pointer(&words), part);
    }
    return part;
}

/* --- reading --- */

static void read_report(struct cache *cache, char **fields)
{
    struct cache_report *report = g_new0(struct cache_report, 1);
    char *at = fields[4];

    report->pages = atoi(fields[2]);
    report->title = g_strdup(fields[3]);
    report->parts = g_ptr_array_new();
    while (*at != '\0') {
        char *end;
        unsigned long number = strtoul(at, &end, 10);

        if (end == at || number >= cache->parts->len) {
            break;
        }
        g_ptr_array_add(report->parts, cache->parts->pdata[number]);
        at = *end == ' ' ? end + 1 : end;
    }
    g_hash_table_insert(cache->reports, g_strdup(fields[1]), report);
}

static void read_file(struct cache *cache, char **fields)
{
    struct cache_file *file = g_new0(struct cache_file, 1);

    file->size = g_ascii_strtoll(fields[2], NULL, 10);
    g_strlcpy(file->sha256, fields[3], sizeof file->sha256);
    file->width = atoi(fields[4]);
    file->height = atoi(fields[5]);
    g_hash_table_insert(cache->files, g_strdup(fields[1]), file);
}

static void read_line(struct cache *cache, const char *line)
{
    g_auto(GStrv) fields = g_strsplit(line, "\t", FIELDS);
    guint count = g_strv_length(fields);
    char kind = count > 0 ? *fields[0] : '\0';

    if (kind == 'p' && count == 4) {
        cache_part(cache, fields[1], fields[2],
            strcmp(fields[3], "-") != 0 ? fields[3] : NULL);
    } else if (kind == 'r' && count == 5) {
        read_report(cache, fields);
    } else if (kind == 'f' && count == 6) {
        read_file(cache, fields);
    } else if (kind == 'c' && count == 3) {
        cache_set_release(cache, fields[1], fields[2]);
    } else if (kind == 'd' && count == 3) {
        cache_set_published(cache, fields[1], fields[2]);
    }
}

struct cache *cache_load(const char *work)
{
    struct cache *cache = g_new0(struct cache, 1);
    g_autofree char *path = NULL;
    g_autofree char *text = NULL;
    g_auto(GStrv) lines = NULL;

    cache->folder = g_build_filename(work, "release", NULL);
    cache->parts = g_ptr_array_new_with_free_func(part_free);
    cache->by_words =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    cache->reports =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, report_free);
    cache->files =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    cache->used = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    path = g_build_filename(cache->folder, "cache.tsv", NULL);
    if (g_file_get_contents(path, &text, NULL, NULL)) {
        lines = g_strsplit(text, "\n", -1);
        for (int i = 1; strcmp(lines[0], HEAD) == 0 && lines[i] != NULL; i++) {
            read_line(cache, lines[i]);
        }
    }
    return cache;
}

void cache_free(struct cache *cache)
{
    if (cache != NULL) {
        g_hash_table_unref(cache->reports);
        g_hash_table_unref(cache->files);
        g_hash_table_unref(cache->used);
        g_hash_table_unref(cache->by_words);
        g_ptr_array_unref(cache->parts);
        g_free(cache->contents);
        g_free(cache->release);
        g_free(cache->published);
        g_free(cache->how);
        g_free(cache->folder);
        g_free(cache);
    }
}

/* --- asking --- */

const char *cache_folder(const struct cache *cache)
{
    return cache->folder;
}

char *cache_path(
    const struct cache *cache, const char *key, const char *ending)
{
    return g_strdup_printf("%s/%s%s", cache->folder, key, ending);
}

static gpointer look_up(
    const struct cache *cache, GHashTable *table, const char *key)
{
    gpointer found = g_hash_table_lookup(table, key);

    if (found != NULL) {
        g_hash_table_add(cache->used, g_strdup(key));
    }
    return found;
}

const struct cache_report *cache_report(struct cache *cache, const char *sha256)
{
    return look_up(cache, cache->reports, sha256);
}

/* Somebody may have tidied up, or the disk was full. */
const struct cache_file *cache_file(struct cache *cache, const char *name)
{
    g_autofree char *path = cache_path(cache, name, "");
    const struct cache_file *file = g_hash_table_lookup(cache->files, name);
    GStatBuf info;

    return file != NULL && g_stat(path, &info) == 0 &&
                   S_ISREG(info.st_mode) && info.st_size == file->size
               ? look_up(cache, cache->files, name)
               : NULL;
}

void cache_forget_changed(struct cache *cache)
{
    struct diag *unheard = diag_new("");
    GHashTableIter iter;
    gpointer key;
    gpointer value;

    g_hash_table_iter_init(&iter, cache->files);
    while (g_hash_table_iter_next(&iter, &key, &value)) {
        const struct cache_file *file = value;
        g_autofree char *path = cache_path(cache, key, "");
        char sha256[TREE_SHA256];
        gint64 size;

        if (!tree_sha256(path, sha256, &size, unheard) ||
            strcmp(sha256, file->sha256) != 0) {
            g_hash_table_iter_remove(&iter);
        }
    }
    diag_free(unheard);
}

void cache_put_report(
    struct cache *cache, const char *sha256, struct cache_report *report)
{
    /* What stands in a line has no tabs. */
    g_strdelimit(report->title, "\t\n\r", ' ');
    g_hash_table_insert(cache->reports, g_strdup(sha256), report);
    g_hash_table_add(cache->used, g_strdup(sha256));
}

void cache_put_file(
    struct cache *cache, const char *name, const struct cache_file *file)
{
    g_hash_table_insert(
        cache->files, g_strdup(name), g_memdup2(file, sizeof *file));
    g_hash_table_add(cache->used, g_strdup(name));
}

const char *cache_release(const struct cache *cache, const char *contents)
{
    return g_strcmp0(cache->contents, contents) == 0 ? cache->release : NULL;
}

bool cache_is_published(
    const struct cache *cache, const char *release, const char *how)
{
    return g_strcmp0(cache->published, release) == 0 &&
           g_strcmp0(cache->how, how) == 0;
}

static void set(char **text, const char *value)
{
    g_free(*text);
    *text = g_strdup(value);
}

void cache_set_release(
    struct cache *cache, const char *contents, const char *release)
{
    set(&cache->contents, contents);
    set(&cache->release, release);
}

void cache_set_published(
    struct cache *cache, const char *release, const char *how)
{
    set(&cache->published, release);
    set(&cache->how, how);
}

/* --- writing --- */

static GHashTable *write_parts(const struct cache *cache, GString *text)
{
    GHashTable *numbers = g_hash_table_new(NULL, NULL);

    for (guint i = 0; i < cache->parts->len; i++) {
        const struct cache_part *part = cache->parts->pdata[i];

        g_hash_table_insert(numbers, cache->parts->pdata[i],
            GUINT_TO_POINTER(i));
        g_string_append_printf(text, "p\t%s\t%s\t%s\n", part->name,
            part->version, part->tables != NULL ? part->tables : "-");
    }
    return numbers;
}

static bool is_wanted(const struct cache *cache, const char *key)
{
    return !cache->is_pruned || g_hash_table_contains(cache->used, key);
}

static void write_reports(const struct cache *cache, GString *text)
{
    g_autoptr(GHashTable) numbers = write_parts(cache, text);
    GHashTableIter iter;
    gpointer key;
    gpointer value;

    g_hash_table_iter_init(&iter, cache->reports);
    while (g_hash_table_iter_next(&iter, &key, &value)) {
        const struct cache_report *report = value;

        if (!is_wanted(cache, key)) {
            continue;
        }
        g_string_append_printf(text, "r\t%s\t%d\t%s\t", (const char *)key,
            report->pages, report->title);
        for (guint i = 0; i < report->parts->len; i++) {
            g_string_append_printf(text, "%s%u", i > 0 ? " " : "",
                GPOINTER_TO_UINT(g_hash_table_lookup(
                    numbers, report->parts->pdata[i])));
        }
        g_string_append_c(text, '\n');
    }
}

static void write_files(const struct cache *cache, GString *text)
{
    GHashTableIter iter;
    gpointer key;
    gpointer value;

    g_hash_table_iter_init(&iter, cache->files);
    while (g_hash_table_iter_next(&iter, &key, &value)) {
        const struct cache_file *file = value;

        if (is_wanted(cache, key)) {
            g_string_append_printf(text,
                "f\t%s\t%" G_GINT64_FORMAT "\t%s\t%d\t%d\n", (const char *)key,
                file->size, file->sha256, file->width, file->height);
        }
    }
}

static void remove_unused(const struct cache *cache)
{
    g_autoptr(GDir) dir = g_dir_open(cache->folder, 0, NULL);
    const char *name;

    while (dir != NULL && (name = g_dir_read_name(dir)) != NULL) {
        if (strcmp(name, "cache.tsv") != 0 && !is_wanted(cache, name)) {
            g_autofree char *path = cache_path(cache, name, "");

            g_unlink(path);
        }
    }
}

bool cache_save(struct cache *cache, bool is_pruned, struct diag *diag)
{
    g_autoptr(GString) text = g_string_new(HEAD "\n");
    g_autofree char *path = cache_path(cache, "cache", ".tsv");

    cache->is_pruned = is_pruned;
    write_reports(cache, text);
    write_files(cache, text);
    if (cache->release != NULL) {
        g_string_append_printf(
            text, "c\t%s\t%s\n", cache->contents, cache->release);
    }
    if (cache->published != NULL) {
        g_string_append_printf(
            text, "d\t%s\t%s\n", cache->published, cache->how);
    }
    /* What a line says of a file is on disk before the line. */
    if (!tree_make(cache->folder, diag) || !tree_sync(cache->folder, diag) ||
        !out_write(path, text->str, text->len, diag)) {
        return false;
    }
    remove_unused(cache);
    return true;
}
