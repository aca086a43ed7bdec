/*
 * Fills pages with boxes.  What waits for a page is a list that is at most a
 * box longer than the page; when it overflows, the cheapest break that fits is
 * taken and the rest waits for the next page.
 */
#include "page/flow.h"

#include <glib.h>

#include "base/arena.h"
#include "page/compose.h"
#include "page/para.h"

/* Lines that stay with a heading above them. */
#define HEADING_LINES 2

struct flow {
    struct compose *compose;
    struct flow_box *first; /* waiting for the page */
    struct flow_box *last;
    len height; /* of what waits */
    len notes;  /* height of its footnotes */
    int bound;  /* lines that the last heading still needs */
    bool is_front;
    int number;          /* of the page that is being filled, from 1 */
    const char *section; /* title for the running head */
    GArray *pages;       /* of struct page */
    GArray *outline;     /* of struct page_outline */
};

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

/* The top of a box that follows one that ends at y. */
static len box_top(const struct flow *flow, const struct flow_box *previous,
    const struct flow_box *box, len y)
{
    const struct style *style = flow->compose->style;
    len pitch = style->text[STYLE_BODY].line;

    if (previous == NULL) {
        return box->repeat != NULL ? box->repeat->height : 0;
    }
    y += MAX(previous->after, box->before);
    if (box->is_snapped && style->page.has_grid) {
        y = (y + pitch - 1) / pitch * pitch;
    }
    return y;
}

/* What a page of that much text and notes needs, closing rule included. */
static len needed(const struct flow *flow, len height, len notes, len closing)
{
    len gap = notes > 0 ? flow_notes_gap(flow->compose) : 0;

    return height + closing + notes + gap;
}

/* The rule that closes a table cut after this box. */
static len closing_of(const struct flow_box *box)
{
    const struct flow_box *next = box->next;

    return next != NULL && next->repeat != NULL ? next->repeat->closing : 0;
}

static void measure(struct flow *flow)
{
    const struct flow_box *previous = NULL;

    flow->height = flow->notes = 0;
    for (struct flow_box *box = flow->first; box != NULL; box = box->next) {
        flow->height = box_top(flow, previous, box, flow->height) + box->height;
        flow->notes += flow_notes_height(box->notes);
        previous = box;
    }
}

/* Cost of ending the page with that much of it left blank. */
static int64_t break_cost(const struct flow *flow, int penalty, len blank)
{
    int64_t percent = blank * 100 / flow->compose->style->page.depth;

    return penalty + percent * percent / 25;
}

/*
 * The box after which the page ends: the cheapest break that fits; where none
 * may, the last that fits; where none fits, the first box alone.
 */
static struct flow_box *find_break(struct flow *flow)
{
    len depth = flow->compose->style->page.depth;
    struct flow_box *best = NULL;
    struct flow_box *fitting = flow->first;
    struct flow_box *previous = NULL;
    int64_t best_cost = 0;
    len y = 0;
    len notes = 0;

    for (struct flow_box *box = flow->first; box != NULL; box = box->next) {
        len need;

        y = box_top(flow, previous, box, y) + box->height;
        notes += flow_notes_height(box->notes);
        need = needed(flow, y, notes, closing_of(box));
        if (need > depth) {
            break;
        }
        fitting = box;
        if (box->penalty < FLOW_NEVER) {
            int64_t cost = break_cost(flow, box->penalty, depth - need);

            if (best == NULL || cost <= best_cost) {
                best = box;
                best_cost = cost;
            }
        }
        previous = box;
    }
    return best != NULL ? best : fitting;
}

static void page_append(struct page *page, struct page_item *item)
{
    while (item != NULL) {
        struct page_item *next = item->next;

        item->next = NULL;
        if (page->last == NULL) {
            page->first = item;
        } else {
            page->last->next = item;
        }
        page->last = item;
        item = next;
    }
}

static void place(
    struct flow *flow, struct page *page, struct page_item *first, len y)
{
    const struct page_style *style = &flow->compose->style->page;

    items_shift(first, style->left, style->top + y);
    page_append(page, first);
}

static void add_outline(struct flow *flow, const struct flow_mark *mark, len y)
{
    struct page_outline outline = {.level = mark->level,
        .title = mark->title,
        .page = flow->pages->len,
        .y = flow->compose->style->page.top + y};

    g_array_append_val(flow->outline, outline);
    if (mark->level == 1) {
        flow->section = mark->title;
    }
}

/* Puts the boxes up to last onto the page; the height of them. */
static len place_boxes(
    struct flow *flow, struct page *page, struct flow_box *last)
{
    struct flow_box *previous = NULL;
    struct flow_box *box = flow->first;
    struct flow_repeat *repeat = box->repeat;
    len y = 0;

