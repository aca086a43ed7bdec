/*
 * What an observation may be compared with.  A comparison needs two point
 * values of one definition; everything else has a reason that is printed.
 */
#include "yearly/earlier.h"

#include <string.h>

#include "base/arena.h"
#include "model/figure.h"

const char *earlier_period(
    struct yearly *yearly, const struct dataset_period *period)
{
    struct dataset_period before;
    const char *text = NULL;

    if (period->freq == 0 || period->year < 1) {
        return NULL;
    }
    text = arena_printf(
        yearly->arena, "%04d%s", period->year - 1, period->text + 4);
    /* 29 February has no day before it by a year. */
    return dataset_period_read(text, &before) && dataset_period_is_real(&before)
               ? text
               : NULL;
}

/* How many periods a year has. */
static int periods_a_year(char freq)
{
    return freq == 'S' ? 2 : freq == 'Q' ? 4 : freq == 'M' ? 12 : 0;
}

const char *earlier_previous(
    struct yearly *yearly, const struct dataset_period *period)
{
    int count = periods_a_year(period->freq);
    int year = period->number > 1 ? period->year : period->year - 1;
    int which = period->number > 1 ? period->number - 1 : count;

    if (count == 0 || year < 1) {
        return NULL;
    }
    return period->freq == 'M'
               ? arena_printf(yearly->arena, "%04d-%02d", year, which)
               : arena_printf(
                     yearly->arena, "%04d-%c%d", year, period->freq, which);
}

enum yearly_reason earlier_refusal(const struct yearly_obs *obs)
{
    if (obs->obs->period.freq == 0) {
        return REASON_PERIOD_UNKNOWN;
    }
    if (obs->level == NULL) {
        return REASON_MISSING;
    }
    /* "Not significant" says no more than that it is below a unit. */
    if (obs->obs->qualifier != QUALIFIER_NONE || obs->obs->status == 'N') {
        return REASON_BOUND;
    }
    return REASON_NONE;
}

static bool texts_are_same(
    const struct dataset_texts *a, const struct dataset_texts *b)
{
    bool have_common = false;

    for (size_t i = 0; i < a->count; i++) {
        const struct dataset_text *other =
            dataset_text_lookup(b, a->items[i].lang);

        if (other != NULL) {
            have_common = true;
            if (strcmp(other->text, a->items[i].text) != 0) {
                return false;
            }
        }
    }
    return have_common;
}

/* A list that is not named cannot be known to be the same one. */
static bool is_same_universe(
    const struct dataset_universe *a, const struct dataset_universe *b)
{
    return a != NULL && b != NULL && texts_are_same(&a->lists, &b->lists) &&
           texts_are_same(&a->scopes, &b->scopes);
}

/* The series breaks behind before, with now at the latest. */
static bool breaks_between(
    const struct yearly_obs *before, const struct yearly_obs *now)
{
    return now->breaks > before->breaks;
}

static enum yearly_reason compare_definitions(
    const struct yearly_obs *now, const struct yearly_obs *before)
{
    if (now->obs->status == 'B' || breaks_between(before, now)) {
        return REASON_BREAK;
    }
    if ((now->obs->status == 'D') != (before->obs->status == 'D') ||
        (now->obs->status == 'W') != (before->obs->status == 'W')) {
        return REASON_NOT_COMPARABLE;
    }
    if (now->obs->indicator->kind == KIND_RANK &&
        !is_same_universe(
            now->obs->indicator->universe, before->obs->indicator->universe)) {
        return REASON_NOT_COMPARABLE;
    }
    return REASON_NONE;
}

/* The level of the series at the period, or why there is none. */
static struct yearly_earlier find_level(const struct yearly *yearly,
    const struct yearly_obs *obs, const char *period)
{
    const struct yearly_obs *before =
        yearly_lookup(yearly, obs->obs->indicator_id, period, obs->obs->phase);
    struct yearly_earlier earlier = {.reason = REASON_NONE};

    if (before == NULL) {
        earlier.reason = REASON_NO_EARLIER_VALUE;
    } else {
        earlier.reason = earlier_refusal(before);
    }
    if (earlier.reason == REASON_NONE) {
        earlier.reason = compare_definitions(obs, before);
    }
    if (earlier.reason == REASON_NONE) {
        earlier.level = before->level;
    }
    return earlier;
}

const struct yearly_level *earlier_stated(
    struct yearly *yearly, const struct yearly_obs *obs, const char *period)
{
    const struct dataset_base *base = obs->obs->base;
    struct yearly_level *level = NULL;

    if (base == NULL || strcmp(base->period.text, period) != 0) {
        return NULL;
    }
    level = ARENA_NEW(yearly->arena, struct yearly_level);
    level->unit_mult = obs->obs->unit_mult;
    level->decimals = number_decimals(base->value_text);
    level->exact =
        yearly_keep(yearly, number_scale10(base->value, level->unit_mult));
    level->range = yearly_keep_interval(
        yearly, figure_interval(obs->obs, base->value_text, -1));
    return level;
}

struct yearly_earlier earlier_find(
    struct yearly *yearly, const struct yearly_obs *obs, const char *period)
{
    struct yearly_earlier earlier = {.reason = earlier_refusal(obs)};

    if (earlier.reason != REASON_NONE) {
        return earlier;
    }
    if (period == NULL || strcmp(period, "unknown") == 0) {
        earlier.reason =
            period == NULL ? REASON_NO_EARLIER_VALUE : REASON_PERIOD_UNKNOWN;
        return earlier;
    }
    earlier = find_level(yearly, obs, period);
    if (earlier.level == NULL) {
        earlier.level = earlier_stated(yearly, obs, period);
        earlier.is_from_base = earlier.level != NULL;
    }
    return earlier;
}

const struct yearly_obs *earlier_bounded(const struct yearly *yearly,
    const struct yearly_obs *obs, const char *period)
{
    const struct yearly_obs *before =
        yearly_lookup(yearly, obs->obs->indicator_id, period, obs->obs->phase);

    if (before == NULL || before->level == NULL || obs->level == NULL ||
        before->obs->status == 'N' || obs->obs->status == 'N' ||
        compare_definitions(obs, before) != REASON_NONE) {
        return NULL;
    }
    return before->obs->qualifier != QUALIFIER_NONE ||
                   obs->obs->qualifier != QUALIFIER_NONE
               ? before
               : NULL;
}
