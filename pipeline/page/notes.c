/*
 * Footnotes: their lines, the rule above them, and what of them a page holds.
 */
#include "base/arena.h"
#include "doc/doc.h"
#include "page/compose.h"
#include "page/flow.h"
#include "page/link.h"
#include "page/para.h"

#define RULE_WIDTH 90 /* points */
#define LABEL 13      /* tenths of an em */

len flow_notes_gap(const struct compose *compose)
{
    return compose->style->text[STYLE_FOOTNOTE].line;
}

struct page_item *flow_notes_rule(struct compose *compose)
{
    return flow_fill(compose, 0, flow_notes_gap(compose) * 2 / 3,
        RULE_WIDTH * LEN_PT, LEN_PT / 2, compose->style->colors.rule);
}

len flow_notes_height(const struct flow_note *note)
{
    len height = 0;

    for (; note != NULL; note = note->next) {
        height += note->height;
    }
    return height;
}

/* What the first line of a note begins with: its anchor and its number. */
static struct page_item *note_label(
    struct compose *compose, const struct para *para)
{
    struct page_item *items =
        flow_anchor(compose, para->node, link_anchor(compose, para->node));
    struct line *label = para_set_text(
        compose, para, numbering_of(compose->numbering, para->node));

    if (label != NULL) {
        items_shift(label->first, 0, para_baseline(para->style));
        items = items_join(items, label->first);
    }
    return items;
}

/* The note's number in front, its text indented beside it; the last line. */
static struct flow_note *set_note(struct compose *compose,
    const struct doc_node *node, struct flow_note **end)
{
    const struct text_style *style =
        compose_text(compose, node, STYLE_FOOTNOTE);
    struct text_style text = *style;
    struct para para = {
        .node = node, .style = &text, .measure = compose->page->notes};
    struct page_item *items = note_label(compose, &para);
    struct flow_note *note = NULL;
    struct line *line;

    text.left += len_scale(style->size, LABEL, 10);
    line = para_set(compose, &para);
    do {
        note = ARENA_NEW(compose->arena, struct flow_note);
        note->height = style->line;
        note->is_first = items != NULL;
        if (line != NULL) {
            items_shift(line->first, 0, para_baseline(style));
            items = items_join(items, line->first);
            line = line->next;
        }
        note->first = items;
        items = NULL;
        *end = note;
        end = &note->next;
    } while (line != NULL);
    return note;
}

struct flow_note *flow_notes(
    struct compose *compose, const struct note_mark *marks)
{
    struct flow_note *first = NULL;
    struct flow_note **end = &first;

    for (; marks != NULL; marks = marks->next) {
        end = &set_note(compose, marks->note, end)->next;
    }
    return first;
}
