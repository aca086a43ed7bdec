/*
 * Bars upright and lying, with their values where there is room.
 */
#include "doc/doc.h"
#include "page/chart.h"
#include "page/compose.h"

/* Percent of a slot that its bars fill. */
#define BAR_PART 56
#define GROUP_PART 76
#define BAR_MAX 46 /* points */
#define LYING_BAR 11
#define LYING_GAP 8
#define NAME_PART 45 /* percent of the width that names may take */

static void add_bar(
    struct chart *chart, int series, len x, len y, len width, len height)
{
    struct page_item *item = flow_fill(
        chart->compose, x, y, width, height, chart_color(chart, series));

    item->role = PAGE_CONTENT;
    item->node = chart->node;
    item->as.fill.pattern = series % 4;
    chart_add(chart, item);
}

void chart_value(struct chart *chart, const char *text, len x, len y, len width)
{
    const struct page_color paper = {255, 255, 255};

    chart_add(chart, flow_fill(chart->compose, x, y + LEN_PT, width,
                         chart_line(chart) - 2 * LEN_PT, paper));
    chart_text(chart, text, STYLE_START, x, y, width + LEN_PT);
}

/* The value above its bar, or below a negative one. */
static void label_bar(struct chart *chart, const struct chart_point *point,
    len middle, len top, len bottom, len room)
{
    len width;

    if (point->label == NULL) {
        return;
    }
    width = chart_text_width(chart, point->label);
    if (width <= room) {
        len y = point->value < 0 ? bottom + LEN_PT
                                 : top - chart_line(chart) - LEN_PT;

        chart_value(chart, point->label, middle - width / 2, y, width);
    }
}

void chart_draw_bars(struct chart *chart)
{
    len slot = chart->plot_width / MAX(chart->category_count, 1);
    int count = chart->series_count;
    len group = slot * (count > 1 ? GROUP_PART : BAR_PART) / 100;
    len bar = MIN(group / count, BAR_MAX * LEN_PT);
    len foot = chart->top + chart->plot_height;
    len zero = foot - chart_scale(chart, 0, chart->plot_height);

    for (int i = 0; i < chart->category_count; i++) {
        len x = chart->left + slot * i + (slot - bar * count) / 2;

        for (int s = 0; s < count; s++, x += bar) {
            const struct chart_point *point = chart_point(chart, s, i);
            len y;
            len top;
            len bottom;

            if (!point->has_value) {
                continue;
            }
            y = foot - chart_scale(chart, point->value, chart->plot_height);
            top = MIN(y, zero);
            bottom = MAX(y, zero);
            add_bar(
                chart, s, x, top, bar - (count > 1 ? LEN_PT : 0), bottom - top);
            label_bar(
                chart, point, x + bar / 2, top, bottom, count > 1 ? bar : slot);
        }
    }
}

/* Room that the names of the categories take at the left. */
static len name_width(struct chart *chart)
{
    len width = 0;

    for (int i = 0; i < chart->category_count; i++) {
        g_autofree char *text = doc_lines(chart->categories[i]);

        width = MAX(width, chart_text_width(chart, text));
    }
    return MIN(width + LEN_PT, chart->width * NAME_PART / 100);
}

len chart_value_width(struct chart *chart)
{
    len width = 0;

    for (int i = 0; i < chart->category_count * chart->series_count; i++) {
        if (chart->points[i].label != NULL) {
            width = MAX(width, chart_text_width(chart, chart->points[i].label));
        }
    }
    return width + CHART_LABEL_GAP * LEN_PT + LEN_PT;
}

static void draw_lying_bar(struct chart *chart, int series, int category, len y)
{
    const struct chart_point *point = chart_point(chart, series, category);
    len zero = chart->left + chart_scale(chart, 0, chart->plot_width);
    len end;

    if (!point->has_value) {
        return;
    }
    end = chart->left + chart_scale(chart, point->value, chart->plot_width);
    add_bar(chart, series, MIN(zero, end), y, MAX(zero, end) - MIN(zero, end),
        LYING_BAR * LEN_PT - (chart->series_count > 1 ? LEN_PT : 0));
    if (point->label != NULL) {
        chart_text(chart, point->label, STYLE_START,
            MAX(zero, end) + CHART_LABEL_GAP * LEN_PT,
            y + (LYING_BAR * LEN_PT - chart_line(chart)) / 2,
            chart->width - MAX(zero, end) - CHART_LABEL_GAP * LEN_PT);
    }
}

/* Bars from the longest value's scale: the axis ends at it, not at a tick,
 * as every bar carries its value. */
void chart_draw_lying(struct chart *chart)
{
    const struct color_style *colors = &chart->compose->style->colors;
    len bars = chart->series_count * LYING_BAR * LEN_PT;
    len names = name_width(chart);
    len y = chart->top;
    len zero;

    chart->ticks.first = chart->low;
    chart->ticks.step = MAX(chart->high - chart->low, 1);
    chart->ticks.count = 2;
    chart->left = names + 8 * LEN_PT;
    chart->plot_width = chart->width - chart->left - chart_value_width(chart);
    zero = chart->left + chart_scale(chart, 0, chart->plot_width);
    for (int i = 0; i < chart->category_count; i++) {
        g_autofree char *text = doc_lines(chart->categories[i]);
        struct page_item *before = chart->last;
        len height = chart_text(chart, text, STYLE_END, 0, y, names);
        len row = MAX(height, bars);
        struct page_item *first = before != NULL ? before->next : chart->items;

        items_shift(first, 0, (row - height) / 2);
        for (int s = 0; s < chart->series_count; s++) {
            draw_lying_bar(
                chart, s, i, y + (row - bars) / 2 + s * LYING_BAR * LEN_PT);
        }
        y += row + LYING_GAP * LEN_PT;
    }
    y -= LYING_GAP * LEN_PT;
    chart_add(chart,
        flow_fill(chart->compose, zero - LEN_PT / 4, chart->top - 3 * LEN_PT,
            LEN_PT / 2, y - chart->top + 6 * LEN_PT, colors->quiet));
    chart->height = y + 3 * LEN_PT;
}
