/*
 * One pass over the bytes.  A cell without quotation marks is copied as it
 * is; every row is copied into one buffer, which the next row uses again.
 */
#include "exchange/csv.h"

#include <string.h>

#include "base/files.h"
#include "exchange/csv_parts.h"

struct csv {
    const char *path;
    struct diag *diag;
    char *bytes; /* in UTF-8 */
    size_t size;
    size_t at;
    int line;
    char separator; /* 0: to be found */
    GString *row;
    GArray *cells; /* of struct csv_cell; text is an offset until row ends */
};

struct csv *csv_open(const char *path, const char *encoding, struct diag *diag)
{
    g_autoptr(GBytes) bytes = files_read(path, diag);
    struct csv *csv;
    char *text;
    size_t size;

    if (bytes == NULL) {
        return NULL;
    }
    text = csv_decode(path, &bytes, encoding, &size, diag);
    if (text == NULL) {
        return NULL;
    }
    csv = g_new0(struct csv, 1);
    csv->path = path;
    csv->diag = diag;
    csv->bytes = text;
    csv->size = size;
    csv->line = 1;
    csv->row = g_string_new(NULL);
    csv->cells = g_array_new(FALSE, FALSE, sizeof(struct csv_cell));
    return csv;
}

void csv_close(struct csv *csv)
{
    if (csv != NULL) {
        g_free(csv->bytes);
        g_string_free(csv->row, TRUE);
        g_array_unref(csv->cells);
        g_free(csv);
    }
}

void csv_set_separator(struct csv *csv, char separator)
{
    csv->separator = separator;
}

static struct diag_pos position(const struct csv *csv, size_t place, int line)
{
    size_t begin = place;
    int col = 1;

    while (begin > 0 && csv->bytes[begin - 1] != '\n') {
        begin--;
    }
    for (; begin < place; begin++) {
        col += ((guchar)csv->bytes[begin] & 0xC0) != 0x80;
    }
    return (struct diag_pos){csv->path, line, col};
}

struct diag_pos csv_pos(const struct csv *csv, const struct csv_cell *cell)
{
    return position(csv, cell->place, cell->line);
}

/* Whatever the first line has most of; a comma where it has none. */
static void find_separator(struct csv *csv)
{
    static const char separators[] = {',', ';', '\t'};
    size_t counts[G_N_ELEMENTS(separators)] = {0};
    size_t best = 0;
    bool is_quoted = false;

    for (size_t i = csv->at; i < csv->size; i++) {
        char c = csv->bytes[i];

        if (c == '"') {
            is_quoted = !is_quoted;
        } else if (c == '\n') {
            break;
        }
        for (size_t j = 0; !is_quoted && j < G_N_ELEMENTS(separators); j++) {
            counts[j] += c == separators[j];
        }
    }
    for (size_t j = 1; j < G_N_ELEMENTS(separators); j++) {
        best = counts[j] > counts[best] ? j : best;
    }
    csv->separator = separators[best];
}

/* ---- Cells ---- */

static bool is_line_end(const struct csv *csv, size_t at)
{
    return at >= csv->size || csv->bytes[at] == '\n' ||
           (csv->bytes[at] == '\r' &&
               (at + 1 >= csv->size || csv->bytes[at + 1] == '\n'));
}

static bool is_cell_end(const struct csv *csv, size_t at)
{
    return is_line_end(csv, at) || csv->bytes[at] == csv->separator;
}

/* Control characters, which no text has, and XML cannot hold. */
static void check_control(struct csv *csv, size_t at)
{
    guchar c = (guchar)csv->bytes[at];

    if (c < 0x20 && c != '\t' && c != '\n' && c != '\r') {
        char code[8];

        g_snprintf(code, sizeof code, "U+%04X", c);
        diag_report(csv->diag, DIAG_CSV_CONTROL,
            position(csv, at, csv->line), code);
    }
}

static void take(struct csv *csv)
{
    check_control(csv, csv->at);
    if (csv->bytes[csv->at] != '\0') {
        g_string_append_c(csv->row, csv->bytes[csv->at]);
    }
    csv->at++;
}

/* Up to the closing mark; false, reported: there is none. */
static bool read_quoted(struct csv *csv)
{
    size_t begin = csv->at;
    int line = csv->line;

    for (csv->at++; csv->at < csv->size; take(csv)) {
        if (csv->bytes[csv->at] == '"') {
            csv->at++;
            if (csv->at >= csv->size || csv->bytes[csv->at] != '"') {
                return true;
            }
        } else if (csv->bytes[csv->at] == '\n') {
            csv->line++;
        }
        if (csv->at - begin > CSV_ROW_BYTES_MAX) {
            break;
        }
    }
    diag_report(csv->diag, DIAG_CSV_QUOTE, position(csv, begin, line));
    csv->at = csv->size;
    return false;
}

