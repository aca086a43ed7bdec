/*
 * A figure to a pgfplots picture.  Categories stand at 1, 2, 3 ... with their
 * names as tick labels, so that a name may hold any character.
 */
#include "render/latex_parts.h"

#include <string.h>

#include "render/latex_escape.h"

/* What differs between the types; the styles are the preamble's. */
static const struct {
    const char *style;
    char category_axis;
    char value_axis;
} types[] = {
    [DOC_BAR] = {"report bar", 'x', 'y'},
    [DOC_HBAR] = {"report hbar", 'y', 'x'},
    [DOC_GROUPED_BAR] = {"report grouped bar", 'x', 'y'},
    [DOC_LINE] = {"report line", 'x', 'y'},
};

static int count_kind(const struct doc_node *chart, enum doc_kind kind)
{
    int count = 0;

    for (const struct doc_node *node = chart->first; node != NULL;
         node = node->next) {
        count += node->kind == kind;
    }
    return count;
}

static void write_categories(
    GString *out, const struct doc_node *chart, char axis)
{
    int count = count_kind(chart, DOC_CATEGORY);
    const char *separator = "";

    g_string_append_printf(out, "    %ctick={", axis);
    for (int i = 1; i <= count; i++) {
        g_string_append_printf(out, "%s%d", i > 1 ? "," : "", i);
    }
    g_string_append_printf(out, "},\n    %cticklabels={", axis);
    for (const struct doc_node *node = chart->first; node != NULL;
         node = node->next) {
        if (node->kind == DOC_CATEGORY) {
            g_autofree char *name = doc_text(node);

            g_string_append_printf(out, "%s{", separator);
            latex_escape(out, name, LATEX_PLOT);
            g_string_append_c(out, '}');
            separator = ",";
        }
    }
    g_string_append(out, "}");
}

/* Coordinates with the printed values; a missing one leaves a gap. */
static void write_series(
    GString *out, const struct doc_node *series, bool is_lying)
{
    int category = 0;

    g_string_append(out, "  \\addplot coordinates {");
    for (const struct doc_node *point = series->first; point != NULL;
         point = point->next) {
        const char *value = point->as.point.value;
        const char *label = point->as.point.label;

        category++;
        if (value == NULL) {
            value = "nan";
            label = NULL;
        }
        if (is_lying) {
            g_string_append_printf(out, "\n    (%s,%d)", value, category);
        } else {
            g_string_append_printf(out, "\n    (%d,%s)", category, value);
        }
        g_string_append(out, " [{");
        latex_escape(out, label != NULL ? label : "", LATEX_PLOT);
        g_string_append(out, "}]");
    }
    g_string_append(out, "};\n");
}

/*
 * Upright bars take two thirds of a category's share of the axis, 380 pt long;
 * a single bar is no wider than 36 pt.
 */
static int bar_width(const struct doc_node *chart)
{
    int categories = MAX(count_kind(chart, DOC_CATEGORY), 1);
    int series = MAX(count_kind(chart, DOC_SERIES), 1);

    return CLAMP(380 * 2 / 3 / (categories * series), 2, 36);
}

static void write_options(GString *out, const struct doc_node *chart)
{
    enum doc_chart type = chart->as.chart.type;

    g_string_append_printf(out, "\\begin{axis}[%s,\n", types[type].style);
    if (type == DOC_BAR || type == DOC_GROUPED_BAR) {
        g_string_append_printf(
            out, "    bar width=%dbp,\n", bar_width(chart));
    }
    if (chart->as.chart.unit != NULL) {
        g_string_append_printf(out, "    %clabel={", types[type].value_axis);
        latex_escape(out, chart->as.chart.unit, LATEX_PLOT);
        g_string_append(out, "},\n");
    }
    write_categories(out, chart, types[type].category_axis);
    g_string_append(out, "]\n");
}

static void write_chart(struct latex *latex, const struct doc_node *chart)
{
    GString *out = latex->out;
    bool is_lying = chart->as.chart.type == DOC_HBAR;
    bool has_legend = count_kind(chart, DOC_SERIES) > 1;

    g_string_append(out, "\\begin{tikzpicture}\n");
    write_options(out, chart);
    for (const struct doc_node *series = chart->first; series != NULL;
         series = series->next) {
        if (series->kind != DOC_SERIES) {
            continue;
        }
        write_series(out, series, is_lying);
        if (has_legend) {
            g_string_append(out, "  \\addlegendentry{");
            latex_escape(out, series->as.label, LATEX_PLOT);
            g_string_append(out, "}\n");
        }
    }
    g_string_append(out, "\\end{axis}\n\\end{tikzpicture}\n");
}

/* What a reader is told who does not see the chart: for who edits it too. */
static void write_comment(GString *out, const char *alt)
{
    g_autofree char *line = g_strdup(alt);

    g_string_append_printf(out, "%% %s\n", g_strdelimit(line, "\r\n", ' '));
}

void latex_figure(struct latex *latex, const struct doc_node *figure)
{
    const struct doc_node *chart = doc_child(figure, DOC_CHART);
    const struct doc_node *caption = doc_child(figure, DOC_FIGCAPTION);

    g_string_append(latex->out, "\\begin{reportfigure}\n");
    if (caption == NULL) {
        latex_anchor(latex, figure);
    }
    latex_defer_begin(latex);
    write_comment(latex->out, chart->as.chart.alt);
    write_chart(latex, chart);
    if (caption != NULL) {
        g_string_append(latex->out, "\\caption{");
        latex_content(latex, caption);
        latex_label(latex, figure);
        g_string_append(latex->out, "}\n");
    }
    g_string_append(latex->out, "\\end{reportfigure}\n");
    latex_defer_end(latex);
    latex_notes(latex, doc_child(figure, DOC_NOTES));
}
