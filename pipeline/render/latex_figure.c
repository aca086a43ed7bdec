/*
 * A figure: its chart, its caption, its notes.
 */
#include "render/latex_escape.h"
#include "render/latex_parts.h"

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
    if (doc_chart_compares(chart)) {
        write_comment(latex->out, chart->as.chart->alt);
        latex_chart(latex, chart);
    } else {
        latex_escape(latex->out, chart->as.chart->alt, LATEX_TEXT);
        g_string_append_c(latex->out, '\n');
    }
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
