/*
 * The earlier level behind a stated rate: 2608.33 at +18.65 % came from
 * 2198.24 to 2198.44, so from about 2198.  A difference stated beside the rate
 * on the same base narrows the interval.
 */
#include "base/arena.h"
#include "model/figure.h"
#include "yearly/change.h"
#include "yearly/earlier.h"
#include "yearly/stated.h"

/* value / (1 + percent/100); NULL: the rate is of -100 % or less. */
static interval *before_percent(
    const interval *value, const struct dataset_change *change)
{
    g_autoptr(number) one = number_new(1, 1);
    g_autoptr(interval) whole = interval_point(one);
    g_autoptr(interval) rate =
        interval_of_figure(change->value_text, change->decimals, -2);
    g_autoptr(interval) factor = interval_add(whole, rate);

    return number_sign(factor->lo) > 0 ? interval_div(value, factor) : NULL;
}

/* Leaves what a and b have in common; false: nothing. */
static bool narrow(interval **a, const interval *b)
{
    const number *lo = (*a)->lo;
    const number *hi = (*a)->hi;
    interval *common = NULL;

    if (!interval_overlaps(*a, b)) {
        return false;
    }
    lo = number_compare(b->lo, lo) > 0 ? b->lo : lo;
    hi = number_compare(b->hi, hi) < 0 ? b->hi : hi;
    common = interval_new(lo, hi);
    interval_free(*a);
    *a = common;
    return true;
}

/* What the differences stated on the same base leave of the interval. */
static bool apply_differences(interval **earlier, const interval *value,
    const struct dataset_obs *obs, const struct dataset_change *rate)
{
    for (size_t i = 0; i < obs->change_count; i++) {
        const struct dataset_change *change = &obs->changes[i];
        g_autoptr(interval) step = NULL;
        g_autoptr(interval) before = NULL;

        if (change->kind != CHANGE_DIFFERENCE ||
            change->basis != BASIS_PRINTED ||
            !dataset_period_equal(&change->base, &rate->base)) {
            continue;
        }
        step = figure_of_change(change, value);
        before = interval_sub(value, step);
        if (!narrow(earlier, before)) {
            return false;
        }
    }
    return true;
}

static const struct dataset_change *stated_rate(const struct dataset_obs *obs)
{
    for (size_t i = 0; i < obs->change_count; i++) {
        if (obs->changes[i].kind == CHANGE_PERCENT) {
            return &obs->changes[i];
        }
    }
    return NULL;
}

static enum yearly_reason imply(struct yearly *yearly, struct yearly_obs *obs,
    const struct dataset_change *rate)
{
    g_autoptr(interval) value =
        interval_scale10(obs->level->range, -obs->obs->unit_mult);
    g_autoptr(interval) earlier = NULL;
    g_autofree char *certain = NULL;
    struct yearly_implied *implied = NULL;

    if (dataset_change_basis(obs->obs, rate) == BASIS_COMPARABLE_PRICES) {
        return REASON_COMPARABLE_PRICES;
    }
    if (!change_exists(obs->obs->indicator->kind, CHANGE_PERCENT) ||
        rate->basis != BASIS_PRINTED) {
        return REASON_NOT_COMPARABLE;
    }
    earlier = before_percent(value, rate);
    if (earlier == NULL ||
        !apply_differences(&earlier, value, obs->obs, rate)) {
        return REASON_NOT_COMPARABLE;
    }
    certain = interval_certain(earlier);
    implied = ARENA_NEW(yearly->arena, struct yearly_implied);
    implied->period = rate->base.text;
    implied->range = yearly_keep_interval(yearly, g_steal_pointer(&earlier));
    implied->certain =
        certain == NULL ? NULL : arena_strdup(yearly->arena, certain);
    obs->implied = implied;
    return REASON_NONE;
}

void implied_fill(struct yearly *yearly, struct yearly_obs *obs)
{
    const struct dataset_change *rate = stated_rate(obs->obs);
    struct yearly_absent absent = {.what = "implied"};
    struct yearly_earlier earlier = {.reason = REASON_NONE};

    if (rate == NULL) {
        return;
    }
    earlier = earlier_find(yearly, obs, rate->base.text);
    if (earlier.level != NULL) {
        return;
    }
    absent.base = rate->base.text;
    absent.reason = earlier.reason == REASON_NO_EARLIER_VALUE
                        ? imply(yearly, obs, rate)
                        : earlier.reason;
    if (absent.reason != REASON_NONE) {
        change_note_absent(obs, &absent);
    }
}
