/*
 * Boxes and the items that the page maker draws itself.
 */
#include "base/arena.h"
#include "page/compose.h"
#include "page/flow.h"
#include "page/para.h"

struct flow_box *flow_box_new(struct compose *compose)
{
    struct flow_box *box = compose->spare;

    if (box == NULL) {
        return ARENA_NEW(compose->arena, struct flow_box);
    }
    compose->spare = box->next;
    *box = (struct flow_box){0};
    return box;
}

static struct page_item *last_of(struct page_item *item)
{
    while (item->next != NULL) {
        item = item->next;
    }
    return item;
}

void flow_box_append(struct flow_box *box, struct page_item *first)
{
    if (first == NULL) {
        return;
    }
    if (box->last == NULL) {
        box->first = first;
    } else {
        box->last->next = first;
    }
    box->last = last_of(first);
}

struct page_item *items_join(struct page_item *a, struct page_item *b)
{
    if (a == NULL) {
        return b;
    }
    last_of(a)->next = b;
    return a;
}

struct page_item *flow_item(struct compose *compose, enum page_item_kind kind,
    enum page_role role, const struct doc_node *node)
{
    struct page_item *item = ARENA_NEW(compose->arena, struct page_item);

    item->kind = kind;
    item->role = role;
    item->node = node;
    return item;
}

struct page_item *flow_anchor(
    struct compose *compose, const struct doc_node *node, const char *name)
{
    struct page_item *item =
        flow_item(compose, PAGE_ANCHOR, PAGE_CONTENT, node);

    item->as.anchor.name = name;
    return item;
}

struct page_item *flow_fill(struct compose *compose, len x, len y, len width,
    len height, struct page_color color)
{
    struct page_item *item = flow_item(compose, PAGE_FILL, PAGE_ARTIFACT, NULL);

    item->as.fill.x = x;
    item->as.fill.y = y;
    item->as.fill.width = width;
    item->as.fill.height = height;
    item->as.fill.color = color;
    return item;
}

/* Lines of a paragraph; of a pair, those of either column. */
struct line_counts {
    size_t all;
    size_t first;
    size_t second;
};

static struct line_counts count_lines(const struct line *line)
{
    struct line_counts counts = {0};

    for (; line != NULL; line = line->next) {
        counts.all++;
        counts.first += line->first != NULL;
        counts.second += line->second != NULL;
    }
    return counts;
}

static bool is_edge(size_t i, size_t count)
{
    return i + 1 < count && (i == 0 || i + 2 == count);
}

/* No page break leaves one line of a paragraph alone. */
static int line_penalty(size_t i, const struct line_counts *counts)
{
    return is_edge(i, counts->all) || is_edge(i, counts->first) ||
                   is_edge(i, counts->second)
               ? FLOW_NEVER
               : 0;
}

enum lines_kind {
    LINES_TEXT,
    LINES_KEPT, /* together and with what follows */
    LINES_HEADING,
};

static void add_lines(struct flow *flow, struct compose *compose,
    struct line *line, const struct text_style *style, enum lines_kind kind,
    const struct flow_box *head)
{
    struct line_counts counts = count_lines(line);
    size_t i = 0;

    for (; line != NULL; line = line->next) {
        struct flow_box *box = flow_box_new(compose);

        if (i == 0) {
            *box = *head;
        }
        items_shift(line->first, 0, para_baseline(style));
        items_shift(line->second, 0, para_baseline(style));
        flow_box_append(box, line->first);
        box->second = line->second;
        box->goes_on = counts.second > 0 && i + 1 < counts.all;
        box->height = style->line;
        box->before = i == 0 ? style->before : 0;
        box->after = i + 1 == counts.all ? style->after : 0;
        box->penalty =
            kind == LINES_TEXT ? line_penalty(i, &counts) : FLOW_NEVER;
        box->is_text = true;
        box->is_heading = kind == LINES_HEADING;
        box->is_on_grid = style->is_on_grid;
        box->is_snapped = i == 0 && style->is_on_grid;
        box->notes = flow_notes(compose, line->notes);
        flow_add(flow, box);
        i++;
    }
}

/* What the first line's box begins with. */
static struct flow_box head_box(
    struct compose *compose, struct flow_mark *mark, const char *anchor)
{
    struct flow_box head = {.mark = mark};

    if (anchor != NULL) {
        flow_box_append(&head, flow_anchor(compose, NULL, anchor));
    }
    return head;
}

void flow_add_lines(struct flow *flow, struct compose *compose,
    struct line *line, const struct text_style *style, struct flow_mark *mark,
    const char *anchor)
{
    struct flow_box head = head_box(compose, mark, anchor);

    add_lines(flow, compose, line, style, LINES_TEXT, &head);
}

void flow_add_kept(struct flow *flow, struct compose *compose,
    struct line *line, const struct text_style *style, const char *anchor)
{
    struct flow_box head = head_box(compose, NULL, anchor);

    add_lines(flow, compose, line, style, LINES_KEPT, &head);
}

void flow_add_heading(struct flow *flow, struct compose *compose,
    struct line *line, const struct text_style *style, struct flow_mark *mark,
    const char *anchor)
{
    struct flow_box head = head_box(compose, mark, anchor);

    add_lines(flow, compose, line, style, LINES_HEADING, &head);
}
