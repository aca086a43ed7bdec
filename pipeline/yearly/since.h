/*
 * What became of a level since its series began; within yearly/ only.
 */
#ifndef GONGBAO_YEARLY_SINCE_H
#define GONGBAO_YEARLY_SINCE_H

#include "yearly/yearly.h"

/*
 * Fills in obs->sinces of the report year's observation of a yearly series:
 * how many times the level of the first year that compares, how often doubled,
 * and the growth a year; or notes why there is no growth a year.
 */
void since_fill(struct yearly *yearly, struct yearly_obs *obs);

#endif
