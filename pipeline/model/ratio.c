/*
 * Ratios of two amounts, as intervals of what their digits allow.
 */
#include "model/ratio.h"

#include <string.h>

int ratio_power(const struct dataset_indicator *indicator)
{
    if (indicator->unit == NULL) {
        return -1;
    }
    if (indicator->unit->measures == MEASURE_PERCENT) {
        return 2;
    }
    if (indicator->unit->measures == MEASURE_PERMILLE) {
        return 3;
    }
    return indicator->unit->measures == MEASURE_TIMES ? 0 : -1;
}

bool ratio_is_commensurable(const struct dataset_indicator *ratio,
    const struct dataset_indicator *of, const struct dataset_indicator *to)
{
    if (!dataset_kind_is_additive(of->kind) ||
        !dataset_kind_is_additive(to->kind) || of->unit == NULL ||
        to->unit == NULL) {
        return false;
    }
    return strcmp(of->unit->id, to->unit->id) == 0 ||
           (ratio->kind == KIND_RATE &&
               of->unit->measures == MEASURE_COUNT_OF &&
               to->unit->measures == MEASURE_COUNT_OF);
}

interval *ratio_interval(const struct dataset_indicator *indicator,
    const interval *of, const interval *to)
{
    g_autoptr(interval) quotient = interval_div(of, to);

    return quotient != NULL
               ? interval_scale10(quotient, ratio_power(indicator))
               : NULL;
}
