/*
 * Values beside the points of a line: at every point where it has few, or at
 * one of them, where no line runs through the value.
 */
#include <stdlib.h>

#include "doc/doc.h"
#include "page/chart.h"
#include "page/compose.h"

#define LABELS_MAX 9           /* points of a line with their values */
#define CLEARANCE (LEN_PT * 2) /* between a value and a line */

/* The ink of a value, in parts of its size: above and below the baseline. */
#define INK_ABOVE 75
#define INK_BELOW 10

struct box {
    len left;
    len top;
    len right;
    len bottom;
};

static bool boxes_meet(const struct box *a, const struct box *b)
{
    return a->left < b->right && b->left < a->right && a->top < b->bottom &&
           b->top < a->bottom;
}

/* On which side of the line through a and b: the sign. */
static int side(struct page_point a, struct page_point b, len x, len y)
{
    int64_t cross = (b.x - a.x) * (y - a.y) - (b.y - a.y) * (x - a.x);

    return (cross > 0) - (cross < 0);
}

static bool line_meets(
    struct page_point a, struct page_point b, const struct box *box)
{
    struct box around = {
        MIN(a.x, b.x), MIN(a.y, b.y), MAX(a.x, b.x), MAX(a.y, b.y)};
    int sides =
        side(a, b, box->left, box->top) + side(a, b, box->left, box->bottom) +
        side(a, b, box->right, box->top) + side(a, b, box->right, box->bottom);

    return around.left <= box->right && box->left <= around.right &&
           around.top <= box->bottom && box->top <= around.bottom &&
           abs(sides) < 4;
}

static struct box box_around(struct page_point at, len distance)
{
    return (struct box){
        at.x - distance, at.y - distance, at.x + distance, at.y + distance};
}

/* Off the line's own segments and markers. */
static bool is_off_line(
    const struct chart *chart, int series, const struct box *box)
{
    struct box wide = {box->left - CLEARANCE, box->top - CLEARANCE,
        box->right + CLEARANCE, box->bottom + CLEARANCE};
    bool has_before = false;
    struct page_point before = {0, 0};

    for (int i = 0; i < chart->data.category_count; i++) {
        struct page_point at;
        struct box marker;

        if (!chart_data_point(&chart->data, series, i)->has_value) {
            has_before = false;
            continue;
        }
        at = chart_point_at(chart, series, i);
        marker = box_around(at, CHART_MARKER * LEN_PT);
        if (boxes_meet(box, &marker) ||
            (has_before && line_meets(before, at, &wide))) {
            return false;
        }
        before = at;
        has_before = true;
    }
    return true;
}

/* Inside the plot, and on no line, marker or value before it. */
static bool is_free(
    const struct chart *chart, int series, const struct box *boxes, int index)
{
    const struct box *box = &boxes[index];
    struct box wide = {box->left - CLEARANCE, box->top - CLEARANCE,
        box->right + CLEARANCE, box->bottom + CLEARANCE};

    if (box->left < chart->left || box->right > chart->right ||
        box->top < chart->top - chart_line(chart) * 3 / 4 ||
        wide.bottom > chart->top + chart->plot_height) {
        return false;
    }
    for (int i = 0; i < index; i++) {
        if (boxes_meet(&wide, &boxes[i])) {
            return false;
        }
    }
    return is_off_line(chart, series, box);
}

/* The box of that size beside the point; -1, 0, 1: left, middle, right. */
static struct box box_beside(
    struct page_point at, int across, int down, len width, len height)
{
    len away = CHART_MARKER * LEN_PT + CLEARANCE;
    /* At a corner the line is oblique, and the value may come nearer. */
    len aside = down == 0 ? away : LEN_PT / 2;
    len x = across < 0   ? at.x - aside - width
            : across > 0 ? at.x + aside
                         : at.x - width / 2;
    len y = down < 0   ? at.y - away - height
            : down > 0 ? at.y + away
                       : at.y - height / 2;

    return (struct box){x, y, x + width, y + height};
}

/* The value of the point as a box, index in boxes, that meets nothing. */
static bool place(
    struct chart *chart, int series, int category, struct box *boxes, int index)
{
    static const int places[][2] = {
        {0, -1}, {-1, -1}, {1, -1}, {0, 1}, {1, 1}, {-1, 1}, {-1, 0}, {1, 0}};
    const struct text_style *style = &chart->compose->style->text[STYLE_CHART];
    const struct chart_point *point =
        chart_data_point(&chart->data, series, category);
    len height = len_scale(style->size, INK_ABOVE + INK_BELOW, 100);
    struct page_point at;
    len width;

    if (!point->has_value || point->label == NULL) {
        return true;
    }
    at = chart_point_at(chart, series, category);
    width = chart_text_width(chart, point->label);
    for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
        boxes[index] =
            box_beside(at, places[i][0], places[i][1], width, height);
        if (is_free(chart, series, boxes, index)) {
            return true;
        }
    }
    return false;
}

static void set_value(
    struct chart *chart, int series, int category, const struct box *box)
{
    const struct text_style *style = &chart->compose->style->text[STYLE_CHART];

    if (box->right > box->left) {
        chart_value(chart,
            chart_data_point(&chart->data, series, category)->label, box->left,
            box->top + len_scale(style->size, INK_ABOVE, 100) -
                para_baseline(style),
            box->right - box->left);
    }
}

bool chart_label_points(struct chart *chart)
{
    struct box boxes[LABELS_MAX] = {{0}};
    int count = chart->data.category_count;

    if (chart->data.series_count > 1 || count > LABELS_MAX) {
        return false;
    }
    for (int i = 0; i < count; i++) {
        if (!place(chart, 0, i, boxes, i)) {
            return false;
        }
    }
    for (int i = 0; i < count; i++) {
        set_value(chart, 0, i, &boxes[i]);
    }
    return true;
}

void chart_label_point(struct chart *chart, int series, int category)
{
    struct box box = {0};

    if (place(chart, series, category, &box, 0)) {
        set_value(chart, series, category, &box);
    }
}
