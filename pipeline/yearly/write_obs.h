/*
 * An observation with what follows from it; within yearly/ only.
 */
#ifndef GONGBAO_YEARLY_WRITE_OBS_H
#define GONGBAO_YEARLY_WRITE_OBS_H

#include "model/markup.h"
#include "yearly/yearly.h"

void write_obs(struct markup *out, const struct yearly_obs *obs);

#endif
