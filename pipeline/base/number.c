/*
 * Exact numbers.  Nearly all figures and what follows from them fit in two
 * machine words, a numerator and a denominator; what does not is a rational of
 * GMP's.  Either way in lowest terms, and text goes in and out through digit
 * strings (number_text.c), never through floating point.
 */
#include "base/number_parts.h"

#include <stdlib.h>

static number *small_new(long above, unsigned long below)
{
    number *a = g_new(number, 1);

    a->above = above;
    a->below = below;
    return a;
}

/* ---- Words ---- */

static long with_sign(unsigned long size, bool is_negative)
{
    return is_negative ? -(long)size : (long)size;
}

/* Not 0 unless both are. */
static unsigned long common_factor(unsigned long a, unsigned long b)
{
    int twos;

    if (a == 0 || b == 0) {
        return a | b;
    }
    twos = __builtin_ctzl(a | b);
    a >>= __builtin_ctzl(a);
    while (b != 0) {
        b >>= __builtin_ctzl(b);
        if (a > b) {
            unsigned long swapped = a;

            a = b;
            b = swapped;
        }
        b -= a;
    }
    return a << twos;
}

static wide common_factor_wide(wide a, wide b)
{
    while (a > G_MAXULONG || b > G_MAXULONG) {
        wide rest;

        if (b == 0) {
            return a;
        }
        rest = a % b;
        a = b;
        b = rest;
    }
    return common_factor((unsigned long)a, (unsigned long)b);
}

/* ---- Rationals of GMP's ---- */

void number_view_open(struct number_view *view, const number *a)
{
    mpq_init(view->own);
    if (is_small(a)) {
        mpq_set_si(view->own, a->above, a->below);
        view->value = view->own;
    } else {
        view->value = *a->big;
    }
}

void number_view_close(struct number_view *view)
{
    mpq_clear(view->own);
}

static bool fits(const mpz_t z)
{
    return mpz_sizeinbase(z, 2) < 64;
}

number *number_take(mpq_t value)
{
    number *a;

    if (fits(mpq_numref(value)) && fits(mpq_denref(value))) {
        a = small_new(
            mpz_get_si(mpq_numref(value)), mpz_get_ui(mpq_denref(value)));
        mpq_clear(value);
        return a;
    }
    a = small_new(0, 0);
    a->big = g_new(mpq_t, 1);
    mpq_init(*a->big);
    mpq_swap(*a->big, value);
    mpq_clear(value);
    return a;
}

static void set_wide(mpz_t z, wide value)
{
    mpz_set_ui(z, (unsigned long)(value >> 64));
    mpz_mul_2exp(z, z, 64);
    mpz_add_ui(z, z, (unsigned long)value);
}

/* The quotient of two that have no common factor. */
static number *reduced_new(bool is_negative, wide above, wide below)
{
    mpq_t value;

    if (above <= SMALL_MAX && below <= SMALL_MAX) {
        return small_new(with_sign((unsigned long)above, is_negative),
            (unsigned long)below);
    }
    mpq_init(value);
    set_wide(mpq_numref(value), above);
    set_wide(mpq_denref(value), below);
    if (is_negative) {
        mpq_neg(value, value);
    }
    return number_take(value);
}

number *number_of_wide(bool is_negative, wide above, wide below)
{
    wide factor = common_factor_wide(above, below);

    return reduced_new(is_negative, above / factor, below / factor);
}

/* One operation of GMP's on any two numbers. */
static number *big_apply(const number *a, const number *b,
    void (*apply)(mpq_ptr result, mpq_srcptr left, mpq_srcptr right))
{
    struct number_view left;
    struct number_view right;
    mpq_t result;

    number_view_open(&left, a);
    number_view_open(&right, b);
    mpq_init(result);
    apply(result, left.value, right.value);
    number_view_close(&left);
    number_view_close(&right);
    return number_take(result);
}

number *number_new(long numerator, unsigned long denominator)
{
    g_assert(denominator != 0);
    return number_of_wide(numerator < 0, magnitude(numerator), denominator);
}

number *number_copy(const number *a)
{
    mpq_t value;

    if (is_small(a)) {
        return small_new(a->above, a->below);
    }
    mpq_init(value);
    mpq_set(value, *a->big);
    return number_take(value);
}

void number_free(number *a)
{
    if (a != NULL && !is_small(a)) {
        mpq_clear(*a->big);
        g_free(a->big);
    }
    g_free(a);
}

/* ---- Arithmetic ---- */

/* Products of words leave a bit: their sum fits. */
static number *small_sum(const number *a, const number *b, bool is_difference)
{
    bool a_negative = a->above < 0;
    bool b_negative = (b->above < 0) != is_difference;
    wide left = (wide)magnitude(a->above) * b->below;
    wide right = (wide)magnitude(b->above) * a->below;
    wide below = (wide)a->below * b->below;

    if (a->below == b->below) {
        left = magnitude(a->above);
        right = magnitude(b->above);
        below = a->below;
    }
    if (a_negative == b_negative) {
        return number_of_wide(a_negative, left + right, below);
    }
    return left >= right ? number_of_wide(a_negative, left - right, below)
                         : number_of_wide(b_negative, right - left, below);
}

