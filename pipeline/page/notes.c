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

/* Lines of a note that stand together where it is divided. */
#define NOTE_LINES 2

/* The page may end before this line, of that number in its note. */
static bool may_divide(const struct flow_note *note, int line)
{
    int rest = 1;

    if (note->begins != NULL) {
        return true;
    }
    for (const struct flow_note *n = note->next; n != NULL && n->begins == NULL;
         n = n->next) {
        rest++;
    }
    return line >= NOTE_LINES && rest >= NOTE_LINES;
}

len flow_notes_fit(const struct flow_note *note, len end, len room)
{
    len start = note != NULL ? note->at : 0;
    len allowed = start;
    len fitting = start;
    /* What a page before has begun may end anywhere but before its last. */
    int line = NOTE_LINES;

    for (; note != NULL && note->at < end; note = note->next) {
        line = note->begins != NULL ? 0 : line;
        if (note->at > start && may_divide(note, line)) {
            allowed = note->at;
        }
        fitting = note->at + note->height;
        if (fitting - start > room) {
            break;
        }
        line++;
        if (fitting >= end) {
            allowed = end;
        }
    }
    return allowed - start;
}

len flow_notes_least(const struct flow_note *notes, len end)
{
    const struct flow_note *last = NULL;

    for (; notes != NULL; notes = notes->next) {
        last = notes->begins != NULL ? notes : last;
    }
    for (int i = 0; last != NULL && i < NOTE_LINES; i++) {
        last = last->next;
    }
    return last != NULL && may_divide(last, NOTE_LINES) ? last->at : end;
}

const char *flow_note_number(
    struct compose *compose, const struct doc_node *note)
{
    const char *number;

    if (!compose->style->has_page_notes) {
        return numbering_of(compose->numbering, note);
    }
    number = g_hash_table_lookup(compose->notes, note);
    compose->has_forward = true;
    return number != NULL ? number : "1";
}

void flow_note_count(
    struct compose *compose, const struct doc_node *note, int number)
{
    if (compose->style->has_page_notes) {
        g_hash_table_insert(compose->notes_now, (void *)(uintptr_t)note,
            arena_printf(compose->arena, "%d", number));
    }
}

/* What the first line of a note begins with: its anchor and its number. */
static struct page_item *note_label(
    struct compose *compose, const struct para *para)
{
    struct page_item *items =
        flow_anchor(compose, para->node, link_anchor(compose, para->node));
    struct para number = *para;
    struct line *label;

    number.part = PAGE_LABEL;
    label =
        para_set_text(compose, &number, flow_note_number(compose, para->node));
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
        note->begins = items != NULL ? node : NULL;
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
