/*
 * U4, U5: tables are whole grids, and each cell of data reaches the headers
 * of its column and of its row, by Headers and IDs, strictly (Matterhorn
 * Protocol 15-003): those of other rows or columns do not count.
 */
#include <string.h>

#include "tagged.h"

struct cell {
    const struct element *element;
    int row; /* of the whole table */
    int column;
    int part; /* THead, TBody ...: the which of them */
    bool in_head;
};

struct grid {
    struct tagged *tagged;
    const struct element *table;
    GArray *cells;           /* of struct cell */
    GArray *until;           /* int: by column, the row behind its last cell */
    GHashTable *places;      /* element to index in cells + 1 */
    GPtrArray *row_heads;    /* of GArray of guint: by row, TH beside it */
    GPtrArray *column_heads; /* the same by column, TH above */
    int rows;
    int columns; /* of the first row */
    int part;
};

static void free_array(void *array)
{
    g_array_unref(array);
}

/* The array with that index, made where it is missing. */
static GArray *list_at(GPtrArray *lists, int index)
{
    while (lists->len <= (guint)index) {
        g_ptr_array_add(lists, g_array_new(FALSE, FALSE, sizeof(guint)));
    }
    return g_ptr_array_index(lists, index);
}

static bool has_scope(const struct element *element, const char *scope)
{
    return element->scope != NULL && (strcmp(element->scope, scope) == 0 ||
                                         strcmp(element->scope, "Both") == 0);
}

/* --- the grid --- */

static int until_of(const struct grid *grid, int column)
{
    return (guint)column < grid->until->len
               ? g_array_index(grid->until, int, column)
               : 0;
}

static void note_heads(struct grid *grid, const struct cell *cell, guint index)
{
    const struct element *element = cell->element;

    if (!element_is(element, "TH")) {
        return;
    }
    for (int i = 0; i < element->row_span && has_scope(element, "Row"); i++) {
        g_array_append_val(list_at(grid->row_heads, cell->row + i), index);
    }
    for (int i = 0; i < element->column_span && has_scope(element, "Column");
         i++) {
        g_array_append_val(
            list_at(grid->column_heads, cell->column + i), index);
    }
}

static void place(struct grid *grid, struct cell *cell)
{
    const struct element *element = cell->element;
    int row_end = cell->row + element->row_span;
    guint index = grid->cells->len;

    if (element->row_span < 1 || element->column_span < 1 ||
        element->row_span > 100000 || element->column_span > 1000) {
        find(grid->tagged, "u4", element, "a span that is none");
        return;
    }
    while (until_of(grid, cell->column) > cell->row) {
        cell->column++;
    }
    for (int i = 0; i < element->column_span; i++) {
        int column = cell->column + i;

        if (until_of(grid, column) > cell->row) {
            find(grid->tagged, "u4", element, "it overlaps another cell");
        }
        if ((guint)column >= grid->until->len) {
            g_array_set_size(grid->until, (guint)column + 1);
        }
        g_array_index(grid->until, int, column) = row_end;
    }
    g_array_append_val(grid->cells, *cell);
    g_hash_table_insert(
        grid->places, (void *)element, GUINT_TO_POINTER(index + 1));
    note_heads(grid, cell, index);
}

static void add_row(struct grid *grid, const struct element *tr, bool in_head)
{
    struct cell cell = {
        .row = grid->rows, .part = grid->part, .in_head = in_head};
    int filled = 0;

    for (guint i = 0; i < tr->kids->len; i++) {
        cell.element = g_array_index(tr->kids, struct kid, i).element;
        if (element_is(cell.element, "TH") || element_is(cell.element, "TD")) {
            place(grid, &cell);
        }
    }
    while (until_of(grid, filled) > grid->rows) {
        filled++;
    }
    if (grid->rows == 0) {
        grid->columns = filled;
    }
    if (filled != grid->columns || (guint)filled < grid->until->len) {
        find(grid->tagged, "u4", tr, "a row of %d columns, the first has %d",
            filled, grid->columns);
    }
    grid->rows++;
}

