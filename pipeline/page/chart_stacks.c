/*
 * Bars of parts, upright and lying: the value of a part inside it where there
 * is room, that of the whole at the end.
 */
#include <stdlib.h>

#include "doc/doc.h"
#include "page/chart.h"
#include "page/color.h"
#include "page/compose.h"

#define BAR_PART 56         /* percent of a slot */
#define BAR_MAX 60          /* points */
#define LYING_BAR 16        /* points */
#define SEAM (LEN_PT / 2)   /* of paper between two parts */
#define INSIDE (2 * LEN_PT) /* from a value to the edges of its part */

struct box {
    len x;
    len y;
    len width;
    len height;
};

/* A value in its part: light or dark as reads better; on a hatched part on a
 * plain piece of its ground. */
static void label_part(
    struct chart *chart, int series, const char *text, const struct box *box)
{
    const struct style *style = chart->compose->style;
    const struct page_color paper = {255, 255, 255};
    struct page_color ink = style->text[STYLE_CHART].color;
    struct page_color color = chart_color(chart, series);
    len line = chart_line(chart);
    len width = text != NULL ? chart_text_width(chart, text) : 0;
    len x = box->x + (box->width - width) / 2;
    len y = box->y + (box->height - line) / 2;

    if (text == NULL || width + 2 * INSIDE > box->width || line > box->height) {
        return;
    }
    if (chart_look(series, style->palette_count).pattern != 0) {
        chart_rule(chart, x - LEN_PT, y + LEN_PT, width + 2 * LEN_PT,
            line - 2 * LEN_PT, color_tint(color, CHART_TINT));
    } else if (color_contrast(color, paper) > color_contrast(color, ink)) {
        ink = paper;
    }
    chart_text_in(chart, text, STYLE_START, x, y, width + LEN_PT, ink);
}

static void draw_part(
    struct chart *chart, int series, int category, const struct box *box)
{
    const struct chart_point *point =
        chart_data_point(&chart->data, series, category);

    chart_bar(chart, series, box->x, box->y, box->width, box->height);
    label_part(chart, series, point->label, box);
}

/* The part of an extent between two values, less the seam at its end. */
static void span(struct chart *chart, int series, int category, len extent,
    len *start, len *size)
{
    int64_t from;
    int64_t to;
    len first;
    len last;

    chart_data_part(&chart->data, series, category, &from, &to);
    first = chart_scale(chart, MIN(from, to), extent);
    last = chart_scale(chart, MAX(from, to), extent);
    *start = first;
    *size = last - first > 2 * SEAM ? last - first - SEAM : last - first;
}

/* The whole above its stack, where it is no wider than its place. */
static void label_stack(struct chart *chart, int category, len middle)
{
    const char *total = chart->data.totals[category];
    len foot = chart->top + chart->plot_height;
    len width = chart_text_width(chart, total);
    int64_t low;
    int64_t high;

    chart_data_stack(&chart->data, category, &low, &high);
    if (width <= chart->plot_width / chart->data.category_count) {
        chart_value(chart, total, middle - width / 2,
            foot - chart_scale(chart, high, chart->plot_height) -
                chart_line(chart) - LEN_PT,
            width);
    }
}

static void draw_stack(struct chart *chart, int category, len x, len width)
{
    const struct chart_data *data = &chart->data;
    len foot = chart->top + chart->plot_height;
    const char *total = data->totals[category];

    for (int s = 0; s < data->series_count; s++) {
        struct box box = {.x = x, .width = width};
        len start;

        span(chart, s, category, chart->plot_height, &start, &box.height);
        box.y = foot - start - box.height;
        if (chart_data_point(data, s, category)->has_value) {
            draw_part(chart, s, category, &box);
        }
    }
    if (total != NULL) {
        label_stack(chart, category, x + width / 2);
    }
}

void chart_draw_stacks(struct chart *chart)
{
    len slot;
    len bar;

    chart_head(chart);
    chart_axes(chart);
    slot = chart->plot_width / MAX(chart->data.category_count, 1);
    bar = MIN(slot * BAR_PART / 100, BAR_MAX * LEN_PT);
    for (int i = 0; i < chart->data.category_count; i++) {
        draw_stack(chart, i, chart->left + slot * i + (slot - bar) / 2, bar);
    }
}

static void draw_lying_stack(struct chart *chart, int category, len y)
{
    const struct chart_data *data = &chart->data;
    const char *total = data->totals[category];

    for (int s = 0; s < data->series_count; s++) {
        struct box box = {.y = y, .height = LYING_BAR * LEN_PT};
        len start;

        span(chart, s, category, chart->plot_width, &start, &box.width);
        box.x = chart->left + start;
        if (chart_data_point(data, s, category)->has_value) {
            draw_part(chart, s, category, &box);
        }
    }
    if (total != NULL) {
        int64_t low;
        int64_t high;

        chart_data_stack(data, category, &low, &high);
        chart_text(chart, total, STYLE_START,
            chart->left + chart_scale(chart, high, chart->plot_width) +
                CHART_LABEL_GAP * LEN_PT,
            y + (LYING_BAR * LEN_PT - chart_line(chart)) / 2,
            chart_text_width(chart, total) + LEN_PT);
    }
}

void chart_draw_lying_stacks(struct chart *chart)
{
    len totals = 0;

    for (int i = 0; i < chart->data.category_count; i++) {
        const char *total = chart->data.totals[i];

        if (total != NULL) {
            totals = len_max(totals, chart_text_width(chart, total) +
                                         CHART_LABEL_GAP * LEN_PT + LEN_PT);
        }
    }
    chart_lying_rows(chart, LYING_BAR * LEN_PT, totals, draw_lying_stack);
}
