/*
 * What follows from a bound is a bound: over 130 of 236 is a share of more
 * than 55%; within yearly/ only.
 */
#ifndef GONGBAO_YEARLY_BOUND_H
#define GONGBAO_YEARLY_BOUND_H

#include "yearly/yearly.h"

/*
 * Fills in obs->bounds: shares, and changes on the year before, of which one
 * level or both have a qualifier that bounds it on one side.
 */
void bound_fill(struct yearly *yearly, struct yearly_obs *obs);

#endif
