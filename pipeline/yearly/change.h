/*
 * Changes against an earlier level; within yearly/ only.
 */
#ifndef GONGBAO_YEARLY_CHANGE_H
#define GONGBAO_YEARLY_CHANGE_H

#include "yearly/yearly.h"

/* True if an indicator of this kind can change in this way. */
bool change_exists(enum dataset_kind kind, enum dataset_change_kind change);

/*
 * The change from one level to another: percent of the earlier one; places
 * forward; points and difference in multiples of 10^unit_mult of the unit.
 * value is NULL where a percentage has no positive base.
 */
struct yearly_result change_compute(struct yearly *yearly,
    enum dataset_change_kind kind, const struct yearly_level *now,
    const struct yearly_level *before, int unit_mult);

/* Decimals that show a difference of the two in the multiplier of now. */
int change_common_decimals(
    const struct yearly_level *now, const struct yearly_level *before);

/* Fills in obs->changes against the year before, or notes why not. */
void change_fill(struct yearly *yearly, struct yearly_obs *obs);

/* Notes an absent figure. */
void change_note_absent(
    struct yearly_obs *obs, const struct yearly_absent *absent);

#endif
