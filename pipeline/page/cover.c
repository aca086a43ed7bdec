/*
 * The cover: a band of the accent colour at the head, the title in the upper
 * half, publisher and date at the foot.
 */
#include "base/arena.h"
#include "doc/doc.h"
#include "page/blocks.h"
#include "page/compose.h"
#include "page/flow.h"
#include "page/para.h"

/* Parts of the page's height, in hundredths; points. */
#define BAND_PART 4
#define TITLE_PART 30
#define BAR_WIDTH 48
#define BAR_HEIGHT 4
#define BAR_GAP 26
#define FOOT_GAP 12

/* Sets a paragraph below y; returns where it ends. */
static len set_part(struct blocks *blocks, const struct doc_node *node,
    enum style_name name, len y, struct page_item **items)
{
    struct compose *compose = blocks->compose;
    const struct text_style *style = compose_text(compose, node, name);
    struct para para = {
        .node = node, .style = style, .measure = compose->page->measure};

    y += style->before;
    for (struct line *line = para_set(compose, &para); line != NULL;
         line = line->next) {
        items_shift(line->first, compose->page->left, y + para_baseline(style));
        *items = items_join(*items, line->first);
        y += style->line;
    }
    return y + style->after;
}

static len lines_height(struct blocks *blocks, const struct doc_node *cover)
{
    len height = 0;

    for (const struct doc_node *n = cover->first; n != NULL; n = n->next) {
        if (n->kind == DOC_P) {
            struct page_item *unused = NULL;

            height += set_part(blocks, n, STYLE_COVER_LINE, 0, &unused);
        }
    }
    return height;
}

void blocks_add_cover(struct blocks *blocks, const struct doc_node *node)
{
    struct compose *compose = blocks->compose;
    const struct page_style *page = compose->page;
    struct page_color accent = compose->style->colors.accent;
    const struct doc_node *title = doc_child(node, DOC_TITLE);
    const struct doc_node *subtitle = doc_child(node, DOC_SUBTITLE);
    struct page_item *items = flow_fill(
        compose, 0, 0, page->width, page->height * BAND_PART / 100, accent);
    len y = page->height * TITLE_PART / 100;
    len foot;

    items =
        items_join(items, flow_fill(compose, page->left, y, BAR_WIDTH * LEN_PT,
                              BAR_HEIGHT * LEN_PT, accent));
    if (node->id != NULL) {
        items = items_join(items, flow_anchor(compose, node, node->id));
    }
    y += BAR_GAP * LEN_PT;
    for (; title != NULL; title = doc_second(title)) {
        y = set_part(blocks, title, STYLE_COVER_TITLE, y, &items);
    }
    for (; subtitle != NULL; subtitle = doc_second(subtitle)) {
        y = set_part(blocks, subtitle, STYLE_COVER_SUBTITLE, y, &items);
    }
    foot = page->top + page->depth - lines_height(blocks, node);
    if (doc_child(node, DOC_P) != NULL) {
        items = items_join(
            items, flow_fill(compose, page->left, foot - FOOT_GAP * LEN_PT,
                       page->measure, LEN_PT / 2, compose->style->colors.rule));
    }
    for (const struct doc_node *n = node->first; n != NULL; n = n->next) {
        if (n->kind == DOC_P) {
            foot = set_part(blocks, n, STYLE_COVER_LINE, foot, &items);
        }
    }
    flow_add_plain_page(blocks->flow, items);
}
