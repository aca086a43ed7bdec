/*
 * What stands right of the last points of lines: their values, and their names
 * where all have room.
 */
#include <stdlib.h>

#include <glib.h>

#include "base/arena.h"
#include "doc/doc.h"
#include "page/chart.h"
#include "page/compose.h"
#include "page/spread.h"

#define DIRECT_PART                                                            \
    32               /* percent of the width that names and values may take    \
                      */
#define DIRECT_MAX 9 /* lines, so that their names find room by the plot */

struct end_label {
    int series;
    struct page_point from;
};

static bool has_last(const struct chart *chart, int series)
{
    int last = chart->data.category_count - 1;

    return chart_data_point(&chart->data, series, last)->has_value;
}

static const char *last_label(const struct chart *chart, int series)
{
    int last = chart->data.category_count - 1;

    return chart_data_point(&chart->data, series, last)->label;
}

static len names_width(struct chart *chart)
{
    len width = 0;

    for (int s = 0; s < chart->data.series_count && chart->is_direct; s++) {
        len name = chart_text_width(chart, chart->data.names[s]) + LEN_PT;

        width = MAX(width, name);
    }
    return width;
}

static len values_width(struct chart *chart)
{
    len width = 0;

    for (int s = 0; s < chart->data.series_count; s++) {
        const char *label = last_label(chart, s);
        len value = label != NULL ? chart_text_width(chart, label) + LEN_PT : 0;

        width = MAX(width, value);
    }
    return width;
}

/* From the last points to the end of the texts. */
static len text_room(struct chart *chart)
{
    len room = (CHART_MARKER + CHART_LABEL_GAP) * LEN_PT;

    if (chart->data.series_count > 1) {
        room += CHART_LEADER;
    }
    if (chart->is_direct) {
        room += names_width(chart) + CHART_COLUMN_GAP;
    }
    return room + values_width(chart);
}

void chart_choose_direct(struct chart *chart)
{
    const struct chart_data *data = &chart->data;

    if (data->series_count < 2 || data->series_count > DIRECT_MAX) {
        return;
    }
    for (int s = 0; s < data->series_count; s++) {
        if (!has_last(chart, s)) {
            return;
        }
    }
    chart->is_direct = true;
    chart->is_direct = text_room(chart) <= chart->width * DIRECT_PART / 100;
}

/* Half the name of the last category, which stands below its point. */
static len name_room(struct chart *chart)
{
    int last = chart->data.category_count - 1;

    return chart_text_width(chart, chart->data.categories[last]) / 2;
}

len chart_end_room(struct chart *chart)
{
    len texts;
    len name;
    len need;
    len slots = 2 * (len)chart->data.category_count;

    if (chart->data.type != DOC_LINE) {
        return 0;
    }
    texts = text_room(chart);
    name = name_room(chart);
    need = MAX(texts, name);
    /* Half a slot is there anyway, of a plot that the room makes narrower. */
    need -= (chart->width - chart->left - need) / slots;
    return MAX(need, 0);
}

static int compare_labels(const void *a, const void *b)
{
    const struct end_label *first = a;
    const struct end_label *second = b;

    return first->from.y != second->from.y
               ? (first->from.y < second->from.y ? -1 : 1)
               : first->series - second->series;
}

void chart_leader(
    struct chart *chart, struct page_point from, struct page_point to)
{
    struct page_item *item =
        flow_item(chart->compose, PAGE_PATH, PAGE_ARTIFACT, NULL);
    struct page_point *points =
        ARENA_ARRAY(chart->compose->arena, 2, struct page_point);

    points[0] = from;
    points[1] = to;
    item->as.path.points = points;
    item->as.path.count = 2;
    item->as.path.width = CHART_HAIRLINE;
    item->as.path.color = chart->compose->style->colors.quiet;
    chart_add(chart, item);
}

/* The value, then the name, in columns; y is the middle of the line. */
static void add_label(
    struct chart *chart, const struct end_label *label, len x, len y)
{
    const char *value = last_label(chart, label->series);
    len values = values_width(chart);
    len top = y - chart_line(chart) / 2;

    if (value != NULL) {
        chart_value(chart, value, x, top, chart_text_width(chart, value));
    }
    if (chart->is_direct) {
        const char *name = chart->data.names[label->series];

        chart_value(chart, name, x + values + CHART_COLUMN_GAP, top,
            chart_text_width(chart, name));
    }
}

static int collect(struct chart *chart, struct end_label *labels)
{
    int count = 0;

    for (int s = 0; s < chart->data.series_count; s++) {
        if (has_last(chart, s) &&
            (chart->is_direct || last_label(chart, s) != NULL)) {
            labels[count].series = s;
            labels[count++].from =
                chart_point_at(chart, s, chart->data.category_count - 1);
        }
    }
    qsort(labels, (size_t)count, sizeof *labels, compare_labels);
    return count;
}

/* A line that ends before the others has no value there: it would stand among
 * them. */
void chart_label_ends(struct chart *chart)
{
    struct arena *arena = chart->compose->arena;
    size_t series = (size_t)chart->data.series_count;
    struct end_label *labels = ARENA_ARRAY(arena, series, struct end_label);
    len *places = ARENA_ARRAY(arena, series, len);
    int count = collect(chart, labels);
    bool is_moved = false;

    for (int i = 0; i < count; i++) {
        places[i] = labels[i].from.y;
    }
    spread(places, count, chart_line(chart), chart->top - chart_line(chart) / 2,
        chart->top + chart->plot_height);
    for (int i = 0; i < count; i++) {
        is_moved = is_moved || llabs(places[i] - labels[i].from.y) > LEN_PT;
    }
    for (int i = 0; i < count; i++) {
        struct page_point from = labels[i].from;
        len x = from.x + (CHART_MARKER + CHART_LABEL_GAP) * LEN_PT;

        if (is_moved) {
            x += CHART_LEADER;
            from.x += (CHART_MARKER + 1) * LEN_PT;
            chart_leader(chart, from,
                (struct page_point){x - LEN_PT * 3 / 2, places[i]});
        }
        add_label(chart, &labels[i], x, places[i]);
    }
}
