/*
 * Fills pages with boxes.  What waits for a page is a list that is at most a
 * box longer than the page; when it overflows, the cheapest break that fits is
 * taken and the rest waits for the next page.
 */
#include "page/flow_parts.h"

#include "page/compose.h"

/* Lines that stay with a heading above them. */
#define HEADING_LINES 2

/* This part of the gap above a box may go to put it on the grid. */
#define GAP_PART 4

/* Of a note that is divided, on the page of its mark; what dividing costs. */
#define NOTE_LINES 2
#define NOTE_COST 25

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

/* The top of a box that follows one that ends at y. */
len flow_box_top(const struct flow *flow, const struct flow_box *previous,
    const struct flow_box *box, len y)
{
    const struct style *style = flow->compose->style;
    len gap;

    if (previous == NULL) {
        return box->repeat != NULL ? box->repeat->height : 0;
    }
    gap = MAX(previous->after, box->before);
    if (box->is_snapped && flow->compose->page->has_grid) {
        return snap(y + gap, gap, style->text[STYLE_BODY].line);
    }
    return y + gap;
}

/* What a page of that much text and notes needs, closing rule included. */
static len needed(const struct flow *flow, len height, len notes, len closing)
{
    len gap = notes > 0 ? flow_notes_gap(flow->compose) : 0;

    return height + closing + notes + gap;
}

/* The rule that closes a table cut after this box. */
len flow_closing(const struct flow_box *box)
{
    const struct flow_box *next = box->next;

    return next != NULL && next->repeat != NULL ? next->repeat->closing : 0;
}

/* Carried notes take half a page at most, so that the text goes on. */
static len carried_height(const struct flow *flow)
{
    return MIN(
        flow_notes_height(flow->carried), flow->compose->page->depth / 2);
}

static void measure(struct flow *flow)
{
    const struct flow_box *previous = NULL;

    flow->height = 0;
    flow->notes = carried_height(flow);
    for (struct flow_box *box = flow->first; box != NULL; box = box->next) {
        flow->height =
            flow_box_top(flow, previous, box, flow->height) + box->height;
        flow->notes += flow_notes_height(box->notes);
        previous = box;
    }
}

/* Cost of ending the page with that much of it left blank. */
static int64_t break_cost(const struct flow *flow, int penalty, len blank)
{
    int64_t percent = blank * 100 / flow->compose->page->depth;

    return penalty + percent * percent / 25;
}

/* A place where the page may end, and what that costs. */
struct page_end {
    struct flow_box *box; /* the last one; NULL: none yet */
    int64_t cost;
};

static void consider(struct page_end *best, struct flow_box *box, int64_t cost)
{
    if (box->penalty < FLOW_NEVER &&
        (best->box == NULL || cost <= best->cost)) {
        best->box = box;
        best->cost = cost;
    }
}

/* Of a box's notes, what is on its page in any case: two lines of the last. */
static len least_height(const struct flow_note *note)
{
    len height = 0;
    len least = 0;
    int line = 0;

    for (; note != NULL; note = note->next) {
        line = note->is_first ? 1 : line + 1;
        height += note->height;
        least = line <= NOTE_LINES ? height : least;
    }
    return least;
}

/*
 * The box after which the page ends: the cheapest break that fits; where none
 * may, the last that fits; where none fits, the first box alone.  A page may
 * also end where the notes of its last box are divided.
 */
static struct flow_box *find_break(struct flow *flow)
{
    len depth = flow->compose->page->depth;
    struct page_end best = {NULL, 0};
    struct flow_box *fitting = flow->first;
    struct flow_box *previous = NULL;
    len y = 0;
    len notes = carried_height(flow);

    for (struct flow_box *box = flow->first; box != NULL; box = box->next) {
        len closing = flow_closing(box);
        len least = notes + least_height(box->notes);
        len need;

        y = flow_box_top(flow, previous, box, y) + box->height;
        notes += flow_notes_height(box->notes);
        need = needed(flow, y, notes, closing);
        if (need > depth) {
            if (needed(flow, y, least, closing) <= depth) {
                consider(&best, box, (int64_t)box->penalty + NOTE_COST);
            }
            break;
        }
        fitting = box;
        consider(&best, box, break_cost(flow, box->penalty, depth - need));
        previous = box;
    }
    return best.box != NULL ? best.box : fitting;
}

static bool is_full(const struct flow *flow)
{
    return flow->first != NULL && needed(flow, flow->height, flow->notes, 0) >
                                      flow->compose->page->depth;
}

void flow_add(struct flow *flow, struct flow_box *box)
{
    len top = flow_box_top(flow, flow->last, box, flow->height);

    if (box->is_heading) {
        flow->bound = HEADING_LINES;
    } else if (flow->bound > 0) {
        flow->bound--;
        if (box->is_text && flow->bound > 0) {
            box->penalty = FLOW_NEVER;
        }
    }
    if (flow->last == NULL) {
        flow->first = box;
    } else {
        flow->last->next = box;
    }
    flow->last = box;
    flow->height = top + box->height;
    flow->notes += flow_notes_height(box->notes);
    while (!flow->is_column && is_full(flow) && flow->first != flow->last) {
        flow_ship(flow, find_break(flow));
        measure(flow);
    }
}

len flow_room(const struct flow *flow)
{
    len after = flow->last != NULL ? flow->last->after : 0;

    if (flow->is_column) {
        return flow->compose->page->depth;
    }
    return flow->compose->page->depth -
           needed(flow, flow->height + after, flow->notes, 0);
}

void flow_new_page(struct flow *flow)
{
    while (!flow->is_column && (flow->first != NULL || flow->carried != NULL)) {
        flow_ship(flow, is_full(flow) ? find_break(flow) : flow->last);
        measure(flow);
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
