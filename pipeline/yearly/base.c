/*
 * Stated bases beside the levels of their periods.
 */
#include "yearly/base.h"

#include "yearly/earlier.h"

/*
 * The dataset says that the stated base is another than was published; basis
 * is set to why, where it is one of the reasons that have a name.
 */
static bool has_own_base(
    const struct dataset_obs *obs, enum dataset_basis *basis)
{
    *basis = obs->status == 'B' ? BASIS_BREAK : BASIS_PRINTED;
    for (size_t i = 0; i < obs->change_count; i++) {
        if (obs->changes[i].basis != BASIS_PRINTED) {
            *basis = obs->changes[i].basis;
            return true;
        }
    }
    return obs->status == 'B' || dataset_notes_have(&obs->notes, NOTE_BASE);
}

struct yearly_base base_compare(
    struct yearly *yearly, const struct yearly_obs *obs)
{
    const struct dataset_base *base = obs->obs->base;
    struct yearly_base result = {.verdict = VERDICT_UNCHECKED};
    const struct yearly_obs *before = yearly_lookup(
        yearly, obs->obs->indicator_id, base->period.text, obs->obs->phase);

    result.reason = before == NULL || before == obs ? REASON_NO_EARLIER_VALUE
                                                    : earlier_refusal(before);
    if (result.reason != REASON_NONE) {
        return result;
    }
    result.before = before;
    result.said = earlier_stated(yearly, obs, base->period.text);
    if (interval_overlaps(result.said->range, before->level->range)) {
        result.verdict = VERDICT_AGREES;
    } else {
        result.verdict = has_own_base(obs->obs, &result.basis)
                             ? VERDICT_EXPLAINED
                             : VERDICT_DIFFERS;
    }
    return result;
}
