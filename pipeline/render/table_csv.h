/*
 * A table of a document as CSV (RFC 4180): what is printed, for a program.
 */
#ifndef GONGBAO_RENDER_TABLE_CSV_H
#define GONGBAO_RENDER_TABLE_CSV_H

#include <glib.h>

struct doc_node;
struct document;
struct numbering;

/*
 * One record for all rows of the head, then one for each row of the body, each
 * of as many fields as the table has columns; a cell that spans is repeated.
 *
 * - UTF-8 with a byte order mark: without it the spreadsheets of Chinese
 *   systems read GBK.  Lines end with CR LF.
 * - Levels of the head are joined, "2024 / Growth"; so is a group row, which
 *   has no record of its own, with the head of each row below it.
 * - A number is the printed one, its digits not grouped, with "-" for a minus
 *   and nothing for a plus; a percent sign stays.
 * - Marks of notes and the notes are left out; a line break is a blank.
 * - Text that a spreadsheet would take for a formula has an apostrophe before
 *   it.
 *
 * The caller frees the result.
 */
GString *table_csv(const struct doc_node *table,
    const struct document *document, const struct numbering *numbering);

#endif
