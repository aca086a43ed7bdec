/*
 * The frame of a pgfplots picture: axes, ticks, categories, legend.
 */
#include "render/latex_chart.h"

#include <string.h>

#include "base/arena.h"
#include "base/number.h"
#include "page/style.h"
#include "render/latex_escape.h"
#include "render/latex_parts.h"

#define LINE_MARGIN 10   /* estimates may fail by so much */
#define MARKS 5          /* shapes of markers that the class has */
#define LEGEND_SAMPLE 34 /* what a name in the legend has beside it */
#define NAME_SPACE 4     /* between two names of categories */
#define TICK_SPACE 7     /* from a plot to the numbers of its axis */

/* Of size bytes on one line. */
static int line_width(const struct plot *plot, const char *text, size_t size)
{
    int64_t em = len_to_milli(plot->style->text[STYLE_CHART].size);

    /* An estimate: a few percent more. */
    return (int)(latex_text_width(text, size) * em * 104 / 10000000) + 1;
}

int plot_text_width(const struct plot *plot, const char *text)
{
    int width = 0;

    for (;; text++) {
        size_t size = strcspn(text, "\n");

        width = MAX(width, line_width(plot, text, size));
        text += size;
        if (*text == '\0') {
            return width;
        }
    }
}

/* Breaks leave blanks at the ends of lines: a quarter more. */
int plot_text_lines(const struct plot *plot, const char *text, int width)
{
    int lines = 0;

    for (;; text++) {
        size_t size = strcspn(text, "\n");
        int all = line_width(plot, text, size);

        lines += all <= width ? 1 : (all * 5 / 4 + width - 1) / MAX(width, 1);
        text += size;
        if (*text == '\0') {
            return lines;
        }
    }
}

/* A line break where the report has one. */
static void write_name(GString *out, const char *name)
{
    g_auto(GStrv) lines = g_strsplit(name, "\n", -1);

    for (int i = 0; lines[i] != NULL; i++) {
        g_string_append(out, i > 0 ? "\\\\ " : "");
        latex_escape(out, lines[i], LATEX_PLOT);
    }
}

int plot_slot(const struct plot *plot)
{
    return plot->width / MAX(plot->data.category_count, 1);
}

void plot_number(const struct plot *plot, int64_t value)
{
    g_autoptr(number) whole = number_new((long)value, 1);
    g_autoptr(number) exact = number_scale10(whole, -plot->data.decimals);
    g_autofree char *text = number_text(exact);

    g_string_append(plot->out, text);
}

int plot_scale(const struct plot *plot, int64_t value, int extent)
{
    int64_t offset = value - plot->data.ticks.first;
    int64_t span = plot->data.ticks.step * (plot->data.ticks.count - 1);

    while (span > INT64_C(1000000000)) {
        span /= 10;
        offset /= 10;
    }
    return span > 0 ? (int)(offset * extent / span) : 0;
}

void plot_option(const struct plot *plot, const char *key, const char *text)
{
    if (text != NULL) {
        g_string_append_printf(plot->out, "    %s={", key);
        latex_escape(plot->out, text, LATEX_PLOT);
        g_string_append(plot->out, "},\n");
    }
}

static int tick_width(const struct plot *plot)
{
    const struct chart_data *data = &plot->data;
    int width = 0;

    for (int i = 0; i < data->ticks.count; i++) {
        g_autofree char *label =
            ticks_label(data->ticks.first + i * data->ticks.step,
                data->ticks.step, data->decimals, !plot->is_chinese);
        int wide = plot_text_width(plot, label);

        width = MAX(width, wide);
    }
    return width + TICK_SPACE;
}

void plot_begin(const struct plot *plot, const char *style)
{
    g_string_append_printf(plot->out,
        "\\begin{axis}[%s,\n    width=%dbp,height=%dbp,\n", style, plot->width,
        plot->height);
}

