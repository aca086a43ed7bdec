/*
 * Folders of files: made, copied, removed and brought to the disk as a whole.
 * What is made can be read by everyone, whatever the umask.
 */
#ifndef GONGBAO_BASE_TREE_H
#define GONGBAO_BASE_TREE_H

#include <stdbool.h>

#include <glib.h>

struct diag;

#define TREE_SHA256 65 /* in hexadecimal digits, with its end */

/* The folder and those above it.  False: reported (DIAG_OUTPUT). */
bool tree_make(const char *folder, struct diag *diag);

/*
 * Copies a file; sha256, where it is not NULL, is of the bytes that were
 * copied.  False: reported (DIAG_INPUT_READ or DIAG_OUTPUT).
 */
bool tree_copy(const char *from, const char *to, char sha256[TREE_SHA256],
    struct diag *diag);

/*
 * A second name of a file.  False, not reported: the file system does not allow
 * it, or there is no such file.
 */
bool tree_link(const char *from, const char *to);

/* Writes a new file; not synced: tree_sync does that for all.  False:
 * reported. */
bool tree_write(
    const char *path, const void *bytes, gsize size, struct diag *diag);

/* A file that another program wrote, whatever its umask.  False: reported. */
bool tree_open_to_all(const char *path, struct diag *diag);

/* SHA-256 and size of a file.  False: reported (DIAG_INPUT_READ). */
bool tree_sha256(const char *path, char sha256[TREE_SHA256], gint64 *size,
    struct diag *diag);

/* All that was written on the file system of this folder is on its disk.
 * False: reported. */
bool tree_sync(const char *folder, struct diag *diag);

/*
 * The folder with all in it; links are not followed, and what is not there is
 * no fault.  False: reported (DIAG_OUTPUT).
 */
bool tree_remove(const char *folder, struct diag *diag);

/* The files below folder, by their names from there, in order of bytes.  NULL:
 * reported (DIAG_INPUT_READ).  The caller unrefs it. */
GPtrArray *tree_list(const char *folder, struct diag *diag);

/* Puts a symbolic link in the place of another one, or of none, so that there
 * is always one of the two.  False: reported. */
bool tree_switch(const char *link, const char *target, struct diag *diag);

#endif
