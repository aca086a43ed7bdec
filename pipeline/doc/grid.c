/*
 * The grid of a table: each cell takes the first free columns of its row, as
 * in HTML.  Every row must fill the grid and no two cells may meet, so that a
 * reader who hears the table is told the right heads.
 */
#include "doc/parts.h"

#include <glib.h>

struct grid {
    struct diag *diag;
    enum doc_align *aligns; /* of the columns */
    int *below;             /* rows that a cell above still takes */
    int columns;
    bool fits;
};

static int count_columns(const struct doc_node *table)
{
    const struct doc_node *body = doc_child(table, DOC_THEAD);
    int columns = 0;

    for (const struct doc_node *n = table->first; n != NULL; n = n->next) {
        columns += n->kind == DOC_COL ? 1 : 0;
    }
    if (columns > 0) {
        return columns;
    }
    if (body == NULL) {
        body = doc_child(table, DOC_TBODY);
    }
    for (const struct doc_node *n = body->first->first; n != NULL;
         n = n->next) {
        columns += n->as.cell.colspan;
    }
    return columns;
}

static void read_aligns(struct grid *grid, const struct doc_node *table)
{
    int column = 0;

    for (const struct doc_node *n = table->first; n != NULL; n = n->next) {
        if (n->kind == DOC_COL) {
            grid->aligns[column++] = n->as.align;
        }
    }
}

/* Takes the cell's columns; false: one of them is taken from above. */
static bool take(struct grid *grid, const struct doc_node *cell)
{
    int end = cell->as.cell.column + cell->as.cell.colspan;
    bool is_free = true;

    for (int i = cell->as.cell.column; i < end && i < grid->columns; i++) {
        is_free = is_free && grid->below[i] == 0;
        grid->below[i] = cell->as.cell.rowspan;
    }
    return is_free;
}

static void report_width(
    struct grid *grid, const struct doc_node *row, int filled)
{
    g_autofree char *has = g_strdup_printf("%d", filled);
    g_autofree char *wants = g_strdup_printf("%d", grid->columns);

    diag_report(grid->diag, DIAG_TABLE_GRID, doc_pos(row), has, wants);
    grid->fits = false;
}

static void lay_row(struct grid *grid, struct doc_node *row)
{
    int column = 0;

    for (struct doc_node *cell = row->first; cell != NULL; cell = cell->next) {
        while (column < grid->columns && grid->below[column] > 0) {
            column++;
        }
        cell->as.cell.column =
            (unsigned)MIN(column, DOC_COLUMNS_MAX) & DOC_COLUMNS_MAX;
        if (!cell->as.cell.has_align) {
            cell->as.cell.align =
                (column < grid->columns ? grid->aligns[column] : DOC_START) & 7;
        }
        if (!take(grid, cell)) {
            diag_report(grid->diag, DIAG_TABLE_OVERLAP, doc_pos(cell));
            grid->fits = false;
        }
        column += cell->as.cell.colspan;
    }
    while (column < grid->columns && grid->below[column] > 0) {
        column++;
    }
    if (column != grid->columns) {
        report_width(grid, row, column);
    }
    for (int i = 0; i < grid->columns; i++) {
        grid->below[i] = MAX(grid->below[i] - 1, 0);
    }
}

static void lay_rows(struct grid *grid, struct doc_node *rows)
{
    bool is_over = false;

    for (struct doc_node *row = rows->first; row != NULL; row = row->next) {
        lay_row(grid, row);
    }
    for (int i = 0; i < grid->columns; i++) {
        is_over = is_over || grid->below[i] > 0;
        grid->below[i] = 0;
    }
    if (is_over) {
        diag_report(grid->diag, DIAG_TABLE_SPAN, doc_pos(rows),
            doc_kind_name(rows->kind));
        grid->fits = false;
    }
}

bool doc_lay_grid(struct doc_node *table, struct diag *diag)
{
    struct grid grid = {diag, NULL, NULL, count_columns(table), true};
    g_autofree enum doc_align *aligns =
        g_new0(enum doc_align, (gsize)grid.columns);
    g_autofree int *below = g_new0(int, (gsize)grid.columns);

    grid.aligns = aligns;
    grid.below = below;
    read_aligns(&grid, table);
    table->as.table.columns = grid.columns;
    for (struct doc_node *n = table->first; n != NULL; n = n->next) {
        if (n->kind == DOC_THEAD || n->kind == DOC_TBODY) {
            lay_rows(&grid, n);
        }
    }
    return grid.fits;
}