/* The same numbers as on the pages, whatever pgfplots would choose. */
void plot_ticks(const struct plot *plot, char axis)
{
    const struct ticks *ticks = &plot->data.ticks;

    g_string_append_printf(plot->out, "    %cmin=", axis);
    plot_number(plot, ticks->first);
    g_string_append_printf(plot->out, ",%cmax=", axis);
    plot_number(plot, ticks->first + (ticks->count - 1) * ticks->step);
    g_string_append_printf(plot->out, ",\n    %ctick={", axis);
    for (int i = 0; i < ticks->count; i++) {
        g_string_append(plot->out, i > 0 ? "," : "");
        plot_number(plot, ticks->first + i * ticks->step);
    }
    g_string_append_printf(plot->out, "},\n    %cticklabels={", axis);
    for (int i = 0; i < ticks->count; i++) {
        g_autofree char *label = ticks_label(ticks->first + i * ticks->step,
            ticks->step, plot->data.decimals, !plot->is_chinese);

        g_string_append(plot->out, i > 0 ? ",{" : "{");
        latex_escape(plot->out, label, LATEX_PLOT);
        g_string_append_c(plot->out, '}');
    }
    g_string_append(plot->out, "},\n");
}

static int word_width(const struct plot *plot, const char *text)
{
    int64_t size = len_to_milli(plot->style->text[STYLE_CHART].size);

    return (int)(latex_word_width(text) * size / 100000) + 1;
}

/* How many places a name takes that does not fit into one: then only every
 * so many are there, and the last one. */
static int name_step(const struct plot *plot)
{
    bool is_line = plot->data.type == DOC_LINE;
    int last = plot->data.category_count - 1;
    int step = 1;

    for (int i = 0; i <= last; i++) {
        const char *name = plot->data.categories[i];
        int whole = plot_text_width(plot, name);
        int width = NAME_SPACE + (is_line ? whole : word_width(plot, name));

        while (width > plot_slot(plot) * step && step <= last) {
            step++;
        }
    }
    for (int i = step; i < 2 * step && i <= last; i++) {
        if (last % i == 0) {
            return i;
        }
    }
    return step;
}

void plot_names(const struct plot *plot, char axis, int step)
{
    int last = plot->data.category_count - 1;

    g_string_append_printf(plot->out, "    %ctick={", axis);
    for (int i = 0; i <= last; i++) {
        g_string_append_printf(plot->out, "%s%d", i > 0 ? "," : "", i + 1);
    }
    g_string_append_printf(plot->out, "},\n    %cticklabels={", axis);
    for (int i = 0; i <= last; i++) {
        bool is_there = i == last || (i % step == 0 && i + step <= last);

        g_string_append(plot->out, i > 0 ? ",{" : "{");
        if (is_there) {
            write_name(plot->out, plot->data.categories[i]);
        }
        g_string_append_c(plot->out, '}');
    }
    g_string_append(plot->out, "},\n");
}

void plot_categories(const struct plot *plot)
{
    int step = name_step(plot);

    plot_names(plot, 'x', step);
    g_string_append_printf(
        plot->out, "    xmin=0.5,xmax=%d.5,\n", plot->data.category_count);
    if (step == 1) {
        g_string_append_printf(plot->out,
            "    xticklabel style={text width=%dbp},\n",
            plot_slot(plot) - NAME_SPACE);
    }
}

void plot_keep_names(struct plot *plot)
{
    int last = plot->data.category_count - 1;

    if (last >= 0 && name_step(plot) > 1) {
        int name = plot_text_width(plot, plot->data.categories[last]);

        plot->width -= MAX((name - plot_slot(plot)) / 2, 0);
    }
}

void plot_legend(const struct plot *plot)
{
    int all = 0;
    int widest = 0;

    for (int s = 0; s < plot->data.series_count; s++) {
        int width = plot_text_width(plot, plot->data.names[s]) + LEGEND_SAMPLE;

        widest = MAX(widest, width);
        all += width;
    }
    if (plot->data.series_count < 2 || plot->is_direct) {
        return;
    }
    if (all > plot->line * 3 / 4) {
        g_string_append_printf(plot->out, "    legend columns=%d,\n",
            CLAMP(plot->line / widest, 1, plot->data.series_count));
    }
    g_string_append(plot->out, "    legend entries={");
    for (int s = 0; s < plot->data.series_count; s++) {
        g_string_append(plot->out, s > 0 ? ",{" : "{");
        latex_escape(plot->out, plot->data.names[s], LATEX_PLOT);
        g_string_append_c(plot->out, '}');
    }
    g_string_append(plot->out, "},\n");
}

void plot_options_end(const struct plot *plot)
{
    g_string_append(plot->out, "]\n");
}

void plot_end(const struct plot *plot)
{
    g_string_append(plot->out, "\\end{axis}\n");
}

