/*
 * Key figures as a grid of cards: label, the figure with its unit, detail.
 * The cards of a row are of one height and stay on one page.
 */
#include "base/arena.h"
#include "doc/doc.h"
#include "page/blocks.h"
#include "page/compose.h"
#include "page/flat.h"
#include "page/flow.h"
#include "page/para.h"

/* Points. */
#define CARD_GAP 10
#define CARD_PAD 10
#define CARD_EDGE 3
#define UNIT_GAP 3

#define COLUMNS_MAX 3

struct card {
    struct page_item *items; /* x and y from its upper left corner */
    struct note_mark *notes;
    struct note_mark **notes_end;
    len height;
};

/* Puts a line into the card, moved by x and y, with its marks of notes. */
static void add_line(struct card *card, struct line *line, len x, len y)
{
    items_shift(line->first, x, y);
    card->items = items_join(card->items, line->first);
    *card->notes_end = line->notes;
    while (*card->notes_end != NULL) {
        card->notes_end = &(*card->notes_end)->next;
    }
}

/* Lines one below the other from y on; returns where they end. */
static len add_lines(
    struct card *card, struct line *line, const struct text_style *style, len y)
{
    for (; line != NULL; line = line->next) {
        add_line(card, line, 0, y + para_baseline(style));
        y += style->line;
    }
    return y;
}

/*
 * Sets a part below y in a column of that width, and below it that of the
 * second language; returns where they end.
 */
static len add_part(struct compose *compose, const struct doc_node *node,
    enum style_name name, len width, len y, struct card *card)
{
    for (; node != NULL; node = doc_second(node)) {
        const struct text_style *style = compose_text(compose, node, name);
        struct para para = {.node = node, .style = style, .measure = width};

        y = add_lines(card, para_set(compose, &para), style, y);
    }
    return y;
}

static len add_unit_below(struct compose *compose, const struct doc_node *unit,
    len width, len y, struct card *card)
{
    const struct text_style *style =
        compose_text(compose, unit, STYLE_KEY_DETAIL);
    struct para para = {.node = unit, .style = style, .measure = width};

    return add_lines(card, para_set(compose, &para), style, y);
}

/* The figure, and its unit on the same line where there is room for it. */
static len add_value(struct compose *compose, const struct doc_node *value,
    const struct doc_node *unit, len width, len y, struct card *card)
{
    const struct text_style *style =
        compose_text(compose, value, STYLE_KEY_VALUE);
    const struct text_style *small =
        compose_text(compose, value, STYLE_KEY_UNIT);
    struct para para = {.node = value, .style = style, .measure = width};
    len end = 0;

    for (struct line *line = para_set(compose, &para); line != NULL;
         line = line->next) {
        add_line(card, line, 0, y + para_baseline(style));
        y += style->line;
        end = line->width;
    }
    if (unit != NULL) {
        len room = width - end - UNIT_GAP * LEN_PT;
        struct line *line;

        para.node = unit;
        para.style = small;
        line = para_set(compose, &para);
        if (!value->is_chinese) {
            items_end_word(card->items);
        }
        if (line != NULL && line->next == NULL && line->width <= room) {
            add_line(card, line, end + UNIT_GAP * LEN_PT,
                y - style->line + para_baseline(style));
        } else {
            y = add_unit_below(compose, unit, width, y, card);
        }
    }
    return y;
}

/* In each language. */
static len add_values(struct compose *compose, const struct doc_node *figure,
    len width, len y, struct card *card)
{
    const struct doc_node *value = doc_child(figure, DOC_VALUE);
    const struct doc_node *unit = doc_child(figure, DOC_UNIT);

    for (; value != NULL; value = doc_second(value)) {
        y = add_value(compose, value, unit, width, y, card);
        unit = doc_second(unit);
    }
    return y;
}

