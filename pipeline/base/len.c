/*
 * Reads lengths as the style file writes them, in integers only.
 */
#include "base/len.h"

#include <glib.h>
#include <string.h>

#define DECIMALS_MAX 4
#define WHOLE_MAX 100000

/* The digits of text as ten-thousandths; *end is what follows them. */
static bool read_digits(const char *text, int64_t *result, const char **end)
{
    const char *p = text;
    int64_t value = 0;
    int decimals = 0;

    if (!g_ascii_isdigit(*p)) {
        return false;
    }
    for (; g_ascii_isdigit(*p); p++) {
        value = value * 10 + (*p - '0');
        if (value > WHOLE_MAX) {
            return false;
        }
    }
    if (*p == '.') {
        for (p++; g_ascii_isdigit(*p); p++) {
            if (decimals == DECIMALS_MAX) {
                return false;
            }
            value = value * 10 + (*p - '0');
            decimals++;
        }
    }
    for (; decimals < DECIMALS_MAX; decimals++) {
        value *= 10;
    }
    *result = value;
    *end = p;
    return true;
}

bool len_parse(const char *text, len em, len *result)
{
    bool negative = *text == '-';
    const char *unit;
    int64_t value;
    len length;

    if (!read_digits(text + negative, &value, &unit)) {
        return false;
    }
    if (strcmp(unit, "pt") == 0) {
        length = len_scale(LEN_PT, value, 10000);
    } else if (strcmp(unit, "mm") == 0) {
        length = len_scale(LEN_PT * 72, value, 254000);
    } else if (strcmp(unit, "cm") == 0) {
        length = len_scale(LEN_PT * 72, value, 25400);
    } else if (strcmp(unit, "em") == 0) {
        length = len_scale(em, value, 10000);
    } else if (*unit == '\0' && value == 0) {
        length = 0;
    } else {
        return false;
    }
    *result = negative ? -length : length;
    return true;
}
