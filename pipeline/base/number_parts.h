/*
 * What the two files of numbers share; only base/number*.c see it.
 */
#ifndef GONGBAO_BASE_NUMBER_PARTS_H
#define GONGBAO_BASE_NUMBER_PARTS_H

#include "base/number.h"

#include <gmp.h>

/* Two words side by side, which GCC and Clang have beyond ISO C. */
__extension__ typedef unsigned __int128 wide;

_Static_assert(sizeof(long) == 8, "words of 64 bits");

#define SMALL_DIGITS 18 /* that a word always has room for */
#define SMALL_MAX ((unsigned long)G_MAXLONG)

/* Small where below is not 0.  A value that fits is always small. */
struct number {
    union {
        long above; /* never the least one: its magnitude fits too */
        mpq_t *big;
    };
    unsigned long below;
};

static inline bool is_small(const number *a)
{
    return a->below != 0;
}

static inline unsigned long magnitude(long a)
{
    return a < 0 ? 0 - (unsigned long)a : (unsigned long)a;
}

/* 10 to a power from 0 to SMALL_DIGITS. */
static inline unsigned long small_power_of_ten(int power)
{
    unsigned long result = 1;

    while (power-- > 0) {
        result *= 10;
    }
    return result;
}

/* The quotient of two, which may have a common factor; below is not 0. */
number *number_of_wide(bool is_negative, wide above, wide below);

/* A number of that value, which is in lowest terms; clears it. */
number *number_take(mpq_t value);

/* The value of a number as GMP has it; to be closed. */
struct number_view {
    mpq_t own;
    mpq_srcptr value;
};
void number_view_open(struct number_view *view, const number *a);
void number_view_close(struct number_view *view);

static inline void power_of_ten(mpz_t result, int power)
{
    mpz_ui_pow_ui(result, 10, (unsigned long)power);
}

#endif