static void write_points(const struct plot *plot, int series, char axis)
{
    bool is_stack = chart_is_stacked(plot->data.type);
    bool is_line =
        plot->data.type == DOC_LINE || plot->data.type == DOC_MULTIPLES;

    g_string_append(plot->out, "] coordinates {");
    for (int i = 0; i < plot->data.category_count; i++) {
        const struct chart_point *point =
            chart_data_point(&plot->data, series, i);
        /* A stack goes on above a part that is not there. */
        const char *value = point->has_value ? point->source
                            : is_stack       ? "0"
                                             : "nan";

        if (axis == 'x') {
            g_string_append_printf(plot->out, "\n    (%s,%d)", value, i + 1);
        } else {
            /* Nothing between two points leaves the line out. */
            if (point->is_break && is_line) {
                g_string_append_printf(plot->out, "\n    (%d,nan)", i + 1);
            }
            g_string_append_printf(plot->out, "\n    (%d,%s)", i + 1, value);
        }
    }
    g_string_append(plot->out, "};\n");
}

void plot_bar_series(
    const struct plot *plot, int series, char axis, const char *options)
{
    struct chart_look look = chart_look(series, plot->style->palette_count);

    if (look.pattern == 0) {
        g_string_append_printf(
            plot->out, "  \\addplot[report solid=%d", look.color + 1);
    } else {
        g_string_append_printf(plot->out, "  \\addplot[report hatch %d=%d",
            look.pattern, look.color + 1);
    }
    g_string_append(plot->out, options);
    write_points(plot, series, axis);
}

void plot_line_look(const struct plot *plot, int look, bool is_dashed)
{
    int color = chart_look(look, plot->style->palette_count).color;

    g_string_append_printf(plot->out, "report line=%d,report mark %d%s",
        color + 1, look % MARKS + 1, is_dashed ? ",report dashes" : "");
}

void plot_line_series(const struct plot *plot, int series, int look)
{
    g_string_append(plot->out, "  \\addplot[");
    plot_line_look(plot, look, look % 2 == 1);
    write_points(plot, series, 'y');
}

void plot_zero(const struct plot *plot, char axis)
{
    const struct ticks *ticks = &plot->data.ticks;

    if (ticks->first > 0 ||
        ticks->first + (ticks->count - 1) * ticks->step < 0) {
        return;
    }
    g_string_append_printf(plot->out,
        axis == 'y' ? "  \\draw[report zero] (axis cs:0.5,0) -- "
                      "(axis cs:%d.5,0);\n"
                    : "  \\draw[report zero] (axis cs:0,0.5) -- "
                      "(axis cs:0,%d.5);\n",
        plot->data.category_count);
}

void plot_node_text(const struct plot *plot, const char *text)
{
    g_string_append(plot->out, ") {");
    latex_escape(plot->out, text, LATEX_PLOT);
    g_string_append(plot->out, "};\n");
}

static void (*const plots[])(struct plot *plot) = {
    [DOC_BAR] = plot_bars,
    [DOC_HBAR] = plot_lying,
    [DOC_GROUPED_BAR] = plot_bars,
    [DOC_STACKED_BAR] = plot_stacks,
    [DOC_STACKED_HBAR] = plot_lying_stacks,
    [DOC_LINE] = plot_lines,
    [DOC_SLOPE] = plot_slope,
    [DOC_MULTIPLES] = plot_multiples,
};

/* What a figure has of the page, in bp. */
static int line_of(const struct style *style, const struct doc_node *figure)
{
    bool is_turned = doc_has_class(figure, "landscape");
    len measure = is_turned ? style->landscape.measure : style->page.measure;

    return (int)(measure / LEN_PT) - LINE_MARGIN;
}

void latex_chart(struct latex *latex, const struct doc_node *chart)
{
    struct arena *arena = arena_new();
    const struct text_style *text = &latex->style->text[STYLE_CHART];
    struct plot plot = {.out = latex->out,
        .arena = arena,
        .data = chart_data_read(chart, arena),
        .unit = chart->as.chart->unit,
        .is_chinese = latex->is_chinese,
        .style = latex->style,
        .line = line_of(latex->style, chart->parent),
        .pitch = (int)((text->line + LEN_PT - 1) / LEN_PT),
        .height = PLOT_HEIGHT};

    plot.width = plot.line - tick_width(&plot);
    g_string_append(plot.out, "\\begin{tikzpicture}\n");
    plots[plot.data.type](&plot);
    g_string_append(plot.out, "\\end{tikzpicture}\n");
    arena_free(arena);
}
