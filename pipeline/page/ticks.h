/*
 * Round numbers for the axis of a chart, in integers: values are whole
 * multiples of 10^-decimals, and decimals may be negative.
 */
#ifndef GONGBAO_PAGE_TICKS_H
#define GONGBAO_PAGE_TICKS_H

#include <stdint.h>

/* Larger values are cut to this. */
#define TICKS_VALUE_MAX INT64_C(1000000000000000)

struct ticks {
    int64_t first;
    int64_t step; /* 1, 2, 2.5 or 5 times a power of ten */
    int count;
};

/* Ticks that enclose low and high in about that many steps; low <= high. */
struct ticks ticks_round(int64_t low, int64_t high, int steps);

/* Reads a decimal such as "-2608.33" as a multiple of 10^-decimals. */
int64_t ticks_parse(const char *text, int decimals);

/*
 * The value with as many decimals as multiples of step need, a true minus
 * sign, and digits grouped by commas where grouped.  The caller g_frees it.
 */
char *ticks_label(int64_t value, int64_t step, int decimals, _Bool is_grouped);

#endif
