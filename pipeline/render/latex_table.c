/*
 * A table to a longtable: caption, unit line and head once in the source, set
 * again by the class's \tablehead on every page.
 */
#include "render/latex_table.h"

#include <string.h>

#include "page/style.h"
#include "render/latex_escape.h"

/* Rows with more text, in hundredths of an em, get a line for each cell. */
#define SOURCE_ROW 4000

/* As the pages: tables of so many rows, head and notes included, are not
 * divided. */
#define SHORT_ROWS 12

/* Numbers stand together in the middle of a column that is wider than they. */
static int number_inset(const struct latex_columns *columns, int column)
{
    int slack = columns->widths[column] - columns->before[column] -
                columns->after[column];

    return MAX(slack / 2, 0);
}

/* Of the body, the head and the notes. */
static int count_rows(const struct doc_node *table)
{
    int rows = 0;

    for (const struct doc_node *n = doc_next(table, table); n != NULL;
         n = doc_next(n, table)) {
        rows += n->kind == DOC_TR ||
                (n->kind == DOC_P && n->parent->kind == DOC_NOTES);
    }
    return rows;
}

static void write_columns(struct table_writer *writer)
{
    GString *out = writer->latex->out;
    const struct latex_columns *columns = &writer->columns;

    int rows = count_rows(writer->table);

    g_string_append(out, "\\begin{reporttable}");
    if (rows <= SHORT_ROWS) {
        g_string_append_printf(out, "[%d]", rows);
    }
    g_string_append_c(out, '{');
    for (int i = 0; i < columns->count; i++) {
        if (columns->number[i]) {
            g_string_append_c(out, 'N');
            latex_append_em(out, columns->widths[i]);
            latex_append_em(out, number_inset(columns, i));
        } else {
            latex_append_column(out, writer->aligns[i], columns->widths[i]);
        }
    }
    g_string_append(out, "}\n");
}

/* The rows that the cells of row reach into, and the columns they take. */
static void cover(struct table_writer *writer, const struct doc_node *row)
{
    for (int i = 0; i < writer->columns.count; i++) {
        writer->covered[i] = MAX(writer->covered[i] - 1, 0);
    }
    for (const struct doc_node *cell = row->first; cell != NULL;
         cell = cell->next) {
        for (int i = 0; i < cell->as.cell.colspan; i++) {
            writer->covered[cell->as.cell.column + i] =
                cell->as.cell.rowspan - 1;
        }
    }
}

static bool is_covered_below(const struct table_writer *writer)
{
    for (int i = 0; i < writer->columns.count; i++) {
        if (writer->covered[i] > 0) {
            return true;
        }
    }
    return false;
}

/* No page ends after a table's first row, before or after its last, after a
 * group's name, or inside a cell. */
static bool keeps_with_next(
    const struct table_writer *writer, const struct doc_node *row)
{
    const struct doc_node *part = row->parent;
    bool is_first =
        row->previous == NULL &&
        (part->previous == NULL || part->previous->kind != DOC_TBODY);
    bool is_last_but_one =
        row->next != NULL && row->next->next == NULL &&
        (part->next == NULL || part->next->kind == DOC_NOTES);
    bool is_last = row->next == NULL &&
                   (part->next == NULL || part->next->kind == DOC_NOTES);

    return is_covered_below(writer) || doc_has_class(row, "group") || is_last ||
           (row->next != NULL && (is_first || is_last_but_one));
}

static void write_separator(GString *out, bool is_long)
{
    g_string_append(out, is_long ? "\n    & " : " & ");
}

static void write_cells(struct table_writer *writer, const struct doc_node *row)
{
    GString *out = writer->latex->out;
    g_autofree char *text = doc_text(row);
    bool is_long = latex_text_width(text, strlen(text)) > SOURCE_ROW;
    int column = 0;

    for (const struct doc_node *cell = row->first; cell != NULL;
         cell = cell->next) {
        while (column < cell->as.cell.column) {
            g_string_append(out, column++ > 0 ? " & " : "");
        }
        if (column > 0) {
            write_separator(out, is_long);
        }
        latex_write_cell(writer, cell);
        column += cell->as.cell.colspan;
    }
    while (column < writer->columns.count) {
        g_string_append(out, column++ > 0 ? " & " : "");
    }
}

/* What the row is drawn with, besides its text. */
static void write_ground(struct latex *latex, const struct doc_node *row)
{
    if (doc_has_class(row, "group")) {
        g_string_append(latex->out, "  \\groupground ");
    } else if (doc_has_class(row, "total")) {
        g_string_append(latex->out, "  \\totalrule\n  ");
    } else {
        g_string_append(latex->out, "  ");
    }
}

/* What caption and head, which are set on each page, cannot hold. */
static void write_pending(struct table_writer *writer)
{
    struct latex *latex = writer->latex;

    latex->deferred = writer->pending;
    latex_defer_end(latex);
    for (guint i = 0; i < writer->anchors->len; i++) {
        latex_anchor(latex, writer->anchors->pdata[i]);
    }
    g_ptr_array_free(writer->anchors, TRUE);
    writer->pending = NULL;
    writer->anchors = NULL;
}

static void write_row(struct table_writer *writer, const struct doc_node *row)
{
    struct latex *latex = writer->latex;
    bool is_head = row->parent->kind == DOC_THEAD;

    write_ground(latex, row);
    if (!is_head && writer->pending != NULL) {
        write_pending(writer);
    }
    if (!is_head) {
        latex_anchor(latex, row);
    }
    cover(writer, row);
    write_cells(writer, row);
    g_string_append(latex->out,
        !is_head && keeps_with_next(writer, row) ? " \\\\*\n" : " \\\\\n");
}

