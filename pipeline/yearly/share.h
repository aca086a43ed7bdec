/*
 * Parts as shares of their wholes; within yearly/ only.
 */
#ifndef GONGBAO_YEARLY_SHARE_H
#define GONGBAO_YEARLY_SHARE_H

#include "yearly/yearly.h"

/* Fills in obs->shares by the partOf of its file, or notes why not. */
void share_fill(struct yearly *yearly, struct yearly_obs *obs);

#endif
