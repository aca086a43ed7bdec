/*
 * The folder of releases: NNNN-HHHHHHHH/ a release, and the link "current" to
 * one of them.  A release is there as a whole or not at all; what a run that
 * was killed left is removed by the next one.
 */
#ifndef GONGBAO_RELEASE_FOLDER_H
#define GONGBAO_RELEASE_FOLDER_H

#include <stdbool.h>

#include <glib.h>

struct diag;

struct folder {
    char *path;
    int lock;      /* its descriptor */
    char *current; /* the name of the current release; NULL: there is none */
};

enum folder_state { FOLDER_OPEN, FOLDER_LOCKED, FOLDER_FAILED };

/*
 * Makes the folder where it is not there, and locks it against other runs, for
 * as long as this process and those that inherit the lock are there.  LOCKED
 * and FAILED are reported; else the caller closes it.
 */
enum folder_state folder_open(
    struct folder *folder, const char *path, struct diag *diag);
void folder_close(struct folder *folder);

/* The same without lock, for who only reads. */
void folder_look(struct folder *folder, const char *path);

/* The path of a release, or of something else in it.  The caller frees it. */
char *folder_path(const struct folder *folder, const char *name);

/* "0007-1a2b3c4d": 7; 0: it is not the name of a release. */
unsigned folder_serial(const char *name);

/* The name of a release.  The caller frees it. */
char *folder_name(unsigned serial, const char *sha256);

/* The serial that the next release has. */
unsigned folder_next_serial(const struct folder *folder);

/* Removes what runs left that did not come to their end.  False: reported. */
bool folder_clean(const struct folder *folder, struct diag *diag);

/* An empty folder for a release that is being made; NULL: reported.  The caller
 * frees the path. */
char *folder_begin(const struct folder *folder, struct diag *diag);

/*
 * All that is in it is on disk, then it gets its name, then current leads to
 * it.  False: reported; current is as it was.
 */
bool folder_finish(struct folder *folder, const char *made, const char *name,
    struct diag *diag);

/* Removes all releases but the current one and the count before it.  False:
 * reported. */
bool folder_keep(
    const struct folder *folder, unsigned count, struct diag *diag);

/* The names of releases, oldest first.  The caller unrefs it. */
GPtrArray *folder_list(const struct folder *folder);

/* Removes a release so that it is never there in part.  False: reported. */
bool folder_remove(
    const struct folder *folder, const char *name, struct diag *diag);

#endif
