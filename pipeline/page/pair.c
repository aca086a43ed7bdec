/*
 * Two languages side by side, line by line: both columns have the line pitch
 * of the first, so that what belongs together begins at one height, lines of
 * the two stand on one baseline, and a page may end after any of them.
 */
#include "page/pair.h"

#include <string.h>

#include "base/arena.h"
#include "doc/doc.h"
#include "page/blocks.h"
#include "page/compose.h"
#include "page/flow.h"
#include "page/para.h"

len pair_second_x(const struct compose *compose)
{
    return compose->style->pair.first + compose->style->pair.gutter;
}

len pair_second_width(const struct compose *compose)
{
    return compose->page->measure - pair_second_x(compose);
}

static void join_line(struct line *line, struct line *other)
{
    struct note_mark **end = &line->notes;

    line->second = other->first;
    line->width = MAX(line->width, other->width);
    while (*end != NULL) {
        end = &(*end)->next;
    }
    *end = other->notes;
}

/* A line of the second column with nothing beside it. */
static void move_over(struct line *line)
{
    line->second = line->first;
    line->first = line->last = NULL;
}

struct line *pair_beside(
    const struct compose *compose, struct line *first, struct line *second)
{
    len x = pair_second_x(compose);
    struct line *line = first;
    struct line **end = &first;

    for (struct line *s = second; s != NULL; s = s->next) {
        items_shift(s->first, x, 0);
        s->width += x;
    }
    while (line != NULL && second != NULL) {
        join_line(line, second);
        end = &line->next;
        line = line->next;
        second = second->next;
    }
    if (line == NULL) {
        *end = second;
        for (; second != NULL; second = second->next) {
            move_over(second);
        }
    }
    return first;
}

struct line *pair_set_title(
    struct compose *compose, struct para *para, const struct doc_node *numbered)
{
    const struct doc_node *second = doc_second(para->node);
    struct line *line;

    if (second == NULL) {
        return para_set(compose, para);
    }
    para->measure = compose->style->pair.first;
    line = para_set(compose, para);
    for (struct line *l = line; l != NULL; l = l->next) {
        items_end_word(l->first);
    }
    para->node = second;
    para->style = compose_text(compose, second, para->style->name);
    para->measure = pair_second_width(compose);
    if (strcmp(doc_lang(second), "en") == 0) {
        para->prefix_gap = para->style->size * 3 / 4;
    }
    para->prefix = numbered != NULL
                       ? numbering_prefix(compose->translated, numbered)
                       : NULL;
    return pair_beside(compose, line, para_set(compose, para));
}

static void add_paragraphs(struct blocks *blocks, const struct doc_node *pair)
{
    struct compose *compose = blocks->compose;
    const struct doc_node *first = pair->first;
    const struct doc_node *second = doc_second(first);
    enum style_name name = blocks_paragraph_style(first);
    const struct text_style *style = compose_text(compose, first, name);
    struct para left = {
        .node = first, .style = style, .measure = compose->style->pair.first};
    struct para right = {.node = second,
        .style = compose_text(compose, second, name),
        .measure = pair_second_width(compose)};
    struct line *line = para_set(compose, &left);

    line = pair_beside(compose, line, para_set(compose, &right));
    blocks_add_lines(blocks, pair, line, style);
}

void blocks_add_pair(struct blocks *blocks, const struct doc_node *node)
{
    if (node->first->kind == DOC_P) {
        add_paragraphs(blocks, node);
    } else {
        blocks_add_list(blocks, node->first);
    }
}
