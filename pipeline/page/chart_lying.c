/*
 * Lying bars: the names of the categories at the left, a value after each bar.
 */
#include "doc/doc.h"
#include "page/chart.h"
#include "page/compose.h"

#define LYING_BAR (11 * LEN_PT)
#define LYING_GAP (8 * LEN_PT)
#define NAME_PART 45 /* percent of the width that names may take */
#define NAME_GAP (8 * LEN_PT)
#define AXIS_REACH (3 * LEN_PT) /* of the line of zero beyond the bars */
#define AXIS_WIDTH (LEN_PT / 2)

/* Room that the names of the categories take at the left. */
static len name_width(struct chart *chart)
{
    len width = 0;

    for (int i = 0; i < chart->data.category_count; i++) {
        width =
            len_max(width, chart_text_width(chart, chart->data.categories[i]));
    }
    return MIN(width + LEN_PT, chart->width * NAME_PART / 100);
}

/* The axis ends at the longest bar, not at a tick, as bars carry values. */
static void scale_to_values(struct chart_data *data)
{
    data->ticks.first = data->low;
    data->ticks.step = MAX(data->high - data->low, 1);
    data->ticks.count = 2;
}

void chart_lying_rows(struct chart *chart, len bars, len right,
    void (*draw)(struct chart *chart, int category, len y))
{
    const struct chart_data *data = &chart->data;
    len names = name_width(chart);
    len zero;
    len y;

    scale_to_values(&chart->data);
    chart->left = names + NAME_GAP;
    if (data->low < 0) {
        chart->left += right; /* values of negative bars */
    }
    chart_head(chart);
    y = chart->top;
    chart->plot_width = chart->width - chart->left - right;
    for (int i = 0; i < data->category_count; i++) {
        len height = chart_text_height(chart, data->categories[i], names);
        len row = MAX(height, bars);

        chart_text(chart, data->categories[i], STYLE_END, 0,
            y + (row - height) / 2, names);
        draw(chart, i, y + (row - bars) / 2);
        y += row + LYING_GAP;
    }
    y -= LYING_GAP;
    zero = chart->left + chart_scale(chart, 0, chart->plot_width);
    chart_rule(chart, zero - AXIS_WIDTH / 2, chart->top - AXIS_REACH,
        AXIS_WIDTH, y - chart->top + 2 * AXIS_REACH,
        chart->compose->style->colors.quiet);
    chart->height = y + AXIS_REACH;
}

/* A positive value right of its bar, a negative one left of it. */
static void label_bar(struct chart *chart, const struct chart_point *point,
    len start, len end, len y)
{
    len gap = CHART_LABEL_GAP * LEN_PT;
    len width;

    if (point->label == NULL) {
        return;
    }
    width = chart_text_width(chart, point->label) + LEN_PT;
    y += (LYING_BAR - chart_line(chart)) / 2;
    if (point->value < 0) {
        chart_text(
            chart, point->label, STYLE_END, start - gap - width, y, width);
    } else {
        chart_text(chart, point->label, STYLE_START, end + gap, y, width);
    }
}

static void draw_bars(struct chart *chart, int category, len y)
{
    const struct chart_data *data = &chart->data;
    len zero = chart->left + chart_scale(chart, 0, chart->plot_width);

    for (int s = 0; s < data->series_count; s++, y += LYING_BAR) {
        const struct chart_point *point = chart_data_point(data, s, category);
        len end =
            chart->left + chart_scale(chart, point->value, chart->plot_width);

        if (point->has_value) {
            chart_bar(chart, s, MIN(zero, end), y,
                MAX(zero, end) - MIN(zero, end),
                LYING_BAR - (data->series_count > 1 ? LEN_PT : 0));
            label_bar(chart, point, MIN(zero, end), MAX(zero, end), y);
        }
    }
}

void chart_draw_lying(struct chart *chart)
{
    len values = chart_value_width(chart) + CHART_LABEL_GAP * LEN_PT + LEN_PT;

    chart_lying_rows(
        chart, chart->data.series_count * LYING_BAR, values, draw_bars);
}
