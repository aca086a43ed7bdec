/*
 * Tables (ISO 32000-1, 14.8.4.3.4): rows and cells, and for each cell the
 * headers that it is read with.  A reader hears them by Scope, and where there
 * are several levels by Headers and IDs (14.8.5.7); both are written.
 */
#include "doc/doc.h"
#include "page/page.h"
#include "render/pdf_file.h"
#include "render/pdf_tree.h"
#include "render/pdf_write.h"

/* A header that goes on below its own row. */
struct header {
    unsigned id;
    int rows; /* that it still holds for, this one included */
    int column;
    int end; /* the column behind it */
    bool is_group;
};

struct cells {
    struct pdf_tree *tree;
    int columns;
    GArray **heads; /* unsigned: by column, those above the row */
    GArray *rows;   /* of struct header: those beside it */
    GArray *ahead;  /* unsigned: of rows that follow, their first cell's */
};

static bool is_column_header(const struct doc_node *cell)
{
    return cell->kind == DOC_TH &&
           (cell->as.cell.scope == DOC_SCOPE_COL ||
               cell->as.cell.scope == DOC_SCOPE_COLGROUP);
}

static int column_end(const struct cells *cells, const struct doc_node *cell)
{
    int end = cell->as.cell.column + cell->as.cell.colspan;

    return MIN(end, cells->columns);
}

/* Headers beside the row that a new one of a group takes the place of. */
static void end_groups(struct cells *cells, int column)
{
    for (guint i = cells->rows->len; i > 0; i--) {
        const struct header *header =
            &g_array_index(cells->rows, struct header, i - 1);

        if (header->is_group && header->column >= column) {
            g_array_remove_index(cells->rows, i - 1);
        }
    }
}

/*
 * The headers of a row's cells that stand beside others.  One of a group of
 * rows holds until the next one, or the end of the body, if it does not say by
 * its span how many rows it is for.
 */
static void note_row_headers(
    struct cells *cells, const struct doc_node *tr, unsigned id)
{
    for (const struct doc_node *cell = tr->first; cell != NULL;
         cell = cell->next, id++) {
        struct header header = {.id = id,
            .rows = cell->as.cell.rowspan,
            .column = cell->as.cell.column,
            .end = column_end(cells, cell)};

        if (cell->kind != DOC_TH || is_column_header(cell)) {
            continue;
        }
        if (cell->as.cell.scope == DOC_SCOPE_ROWGROUP && header.rows == 1) {
            end_groups(cells, header.column);
            header.is_group = true;
        }
        g_array_append_val(cells->rows, header);
    }
}

/* Those of the row that go on; what a group's header is for goes on. */
static void end_row(struct cells *cells)
{
    for (guint i = cells->rows->len; i > 0; i--) {
        struct header *header =
            &g_array_index(cells->rows, struct header, i - 1);

        if (!header->is_group && --header->rows == 0) {
            g_array_remove_index(cells->rows, i - 1);
        }
    }
}

/* Those of a row hold for the rows below it. */
static void note_column_headers(
    struct cells *cells, const struct doc_node *tr, unsigned id)
{
    for (const struct doc_node *cell = tr->first; cell != NULL;
         cell = cell->next, id++) {
        for (int i = cell->as.cell.column;
             is_column_header(cell) && i < column_end(cells, cell); i++) {
            g_array_append_val(cells->heads[i], id);
        }
    }
}

static bool has_head(const GArray *heads, unsigned id)
{
    for (guint i = 0; i < heads->len; i++) {
        if (g_array_index(heads, unsigned, i) == id) {
            return true;
        }
    }
    return false;
}

static unsigned cell_count(const struct doc_node *tr)
{
    unsigned count = 0;

    for (const struct doc_node *cell = tr->first; cell != NULL;
         cell = cell->next) {
        count++;
    }
    return count;
}

/* The number of the first cell of that row behind this one, reserved now if it
 * is not yet. */
static unsigned id_ahead(
    struct cells *cells, const struct doc_node *tr, guint distance)
{
    for (guint i = 0; i <= distance; i++) {
        if (i == cells->ahead->len) {
            unsigned id = pdf_file_reserve(cells->tree->file, cell_count(tr));

            g_array_append_val(cells->ahead, id);
        }
        tr = tr->next;
    }
    return g_array_index(cells->ahead, unsigned, distance);
}

static void write_header(GString *out, bool *has_any, unsigned id)
{
    if (!*has_any) {
        PDF_APPEND(out, "/Headers[");
        *has_any = true;
    }
    pdf_element_write_id(out, id);
}

