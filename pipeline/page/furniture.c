/*
 * What stands on pages beside the text: running heads and page numbers.
 */
#include <glib.h>

#include "base/arena.h"
#include "doc/doc.h"
#include "page/compose.h"
#include "page/flow.h"
#include "page/para.h"

const char *flow_roman(struct compose *compose, int n)
{
    static const struct {
        int value;
        const char *text;
    } digits[] = {{1000, "m"}, {900, "cm"}, {500, "d"}, {400, "cd"}, {100, "c"},
        {90, "xc"}, {50, "l"}, {40, "xl"}, {10, "x"}, {9, "ix"}, {5, "v"},
        {4, "iv"}, {1, "i"}};
    g_autoptr(GString) text = g_string_new(NULL);

    for (size_t i = 0; i < G_N_ELEMENTS(digits); i++) {
        while (n >= digits[i].value) {
            g_string_append(text, digits[i].text);
            n -= digits[i].value;
        }
    }
    return arena_strdup(compose->arena, text->str);
}

/* One line of an artifact's text in the language of node. */
static struct line *set_artifact(struct compose *compose,
    const struct doc_node *node, const struct text_style *style,
    enum style_align align, len measure, const char *text)
{
    struct text_style aligned = *style;
    struct para para = {.node = node,
        .style = &aligned,
        .measure = measure,
        .role = PAGE_ARTIFACT};

    aligned.align = align;
    return para_set_text(compose, &para, text);
}

/* Something in the second language: artifacts come from no element of it. */
static const struct doc_node *second_root(struct compose *compose)
{
    struct doc_node *node = ARENA_NEW(compose->arena, struct doc_node);

    *node = *compose->document->root;
    node->is_chinese = !node->is_chinese;
    return node;
}

struct page_item *flow_furniture(struct compose *compose, const char *title,
    const char *section, const char *label)
{
    const struct style *style = compose->style;
    const struct page_style *page = compose->page;
    const struct text_style *head = &style->text[STYLE_RUNNING_HEAD];
    const struct doc_node *root = compose->document->root;
    const struct doc_node *right_node = root;
    const char *second = compose->document->second_title;
    len baseline = page->top - page->head;
    struct line *left =
        set_artifact(compose, root, head, STYLE_START, page->measure, title);
    struct line *number =
        set_artifact(compose, root, &style->text[STYLE_PAGE_NUMBER],
            style->text[STYLE_PAGE_NUMBER].align, page->measure, label);
    struct page_item *items =
        flow_fill(compose, page->left, baseline + head->size / 2, page->measure,
            LEN_PT / 2, style->colors.rule);

    if (second != NULL) {
        section = second;
        right_node = second_root(compose);
    }
    if (left != NULL) {
        items_shift(left->first, page->left, baseline);
        items = items_join(items, left->first);
    }
    /* Where the section is the report, the same words would stand twice. */
    if (section != NULL && left != NULL && left->next == NULL &&
        !g_str_equal(section, title)) {
        len room = page->measure - left->width - 2 * head->size;
        struct line *right = room > 0 ? set_artifact(compose, right_node, head,
                                            STYLE_END, room, section)
                                      : NULL;

        /* A title too long for the line is left out. */
        if (right != NULL && right->next == NULL && right->width <= room) {
            items_shift(
                right->first, page->left + page->measure - room, baseline);
            items = items_join(items, right->first);
        }
    }
    if (number != NULL) {
        items_shift(
            number->first, page->left, page->top + page->depth + page->foot);
        items = items_join(items, number->first);
    }
    return items;
}
