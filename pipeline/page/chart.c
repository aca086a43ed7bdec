/*
 * A chart: its text, its marks, and the order in which it is drawn.
 * Everything is made of rules, fills and paths; sizes follow from the line
 * length and the number of marks.
 */
#include "page/chart.h"

#include "base/arena.h"
#include "page/color.h"
#include "page/compose.h"
#include "page/flat.h"

void chart_add(struct chart *chart, struct page_item *items)
{
    while (items != NULL) {
        items->node = chart->node; /* axes and grid are part of the figure */
        if (chart->last == NULL) {
            chart->items = items;
        } else {
            chart->last->next = items;
        }
        chart->last = items;
        items = items->next;
    }
}

len chart_line(const struct chart *chart)
{
    return chart->compose->style->text[STYLE_CHART].line;
}

struct page_color chart_color(const struct chart *chart, int series)
{
    const struct style *style = chart->compose->style;

    return style->palette[chart_look(series, style->palette_count).color];
}

static struct line *set_text(
    struct chart *chart, const char *text, len width, struct text_style *style)
{
    struct para para = {.node = chart->node, .style = style, .measure = width};

    return para_set_text(chart->compose, &para, text);
}

len chart_text_in(struct chart *chart, const char *text, enum style_align align,
    len x, len y, len width, struct page_color color)
{
    struct text_style style = chart->compose->style->text[STYLE_CHART];
    struct line *line;
    len height = 0;

    style.align = align;
    style.color = color;
    line = set_text(chart, text, width, &style);
    for (; line != NULL; line = line->next) {
        items_shift(line->first, x, y + height + para_baseline(&style));
        chart_add(chart, line->first);
        height += style.line;
    }
    return height;
}

len chart_text(struct chart *chart, const char *text, enum style_align align,
    len x, len y, len width)
{
    return chart_text_in(chart, text, align, x, y, width,
        chart->compose->style->text[STYLE_CHART].color);
}

static void measure(struct chart *chart, const char *text, len *min, len *max)
{
    struct compose *compose = chart->compose;
    struct compose_room room = compose_begin_scratch(compose);

    flat_begin(compose, chart->node);
    flat_add_text(
        compose, &compose->style->text[STYLE_CHART], chart->node, text);
    flat_finish(compose);
    flat_widths(compose->flat, min, max);
    compose_end_scratch(compose, room);
}

len chart_text_width(struct chart *chart, const char *text)
{
    len min;
    len max;

    measure(chart, text, &min, &max);
    return max;
}

len chart_word_width(struct chart *chart, const char *text)
{
    len min;
    len max;

    measure(chart, text, &min, &max);
    return min;
}

len chart_text_height(struct chart *chart, const char *text, len width)
{
    struct text_style style = chart->compose->style->text[STYLE_CHART];
    len height = 0;

    style.align = STYLE_START;
    for (struct line *line = set_text(chart, text, width, &style); line != NULL;
         line = line->next) {
        height += style.line;
    }
    return height;
}

void chart_rule(struct chart *chart, len x, len y, len width, len height,
    struct page_color color)
{
    chart_add(chart, flow_fill(chart->compose, x, y, width, height, color));
}

static void add_fill(struct chart *chart, struct page_fill fill)
{
    struct page_item *item = flow_fill(
        chart->compose, fill.x, fill.y, fill.width, fill.height, fill.color);

    item->role = PAGE_CONTENT;
    item->node = chart->node;
    item->as.fill.pattern = fill.pattern;
    chart_add(chart, item);
}

void chart_bar(
    struct chart *chart, int series, len x, len y, len width, len height)
{
    const struct style *style = chart->compose->style;
    struct chart_look look = chart_look(series, style->palette_count);
    struct page_fill fill = {
        x, y, width, height, chart_color(chart, series), 0};

    if (height <= 0 || width <= 0) {
        return;
    }
    if (look.pattern != 0) {
        struct page_fill ground = fill;

        ground.color = color_tint(fill.color, CHART_TINT);
        add_fill(chart, ground);
        fill.pattern = look.pattern;
    }
    add_fill(chart, fill);
}

void chart_value(struct chart *chart, const char *text, len x, len y, len width)
{
    const struct page_color paper = {255, 255, 255};

    chart_rule(
        chart, x, y + LEN_PT, width, chart_line(chart) - 2 * LEN_PT, paper);
    chart_text(chart, text, STYLE_START, x, y, width + LEN_PT);
}

len chart_value_width(struct chart *chart)
{
    const struct chart_data *data = &chart->data;
    len width = 0;

    for (int i = 0; i < data->category_count * data->series_count; i++) {
        if (data->points[i].label != NULL) {
            width =
                len_max(width, chart_text_width(chart, data->points[i].label));
        }
    }
    return width;
}

len chart_scale(const struct chart *chart, int64_t value, len extent)
{
    const struct ticks *ticks = &chart->data.ticks;
    int64_t span = ticks->step * (ticks->count - 1);
    int64_t offset = value - ticks->first;

    /* Both may be 10^15: reduced so that the product fits. */
    while (span > INT64_C(1000000000)) {
        span /= 10;
        offset /= 10;
    }
    return span > 0 ? len_scale(extent, offset, span) : 0;
}

/* Each with what is above the plot, the frame and the marks. */
static void (*const drawings[])(struct chart *chart) = {
    [DOC_BAR] = chart_draw_bars,
    [DOC_HBAR] = chart_draw_lying,
    [DOC_GROUPED_BAR] = chart_draw_bars,
    [DOC_STACKED_BAR] = chart_draw_stacks,
    [DOC_STACKED_HBAR] = chart_draw_lying_stacks,
    [DOC_LINE] = chart_draw_lines,
    [DOC_SLOPE] = chart_draw_slope,
    [DOC_MULTIPLES] = chart_draw_multiples,
};

struct chart chart_make(
    struct compose *compose, const struct doc_node *node, len cut)
{
    struct chart chart = {.compose = compose,
        .node = node,
        .data = chart_data_read(node, compose->arena),
        .cut = cut,
        .width = compose->page->measure,
        .right = compose->page->measure};

    drawings[chart.data.type](&chart);
    return chart;
}
