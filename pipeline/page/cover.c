/*
 * The cover: title and subtitle at the foot of a block of the accent colour,
 * below it one large figure; publisher and date at the foot of the page.
 */
#include "base/arena.h"
#include "doc/doc.h"
#include "page/blocks.h"
#include "page/compose.h"
#include "page/flow.h"
#include "page/para.h"

/* Parts of the page's height, in hundredths; points. */
#define BLOCK_PART 46
#define BLOCK_PAD 40
#define BAR_WIDTH 48
#define BAR_HEIGHT 4
#define BAR_GAP 20
#define FIGURE_GAP 64
#define UNIT_GAP 6
#define FOOT_GAP 12

/* Styles of key figures are larger here, in tenths. */
#define LABEL_SCALE 13
#define VALUE_SCALE 24

struct cover {
    struct compose *compose;
    struct page_item *items;
    len y;     /* where the next part begins */
    len right; /* where the last line of the last part ended */
};

static struct text_style scaled(const struct compose *compose,
    const struct doc_node *node, enum style_name name, int tenths)
{
    struct text_style style = *compose_text(compose, node, name);

    style.size = len_scale(style.size, tenths, 10);
    style.line = len_scale(style.line, tenths, 10);
    return style;
}

/* Sets a paragraph at x from the text's edge and goes below it. */
static void set_part(struct cover *cover, const struct doc_node *node,
    const struct text_style *style, len x)
{
    struct compose *compose = cover->compose;
    struct para para = {
        .node = node, .style = style, .measure = compose->page->measure - x};

    if (node == NULL) {
        return;
    }
    cover->y += style->before;
    for (struct line *line = para_set(compose, &para); line != NULL;
         line = line->next) {
        items_shift(line->first, compose->page->left + x,
            cover->y + para_baseline(style));
        cover->items = items_join(cover->items, line->first);
        cover->y += style->line;
        cover->right = x + line->width;
    }
    cover->y += style->after;
}

/* A part and that of the second language, if there are any. */
static void set_parts(
    struct cover *cover, const struct doc_node *node, enum style_name name)
{
    for (; node != NULL; node = doc_second(node)) {
        set_part(cover, node, compose_text(cover->compose, node, name), 0);
    }
}

/* The height of them. */
static len parts_height(
    struct compose *compose, const struct doc_node *node, enum style_name name)
{
    struct cover trial = {.compose = compose};

    set_parts(&trial, node, name);
    return trial.y;
}

static len lines_height(struct compose *compose, const struct doc_node *node)
{
    struct cover trial = {.compose = compose};

    for (const struct doc_node *n = node->first; n != NULL; n = n->next) {
        if (n->kind == DOC_P) {
            set_part(&trial, n, compose_text(compose, n, STYLE_COVER_LINE), 0);
        }
    }
    return trial.y;
}

/* Title and subtitle end above the block's foot. */
static void set_title(struct cover *cover, const struct doc_node *node)
{
    struct compose *compose = cover->compose;
    const struct color_style *colors = &compose->style->colors;
    const struct doc_node *title = doc_child(node, DOC_TITLE);
    const struct doc_node *subtitle = doc_child(node, DOC_SUBTITLE);
    len foot = compose->page->height * BLOCK_PART / 100;

    cover->items =
        flow_fill(compose, 0, 0, compose->page->width, foot, colors->accent);
    if (node->id != NULL) {
        cover->items =
            items_join(cover->items, flow_anchor(compose, node, node->id));
    }
    cover->y = foot - BLOCK_PAD * LEN_PT -
               parts_height(compose, title, STYLE_COVER_TITLE) -
               parts_height(compose, subtitle, STYLE_COVER_SUBTITLE);
    cover->items = items_join(cover->items,
        flow_fill(compose, compose->page->left,
            cover->y - (BAR_GAP + BAR_HEIGHT) * LEN_PT, BAR_WIDTH * LEN_PT,
            BAR_HEIGHT * LEN_PT, colors->tint));
    set_parts(cover, title, STYLE_COVER_TITLE);
    set_parts(cover, subtitle, STYLE_COVER_SUBTITLE);
    cover->y = foot;
}

/* The unit stands on the line of the value. */
static void set_value(struct cover *cover, const struct doc_node *node,
    const struct doc_node *unit_node)
{
    struct compose *compose = cover->compose;
    bool is_second = doc_is_translation(compose->document, node);
    struct text_style value = scaled(
        compose, node, STYLE_KEY_VALUE, is_second ? LABEL_SCALE : VALUE_SCALE);
    struct text_style unit = scaled(compose, node, STYLE_KEY_UNIT, LABEL_SCALE);

    set_part(cover, node, &value, 0);
    if (unit_node != NULL) {
        if (!node->is_chinese) {
            items_end_word(cover->items);
        }
        cover->y -= value.line;
        unit.line = value.line;
        unit.before = para_baseline(&value) - para_baseline(&unit);
        set_part(cover, unit_node, &unit, cover->right + UNIT_GAP * LEN_PT);
        cover->y -= unit.before;
    }
}

static void set_scaled(
    struct cover *cover, const struct doc_node *node, enum style_name name)
{
    for (; node != NULL; node = doc_second(node)) {
        struct text_style style =
            scaled(cover->compose, node, name, LABEL_SCALE);

        set_part(cover, node, &style, 0);
    }
}

static void set_figure(struct cover *cover, const struct doc_node *figure)
{
    const struct doc_node *value = doc_child(figure, DOC_VALUE);
    const struct doc_node *unit = doc_child(figure, DOC_UNIT);

    cover->y += FIGURE_GAP * LEN_PT;
    set_scaled(cover, doc_child(figure, DOC_LABEL), STYLE_KEY_LABEL);
    for (; value != NULL; value = doc_second(value)) {
        set_value(cover, value, unit);
        unit = doc_second(unit);
    }
    set_scaled(cover, doc_child(figure, DOC_DETAIL), STYLE_KEY_DETAIL);
}

static void set_foot(struct cover *cover, const struct doc_node *node)
{
    struct compose *compose = cover->compose;
    const struct page_style *page = compose->page;

    cover->y = page->top + page->depth - lines_height(compose, node);
    if (doc_child(node, DOC_P) != NULL) {
        cover->items = items_join(cover->items,
            flow_fill(compose, page->left, cover->y - FOOT_GAP * LEN_PT,
                page->measure, LEN_PT / 2, compose->style->colors.rule));
    }
    for (const struct doc_node *n = node->first; n != NULL; n = n->next) {
        if (n->kind == DOC_P) {
            set_part(cover, n, compose_text(compose, n, STYLE_COVER_LINE), 0);
        }
    }
}

void blocks_add_cover(struct blocks *blocks, const struct doc_node *node)
{
    struct cover cover = {.compose = blocks->compose};
    const struct doc_node *figure = doc_child(node, DOC_KEYFIGURE);

    set_title(&cover, node);
    if (figure != NULL) {
        set_figure(&cover, figure);
    }
    set_foot(&cover, node);
    flow_add_plain_page(blocks->flow, cover.items);
}
