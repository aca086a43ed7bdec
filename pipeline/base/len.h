/*
 * Lengths.  One unit everywhere between the document tree and the page
 * device: 1/65536 of a PDF point (1/72 inch), in 64 bits.  No floating point:
 * the same page on every processor.
 */
#ifndef GONGBAO_BASE_LEN_H
#define GONGBAO_BASE_LEN_H

#include <stdbool.h>
#include <stdint.h>

typedef int64_t len; /* 1/65536 pt */

#define LEN_PT ((len)65536)

/* n thousandths of a point; len_milli(10500) is 10.5 pt. */
static inline len len_milli(int64_t n)
{
    return (n * LEN_PT + (n < 0 ? -500 : 500)) / 1000;
}

/* n thousandths of a millimetre, to the nearest unit. */
static inline len len_micrometre(int64_t n)
{
    int64_t scaled = n * LEN_PT * 72;

    return (scaled + (n < 0 ? -12700 : 12700)) / 25400;
}

/* length * numerator / denominator to the nearest unit, halves away from 0. */
static inline len len_scale(len length, int64_t numerator, int64_t denominator)
{
    int64_t scaled = length * numerator;
    int64_t half = denominator / 2;

    return (scaled + (scaled < 0 ? -half : half)) / denominator;
}

/* Unlike MAX and MIN these work out what they are given once. */
static inline len len_max(len a, len b)
{
    return a > b ? a : b;
}
static inline len len_min(len a, len b)
{
    return a < b ? a : b;
}

/*
 * Reads "10.5pt", "25mm", "2.5cm", "1.5em" or "0"; em is the length of one em
 * where the text stands.  At most four decimals.  False: text is not a length.
 */
bool len_parse(const char *text, len em, len *result);

/* Whole thousandths of a point, for traces and messages; nearest. */
static inline int64_t len_to_milli(len length)
{
    int64_t scaled = length * 1000;

    return (scaled + (scaled < 0 ? -LEN_PT / 2 : LEN_PT / 2)) / LEN_PT;
}

#endif
