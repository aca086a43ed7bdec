/*
 * Exact numbers over GMP's rationals.  The struct is a rational in lowest
 * terms; text goes in and out through digit strings, never through floating
 * point.
 */
#include "base/number.h"

#include <stdlib.h>
#include <string.h>

#include <gmp.h>

#define DECIMAL_DIGITS_MAX 64
#define FRACTION_DIGITS_MAX 128

struct number {
    mpq_t value;
};

static number *number_zero(void)
{
    number *a = g_new(number, 1);

    mpq_init(a->value);
    return a;
}

static void power_of_ten(mpz_t result, int power)
{
    mpz_ui_pow_ui(result, 10, (unsigned long)power);
}

/* The digits of z and a sign; freed with g_free whatever GMP allocates by. */
static char *integer_text(const mpz_t z)
{
    char *text = g_malloc(mpz_sizeinbase(z, 10) + 2);

    return mpz_get_str(text, 10, z);
}

static size_t digit_span(const char *text)
{
    size_t count = 0;

    while (g_ascii_isdigit(text[count])) {
        count++;
    }
    return count;
}

/* Reads count digits at text as the numerator or denominator z. */
static void read_digits(mpz_t z, const char *text, size_t count)
{
    g_autofree char *digits = g_strndup(text, count);

    mpz_set_str(z, digits, 10);
}

static bool read_fraction(number *a, const char *text, size_t whole)
{
    const char *below = text + whole + 1;
    size_t count = digit_span(below);

    if (count == 0 || below[count] != '\0' || whole > FRACTION_DIGITS_MAX ||
        count > FRACTION_DIGITS_MAX) {
        return false;
    }
    read_digits(mpq_numref(a->value), text, whole);
    read_digits(mpq_denref(a->value), below, count);
    return mpz_sgn(mpq_denref(a->value)) != 0;
}

static bool read_decimal(number *a, const char *text, size_t whole)
{
    const char *after = text + whole;
    size_t decimals = 0;
    g_autofree char *digits = NULL;

    if (*after == '.') {
        after++;
        decimals = digit_span(after);
        if (decimals == 0) {
            return false;
        }
    }
    if (after[decimals] != '\0' || whole + decimals > DECIMAL_DIGITS_MAX) {
        return false;
    }
    digits =
        g_strdup_printf("%.*s%.*s", (int)whole, text, (int)decimals, after);
    mpz_set_str(mpq_numref(a->value), digits, 10);
    power_of_ten(mpq_denref(a->value), (int)decimals);
    return true;
}

number *number_parse(const char *text)
{
    g_autoptr(number) a = number_zero();
    bool negative = *text == '-';
    size_t whole;

    if (*text == '-' || *text == '+') {
        text++;
    }
    whole = digit_span(text);
    if (whole == 0) {
        return NULL;
    }
    if (text[whole] == '/' ? !read_fraction(a, text, whole)
                           : !read_decimal(a, text, whole)) {
        return NULL;
    }
    mpq_canonicalize(a->value);
    if (negative) {
        mpq_neg(a->value, a->value);
    }
    return g_steal_pointer(&a);
}

number *number_new(long numerator, unsigned long denominator)
{
    number *a = number_zero();

    g_assert(denominator != 0);
    mpq_set_si(a->value, numerator, denominator);
    mpq_canonicalize(a->value);
    return a;
}

number *number_copy(const number *a)
{
    number *copy = number_zero();

    mpq_set(copy->value, a->value);
    return copy;
}

void number_free(number *a)
{
    if (a != NULL) {
        mpq_clear(a->value);
        g_free(a);
    }
}

number *number_add(const number *a, const number *b)
{
    number *sum = number_zero();

    mpq_add(sum->value, a->value, b->value);
    return sum;
}

number *number_sub(const number *a, const number *b)
{
    number *difference = number_zero();

    mpq_sub(difference->value, a->value, b->value);
    return difference;
}

number *number_mul(const number *a, const number *b)
{
    number *product = number_zero();

    mpq_mul(product->value, a->value, b->value);
    return product;
}

number *number_div(const number *a, const number *b)
{
    number *quotient = number_zero();

    g_assert(mpq_sgn(b->value) != 0);
    mpq_div(quotient->value, a->value, b->value);
    return quotient;
}

number *number_neg(const number *a)
{
    number *negated = number_zero();

    mpq_neg(negated->value, a->value);
    return negated;
}

number *number_scale10(const number *a, int power)
{
    number *scaled = number_copy(a);
    mpz_t ten;

    if (power == 0) {
        return scaled;
    }
    mpz_init(ten);
    power_of_ten(ten, abs(power));
    if (power >= 0) {
        mpz_mul(mpq_numref(scaled->value), mpq_numref(scaled->value), ten);
    } else {
        mpz_mul(mpq_denref(scaled->value), mpq_denref(scaled->value), ten);
    }
    mpz_clear(ten);
    mpq_canonicalize(scaled->value);
    return scaled;
}

