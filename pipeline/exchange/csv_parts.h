/*
 * Between the files csv*.c only.
 */
#ifndef GONGBAO_EXCHANGE_CSV_PARTS_H
#define GONGBAO_EXCHANGE_CSV_PARTS_H

#include <stddef.h>

#include <glib.h>

struct diag;

/*
 * The bytes in UTF-8, without a byte order mark; they are taken over and
 * *bytes becomes NULL.  Every byte that is none of the encoding is reported at
 * its place; NULL then.  The caller frees the text.
 */
char *csv_decode(const char *path, GBytes **bytes, const char *encoding,
    size_t *size, struct diag *diag);

#endif
