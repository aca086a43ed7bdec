/*
 * Changes that a source states, compared with what the levels give, and the
 * earlier level that a stated rate implies; within yearly/ only.
 */
#ifndef GONGBAO_YEARLY_STATED_H
#define GONGBAO_YEARLY_STATED_H

#include "yearly/yearly.h"

/* Fills in obs->stated; reports what does not follow and is not explained. */
void stated_fill(
    struct yearly *yearly, struct yearly_obs *obs, struct diag *diag);

/*
 * What the levels give for a change of a kind that the indicator cannot have,
 * as one of a kind that it can; value is NULL where they give nothing.
 */
struct yearly_result stated_instead(struct yearly *yearly,
    const struct yearly_obs *obs, const struct dataset_change *change,
    enum dataset_change_kind *kind);

/* Fills in obs->implied where a stated rate is all that leads back. */
void implied_fill(struct yearly *yearly, struct yearly_obs *obs);

#endif
