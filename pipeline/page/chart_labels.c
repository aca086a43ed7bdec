/*
 * The values of lines: at every point of a single line that has few, where no
 * line runs through them; else at the end of each.
 */
#include <stdlib.h>

#include "base/arena.h"
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

/* Inside the plot, and on no line, marker or value before it. */
static bool is_free(
    const struct chart *chart, const struct box *boxes, int index)
{
    const struct box *box = &boxes[index];
    struct box wide = {box->left - CLEARANCE, box->top - CLEARANCE,
        box->right + CLEARANCE, box->bottom + CLEARANCE};
    bool has_before = false;
    struct page_point before = {0, 0};

    if (box->left < chart->left || box->right > chart->width ||
        box->top < chart->top - chart_line(chart) * 3 / 4 ||
        wide.bottom > chart->top + chart->plot_height) {
        return false;
    }
    for (int i = 0; i < chart->category_count; i++) {
        struct page_point at;
        struct box marker;

        if (!chart_point(chart, 0, i)->has_value) {
            has_before = false;
            continue;
        }
        at = chart_point_at(chart, 0, i);
        marker = box_around(at, CHART_MARKER * LEN_PT);
        if (boxes_meet(box, &marker) ||
            (has_before && line_meets(before, at, &wide)) ||
            (i < index && boxes_meet(&wide, &boxes[i]))) {
            return false;
        }
        before = at;
        has_before = true;
    }
    return true;
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

static bool place(struct chart *chart, struct box *boxes, int index, len height)
{
    static const int places[][2] = {
        {0, -1}, {-1, -1}, {1, -1}, {0, 1}, {1, 1}, {-1, 1}, {-1, 0}, {1, 0}};
    const struct chart_point *point = chart_point(chart, 0, index);
    struct page_point at;
    len width;

    if (!point->has_value || point->label == NULL) {
        return true;
    }
    at = chart_point_at(chart, 0, index);
    width = chart_text_width(chart, point->label);
    for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
        boxes[index] =
            box_beside(at, places[i][0], places[i][1], width, height);
        if (is_free(chart, boxes, index)) {
            return true;
        }
    }
    return false;
}

bool chart_label_points(struct chart *chart)
{
    const struct text_style *style = &chart->compose->style->text[STYLE_CHART];
    len above = len_scale(style->size, INK_ABOVE, 100);
    len height = above + len_scale(style->size, INK_BELOW, 100);
    struct box boxes[LABELS_MAX] = {{0}};

    if (chart->series_count > 1 || chart->category_count > LABELS_MAX) {
        return false;
    }
    for (int i = 0; i < chart->category_count; i++) {
        if (!place(chart, boxes, i, height)) {
            return false;
        }
    }
    for (int i = 0; i < chart->category_count; i++) {
        const struct box *box = &boxes[i];

        if (box->right > box->left) {
            chart_value(chart, chart_point(chart, 0, i)->label, box->left,
                box->top + above - para_baseline(style),
                box->right - box->left);
        }
    }
    return true;
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

void chart_label_ends(struct chart *chart)
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
            struct page_point at = chart_point_at(chart, s, last);

            labels[count].text = chart_point(chart, s, last)->label;
            labels[count].x = at.x + (CHART_MARKER + CHART_LABEL_GAP) * LEN_PT;
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

/* Half the name of the last category, which stands below its point. */
static len name_room(struct chart *chart)
{
    int last = chart->category_count - 1;
    g_autofree char *name =
        last >= 0 ? doc_lines(chart->categories[last]) : NULL;

    return name != NULL ? chart_text_width(chart, name) / 2 : 0;
}

len chart_end_room(struct chart *chart)
{
    len slot;
    len need;

    if (chart->node->as.chart->type != DOC_LINE) {
        return 0;
    }
    slot = (chart->width - chart->left) / MAX(chart->category_count, 1);
    need = chart_value_width(chart) + CHART_MARKER * LEN_PT;
    need = MAX(need, name_room(chart));
    return MAX(need - slot / 2, 0);
}
