/*
 * Cells of comma-separated values (RFC 4180), as all programs write them.
 */
#ifndef GONGBAO_BASE_CELLS_H
#define GONGBAO_BASE_CELLS_H

#include <glib.h>

/* Before the first cell of a file that people open: UTF-8 to spreadsheets. */
#define CELLS_BYTE_ORDER_MARK "\xEF\xBB\xBF"

/* Appends a cell as it is, quoted where it must be. */
void cells_append(GString *out, const char *text);

/*
 * The same for people: a text that a spreadsheet would take for a formula gets
 * an apostrophe before it.
 */
void cells_append_guarded(GString *out, const char *text);

#endif
