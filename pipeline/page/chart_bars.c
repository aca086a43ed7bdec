/*
 * Upright bars beside each other, with their values where there is room.
 */
#include "doc/doc.h"
#include "page/chart.h"
#include "page/compose.h"

/* Percent of a slot that its bars fill. */
#define BAR_PART 56
#define GROUP_PART 76
#define BAR_MAX 46 /* points */

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

static void draw_bar(
    struct chart *chart, int series, int category, len x, len bar, len room)
{
    const struct chart_point *point =
        chart_data_point(&chart->data, series, category);
    bool is_alone = chart->data.series_count == 1;
    len foot = chart->top + chart->plot_height;
    len zero = foot - chart_scale(chart, 0, chart->plot_height);
    len y = foot - chart_scale(chart, point->value, chart->plot_height);
    len top = MIN(y, zero);
    len bottom = MAX(y, zero);

    if (point->has_value) {
        chart_bar(
            chart, series, x, top, bar - (is_alone ? 0 : LEN_PT), bottom - top);
        label_bar(chart, point, x + bar / 2, top, bottom, room);
    }
}

void chart_draw_bars(struct chart *chart)
{
    int count = chart->data.series_count;
    len slot;
    len bar;

    chart_head(chart);
    chart_axes(chart);
    slot = chart->plot_width / MAX(chart->data.category_count, 1);
    bar = slot * (count > 1 ? GROUP_PART : BAR_PART) / 100 / count;
    bar = MIN(bar, BAR_MAX * LEN_PT);
    for (int i = 0; i < chart->data.category_count; i++) {
        len x = chart->left + slot * i + (slot - bar * count) / 2;

        for (int s = 0; s < count; s++) {
            draw_bar(chart, s, i, x + bar * s, bar, count > 1 ? bar : slot);
        }
    }
}
