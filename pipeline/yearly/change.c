/*
 * Changes on the year before.  The kind of an indicator decides which exist:
 * a share never changes by per cent, a rank moves by places.
 */
#include "yearly/change.h"

#include "base/arena.h"
#include "yearly/earlier.h"

bool change_exists(enum dataset_kind kind, enum dataset_change_kind change)
{
    return (dataset_kind_changes(kind) & (1u << change)) != 0;
}

/* now / before - 1, in percent. */
static struct yearly_result percent_change(struct yearly *yearly,
    const struct yearly_level *now, const struct yearly_level *before)
{
    g_autoptr(number) difference = NULL;
    g_autoptr(number) ratio = NULL;
    interval *range = NULL;
    struct yearly_result result = {NULL, NULL};

    if (number_sign(before->exact) <= 0) {
        return result;
    }
    difference = number_sub(now->exact, before->exact);
    ratio = number_div(difference, before->exact);
    result.value = yearly_keep(yearly, number_scale10(ratio, 2));
    range = interval_percent(now->range, before->range);
    if (range != NULL) {
        result.range = yearly_keep_interval(yearly, range);
    }
    return result;
}

static struct yearly_result difference_change(struct yearly *yearly,
    const struct yearly_level *now, const struct yearly_level *before,
    int unit_mult)
{
    g_autoptr(number) value = number_sub(now->exact, before->exact);
    g_autoptr(interval) range = interval_sub(now->range, before->range);
    struct yearly_result result = {
        yearly_keep(yearly, number_scale10(value, -unit_mult)),
        yearly_keep_interval(yearly, interval_scale10(range, -unit_mult)),
    };

    return result;
}

struct yearly_result change_compute(struct yearly *yearly,
    enum dataset_change_kind kind, const struct yearly_level *now,
    const struct yearly_level *before, int unit_mult)
{
    switch (kind) {
    case CHANGE_PERCENT:
        return percent_change(yearly, now, before);
    case CHANGE_PLACES:
        return difference_change(yearly, before, now, 0);
    case CHANGE_POINTS:
    case CHANGE_DIFFERENCE:
        return difference_change(yearly, now, before, unit_mult);
    case CHANGE_TIMES:
    case CHANGE_DOUBLINGS:
    case CHANGE_ANNUAL:
    case CHANGE_CONTRIBUTION:
    case CHANGE_PULL:
    case CHANGE_COUNT:
        break;
    }
    return (struct yearly_result){NULL, NULL};
}

/* Decimals that show a difference of the two in the multiplier of now. */
static int common_decimals(
    const struct yearly_level *now, const struct yearly_level *before)
{
    int shifted = before->decimals + now->unit_mult - before->unit_mult;

    return MAX(0, MAX(now->decimals, shifted));
}

/*
 * To print: for a percentage those of the stated ones, or one, as far as the
 * levels are known well enough for them: "+10.0%" of 6.4 to 13.8 would invent
 * a digit.  (A difference has the digits of its levels, as readers expect.)
 */
static int decimals_of(const struct yearly *yearly,
    const struct yearly_obs *obs, enum dataset_change_kind kind,
    const struct yearly_level *before, const struct yearly_result *result)
{
    int stated = obs->series->percent_decimals;

    if (kind != CHANGE_PERCENT) {
        return common_decimals(obs->level, before);
    }
    return yearly_decimals(yearly, result, stated >= 0 ? stated : 1);
}

void change_note_absent(
    struct yearly_obs *obs, const struct yearly_absent *absent)
{
    obs->absents[obs->absent_count++] = *absent;
}

static void add_change(struct yearly *yearly, struct yearly_obs *obs,
    enum dataset_change_kind kind, const char *period,
    const struct yearly_earlier *earlier)
{
    struct yearly_change change = {
        .kind = kind,
        .base = period,
        .is_from_base = earlier->is_from_base,
        .result = change_compute(
            yearly, kind, obs->level, earlier->level, obs->obs->unit_mult),
    };
    const struct yearly_absent absent = {
        .what = "change",
        .kind = dataset_change_name(kind),
        .reason = REASON_BASE_NOT_POSITIVE,
        .base = period,
    };

    if (change.result.value != NULL) {
        change.decimals =
            decimals_of(yearly, obs, kind, earlier->level, &change.result);
        obs->changes[obs->change_count++] = change;
    } else {
        change_note_absent(obs, &absent);
    }
}

void change_fill(struct yearly *yearly, struct yearly_obs *obs)
{
    enum dataset_kind kind = obs->obs->indicator->kind;
    const char *period = earlier_period(yearly, &obs->obs->period);
    struct yearly_earlier earlier = {.reason = REASON_NONE};
    struct yearly_absent absent = {.what = "change", .base = period};

    if (dataset_kind_changes(kind) == 0) {
        absent.reason = REASON_NO_CHANGE_OF_THIS_KIND;
        absent.base = NULL;
        change_note_absent(obs, &absent);
        return;
    }
    earlier = earlier_find(yearly, obs, period);
    if (earlier.level == NULL) {
        absent.reason = earlier.reason;
        change_note_absent(obs, &absent);
        return;
    }
    for (int i = 0; i <= CHANGE_DIFFERENCE; i++) {
        enum dataset_change_kind change = (enum dataset_change_kind)i;

        if (change_exists(kind, change)) {
            add_change(yearly, obs, change, period, &earlier);
        }
    }
}
