/*
 * Numbers read from text and written as text.
 */
#include "base/number_parts.h"

#include <string.h>

#define DECIMAL_DIGITS_MAX 64
#define FRACTION_DIGITS_MAX 128

/* ---- Reading ---- */

static size_t digit_span(const char *text)
{
    size_t count = 0;

    while (g_ascii_isdigit(text[count])) {
        count++;
    }
    return count;
}

static unsigned long small_digits(
    unsigned long before, const char *text, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        before = before * 10 + (unsigned long)(text[i] - '0');
    }
    return before;
}

/* Reads count digits at text as the numerator or denominator z. */
static void read_digits(mpz_t z, const char *text, size_t count)
{
    g_autofree char *digits = g_strndup(text, count);

    mpz_set_str(z, digits, 10);
}

/* The digits may be any in number; below is not 0. */
static number *read_big(const char *above, size_t above_count,
    const char *below, size_t below_count, bool is_negative)
{
    mpq_t value;

    mpq_init(value);
    read_digits(mpq_numref(value), above, above_count);
    read_digits(mpq_denref(value), below, below_count);
    mpq_canonicalize(value);
    if (is_negative) {
        mpq_neg(value, value);
    }
    return number_take(value);
}

static number *read_fraction(const char *text, size_t whole, bool is_negative)
{
    const char *below = text + whole + 1;
    size_t count = digit_span(below);

    if (count == 0 || below[count] != '\0' || whole > FRACTION_DIGITS_MAX ||
        count > FRACTION_DIGITS_MAX || strspn(below, "0") == count) {
        return NULL;
    }
    return read_big(text, whole, below, count, is_negative);
}

static number *read_decimal(const char *text, size_t whole, bool is_negative)
{
    const char *after = text + whole;
    size_t decimals = 0;
    g_autofree char *digits = NULL;
    g_autofree char *power = NULL;

    if (*after == '.') {
        after++;
        decimals = digit_span(after);
        if (decimals == 0) {
            return NULL;
        }
    }
    if (after[decimals] != '\0' || whole + decimals > DECIMAL_DIGITS_MAX) {
        return NULL;
    }
    if (whole + decimals <= SMALL_DIGITS) {
        return number_of_wide(is_negative,
            small_digits(small_digits(0, text, whole), after, decimals),
            small_power_of_ten((int)decimals));
    }
    digits =
        g_strdup_printf("%.*s%.*s", (int)whole, text, (int)decimals, after);
    power = g_strdup_printf("1%0*d", (int)decimals, 0);
    return read_big(digits, whole + decimals, power, decimals + 1, is_negative);
}

number *number_parse(const char *text)
{
    bool is_negative = *text == '-';
    size_t whole;

    if (*text == '-' || *text == '+') {
        text++;
    }
    whole = digit_span(text);
    if (whole == 0) {
        return NULL;
    }
    return text[whole] == '/' ? read_fraction(text, whole, is_negative)
                              : read_decimal(text, whole, is_negative);
}

/* ---- Writing ---- */

/* The digits of z and a sign; freed with g_free whatever GMP allocates by. */
static char *integer_text(const mpz_t z)
{
    char *text = g_malloc(mpz_sizeinbase(z, 10) + 2);

    return mpz_get_str(text, 10, z);
}

/*
 * An integer that counts units of 10^-decimals, given by its digits, as a
 * decimal text; no sign on zero.
 */
static char *place_point(const char *digits, bool is_negative, int decimals)
{
    bool is_zero = strcmp(digits, "0") == 0;
    int length = (int)strlen(digits);
    int zeros = MAX(decimals + 1 - length, 0);
    int more = is_zero ? 0 : MAX(-decimals, 0);
    int point = decimals > 0 ? length + zeros - decimals : 0;
    char *text = g_malloc((gsize)(length + zeros + more) + 3);
    char *to = text;

    if (is_negative && !is_zero) {
        *to++ = '-';
    }
    for (int i = 0; i < length + zeros + more; i++) {
        if (point > 0 && i == point) {
            *to++ = '.';
        }
        *to++ = i < zeros || i >= zeros + length ? '0' : digits[i - zeros];
    }
    *to = '\0';
    return text;
}

static char *place_big(const mpz_t units, int decimals)
{
    g_autofree char *digits = integer_text(units);
    bool is_negative = *digits == '-';

    return place_point(digits + is_negative, is_negative, decimals);
}

static char *place_small(unsigned long units, bool is_negative, int decimals)
{
    char digits[24];
    char *p = digits + sizeof digits - 1;

    *p = '\0';
    do {
        *--p = (char)('0' + units % 10);
        units /= 10;
    } while (units > 0);
    return place_point(p, is_negative, decimals);
}

/* ---- Exactly ---- */

/* Decimals after which the value ends; -1: it never does. */
static long ending_decimals(mpq_srcptr a)
{
    mpz_t rest;
    mpz_t factor;
    mp_bitcnt_t twos;
    mp_bitcnt_t fives;
    bool ends;

    mpz_init(rest);
    mpz_init_set_ui(factor, 2);
    twos = mpz_remove(rest, mpq_denref(a), factor);
    mpz_set_ui(factor, 5);
    fives = mpz_remove(rest, rest, factor);
    ends = mpz_cmp_ui(rest, 1) == 0;
    mpz_clear(factor);
    mpz_clear(rest);
    return ends ? (long)MAX(twos, fives) : -1;
}