    if (repeat != NULL) {
        place(flow, page, repeat->make_head(flow->compose, repeat), 0);
    }
    for (;; box = box->next) {
        len top = box_top(flow, previous, box, y);

        if (box->mark != NULL) {
            add_outline(flow, box->mark, top);
        }
        place(flow, page, box->first, top);
        y = top + box->height;
        if (box == last) {
            break;
        }
        previous = box;
    }
    if (closing_of(last) > 0) {
        repeat = last->next->repeat;
        place(flow, page, repeat->make_closing(flow->compose, repeat), y);
    }
    return y;
}

/* The footnotes of the page's boxes, at its foot. */
static void place_notes(
    struct flow *flow, struct page *page, struct flow_box *last)
{
    struct compose *compose = flow->compose;
    len height = 0;
    len y;

    for (const struct flow_box *box = flow->first;; box = box->next) {
        height += flow_notes_height(box->notes);
        if (box == last) {
            break;
        }
    }
    if (height == 0) {
        return;
    }
    y = compose->style->page.depth - height;
    place(flow, page, flow_notes_rule(compose), y - flow_notes_gap(compose));
    for (const struct flow_box *box = flow->first;; box = box->next) {
        for (const struct flow_note *n = box->notes; n != NULL; n = n->next) {
            place(flow, page, n->first, y);
            y += n->height;
        }
        if (box == last) {
            break;
        }
    }
}

/* Which page each anchor is on, for references. */
static void record_anchors(struct flow *flow, const struct page *page)
{
    for (const struct page_item *item = page->first; item != NULL;
         item = item->next) {
        if (item->kind == PAGE_ANCHOR) {
            g_hash_table_insert(flow->compose->labels_now,
                (void *)(uintptr_t)item->as.anchor.name,
                (void *)(uintptr_t)page->label);
        }
    }
}

static struct page new_page(struct flow *flow)
{
    const struct page_style *style = &flow->compose->style->page;

    return (struct page){.width = style->width,
        .height = style->height,
        .label = flow->is_front
                     ? flow_roman(flow->compose, flow->number)
                     : arena_printf(flow->compose->arena, "%d", flow->number)};
}

static void end_page(struct flow *flow, struct page *page)
{
    record_anchors(flow, page);
    g_array_append_val(flow->pages, *page);
    flow->number++;
}

/* The section that the page begins in. */
static const char *head_section(const struct flow *flow)
{
    const struct flow_mark *mark = flow->first->mark;

    return mark != NULL && mark->level == 1 ? mark->title : flow->section;
}

/* Ends the page with that box. */
static void ship(struct flow *flow, struct flow_box *last)
{
    struct page page = new_page(flow);
    const char *section;

    section = head_section(flow);
    place_boxes(flow, &page, last);
    place_notes(flow, &page, last);
    page_append(
        &page, flow_furniture(flow->compose, flow->compose->document->title,
                   section, page.label));
    flow->first = last->next;
    if (flow->first == NULL) {
        flow->last = NULL;
    }
    end_page(flow, &page);
    measure(flow);
}

static bool is_full(const struct flow *flow)
{
    return flow->first != NULL && needed(flow, flow->height, flow->notes, 0) >
                                      flow->compose->style->page.depth;
}

void flow_add(struct flow *flow, struct flow_box *box)
{
    len top = box_top(flow, flow->last, box, flow->height);

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
    while (is_full(flow) && flow->first != flow->last) {
        ship(flow, find_break(flow));
    }
}

len flow_room(const struct flow *flow)
{
    len after = flow->last != NULL ? flow->last->after : 0;

    return flow->compose->style->page.depth -
           needed(flow, flow->height + after, flow->notes, 0);
}

void flow_new_page(struct flow *flow)
{
    while (flow->first != NULL) {
        ship(flow, is_full(flow) ? find_break(flow) : flow->last);
    }
    flow->bound = 0;
}

void flow_begin_body(struct flow *flow)
{
    flow_new_page(flow);
    flow->is_front = false;
    flow->number = 1;
    flow->section = NULL;
}

void flow_add_plain_page(struct flow *flow, struct page_item *first)
{
    struct page page;

    flow_new_page(flow);
    page = new_page(flow);
    page_append(&page, first);
    end_page(flow, &page);
}

struct pages *flow_finish(struct flow *flow)
{
    struct arena *arena = flow->compose->arena;
    struct pages *pages = ARENA_NEW(arena, struct pages);

    flow_new_page(flow);
    pages->document = flow->compose->document;
    pages->count = flow->pages->len;
    pages->pages = ARENA_ARRAY(arena, pages->count, struct page);
    for (size_t i = 0; i < pages->count; i++) {
        pages->pages[i] = g_array_index(flow->pages, struct page, i);
    }
    pages->outline_count = flow->outline->len;
    pages->outline =
        ARENA_ARRAY(arena, pages->outline_count, struct page_outline);
    for (size_t i = 0; i < pages->outline_count; i++) {
        pages->outline[i] =
            g_array_index(flow->outline, struct page_outline, i);
    }
    g_array_unref(flow->pages);
    g_array_unref(flow->outline);
    g_free(flow);
    return pages;
}
