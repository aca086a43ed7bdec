/*
 * Chinese numerals up to thousands: more is written with a multiplier.
 */
#include "check/numerals.h"

#include <string.h>

/* The values of a character: a digit, or a power of ten above one. */
struct numeral {
    gunichar character;
    int digit; /* -1: none */
    int unit;  /* 0: none */
};

static const struct numeral numerals[] = {
    {0x3007, 0, 0}, /* 〇 */
    {0x96F6, 0, 0}, /* 零 */
    {0x4E00, 1, 0}, /* 一 */
    {0x4E8C, 2, 0}, /* 二 */
    {0x4E24, 2, 0}, /* 两 */
    {0x4E09, 3, 0}, /* 三 */
    {0x56DB, 4, 0}, /* 四 */
    {0x4E94, 5, 0}, /* 五 */
    {0x516D, 6, 0}, /* 六 */
    {0x4E03, 7, 0}, /* 七 */
    {0x516B, 8, 0}, /* 八 */
    {0x4E5D, 9, 0}, /* 九 */
    {0x5341, -1, 10},
    {0x767E, -1, 100},
    {0x5343, -1, 1000},
};

static const struct numeral *find_numeral(const char *text)
{
    gunichar c = g_utf8_get_char(text);

    for (size_t i = 0; i < G_N_ELEMENTS(numerals); i++) {
        if (numerals[i].character == c) {
            return &numerals[i];
        }
    }
    return NULL;
}

/* Digits one after the other, as years are written. */
static void read_positional(const char *from, const char *to, GString *figure)
{
    for (; from < to; from = g_utf8_next_char(from)) {
        int digit = find_numeral(from)->digit;

        if (digit > 0 || figure->len > 0) {
            g_string_append_c(figure, (char)('0' + digit));
        }
    }
    if (figure->len == 0) {
        g_string_append_c(figure, '0');
    }
}

/* Digits with their powers of ten; a power alone counts once. */
static void read_grouped(const char *from, const char *to, GString *figure)
{
    long total = 0;
    int digit = -1;

    for (; from < to; from = g_utf8_next_char(from)) {
        const struct numeral *numeral = find_numeral(from);

        if (numeral->unit > 0) {
            total += (long)(digit > 0 ? digit : 1) * numeral->unit;
            digit = -1;
        } else {
            digit = numeral->digit;
        }
    }
    g_string_printf(figure, "%ld", total + (digit > 0 ? digit : 0));
}

static const char *read_chinese(const char *text, GString *figure)
{
    const char *end = text;
    bool has_unit = false;
    const struct numeral *numeral;

    while ((numeral = find_numeral(end)) != NULL) {
        has_unit = has_unit || numeral->unit > 0;
        end = g_utf8_next_char(end);
    }
    if (has_unit) {
        read_grouped(text, end, figure);
    } else {
        read_positional(text, end, figure);
    }
    return end;
}

/* Digits and a point; the commas of grouping are dropped. */
static const char *read_arabic(const char *text, GString *figure)
{
    while (g_ascii_isdigit(*text) ||
           ((*text == '.' || *text == ',') && g_ascii_isdigit(text[1]))) {
        if (*text != ',') {
            g_string_append_c(figure, *text);
        }
        text++;
    }
    return text;
}

const char *numerals_find(const char *text)
{
    while (*text != '\0' && !g_ascii_isdigit(*text) &&
           find_numeral(text) == NULL) {
        text = g_utf8_next_char(text);
    }
    return *text != '\0' ? text : NULL;
}

bool numerals_next(const char **text, GString *figure)
{
    const char *p = numerals_find(*text);

    g_string_truncate(figure, 0);
    if (p == NULL) {
        return false;
    }
    *text =
        g_ascii_isdigit(*p) ? read_arabic(p, figure) : read_chinese(p, figure);
    return true;
}

bool numerals_is_plain(const char *text)
{
    const char *figure = text + strspn(text, "+-");
    const char *end = figure + strspn(figure, "0123456789");

    if (*end == '.') {
        end += 1 + strspn(end + 1, "0123456789");
    }
    return g_ascii_isdigit(*figure) && *end == '\0';
}
