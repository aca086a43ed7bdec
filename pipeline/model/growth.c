/*
 * Changes as intervals of what the printed digits of the levels allow.
 */
#include "model/growth.h"

#include <string.h>

static interval *percent(const struct growth *growth)
{
    return number_sign(growth->before->lo) > 0
               ? interval_percent(growth->now, growth->before)
               : NULL;
}

static interval *times(const struct growth *growth)
{
    return number_sign(growth->before->lo) > 0
               ? interval_div(growth->now, growth->before)
               : NULL;
}

/* A factor a year, less one, in percent. */
static number *factor_percent(const number *factor)
{
    g_autoptr(number) one = number_new(1, 1);
    g_autoptr(number) growth = number_sub(factor, one);

    return number_scale10(growth, 2);
}

static interval *annual(const struct growth *growth)
{
    g_autoptr(interval) ratio = growth->years > 0 ? times(growth) : NULL;
    g_autoptr(interval) factor =
        ratio != NULL ? interval_root(ratio, (unsigned)growth->years,
                            GROWTH_DECIMALS + 2)
                      : NULL;
    g_autoptr(number) lo = NULL;
    g_autoptr(number) hi = NULL;

    if (factor == NULL) {
        return NULL;
    }
    lo = factor_percent(factor->lo);
    hi = factor_percent(factor->hi);
    return interval_new(lo, hi);
}

number *growth_annual(const number *now, const number *before, int years)
{
    g_autoptr(number) ratio = number_div(now, before);
    g_autoptr(number) factor =
        number_root(ratio, (unsigned)years, GROWTH_DECIMALS + 2, ROOT_NEAR);

    return factor_percent(factor);
}

/* The change of the part in percent of something of the whole. */
static interval *effect(const struct growth *growth, const interval *of)
{
    g_autoptr(interval) change = interval_sub(growth->now, growth->before);
    g_autoptr(interval) ratio = interval_div(change, of);

    return ratio != NULL ? interval_scale10(ratio, 2) : NULL;
}

static interval *contribution(const struct growth *growth)
{
    g_autoptr(interval) whole =
        interval_sub(growth->whole_now, growth->whole_before);

    return effect(growth, whole);
}

static interval *pull(const struct growth *growth)
{
    return number_sign(growth->whole_before->lo) > 0
               ? effect(growth, growth->whole_before)
               : NULL;
}

static interval *difference(
    const interval *now, const interval *before, int unit_mult)
{
    g_autoptr(interval) change = interval_sub(now, before);

    return interval_scale10(change, -unit_mult);
}

interval *growth_compute(
    enum dataset_change_kind kind, const struct growth *growth)
{
    switch (kind) {
    case CHANGE_PERCENT:
        return percent(growth);
    case CHANGE_POINTS:
    case CHANGE_DIFFERENCE:
        return difference(growth->now, growth->before, growth->unit_mult);
    case CHANGE_PLACES:
        return difference(growth->before, growth->now, 0);
    case CHANGE_TIMES:
    case CHANGE_DOUBLINGS:
        return times(growth);
    case CHANGE_ANNUAL:
        return annual(growth);
    case CHANGE_CONTRIBUTION:
        return contribution(growth);
    case CHANGE_PULL:
        return pull(growth);
    case CHANGE_COUNT:
        break;
    }
    g_assert_not_reached();
}

int growth_years(
    const struct dataset_period *base, const struct dataset_period *period)
{
    if (base->freq == '\0' || base->freq != period->freq ||
        strcmp(base->text + 4, period->text + 4) != 0) {
        return 0;
    }
    return MAX(0, period->year - base->year);
}

int growth_doublings(const number *multiple)
{
    g_autoptr(number) power = number_new(2, 1);
    int count = 0;

    while (number_compare(power, multiple) <= 0) {
        g_autoptr(number) before = g_steal_pointer(&power);

        power = number_add(before, before);
        count++;
    }
    return count;
}