/* Cells do not go on behind the part that they are in. */
static void end_part(struct grid *grid, const struct element *part)
{
    for (int i = 0; (guint)i < grid->until->len; i++) {
        if (until_of(grid, i) > grid->rows) {
            find(grid->tagged, "u4", part, "a cell goes on behind its end");
            g_array_index(grid->until, int, i) = grid->rows;
        }
    }
    grid->part++;
}

static void add_part(struct grid *grid, const struct element *part)
{
    for (guint i = 0; i < part->kids->len; i++) {
        const struct element *tr =
            g_array_index(part->kids, struct kid, i).element;

        if (element_is(tr, "TR")) {
            add_row(grid, tr, element_is(part, "THead"));
        }
    }
    end_part(grid, part);
}

/* --- the headers of a cell --- */

static bool meet(int a, int a_span, int b, int b_span)
{
    return a < b + b_span && b < a + a_span;
}

/* Whether a header is one for the cell: beside it, above it, or of a group of
 * rows that the cell is in. */
static bool concerns(const struct cell *head, const struct cell *cell)
{
    const struct element *h = head->element;
    const struct element *c = cell->element;
    bool is_above = head->row <= cell->row;

    if (has_scope(h, "Column") && is_above &&
        meet(head->column, h->column_span, cell->column, c->column_span)) {
        return true;
    }
    if (!has_scope(h, "Row")) {
        return false;
    }
    return meet(head->row, h->row_span, cell->row, c->row_span) ||
           (is_above && head->part == cell->part);
}

static const struct cell *cell_of(const struct grid *grid, const char *id)
{
    const struct element *element =
        g_hash_table_lookup(grid->tagged->element_by_id, id);
    guint index =
        GPOINTER_TO_UINT(g_hash_table_lookup(grid->places, (void *)element));

    return index == 0 ? NULL
                      : &g_array_index(grid->cells, struct cell, index - 1);
}

/* Adds what a cell names to the set; what that names in its turn does not
 * count, for it may be a header of other columns as well. */
static void reach(
    const struct grid *grid, const struct cell *from, GHashTable *reached)
{
    const GPtrArray *headers = from->element->headers;

    for (guint i = 0; headers != NULL && i < headers->len; i++) {
        const char *id = g_ptr_array_index(headers, i);
        const struct cell *head = cell_of(grid, id);

        if (head == NULL || !element_is(head->element, "TH")) {
            find(grid->tagged, "u5", from->element,
                "it names %s, which is no header of the table", id);
        } else if (!concerns(head, from)) {
            find(grid->tagged, "u5", from->element,
                "it names a header of another row or column");
        } else {
            g_hash_table_add(reached, (void *)head->element);
        }
    }
}

/* Each header in the list that concerns the cell must be reached. */
static void require(const struct grid *grid, const struct cell *cell,
    GHashTable *reached, GPtrArray *lists, int from, int span, const char *of)
{
    for (int k = from; k < from + span && (guint)k < lists->len; k++) {
        const GArray *list = g_ptr_array_index(lists, k);

        for (guint i = 0; i < list->len; i++) {
            const struct cell *head = &g_array_index(
                grid->cells, struct cell, g_array_index(list, guint, i));

            if (head->element != cell->element && concerns(head, cell) &&
                (head->in_head || head->part == cell->part) &&
                !g_hash_table_contains(reached, head->element)) {
                find(grid->tagged, "u5", cell->element,
                    "it does not reach a header of its %s", of);
                return;
            }
        }
    }
}

/* Of labels over the whole width, the nearest one above holds. */
static void require_group(const struct grid *grid, const struct cell *cell,
    GHashTable *reached, const struct cell *group)
{
    if (group != NULL && group->part == cell->part &&
        !g_hash_table_contains(reached, group->element)) {
        find(grid->tagged, "u5", cell->element,
            "it does not reach the label of its group of rows");
    }
}

static void check_cell(
    struct grid *grid, const struct cell *cell, const struct cell *group)
{
    const struct element *element = cell->element;
    GHashTable *reached;

