/*
 * Shares of a whole, in percent: of the same period and phase, both point
 * values, both in one unit.  Whether parts add up is for validate to say.
 */
#include "yearly/share.h"

#include <string.h>

#include "base/arena.h"
#include "yearly/change.h"
#include "yearly/earlier.h"

#define DECIMALS 1 /* printed, where the levels are known well enough */

static enum yearly_reason refusal(const struct yearly_obs *part,
    const struct yearly_obs *whole, const struct dataset_part_of *part_of)
{
    const struct dataset_indicator *indicator = part->obs->indicator;
    enum yearly_reason reason = earlier_refusal(part);

    if (!dataset_kind_is_additive(indicator->kind) ||
        !dataset_kind_is_additive(part_of->indicator->kind) ||
        g_strcmp0(indicator->unit_id, part_of->indicator->unit_id) != 0) {
        return REASON_NOT_COMPARABLE;
    }
    if (reason != REASON_NONE) {
        return reason;
    }
    if (whole == NULL) {
        return REASON_MISSING;
    }
    reason = earlier_refusal(whole);
    if (reason != REASON_NONE) {
        return reason;
    }
    return number_sign(whole->level->exact) == 0  ? REASON_BASE_ZERO
           : number_sign(whole->level->exact) < 0 ? REASON_BASE_NEGATIVE
                                                  : REASON_NONE;
}

static struct yearly_result share_of(struct yearly *yearly,
    const struct yearly_level *part, const struct yearly_level *whole)
{
    g_autoptr(number) ratio = number_div(part->exact, whole->exact);
    g_autoptr(interval) ratios = interval_div(part->range, whole->range);
    struct yearly_result result = {
        .value = yearly_keep(yearly, number_scale10(ratio, 2)),
    };

    if (ratios != NULL) {
        result.range =
            yearly_keep_interval(yearly, interval_scale10(ratios, 2));
    }
    return result;
}

static void fill_one(struct yearly *yearly, struct yearly_obs *obs,
    const struct dataset_part_of *part_of)
{
    const struct yearly_obs *whole = yearly_lookup(
        yearly, part_of->indicator_id, obs->obs->period.text, obs->obs->phase);
    const struct yearly_absent absent = {
        .what = "share",
        .part = part_of,
        .reason = refusal(obs, whole, part_of),
    };
    struct yearly_share share = {.part = part_of};

    if (absent.reason != REASON_NONE) {
        change_note_absent(obs, &absent);
        return;
    }
    share.result = share_of(yearly, obs->level, whole->level);
    share.decimals = yearly_decimals(yearly, &share.result, DECIMALS);
    obs->shares[obs->share_count++] = share;
}

void share_fill(struct yearly *yearly, struct yearly_obs *obs)
{
    const struct dataset_indicator *indicator = obs->obs->indicator;
    size_t count = indicator->part_of_count;

    if (count == 0) {
        return;
    }
    obs->shares = ARENA_ARRAY(yearly->arena, count, struct yearly_share);
    for (size_t i = 0; i < count; i++) {
        fill_one(yearly, obs, &indicator->parts_of[i]);
    }
}
