/*
 * The marks of charts: bars upright and lying, lines with markers; values
 * beside them where there is room.
 */
#include <stdlib.h>

#include "base/arena.h"
#include "doc/doc.h"
#include "page/chart.h"
#include "page/compose.h"

/* Percent of a slot that its bars fill. */
#define BAR_PART 56
#define GROUP_PART 76
#define BAR_MAX 46 /* points */
#define LYING_BAR 11
#define LYING_GAP 8
#define LABEL_GAP 3
#define LINE_WIDTH (LEN_PT * 16 / 10)
#define MARKER 2     /* points from its centre */
#define NAME_PART 45 /* percent of the width that names may take */
#define LABELS_MAX 9 /* points of a line with their values */

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

/* The value above its bar, or below a negative one. */
static void label_bar(struct chart *chart, const struct chart_point *point,
    len middle, len top, len bottom, len room)
{
    const struct page_color paper = {255, 255, 255};
    len width;

    if (point->label == NULL) {
        return;
    }
    width = chart_text_width(chart, point->label);
    if (width <= room) {
        len y = point->value < 0 ? bottom + LEN_PT
                                 : top - chart_line(chart) - LEN_PT;

        /* No line of the axis runs through the figure. */
        chart_add(
            chart, flow_fill(chart->compose, middle - width / 2, y + LEN_PT,
                       width, chart_line(chart) - 2 * LEN_PT, paper));
        chart_text(chart, point->label, STYLE_START, middle - width / 2, y,
            width + LEN_PT);
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
        g_autofree char *text = doc_text(chart->categories[i]);

        width = MAX(width, chart_text_width(chart, text));
    }
    return MIN(width + LEN_PT, chart->width * NAME_PART / 100);
}

static len value_width(struct chart *chart)
{
    len width = 0;

    for (int i = 0; i < chart->category_count * chart->series_count; i++) {
        if (chart->points[i].label != NULL) {
            width = MAX(width, chart_text_width(chart, chart->points[i].label));
        }
    }
    return width + LABEL_GAP * LEN_PT + LEN_PT;
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
            MAX(zero, end) + LABEL_GAP * LEN_PT,
            y + (LYING_BAR * LEN_PT - chart_line(chart)) / 2,
            chart->width - MAX(zero, end) - LABEL_GAP * LEN_PT);
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
    chart->plot_width = chart->width - chart->left - value_width(chart);
    zero = chart->left + chart_scale(chart, 0, chart->plot_width);
    for (int i = 0; i < chart->category_count; i++) {
        g_autofree char *text = doc_text(chart->categories[i]);
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

/* Each series has a marker of its own: square, diamond, triangle. */
static void add_marker(struct chart *chart, int series, struct page_point at)
{
    static const int shapes[3][4][2] = {{{-1, -1}, {1, -1}, {1, 1}, {-1, 1}},
        {{0, -1}, {1, 0}, {0, 1}, {-1, 0}},
        {{0, -1}, {1, 1}, {-1, 1}, {-1, 1}}};
    struct page_point *points =
        ARENA_ARRAY(chart->compose->arena, 4, struct page_point);
    len size = MARKER * LEN_PT * (series % 3 == 1 ? 3 : 2) / 2;
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

static struct page_point point_at(
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
        struct page_item *item;

        for (; i < chart->category_count &&
               chart_point(chart, series, i)->has_value;
             i++) {
            points[count++] = point_at(chart, series, i);
        }
        if (count > 1) {
            item = new_path(chart, points, count, series);
            item->as.path.width = LINE_WIDTH;
            item->as.path.dash = series % 2 == 1 ? 4 * LEN_PT : 0;
            chart_add(chart, item);
        }
        for (size_t k = 0; k < count; k++) {
            add_marker(chart, series, points[k]);
        }
        i++;
    }
}

/* Values above the points of a single line that has few. */
static void label_points(struct chart *chart)
{
    len slot = chart->plot_width / MAX(chart->category_count, 1);

    for (int i = 0; i < chart->category_count; i++) {
        const struct chart_point *point = chart_point(chart, 0, i);
        struct page_point at = point_at(chart, 0, i);

        if (point->has_value) {
            label_bar(chart, point, at.x, at.y - MARKER * LEN_PT, at.y, slot);
        }
    }
}

/* A value at the end of its line; y is the middle of its text. */
struct end_label {
    const char *text;
    len x;
    len y;
};

static int compare_labels(const void *a, const void *b)
{
    const struct end_label *first = a;
    const struct end_label *second = b;

    return first->y < second->y ? -1 : first->y > second->y;
}

/* From above, each label at least a line below the one before; then what
 * was pushed below the plot goes up again. */
static void part_labels(
    const struct chart *chart, struct end_label *labels, int count)
{
    len pitch = chart_line(chart);
    len limit = chart->top + chart->plot_height;

    qsort(labels, (size_t)count, sizeof *labels, compare_labels);
    for (int i = 1; i < count; i++) {
        labels[i].y = MAX(labels[i].y, labels[i - 1].y + pitch);
    }
    for (int i = count - 1; i >= 0; i--) {
        labels[i].y = MIN(labels[i].y, limit);
        limit = labels[i].y - pitch;
    }
}

/* The last value of each line, beside its end. */
static void label_ends(struct chart *chart)
{
    struct end_label *labels = ARENA_ARRAY(
        chart->compose->arena, (size_t)chart->series_count, struct end_label);
    int count = 0;

    for (int s = 0; s < chart->series_count; s++) {
        int last = chart->category_count - 1;

        while (last > 0 && !chart_point(chart, s, last)->has_value) {
            last--;
        }
        if (chart_point(chart, s, last)->label != NULL) {
            struct page_point at = point_at(chart, s, last);

            labels[count].text = chart_point(chart, s, last)->label;
            labels[count].x = at.x + (MARKER + LABEL_GAP) * LEN_PT;
            labels[count++].y = at.y;
        }
    }
    part_labels(chart, labels, count);
    for (int i = 0; i < count; i++) {
        chart_text(chart, labels[i].text, STYLE_START, labels[i].x,
            labels[i].y - chart_line(chart) / 2,
            chart_text_width(chart, labels[i].text) + LEN_PT);
    }
}

void chart_draw_lines(struct chart *chart)
{
    bool has_all =
        chart->series_count == 1 && chart->category_count <= LABELS_MAX;

    /* Labels first: their ground hides the axis, not the line. */
    if (has_all) {
        label_points(chart);
    }
    for (int series = 0; series < chart->series_count; series++) {
        draw_series(chart, series);
    }
    if (!has_all) {
        label_ends(chart);
    }
}

len chart_end_room(struct chart *chart)
{
    len slot;
    len need;

    if (chart->node->as.chart.type != DOC_LINE) {
        return 0;
    }
    slot = (chart->width - chart->left) / MAX(chart->category_count, 1);
    need = value_width(chart) + MARKER * LEN_PT;
    return MAX(need - slot / 2, 0);
}
