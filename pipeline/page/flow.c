/*
 * Collects boxes.  What waits for pages is a list; when it is some pages long,
 * those that the rest will change no more are made.
 */
#include "page/flow_parts.h"

#include "page/compose.h"

/* Lines that stay with a heading above them. */
#define HEADING_LINES 2

/* This part of the gap above a box may go to put it on the grid. */
#define GAP_PART 4

/* Pages that wait before the first ones are made. */
#define LOOK_AHEAD 6

struct flow *flow_new(struct compose *compose)
{
    struct flow *flow = g_new0(struct flow, 1);

    flow->compose = compose;
    flow->is_front = true;
    flow->number = 1;
    flow->pages = g_array_new(FALSE, TRUE, sizeof(struct page));
    flow->outline = g_array_new(FALSE, TRUE, sizeof(struct page_outline));
    return flow;
}

struct flow *flow_new_column(struct compose *compose)
{
    struct flow *flow = flow_new(compose);

    flow->is_column = true;
    return flow;
}

struct flow_box *flow_take_column(struct flow *flow)
{
    struct flow_box *first = flow->first;

    g_array_unref(flow->pages);
    g_array_unref(flow->outline);
    g_free(flow);
    return first;
}

bool flow_is_column(const struct flow *flow)
{
    return flow->is_column;
}

/* The grid line at or below y, or above it where a little of the gap does. */
static len snap(len y, len gap, len pitch)
{
    len excess = y % pitch;

    return excess <= gap / GAP_PART ? y - excess : y - excess + pitch;
}

/* The blank between two boxes may be lower: it is not one within the text. */
static bool is_elastic(
    const struct flow_box *previous, const struct flow_box *box)
{
    return previous->is_heading || box->is_heading || !previous->is_text ||
           !box->is_text || (previous->kind == FLOW_DISPLAY && box->is_first);
}

len flow_squeezed_top(const struct flow *flow, const struct flow_box *previous,
    const struct flow_box *box, len y, int squeeze)
{
    const struct style *style = flow->compose->style;
    len gap;

    if (previous == NULL) {
        return box->repeat != NULL ? box->repeat->height : 0;
    }
    gap = MAX(previous->after, box->before);
    if ((box->is_snapped || flow->compose->page->is_counted) &&
        flow->compose->page->has_grid) {
        return snap(y + gap, gap, style->text[STYLE_BODY].line);
    }
    if (squeeze > 0 && is_elastic(previous, box)) {
        gap -= gap * squeeze / FLOW_SQUEEZE_PART;
    }
    return y + gap;
}

len flow_box_top(const struct flow *flow, const struct flow_box *previous,
    const struct flow_box *box, len y)
{
    return flow_squeezed_top(flow, previous, box, y, flow->squeeze);
}

len flow_needed(const struct flow *flow, len height, len notes)
{
    return height + (notes > 0 ? notes + flow_notes_gap(flow->compose) : 0);
}

len flow_notes_waiting(const struct flow *flow, len end)
{
    return flow->notes != NULL ? MAX(end - flow->notes->at, 0) : 0;
}

len flow_closing(const struct flow_box *box)
{
    const struct flow_box *next = box->next;

    return next != NULL && next->repeat != NULL ? next->repeat->closing : 0;
}

/* Height of the boxes up to last. */
static len height_to(const struct flow *flow, const struct flow_box *last)
{
    const struct flow_box *previous = NULL;
    len y = 0;

    for (const struct flow_box *box = flow->first; box != NULL;
         box = box != last ? box->next : NULL) {
        y = flow_box_top(flow, previous, box, y) + box->height;
        previous = box;
    }
    return y;
}

/* What a page that ends with that box has too much. */
static len excess(const struct flow *flow, const struct flow_box *last)
{
    return flow_needed(flow, height_to(flow, last) + flow_closing(last),
               flow_notes_waiting(flow, last->notes_end)) -
           flow->compose->page->depth;
}

