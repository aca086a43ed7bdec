/*
 * Lists: each item's text beside its mark.
 */
#include "base/arena.h"
#include "doc/doc.h"
#include "page/blocks.h"
#include "page/compose.h"
#include "page/flow.h"
#include "page/pair.h"
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
    struct para para = {.node = li, .style = &style, .part = PAGE_LABEL};
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

/* The two lists of a pair, or one and NULL, at one depth. */
struct sides {
    struct text_style styles[2];
    int numbers[2]; /* of the item; -1: none */
    int depth;
};

/* The lines of one side, with its mark. */
static struct line *set_side(struct blocks *blocks, const struct doc_node *node,
    const struct text_style *style, len measure, struct page_item *mark)
{
    struct para para = {.node = node, .style = style, .measure = measure};
    struct line *line = para_set(blocks->compose, &para);

    if (line != NULL && mark != NULL) {
        line->first = items_join(mark, line->first);
    }
    return line;
}

static void add_text(struct blocks *blocks, const struct doc_node *node,
    const struct doc_node *second, const struct sides *sides,
    struct page_item **marks, const char *anchor)
{
    struct compose *compose = blocks->compose;
    len measure =
        second == NULL ? compose->page->measure : compose->style->pair.first;
    struct line *line =
        set_side(blocks, node, &sides->styles[0], measure, marks[0]);

    if (second != NULL) {
        line = pair_beside(compose, line,
            set_side(blocks, second, &sides->styles[1],
                pair_second_width(compose), marks[1]));
    }
    flow_add_lines(
        blocks->flow, compose, line, &sides->styles[0], NULL, anchor);
    marks[0] = marks[1] = NULL;
}

static void add_lists(struct blocks *blocks, const struct doc_node *list,
    const struct doc_node *second, int depth);

static void add_item(struct blocks *blocks, const struct doc_node *li,
    const struct doc_node *second, const struct sides *sides)
{
    const struct doc_node *other = second != NULL ? second->first : NULL;
    struct page_item *marks[2] = {
        set_mark(blocks, li, &sides->styles[0], sides->numbers[0]), NULL};

    if (second != NULL) {
        marks[1] =
            set_mark(blocks, second, &sides->styles[1], sides->numbers[1]);
    }
    if (!has_blocks(li)) {
        add_text(blocks, li, second, sides, marks, li->id);
        return;
    }
    for (const struct doc_node *node = li->first; node != NULL;
         node = node->next) {
        if (node->kind == DOC_P) {
            add_text(blocks, node, other, sides, marks,
                node->id != NULL ? node->id : li->id);
        } else {
            add_lists(blocks, node, other, sides->depth + 1);
        }
        other = other != NULL ? other->next : NULL;
    }
}

static void begin_side(struct compose *compose, struct sides *sides, int i,
    const struct doc_node *list)
{
    struct text_style *style = &sides->styles[i];

    *style = *compose_text(compose, list, STYLE_LIST);
    style->left +=
        len_scale(style->size, LIST_INDENT + LIST_STEP * sides->depth, 10);
    sides->numbers[i] = list->kind == DOC_OL ? list->as.list.start : -1;
}

static void add_lists(struct blocks *blocks, const struct doc_node *list,
    const struct doc_node *second, int depth)
{
    const struct doc_node *other = second != NULL ? second->first : NULL;
    struct sides sides = {.depth = depth};

    begin_side(blocks->compose, &sides, 0, list);
    if (second != NULL) {
        begin_side(blocks->compose, &sides, 1, second);
    }
    for (const struct doc_node *li = list->first; li != NULL; li = li->next) {
        if (li != list->first &&
            (li->next == NULL || li == list->first->next)) {
            flow_penalize(blocks->flow, FLOW_LONE_ITEM);
        }
        add_item(blocks, li, other, &sides);
        other = other != NULL ? other->next : NULL;
        for (int i = 0; i < 2; i++) {
            sides.numbers[i] += sides.numbers[i] >= 0 ? 1 : 0;
        }
    }
}

void blocks_add_list(struct blocks *blocks, const struct doc_node *node)
{
    bool is_pair = node->parent->kind == DOC_PAIR;

    add_lists(blocks, node, is_pair ? node->next : NULL, 0);
}
