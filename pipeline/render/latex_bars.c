/*
 * Bars beside each other, upright and lying, with their values.
 */
#include "render/latex_chart.h"

/* As the pages: what of its share a group of bars or a bar takes, in percent;
 * the widest bar; a lying one and the blank below it. */
#define GROUP_PART 76
#define BAR_PART 56
#define BAR_MAX 46
#define BAR_GAP 1
#define LYING_BAR 11
#define LYING_GAP 8
#define NAME_WIDTH 150
#define LABEL_GAP 4

/* How far the middle of a bar is from that of its group, in tenths of a bp. */
static int bar_shift(const struct plot *plot, int series, int bar)
{
    return (2 * series - plot->data.series_count + 1) * (bar + BAR_GAP) * 5;
}

static void write_shift(const struct plot *plot, const char *key, int shift)
{
    if (shift != 0) {
        g_string_append_printf(plot->out, ",%s=%s%d.%dbp", key,
            shift < 0 ? "-" : "", ABS(shift) / 10, ABS(shift) % 10);
    }
}

/* The first series leftmost, or uppermost. */
static void write_bars(const struct plot *plot, int series, char axis, int bar)
{
    int shift = bar_shift(plot, series, bar) * (axis == 'x' ? -1 : 1);
    g_autofree char *option = g_strdup_printf(",bar shift=%s%d.%dbp",
        shift < 0 ? "-" : "", ABS(shift) / 10, ABS(shift) % 10);

    plot_bar_series(plot, series, axis, option);
}

static void label_bars(const struct plot *plot, int series, int bar)
{
    int room = plot->data.series_count > 1 ? bar + BAR_GAP : plot_slot(plot);

    for (int i = 0; i < plot->data.category_count; i++) {
        const struct chart_point *point =
            chart_data_point(&plot->data, series, i);

        if (point->label == NULL ||
            plot_text_width(plot, point->label) > room) {
            continue;
        }
        g_string_append_printf(plot->out, "  \\node[report value,anchor=%s",
            point->value < 0 ? "north,yshift=-2bp" : "south");
        write_shift(plot, "xshift", bar_shift(plot, series, bar));
        g_string_append_printf(
            plot->out, "] at (axis cs:%d,%s", i + 1, point->source);
        plot_node_text(plot, point->label);
    }
}

void plot_bars(struct plot *plot)
{
    int count = plot->data.series_count;
    int part = count > 1 ? GROUP_PART : BAR_PART;
    int bar;

    plot_keep_names(plot);
    bar = CLAMP(plot_slot(plot) * part / 100 / count - BAR_GAP, 1, BAR_MAX);
    plot_begin(plot, "report bar");
    g_string_append_printf(plot->out, "    bar width=%dbp,\n", bar);
    plot_option(plot, "ylabel", plot->unit);
    plot_ticks(plot, 'y');
    plot_categories(plot);
    plot_legend(plot);
    plot_options_end(plot);
    for (int s = 0; s < count; s++) {
        write_bars(plot, s, 'y', bar);
    }
    plot_zero(plot, 'y');
    for (int s = 0; s < count; s++) {
        label_bars(plot, s, bar);
    }
    plot_end(plot);
}

static void label_lying(const struct plot *plot, int series)
{
    for (int i = 0; i < plot->data.category_count; i++) {
        const struct chart_point *point =
            chart_data_point(&plot->data, series, i);

        if (point->label == NULL) {
            continue;
        }
        g_string_append_printf(plot->out, "  \\node[report value,anchor=%s",
            point->value < 0 ? "east" : "west");
        write_shift(plot, "yshift", -bar_shift(plot, series, LYING_BAR));
        g_string_append_printf(
            plot->out, "] at (axis cs:%s,%d", point->source, i + 1);
        plot_node_text(plot, point->label);
    }
}

/* The names of lying bars, and the height that a category takes. */
static int measure_names(const struct plot *plot, int bars, int *row)
{
    const struct chart_data *data = &plot->data;
    int names = 0;

    for (int i = 0; i < data->category_count; i++) {
        int width = plot_text_width(plot, data->categories[i]) + 2;

        names = MAX(names, width);
    }
    names = MIN(names, NAME_WIDTH);
    *row = bars;
    for (int i = 0; i < data->category_count; i++) {
        int lines = plot_text_lines(plot, data->categories[i], names);

        *row = MAX(*row, lines * plot->pitch);
    }
    *row += LYING_GAP;
    return names;
}

void plot_lying_begin(struct plot *plot, const char *style, int bars, int right)
{
    struct chart_data *data = &plot->data;
    int left = data->low < 0 ? right : 0;
    int row;
    int names = measure_names(plot, bars, &row);

    data->ticks.first = data->low;
    data->ticks.step = MAX(data->high - data->low, 1);
    data->ticks.count = 2;
    plot->width = plot->line - names - LYING_GAP - left - right;
    plot->height = row * data->category_count;
    plot_begin(plot, style);
    plot_option(plot, "xlabel", plot->unit);
    g_string_append_printf(
        plot->out, "    ymin=0.5,ymax=%d.5,\n    xmin=", data->category_count);
    plot_number(plot, data->low);
    g_string_append(plot->out, ",xmax=");
    plot_number(plot, data->low + data->ticks.step);
    g_string_append_printf(plot->out,
        ",\n    yticklabel style={text width=%dbp,xshift=-%dbp},\n", names,
        left);
    plot_names(plot, 'y', 1);
    plot_legend(plot);
}

void plot_lying(struct plot *plot)
{
    const struct chart_data *data = &plot->data;
    int count = data->series_count;
    int values = 0;

    for (int i = 0; i < data->category_count * count; i++) {
        const char *label = data->points[i].label;
        int width =
            label != NULL ? plot_text_width(plot, label) + LABEL_GAP : 0;

        values = MAX(values, width);
    }
    plot_lying_begin(
        plot, "report hbar", count * (LYING_BAR + BAR_GAP), values);
    g_string_append_printf(plot->out, "    bar width=%dbp,\n", LYING_BAR);
    plot_options_end(plot);
    for (int s = 0; s < count; s++) {
        write_bars(plot, s, 'x', LYING_BAR);
    }
    plot_zero(plot, 'x');
    for (int s = 0; s < count; s++) {
        label_lying(plot, s);
    }
    plot_end(plot);
}
