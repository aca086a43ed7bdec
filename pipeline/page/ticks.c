/*
 * Axis ticks in integer arithmetic.
 */
#include "page/ticks.h"

#include <inttypes.h>
#include <stdbool.h>
#include <string.h>

#include <glib.h>

static int64_t floor_to(int64_t value, int64_t step)
{
    int64_t rest = value % step;

    return rest < 0 ? value - rest - step : value - rest;
}

struct ticks ticks_round(int64_t low, int64_t high, int steps)
{
    static const int64_t halves[] = {2, 4, 5, 10, 20};
    int64_t span = MAX(high - low, 1);
    int64_t power = 1;
    struct ticks ticks = {0};

    while (power * 10 * steps <= span) {
        power *= 10;
    }
    for (size_t i = 0; i < G_N_ELEMENTS(halves); i++) {
        ticks.step = power * halves[i] / 2;
        if (power * halves[i] % 2 == 0 && ticks.step * steps >= span) {
            break;
        }
    }
    ticks.first = floor_to(low, ticks.step);
    ticks.count = 1;
    while (ticks.first + (ticks.count - 1) * ticks.step < high ||
           ticks.count < 2) {
        ticks.count++;
    }
    return ticks;
}

int64_t ticks_parse(const char *text, int decimals)
{
    bool is_negative = *text == '-';
    int whole = (int)strspn(text + is_negative, "0123456789");
    int wanted = whole + decimals; /* digits to be read */
    int64_t value = 0;

    for (text += is_negative; *text != '\0' && wanted > 0; text++) {
        if (*text != '.') {
            value = MIN(value * 10 + (*text - '0'), TICKS_VALUE_MAX);
            wanted--;
        }
    }
    for (; wanted > 0; wanted--) {
        value = MIN(value * 10, TICKS_VALUE_MAX);
    }
    return is_negative ? -value : value;
}

static void group_digits(GString *digits)
{
    for (gssize i = (gssize)digits->len - 3; i > 0; i -= 3) {
        g_string_insert_c(digits, i, ',');
    }
}

char *ticks_label(int64_t value, int64_t step, int decimals, _Bool is_grouped)
{
    g_autoptr(GString) digits = g_string_new(NULL);
    int64_t scale = 1;

    while (decimals > 0 && step % 10 == 0 && value % 10 == 0) {
        step /= 10;
        value /= 10;
        decimals--;
    }
    for (int i = 0; i < decimals; i++) {
        scale *= 10;
    }
    g_string_printf(digits, "%" PRId64, (value < 0 ? -value : value) / scale);
    for (int i = decimals; i < 0 && value != 0; i++) {
        g_string_append_c(digits, '0');
    }
    if (is_grouped) {
        group_digits(digits);
    }
    if (decimals > 0) {
        g_string_append_printf(digits, ".%0*" PRId64, decimals,
            (value < 0 ? -value : value) % scale);
    }
    return g_strconcat(value < 0 ? "\u2212" : "", digits->str, NULL);
}
