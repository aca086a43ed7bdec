/*
 * Whole files of bytes that nobody has looked at yet.
 */
#ifndef GONGBAO_BASE_FILES_H
#define GONGBAO_BASE_FILES_H

#include <stdbool.h>

#include <glib.h>

struct diag;

/* What the file holds.  NULL: reported (DIAG_INPUT_READ).  The caller unrefs
 * it. */
GBytes *files_read(const char *path, struct diag *diag);

/* True if the file is there and holds these bytes. */
bool files_hold(const char *path, const void *bytes, size_t size);

/*
 * The last part of a name, which may be anything, as one that every file system
 * takes: valid UTF-8 of at most 200 bytes, without folders, control characters
 * and any of \ : * ? " < > |, not empty and with no dot before it.  The caller
 * frees it.
 */
char *files_plain_name(const char *name);

/*
 * The file as seen from the working folder, where it is below it; else, and
 * where path is relative, as it is.  A name that is a link stays, for who looks
 * at it again has to see that it leads elsewhere.  The caller frees it.
 */
char *files_local_name(const char *path);

#endif
