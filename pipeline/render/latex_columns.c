/*
 * The widths of a table's columns, from the estimated widths of what stands in
 * them: TeX has no table that wraps its cells, breaks over pages and finds its
 * own widths.  The estimates lie above the true widths of the faces, so that
 * what fits here fits there.
 */
#include "render/latex_parts.h"

#include <string.h>

/* Nearly the advances of Noto Sans CJK, in hundredths of an em. */
int latex_char_width(gunichar character)
{
    if (g_unichar_iszerowidth(character)) {
        return 0;
    }
    if (character >= 0x2000 || g_unichar_iswide(character)) {
        return 100;
    }
    if (character == ' ' || character == 0xA0) {
        return 26;
    }
    if (character < 128 && strchr("ijlI.,:;'|!()[]", (int)character) != NULL) {
        return 34;
    }
    if (character < 128 && strchr("mwMW@%&", (int)character) != NULL) {
        return 94;
    }
    if (g_unichar_isupper(character)) {
        return 72;
    }
    return 60;
}

int latex_text_width(const char *text, size_t size)
{
    const char *end = text + size;
    int width = 0;

    for (const char *at = text; at < end; at = g_utf8_next_char(at)) {
        width += latex_char_width(g_utf8_get_char(at));
    }
    return width;
}

/* A mark that may not begin a line stays with the character before it. */
static bool is_closing(gunichar character)
{
    GUnicodeBreakType type = g_unichar_break_type(character);

    return type == G_UNICODE_BREAK_CLOSE_PUNCTUATION ||
           type == G_UNICODE_BREAK_CLOSE_PARANTHESIS ||
           type == G_UNICODE_BREAK_EXCLAMATION ||
           type == G_UNICODE_BREAK_NON_STARTER ||
           type == G_UNICODE_BREAK_QUOTATION || type == G_UNICODE_BREAK_POSTFIX;
}

int latex_word_width(const char *text)
{
    int widest = 0;
    int width = 0;
    gunichar previous = ' ';

    for (const char *at = text; *at != '\0'; at = g_utf8_next_char(at)) {
        gunichar character = g_utf8_get_char(at);
        bool is_break =
            character == ' ' || previous == '-' ||
            ((g_unichar_iswide(character) || g_unichar_iswide(previous)) &&
                !is_closing(character));

        if (is_break) {
            width = 0;
        }
        width += character == ' ' ? 0 : latex_char_width(character);
        widest = MAX(widest, width);
        previous = character;
    }
    return widest;
}

size_t latex_whole_part(const char *text)
{
    for (size_t i = 1; text[0] != '\0' && text[i] != '\0'; i++) {
        if (text[i] == '.' && g_ascii_isdigit(text[i - 1]) &&
            g_ascii_isdigit(text[i + 1])) {
            return i;
        }
    }
    return strlen(text);
}

int latex_columns_span(
    const struct latex_columns *columns, int first, int count)
{
    int width = (count - 1) * columns->gap;

    for (int i = first; i < first + count; i++) {
        width += columns->widths[i];
    }
    return width;
}

/* The least and the natural widths of the columns. */
struct demand {
    int *least;
    int *natural;
};

/* Makes the widths of count columns from first on, with the gaps between them,
 * add up to width or more. */
static void spread(int *widths, int gap, int first, int count, int width)
{
    int sum = (count - 1) * gap;
    int lack;

    for (int i = first; i < first + count; i++) {
        sum += widths[i];
    }
    lack = width - sum;
    for (int i = first; i < first + count && lack > 0; i++) {
        int share = lack / (first + count - i);

        widths[i] += share;
        lack -= share;
    }
}

static void measure_number(struct latex_columns *columns, struct demand *demand,
    int column, const char *text)
{
    size_t size = latex_whole_part(text);
    int after = latex_text_width(text + size, strlen(text + size));

    columns->number[column] = true;
    columns->before[column] =
        MAX(columns->before[column], latex_text_width(text, size));
    if (after > columns->after[column]) {
        columns->after[column] = after;
        g_free(columns->tail[column]);
        columns->tail[column] = g_strdup(text + size);
    }
    demand->natural[column] = MAX(demand->natural[column],
        columns->before[column] + columns->after[column]);
    demand->least[column] = MAX(demand->least[column], demand->natural[column]);
}

