/*
 * Bars of parts: the value of a part inside it where there is room, that of
 * the whole at the end.
 */
#include "page/color.h"
#include "page/style.h"
#include "render/latex_chart.h"

/* As the pages. */
#define BAR_PART 56
#define BAR_MAX 60
#define LYING_BAR 16
#define LABEL_GAP 4

/* Light or dark as reads better; on a hatched part on its plain ground. */
static void write_part_node(const struct plot *plot, int series)
{
    const struct style *style = plot->style;
    const struct page_color paper = {255, 255, 255};
    struct chart_look look = chart_look(series, style->palette_count);
    struct page_color color = style->palette[look.color];
    struct page_color ink = style->text[STYLE_CHART].color;

    g_string_append(plot->out, "  \\node[report part");
    if (look.pattern != 0) {
        g_string_append_printf(
            plot->out, ",fill=series%d!%d!white", look.color + 1, CHART_TINT);
    } else if (color_contrast(color, paper) > color_contrast(color, ink)) {
        g_string_append(plot->out, ",text=white");
    }
    g_string_append(plot->out, "] at (axis cs:");
}

static void label_part(
    const struct plot *plot, int series, int category, char axis, int bar)
{
    const struct chart_point *point =
        chart_data_point(&plot->data, series, category);
    int extent = axis == 'y' ? plot->height : plot->width;
    int64_t from;
    int64_t to;
    int size;
    int wide;

    if (point->label == NULL) {
        return;
    }
    chart_data_part(&plot->data, series, category, &from, &to);
    size = plot_scale(plot, MAX(from, to), extent) -
           plot_scale(plot, MIN(from, to), extent);
    /* The estimate for digits is more than they and the gaps beside them. */
    wide = plot_text_width(plot, point->label);
    if (wide > (axis == 'y' ? bar : size) ||
        plot->pitch > (axis == 'y' ? size : bar)) {
        return;
    }
    write_part_node(plot, series);
    if (axis == 'y') {
        g_string_append_printf(plot->out, "%d,", category + 1);
    }
    plot_number(plot, from + (to - from) / 2);
    if (axis == 'x') {
        g_string_append_printf(plot->out, ",%d", category + 1);
    }
    plot_node_text(plot, point->label);
}

static void label_stack(const struct plot *plot, int category, char axis)
{
    const char *total = plot->data.totals[category];
    int64_t low;
    int64_t high;

    if (total == NULL ||
        (axis == 'y' && plot_text_width(plot, total) > plot_slot(plot))) {
        return;
    }
    chart_data_stack(&plot->data, category, &low, &high);
    g_string_append_printf(plot->out,
        "  \\node[report value,anchor=%s] at "
        "(axis cs:",
        axis == 'y' ? "south" : "west");
    if (axis == 'y') {
        g_string_append_printf(plot->out, "%d,", category + 1);
    }
    plot_number(plot, high);
    if (axis == 'x') {
        g_string_append_printf(plot->out, ",%d", category + 1);
    }
    plot_node_text(plot, total);
}

/* After the axis: what is in a stack is drawn at its end, above all nodes. */
static void write_labels(const struct plot *plot, char axis, int bar)
{
    g_string_append(plot->out, "    after end axis/.code={\n");
    for (int i = 0; i < plot->data.category_count; i++) {
        for (int s = 0; s < plot->data.series_count; s++) {
            label_part(plot, s, i, axis, bar);
        }
        label_stack(plot, i, axis);
    }
    plot_zero(plot, axis);
    g_string_append(plot->out, "    },\n");
}

static void write_parts(const struct plot *plot, char axis)
{
    plot_options_end(plot);
    for (int s = 0; s < plot->data.series_count; s++) {
        plot_bar_series(plot, s, axis, "");
    }
    plot_end(plot);
}

void plot_stacks(struct plot *plot)
{
    int bar;

    plot_keep_names(plot);
    bar = CLAMP(plot_slot(plot) * BAR_PART / 100, 1, BAR_MAX);
    plot_begin(plot, "report stack");
    g_string_append_printf(plot->out, "    bar width=%dbp,\n", bar);
    plot_option(plot, "ylabel", plot->unit);
    plot_ticks(plot, 'y');
    plot_categories(plot);
    plot_legend(plot);
    write_labels(plot, 'y', bar);
    write_parts(plot, 'y');
}

void plot_lying_stacks(struct plot *plot)
{
    int totals = 0;

    for (int i = 0; i < plot->data.category_count; i++) {
        const char *total = plot->data.totals[i];
        int width =
            total != NULL ? plot_text_width(plot, total) + LABEL_GAP : 0;

        totals = MAX(totals, width);
    }
    plot_lying_begin(plot, "report hstack", LYING_BAR, totals);
    g_string_append_printf(plot->out, "    bar width=%dbp,\n", LYING_BAR);
    write_labels(plot, 'x', LYING_BAR);
    write_parts(plot, 'x');
}
