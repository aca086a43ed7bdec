/*
 * Attachments as official documents have them: the list of them below the
 * text, and the head of each.
 */
#include "base/arena.h"
#include "doc/doc.h"
#include "page/blocks.h"
#include "page/compose.h"
#include "page/flow.h"
#include "page/link.h"
#include "page/para.h"

/* ==== The list: "附件：1. ...", each number below the first one ==== */

/* Where the parts of an item stand, from the edge of the column. */
struct places {
    len number;
    len name;
};

/* The width of a text of the program's own. */
static len width_of(struct compose *compose, const struct text_style *style,
    const struct doc_node *node, const char *text)
{
    struct text_style start = *style;
    struct para para = {
        .node = node, .style = &start, .measure = compose->page->measure};
    struct line *line;

    start.align = STYLE_START;
    start.left = start.right = start.indent = 0;
    line = para_set_text(compose, &para, text);
    return line != NULL ? line->width : 0;
}

static int item_count(const struct doc_node *list)
{
    int count = 0;

    for (const struct doc_node *li = list->first; li != NULL; li = li->next) {
        count++;
    }
    return count;
}

/* Numbers of one width, names on half an em: Han then keeps to the grid. */
static struct places find_places(struct compose *compose,
    const struct doc_node *list, const struct text_style *style)
{
    const char *label = numbering_attachments(compose->numbering);
    const char *most = item_count(list) < 10 ? "8." : "88.";
    const char *both = arena_printf(compose->arena, "%s%s", label, most);
    len half = (style->size + style->track) / 2;
    len number = width_of(compose, style, list, most);
    len name = width_of(compose, style, list, both);
    struct places places = {.number = style->left + name - number};

    if (item_count(list) > 1) {
        places.name = places.number + (number / half + 1) * half;
    } else {
        places.name = places.number;
    }
    return places;
}

static void add_item(struct blocks *blocks, const struct doc_node *li,
    const struct places *places, int number)
{
    struct compose *compose = blocks->compose;
    struct text_style style = compose->style->text[STYLE_ATTACHMENTS];
    bool is_first = li->previous == NULL;
    bool is_only = is_first && li->next == NULL;
    const char *label = numbering_attachments(compose->numbering);
    const char *mark = arena_printf(compose->arena, is_only ? "%s" : "%s%d.",
        is_first ? label : "", number);
    len end = (is_first ? style.left : places->number) +
              width_of(compose, &style, li, mark);
    struct para para = {.node = li,
        .style = &style,
        .prefix = is_only ? mark : arena_printf(compose->arena, "%s ", mark),
        .prefix_gap = places->name - end,
        .measure = compose->page->measure};

    style.indent = (is_first ? style.left : places->number) - places->name;
    style.before = is_first ? style.before : 0;
    style.after = li->next == NULL ? style.after : 0;
    style.left = places->name;
    flow_keep(blocks->flow); /* with the text above it, and in one piece */
    flow_add_lines(
        blocks->flow, compose, para_set(compose, &para), &style, NULL, li->id);
}

void blocks_add_attachments(struct blocks *blocks, const struct doc_node *list)
{
    const struct text_style *style =
        &blocks->compose->style->text[STYLE_ATTACHMENTS];
    struct places places = find_places(blocks->compose, list, style);
    int number = list->as.list.start;

    for (const struct doc_node *li = list->first; li != NULL; li = li->next) {
        add_item(blocks, li, &places, number++);
    }
}

/* ==== The head: "附件1" in a line of its own, then the title ==== */

void blocks_add_attachment(struct blocks *blocks, const struct doc_node *h)
{
    struct compose *compose = blocks->compose;
    const struct doc_node *section = h->parent;
    const struct text_style *styles = compose->style->text;
    struct para label = {.node = h,
        .style = &styles[STYLE_ATTACHMENT_LABEL],
        .measure = compose->page->measure};
    struct para title = {.node = h,
        .style = &styles[STYLE_ATTACHMENT],
        .measure = compose->page->measure};
    struct flow_mark *mark = ARENA_NEW(compose->arena, struct flow_mark);
    g_autofree char *text = doc_text(h);

    mark->level = section->as.section.level;
    mark->title = arena_printf(compose->arena, "%s%s",
        numbering_prefix(compose->numbering, section), text);
    flow_new_page(blocks->flow);
    flow_add_heading(blocks->flow, compose,
        para_set_text(
            compose, &label, numbering_of(compose->numbering, section)),
        label.style, mark, link_anchor(compose, section));
    flow_add_heading(blocks->flow, compose, para_set(compose, &title),
        title.style, NULL, NULL);
}
