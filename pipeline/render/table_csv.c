/*
 * Walks the rows of a table and writes each as a record.  What a cell that
 * reaches down says is kept for the rows below; buffers are used again, for
 * tables have up to a million cells.
 */
#include "render/table_csv.h"

#include <string.h>

#include "base/cells.h"
#include "doc/doc.h"
#include "doc/numbering.h"

#define JOINT " / "
#define GROUP_DIGITS 3

struct csv {
    GString *out;
    const struct document *document;
    const struct numbering *numbering;
    GString *
        *fields; /* of the row; a cell that reaches down stays in its own */
    int count;
    GString *group; /* of the rows that follow; empty: none */
    GString *number;
};

/* --- the text of a cell --- */

/* A mark that leads to a note: <sup><a href="#...">[1]</a></sup>. */
static bool is_mark(const struct doc_node *node)
{
    return node->kind == DOC_SUP && node->first != NULL &&
           node->first->kind == DOC_A && node->first == node->last &&
           node->first->as.link->href[0] == '#';
}

/* The status of a figure: <sup>p</sup>.  It stands apart from the number. */
static bool is_status(const struct doc_node *node)
{
    return node->kind == DOC_SUP && node->first != NULL &&
           node->first == node->last && node->first->kind == DOC_TEXT &&
           node->first->text_size == 1 &&
           g_ascii_islower(node->first->as.text[0]);
}

/* Between Chinese on either side a line break is nothing, else a blank. */
static void append_text(
    GString *text, const char *bytes, size_t size, bool is_broken)
{
    if (is_broken && text->len > 0) {
        const char *last = g_utf8_prev_char(text->str + text->len);
        bool is_wide = g_unichar_iswide(g_utf8_get_char(last)) &&
                       g_unichar_iswide(g_utf8_get_char(bytes));

        g_string_append(text, is_wide ? "" : " ");
    }
    g_string_append_len(text, bytes, (gssize)size);
}

/* What a reference is printed as; which page it leads to is not known here. */
static void append_reference(
    const struct csv *csv, GString *text, const struct doc_node *ref)
{
    const struct doc_node *node = doc_find(csv->document, ref->as.ref->to);
    const char *number = NULL;

    if (node == NULL || ref->as.ref->what == DOC_REF_PAGE) {
        return;
    }
    if (ref->as.ref->what == DOC_REF_NUMBER) {
        number = numbering_reference(csv->numbering, node);
    }
    if (number != NULL) {
        g_string_append(text, number);
    } else if (doc_heading(node) != NULL) {
        g_autofree char *title = doc_text(doc_heading(node));

        g_string_append(text, title);
    }
}

static void write_text(
    const struct csv *csv, GString *text, const struct doc_node *cell)
{
    const struct doc_node *n = doc_next(cell, cell);
    bool is_broken = false;

    while (n != NULL) {
        if (n->kind == DOC_FOOTNOTE || is_mark(n)) {
            n = doc_skip(n, cell);
            continue;
        }
        if (is_status(n)) {
            g_string_append_c(text, ' ');
        } else if (n->kind == DOC_BR) {
            is_broken = true;
        } else if (n->kind == DOC_TEXT) {
            append_text(text, n->as.text, n->text_size, is_broken);
            is_broken = false;
        } else if (n->kind == DOC_REF) {
            append_reference(csv, text, n);
        }
        n = doc_next(n, cell);
    }
}

/* --- fields --- */

/* How many bytes at p are a minus, which numbers have in two forms. */
static size_t minus_size(const char *p)
{
    static const char minus[] = "\xE2\x88\x92"; /* U+2212 */

    return *p == '-'                               ? 1
           : strncmp(p, minus, strlen(minus)) == 0 ? strlen(minus)
                                                   : 0;
}

/* How many bytes at p part groups of digits: a comma or a thin blank. */
static size_t parting_size(const char *p)
{
    static const char *const blanks[] = {
        "\xE2\x80\x86", "\xE2\x80\x89", "\xE2\x80\xAF"};

    for (size_t i = 0; i < G_N_ELEMENTS(blanks); i++) {
        if (strncmp(p, blanks[i], strlen(blanks[i])) == 0) {
            return strlen(blanks[i]);
        }
    }
    return *p == ',' ? 1 : 0;
}

static size_t append_digits(GString *number, const char *p)
{
    size_t size = 0;

    while (g_ascii_isdigit(p[size])) {
        size++;
    }
    g_string_append_len(number, p, (gssize)size);
    return size;
}

/* The whole part, groups of three joined; the end of it, or NULL. */
static const char *read_whole(GString *number, const char *p)
{
    size_t size = append_digits(number, p);
    bool is_grouped = size > 0 && size <= GROUP_DIGITS;

    if (size == 0) {
        return NULL;
    }
    p += size;
    while (parting_size(p) > 0) {
        p += parting_size(p);
        size = append_digits(number, p);
        if (!is_grouped || size != GROUP_DIGITS) {
            return NULL;
        }
        p += size;
    }
    return p;
}

