/*
 * Closed intervals of exact numbers: what a printed figure may stand for, and
 * what follows from such figures.  2608.33 stands for 2608.325 to 2608.335.
 *
 * Ownership: every function that returns an interval gives it to the caller,
 * who frees it with interval_free (or holds it in a g_autoptr(interval)).
 */
#ifndef GONGBAO_BASE_INTERVAL_H
#define GONGBAO_BASE_INTERVAL_H

#include <stdbool.h>

#include "base/number.h"

struct interval {
    number *lo; /* lo <= hi; both owned */
    number *hi;
};
typedef struct interval interval; /* for g_autoptr */

interval *interval_new(const number *lo, const number *hi); /* lo <= hi */
interval *interval_point(const number *a);
void interval_free(interval *a);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(interval, interval_free)

/*
 * The figure value (number_parse) give or take half a unit of its last digit,
 * times 10^unit_mult.  decimals, where not negative, is the count of decimals
 * that are certain when it is not the printed count: "8687" with 1 stands for
 * 8686.95 to 8687.05.  A fraction is exact: a point.  NULL: not a figure, or
 * decimals beyond INTERVAL_DECIMALS_MAX.
 */
#define INTERVAL_DECIMALS_MAX 64
interval *interval_of_figure(const char *value, int decimals, int unit_mult);

interval *interval_add(const interval *a, const interval *b);
interval *interval_sub(const interval *a, const interval *b);
/* NULL: b contains 0. */
interval *interval_div(const interval *a, const interval *b);
interval *interval_scale10(const interval *a, int power);
/* From base to now in percent: (now / base - 1) * 100.  NULL as above. */
interval *interval_percent(const interval *now, const interval *base);

/*
 * The root of every value inside, widened outwards to so many decimals where
 * an end is not rational.  NULL: a holds values below 0.
 */
interval *interval_root(const interval *a, unsigned degree, int decimals);

/* True if they have a value in common; ends count. */
bool interval_overlaps(const interval *a, const interval *b);
bool interval_contains_zero(const interval *a);

/*
 * The digits that are certain: the finest text that every value inside rounds
 * to (half away from zero), or the one that every value begins with if that is
 * finer.  "2198" for 2198.24 to 2198.44, "2200" for 2180 to 2220; "6454" for
 * 6454.4 to 6454.6, which have no rounding in common above 6450.  So a value
 * inside is always less than one unit of the last digit away, and "about" says
 * no more than that.  NULL: there is none but zero, or the interval is a
 * single value that never ends.  The caller g_frees it.
 */
char *interval_certain(const interval *a);

/*
 * The decimals, at most this many, of which the last still means something for
 * a value known to lie inside: the interval is no wider than one unit of it.
 * 0 where not even the first decimal does.
 */
int interval_decimals(const interval *a, int most);

#endif
