/*
 * Exact numbers.  A number is an immutable rational; every statistic of the
 * project is one from the moment it is read to the moment it is printed, and
 * it is rounded once, at print (GB/T 8170-2008, 3.3: no rounding in steps).
 *
 * Ownership: parse, new and the arithmetic return a number that the caller
 * frees with number_free (or holds in a g_autoptr(number)).
 */
#ifndef GONGBAO_BASE_NUMBER_H
#define GONGBAO_BASE_NUMBER_H

#include <glib.h>
#include <stdbool.h>

typedef struct number number; /* a typedef for g_autoptr */

enum rounding {
    ROUNDING_HALF_UP,   /* halves away from zero: what Chinese bulletins do */
    ROUNDING_HALF_EVEN, /* GB/T 8170-2008, 3.2 */
    ROUNDING_DOWN,      /* towards zero */
};

/*
 * Reads "-12.50", "+3", "0.6" or a fraction "61/3".  No exponent, no grouping,
 * no blank; at most 64 digits in a decimal and 128 on each side of a fraction,
 * as many as arithmetic on two figures of the dataset can need.  NULL: text is
 * not such a number.
 */
number *number_parse(const char *text);
number *number_new(long numerator, unsigned long denominator);
number *number_copy(const number *a);
void number_free(number *a);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(number, number_free)

number *number_add(const number *a, const number *b);
number *number_sub(const number *a, const number *b);
number *number_mul(const number *a, const number *b);
number *number_div(const number *a, const number *b); /* b is not 0: asserted */
number *number_neg(const number *a);
number *number_scale10(const number *a, int power); /* a times 10^power */

enum root_end {
    ROOT_BELOW, /* the greatest number of so many decimals not above it */
    ROOT_ABOVE, /* the least not below it */
    ROOT_NEAR,  /* one that rounds to fewer decimals just as the root does */
};

/*
 * The root of a, which is not negative, as a decimal of so many decimals; the
 * root itself where it is a rational number.  Cutting a root that never ends
 * would make 0.125000... a tie, and of 1.000... a whole number: ROOT_NEAR is
 * cut too, but its last digit is never 0 or 5 then, so that any rounding to
 * fewer decimals is that of the true root, also after adding a number of
 * fewer decimals or turning the sign.
 */
number *number_root(
    const number *a, unsigned degree, int decimals, enum root_end end);

/* Below, at or above 0. */
int number_compare(const number *a, const number *b);
int number_sign(const number *a);

/*
 * The exact value: a decimal where one ends within 64 digits ("2608.33"),
 * else a fraction in lowest terms ("61/3").  number_parse reads it back.
 */
char *number_text(const number *a);

/*
 * Rounded to the given count of decimals (negative: to tens, hundreds ...),
 * always with that many decimals printed, "-" for minus, no grouping.  Never
 * "-0": a value that rounds to zero prints without a sign.
 */
char *number_round_text(const number *a, int decimals, enum rounding rounding);

/* Decimals printed in a lexical value: 2 for "18.65", 0 for "206". */
int number_decimals(const char *text);

/* "half-up", "half-even", "down".  False: name is none of these. */
bool rounding_parse(const char *name, enum rounding *rounding);
const char *rounding_name(enum rounding rounding);

#endif
