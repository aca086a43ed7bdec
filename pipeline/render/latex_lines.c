/*
 * Lines, in one plot or in a panel for each series.
 */
#include "render/latex_chart.h"

#include <stdlib.h>

#include "base/arena.h"
#include "page/spread.h"

/* As the pages. */
#define LABELS_MAX 9   /* points of a line with all their values */
#define DIRECT_MAX 9   /* lines with their names at their ends */
#define DIRECT_PART 38 /* percent of the line that names and values take */
#define LABEL_GAP 5    /* from a point to its value */
#define LEADER 9       /* more, where values are moved apart */
#define COLUMN_GAP 5   /* between a value and a name */

static const struct chart_point *last_point(const struct plot *plot, int series)
{
    return chart_data_point(&plot->data, series, plot->data.category_count - 1);
}

static int values_width(const struct plot *plot)
{
    int width = 0;

    for (int s = 0; s < plot->data.series_count; s++) {
        const char *label = last_point(plot, s)->label;
        int wide = label != NULL ? plot_text_width(plot, label) : 0;

        width = MAX(width, wide);
    }
    return width;
}

/* What the values, and the names if there is room, take right of the plot. */
static int choose_ends(struct plot *plot)
{
    int room = LABEL_GAP + values_width(plot);
    int names = 0;
    bool has_all = plot->data.series_count > 1;

    for (int s = 0; s < plot->data.series_count; s++) {
        int width = plot_text_width(plot, plot->data.names[s]);

        names = MAX(names, width);
        has_all = has_all && last_point(plot, s)->has_value;
    }
    if (plot->data.series_count == 1) {
        return room;
    }
    room += LEADER;
    plot->is_direct =
        has_all && plot->data.series_count <= DIRECT_MAX &&
        room + COLUMN_GAP + names <= plot->line * DIRECT_PART / 100;
    return plot->is_direct ? room + COLUMN_GAP + names : room;
}

/* Where no line runs: away from where it comes from and goes to. */
static const char *place_value(const struct plot *plot, int category)
{
    const struct chart_point *point =
        chart_data_point(&plot->data, 0, category);
    const struct chart_point *before = category > 0 ? point - 1 : point;
    const struct chart_point *after =
        category + 1 < plot->data.category_count ? point + 1 : point;
    int64_t value = point->value;
    bool falls_before = before->has_value && before->value > value;
    bool falls_after = after->has_value && after->value < value;
    bool rises_after = after->has_value && after->value > value;

    if (falls_before && !falls_after) {
        return rises_after ? "north" : "north east";
    }
    if (rises_after) {
        return "south east";
    }
    return falls_before ? "south west" : "south";
}

static void label_points(const struct plot *plot)
{
    for (int i = 0; i < plot->data.category_count; i++) {
        const struct chart_point *point = chart_data_point(&plot->data, 0, i);

        if (point->label != NULL) {
            g_string_append_printf(plot->out,
                "  \\node[report value,anchor=%s] at (axis cs:%d,%s",
                place_value(plot, i), i + 1, point->source);
            plot_node_text(plot, point->label);
        }
    }
}

struct end_label {
    int series;
    int64_t value;
};

static int compare_labels(const void *a, const void *b)
{
    const struct end_label *first = a;
    const struct end_label *second = b;

    return first->value != second->value
               ? (first->value < second->value ? -1 : 1)
               : second->series - first->series;
}

static void label_end(
    const struct plot *plot, int series, int shift, bool is_moved)
{
    const struct chart_point *point = last_point(plot, series);
    int x = LABEL_GAP + (is_moved ? LEADER : 0);
    int values = values_width(plot);

    if (is_moved) {
        g_string_append_printf(plot->out,
            "  \\draw[report leader] ([xshift=3bp]axis cs:%d,%s) -- "
            "([xshift=%dbp,yshift=%dbp]axis cs:%d,%s);\n",
            plot->data.category_count, point->source, x - 1, shift,
            plot->data.category_count, point->source);
    }
    for (int i = 0; i < 2; i++) {
        const char *text = i == 0 ? point->label : plot->data.names[series];

        if (text != NULL && (i == 0 || plot->is_direct)) {
            g_string_append_printf(plot->out,
                "  \\node[report end,xshift=%dbp,yshift=%dbp] at "
                "(axis cs:%d,%s",
                i == 0 ? x : x + values + COLUMN_GAP, shift,
                plot->data.category_count, point->source);
            plot_node_text(plot, text);
        }
    }
}

static void label_ends(const struct plot *plot)
{
    size_t series = (size_t)plot->data.series_count;
    struct end_label *labels =
        ARENA_ARRAY(plot->arena, series, struct end_label);
    len *places = ARENA_ARRAY(plot->arena, series, len);
    bool is_moved = false;
    int count = 0;

    for (int s = 0; s < plot->data.series_count; s++) {
        if (last_point(plot, s)->has_value) {
            labels[count++] = (struct end_label){s, last_point(plot, s)->value};
        }
    }
    qsort(labels, (size_t)count, sizeof *labels, compare_labels);
    for (int i = 0; i < count; i++) {
        places[i] = plot_scale(plot, labels[i].value, plot->height);
    }
    spread(places, count, plot->pitch, 0, plot->height + plot->pitch / 2);
    for (int i = 0; i < count; i++) {
        is_moved = is_moved ||
                   llabs(places[i] -
                         plot_scale(plot, labels[i].value, plot->height)) > 1;
    }
    for (int i = 0; i < count; i++) {
        int at = plot_scale(plot, labels[i].value, plot->height);

        label_end(plot, labels[i].series, (int)places[i] - at, is_moved);
    }
}

void plot_lines(struct plot *plot)
{
    bool has_all =
        plot->data.series_count == 1 && plot->data.category_count <= LABELS_MAX;
    int room = choose_ends(plot);

    for (int i = 0; i < plot->data.category_count && has_all; i++) {
        const char *label = chart_data_point(&plot->data, 0, i)->label;

        has_all =
            label == NULL || plot_text_width(plot, label) <= plot_slot(plot);
    }
    plot->width -= MAX(room - plot_slot(plot) / 2, 0);
    if (room < plot_slot(plot) / 2) {
        plot_keep_names(plot);
    }
    plot_begin(plot, "report line plot");
    plot_option(plot, "ylabel", plot->unit);
    plot_ticks(plot, 'y');
    plot_categories(plot);
    plot_legend(plot);
    plot_options_end(plot);
    plot_zero(plot, 'y');
    for (int s = 0; s < plot->data.series_count; s++) {
        plot_line_series(plot, s, s);
    }
    if (has_all) {
        label_points(plot);
    } else {
        label_ends(plot);
    }
    plot_end(plot);
}
