/*
 * Comma-separated values as bytes: their encoding, and the rows of cells
 * (RFC 4180; lines end with CR LF or LF, cells are parted by comma, semicolon
 * or tab).  What the cells mean is the business of intake.h.
 */
#ifndef GONGBAO_EXCHANGE_CSV_H
#define GONGBAO_EXCHANGE_CSV_H

#include <stdbool.h>
#include <stddef.h>

#include <glib.h>

#include "base/diag.h"

#define CSV_COLUMNS_MAX 10000
#define CSV_ROW_BYTES_MAX ((size_t)1 << 20)

struct csv;

struct csv_cell {
    const char *text; /* white space folded; until the next row is read */
    size_t size;
    int line;     /* where it begins */
    size_t place; /* byte in the file, for csv_pos */
};

struct csv_row {
    const struct csv_cell *cells;
    size_t count;
    int line; /* the first one, and the last one */
    int last_line;
};

/*
 * Reads the file and decodes it; encoding is "UTF-8" or "GB18030".  NULL:
 * reported.  path must outlive the diagnostics; the caller frees it.
 */
struct csv *csv_open(
    const char *path, const char *encoding, struct diag *diag);
void csv_close(struct csv *csv);

/*
 * What parts the cells: comma, semicolon or tab, whichever the first line has
 * most of, until it is set.
 */
void csv_set_separator(struct csv *csv, char separator);

/*
 * The next row that is not empty.  False: there is none, or a fault has been
 * reported from where no row can be told from another.  A fault within a row
 * is reported and the row goes on.
 */
bool csv_next(struct csv *csv, struct csv_row *row);

/* Where the cell begins; its column is counted only here. */
struct diag_pos csv_pos(const struct csv *csv, const struct csv_cell *cell);

#endif
