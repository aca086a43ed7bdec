/*
 * What each kind of change makes of levels, in intervals: the one place where
 * validate and aggregate have the arithmetic of changes from.
 */
#ifndef GONGBAO_MODEL_GROWTH_H
#define GONGBAO_MODEL_GROWTH_H

#include "base/interval.h"
#include "model/dataset.h"

/* The decimals that a root in percent is cut to. */
#define GROWTH_DECIMALS 12

/* The levels that a change lies between, in the unit. */
struct growth {
    const interval *now;
    const interval *before;
    const interval *whole_now;    /* of contribution and pull */
    const interval *whole_before; /* of contribution and pull */
    int years;                    /* of annual: from before to now */
    int unit_mult;                /* of difference and points */
};

/*
 * The change in what it is stated in: percent, points, places forward,
 * multiples of 10^unit_mult of the unit; for doublings the multiple.  NULL: it
 * is not defined, for the base is not positive, the root would be one of a
 * negative level, or the whole may not have changed.  The caller frees it.
 */
interval *growth_compute(
    enum dataset_change_kind kind, const struct growth *growth);

/*
 * The growth in percent a year between two positive levels; it rounds to fewer
 * than GROWTH_DECIMALS decimals as the true one does.  The caller frees it.
 */
number *growth_annual(const number *now, const number *before, int years);

/*
 * The years between two periods that are the same part of a year; 0: they are
 * not, or the base is not earlier.
 */
int growth_years(
    const struct dataset_period *base, const struct dataset_period *period);

/* The whole doublings in a multiple: 0 below 2, 1 below 4, 2 below 8 ... */
int growth_doublings(const number *multiple);

#endif