static size_t digit_count(const char *text)
{
    size_t count = 0;

    for (; *text != '\0'; text++) {
        count += g_ascii_isdigit(*text) ? 1 : 0;
    }
    return count;
}

static char *fraction_text(mpq_srcptr a)
{
    g_autofree char *above = integer_text(mpq_numref(a));
    g_autofree char *below = integer_text(mpq_denref(a));

    return g_strdup_printf("%s/%s", above, below);
}

static char *big_text(mpq_srcptr a)
{
    long decimals = ending_decimals(a);
    mpz_t units;
    g_autofree char *text = NULL;

    if (decimals < 0 || decimals > DECIMAL_DIGITS_MAX) {
        return fraction_text(a);
    }
    mpz_init(units);
    power_of_ten(units, (int)decimals);
    mpz_mul(units, units, mpq_numref(a));
    mpz_divexact(units, units, mpq_denref(a));
    text = place_big(units, (int)decimals);
    mpz_clear(units);
    return digit_count(text) <= DECIMAL_DIGITS_MAX ? g_steal_pointer(&text)
                                                   : fraction_text(a);
}

/* NULL: it does not fit. */
static char *small_text(const number *a)
{
    unsigned long rest = a->below;
    int twos = __builtin_ctzl(rest);
    int fives = 0;
    int decimals;
    wide units;

    for (rest >>= twos; rest % 5 == 0; rest /= 5) {
        fives++;
    }
    if (rest != 1) {
        return g_strdup_printf("%ld/%lu", a->above, a->below);
    }
    decimals = MAX(twos, fives);
    if (decimals > SMALL_DIGITS) {
        return NULL;
    }
    units = (wide)magnitude(a->above) *
            (small_power_of_ten(decimals) / a->below);
    return units <= SMALL_MAX
               ? place_small((unsigned long)units, a->above < 0, decimals)
               : NULL;
}

char *number_text(const number *a)
{
    char *text = is_small(a) ? small_text(a) : NULL;
    struct number_view view;

    if (text == NULL) {
        number_view_open(&view, a);
        text = big_text(view.value);
        number_view_close(&view);
    }
    return text;
}

/* ---- Rounded ---- */

/*
 * numerator / denominator to a whole number; works on magnitudes so that both
 * signs round alike.
 */
static void divide_rounded(
    mpz_t quotient, const mpz_t above, const mpz_t below, enum rounding mode)
{
    int sign = mpz_sgn(above);
    mpz_t rest;
    int half;

    mpz_init(rest);
    mpz_abs(quotient, above);
    mpz_tdiv_qr(quotient, rest, quotient, below);
    mpz_mul_2exp(rest, rest, 1);
    half = mpz_cmp(rest, below);
    mpz_clear(rest);
    if (mode != ROUNDING_DOWN &&
        (half > 0 ||
            (half == 0 && (mode == ROUNDING_HALF_UP || mpz_odd_p(quotient))))) {
        mpz_add_ui(quotient, quotient, 1);
    }
    if (sign < 0) {
        mpz_neg(quotient, quotient);
    }
}

static char *big_round_text(
    const number *a, int decimals, enum rounding rounding)
{
    g_autoptr(number) scaled = number_scale10(a, decimals);
    struct number_view view;
    mpz_t units;
    char *text;

    mpz_init(units);
    number_view_open(&view, scaled);
    divide_rounded(
        units, mpq_numref(view.value), mpq_denref(view.value), rounding);
    number_view_close(&view);
    text = place_big(units, decimals);
    mpz_clear(units);
    return text;
}

/* NULL: it does not fit. */
static char *small_round_text(
    const number *a, int decimals, enum rounding rounding)
{
    wide above = magnitude(a->above);
    wide below = a->below;
    wide units;
    wide twice;

    if (ABS(decimals) > SMALL_DIGITS) {
        return NULL;
    }
    above *= decimals > 0 ? small_power_of_ten(decimals) : 1;
    below *= decimals < 0 ? small_power_of_ten(-decimals) : 1;
    units = above / below;
    twice = above % below * 2;
    if (rounding != ROUNDING_DOWN &&
        (twice > below ||
            (twice == below &&
                (rounding == ROUNDING_HALF_UP || units % 2 == 1)))) {
        units++;
    }
    return units <= SMALL_MAX
               ? place_small((unsigned long)units, a->above < 0, decimals)
               : NULL;
}

char *number_round_text(const number *a, int decimals, enum rounding rounding)
{
    char *text =
        is_small(a) ? small_round_text(a, decimals, rounding) : NULL;

    return text != NULL ? text : big_round_text(a, decimals, rounding);
}

int number_decimals(const char *text)
{
    const char *point = strchr(text, '.');

    return point == NULL ? 0 : (int)digit_span(point + 1);
}

static const char *const rounding_names[] = {
    [ROUNDING_HALF_UP] = "half-up",
    [ROUNDING_HALF_EVEN] = "half-even",
    [ROUNDING_DOWN] = "down",
};

bool rounding_parse(const char *name, enum rounding *rounding)
{
    for (size_t i = 0; i < G_N_ELEMENTS(rounding_names); i++) {
        if (strcmp(name, rounding_names[i]) == 0) {
            *rounding = (enum rounding)i;
            return true;
        }
    }
    return false;
}

const char *rounding_name(enum rounding rounding)
{
    return rounding_names[rounding];
}
