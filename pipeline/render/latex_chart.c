/*
 * A figure to a pgfplots picture.  Categories stand at 1, 2, 3 ... with their
 * names as tick labels, so that a name may hold any character.
 */
#include "render/latex_parts.h"

#include <string.h>

#include "base/number.h"
#include "render/latex_escape.h"

/* The category axis, about, the height of a label's letters, and what a name in
 * the legend has beside it, in pt. */
#define AXIS_LENGTH 390
#define LABEL_SIZE 8
#define LEGEND_SAMPLE 30

/* As the pages: what of its share a group of bars or a bar takes, in percent;
 * the widest bar; the longest line with all its values. */
#define GROUP_PART 76
#define BAR_PART 56
#define BAR_MAX 46
#define LABELS_MAX 9

/* The names of lying bars: width of their column in ems of the label, as the
 * class has it; pitch of their lines and blank between two, in pt. */
#define NAME_EMS 14
#define NAME_LINE 11
#define NAME_GAP 8

/* What differs between the types; the styles are those of the class. */
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

/* The name; a line break where the report has one. */
static void write_name(GString *out, const struct doc_node *category)
{
    g_autofree char *name = doc_lines(category);
    g_auto(GStrv) lines = g_strsplit(name, "\n", -1);

    for (int i = 0; lines[i] != NULL; i++) {
        g_string_append(out, i > 0 ? "\\\\ " : "");
        latex_escape(out, lines[i], LATEX_PLOT);
    }
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
            g_string_append_printf(out, "%s{", separator);
            write_name(out, node);
            g_string_append_c(out, '}');
            separator = ",";
        }
    }
    g_string_append(out, "}");
}

/* Lines of the name of a lying bar; its column is NAME_EMS wide. */
static int name_lines(const struct doc_node *category)
{
    g_autofree char *name = doc_lines(category);
    g_auto(GStrv) lines = g_strsplit(name, "\n", -1);
    int count = 0;

    for (int i = 0; lines[i] != NULL; i++) {
        int width = latex_text_width(lines[i], strlen(lines[i]));

        count += 1 + width / (NAME_EMS * 100);
    }
    return count;
}

/* What the highest name of a lying bar needs, in lines. */
static int most_lines(const struct doc_node *chart)
{
    int most = 1;

    for (const struct doc_node *n = chart->first; n != NULL; n = n->next) {
        most = n->kind == DOC_CATEGORY ? MAX(most, name_lines(n)) : most;
    }
    return most;
}

/* The length of axis that one category has, in pt. */
static int slot_width(const struct doc_node *chart)
{
    return AXIS_LENGTH / MAX(count_kind(chart, DOC_CATEGORY), 1);
}

static int bar_width(const struct doc_node *chart)
{
    int series = count_kind(chart, DOC_SERIES);
    int part = series > 1 ? GROUP_PART : BAR_PART;

    return CLAMP(slot_width(chart) * part / 100 / series, 1, BAR_MAX);
}

/* Lying bars carry their values; others do where there is room; lines do at
 * their ends, or everywhere if one stands alone and is short. */
static bool has_label(
    const struct doc_node *chart, const struct doc_node *point)
{
    const char *label = point->as.point.label;
    int series = count_kind(chart, DOC_SERIES);
    int room = slot_width(chart);

    if (label == NULL || point->as.point.value == NULL) {
        return false;
    }
    if (chart->as.chart->type == DOC_HBAR) {
        return true;
    }
    if (chart->as.chart->type != DOC_LINE) {
        room = series > 1 ? bar_width(chart) : room;
    } else if (series > 1 || count_kind(chart, DOC_CATEGORY) > LABELS_MAX) {
        room *= 2;
        if (point->next != NULL) {
            return false;
        }
    }
    return latex_text_width(label, strlen(label)) * LABEL_SIZE / 100 <= room;
}

/* Coordinates with the printed values; a missing one leaves a gap. */
static void write_series(GString *out, const struct doc_node *chart,
    const struct doc_node *series)
{
    int category = 0;

    g_string_append(out, "  \\addplot coordinates {");
    for (const struct doc_node *point = series->first; point != NULL;
         point = point->next) {
        const char *value = point->as.point.value;

        category++;
        value = value != NULL ? value : "nan";
        if (chart->as.chart->type == DOC_HBAR) {
            g_string_append_printf(out, "\n    (%s,%d)", value, category);
        } else {
            g_string_append_printf(out, "\n    (%d,%s)", category, value);
        }
        g_string_append(out, " [{");
        if (has_label(chart, point)) {
            latex_escape(out, point->as.point.label, LATEX_PLOT);
        }
        g_string_append(out, "}]");
    }
    g_string_append(out, "};\n");
}