/* A thin rule below each head that stands over several columns. */
static void write_head_rules(
    struct table_writer *writer, const struct doc_node *row)
{
    GString *out = writer->latex->out;
    size_t start = out->len;

    for (const struct doc_node *cell = row->first; cell != NULL;
         cell = cell->next) {
        if (cell->as.cell.colspan > 1 && row->next != NULL) {
            g_string_append_printf(out, "%s\\cmidrule(lr){%d-%d}",
                out->len == start ? "  " : " ", cell->as.cell.column + 1,
                cell->as.cell.column + cell->as.cell.colspan);
        }
    }
    g_string_append(out, out->len > start ? "\n" : "");
}

static void write_argument(
    struct table_writer *writer, const struct doc_node *node)
{
    if (node != NULL) {
        latex_content(writer->latex, node);
    }
}

/* The command, and the caption as a list of tables has it where the caption
 * itself cannot stand there. */
static void begin_head(struct table_writer *writer)
{
    struct latex *latex = writer->latex;
    const struct doc_node *caption = doc_child(writer->table, DOC_CAPTION);
    g_autofree char *title =
        caption != NULL ? latex_short_title(caption) : NULL;

    if (caption != NULL && doc_second(caption) != NULL) {
        g_string_append(latex->out, "\\listedtablehead{");
        latex_pair_entry(latex, caption, writer->table);
        g_string_append_c(latex->out, '}');
    } else if (title != NULL) {
        g_string_append(latex->out, "\\listedtablehead{");
        latex_escape(latex->out, title, LATEX_TEXT);
        g_string_append_c(latex->out, '}');
    } else {
        g_string_append(latex->out, "\\tablehead");
    }
    g_string_append_printf(latex->out, "{%d}%%\n  {", writer->columns.count);
}

static void write_head(struct table_writer *writer)
{
    struct latex *latex = writer->latex;
    const struct doc_node *table = writer->table;
    const struct doc_node *head = doc_child(table, DOC_THEAD);

    latex_defer_begin(latex);
    latex->held = g_ptr_array_new();
    latex->in_cell = true;
    begin_head(writer);
    write_argument(writer, doc_child(table, DOC_CAPTION));
    if (doc_child(table, DOC_CAPTION) != NULL) {
        latex_label(latex, table);
        latex_pair_caption(latex, doc_child(table, DOC_CAPTION), table);
    }
    g_string_append(latex->out, "}%\n  {");
    write_argument(writer, doc_child(table, DOC_UNIT));
    g_string_append(latex->out, "}%\n  {");
    if (head != NULL) {
        g_string_append(latex->out, "%\n");
        for (const struct doc_node *row = head->first; row != NULL;
             row = row->next) {
            write_row(writer, row);
            write_head_rules(writer, row);
        }
        g_string_append(latex->out, "  ");
    }
    g_string_append(latex->out, "}\n");
    latex->in_cell = false;
    writer->pending = latex->deferred;
    writer->anchors = latex->held;
    latex->deferred = NULL;
    latex->held = NULL;
}

static void write_body(struct table_writer *writer)
{
    memset(writer->covered, 0,
        (size_t)writer->columns.count * sizeof writer->covered[0]);
    for (const struct doc_node *part = writer->table->first; part != NULL;
         part = part->next) {
        if (part->kind != DOC_TBODY) {
            continue;
        }
        for (const struct doc_node *row = part->first; row != NULL;
             row = row->next) {
            write_row(writer, row);
        }
    }
}

/* The closing rule and the notes: rows of the table, so that no page ends
 * between them. */
static void write_end(struct table_writer *writer)
{
    struct latex *latex = writer->latex;
    const struct doc_node *notes = doc_child(writer->table, DOC_NOTES);

    g_string_append(latex->out, "  \\tableend\n");
    if (notes != NULL) {
        g_string_append_printf(
            latex->out, "  \\tablenotes{%d}{", writer->columns.count);
        latex_notes(latex, notes);
        g_string_append(latex->out, "}\n");
    }
    g_string_append(latex->out, "\\end{reporttable}\n");
}

static void read_aligns(struct table_writer *writer)
{
    int column = 0;

    for (const struct doc_node *node = writer->table->first;
         node != NULL && column < writer->columns.count; node = node->next) {
        if (node->kind == DOC_COL) {
            writer->aligns[column++] = node->as.align;
        }
    }
}

/* A length in hundredths of an em of the cells, rounded down. */
static int cell_ems(const struct latex *latex, len length)
{
    return (int)(length * 100 / latex->style->text[STYLE_TABLE_CELL].size);
}

void latex_table(struct latex *latex, const struct doc_node *table)
{
    struct table_writer writer = {.latex = latex, .table = table};
    const struct style *style = latex->style;
    bool is_turned = doc_has_class(table, "landscape");
    len line = is_turned ? style->landscape.measure : style->page.measure;

    latex_columns_measure(&writer.columns, table, cell_ems(latex, line),
        cell_ems(latex, style->table.pad));
    if (is_turned) {
        g_string_append(latex->out, "\\begin{turned}\n");
    }
    writer.aligns = g_new0(enum doc_align, (size_t)writer.columns.count);
    writer.covered = g_new0(int, (size_t)writer.columns.count);
    read_aligns(&writer);
    if (doc_child(table, DOC_CAPTION) == NULL) {
        latex_anchor(latex, table);
    }
    write_columns(&writer);
    write_head(&writer);
    write_body(&writer);
    write_end(&writer);
    if (is_turned) {
        g_string_append(latex->out, "\\end{turned}\n");
    }
    latex_columns_clear(&writer.columns);
    g_free(writer.aligns);
    g_free(writer.covered);
}
