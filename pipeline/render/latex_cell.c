/*
 * One cell of a table: what aligns it, spans, digits left out.
 */
#include "render/latex_table.h"

#include <string.h>

#include "render/latex_escape.h"

void latex_append_em(GString *out, int hundredths)
{
    g_string_append_printf(
        out, "{%d.%02dem}", hundredths / 100, hundredths % 100);
}

/* "L{4.20em}": the column type of text with this alignment and width. */
void latex_append_column(GString *out, enum doc_align align, int width)
{
    static const char letters[] = {[DOC_START] = 'L',
        [DOC_END] = 'R',
        [DOC_CENTER] = 'C',
        [DOC_DECIMAL] = 'R'};

    g_string_append_c(out, letters[align]);
    latex_append_em(out, width);
}

/* What cells of this row have fewer digits than the longest of the column. */
static void write_padding(
    struct table_writer *writer, const struct doc_node *cell)
{
    GString *out = writer->latex->out;
    const char *longest = writer->columns.tail[cell->as.cell.column];
    g_autofree char *text = doc_text(cell);
    size_t before = latex_whole_part(text);
    size_t size = strlen(text + before);
    int lack;

    if (longest == NULL || strcmp(longest, text + before) == 0) {
        return;
    }
    lack = writer->columns.after[cell->as.cell.column] -
           latex_text_width(text + before, size);
    if (lack <= 0) {
        return;
    }
    if (size == 0 || (strspn(text + before, ".0123456789") == size &&
                         strspn(longest, ".0123456789") > size)) {
        g_string_append(out, "\\pad{");
        latex_escape(out, longest + size, LATEX_TEXT);
        g_string_append_c(out, '}');
    } else {
        g_string_append(out, "\\hspace*");
        latex_append_em(out, lack);
    }
}

static bool is_in_head(const struct doc_node *cell)
{
    return cell->parent->parent->kind == DOC_THEAD;
}

/* How a head cell stands: as its column, but over numbers and over several
 * columns in the middle. */
static enum doc_align head_align(const struct doc_node *cell)
{
    return cell->as.cell.align == DOC_DECIMAL || cell->as.cell.colspan > 1
               ? DOC_CENTER
               : cell->as.cell.align;
}

static void write_style(
    struct table_writer *writer, const struct doc_node *cell)
{
    static const char *const alignments[] = {[DOC_START] = "\\alignstart ",
        [DOC_END] = "\\alignend ",
        [DOC_CENTER] = "\\aligncenter ",
        [DOC_DECIMAL] = "\\alignend "};
    GString *out = writer->latex->out;
    int column = cell->as.cell.column;

    if (is_in_head(cell)) {
        g_string_append(out, "\\head");
        g_string_append(out, alignments[head_align(cell)]);
        return;
    }
    if (cell->as.cell.colspan == 1 &&
        cell->as.cell.align != writer->aligns[column]) {
        g_string_append(out, alignments[cell->as.cell.align]);
    }
    if (doc_has_class(cell->parent, "group")) {
        g_string_append(out, "\\group ");
    } else if (doc_has_class(cell->parent, "total")) {
        g_string_append(out, "\\total ");
    }
}

/* The cell's own text, on one source line, with what aligns it. */
static void write_text(
    struct table_writer *writer, const struct doc_node *cell, int width)
{
    struct latex *latex = writer->latex;

    latex->in_cell = true;
    latex->word_max = width;
    write_style(writer, cell);
    latex_anchor(latex, cell);
    latex_content(latex, cell);
    if (writer->columns.number[cell->as.cell.column] && !is_in_head(cell) &&
        cell->as.cell.colspan == 1 && cell->as.cell.align == DOC_DECIMAL) {
        write_padding(writer, cell);
    }
    latex->in_cell = false;
    latex->word_max = 0;
}

/* True if the text of a cell over several rows needs no more than these. */
static bool fits_rows(const struct doc_node *cell, int width)
{
    g_autofree char *text = doc_text(cell);
    int lines = latex_text_width(text, strlen(text)) / MAX(width, 1) + 1;

    return lines <= cell->as.cell.rowspan;
}

void latex_write_cell(struct table_writer *writer, const struct doc_node *cell)
{
    struct latex *latex = writer->latex;
    int column = cell->as.cell.column;
    int span = cell->as.cell.colspan;
    int width = latex_columns_span(&writer->columns, column, span);
    bool is_tall = cell->as.cell.rowspan > 1 && fits_rows(cell, width);
    bool is_deferring = is_tall && latex->deferred == NULL;

    if (span > 1) {
        g_string_append_printf(latex->out, "\\multicolumn{%d}{", span);
        latex_append_column(latex->out,
            is_in_head(cell) ? DOC_CENTER : cell->as.cell.align, width);
        g_string_append(latex->out, "}{");
    }
    if (is_tall) {
        /* Its box is as wide as the column; an inset would push it out. */
        g_string_append(
            latex->out, writer->columns.number[column] ? "\\alignstart " : "");
        g_string_append_printf(latex->out, "\\multirow[%c]{%d}{=}{",
            is_in_head(cell) ? 'b' : 't', cell->as.cell.rowspan);
    }
    if (is_deferring) {
        latex_defer_begin(latex);
    }
    write_text(writer, cell, width);
    g_string_append(latex->out, is_tall ? "}" : "");
    if (is_deferring) {
        latex_defer_end(latex);
    }
    g_string_append(latex->out, span > 1 ? "}" : "");
}