number *number_add(const number *a, const number *b)
{
    return is_small(a) && is_small(b) ? small_sum(a, b, false)
                                      : big_apply(a, b, mpq_add);
}

number *number_sub(const number *a, const number *b)
{
    return is_small(a) && is_small(b) ? small_sum(a, b, true)
                                      : big_apply(a, b, mpq_sub);
}

/* Each factor is in lowest terms: only crosswise is there something common. */
static number *small_product(bool is_negative, unsigned long a_above,
    unsigned long a_below, unsigned long b_above, unsigned long b_below)
{
    unsigned long first = common_factor(a_above, b_below);
    unsigned long second = common_factor(b_above, a_below);

    return reduced_new(is_negative,
        (wide)(a_above / first) * (b_above / second),
        (wide)(a_below / second) * (b_below / first));
}

number *number_mul(const number *a, const number *b)
{
    return is_small(a) && is_small(b)
               ? small_product((a->above < 0) != (b->above < 0),
                     magnitude(a->above), a->below, magnitude(b->above),
                     b->below)
               : big_apply(a, b, mpq_mul);
}

number *number_div(const number *a, const number *b)
{
    g_assert(number_sign(b) != 0);
    return is_small(a) && is_small(b)
               ? small_product((a->above < 0) != (b->above < 0),
                     magnitude(a->above), a->below, b->below,
                     magnitude(b->above))
               : big_apply(a, b, mpq_div);
}

number *number_neg(const number *a)
{
    number *negated = number_copy(a);

    if (is_small(negated)) {
        negated->above = -negated->above;
    } else {
        mpq_neg(*negated->big, *negated->big);
    }
    return negated;
}

static number *big_scale10(const number *a, int power)
{
    struct number_view view;
    mpq_t scaled;
    mpz_t ten;

    number_view_open(&view, a);
    mpq_init(scaled);
    mpq_set(scaled, view.value);
    number_view_close(&view);
    mpz_init(ten);
    power_of_ten(ten, abs(power));
    if (power >= 0) {
        mpz_mul(mpq_numref(scaled), mpq_numref(scaled), ten);
    } else {
        mpz_mul(mpq_denref(scaled), mpq_denref(scaled), ten);
    }
    mpz_clear(ten);
    mpq_canonicalize(scaled);
    return number_take(scaled);
}

number *number_scale10(const number *a, int power)
{
    unsigned long ten;

    if (power == 0) {
        return number_copy(a);
    }
    if (!is_small(a) || abs(power) > SMALL_DIGITS) {
        return big_scale10(a, power);
    }
    ten = small_power_of_ten(abs(power));
    return small_product(a->above < 0, magnitude(a->above), a->below,
        power > 0 ? ten : 1, power > 0 ? 1 : ten);
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
    g_autoptr(number) scaled = NULL;
    g_autoptr(number) whole = NULL;
    struct number_view view;
    mpq_t root;
    bool is_rational;

    g_assert(degree > 0 && decimals >= 0 && number_sign(a) >= 0);
    mpq_init(root);
    number_view_open(&view, a);
    is_rational = root_is_rational(root, view.value, degree);
    number_view_close(&view);
    if (is_rational) {
        return number_take(root);
    }
    /* The whole part of a root is the root of the whole part. */
    scaled = number_scale10(a, decimals * (int)degree);
    number_view_open(&view, scaled);
    mpz_set_ui(mpq_denref(root), 1);
    mpz_fdiv_q(
        mpq_numref(root), mpq_numref(view.value), mpq_denref(view.value));
    number_view_close(&view);
    mpz_root(mpq_numref(root), mpq_numref(root), degree);
    move_end(mpq_numref(root), end);
    whole = number_take(root);
    return number_scale10(whole, -decimals);
}

/* ---- Order ---- */

static int small_compare(const number *a, const number *b)
{
    wide left = (wide)magnitude(a->above) * b->below;
    wide right = (wide)magnitude(b->above) * a->below;
    int order = left == right ? 0 : (left > right ? 1 : -1);

    if ((a->above < 0) != (b->above < 0)) {
        return a->above < 0 ? -1 : 1;
    }
    return a->above < 0 ? -order : order;
}

int number_compare(const number *a, const number *b)
{
    struct number_view left;
    struct number_view right;
    int order;

    if (is_small(a) && is_small(b)) {
        return small_compare(a, b);
    }
    number_view_open(&left, a);
    number_view_open(&right, b);
    order = mpq_cmp(left.value, right.value);
    number_view_close(&left);
    number_view_close(&right);
    return order;
}

int number_sign(const number *a)
{
    return is_small(a) ? (a->above > 0) - (a->above < 0) : mpq_sgn(*a->big);
}
