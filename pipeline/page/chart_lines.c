/*
 * Lines with markers, and their keys in the legend.
 */
#include "base/arena.h"
#include "doc/doc.h"
#include "page/chart.h"
#include "page/compose.h"

#define LINE_WIDTH (LEN_PT * 16 / 10)
#define DASH (4 * LEN_PT)

static struct page_item *new_path(
    struct chart *chart, struct page_point *points, size_t count, int series)
{
    struct page_item *item =
        flow_item(chart->compose, PAGE_PATH, PAGE_CONTENT, chart->node);

    item->as.path.points = points;
    item->as.path.count = count;
    item->as.path.color = chart_color(chart, series);
    return item;
}

static void add_line(
    struct chart *chart, int series, struct page_point *points, size_t count)
{
    struct page_item *item = new_path(chart, points, count, series);

    item->as.path.width = LINE_WIDTH;
    item->as.path.dash = series % 2 == 1 ? DASH : 0;
    chart_add(chart, item);
}

/* Each series has a marker of its own: square, diamond, triangle. */
static void add_marker(struct chart *chart, int series, struct page_point at)
{
    static const int shapes[3][4][2] = {{{-1, -1}, {1, -1}, {1, 1}, {-1, 1}},
        {{0, -1}, {1, 0}, {0, 1}, {-1, 0}},
        {{0, -1}, {1, 1}, {-1, 1}, {-1, 1}}};
    struct page_point *points =
        ARENA_ARRAY(chart->compose->arena, 4, struct page_point);
    len size = CHART_MARKER * LEN_PT * (series % 3 == 1 ? 3 : 2) / 2;
    struct page_item *item;

    for (int i = 0; i < 4; i++) {
        points[i].x = at.x + shapes[series % 3][i][0] * size;
        points[i].y = at.y + shapes[series % 3][i][1] * size;
    }
    item = new_path(chart, points, 4, series);
    item->as.path.is_closed = true;
    item->as.path.is_filled = true;
    chart_add(chart, item);
}

struct page_point chart_point_at(
    const struct chart *chart, int series, int category)
{
    len slot = chart->plot_width / MAX(chart->category_count, 1);
    int64_t value = chart_point(chart, series, category)->value;

    return (struct page_point){chart->left + slot * category + slot / 2,
        chart->top + chart->plot_height -
            chart_scale(chart, value, chart->plot_height)};
}

/* A line for each stretch of values without a gap. */
static void draw_series(struct chart *chart, int series)
{
    int i = 0;

    while (i < chart->category_count) {
        struct page_point *points = ARENA_ARRAY(chart->compose->arena,
            (size_t)chart->category_count, struct page_point);
        size_t count = 0;

        for (; i < chart->category_count &&
               chart_point(chart, series, i)->has_value;
             i++) {
            points[count++] = chart_point_at(chart, series, i);
        }
        if (count > 1) {
            add_line(chart, series, points, count);
        }
        for (size_t k = 0; k < count; k++) {
            add_marker(chart, series, points[k]);
        }
        i++;
    }
}

void chart_line_key(
    struct chart *chart, int series, len x, len middle, len width)
{
    struct page_point *points =
        ARENA_ARRAY(chart->compose->arena, 2, struct page_point);

    points[0] = (struct page_point){x, middle};
    points[1] = (struct page_point){x + width, middle};
    add_line(chart, series, points, 2);
    add_marker(chart, series, (struct page_point){x + width / 2, middle});
}

void chart_draw_lines(struct chart *chart)
{
    /* Labels first: their ground hides the axis, not the line. */
    bool has_all = chart_label_points(chart);

    for (int series = 0; series < chart->series_count; series++) {
        draw_series(chart, series);
    }
    if (!has_all) {
        chart_label_ends(chart);
    }
}