/* True: a rational root, now in root. */
static bool root_is_rational(mpq_t root, const mpq_t a, unsigned degree)
{
    bool is_whole_above = mpz_root(mpq_numref(root), mpq_numref(a), degree);
    bool is_whole_below = mpz_root(mpq_denref(root), mpq_denref(a), degree);

    return is_whole_above && is_whole_below;
}

/*
 * units: the root cut to a whole count of units.  It was cut, so it lies
 * between this count and the next.
 */
static void move_end(mpz_t units, enum root_end end)
{
    if (end == ROOT_ABOVE ||
        (end == ROOT_NEAR && mpz_divisible_ui_p(units, 5) != 0)) {
        mpz_add_ui(units, units, 1);
    }
}

number *number_root(
    const number *a, unsigned degree, int decimals, enum root_end end)
{
    g_autoptr(number) units = NULL;
    g_autoptr(number) scaled = NULL;

    g_assert(degree > 0 && decimals >= 0 && number_sign(a) >= 0);
    units = number_zero();
    if (root_is_rational(units->value, a->value, degree)) {
        return g_steal_pointer(&units);
    }
    /* The whole part of a root is the root of the whole part. */
    scaled = number_scale10(a, decimals * (int)degree);
    mpz_set_ui(mpq_denref(units->value), 1);
    mpz_fdiv_q(mpq_numref(units->value), mpq_numref(scaled->value),
        mpq_denref(scaled->value));
    mpz_root(mpq_numref(units->value), mpq_numref(units->value), degree);
    move_end(mpq_numref(units->value), end);
    return number_scale10(units, -decimals);
}

int number_compare(const number *a, const number *b)
{
    return mpq_cmp(a->value, b->value);
}

int number_sign(const number *a)
{
    return mpq_sgn(a->value);
}

/* Decimals after which the value ends; -1: it never does. */
static long ending_decimals(const number *a)
{
    mpz_t rest;
    mpz_t factor;
    mp_bitcnt_t twos;
    mp_bitcnt_t fives;
    bool ends;

    mpz_init(rest);
    mpz_init_set_ui(factor, 2);
    twos = mpz_remove(rest, mpq_denref(a->value), factor);
    mpz_set_ui(factor, 5);
    fives = mpz_remove(rest, rest, factor);
    ends = mpz_cmp_ui(rest, 1) == 0;
    mpz_clear(factor);
    mpz_clear(rest);
    return ends ? (long)MAX(twos, fives) : -1;
}

/*
 * An integer that counts units of 10^-decimals, as a decimal text; no sign on
 * zero.
 */
static char *place_point(const mpz_t units, int decimals)
{
    g_autofree char *digits = integer_text(units);
    const char *magnitude = *digits == '-' ? digits + 1 : digits;
    GString *text = g_string_new(mpz_sgn(units) < 0 ? "-" : "");
    int length = (int)strlen(magnitude);

    if (decimals <= 0) {
        g_string_append(text, magnitude);
        for (int i = decimals; i < 0 && mpz_sgn(units) != 0; i++) {
            g_string_append_c(text, '0');
        }
        return g_string_free(text, FALSE);
    }
    if (length > decimals) {
        g_string_append_len(text, magnitude, length - decimals);
        magnitude += length - decimals;
        length = decimals;
    } else {
        g_string_append_c(text, '0');
    }
    g_string_append_c(text, '.');
    for (int i = length; i < decimals; i++) {
        g_string_append_c(text, '0');
    }
    g_string_append(text, magnitude);
    return g_string_free(text, FALSE);
}

static size_t digit_count(const char *text)
{
    size_t count = 0;

    for (; *text != '\0'; text++) {
        count += g_ascii_isdigit(*text) ? 1 : 0;
    }
    return count;
}

static char *fraction_text(const number *a)
{
    g_autofree char *above = integer_text(mpq_numref(a->value));
    g_autofree char *below = integer_text(mpq_denref(a->value));

    return g_strdup_printf("%s/%s", above, below);
}

char *number_text(const number *a)
{
    long decimals = ending_decimals(a);
    mpz_t units;
    g_autofree char *text = NULL;

    if (decimals < 0 || decimals > DECIMAL_DIGITS_MAX) {
        return fraction_text(a);
    }
    mpz_init(units);
    power_of_ten(units, (int)decimals);
    mpz_mul(units, units, mpq_numref(a->value));
    mpz_divexact(units, units, mpq_denref(a->value));
    text = place_point(units, (int)decimals);
    mpz_clear(units);
    return digit_count(text) <= DECIMAL_DIGITS_MAX ? g_steal_pointer(&text)
                                                   : fraction_text(a);
}

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

/* The whole count of units of 10^-decimals nearest to a. */
static void round_to_units(
    mpz_t units, const number *a, int decimals, enum rounding mode)
{
    g_autoptr(number) scaled = number_scale10(a, decimals);

    divide_rounded(
        units, mpq_numref(scaled->value), mpq_denref(scaled->value), mode);
}

char *number_round_text(const number *a, int decimals, enum rounding rounding)
{
    mpz_t units;
    char *text = NULL;

    mpz_init(units);
    round_to_units(units, a, decimals, rounding);
    text = place_point(units, decimals);
    mpz_clear(units);
    return text;
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