static void measure_cell(struct latex_columns *columns, struct demand *demand,
    const struct doc_node *cell, bool is_spanning)
{
    g_autofree char *text = doc_lines(cell);
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    int column = cell->as.cell.column;
    int count = cell->as.cell.colspan;
    int least = 0;
    int natural = 0;

    if ((count > 1) != is_spanning) {
        return;
    }
    for (int i = 0; lines[i] != NULL; i++) {
        /* A footnote's mark, and bold heads, want a little more. */
        int extra = cell->kind == DOC_TH ? 60 : 20;

        least = MAX(least, latex_word_width(lines[i]) + extra);
        natural =
            MAX(natural, latex_text_width(lines[i], strlen(lines[i])) + extra);
    }
    if (is_spanning) {
        spread(demand->least, columns->gap, column, count, least);
        spread(demand->natural, columns->gap, column, count, natural);
        return;
    }
    demand->least[column] = MAX(demand->least[column], least);
    demand->natural[column] = MAX(demand->natural[column], natural);
    if (cell->as.cell.align == DOC_DECIMAL && cell->kind == DOC_TD) {
        for (int i = 0; lines[i] != NULL; i++) {
            measure_number(columns, demand, column, lines[i]);
        }
    }
}

static void measure_cells(struct latex_columns *columns, struct demand *demand,
    const struct doc_node *table, bool is_spanning)
{
    const struct doc_node *node = doc_next(table, table);

    while (node != NULL) {
        if (node->kind == DOC_TD || node->kind == DOC_TH) {
            measure_cell(columns, demand, node, is_spanning);
            node = doc_skip(node, table);
        } else {
            node = doc_next(node, table);
        }
    }
}

/* Gives each open column that needs no more than an equal share its need;
 * the widths of open ones are negative. */
static bool settle(struct latex_columns *columns, const struct demand *demand,
    int *rest, int *open)
{
    int share = *rest / *open;
    bool has_settled = false;

    for (int i = 0; i<columns->count && * open> 0; i++) {
        if (columns->widths[i] < 0 && demand->natural[i] <= share) {
            columns->widths[i] = demand->natural[i];
            *rest -= demand->natural[i];
            *open -= 1;
            has_settled = true;
        }
    }
    return has_settled;
}

/* The open columns get their least width and a part of the rest by need. */
static void squeeze(
    struct latex_columns *columns, const struct demand *demand, int rest)
{
    int64_t least = 0;
    int64_t wish = 0;

    for (int i = 0; i < columns->count; i++) {
        if (columns->widths[i] < 0) {
            least += demand->least[i];
            wish += demand->natural[i] - demand->least[i];
        }
    }
    for (int i = 0; i < columns->count; i++) {
        int64_t more = demand->natural[i] - demand->least[i];

        if (columns->widths[i] >= 0) {
            continue;
        }
        if (rest >= least) {
            columns->widths[i] =
                demand->least[i] + (int)(more * (rest - least) / MAX(wish, 1));
        } else {
            columns->widths[i] =
                (int)(demand->least[i] * (int64_t)rest / MAX(least, 1));
        }
    }
}

/* As the pages do it: what is left over goes to the columns by their need;
 * where there is too little, the wide ones give way first. */
static void share_out(struct latex_columns *columns,
    const struct demand *demand, int natural, int room)
{
    int rest = room;
    int open = columns->count;

    for (int i = 0; i < columns->count; i++) {
        int64_t need = demand->natural[i];

        columns->widths[i] =
            natural > room
                ? -1
                : (int)(need + need * (room - natural) / MAX(natural, 1));
    }
    if (natural > room) {
        while (open > 0 && settle(columns, demand, &rest, &open)) {
        }
        squeeze(columns, demand, rest);
    }
}

void latex_columns_measure(struct latex_columns *columns,
    const struct doc_node *table, int line, int gap)
{
    int count = table->as.table.columns;
    size_t size = (size_t)count;
    g_autofree int *least = g_new0(int, size);
    g_autofree int *natural = g_new0(int, size);
    struct demand demand = {least, natural};
    int room = line - count * gap;
    int natural_sum = 0;

    columns->count = count;
    columns->gap = gap;
    columns->widths = g_new0(int, size);
    columns->before = g_new0(int, size);
    columns->after = g_new0(int, size);
    columns->tail = g_new0(char *, size);
    columns->number = g_new0(bool, size);
    measure_cells(columns, &demand, table, false);
    measure_cells(columns, &demand, table, true);
    for (int i = 0; i < count; i++) {
        natural[i] = MAX(natural[i], least[i]);
        natural_sum += natural[i];
    }
    share_out(columns, &demand, natural_sum, MAX(room, count));
}

void latex_columns_clear(struct latex_columns *columns)
{
    for (int i = 0; i < columns->count; i++) {
        g_free(columns->tail[i]);
    }
    g_free(columns->tail);
    g_free(columns->widths);
    g_free(columns->before);
    g_free(columns->after);
    g_free(columns->number);
}
