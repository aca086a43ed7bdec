/*
 * Finds numerals line by line: a figure that a line break divides is two here,
 * and a token that covers both accounts for both.
 */
#include "check/scan.h"

#include <string.h>

#include "check/numerals.h"
#include "check/source_text.h"

static void numeral_clear(gpointer item)
{
    struct scan_numeral *numeral = item;

    g_free(numeral->text);
    g_free(numeral->figure);
    if (numeral->users != NULL) {
        g_string_free(numeral->users, TRUE);
    }
}

static bool is_roman(gunichar c)
{
    return c >= 0x2160 && c <= 0x217F;
}

static bool is_wide_digit(gunichar c)
{
    return c >= 0xFF10 && c <= 0xFF19;
}

/* Numerals that are one character each to numerals.h, or none. */
static const char *read_others(const char *text, GString *figure)
{
    const char *end = text;

    g_string_truncate(figure, 0);
    if (is_roman(g_utf8_get_char(text))) {
        return g_utf8_next_char(text);
    }
    while (is_wide_digit(g_utf8_get_char(end))) {
        g_string_append_c(
            figure, (char)('0' + g_utf8_get_char(end) - 0xFF10));
        end = g_utf8_next_char(end);
    }
    return end;
}

/* Where the next numeral of the line begins; NULL: there is none. */
static const char *find_start(const char *text)
{
    const char *found = numerals_find(text);

    for (const char *p = text; *p != '\0' && p != found;
         p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);

        if (is_roman(c) || is_wide_digit(c)) {
            return p;
        }
    }
    return found;
}

static gunichar visible(gunichar c)
{
    return source_text_is_blank(c) ? 0 : c;
}

/* How many bytes from a to b are packed: those of no blank. */
static size_t packed_size(const char *a, const char *b)
{
    size_t size = 0;

    for (const char *p = a; p < b; p = g_utf8_next_char(p)) {
        size += source_text_is_blank(g_utf8_get_char(p))
                    ? 0
                    : (size_t)(g_utf8_next_char(p) - p);
    }
    return size;
}

/* With the sign of percent or the Han character behind it: "2024年". */
static char *shown(const char *start, const char *end, gunichar after)
{
    bool is_word = after == '%' ||
                   g_unichar_get_script(after) == G_UNICODE_SCRIPT_HAN;

    end = is_word ? g_utf8_next_char(end) : end;
    return g_strndup(start, (gsize)(end - start));
}

static void scan_line(
    GArray *numerals, const char *line, int number, size_t offset)
{
    g_autoptr(GString) figure = g_string_new(NULL);
    const char *start = find_start(line);

    while (start != NULL) {
        struct scan_numeral numeral = {.line = number};
        const char *end = start;

        if (numerals_find(start) == start) {
            numerals_next(&end, figure);
        } else {
            end = read_others(start, figure);
        }
        numeral.col = (int)g_utf8_pointer_to_offset(line, start) + 1;
        numeral.from = offset + packed_size(line, start);
        numeral.to = offset + packed_size(line, end);
        numeral.before =
            start > line ? visible(g_utf8_get_char(g_utf8_prev_char(start)))
                         : 0;
        numeral.after = visible(g_utf8_get_char(end));
        numeral.text = shown(start, end, numeral.after);
        numeral.figure = g_strdup(figure->str);
        g_array_append_val(numerals, numeral);
        start = find_start(end);
    }
}

GArray *scan_text(const struct source_text *text)
{
    GArray *numerals = g_array_new(FALSE, FALSE, sizeof(struct scan_numeral));
    const char *line = text->bytes;
    const char *end = text->bytes + text->size;

    g_array_set_clear_func(numerals, numeral_clear);
    for (int number = 1; line < end; number++) {
        const char *stop = memchr(line, '\n', (size_t)(end - line));
        g_autofree char *copy =
            g_strndup(line, (gsize)((stop != NULL ? stop : end) - line));

        scan_line(numerals, copy, number,
            g_array_index(text->lines, size_t, (guint)number - 1));
        line = stop != NULL ? stop + 1 : end;
    }
    return numerals;
}
