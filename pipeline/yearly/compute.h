/*
 * Everything that follows from the joined observations.
 */
#ifndef GONGBAO_YEARLY_COMPUTE_H
#define GONGBAO_YEARLY_COMPUTE_H

#include "yearly/yearly.h"

/*
 * Fills in, for each observation, changes, verdicts on stated changes, implied
 * earlier levels and shares, and the reason for each that is absent.  Reports
 * figures of the sources that contradict each other.
 */
void yearly_compute(struct yearly *yearly, struct diag *diag);

/* The same for one; and its end, before the arena is dropped that it is in. */
void yearly_compute_obs(
    struct yearly *yearly, struct yearly_obs *obs, struct diag *diag);
void yearly_forget(struct yearly_obs *obs);

#endif
