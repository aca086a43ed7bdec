/*
 * Rows that no page holds, alone or tied together by spans: nothing of them is
 * lost.  Their lines are put into boxes, top to bottom, between which a page
 * may end.
 */
#include <glib.h>

#include "base/arena.h"
#include "page/compose.h"
#include "page/table.h"

/* So many boxes stand together on either side of a page's end. */
#define EDGE_BOXES 2

/* Cutting rows; y from the top of the first. */
struct cutter {
    struct table *table;
    struct set_cell *next; /* of the rows that have not been begun */
    GPtrArray *cells;      /* of those that have, with lines in no box yet */
    const struct table_row *rows;
    int count;
    struct flow_repeat *between; /* where a page begins with a row */
    struct flow_repeat *within;  /* and where it begins inside one */
    GPtrArray *boxes;            /* of struct flow_box */
};

/* The top of the highest line that is in no box, above end; or end. */
static len next_top(const struct cutter *cutter, len end)
{
    len top = end;

    for (guint i = 0; i < cutter->cells->len; i++) {
        const struct set_cell *c = g_ptr_array_index(cutter->cells, i);

        top = MIN(top, c->top);
    }
    return top;
}

/* Puts a cell's lines whose tops are above end into the slice at y. */
static void take_cell(
    struct set_cell *c, struct table_row *slice, len y, len end)
{
    while (c->lines != NULL && c->top < end) {
        struct line *line = c->lines;

        c->lines = line->next;
        line->next = NULL;
        c->top = MAX(c->top, y);
        table_put_lines(slice, line, &c->style, c->top - y);
        c->top += c->style.line;
        slice->height = MAX(slice->height, c->top - y);
    }
}

static void take_lines(
    const struct cutter *cutter, struct table_row *slice, len y, len end)
{
    guint i = 0;

    while (i < cutter->cells->len) {
        struct set_cell *c = g_ptr_array_index(cutter->cells, i);

        take_cell(c, slice, y, end);
        if (c->lines == NULL) {
            g_ptr_array_remove_index(cutter->cells, i);
        } else {
            i++;
        }
    }
}

/* The cells of a row whose top is y, and the places of their ids. */
static void begin_row(
    struct cutter *cutter, int row, struct table_row *slice, len y)
{
    table_put_anchor(cutter->table, slice, slice->tr);
    for (; cutter->next != NULL && cutter->next->row == row;
         cutter->next = cutter->next->next) {
        table_put_anchor(cutter->table, slice, cutter->next->node);
        cutter->next->top = y + cutter->table->compose->style->table.gap;
        if (cutter->next->lines != NULL) {
            g_ptr_array_add(cutter->cells, cutter->next);
        }
    }
}

static void add_box(struct cutter *cutter, const struct table_row *slice,
    struct flow_repeat *repeat, bool has_ground)
{
    struct compose *compose = cutter->table->compose;
    struct flow_box *box = flow_box_new(compose);

    if (has_ground) {
        flow_box_append(box, table_row_ground(cutter->table, slice));
    }
    flow_box_append(box, slice->items);
    box->height = slice->height;
    box->penalty = FLOW_ROW;
    box->repeat = repeat;
    box->notes = flow_notes(compose, slice->notes);
    g_ptr_array_add(cutter->boxes, box);
}

/* The boxes of one row whose top is y: itself, or if too tall, its lines. */
static void cut_row(struct cutter *cutter, int row, len y)
{
    const struct table_row *whole = &cutter->rows[row];
    bool is_tall = table_is_too_tall(cutter->table, whole->height);
    struct flow_repeat *repeat =
        row == 0 ? cutter->table->repeat : cutter->between;
    len line = cutter->table->compose->style->text[STYLE_TABLE_CELL].line;
    len foot = y + whole->height;
    len end = row + 1 == cutter->count ? INT64_MAX : foot;
    bool is_first = true;

    do {
        struct table_row slice = {.tr = whole->tr};

        if (is_first) {
            begin_row(cutter, row, &slice, y);
        }
        take_lines(cutter, &slice, y,
            is_tall ? MIN(next_top(cutter, end - line) + line, end) : end);
        if (next_top(cutter, end) >= end) {
            slice.height = MAX(slice.height, foot - y);
        }
        add_box(cutter, &slice, repeat, is_first);
        y += slice.height;
        repeat = cutter->within;
        is_first = false;
    } while (next_top(cutter, end) < end);
}

/* The header of all rows, if it can stand beside each of them. */
static const struct doc_node *common_header(const struct cutter *cutter)
{
    const struct set_cell *cell = cutter->next;
    len height = 0;

    if (cell == NULL || cell->node->kind != DOC_TH ||
        cell->node->as.cell.rowspan < cutter->count) {
        return NULL;
    }
    for (const struct line *line = cell->lines; line != NULL;
         line = line->next) {
        height += cell->style.line;
    }
    for (int i = 0; i < cutter->count; i++) {
        len room = cutter->rows[i].height;

        if (table_is_too_tall(cutter->table, room)) {
            room = EDGE_BOXES * cell->style.line;
        }
        if (height > room) {
            return NULL;
        }
    }
    return cell->node;
}

/* Gives the boxes to the flow; penalty: after the last. */
static void add_boxes(const struct cutter *cutter, int penalty)
{
    guint count = cutter->boxes->len;

    for (guint i = 0; i < count; i++) {
        struct flow_box *box = g_ptr_array_index(cutter->boxes, i);
        bool is_edge = i + 1 < EDGE_BOXES || i + EDGE_BOXES == count;

        if (i + 1 == count) {
            box->penalty = penalty;
        } else if (count >= 2 * EDGE_BOXES && is_edge) {
            box->penalty = FLOW_NEVER;
        }
        flow_add(cutter->table->flow, box);
    }
}

void table_add_tall_rows(
    struct table *table, const struct table_row *rows, int count, int penalty)
{
    struct table_row *own = table_rows_new(table, count);
    struct cutter cutter = {.table = table, .rows = own, .count = count};
    const struct doc_node *header;
    g_autoptr(GPtrArray) boxes = g_ptr_array_new();
    g_autoptr(GPtrArray) cells = g_ptr_array_new();
    len y = 0;

    cutter.boxes = boxes;
    cutter.cells = cells;
    for (int i = 0; i < count; i++) {
        own[i].tr = rows[i].tr;
    }
    /* Pages end meanwhile, and their heads use the scratch arena. */
    cutter.next =
        table_set_cells(table, table->compose->arena, own, count, PAGE_CONTENT);
    table_find_heights(table, own, count, cutter.next);
    header = common_header(&cutter);
    cutter.between = table_repeat_within(table, header, false);
    cutter.within = table_repeat_within(table, header, true);
    for (int i = 0; i < count; i++) {
        cut_row(&cutter, i, y);
        y += own[i].height;
    }
    add_boxes(&cutter, penalty);
}
