/*
 * Changes against an earlier level; within yearly/ only.
 */
#ifndef GONGBAO_YEARLY_CHANGE_H
#define GONGBAO_YEARLY_CHANGE_H

#include "yearly/yearly.h"

/* True if an indicator of this kind can change in this way. */
bool change_exists(enum dataset_kind kind, enum dataset_change_kind change);

/* The levels of struct growth (model/growth.h), as figures and intervals. */
struct change_levels {
    const struct yearly_level *now;
    const struct yearly_level *before;
    const struct yearly_level *whole_now;
    const struct yearly_level *whole_before;
    int years;
    int unit_mult;
};

/* Decimals that show a difference of the two in the multiplier of now. */
int change_common_decimals(
    const struct yearly_level *now, const struct yearly_level *before);

/* The change as growth_compute makes it; value is NULL where there is none. */
struct yearly_result change_compute(struct yearly *yearly,
    enum dataset_change_kind kind, const struct change_levels *levels);

/*
 * Why there is no rate of growth between the two levels: the base is nought or
 * less, or the sign changes.
 */
enum yearly_reason change_rate_refusal(
    const struct yearly_level *now, const struct yearly_level *before);

/*
 * Fills in obs->changes against the year before and the period before, or
 * notes why not.
 */
void change_fill(struct yearly *yearly, struct yearly_obs *obs);

/* Notes an absent figure. */
void change_note_absent(
    struct yearly_obs *obs, const struct yearly_absent *absent);

#endif