/* Takes that much from the charts up to last, from each its part. */
static void lower_charts(struct flow *flow, struct flow_box *last, len excess)
{
    len most = 0;

    for (struct flow_box *box = flow->first;; box = box->next) {
        most += box->lower != NULL ? box->lower->most : 0;
        if (box == last) {
            break;
        }
    }
    for (struct flow_box *box = flow->first; excess > 0; box = box->next) {
        if (box->lower != NULL) {
            len part = (excess * box->lower->most + most - 1) / most;

            most -= box->lower->most;
            excess -= part;
            box->lower->make(flow->compose, box, part);
        }
        if (box == last) {
            break;
        }
    }
}

/* Makes blanks lower, and charts if need be, until the page fits. */
static void tighten(struct flow *flow, struct flow_box *last)
{
    while (flow->squeeze < FLOW_SQUEEZE_MAX && excess(flow, last) > 0) {
        flow->squeeze++;
    }
    lower_charts(flow, last, excess(flow, last));
}

/* Makes pages of what waits. */
static void make_pages(struct flow *flow, enum flow_more more)
{
    g_autoptr(GArray) ends = flow_page_ends(flow, more);

    for (guint i = 0; i < ends->len; i++) {
        const struct flow_end *end = &g_array_index(ends, struct flow_end, i);

        if (end->is_tight) {
            tighten(flow, end->last);
        }
        flow_ship(flow, end->last);
        flow->squeeze = 0;
    }
    flow->height = height_to(flow, NULL);
}

void flow_begin_block(struct flow *flow, enum flow_kind kind)
{
    flow->kind = kind;
    flow->begins_block = true;
}

/* Two lines stay with a heading, whatever else is allowed. */
static void bind(struct flow *flow, struct flow_box *box)
{
    if (box->is_heading) {
        flow->bound = HEADING_LINES;
    } else if (flow->bound > 0) {
        flow->bound--;
        if (box->is_text && flow->bound > 0) {
            box->penalty = FLOW_NEVER;
        }
    }
}

/* Puts the notes of a box behind those that have come before. */
static void chain_notes(struct flow *flow, struct flow_box *box)
{
    box->notes_start = flow->notes_end;
    for (struct flow_note *note = box->notes; note != NULL; note = note->next) {
        note->at = flow->notes_end;
        flow->notes_end += note->height;
    }
    box->notes_end = flow->notes_end;
    box->notes_least = flow_notes_least(box->notes, box->notes_end);
    if (flow->notes == NULL) {
        flow->notes = box->notes;
    } else if (box->notes != NULL) {
        flow->note->next = box->notes;
    }
    for (struct flow_note *note = box->notes; note != NULL; note = note->next) {
        flow->note = note;
    }
}

void flow_add(struct flow *flow, struct flow_box *box)
{
    len top = flow_box_top(flow, flow->last, box, flow->height);

    box->kind = flow->kind;
    box->is_first = flow->begins_block;
    flow->begins_block = false;
    bind(flow, box);
    if (!flow->is_column) {
        chain_notes(flow, box);
    }
    if (flow->last == NULL) {
        flow->first = box;
    } else {
        flow->last->next = box;
    }
    flow->last = box;
    flow->height = top + box->height;
    if (!flow->is_column &&
        flow->height + flow_notes_waiting(flow, flow->notes_end) >
            LOOK_AHEAD * flow->compose->page->depth) {
        make_pages(flow, FLOW_MORE);
    }
}

void flow_penalize(struct flow *flow, int penalty)
{
    if (flow->last != NULL) {
        flow->last->penalty = MAX(flow->last->penalty, penalty);
    }
}

void flow_keep(struct flow *flow)
{
    flow_penalize(flow, FLOW_NEVER);
}

len flow_room(struct flow *flow)
{
    len height;

    if (flow->is_column) {
        return flow->compose->page->depth;
    }
    make_pages(flow, FLOW_OPEN);
    height = flow->height + (flow->last != NULL ? flow->last->after : 0);
    return flow->compose->page->depth -
           flow_needed(flow, height, flow_notes_waiting(flow, flow->notes_end));
}

void flow_new_page(struct flow *flow)
{
    if (!flow->is_column) {
        make_pages(flow, FLOW_DONE);
    }
    while (!flow->is_column && flow->notes != NULL) {
        flow_ship(flow, NULL);
    }
    flow->bound = 0;
}

void flow_begin_body(struct flow *flow)
{
    flow_new_page(flow);
    flow_end_sheet(flow);
    flow->is_front = false;
    flow->number = 1;
    flow->section = NULL;
}
