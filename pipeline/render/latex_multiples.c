/*
 * Small multiples: a group of plots, one for each series, all of one scale.
 */
#include "render/latex_chart.h"

/* As the pages. */
#define TICK_STEPS 3
#define COLUMN_GAP 16
#define HEIGHT_PART 60
#define HEIGHT_MIN 52
#define HEIGHT_MAX 96
#define NAMES_GAP                                                              \
    42 /* between two rows, less lines of names after the first                \
        */

/* The value at the end of the line, where the line leaves room. */
static void label_last(const struct plot *plot, int series)
{
    const struct chart_data *data = &plot->data;
    int last = data->category_count - 1;
    const struct chart_point *point;
    bool falls;

    while (last > 0 && !chart_data_point(data, series, last)->has_value) {
        last--;
    }
    point = chart_data_point(data, series, last);
    if (point->label == NULL) {
        return;
    }
    falls = last > 0 && point[-1].has_value && point[-1].value > point->value;
    g_string_append_printf(plot->out,
        "  \\node[report value,anchor=%s] at (axis cs:%d,%s",
        falls ? "north east" : "south east", last + 1, point->source);
    plot_node_text(plot, point->label);
}

/* The first and the last name of the categories. */
static void write_categories(const struct plot *plot)
{
    const struct chart_data *data = &plot->data;

    g_string_append_printf(
        plot->out, "    xmin=0.5,xmax=%d.5,\n", data->category_count);
    plot_option(plot, "report first", data->categories[0]);
    if (data->category_count > 1) {
        plot_option(
            plot, "report last", data->categories[data->category_count - 1]);
    }
}

static void write_panel(const struct plot *plot, int series, bool is_first)
{
    g_string_append(plot->out, "\\nextgroupplot[");
    plot_option(plot, "title", plot->data.names[series]);
    if (series == 0) {
        plot_option(plot, "ylabel", plot->unit);
    }
    if (!is_first) {
        g_string_append(plot->out, "    yticklabels={},\n");
    }
    plot_options_end(plot);
    plot_zero(plot, 'y');
    plot_line_series(plot, series, 0);
    label_last(plot, series);
}

/* How many lines the highest name of a panel has. */
static int title_lines(const struct plot *plot)
{
    int lines = 1;

    for (int s = 0; s < plot->data.series_count; s++) {
        int here = plot_text_lines(plot, plot->data.names[s], plot->width);

        lines = MAX(lines, here);
    }
    return lines;
}

void plot_multiples(struct plot *plot)
{
    struct chart_data *data = &plot->data;
    int columns = chart_panel_columns(data->series_count);

    data->ticks = ticks_round(data->low, data->high, TICK_STEPS);
    plot->width = (plot->width - (columns - 1) * COLUMN_GAP) / columns;
    plot->height =
        CLAMP(plot->width * HEIGHT_PART / 100, HEIGHT_MIN, HEIGHT_MAX);
    g_string_append_printf(plot->out,
        "\\begin{groupplot}[report multiples,\n"
        "    group style={group size=%d by %d,horizontal sep=%dbp,"
        "vertical sep=%dbp},\n"
        "    width=%dbp,height=%dbp,title style={text width=%dbp},\n",
        columns, (data->series_count + columns - 1) / columns, COLUMN_GAP,
        NAMES_GAP + (title_lines(plot) - 1) * plot->pitch, plot->width,
        plot->height, plot->width);
    plot_ticks(plot, 'y');
    write_categories(plot);
    plot_options_end(plot);
    for (int s = 0; s < data->series_count; s++) {
        write_panel(plot, s, s % columns == 0);
    }
    g_string_append(plot->out, "\\end{groupplot}\n");
}
