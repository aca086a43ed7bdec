/*
 * Two categories, a line for each series between them, its value at either end
 * and its name beyond it.  Lines that fall are dashed.
 */
#include <stdlib.h>

#include <glib.h>

#include "base/arena.h"
#include "doc/doc.h"
#include "page/chart.h"
#include "page/compose.h"
#include "page/spread.h"

#define NAME_PART 32     /* percent of the width for the names of a side */
#define BOTH_PART 18     /* no wider, they stand on both sides */
#define HEIGHT_PART 40   /* of the plot, in hundredths of the width */
#define GAP (2 * LEN_PT) /* from a leader to the text */

enum look { RISES, FALLS, STAYS };

/* The columns of text at both sides. */
struct sides {
    len values[2];
    len names[2]; /* 0: none at the right */
    len pitch;    /* of the highest name */
};

static enum look look_of(const struct chart *chart, int series)
{
    const struct chart_point *from = chart_data_point(&chart->data, series, 0);
    const struct chart_point *to = chart_data_point(&chart->data, series, 1);

    if (!from->has_value || !to->has_value || to->is_break ||
        from->value == to->value) {
        return STAYS;
    }
    return from->value < to->value ? RISES : FALLS;
}

static void measure_sides(struct chart *chart, struct sides *sides)
{
    const struct chart_data *data = &chart->data;
    len names = 0;

    *sides = (struct sides){.pitch = chart_line(chart)};
    for (int s = 0; s < data->series_count; s++) {
        names =
            len_max(names, chart_text_width(chart, data->names[s]) + LEN_PT);
        for (int side = 0; side < 2; side++) {
            const char *label = chart_data_point(data, s, side)->label;
            len value =
                label != NULL ? chart_text_width(chart, label) + LEN_PT : 0;

            sides->values[side] = MAX(sides->values[side], value);
        }
    }
    sides->names[0] = MIN(names, chart->width * NAME_PART / 100);
    sides->names[1] = names <= chart->width * BOTH_PART / 100 ? names : 0;
    for (int s = 0; s < data->series_count; s++) {
        len height = chart_text_height(chart, data->names[s], sides->names[0]);

        sides->pitch = MAX(sides->pitch, height);
    }
}

static struct page_point point_at(struct chart *chart, int series, int side)
{
    int64_t value = chart_data_point(&chart->data, series, side)->value;

    return (struct page_point){chart->left + side * chart->plot_width,
        chart->top + chart->plot_height -
            chart_scale(chart, value, chart->plot_height)};
}

struct side_label {
    int series;
    struct page_point from;
};

static int compare(const void *a, const void *b)
{
    const struct side_label *first = a;
    const struct side_label *second = b;

    return first->from.y != second->from.y
               ? (first->from.y < second->from.y ? -1 : 1)
               : first->series - second->series;
}

/* From the line outwards: leader, value, name. */
static void add_label(struct chart *chart, const struct sides *sides,
    const struct side_label *label, int side, len y)
{
    const char *value =
        chart_data_point(&chart->data, label->series, side)->label;
    const char *name = chart->data.names[label->series];
    len values = sides->values[side];
    len names = sides->names[side];
    len out = side == 0 ? -1 : 1;
    struct page_point from = label->from;
    len x = from.x + out * (CHART_LEADER + GAP);
    len far = x + out * (values + CHART_COLUMN_GAP);

    from.x += out * (CHART_MARKER + 1) * LEN_PT;
    chart_leader(chart, from, (struct page_point){x - out * GAP, y});
    if (value != NULL) {
        chart_text(chart, value, side == 0 ? STYLE_END : STYLE_START,
            side == 0 ? x - values : x, y - chart_line(chart) / 2, values);
    }
    if (names > 0) {
        chart_text(chart, name, side == 0 ? STYLE_END : STYLE_START,
            side == 0 ? far - names : far,
            y - chart_text_height(chart, name, names) / 2, names);
    }
}

static void label_side(struct chart *chart, const struct sides *sides, int side)
{
    size_t series = (size_t)chart->data.series_count;
    struct arena *arena = chart->compose->arena;
    struct side_label *labels = ARENA_ARRAY(arena, series, struct side_label);
    len *places = ARENA_ARRAY(arena, series, len);
    int count = 0;

    for (int s = 0; s < chart->data.series_count; s++) {
        if (chart_data_point(&chart->data, s, side)->has_value) {
            labels[count++] = (struct side_label){s, point_at(chart, s, side)};
        }
    }
    qsort(labels, (size_t)count, sizeof *labels, compare);
    for (int i = 0; i < count; i++) {
        places[i] = labels[i].from.y;
    }
    spread(places, count, sides->pitch, chart->top,
        chart->top + chart->plot_height);
    for (int i = 0; i < count; i++) {
        add_label(chart, sides, &labels[i], side, places[i]);
    }
}

/* The categories above two upright lines, and the lines. */
static void add_frame(struct chart *chart, len names)
{
    struct page_color color = chart->compose->style->colors.grid;
    len room = chart->plot_width - 4 * LEN_PT;

    for (int side = 0; side < 2; side++) {
        const char *name = chart->data.categories[side];
        len x = chart->left + side * chart->plot_width;
        len wide = chart_text_width(chart, name) + LEN_PT;
        len width = MIN(wide, room);

        chart_text(chart, name, STYLE_CENTER, x - width / 2, names, width);
        chart_rule(chart, x - CHART_HAIRLINE, chart->top - 2 * LEN_PT,
            2 * CHART_HAIRLINE, chart->plot_height + 4 * LEN_PT, color);
    }
}

static void draw_line(struct chart *chart, int series)
{
    enum look look = look_of(chart, series);
    struct page_point *points =
        ARENA_ARRAY(chart->compose->arena, 2, struct page_point);
    size_t count = 0;

    for (int side = 0; side < 2; side++) {
        if (chart_data_point(&chart->data, series, side)->has_value) {
            points[count++] = point_at(chart, series, side);
        }
    }
    if (count == 2 && !chart_data_point(&chart->data, series, 1)->is_break) {
        chart_draw_path(chart, (int)look, points, count, look == FALLS);
    }
    for (size_t i = 0; i < count; i++) {
        chart_draw_marker(chart, (int)look, points[i]);
    }
}

/* Nothing needs an axis: every value is written at its point. */
void chart_draw_slope(struct chart *chart)
{
    struct chart_data *data = &chart->data;
    len around = CHART_LEADER + GAP + CHART_COLUMN_GAP;
    len right;
    struct sides sides;
    len names;

    measure_sides(chart, &sides);
    right = around + sides.values[1] + sides.names[1];
    around += sides.names[0];
    data->ticks.first = data->low;
    data->ticks.step = MAX(data->high - data->low, 1);
    data->ticks.count = 2;
    chart->is_direct = true;
    chart_head(chart);
    names = chart->top - chart_line(chart) / 2;
    chart->top = names + 2 * chart_line(chart);
    chart->left = around + sides.values[0];
    chart->plot_width = chart->width - chart->left - right;
    chart->plot_height = MAX(chart->width * HEIGHT_PART / 100,
        sides.pitch * data->series_count * 5 / 4);
    add_frame(chart, names);
    for (int s = 0; s < data->series_count; s++) {
        draw_line(chart, s);
    }
    label_side(chart, &sides, 0);
    label_side(chart, &sides, 1);
    chart->height = chart->top + chart->plot_height + sides.pitch / 2;
}
