/*
 * Makes pages of the boxes that were chosen for them: where each stands, the
 * footnotes at the foot, what stands around.
 */
#include "base/arena.h"
#include "doc/doc.h"
#include "page/compose.h"
#include "page/flow_parts.h"
#include "page/para.h"

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

/* The page that is made next is the back of a sheet of facing pages. */
static bool is_verso(const struct flow *flow)
{
    return flow->compose->page->is_facing && flow->pages->len % 2 == 1;
}

/* Where the text area of the page that is made next is. */
static const struct page_style *geometry(const struct flow *flow)
{
    const struct style *style = flow->compose->style;

    if (flow->compose->page->is_turned) {
        return is_verso(flow) ? &style->landscape_verso : &style->landscape;
    }
    return is_verso(flow) ? &style->verso : &style->page;
}

static void place(
    struct flow *flow, struct page *page, struct page_item *first, len y)
{
    const struct page_style *style = geometry(flow);

    items_shift(first, style->left, style->top + y);
    page_append(page, first);
}

/* The entries of a box whose top is y. */
static void add_outline(struct flow *flow, const struct flow_mark *mark, len y)
{
    for (; mark != NULL; mark = mark->next) {
        struct page_outline outline = {.level = mark->level,
            .title = mark->title,
            .page = flow->pages->len,
            .y = geometry(flow)->top + y + mark->y};

        g_array_append_val(flow->outline, outline);
        if (mark->level == 1) {
            flow->section = mark->title;
        }
    }
}

/*
 * What the grid adds below the tables, figures and notes that begin with box,
 * whose top is y, or takes: up to the line where running text goes on.
 */
static len grid_rest(const struct flow *flow, const struct flow_box *box,
    const struct flow_box *last, len y)
{
    while (box != last && !box->next->is_on_grid) {
        y = flow_box_top(flow, box, box->next, y + box->height);
        box = box->next;
    }
    if (box == last) {
        return 0;
    }
    y += box->height;
    return flow_box_top(flow, box, box->next, y) - y -
           MAX(box->after, box->next->before);
}

/* The top of a box; what is off the grid stands amid the blank around it. */
static len place_top(const struct flow *flow, const struct flow_box *previous,
    const struct flow_box *box, const struct flow_box *last, len y)
{
    len top = flow_box_top(flow, previous, box, y);

    if (previous != NULL && previous->is_on_grid && !box->is_on_grid) {
        top += grid_rest(flow, box, last, top) / 2;
    }
    return top;
}

/*
 * The second column of a pair follows all of the first on the page, as it is
 * read; until then it is in *waiting.
 */
static void place_second(struct flow *flow, struct page *page,
    const struct flow_box *box, bool is_last, len y, struct page_item **waiting)
{
    items_shift(box->second, 0, y);
    *waiting = items_join(*waiting, box->second);
    if (!box->goes_on || is_last) {
        place(flow, page, *waiting, 0);
        *waiting = NULL;
    }
}

/* Puts the boxes up to last onto the page; the height of them. */
static len place_boxes(
    struct flow *flow, struct page *page, struct flow_box *last)
{
    struct flow_box *previous = NULL;
    struct flow_box *box = flow->first;
    struct flow_repeat *repeat = box->repeat;
    struct page_item *waiting = NULL;
    len y = 0;

    if (repeat != NULL) {
        place(flow, page, repeat->make_head(flow->compose, repeat), 0);
    }
    for (;; box = box->next) {
        len top = place_top(flow, previous, box, last, y);

        add_outline(flow, box->mark, top);
        place(flow, page, box->first, top);
        place_second(flow, page, box, box == last, top, &waiting);
        y = top + box->height;
        if (box == last) {
            break;
        }
        previous = box;
    }
    if (flow_closing(last) > 0) {
        repeat = last->next->repeat;
        place(flow, page, repeat->make_closing(flow->compose, repeat), y);
        y += flow_closing(last);
    }
    return y;
}

/*
 * The footnotes up to end at the foot; what has no room waits for the next
 * page.  Something is placed where nothing else is.
 */
static void place_notes(struct flow *flow, struct page *page, len room, len end)
{
    const struct compose *compose = flow->compose;
    int count = 0;
    len height;
    len y;

    if (flow->notes == NULL || flow->notes->at >= end) {
        return;
    }
    height = flow_notes_fit(flow->notes, end, room - flow_notes_gap(compose));
    if (height == 0 && room == compose->page->depth) {
        height = flow->notes->height;
    }
    if (height == 0) {
        return;
    }
    y = compose->page->depth - height;
    place(flow, page, flow_notes_rule(flow->compose),
        y - flow_notes_gap(compose));
    for (; y < compose->page->depth; flow->notes = flow->notes->next) {
        if (flow->notes->begins != NULL) {
            flow_note_count(flow->compose, flow->notes->begins, ++count);
        }
        place(flow, page, flow->notes->first, y);
        y += flow->notes->height;
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
        .is_turned = flow->compose->page->is_turned,
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
    const struct flow_mark *mark =
        flow->first != NULL ? flow->first->mark : NULL;

    return mark != NULL && mark->level == 1 ? mark->title : flow->section;
}

/* Boxes of a page that is made serve again: a long table has very many. */
static void spare(
    struct compose *compose, struct flow_box *first, struct flow_box *last)
{
    last->next = compose->spare;
    compose->spare = first;
}

void flow_ship(struct flow *flow, struct flow_box *last)
{
    struct flow_box *first = flow->first;
    struct page page = new_page(flow);
    struct page_item *around;
    const char *section = head_section(flow);
    len height = last != NULL ? place_boxes(flow, &page, last) : 0;

    place_notes(flow, &page, flow->compose->page->depth - height,
        last != NULL ? last->notes_end : flow->notes_end);
    around = flow_furniture(flow->compose, section, page.label, is_verso(flow));
    page.upright = around;
    page_append(&page, around);
    flow->first = last != NULL ? last->next : NULL;
    if (flow->first == NULL) {
        flow->last = NULL;
    }
    if (last != NULL) {
        spare(flow->compose, first, last);
    }
    end_page(flow, &page);
}

void flow_add_plain_page(struct flow *flow, struct page_item *first)
{
    struct page page;

    flow_new_page(flow);
    page = new_page(flow);
    page_append(&page, first);
    end_page(flow, &page);
}

void flow_end_sheet(struct flow *flow)
{
    if (is_verso(flow)) {
        struct page page = new_page(flow);

        end_page(flow, &page);
    }
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
