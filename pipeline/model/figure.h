/*
 * What the printed figures of an observation allow.
 */
#ifndef GONGBAO_MODEL_FIGURE_H
#define GONGBAO_MODEL_FIGURE_H

#include "base/interval.h"

struct dataset_change;
struct dataset_obs;

/*
 * The values that a figure of this observation (its own value, a stated base,
 * a part) may stand for, in the unit: half a unit of its last digit either
 * way.  decimals as in interval_of_figure.  Places, ordinals and counts of
 * whole things without multiplier are exact.  The caller frees it.
 */
interval *figure_interval(
    const struct dataset_obs *obs, const char *value, int decimals);

/* The same for the observation's own value; NULL: it has none. */
interval *figure_of_obs(const struct dataset_obs *obs);

/*
 * The values that a stated change may stand for, in what growth_compute makes
 * of levels, which it is held against; where that is a single value,
 * differences, points and places are exact too, for whole things have no
 * digits to round.  One doubling is what rounds to 2 times.  The caller frees
 * it.
 */
interval *figure_of_change(
    const struct dataset_change *change, const interval *levels);

/* A figure of this observation for messages: "2608.33×10^8". Caller frees. */
char *figure_text(const struct dataset_obs *obs, const char *value);

#endif
