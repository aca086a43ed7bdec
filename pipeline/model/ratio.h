/*
 * A share, a rate or a multiple, computed from the two amounts that its
 * indicator names.
 */
#ifndef GONGBAO_MODEL_RATIO_H
#define GONGBAO_MODEL_RATIO_H

#include <stdbool.h>

#include "base/interval.h"
#include "model/dataset.h"

/*
 * The power of ten that makes one of what such an indicator is measured in: 2
 * for percent, 3 for per mille, 0 for times.  -1: it is measured otherwise.
 */
int ratio_power(const struct dataset_indicator *indicator);

/*
 * True if one can be divided by the other: amounts of one unit, or for a rate
 * counts of whatever.
 */
bool ratio_is_commensurable(const struct dataset_indicator *ratio,
    const struct dataset_indicator *of, const struct dataset_indicator *to);

/*
 * of / to in what the indicator is measured in.  NULL: to may be nought.  The
 * caller frees it.
 */
interval *ratio_interval(const struct dataset_indicator *indicator,
    const interval *of, const interval *to);

#endif
