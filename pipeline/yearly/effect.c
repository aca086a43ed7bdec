/*
 * Contributions and pulls.  The change of a part in percent of the whole's
 * change is its contribution; in percent of the level that the whole came from
 * it is its pull, in points of the whole's growth.  So the pulls of all parts
 * add up to that growth, and a pull is there also where the whole stood still.
 */
#include "yearly/effect.h"

#include "base/arena.h"
#include "yearly/change.h"
#include "yearly/earlier.h"

#define DECIMALS 1 /* printed, where the levels are known well enough */

struct effect_whole effect_find_whole(struct yearly *yearly,
    const struct yearly_obs *part, const char *whole, const char *base)
{
    const struct dataset_indicator *indicator = part->obs->indicator;
    const struct yearly_obs *now = yearly_lookup(
        yearly, whole, part->obs->period.text, part->obs->phase);
    struct effect_whole found = {NULL, NULL, REASON_MISSING};
    struct yearly_earlier earlier;

    if (now == NULL) {
        return found;
    }
    if (g_strcmp0(indicator->unit_id, now->obs->indicator->unit_id) != 0 ||
        !dataset_kind_is_additive(now->obs->indicator->kind)) {
        found.reason = REASON_NOT_COMPARABLE;
        return found;
    }
    if (indicator->prices == PRICES_COMPARABLE ||
        now->obs->indicator->prices == PRICES_COMPARABLE) {
        found.reason = REASON_COMPARABLE_PRICES;
        return found;
    }
    earlier = earlier_find(yearly, now, base);
    found.reason = earlier.reason;
    if (earlier.level != NULL) {
        found.now = now->level;
        found.before = earlier.level;
        found.reason = REASON_NONE;
    }
    return found;
}

enum yearly_reason effect_refusal(
    enum dataset_change_kind kind, const struct effect_whole *whole)
{
    if (kind == CHANGE_CONTRIBUTION) {
        return REASON_WHOLE_UNCHANGED;
    }
    return number_sign(whole->before->exact) == 0 ? REASON_BASE_ZERO
                                                  : REASON_BASE_NEGATIVE;
}

static void fill_one(struct yearly *yearly, struct yearly_obs *obs,
    const struct yearly_effect *wanted, const struct change_levels *levels,
    const struct effect_whole *whole)
{
    struct yearly_absent absent = {
        .what = "effect",
        .kind = dataset_change_name(wanted->kind),
        .part = wanted->part,
        .reason = whole->reason,
        .base = wanted->base,
    };
    struct yearly_effect effect = *wanted;

    if (absent.reason == REASON_NONE) {
        effect.result = change_compute(yearly, wanted->kind, levels);
        if (effect.result.value == NULL) {
            absent.reason = effect_refusal(wanted->kind, whole);
        }
    }
    if (absent.reason != REASON_NONE) {
        change_note_absent(obs, &absent);
        return;
    }
    effect.decimals = yearly_decimals(yearly, &effect.result, DECIMALS);
    obs->effects[obs->effect_count++] = effect;
}

static void fill_part(struct yearly *yearly, struct yearly_obs *obs,
    const struct dataset_part_of *part, const char *base,
    const struct yearly_level *before)
{
    const struct effect_whole whole =
        effect_find_whole(yearly, obs, part->indicator_id, base);
    const struct change_levels levels = {
        .now = obs->level,
        .before = before,
        .whole_now = whole.now,
        .whole_before = whole.before,
    };
    struct yearly_effect effect = {
        .kind = CHANGE_CONTRIBUTION, .part = part, .base = base};

    fill_one(yearly, obs, &effect, &levels, &whole);
    effect.kind = CHANGE_PULL;
    fill_one(yearly, obs, &effect, &levels, &whole);
}

void effect_fill(struct yearly *yearly, struct yearly_obs *obs)
{
    const struct dataset_indicator *indicator = obs->obs->indicator;
    size_t count = indicator->part_of_count;
    const char *base = NULL;
    struct yearly_earlier earlier;

    if (count == 0 || !dataset_kind_is_additive(indicator->kind)) {
        return;
    }
    base = earlier_period(yearly, &obs->obs->period);
    earlier = earlier_find(yearly, obs, base);
    if (earlier.level == NULL) {
        return;
    }
    obs->effects =
        ARENA_ARRAY(yearly->arena, 2 * count, struct yearly_effect);
    for (size_t i = 0; i < count; i++) {
        fill_part(
            yearly, obs, &indicator->parts_of[i], base, earlier.level);
    }
}
