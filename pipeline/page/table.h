/*
 * The parts of setting a table.  Only the table's own files see this header.
 */
#ifndef GONGBAO_PAGE_TABLE_H
#define GONGBAO_PAGE_TABLE_H

#include <stdbool.h>

#include "doc/doc.h"
#include "page/flow.h"
#include "page/para.h"

struct flat;

struct table_column {
    len min;      /* width of the widest piece that cannot be broken */
    len hard;     /* of the widest that may not be, in any case */
    len max;      /* width on one line */
    len whole;    /* widest part of a number up to its decimal point */
    len fraction; /* and from it on */
    len x;        /* of the text, from the edge of the table */
    len width;    /* of the text */
    bool has_decimals;
};

struct table {
    struct compose *compose;
    struct flow *flow;
    const struct doc_node *node;
    struct table_column *columns;
    int count;
    len measure;
    struct flow_repeat *repeat; /* from the row on that is being added */
};

/* The style of a cell's text, by the row and the alignment. */
void table_cell_style(const struct table *table, const struct doc_node *cell,
    struct text_style *style);

/*
 * Width of the number on the line that item i begins, up to its decimal point
 * and from it on; a forced break ends the line.  Returns the next line's item.
 */
size_t table_split(
    const struct flat *flat, size_t i, len *whole, len *fraction);

/*
 * Measures every cell and gives the columns their places (table_widths.c).
 * False, reported: they are wider than the line, however narrow each is.
 */
bool table_measure(struct table *table);

/*
 * Shares out width among columns by their min and max: columns that need less
 * than an equal share get what they need, the others the rest, each at least
 * its min where that is possible.
 */
void table_share(struct table_column *columns, int count, len width);

/* A row's cells set: lines of each, and heights (table_rows.c). */
struct table_row {
    const struct doc_node *tr;
    len height;
    struct page_item *items; /* y from the top of the row */
    struct note_mark *notes;
};

/* Sets rows that spans tie together, count of them. */
void table_set_rows(struct table *table, struct table_row *rows, int count,
    enum page_role role);

/* Rows from tr on that spans tie together. */
int table_tied_rows(const struct doc_node *tr);

/* A rule as wide as the table; what a row has below its text (table_head.c). */
struct page_item *table_rule(
    const struct table *table, len y, len weight, struct page_color color);
struct page_item *table_row_ground(
    const struct table *table, const struct table_row *row);

/* All head rows with their rules, as one row without an element. */
void table_set_head(
    struct table *table, enum page_role role, struct table_row *head);

/* What later pages begin with; group: the row of the one that goes on. */
struct flow_repeat *table_repeat_new(
    struct table *table, const struct doc_node *group);

/* In the arena. */
struct table_row *table_rows_new(const struct table *table, int count);

/* Cuts a row that no page holds; adds its lines as boxes. */
void table_add_tall_row(struct table *table, const struct doc_node *tr);

/* The left edge and the width of the columns that a cell covers. */
len table_cell_x(const struct table *table, const struct doc_node *cell);
len table_cell_width(const struct table *table, const struct doc_node *cell);

static inline bool table_is_cell(const struct doc_node *node)
{
    return node->kind == DOC_TH || node->kind == DOC_TD;
}

#endif