/* Of the rows below its first one that a cell goes on into. */
static void write_spanned_headers(struct cells *cells,
    const struct doc_node *cell, GString *out, bool *has_any)
{
    const struct doc_node *next = cell->parent->next;
    const struct doc_node *tr = next;

    for (int i = 1; i < cell->as.cell.rowspan && tr != NULL; i++) {
        unsigned id = id_ahead(cells, next, (guint)i - 1);

        for (const struct doc_node *th = tr->first; th != NULL;
             th = th->next, id++) {
            if (th->kind == DOC_TH && !is_column_header(th)) {
                write_header(out, has_any, id);
            }
        }
        tr = tr->next;
    }
}

/* Of its columns, each once, from the top; then of its rows. */
static void write_headers(
    struct cells *cells, const struct doc_node *cell, GString *out, unsigned id)
{
    int end = column_end(cells, cell);
    bool has_any = false;

    for (int i = cell->as.cell.column; i < end; i++) {
        const GArray *heads = cells->heads[i];

        for (guint k = 0; k < heads->len; k++) {
            unsigned head = g_array_index(heads, unsigned, k);

            if (i == cell->as.cell.column ||
                !has_head(cells->heads[i - 1], head)) {
                write_header(out, &has_any, head);
            }
        }
    }
    for (guint i = 0; i < cells->rows->len && cell->kind == DOC_TD; i++) {
        const struct header *header =
            &g_array_index(cells->rows, struct header, i);

        if (header->id != id) {
            write_header(out, &has_any, header->id);
        }
    }
    if (cell->kind == DOC_TD) {
        write_spanned_headers(cells, cell, out, &has_any);
    }
    if (has_any) {
        g_string_append_c(out, ']');
    }
}

static void write_span(GString *out, const char *name, int span)
{
    if (span > 1) {
        g_string_append(out, name);
        pdf_write_int(out, span);
    }
}

static void write_cell(struct cells *cells, struct pdf_element *row,
    const struct doc_node *cell, unsigned id)
{
    struct pdf_element element;
    GString *attributes;

    pdf_element_begin_as(&element, row, cell->kind == DOC_TH ? "TH" : "TD", id);
    pdf_element_language(&element, cell);
    attributes = pdf_element_attributes(&element, "Table");
    if (cell->kind == DOC_TH) {
        pdf_element_identify(&element);
        g_string_append(attributes,
            is_column_header(cell) ? "/Scope/Column" : "/Scope/Row");
    }
    write_span(attributes, "/RowSpan ", cell->as.cell.rowspan);
    write_span(attributes, "/ColSpan ", cell->as.cell.colspan);
    write_headers(cells, cell, attributes, id);
    pdf_elements_add_content(&element, cell, PAGE_BODY);
    pdf_element_end(&element, row);
}

static void write_row(
    struct cells *cells, struct pdf_element *part, const struct doc_node *tr)
{
    struct pdf_element row;
    unsigned first;
    unsigned id;

    pdf_element_begin(&row, part, "TR");
    id = first = id_ahead(cells, tr, 0);
    g_array_remove_index(cells->ahead, 0);
    note_row_headers(cells, tr, first);
    for (const struct doc_node *cell = tr->first; cell != NULL;
         cell = cell->next) {
        write_cell(cells, &row, cell, id++);
    }
    note_column_headers(cells, tr, first);
    end_row(cells);
    pdf_element_end(&row, part);
}

static void write_rows(
    struct cells *cells, struct pdf_element *part, const struct doc_node *rows)
{
    for (const struct doc_node *tr = rows->first; tr != NULL; tr = tr->next) {
        write_row(cells, part, tr);
    }
    g_array_set_size(cells->rows, 0);
}

static void write_parts(
    struct cells *cells, struct pdf_element *table, const struct doc_node *node)
{
    const struct doc_node *thead = doc_child(node, DOC_THEAD);
    struct pdf_element part;

    if (thead != NULL) {
        pdf_element_begin(&part, table, "THead");
        write_rows(cells, &part, thead);
        pdf_element_end_used(&part, table);
    }
    for (const struct doc_node *n = node->first; n != NULL; n = n->next) {
        if (n->kind == DOC_TBODY) {
            pdf_element_begin(&part, table, "TBody");
            write_rows(cells, &part, n);
            pdf_element_end_used(&part, table);
        }
    }
}

void pdf_cells_write(struct pdf_element *table, const struct doc_node *node)
{
    struct cells cells = {.tree = table->tree,
        .columns = MAX(node->as.table.columns, 1),
        .rows = g_array_new(FALSE, FALSE, sizeof(struct header)),
        .ahead = g_array_new(FALSE, FALSE, sizeof(unsigned))};

    cells.heads = g_new0(GArray *, (size_t)cells.columns);
    for (int i = 0; i < cells.columns; i++) {
        cells.heads[i] = g_array_new(FALSE, FALSE, sizeof(unsigned));
    }
    write_parts(&cells, table, node);
    for (int i = 0; i < cells.columns; i++) {
        g_array_unref(cells.heads[i]);
    }
    g_free(cells.heads);
    g_array_unref(cells.rows);
    g_array_unref(cells.ahead);
}
