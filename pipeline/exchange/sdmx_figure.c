/*
 * Moves the decimal point by the exponent, digit by digit: no binary fraction
 * comes near a figure.
 */
#include "exchange/sdmx_figure.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "exchange/cube.h"

#define FIGURE_MAX 40

static bool is_plain(const char *text)
{
    const char *p = text + (text[0] == '-');
    size_t digits = strspn(p, "0123456789");

    if (digits == 0 || (digits > 1 && p[0] == '0')) {
        return false;
    }
    p += digits;
    if (p[0] == '.') {
        digits = strspn(p + 1, "0123456789");
        p += 1 + digits;
    }
    return digits > 0 && p[0] == '\0' && strlen(text) <= FIGURE_MAX;
}

/* Digits with a point before the one at place, which may lie outside. */
static void write_digits(GString *out, const char *digits, long place)
{
    long count = (long)strlen(digits);
    long first = MIN(0, place - 1);

    for (long i = first; i < MAX(count, place); i++) {
        if (i == place) {
            g_string_append_c(out, '.');
        }
        g_string_append_c(out, i >= 0 && i < count ? digits[i] : '0');
    }
}

const char *sdmx_figure(struct cube *cube, const char *text)
{
    const char *p = text + strspn(text, "+-");
    g_autoptr(GString) digits = g_string_new(NULL);
    g_autoptr(GString) out = g_string_new(NULL);
    size_t whole = strspn(p, "0123456789");
    size_t skipped = 0;
    long exponent = 0;
    char *end;

    if (is_plain(text)) {
        return text;
    }
    if (p - text > 1) {
        return NULL;
    }
    g_string_append_len(digits, p, (gssize)whole);
    p += whole;
    if (p[0] == '.') {
        size_t part = strspn(p + 1, "0123456789");

        g_string_append_len(digits, p + 1, (gssize)part);
        p += 1 + part;
    }
    if (digits->len == 0) {
        return NULL;
    }
    if (p[0] == 'e' || p[0] == 'E') {
        exponent = strtol(p + 1, &end, 10);
        p = end > p + 1 ? end : "?";
    }
    if (p[0] != '\0' || exponent > FIGURE_MAX || exponent < -FIGURE_MAX) {
        return NULL;
    }
    /* Zeros before the point but one say nothing. */
    while (skipped + 1 < (size_t)MAX((long)whole + exponent, 1) &&
           digits->str[skipped] == '0') {
        skipped++;
    }
    if (text[0] == '-') {
        g_string_append_c(out, '-');
    }
    write_digits(out, digits->str + skipped,
        (long)whole + exponent - (long)skipped);
    return is_plain(out->str) ? cube_intern(cube, out->str) : NULL;
}