    if (element_is(element, "TH")) {
        char *text = element_text(grid->tagged, element);

        if (text[strspn(text, " ")] == '\0') {
            find(grid->tagged, "u5", element, "an empty header");
        }
        if (!has_scope(element, "Row") && !has_scope(element, "Column")) {
            find(grid->tagged, "u5", element, "it has no Scope");
        }
        g_free(text);
        return;
    }
    reached = g_hash_table_new(NULL, NULL);
    reach(grid, cell, reached);
    require(grid, cell, reached, grid->column_heads, cell->column,
        element->column_span, "column");
    require(grid, cell, reached, grid->row_heads, cell->row, element->row_span,
        "row");
    require_group(grid, cell, reached, group);
    g_hash_table_destroy(reached);
}

static void check_cells(struct grid *grid)
{
    const struct cell *group = NULL;

    for (guint i = 0; i < grid->cells->len; i++) {
        const struct cell *cell = &g_array_index(grid->cells, struct cell, i);

        check_cell(grid, cell, group);
        if (element_is(cell->element, "TH") && !cell->in_head &&
            grid->columns > 1 && cell->element->column_span == grid->columns) {
            group = cell;
        }
    }
    /* A table of text may have no heads; of heads none may be missing. */
    for (int i = 0; grid->column_heads->len > 0 && i < grid->columns; i++) {
        if (list_at(grid->column_heads, i)->len == 0) {
            find(grid->tagged, "u5", grid->table, "column %d has no header",
                i + 1);
        }
    }
}

/* --- the parts of a table --- */

static void check_parts(struct tagged *tagged, const struct element *table)
{
    int heads = 0;
    int feet = 0;
    int bodies = 0;
    int captions = 0;

    for (guint i = 0; i < table->kids->len; i++) {
        const struct element *kid =
            g_array_index(table->kids, struct kid, i).element;

        heads += element_is(kid, "THead");
        feet += element_is(kid, "TFoot");
        bodies += element_is(kid, "TBody");
        if (element_is(kid, "Caption")) {
            captions++;
            if (i > 0 && i + 1 < table->kids->len) {
                find(tagged, "u4", kid, "it is neither first nor last");
            }
        }
        if (element_is(kid, "THead") && bodies > 0) {
            find(tagged, "u4", kid, "it comes after a body");
        }
    }
    if (heads > 1 || feet > 1 || captions > 1) {
        find(tagged, "u4", table, "two heads, feet or captions");
    }
    if (heads + feet > 0 && bodies == 0) {
        find(tagged, "u4", table, "a head and no body");
    }
}

static void check_table(struct tagged *tagged, const struct element *table)
{
    struct grid grid = {.tagged = tagged,
        .table = table,
        .cells = g_array_new(FALSE, TRUE, sizeof(struct cell)),
        .until = g_array_new(FALSE, TRUE, sizeof(int)),
        .places = g_hash_table_new(NULL, NULL),
        .row_heads = g_ptr_array_new_with_free_func(free_array),
        .column_heads = g_ptr_array_new_with_free_func(free_array)};

    check_parts(tagged, table);
    for (guint i = 0; i < table->kids->len; i++) {
        const struct element *kid =
            g_array_index(table->kids, struct kid, i).element;

        if (element_is(kid, "TR")) {
            add_row(&grid, kid, false);
        } else if (kid != NULL && !element_is(kid, "Caption")) {
            add_part(&grid, kid);
        }
    }
    end_part(&grid, table);
    check_cells(&grid);
    g_array_unref(grid.cells);
    g_array_unref(grid.until);
    g_hash_table_destroy(grid.places);
    g_ptr_array_unref(grid.row_heads);
    g_ptr_array_unref(grid.column_heads);
}

void check_tables(struct tagged *tagged)
{
    for (guint i = 0; i < tagged->elements->len; i++) {
        const struct element *element = g_ptr_array_index(tagged->elements, i);

        if (element_is(element, "Table")) {
            check_table(tagged, element);
        }
    }
}