/* The lowest and the highest value; there is one. */
static void find_range(
    const struct doc_node *chart, number **low, number **high)
{
    for (const struct doc_node *node = chart->first; node != NULL;
         node = doc_next(node, chart)) {
        g_autoptr(number) value = NULL;

        if (node->kind != DOC_POINT || node->as.point.value == NULL) {
            continue;
        }
        value = number_parse(node->as.point.value);
        if (*low == NULL || number_compare(value, *low) < 0) {
            g_clear_pointer(low, number_free);
            *low = number_copy(value);
        }
        if (*high == NULL || number_compare(value, *high) > 0) {
            g_clear_pointer(high, number_free);
            *high = number_copy(value);
        }
    }
}

/* Bars stand on zero; a line does where its values come near it. */
static bool begins_at_zero(const struct doc_node *chart)
{
    g_autoptr(number) low = NULL;
    g_autoptr(number) high = NULL;
    g_autoptr(number) half = NULL;
    g_autoptr(number) two = number_new(2, 1);

    find_range(chart, &low, &high);
    if (low == NULL || number_sign(low) < 0) {
        return false;
    }
    half = number_div(high, two);
    return chart->as.chart->type != DOC_LINE || number_compare(low, half) < 0;
}

/* How many names of series, with their samples, stand beside each other. */
static int legend_columns(const struct doc_node *chart)
{
    int widest = 0;

    for (const struct doc_node *series = chart->first; series != NULL;
         series = series->next) {
        if (series->kind == DOC_SERIES) {
            int width =
                latex_text_width(series->as.label, strlen(series->as.label));

            widest = MAX(widest, width * LABEL_SIZE / 100);
        }
    }
    return MAX(AXIS_LENGTH / (widest + LEGEND_SAMPLE), 1);
}

static void write_options(GString *out, const struct doc_node *chart)
{
    enum doc_chart type = chart->as.chart->type;

    g_string_append_printf(out, "\\begin{axis}[%s,\n", types[type].style);
    if (begins_at_zero(chart)) {
        g_string_append_printf(out, "    %cmin=0,\n", types[type].value_axis);
    }
    if (type == DOC_BAR || type == DOC_GROUPED_BAR) {
        g_string_append_printf(
            out, "    bar width=%dbp,\n", bar_width(chart));
    }
    if (type == DOC_HBAR && most_lines(chart) > 1) {
        g_string_append_printf(
            out, "    y=%dbp,\n", most_lines(chart) * NAME_LINE + NAME_GAP);
    }
    if (legend_columns(chart) < count_kind(chart, DOC_SERIES)) {
        g_string_append_printf(
            out, "    legend columns=%d,\n", legend_columns(chart));
    }
    if (chart->as.chart->unit != NULL) {
        g_string_append_printf(out, "    %clabel={", types[type].value_axis);
        latex_escape(out, chart->as.chart->unit, LATEX_PLOT);
        g_string_append(out, "},\n");
    }
    write_categories(out, chart, types[type].category_axis);
    g_string_append(out, "]\n");
}

static void write_chart(struct latex *latex, const struct doc_node *chart)
{
    GString *out = latex->out;
    bool has_legend = count_kind(chart, DOC_SERIES) > 1;

    g_string_append(out, "\\begin{tikzpicture}\n");
    write_options(out, chart);
    for (const struct doc_node *series = chart->first; series != NULL;
         series = series->next) {
        if (series->kind != DOC_SERIES) {
            continue;
        }
        write_series(out, chart, series);
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

/* What the list of figures has, where that is not the caption itself. */
static void write_entry(struct latex *latex, const struct doc_node *figure,
    const struct doc_node *caption)
{
    if (doc_second(caption) == NULL) {
        latex_option_title(latex, caption);
        return;
    }
    g_string_append(latex->out, "[{");
    latex_pair_entry(latex, caption, figure);
    g_string_append(latex->out, "}]");
}

void latex_figure(struct latex *latex, const struct doc_node *figure)
{
    const struct doc_node *chart = doc_child(figure, DOC_CHART);
    const struct doc_node *caption = doc_child(figure, DOC_FIGCAPTION);
    const struct doc_node *notes = doc_child(figure, DOC_NOTES);

    g_string_append(latex->out, "\\begin{reportfigure}\n");
    if (caption == NULL) {
        latex_anchor(latex, figure);
    }
    latex_defer_begin(latex);
    write_comment(latex->out, chart->as.chart->alt);
    write_chart(latex, chart);
    if (caption != NULL) {
        g_string_append(latex->out, "\\caption");
        write_entry(latex, figure, caption);
        g_string_append_c(latex->out, '{');
        latex_content(latex, caption);
        latex_label(latex, figure);
        latex_pair_caption(latex, caption, figure);
        g_string_append(latex->out, "}\n");
    }
    g_string_append(latex->out, "\\end{reportfigure}\n");
    latex_defer_end(latex);
    if (notes != NULL) {
        g_string_append(latex->out, "\\begin{notes}");
        latex_notes(latex, notes);
        g_string_append(latex->out, "\n\\end{notes}\n");
    }
}
