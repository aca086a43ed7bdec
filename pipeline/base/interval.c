/*
 * Interval arithmetic on exact numbers.  Ends are exact too, so nothing needs
 * to be rounded outwards.
 */
#include "base/interval.h"

#include <string.h>

interval *interval_new(const number *lo, const number *hi)
{
    interval *a = g_new(interval, 1);

    g_assert(number_compare(lo, hi) <= 0);
    a->lo = number_copy(lo);
    a->hi = number_copy(hi);
    return a;
}

/* Takes both numbers over. */
static interval *interval_take(number *lo, number *hi)
{
    interval *a = g_new(interval, 1);

    a->lo = lo;
    a->hi = hi;
    return a;
}

interval *interval_point(const number *a)
{
    return interval_new(a, a);
}

void interval_free(interval *a)
{
    if (a != NULL) {
        number_free(a->lo);
        number_free(a->hi);
        g_free(a);
    }
}

interval *interval_of_figure(const char *value, int decimals, int unit_mult)
{
    g_autoptr(number) printed = number_parse(value);
    g_autoptr(number) half = number_new(1, 2);
    g_autoptr(number) scaled = NULL;
    g_autoptr(number) margin = NULL;

    if (printed == NULL || decimals > INTERVAL_DECIMALS_MAX) {
        return NULL;
    }
    scaled = number_scale10(printed, unit_mult);
    if (strchr(value, '/') != NULL) {
        return interval_point(scaled);
    }
    if (decimals < 0) {
        decimals = number_decimals(value);
    }
    margin = number_scale10(half, unit_mult - decimals);
    return interval_take(
        number_sub(scaled, margin), number_add(scaled, margin));
}

interval *interval_add(const interval *a, const interval *b)
{
    return interval_take(number_add(a->lo, b->lo), number_add(a->hi, b->hi));
}

interval *interval_sub(const interval *a, const interval *b)
{
    return interval_take(number_sub(a->lo, b->hi), number_sub(a->hi, b->lo));
}

/* The least and the greatest of four numbers; takes them all over. */
static interval *interval_hull(number *ends[4])
{
    number *lo = ends[0];
    number *hi = ends[0];

    for (int i = 1; i < 4; i++) {
        lo = number_compare(ends[i], lo) < 0 ? ends[i] : lo;
        hi = number_compare(ends[i], hi) > 0 ? ends[i] : hi;
    }
    if (lo == hi) {
        hi = number_copy(lo);
    }
    for (int i = 0; i < 4; i++) {
        if (ends[i] != lo && ends[i] != hi) {
            number_free(ends[i]);
        }
    }
    return interval_take(lo, hi);
}

interval *interval_div(const interval *a, const interval *b)
{
    if (interval_contains_zero(b)) {
        return NULL;
    }
    number *ends[4] = {
        number_div(a->lo, b->lo),
        number_div(a->lo, b->hi),
        number_div(a->hi, b->lo),
        number_div(a->hi, b->hi),
    };

    return interval_hull(ends);
}

interval *interval_scale10(const interval *a, int power)
{
    return interval_take(
        number_scale10(a->lo, power), number_scale10(a->hi, power));
}

interval *interval_percent(const interval *now, const interval *base)
{
    g_autoptr(number) one = number_new(1, 1);
    g_autoptr(interval) whole = interval_point(one);
    g_autoptr(interval) ratio = interval_div(now, base);
    g_autoptr(interval) growth = NULL;

    if (ratio == NULL) {
        return NULL;
    }
    growth = interval_sub(ratio, whole);
    return interval_scale10(growth, 2);
}

interval *interval_root(const interval *a, unsigned degree, int decimals)
{
    if (number_sign(a->lo) < 0) {
        return NULL;
    }
    return interval_take(number_root(a->lo, degree, decimals, ROOT_BELOW),
        number_root(a->hi, degree, decimals, ROOT_ABOVE));
}

bool interval_overlaps(const interval *a, const interval *b)
{
    return number_compare(a->lo, b->hi) <= 0 &&
           number_compare(b->lo, a->hi) <= 0;
}

bool interval_contains_zero(const interval *a)
{
    return number_sign(a->lo) <= 0 && number_sign(a->hi) >= 0;
}

/* Digits before the point of the magnitude: 4 for 2198.4, 0 for 0.05. */
static int whole_digits(const number *a)
{
    g_autofree char *text = number_round_text(a, 0, ROUNDING_DOWN);
    const char *digits = *text == '-' ? text + 1 : text;

    return *digits == '0' ? 0 : (int)strlen(digits);
}

/* The most decimals at which ends so far apart can still print alike. */
static int finest_decimals(const number *width)
{
    g_autoptr(number) one = number_new(1, 1);
    g_autoptr(number) inverse = number_div(one, width);

    return number_compare(width, one) <= 0 ? whole_digits(inverse)
                                           : 1 - whole_digits(width);
}

/* Both ends at this many decimals where they agree and not on 0, else NULL. */
static char *common_text(
    const interval *a, int decimals, enum rounding rounding)
{
    g_autofree char *lo = number_round_text(a->lo, decimals, rounding);
    g_autofree char *hi = number_round_text(a->hi, decimals, rounding);

    if (strcmp(lo, hi) != 0 || strpbrk(lo, "123456789") == NULL) {
        return NULL;
    }
    return g_steal_pointer(&lo);
}

char *interval_certain(const interval *a)
{
    g_autoptr(number) width = number_sub(a->hi, a->lo);
    int coarsest = -MAX(whole_digits(a->lo), whole_digits(a->hi));

    if (number_sign(width) == 0) {
        g_autofree char *text = number_text(a->lo);

        return strchr(text, '/') == NULL ? g_steal_pointer(&text) : NULL;
    }
    for (int i = finest_decimals(width); i >= coarsest; i--) {
        char *text = common_text(a, i, ROUNDING_HALF_UP);

        if (text == NULL) {
            text = common_text(a, i, ROUNDING_DOWN);
        }
        if (text != NULL) {
            return text;
        }
    }
    return NULL;
}

int interval_decimals(const interval *a, int most)
{
    g_autoptr(number) one = number_new(1, 1);
    g_autoptr(number) width = number_sub(a->hi, a->lo);

    while (most > 0) {
        g_autoptr(number) unit = number_scale10(one, -most);

        if (number_compare(width, unit) <= 0) {
            break;
        }
        most--;
    }
    return most;
}