/* Up to what ends the cell; a quotation mark is out of place in it. */
static void read_bare(struct csv *csv)
{
    bool is_reported = false;

    for (; !is_cell_end(csv, csv->at); take(csv)) {
        if (csv->bytes[csv->at] == '"' && !is_reported) {
            diag_report(csv->diag, DIAG_CSV_QUOTE_INSIDE,
                position(csv, csv->at, csv->line));
            is_reported = true;
        }
    }
}

static bool read_cell(struct csv *csv)
{
    struct csv_cell cell = {
        NULL, csv->row->len, csv->line, csv->at}; /* size: where it begins */

    if (csv->at < csv->size && csv->bytes[csv->at] == '"') {
        if (!read_quoted(csv)) {
            return false;
        }
        if (!is_cell_end(csv, csv->at)) {
            diag_report(csv->diag, DIAG_CSV_QUOTE_INSIDE,
                position(csv, csv->at, csv->line));
        }
    }
    read_bare(csv);
    g_string_append_c(csv->row, '\0');
    g_array_append_val(csv->cells, cell);
    return true;
}

/* ---- Rows ---- */

/* White space as the vocabulary has it: none at the ends, single blanks. */
static size_t fold(char *text, size_t size)
{
    char *to = text;

    for (const char *p = text; p < text + size; p = g_utf8_next_char(p)) {
        size_t width = (size_t)(g_utf8_next_char(p) - p);

        if (!g_unichar_isspace(g_utf8_get_char(p))) {
            memmove(to, p, width);
            to += width;
        } else if (to > text && to[-1] != ' ') {
            *to++ = ' ';
        }
    }
    if (to > text && to[-1] == ' ') {
        to--;
    }
    *to = '\0';
    return (size_t)(to - text);
}

/* Points the cells into the row, which does not move any more. */
static void settle(struct csv *csv)
{
    size_t end = csv->row->len;

    for (guint i = csv->cells->len; i > 0; i--) {
        struct csv_cell *cell =
            &g_array_index(csv->cells, struct csv_cell, i - 1);
        size_t begin = cell->size;

        cell->text = csv->row->str + begin;
        cell->size = fold(csv->row->str + begin, end - begin - 1);
        end = begin;
    }
}

static bool is_too_much(struct csv *csv, size_t begin, int line)
{
    char limit[24];

    if (csv->at - begin > CSV_ROW_BYTES_MAX) {
        g_snprintf(limit, sizeof limit, "%zu", CSV_ROW_BYTES_MAX);
        diag_report(csv->diag, DIAG_CSV_ROW_SIZE, position(csv, begin, line),
            limit);
        return true;
    }
    if (csv->cells->len > CSV_COLUMNS_MAX) {
        g_snprintf(limit, sizeof limit, "%d", CSV_COLUMNS_MAX);
        diag_report(csv->diag, DIAG_CSV_COLUMNS, position(csv, begin, line),
            limit);
        return true;
    }
    return false;
}

/* One row, empty or not; false as csv_next. */
static bool read_row(struct csv *csv, struct csv_row *row)
{
    size_t begin = csv->at;

    row->line = csv->line;
    g_string_truncate(csv->row, 0);
    g_array_set_size(csv->cells, 0);
    for (;;) {
        if (!read_cell(csv) || is_too_much(csv, begin, row->line)) {
            csv->at = csv->size;
            return false;
        }
        if (is_line_end(csv, csv->at)) {
            break;
        }
        csv->at++;
    }
    row->last_line = csv->line;
    if (csv->at < csv->size && csv->bytes[csv->at] == '\r') {
        csv->at++;
    }
    if (csv->at < csv->size) {
        csv->at++;
        csv->line++;
    }
    settle(csv);
    row->cells = (const struct csv_cell *)csv->cells->data;
    row->count = csv->cells->len;
    return true;
}

static bool is_empty(const struct csv_row *row)
{
    for (size_t i = 0; i < row->count; i++) {
        if (row->cells[i].size > 0) {
            return false;
        }
    }
    return true;
}

bool csv_next(struct csv *csv, struct csv_row *row)
{
    if (csv->separator == '\0') {
        find_separator(csv);
    }
    while (csv->at < csv->size) {
        if (!read_row(csv, row)) {
            return false;
        }
        if (!is_empty(row)) {
            return true;
        }
    }
    return false;
}
