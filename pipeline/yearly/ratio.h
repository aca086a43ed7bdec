/*
 * Values that are computed from two others; within yearly/ only.
 */
#ifndef GONGBAO_YEARLY_RATIO_H
#define GONGBAO_YEARLY_RATIO_H

#include "yearly/yearly.h"

/*
 * Fills in obs->ratio where its indicator names the two; reports a value that
 * does not follow and is not explained.
 */
void ratio_fill(
    struct yearly *yearly, struct yearly_obs *obs, struct diag *diag);

#endif
