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
    enum style_align align, len measure, enum page_part part, const char *text)
{
    struct text_style aligned = *style;
    struct para para = {.node = node,
        .style = &aligned,
        .measure = measure,
        .role = PAGE_ARTIFACT,
        .part = part};

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

/* The report's title at the left, the section at the right, or one of them. */
static struct page_item *running_head(struct compose *compose,
    const struct page_style *page, const char *title, const char *section)
{
    const struct style *style = compose->style;
    const struct text_style *head = &style->text[STYLE_RUNNING_HEAD];
    const struct doc_node *root = compose->document->root;
    const struct doc_node *right_node = root;
    len baseline = page->top - page->head;
    struct page_item *items =
        flow_fill(compose, page->left, baseline + head->size / 2, page->measure,
            LEN_PT / 2, style->colors.rule);
    struct line *left = NULL;
    struct line *right;
    len room = page->measure;

    /* Its title in the other language stands where the section would. */
    if (compose->document->second_title != NULL) {
        section = compose->document->second_title;
        right_node = second_root(compose);
    }
    if (title != NULL) {
        left = set_artifact(
            compose, root, head, STYLE_START, page->measure, PAGE_HEAD, title);
    }
    if (left != NULL) {
        items_shift(left->first, page->left, baseline);
        items = items_join(items, left->first);
        room -= left->next == NULL ? left->width + 2 * head->size : room;
    }
    right = section != NULL && room > 0
                ? set_artifact(compose, right_node, head, STYLE_END, room,
                      PAGE_HEAD, section)
                : NULL;
    /* A title too long for the line is left out. */
    if (right != NULL && right->next == NULL && right->width <= room) {
        items_shift(right->first, page->left + page->measure - room, baseline);
        items = items_join(items, right->first);
    }
    return items;
}

/* The number as the style has it; outside and inside are sides of the sheet. */
static struct page_item *page_number(struct compose *compose,
    const struct page_style *page, const char *label, bool is_verso)
{
    const struct style *style = compose->style;
    struct text_style number = style->text[STYLE_PAGE_NUMBER];
    len x = page->left;
    len measure = page->measure;
    g_auto(GStrv) parts =
        g_strsplit(style->number != NULL ? style->number : "{}", "{}", -1);
    g_autofree char *text = g_strjoinv(label, parts);
    struct line *line;

    if (number.align == STYLE_OUTSIDE || number.align == STYLE_INSIDE) {
        bool is_left = is_verso == (number.align == STYLE_OUTSIDE);

        number.align = is_left ? STYLE_START : STYLE_END;
        x += is_left ? number.indent : 0;
        measure -= number.indent;
        number.indent = 0;
    }
    line = set_artifact(compose, compose->document->root, &number, number.align,
        measure, PAGE_FOOT, text);
    if (line == NULL) {
        return NULL;
    }
    items_shift(line->first, x, page->top + page->depth + page->foot);
    return line->first;
}

struct page_item *flow_furniture(struct compose *compose, const char *section,
    const char *label, bool is_verso)
{
    const struct style *style = compose->style;
    const struct page_style *page = is_verso ? &style->verso : &style->page;
    const char *title = compose->document->title;
    struct page_item *items = NULL;

    /* Where the section is the report, the same words would stand twice. */
    if (section != NULL && g_str_equal(section, title)) {
        section = NULL;
    }
    if (page->is_facing) {
        section = is_verso ? NULL : section;
        title = section != NULL ? NULL : title;
    }
    if (page->head != 0) {
        items = running_head(compose, page, title, section);
    }
    if (page->foot != 0) {
        items = items_join(items, page_number(compose, page, label, is_verso));
    }
    return items;
}
