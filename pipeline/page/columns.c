/*
 * Columns: boxes that were set to the width of one, side by side.  As much as
 * the page holds becomes one box of the flow, one column filled after the
 * other; the last such box is balanced.
 */
#include "page/columns.h"

#include "base/arena.h"
#include "page/blocks.h"
#include "page/compose.h"
#include "page/flow_parts.h"
#include "page/para.h"

#define ROOM_MIN 6    /* lines worth beginning columns on a page */
#define HEAD_LINES 4  /* for a heading that goes to the next page with them */
#define KEPT_LINES 12 /* as low as that they are one box, wherever it goes */

/* What is being divided. */
struct columns {
    struct blocks *blocks;
    struct flow_box *first; /* that stands nowhere yet; NULL: all do */
};

len columns_width(const struct compose *compose)
{
    const struct column_style *style = &compose->style->columns;

    return (compose->page->measure - style->gap * (style->count - 1)) /
           style->count;
}

/* Where a column ends: its last box, and how high it is. */
struct column_end {
    struct flow_box *last;
    len height;
};

/*
 * The most that a column of that height holds from first on, at a break that
 * is allowed; where none is, as much as fits, but one box at least.
 */
static struct column_end fill(
    const struct flow *flow, struct flow_box *first, len height)
{
    struct column_end fitting = {first, 0};
    struct column_end best = {NULL, 0};
    const struct flow_box *previous = NULL;
    len y = 0;

    for (struct flow_box *box = first; box != NULL; box = box->next) {
        len closing = flow_closing(box);

        y = flow_box_top(flow, previous, box, y) + box->height;
        if (y + closing > height && box != first) {
            break;
        }
        fitting = (struct column_end){box, y + closing};
        if (box->penalty < FLOW_NEVER || box->next == NULL) {
            best = fitting;
        }
        previous = box;
    }
    return best.last != NULL ? best : fitting;
}

/* What all columns of that height hold: the last box, and their height. */
static struct column_end fill_all(const struct columns *columns, len height)
{
    int count = columns->blocks->compose->style->columns.count;
    struct flow_box *box = columns->first;
    struct column_end all = {NULL, 0};

    for (int i = 0; i < count && box != NULL; i++) {
        struct column_end end = fill(columns->blocks->flow, box, height);

        all.last = end.last;
        all.height = MAX(all.height, end.height);
        box = end.last->next;
    }
    return all;
}

/* The lowest height at which the columns hold the rest, limit at most. */
static len balanced(const struct columns *columns, len limit)
{
    len low = 0;

    while (limit - low > LEN_PT / 8) {
        len middle = low + (limit - low) / 2;

        if (fill_all(columns, middle).last->next == NULL) {
            limit = middle;
        } else {
            low = middle;
        }
    }
    return limit;
}

static len notes_height(
    const struct columns *columns, const struct flow_box *last)
{
    len height = 0;

    for (const struct flow_box *box = columns->first; box != last->next;
         box = box->next) {
        for (const struct flow_note *note = box->notes; note != NULL;
             note = note->next) {
            height += note->height;
        }
    }
    return height > 0 ? height + flow_notes_gap(columns->blocks->compose) : 0;
}

/* A height of columns that leaves room for their notes. */
static len fitting_height(const struct columns *columns, len room, len line)
{
    len height = room;

    for (;;) {
        struct column_end end = fill_all(columns, height);

        if (height <= line ||
            end.height + notes_height(columns, end.last) <= room) {
            return end.last->next == NULL ? balanced(columns, height) : height;
        }
        height -= line;
    }
}

static void append_notes(struct flow_box *to, struct flow_note *notes)
{
    struct flow_note **end = &to->notes;

    while (*end != NULL) {
        end = &(*end)->next;
    }
    *end = notes;
}

static void append_mark(struct flow_box *to, struct flow_mark *mark, len y)
{
    struct flow_mark **end = &to->mark;

    while (*end != NULL) {
        end = &(*end)->next;
    }
    mark->y = y;
    *end = mark;
}

/* Puts one column at x into the box; returns what comes after it. */
static struct flow_box *put_column(const struct columns *columns,
    struct flow_box *to, struct flow_box *first, len height, len x)
{
    const struct flow *flow = columns->blocks->flow;
    struct compose *compose = columns->blocks->compose;
    struct column_end end = fill(flow, first, height);
    struct flow_box *rest = end.last->next;
    const struct flow_box *previous = NULL;
    len y = 0;

    if (first->repeat != NULL) {
        struct page_item *head =
            first->repeat->make_head(compose, first->repeat);

        items_shift(head, x, 0);
        flow_box_append(to, head);
    }
    for (struct flow_box *box = first; box != rest; box = box->next) {
        y = flow_box_top(flow, previous, box, y);
        items_shift(box->first, x, y);
        flow_box_append(to, box->first);
        items_shift(box->second, x, y);
        flow_box_append(to, box->second);
        append_notes(to, box->notes);
        if (box->mark != NULL) {
            append_mark(to, box->mark, y);
        }
        y += box->height;
        previous = box;
    }
    if (flow_closing(end.last) > 0) {
        struct page_item *closing =
            rest->repeat->make_closing(compose, rest->repeat);

        items_shift(closing, x, y);
        flow_box_append(to, closing);
    }
    to->height = MAX(to->height, end.height);
    to->after = end.last->after;
    return rest;
}

/*
 * Height for columns on what is left of the page, or on the next one.  Low
 * columns do not ask: the pages before them end where that suits all of it.
 */
static len room_for(const struct columns *columns, len line, bool is_begin)
{
    const struct compose *compose = columns->blocks->compose;
    struct column_end low = fill_all(columns, KEPT_LINES * line);
    len room;

    if (is_begin && low.last->next == NULL) {
        return KEPT_LINES * line;
    }
    room = flow_room(columns->blocks->flow);
    if (is_begin) {
        room -= columns->first->before;
    }
    if (room < ROOM_MIN * line) {
        room = compose->page->depth;
        if (is_begin) {
            room -= HEAD_LINES * compose->style->text[STYLE_BODY].line;
        }
    }
    return MAX(room, line);
}

void columns_add(struct blocks *blocks, struct flow_box *first, len line)
{
    struct compose *compose = blocks->compose;
    len step = columns_width(compose) + compose->style->columns.gap;
    struct columns columns = {.blocks = blocks, .first = first};

    while (columns.first != NULL) {
        struct flow_box *box = flow_box_new(compose);
        bool is_begin = columns.first == first;
        len room = room_for(&columns, line, is_begin);
        len height = fitting_height(&columns, room, line);

        box->before = is_begin ? first->before : 0;
        box->is_on_grid = first->is_on_grid;
        box->is_snapped = columns.first->is_on_grid;
        for (int i = 0;
             i < compose->style->columns.count && columns.first != NULL; i++) {
            columns.first =
                put_column(&columns, box, columns.first, height, i * step);
        }
        if (columns.first == NULL) {
            /* Else text below would read on from one column into the other. */
            box->after = MAX(box->after, compose->style->text[STYLE_BODY].line);
        }
        flow_add(blocks->flow, box);
    }
}