static void set_card(struct compose *compose, const struct doc_node *figure,
    len width, struct card *card)
{
    len inner = width - 2 * CARD_PAD * LEN_PT;
    len y = CARD_PAD * LEN_PT * 7 / 10;

    *card = (struct card){.notes_end = &card->notes};
    if (figure->id != NULL) {
        card->items = flow_anchor(compose, figure, figure->id);
    }
    y = add_part(
        compose, doc_child(figure, DOC_LABEL), STYLE_KEY_LABEL, inner, y, card);
    y = add_values(compose, figure, inner, y, card);
    y = add_part(compose, doc_child(figure, DOC_DETAIL), STYLE_KEY_DETAIL,
        inner, y, card);
    items_shift(card->items, CARD_PAD * LEN_PT, 0);
    card->height = y + CARD_PAD * LEN_PT * 7 / 10;
}

/* The ground of a card comes before what stands on it. */
static struct page_item *draw_card(
    struct compose *compose, const struct card *card, len width, len height)
{
    const struct color_style *colors = &compose->style->colors;
    struct page_item *ground =
        flow_fill(compose, 0, 0, width, height, colors->tint);
    struct page_item *edge =
        flow_fill(compose, 0, 0, CARD_EDGE * LEN_PT, height, colors->accent);

    return items_join(ground, items_join(edge, card->items));
}

static len text_width(
    struct compose *compose, const struct doc_node *node, enum style_name name)
{
    len min;
    len max = 0;

    if (node != NULL) {
        struct para para = {
            .node = node, .style = compose_text(compose, node, name)};
        struct compose_room room = compose_begin_scratch(compose);

        para_fill(compose, &para);
        flat_widths(compose->flat, &min, &max);
        compose_end_scratch(compose, room);
    }
    return max;
}

static len card_width(const struct compose *compose, int columns)
{
    return (compose->page->measure - (columns - 1) * CARD_GAP * LEN_PT) /
           columns;
}

/* The most columns, up to three, in which each figure has room for its unit. */
static int column_count(struct compose *compose, const struct doc_node *node)
{
    int columns = COLUMNS_MAX;
    len need = 0;

    for (const struct doc_node *n = node->first; n != NULL; n = n->next) {
        const struct doc_node *unit = doc_child(n, DOC_UNIT);

        for (const struct doc_node *value = doc_child(n, DOC_VALUE);
             value != NULL; value = doc_second(value)) {
            len width = text_width(compose, value, STYLE_KEY_VALUE) +
                        text_width(compose, unit, STYLE_KEY_UNIT);

            need = MAX(need, width);
            unit = doc_second(unit);
        }
    }
    need += (2 * CARD_PAD + UNIT_GAP + 1) * LEN_PT;
    while (columns > 1 && need > card_width(compose, columns)) {
        columns--;
    }
    return columns;
}

static void add_cards(struct blocks *blocks, const struct doc_node **figure,
    int columns, bool is_first)
{
    struct compose *compose = blocks->compose;
    len width = card_width(compose, columns);
    struct flow_box *box = flow_box_new(compose);
    struct card cards[COLUMNS_MAX] = {0};
    struct flow_note **notes = &box->notes;
    int count = 0;

    for (; count < columns && *figure != NULL;
         count++, *figure = (*figure)->next) {
        set_card(compose, *figure, width, &cards[count]);
        box->height = MAX(box->height, cards[count].height);
    }
    for (int i = 0; i < count; i++) {
        struct page_item *items =
            draw_card(compose, &cards[i], width, box->height);

        items_shift(items, i * (width + CARD_GAP * LEN_PT), 0);
        flow_box_append(box, items);
        *notes = flow_notes(compose, cards[i].notes);
        while (*notes != NULL) {
            notes = &(*notes)->next;
        }
    }
    box->before = is_first ? compose->style->text[STYLE_BODY].line / 2
                           : CARD_GAP * LEN_PT;
    box->after = *figure == NULL ? compose->style->text[STYLE_BODY].line : 0;
    flow_add(blocks->flow, box);
}

void blocks_add_keyfigures(struct blocks *blocks, const struct doc_node *node)
{
    const struct doc_node *figure = node->first;
    int most = column_count(blocks->compose, node);

    for (int row = 0; figure != NULL; row++) {
        add_cards(blocks, &figure, doc_key_row(node, most, row), row == 0);
    }
}
