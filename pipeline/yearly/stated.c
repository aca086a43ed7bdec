/*
 * Compares stated changes with the levels.  Both sides are intervals of what
 * their printed digits allow; a change agrees where these overlap.
 */
#include "yearly/stated.h"

#include "base/arena.h"
#include "base/diag.h"
#include "model/figure.h"
#include "model/growth.h"
#include "yearly/change.h"
#include "yearly/earlier.h"
#include "yearly/effect.h"

static void report_difference(const struct yearly_obs *obs,
    const struct yearly_stated *stated, struct diag *diag)
{
    const interval *range = stated->computed.range;
    int printed = MAX(
        stated->change->decimals, number_decimals(stated->change->value_text));
    int decimals = stated->change->kind == CHANGE_PLACES ? 0 : printed + 2;
    g_autofree char *lo =
        number_round_text(range->lo, decimals, ROUNDING_HALF_UP);
    g_autofree char *hi =
        number_round_text(range->hi, decimals, ROUNDING_HALF_UP);

    diag_report(diag, DIAG_STATED_DIFFERS, stated->change->pos,
        stated->change->value_text, obs->obs->indicator_id,
        stated->change->base.text, lo, hi);
}

/*
 * The level that a stated change is held against: the one stated beside it,
 * on which it rests, or else that of the series.
 */
static struct yearly_earlier level_behind(struct yearly *yearly,
    const struct yearly_obs *obs, const struct dataset_change *change)
{
    const char *period = change->base.text;
    struct yearly_earlier earlier = {.reason = earlier_refusal(obs)};

    if (!change_exists(obs->obs->indicator->kind, change->kind)) {
        earlier.reason = REASON_NO_CHANGE_OF_THIS_KIND;
    }
    if (earlier.reason == REASON_NONE) {
        earlier.level = earlier_stated(yearly, obs, period);
        earlier.is_from_base = earlier.level != NULL;
    }
    if (earlier.reason == REASON_NONE && earlier.level == NULL) {
        earlier = earlier_find(yearly, obs, period);
    }
    return earlier;
}

static enum yearly_verdict judge(const struct yearly_obs *obs,
    const struct dataset_change *change, const struct yearly_result *computed)
{
    const interval *range = computed->range;
    g_autoptr(interval) said = figure_of_change(change, range);

    if (interval_overlaps(said, range)) {
        return VERDICT_AGREES;
    }
    return dataset_change_basis(obs->obs, change) == BASIS_PRINTED
               ? VERDICT_DIFFERS
               : VERDICT_EXPLAINED;
}

/* Why a change has no value, where the levels are there. */
static enum yearly_reason undefined(const struct yearly_obs *obs,
    const struct dataset_change *change, const struct yearly_level *before,
    const struct effect_whole *whole)
{
    enum yearly_reason reason = change_rate_refusal(obs->level, before);

    if (dataset_change_is_of_whole(change->kind)) {
        return effect_refusal(change->kind, whole);
    }
    /* Of positive levels only growth a year is not always there. */
    return reason != REASON_NONE ? reason : REASON_NOT_COMPARABLE;
}

/* The dataset says itself why it cannot be compared. */
static bool is_explained(
    enum yearly_reason reason, const struct dataset_change *change)
{
    return (reason == REASON_BREAK && change->basis == BASIS_BREAK) ||
           (reason == REASON_NOT_COMPARABLE &&
               change->basis == BASIS_OTHER_UNIVERSE);
}

/* The verdict where there is nothing to compare with. */
static enum yearly_verdict without_levels(
    enum yearly_reason reason, const struct dataset_change *change)
{
    if (reason == REASON_NO_CHANGE_OF_THIS_KIND) {
        return VERDICT_DIFFERS;
    }
    return is_explained(reason, change) ? VERDICT_EXPLAINED : VERDICT_UNCHECKED;
}

static void check(struct yearly *yearly, const struct yearly_obs *obs,
    struct yearly_stated *stated)
{
    const struct dataset_change *change = stated->change;
    struct yearly_earlier earlier = level_behind(yearly, obs, change);
    struct effect_whole whole = {NULL, NULL, REASON_NONE};
    struct change_levels levels = {
        .now = obs->level,
        .before = earlier.level,
        .years = growth_years(&change->base, &obs->obs->period),
        .unit_mult = obs->obs->unit_mult,
    };

    stated->verdict = without_levels(earlier.reason, change);
    stated->reason = earlier.reason;
    if (earlier.level != NULL && dataset_change_is_of_whole(change->kind)) {
        whole = effect_find_whole(
            yearly, obs, change->of_id, change->base.text);
        levels.whole_now = whole.now;
        levels.whole_before = whole.before;
        stated->reason = whole.reason;
    }
    if (stated->reason != REASON_NONE) {
        return;
    }
    stated->computed = change_compute(yearly, change->kind, &levels);
    if (stated->computed.value == NULL) {
        stated->reason = undefined(obs, change, earlier.level, &whole);
        return;
    }
    stated->is_from_base = earlier.is_from_base;
    stated->verdict = judge(obs, change, &stated->computed);
}

void stated_fill(
    struct yearly *yearly, struct yearly_obs *obs, struct diag *diag)
{
    size_t count = obs->obs->change_count;

    if (count == 0) {
        return;
    }
    obs->stated = ARENA_ARRAY(yearly->arena, count, struct yearly_stated);
    for (size_t i = 0; i < count; i++) {
        struct yearly_stated *stated = &obs->stated[i];

        stated->change = &obs->obs->changes[i];
        check(yearly, obs, stated);
        if (stated->verdict == VERDICT_DIFFERS &&
            stated->computed.value != NULL) {
            report_difference(obs, stated, diag);
        }
    }
}

struct yearly_result stated_instead(struct yearly *yearly,
    const struct yearly_obs *obs, const struct dataset_change *change,
    enum dataset_change_kind *kind)
{
    unsigned kinds = dataset_kind_changes(obs->obs->indicator->kind);
    struct yearly_earlier earlier =
        earlier_find(yearly, obs, change->base.text);
    struct change_levels levels = {
        .now = obs->level,
        .before = earlier.level,
        .years = growth_years(&change->base, &obs->obs->period),
        .unit_mult = obs->obs->unit_mult,
    };
    struct yearly_result nothing = {NULL, NULL};

    if (kinds == 0 || earlier.level == NULL) {
        return nothing;
    }
    *kind = CHANGE_PERCENT;
    while ((kinds & (1u << *kind)) == 0) {
        (*kind)++;
    }
    return change_compute(yearly, *kind, &levels);
}
