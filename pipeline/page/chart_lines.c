/*
 * Lines with markers, and their keys in the legend.
 */
#include <glib.h>

#include "base/arena.h"
#include "doc/doc.h"
#include "page/chart.h"
#include "page/compose.h"

#define LINE_WIDTH (LEN_PT * 16 / 10)
#define DASH (4 * LEN_PT)

static struct page_item *new_path(
    struct chart *chart, struct page_point *points, size_t count, int look)
{
    struct page_item *item =
        flow_item(chart->compose, PAGE_PATH, PAGE_CONTENT, chart->node);

    item->as.path.points = points;
    item->as.path.count = count;
    item->as.path.color = chart_color(chart, look);
    return item;
}

void chart_draw_path(struct chart *chart, int look, struct page_point *points,
    size_t count, bool is_dashed)
{
    struct page_item *item = new_path(chart, points, count, look);

    item->as.path.width = LINE_WIDTH;
    item->as.path.dash = is_dashed ? DASH : 0;
    chart_add(chart, item);
}

/* Outlines in sixths of a marker, which differ in shape, not in weight. */
#define CORNERS 8
static const struct {
    int count;
    int at[CORNERS][2];
} shapes[] = {
    {8, {{-3, -7}, {3, -7}, {7, -3}, {7, 3}, {3, 7}, {-3, 7}, {-7, 3},
            {-7, -3}}},
    {4, {{0, -9}, {9, 0}, {0, 9}, {-9, 0}}},
    {4, {{-6, -6}, {6, -6}, {6, 6}, {-6, 6}}},
    {3, {{0, -9}, {8, 6}, {-8, 6}}},
    {3, {{0, 9}, {-8, -6}, {8, -6}}},
};

void chart_draw_marker(struct chart *chart, int look, struct page_point at)
{
    size_t shape = (size_t)look % G_N_ELEMENTS(shapes);
    int count = shapes[shape].count;
    struct page_point *points =
        ARENA_ARRAY(chart->compose->arena, (size_t)count, struct page_point);
    struct page_item *item;

    for (int i = 0; i < count; i++) {
        const int *corner = shapes[shape].at[i];

        points[i].x = at.x + corner[0] * CHART_MARKER * LEN_PT / 6;
        points[i].y = at.y + corner[1] * CHART_MARKER * LEN_PT / 6;
    }
    item = new_path(chart, points, (size_t)count, look);
    item->as.path.is_closed = true;
    item->as.path.is_filled = true;
    chart_add(chart, item);
}

struct page_point chart_point_at(
    const struct chart *chart, int series, int category)
{
    len slot = chart->plot_width / MAX(chart->data.category_count, 1);
    int64_t value = chart_data_point(&chart->data, series, category)->value;

    return (struct page_point){chart->left + slot * category + slot / 2,
        chart->top + chart->plot_height -
            chart_scale(chart, value, chart->plot_height)};
}

/* The values from first on without a gap or a break between them. */
static size_t count_stretch(
    const struct chart_data *data, int series, int first)
{
    size_t count = 0;

    for (int i = first; i < data->category_count; i++) {
        const struct chart_point *point = chart_data_point(data, series, i);

        if (!point->has_value || (i > first && point->is_break)) {
            break;
        }
        count++;
    }
    return count;
}

/* A line for each stretch. */
void chart_draw_series(struct chart *chart, int series, int look)
{
    const struct chart_data *data = &chart->data;
    int i = 0;

    while (i < data->category_count) {
        size_t count = count_stretch(data, series, i);
        struct page_point *points =
            ARENA_ARRAY(chart->compose->arena, count, struct page_point);

        for (size_t k = 0; k < count; k++) {
            points[k] = chart_point_at(chart, series, i + (int)k);
        }
        if (count > 1) {
            chart_draw_path(chart, look, points, count, look % 2 == 1);
        }
        for (size_t k = 0; k < count; k++) {
            chart_draw_marker(chart, look, points[k]);
        }
        i += MAX((int)count, 1);
    }
}

void chart_line_key(
    struct chart *chart, int series, len x, len middle, len width)
{
    struct page_point *points =
        ARENA_ARRAY(chart->compose->arena, 2, struct page_point);

    points[0] = (struct page_point){x, middle};
    points[1] = (struct page_point){x + width, middle};
    chart_draw_path(chart, series, points, 2, series % 2 == 1);
    chart_draw_marker(
        chart, series, (struct page_point){x + width / 2, middle});
}

void chart_draw_lines(struct chart *chart)
{
    bool has_all;

    chart_choose_direct(chart);
    chart_head(chart);
    chart_axes(chart);
    /* Labels first: their ground hides the axis, not the line. */
    has_all = chart_label_points(chart);
    for (int series = 0; series < chart->data.series_count; series++) {
        chart_draw_series(chart, series, series);
    }
    if (!has_all) {
        chart_label_ends(chart);
    }
}
