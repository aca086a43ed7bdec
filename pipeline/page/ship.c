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

static void place(
    struct flow *flow, struct page *page, struct page_item *first, len y)
{
    const struct style *styles = flow->compose->style;
    const struct page_style *style =
        is_verso(flow) ? &styles->verso : &styles->page;

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
            .y = flow->compose->page->top + y + mark->y};

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

/* Joins the notes of the boxes up to last to those that were carried. */
static void gather_notes(struct flow *flow, const struct flow_box *last)
{
    struct flow_note **end = &flow->carried;

    for (struct flow_box *box = last != NULL ? flow->first : NULL; box != NULL;
         box = box != last ? box->next : NULL) {
        while (*end != NULL) {
            end = &(*end)->next;
        }
        *end = box->notes;
        box->notes = NULL;
    }
}

/* The footnotes at the foot; what has no room is carried to the next page. */
static void place_notes(struct flow *flow, struct page *page, len room)
{
    const struct compose *compose = flow->compose;
    struct flow_note *end = flow->carried;
    len height = 0;
    len y;

    room -= flow_notes_gap(compose);
    while (end != NULL && height + end->height <= room) {
        height += end->height;
        end = end->next;
    }
    if (height == 0) {
        return;
    }
    y = compose->page->depth - height;
    place(flow, page, flow_notes_rule(flow->compose),
        y - flow_notes_gap(compose));
    for (; flow->carried != end; flow->carried = flow->carried->next) {
        place(flow, page, flow->carried->first, y);
        y += flow->carried->height;
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
    const struct page_style *style = flow->compose->page;

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
    const struct flow_mark *mark =
        flow->first != NULL ? flow->first->mark : NULL;

    return mark != NULL && mark->level == 1 ? mark->title : flow->section;
}

void flow_ship(struct flow *flow, struct flow_box *last)
{
    struct page page = new_page(flow);
    const char *section = head_section(flow);
    len height = last != NULL ? place_boxes(flow, &page, last) : 0;

    gather_notes(flow, last);
    place_notes(flow, &page, flow->compose->page->depth - height);
    page_append(&page,
        flow_furniture(flow->compose, section, page.label, is_verso(flow)));
    flow->first = last != NULL ? last->next : NULL;
    if (flow->first == NULL) {
        flow->last = NULL;
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
