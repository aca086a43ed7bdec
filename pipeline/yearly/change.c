/*
 * Changes on the year before, and on the quarter or month before.  The kind of
 * an indicator decides which exist: a share never changes by per cent, a rank
 * moves by places.
 */
#include "yearly/change.h"

#include <string.h>

#include "model/growth.h"
#include "yearly/earlier.h"

/* Those from one period to another; what else there is has its own files. */
#define CHANGES_OF_TIME                                                        \
    (1u << CHANGE_PERCENT | 1u << CHANGE_POINTS | 1u << CHANGE_PLACES |        \
        1u << CHANGE_DIFFERENCE)

bool change_exists(enum dataset_kind kind, enum dataset_change_kind change)
{
    return (dataset_kind_changes(kind) & (1u << change)) != 0;
}

/* The point of a level's interval that its figure names. */
static interval *point(const struct yearly_level *level)
{
    return level != NULL ? interval_point(level->exact) : NULL;
}

static const interval *range_of(const struct yearly_level *level)
{
    return level != NULL ? level->range : NULL;
}

/* From the figures as they stand. */
static number *point_change(
    enum dataset_change_kind kind, const struct change_levels *levels)
{
    g_autoptr(interval) now = point(levels->now);
    g_autoptr(interval) before = point(levels->before);
    g_autoptr(interval) whole_now = point(levels->whole_now);
    g_autoptr(interval) whole_before = point(levels->whole_before);
    const struct growth growth = {now, before, whole_now, whole_before,
        levels->years, levels->unit_mult};
    g_autoptr(interval) change = NULL;

    if (kind == CHANGE_ANNUAL) {
        return growth_annual(
            levels->now->exact, levels->before->exact, levels->years);
    }
    change = growth_compute(kind, &growth);
    return number_copy(change->lo);
}

struct yearly_result change_compute(struct yearly *yearly,
    enum dataset_change_kind kind, const struct change_levels *levels)
{
    const struct growth growth = {range_of(levels->now),
        range_of(levels->before), range_of(levels->whole_now),
        range_of(levels->whole_before), levels->years, levels->unit_mult};
    struct yearly_result result = {NULL, NULL};
    interval *range = growth_compute(kind, &growth);

    if (range != NULL) {
        result.range = yearly_keep_interval(yearly, range);
        result.value = yearly_keep(yearly, point_change(kind, levels));
    }
    return result;
}

enum yearly_reason change_rate_refusal(
    const struct yearly_level *now, const struct yearly_level *before)
{
    int base = number_sign(before->exact);

    if (base == 0) {
        return REASON_BASE_ZERO;
    }
    if (base * number_sign(now->exact) < 0) {
        return REASON_SIGN_CHANGE;
    }
    return base < 0 ? REASON_BASE_NEGATIVE : REASON_NONE;
}

int change_common_decimals(
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
        return change_common_decimals(obs->level, before);
    }
    return yearly_decimals(yearly, result, stated >= 0 ? stated : 1);
}

void change_note_absent(
    struct yearly_obs *obs, const struct yearly_absent *absent)
{
    obs->absents[obs->absent_count++] = *absent;
}

static enum yearly_turn turn_of(
    const struct yearly_level *now, const struct yearly_level *before)
{
    if (number_sign(now->exact) * number_sign(before->exact) >= 0) {
        return TURN_NONE;
    }
    return number_sign(now->exact) > 0 ? TURN_POSITIVE : TURN_NEGATIVE;
}

/* A comparison of an observation with an earlier period. */
struct comparison {
    enum yearly_compare compare;
    const char *period;
    struct yearly_earlier earlier;
};

static enum yearly_reason refusal(const struct yearly_obs *obs,
    enum dataset_change_kind kind, const struct yearly_level *before)
{
    if (!dataset_change_is_ratio(kind)) {
        return REASON_NONE;
    }
    if (obs->obs->indicator->prices == PRICES_COMPARABLE) {
        return REASON_COMPARABLE_PRICES;
    }
    return change_rate_refusal(obs->level, before);
}

static void add_change(struct yearly *yearly, struct yearly_obs *obs,
    enum dataset_change_kind kind, const struct comparison *with)
{
    const struct yearly_level *before = with->earlier.level;
    const struct change_levels levels = {
        .now = obs->level,
        .before = before,
        .unit_mult = obs->obs->unit_mult,
    };
    const struct yearly_absent absent = {
        .what = "change",
        .kind = dataset_change_name(kind),
        .compare = with->compare,
        .reason = refusal(obs, kind, before),
        .base = with->period,
    };
    struct yearly_change change = {
        .kind = kind,
        .compare = with->compare,
        .base = with->period,
        .is_from_base = with->earlier.is_from_base,
    };

    if (absent.reason != REASON_NONE) {
        change_note_absent(obs, &absent);
        return;
    }
    change.result = change_compute(yearly, kind, &levels);
    change.decimals = decimals_of(yearly, obs, kind, before, &change.result);
    if (kind == CHANGE_DIFFERENCE) {
        change.turn = turn_of(obs->level, before);
    }
    obs->changes[obs->change_count++] = change;
}

static void compare_with(struct yearly *yearly, struct yearly_obs *obs,
    enum yearly_compare compare, const char *period)
{
    const struct comparison with = {
        compare, period, earlier_find(yearly, obs, period)};
    const struct yearly_absent absent = {
        .what = "change",
        .compare = compare,
        .reason = with.earlier.reason,
        .base = period,
    };

    if (with.earlier.level == NULL) {
        change_note_absent(obs, &absent);
        return;
    }
    for (int i = 0; i < CHANGE_COUNT; i++) {
        enum dataset_change_kind kind = (enum dataset_change_kind)i;

        if ((CHANGES_OF_TIME & (1u << i)) != 0 &&
            change_exists(obs->obs->indicator->kind, kind)) {
            add_change(yearly, obs, kind, &with);
        }
    }
}

/* What adds up from the beginning of the year follows on nothing. */
static bool has_previous(const struct dataset_obs *obs)
{
    return !obs->indicator->is_cumulative &&
           strchr("SQM", obs->indicator->freq) != NULL &&
           obs->period.freq != '\0' && strchr("SQM", obs->period.freq) != NULL;
}

void change_fill(struct yearly *yearly, struct yearly_obs *obs)
{
    const struct dataset_obs *said = obs->obs;
    const struct yearly_absent absent = {
        .what = "change",
        .reason = REASON_NO_CHANGE_OF_THIS_KIND,
    };

    if (dataset_kind_changes(said->indicator->kind) == 0) {
        change_note_absent(obs, &absent);
        return;
    }
    compare_with(
        yearly, obs, COMPARE_YEAR, earlier_period(yearly, &said->period));
    if (has_previous(said)) {
        compare_with(yearly, obs, COMPARE_PREVIOUS,
            earlier_previous(yearly, &said->period));
    }
}
