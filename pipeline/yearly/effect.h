/*
 * What the change of a part did to its whole; within yearly/ only.
 */
#ifndef GONGBAO_YEARLY_EFFECT_H
#define GONGBAO_YEARLY_EFFECT_H

#include "yearly/yearly.h"

/* The levels of a whole at two periods, or why they cannot be used. */
struct effect_whole {
    const struct yearly_level *now;
    const struct yearly_level *before;
    enum yearly_reason reason;
};

/*
 * The whole of that id beside a part's observation, and at the period base.
 */
struct effect_whole effect_find_whole(struct yearly *yearly,
    const struct yearly_obs *part, const char *whole, const char *base);

/*
 * Why a kind of effect on such a whole is not defined, where change_compute
 * has none.
 */
enum yearly_reason effect_refusal(
    enum dataset_change_kind kind, const struct effect_whole *whole);

/*
 * Fills in obs->effects on the year before, where the observation has a change
 * itself, or notes why not.
 */
void effect_fill(struct yearly *yearly, struct yearly_obs *obs);

#endif
