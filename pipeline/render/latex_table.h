/*
 * Shared by latex_table.c and latex_cell.c.
 */
#ifndef GONGBAO_RENDER_LATEX_TABLE_H
#define GONGBAO_RENDER_LATEX_TABLE_H

#include "render/latex_parts.h"

struct table_writer {
    struct latex *latex;
    const struct doc_node *table;
    struct latex_columns columns;
    enum doc_align *aligns; /* of the columns */
    int *covered;           /* rows below that a spanning cell still takes */
    GPtrArray *pending;     /* footnotes of caption and head, until a row */
    GPtrArray *anchors;     /* and what leads there */
};

/* "{4.20em}"; "L{4.20em}", the column type of text with that alignment. */
void latex_append_em(GString *out, int hundredths);
void latex_append_column(GString *out, enum doc_align align, int width);

/* The cell on one source line. */
void latex_write_cell(struct table_writer *writer, const struct doc_node *cell);

#endif
