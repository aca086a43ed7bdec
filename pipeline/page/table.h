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
    bool is_turned;             /* stands on a turned page */
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

/* Measures every cell, for lines of the table's measure (table_widths.c). */
void table_take(struct table *table);

/* The least width of a table that is measured. */
len table_least(const struct table *table);

/*
 * Gives the columns their places.  False, reported: they are wider than the
 * line, however narrow each is.
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
    len slack;               /* of the height, for whole lines */
    struct page_item *items; /* y from the top of the row */
    struct note_mark *notes;
};

/* A cell that is set and waits for the heights of its rows. */
struct set_cell {
    struct set_cell *next;
    const struct doc_node *node;
    struct line *lines;
    struct text_style style;
    int row;
    len top; /* of its next line, while rows are cut */
};

/* The lines of a cell; x from the edge of the table, y from the baseline. */
struct line *table_set_cell(struct table *table, struct arena *arena,
    const struct doc_node *cell, struct text_style *style, enum page_role role);

/* All cells of rows, in order. */
struct set_cell *table_set_cells(struct table *table, struct arena *arena,
    const struct table_row *rows, int count, enum page_role role);

/* Heights by the cells of one row, then by those that span several. */
void table_find_heights(const struct table *table, struct table_row *rows,
    int count, const struct set_cell *cells);

/* From the top of a cell's rows to its first line: heads stand at the foot. */
len table_cell_top(const struct table *table, const struct table_row *rows,
    const struct set_cell *cell);

/* Puts lines into the row, the first one at y. */
void table_put_lines(struct table_row *row, struct line *line,
    const struct text_style *style, len y);

/* Puts the place of a node with an id at the top of the row. */
void table_put_anchor(
    struct table *table, struct table_row *row, const struct doc_node *node);

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

/*
 * The same where tied rows go on, or (is_cut) one row does, with a blank where
 * it is cut; header: of all that is tied, repeated beside what goes on, or
 * NULL.
 */
struct flow_repeat *table_repeat_within(
    struct table *table, const struct doc_node *header, bool is_cut);

/* In the arena. */
struct table_row *table_rows_new(const struct table *table, int count);

/*
 * Adds rows that spans tie together and no page holds: a box for each row, or
 * for each line of a row that is too tall itself (table_tall.c).  penalty: of
 * a page's end after the last.
 */
void table_add_tall_rows(
    struct table *table, const struct table_row *rows, int count, int penalty);

/* No page holds a row of that height. */
bool table_is_too_tall(const struct table *table, len height);

/* The left edge and the width of the columns that a cell covers. */
len table_cell_x(const struct table *table, const struct doc_node *cell);
len table_cell_width(const struct table *table, const struct doc_node *cell);

static inline bool table_is_cell(const struct doc_node *node)
{
    return node->kind == DOC_TH || node->kind == DOC_TD;
}

#endif
