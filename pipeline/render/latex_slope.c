/*
 * A slope chart: two upright lines, a line for each series between them, its
 * value at either end and its name beyond it.
 */
#include <stdlib.h>

#include "base/arena.h"
#include "page/spread.h"
#include "render/latex_chart.h"

/* As the pages. */
#define NAMES_MAX 138
#define BOTH_MAX 78
#define HEIGHT 176
#define LEADER 11
#define GAP 2
#define COLUMN_GAP 5

/* Whose series' looks they have. */
enum { RISES, FALLS, STAYS };

struct sides {
    int values[2];
    int names[2]; /* 0: none */
    int pitch;
};

static void measure_sides(const struct plot *plot, struct sides *sides)
{
    const struct chart_data *data = &plot->data;
    int names = 0;

    *sides = (struct sides){.pitch = plot->pitch};
    for (int s = 0; s < data->series_count; s++) {
        int name = plot_text_width(plot, data->names[s]) + 2;

        names = MAX(names, name);
        for (int side = 0; side < 2; side++) {
            const char *label = chart_data_point(data, s, side)->label;
            int value = label != NULL ? plot_text_width(plot, label) : 0;

            sides->values[side] = MAX(sides->values[side], value);
        }
    }
    sides->names[0] = MIN(names, NAMES_MAX);
    sides->names[1] = names <= BOTH_MAX ? names : 0;
    for (int s = 0; s < data->series_count; s++) {
        int lines = plot_text_lines(plot, data->names[s], sides->names[0]);

        sides->pitch = MAX(sides->pitch, lines * plot->pitch);
    }
}

static void write_line(const struct plot *plot, int series)
{
    const struct chart_point *from = chart_data_point(&plot->data, series, 0);
    const struct chart_point *to = chart_data_point(&plot->data, series, 1);
    bool is_line = from->has_value && to->has_value && !to->is_break;
    int look = is_line && from->value < to->value   ? RISES
               : is_line && from->value > to->value ? FALLS
                                                    : STAYS;

    g_string_append(plot->out, "  \\addplot[");
    plot_line_look(plot, look, look == FALLS);
    g_string_append(plot->out, "] coordinates {");
    for (int side = 0; side < 2; side++) {
        const struct chart_point *point = side == 0 ? from : to;

        if (point->has_value) {
            g_string_append_printf(plot->out, "%s\n    (%d,%s)",
                point->is_break ? "\n    (1,nan)" : "", side + 1,
                point->source);
        }
    }
    g_string_append(plot->out, "};\n");
}

struct side_label {
    int series;
    int64_t value;
};

static int compare(const void *a, const void *b)
{
    const struct side_label *first = a;
    const struct side_label *second = b;

    return first->value != second->value
               ? (first->value < second->value ? -1 : 1)
               : second->series - first->series;
}

static void write_text(const struct plot *plot, const char *text, int side,
    int width, int x, int shift, const char *source)
{
    if (text != NULL && width > 0) {
        g_string_append_printf(plot->out,
            "  \\node[report %s,text width=%dbp,xshift=%dbp,yshift=%dbp] at "
            "(axis cs:%d,%s",
            side == 0 ? "start" : "end", width, side == 0 ? -x : x, shift,
            side + 1, source);
        plot_node_text(plot, text);
    }
}

static void write_label(const struct plot *plot, const struct sides *sides,
    int series, int side, int shift)
{
    const struct chart_point *point =
        chart_data_point(&plot->data, series, side);
    int x = LEADER + GAP;

    g_string_append_printf(plot->out,
        "  \\draw[report leader] ([xshift=%dbp]axis cs:%d,%s) -- "
        "([xshift=%dbp,yshift=%dbp]axis cs:%d,%s);\n",
        side == 0 ? -3 : 3, side + 1, point->source,
        side == 0 ? -LEADER : LEADER, shift, side + 1, point->source);
    write_text(
        plot, point->label, side, sides->values[side], x, shift, point->source);
    write_text(plot, plot->data.names[series], side, sides->names[side],
        x + sides->values[side] + COLUMN_GAP, shift, point->source);
}

static void label_side(
    const struct plot *plot, const struct sides *sides, int side)
{
    size_t series = (size_t)plot->data.series_count;
    struct side_label *labels =
        ARENA_ARRAY(plot->arena, series, struct side_label);
    len *places = ARENA_ARRAY(plot->arena, series, len);
    int count = 0;

    for (int s = 0; s < plot->data.series_count; s++) {
        const struct chart_point *point =
            chart_data_point(&plot->data, s, side);

        if (point->has_value) {
            labels[count++] = (struct side_label){s, point->value};
        }
    }
    qsort(labels, (size_t)count, sizeof *labels, compare);
    for (int i = 0; i < count; i++) {
        places[i] = plot_scale(plot, labels[i].value, plot->height);
    }
    spread(places, count, sides->pitch, 0, plot->height);
    for (int i = 0; i < count; i++) {
        int at = plot_scale(plot, labels[i].value, plot->height);

        write_label(plot, sides, labels[i].series, side, (int)places[i] - at);
    }
}

void plot_slope(struct plot *plot)
{
    struct chart_data *data = &plot->data;
    int around = 2 * (LEADER + GAP + COLUMN_GAP);
    struct sides sides;

    measure_sides(plot, &sides);
    data->ticks.first = data->low;
    data->ticks.step = MAX(data->high - data->low, 1);
    data->ticks.count = 2;
    plot->is_direct = true;
    plot->width = plot->line - around - sides.values[0] - sides.values[1] -
                  sides.names[0] - sides.names[1];
    plot->height = MAX(HEIGHT, sides.pitch * data->series_count * 5 / 4);
    plot_begin(plot, "report slope");
    plot_option(plot, "ylabel", plot->unit);
    g_string_append(plot->out, "    ymin=");
    plot_number(plot, data->low);
    g_string_append(plot->out, ",ymax=");
    plot_number(plot, data->low + data->ticks.step);
    g_string_append(plot->out, ",\n");
    plot_names(plot, 'x', 1);
    plot_options_end(plot);
    for (int s = 0; s < data->series_count; s++) {
        write_line(plot, s);
    }
    label_side(plot, &sides, 0);
    label_side(plot, &sides, 1);
    plot_end(plot);
}
