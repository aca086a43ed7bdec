/*
 * Whole files of bytes that nobody has looked at yet.
 */
#ifndef GONGBAO_BASE_FILES_H
#define GONGBAO_BASE_FILES_H

#include <glib.h>

struct diag;

/* What the file holds.  NULL: reported (DIAG_INPUT_READ).  The caller unrefs
 * it. */
GBytes *files_read(const char *path, struct diag *diag);

#endif
