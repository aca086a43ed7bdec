/*
 * Small multiples: a panel with a line for each series, all of one scale, so
 * that they may be compared; the first and the last category below each.
 */
#include <glib.h>

#include "base/arena.h"
#include "doc/doc.h"
#include "page/chart.h"
#include "page/compose.h"

#define TICK_STEPS 3
#define COLUMN_GAP (16 * LEN_PT)
#define ROW_GAP (12 * LEN_PT)
#define HEIGHT_PART 60 /* of a panel, in hundredths of its width */
#define HEIGHT_MIN (52 * LEN_PT)
#define HEIGHT_MAX (96 * LEN_PT)

/* The height of the longest name of a row's series. */
static len title_height(struct chart *chart, int first, int count, len width)
{
    len height = chart_line(chart);

    for (int s = first; s < first + count; s++) {
        height = len_max(
            height, chart_text_height(chart, chart->data.names[s], width));
    }
    return height;
}

/* The first and the last category at the edges of the panel. */
static len add_categories(struct chart *chart, len y)
{
    const struct chart_data *data = &chart->data;
    len half = chart->plot_width / 2 - LEN_PT;
    len first = chart_text(
        chart, data->categories[0], STYLE_START, chart->left, y, half);
    len last = 0;

    if (data->category_count > 1) {
        last = chart_text(chart, data->categories[data->category_count - 1],
            STYLE_END, chart->left + chart->plot_width - half, y, half);
    }
    return MAX(first, last);
}

static int last_value(const struct chart_data *data, int series)
{
    int last = data->category_count - 1;

    while (last > 0 && !chart_data_point(data, series, last)->has_value) {
        last--;
    }
    return last;
}

/* From its upper left corner, which is chart->left and y; its height. */
static len draw_panel(
    struct chart *chart, int series, len y, len title, bool is_first)
{
    len below;

    chart_text(chart, chart->data.names[series], STYLE_START, chart->left,
        y + title -
            chart_text_height(
                chart, chart->data.names[series], chart->plot_width),
        chart->plot_width);
    chart->top = y + title + chart_line(chart) / 2;
    chart_ticks(chart, is_first);
    chart_label_point(chart, series, last_value(&chart->data, series));
    chart_draw_series(chart, series, 0);
    below = chart->top + chart->plot_height + CHART_TICK_GAP * LEN_PT;
    return below + add_categories(chart, below) - y;
}

void chart_draw_multiples(struct chart *chart)
{
    struct chart_data *data = &chart->data;
    int columns = chart_panel_columns(data->series_count);
    len left;
    len y;

    data->ticks = ticks_round(data->low, data->high, TICK_STEPS);
    chart->is_direct = true;
    chart_head(chart);
    y = chart->top;
    left = chart_tick_width(chart) + CHART_TICK_GAP * LEN_PT;
    chart->plot_width =
        (chart->width - left - (columns - 1) * COLUMN_GAP) / columns;
    chart->plot_height =
        CLAMP(chart->plot_width * HEIGHT_PART / 100, HEIGHT_MIN, HEIGHT_MAX);
    for (int s = 0; s < data->series_count; s += columns) {
        int count = MIN(columns, data->series_count - s);
        len title = title_height(chart, s, count, chart->plot_width);
        len height = 0;

        for (int i = 0; i < count; i++) {
            len used;

            chart->left = left + i * (chart->plot_width + COLUMN_GAP);
            chart->right = chart->left + chart->plot_width;
            used = draw_panel(chart, s + i, y, title, i == 0);
            height = MAX(height, used);
        }
        y += height + ROW_GAP;
    }
    chart->height = y - ROW_GAP;
}