/* Behind the letter of a status, which is kept. */
static const char *read_status(GString *number, const char *p)
{
    if (p[0] == ' ' && g_ascii_islower(p[1])) {
        g_string_append_len(number, p, 2);
        return p + 2;
    }
    return p;
}

/* True: text is a number; number is then the same for a program. */
static bool read_number(GString *number, const char *text)
{
    const char *p = text;
    size_t size = minus_size(p);

    g_string_truncate(number, 0);
    if (size > 0) {
        g_string_append_c(number, '-');
    }
    p = read_whole(number, p + (*p == '+' ? 1 : size));
    if (p != NULL && *p == '.') {
        g_string_append_c(number, '.');
        size = append_digits(number, p + 1);
        p = size > 0 ? p + 1 + size : NULL;
    }
    if (p != NULL && *p == '%') {
        g_string_append_c(number, *p++);
    }
    if (p != NULL) {
        p = read_status(number, p);
    }
    return p != NULL && *p == '\0';
}

static void write_field(struct csv *csv, const char *text)
{
    if (read_number(csv->number, text)) {
        g_string_append_len(
            csv->out, csv->number->str, (gssize)csv->number->len);
    } else {
        cells_append_guarded(csv->out, text);
    }
}

static void write_record(struct csv *csv)
{
    for (int i = 0; i < csv->count; i++) {
        if (i > 0) {
            g_string_append_c(csv->out, ',');
        }
        write_field(csv, csv->fields[i]->str);
    }
    g_string_append(csv->out, "\r\n");
}

/* --- rows --- */

static void join(GString *text, const GString *more)
{
    if (text->len > 0 && more->len > 0) {
        g_string_append(text, JOINT);
    }
    g_string_append_len(text, more->str, (gssize)more->len);
}

/* Each cell of the head adds a level to its columns. */
static void write_head(struct csv *csv, const struct doc_node *head)
{
    g_autoptr(GString) text = g_string_new(NULL);

    for (const struct doc_node *row = head->first; row != NULL;
         row = row->next) {
        for (const struct doc_node *cell = row->first; cell != NULL;
             cell = cell->next) {
            int end = cell->as.cell.column + cell->as.cell.colspan;

            g_string_truncate(text, 0);
            write_text(csv, text, cell);
            for (int i = cell->as.cell.column; i < end; i++) {
                join(csv->fields[i], text);
            }
        }
    }
    write_record(csv);
}

/* A row of one head over all columns: what the rows below it are. */
static bool is_group(const struct csv *csv, const struct doc_node *row)
{
    const struct doc_node *cell = row->first;

    return cell != NULL && cell == row->last && cell->kind == DOC_TH &&
           cell->as.cell.colspan == csv->count;
}

static void take_cell(struct csv *csv, const struct doc_node *cell)
{
    int first = cell->as.cell.column;
    GString *text = csv->fields[first];

    g_string_truncate(text, 0);
    if (first == 0 && !doc_has_class(cell->parent, "total")) {
        g_string_append_len(text, csv->group->str, (gssize)csv->group->len);
        if (text->len > 0) {
            g_string_append(text, JOINT);
        }
    }
    write_text(csv, text, cell);
    for (int i = 1; i < cell->as.cell.colspan; i++) {
        g_string_assign(csv->fields[first + i], text->str);
    }
}

static void write_row(struct csv *csv, const struct doc_node *row)
{
    if (is_group(csv, row)) {
        g_string_truncate(csv->group, 0);
        write_text(csv, csv->group, row->first);
        return;
    }
    for (const struct doc_node *cell = row->first; cell != NULL;
         cell = cell->next) {
        take_cell(csv, cell);
    }
    write_record(csv);
}

GString *table_csv(const struct doc_node *table,
    const struct document *document, const struct numbering *numbering)
{
    int count = table->as.table.columns;
    g_autofree GString **fields = g_new0(GString *, (gsize)count);
    struct csv csv = {g_string_new(CELLS_BYTE_ORDER_MARK), document, numbering,
        fields, count, g_string_new(NULL), g_string_new(NULL)};

    for (int i = 0; i < count; i++) {
        fields[i] = g_string_new(NULL);
    }
    for (const struct doc_node *n = table->first; n != NULL; n = n->next) {
        if (n->kind == DOC_THEAD) {
            write_head(&csv, n);
        }
        for (const struct doc_node *row = n->first;
             n->kind == DOC_TBODY && row != NULL; row = row->next) {
            write_row(&csv, row);
        }
    }
    for (int i = 0; i < count; i++) {
        g_string_free(fields[i], TRUE);
    }
    g_string_free(csv.group, TRUE);
    g_string_free(csv.number, TRUE);
    return csv.out;
}
