/*
 * Lines of cells under each other.
 */
#include "yearly/table.h"

struct table {
    size_t columns;
    const bool *numeric;
    GPtrArray *cells; /* of char, row by row */
};

struct table *table_new(size_t columns, const bool *numeric)
{
    struct table *table = g_new0(struct table, 1);

    table->columns = columns;
    table->numeric = numeric;
    table->cells = g_ptr_array_new_with_free_func(g_free);
    return table;
}

void table_free(struct table *table)
{
    g_ptr_array_unref(table->cells);
    g_free(table);
}

void table_add(struct table *table, const char *cell)
{
    bool is_empty = cell == NULL || *cell == '\0';
    char *copy = g_strdup(is_empty ? "-" : cell);

    /* A file's name may have blanks. */
    g_ptr_array_add(table->cells, g_strdelimit(copy, " \t\n\r", '_'));
}

/* Columns of a terminal: a Han character has two. */
static size_t width_of(const char *text)
{
    size_t width = 0;

    for (; *text != '\0'; text = g_utf8_next_char(text)) {
        gunichar c = g_utf8_get_char(text);

        if (!g_unichar_iszerowidth(c)) {
            width += g_unichar_iswide(c) ? 2 : 1;
        }
    }
    return width;
}

static void append_blanks(GString *text, size_t count)
{
    while (count-- > 0) {
        g_string_append_c(text, ' ');
    }
}

static void append_cell(GString *text, const char *cell, size_t width,
    bool is_numeric, bool is_last)
{
    size_t rest = width - width_of(cell);

    if (is_numeric) {
        append_blanks(text, rest);
    }
    g_string_append(text, cell);
    if (!is_numeric && !is_last) {
        append_blanks(text, rest);
    }
    g_string_append(text, is_last ? "\n" : "  ");
}

GString *table_text(const struct table *table)
{
    GString *text = g_string_new(NULL);
    g_autofree size_t *widths = g_new0(size_t, table->columns);

    for (guint i = 0; i < table->cells->len; i++) {
        size_t column = i % table->columns;

        widths[column] =
            MAX(widths[column], width_of(table->cells->pdata[i]));
    }
    for (guint i = 0; i < table->cells->len; i++) {
        size_t column = i % table->columns;

        append_cell(text, table->cells->pdata[i], widths[column],
            table->numeric[column], column + 1 == table->columns);
    }
    return text;
}
