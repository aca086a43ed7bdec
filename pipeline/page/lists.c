/*
 * Lists: each item's text beside its mark.
 */
#include "base/arena.h"
#include "doc/doc.h"
#include "page/blocks.h"
#include "page/compose.h"
#include "page/flow.h"
#include "page/para.h"

/* Tenths of an em. */
#define LIST_INDENT 20
#define LIST_STEP 16
#define MARK_GAP 4
#define BULLET_SIZE 16

static bool has_blocks(const struct doc_node *li)
{
    return li->first != NULL &&
           (li->first->kind == DOC_P || li->first->kind == DOC_UL ||
               li->first->kind == DOC_OL);
}

/* The mark's items, right before the text, y from the baseline. */
static struct page_item *set_mark(struct blocks *blocks,
    const struct doc_node *li, const struct text_style *text, int number)
{
    struct compose *compose = blocks->compose;
    struct text_style style = *text;
    struct para para = {.node = li, .style = &style};
    const char *mark = "•";
    struct line *line;

    style.align = STYLE_END;
    style.left = 0;
    style.indent = 0;
    para.measure = text->left;
    if (number >= 0) {
        mark = arena_printf(compose->arena, "%d.", number);
        para.measure -= len_scale(style.size, MARK_GAP, 10);
    } else {
        style.color = compose->style->colors.accent;
        style.size = len_scale(text->size, BULLET_SIZE, 10);
    }
    line = para_set_text(compose, &para, mark);
    if (line != NULL) {
        /* The dot stays at half the height of the text beside it. */
        items_shift(
            line->first, 0, len_scale(style.size - text->size, 38, 100));
    }
    return line != NULL ? line->first : NULL;
}

static void add_text(struct blocks *blocks, const struct doc_node *node,
    const struct text_style *style, struct page_item *mark, const char *anchor)
{
    struct compose *compose = blocks->compose;
    struct para para = {
        .node = node, .style = style, .measure = compose->page->measure};
    struct line *line = para_set(compose, &para);

    if (line != NULL && mark != NULL) {
        line->first = items_join(mark, line->first);
    }
    flow_add_lines(blocks->flow, compose, line, style, NULL, anchor);
}

static void add_item(struct blocks *blocks, const struct doc_node *li,
    struct text_style *style, int number, int depth)
{
    struct page_item *mark = set_mark(blocks, li, style, number);

    if (!has_blocks(li)) {
        add_text(blocks, li, style, mark, li->id);
        return;
    }
    for (const struct doc_node *node = li->first; node != NULL;
         node = node->next) {
        if (node->kind == DOC_P) {
            add_text(blocks, node, style, mark,
                node->id != NULL ? node->id : li->id);
            mark = NULL;
        } else {
            blocks_add_list(blocks, node, depth + 1);
        }
    }
}

void blocks_add_list(
    struct blocks *blocks, const struct doc_node *node, int depth)
{
    struct text_style style = blocks->compose->style->text[STYLE_LIST];
    int number = node->kind == DOC_OL ? node->as.list.start : -1;

    style.left += len_scale(style.size, LIST_INDENT + LIST_STEP * depth, 10);
    for (const struct doc_node *li = node->first; li != NULL; li = li->next) {
        if (li != node->first &&
            (li->next == NULL || li == node->first->next)) {
            flow_penalize(blocks->flow, FLOW_LONE_ITEM);
        }
        add_item(blocks, li, &style, number, depth);
        if (number >= 0) {
            number++;
        }
    }
}
