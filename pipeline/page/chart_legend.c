/*
 * What stands above a plot: the unit of its axis, and which series is which.
 */
#include <glib.h>

#include "doc/doc.h"
#include "page/chart.h"
#include "page/compose.h"

#define SWATCH 8       /* of a bar: a square */
#define LINE_SAMPLE 22 /* or a piece of line */
#define KEY_GAP 3
#define NAME_GAP 14

static len key_width(const struct chart *chart)
{
    return (chart_is_lines(chart->data.type) ? LINE_SAMPLE : SWATCH) * LEN_PT;
}

static len name_width(struct chart *chart, int series)
{
    return chart_text_width(chart, chart->data.names[series]) + LEN_PT +
           key_width(chart) + KEY_GAP * LEN_PT;
}

static len legend_width(struct chart *chart)
{
    len width = 0;

    for (int i = 0; i < chart->data.series_count; i++) {
        width += name_width(chart, i) + NAME_GAP * LEN_PT;
    }
    return width;
}

static void add_key(struct chart *chart, int series, len x, len y)
{
    if (chart_is_lines(chart->data.type)) {
        chart_line_key(
            chart, series, x, y + chart_line(chart) / 2, key_width(chart));
    } else {
        chart_bar(chart, series, x,
            y + (chart_line(chart) - SWATCH * LEN_PT) / 2, SWATCH * LEN_PT,
            SWATCH * LEN_PT);
    }
}

/* A key and its name, in the room up to the edge; sets the name's height. */
static len add_name(struct chart *chart, int series, len x, len y, len *height)
{
    const char *name = chart->data.names[series];
    len text = x + key_width(chart) + KEY_GAP * LEN_PT;
    len width =
        len_min(chart_text_width(chart, name) + LEN_PT, chart->width - text);

    add_key(chart, series, x, y);
    *height = chart_text(chart, name, STYLE_START, text, y, width);
    return text + width + NAME_GAP * LEN_PT;
}

/* The series' names in a row from the right; where they are long, in rows
 * from the left. */
static len add_legend(struct chart *chart, len y)
{
    len all = legend_width(chart) - NAME_GAP * LEN_PT;
    bool is_row = all <= chart->width * 3 / 4;
    len x = is_row ? chart->width - all : 0;
    len row = 0;

    for (int i = 0; i < chart->data.series_count; i++) {
        len height;

        if (!is_row && x > 0 && x + name_width(chart, i) > chart->width) {
            x = 0;
            y += row;
            row = 0;
        }
        x = add_name(chart, i, x, y, &height);
        row = MAX(row, height);
    }
    return y + row;
}

void chart_head(struct chart *chart)
{
    const char *unit = chart->node->as.chart->unit;
    bool has_legend = chart->data.series_count > 1 && !chart->is_direct;
    len y = 0;

    if (unit != NULL) {
        len x = has_legend ? 0 : chart->left;

        y = chart_text(chart, unit, STYLE_START, x, 0, chart->width * 2 / 5);
    }
    if (has_legend) {
        bool is_beside = legend_width(chart) <= chart->width / 2;
        len end = add_legend(chart, is_beside ? 0 : y);

        y = MAX(y, end);
    }
    chart->top = y + (y > 0 ? chart_line(chart) * 3 / 4 : 0);
}
