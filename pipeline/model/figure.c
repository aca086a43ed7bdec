/*
 * Figures that count things are exact; all others were rounded at print.
 */
#include "model/figure.h"

#include <string.h>

#include "model/dataset.h"

static bool is_exact(const struct dataset_obs *obs, const char *value)
{
    const struct dataset_indicator *indicator = obs->indicator;

    if (indicator == NULL || strchr(value, '.') != NULL) {
        return false;
    }
    return indicator->kind == KIND_RANK || indicator->kind == KIND_ORDINAL ||
           (indicator->unit != NULL && obs->unit_mult == 0 &&
               indicator->unit->measures == MEASURE_COUNT_OF);
}

interval *figure_interval(
    const struct dataset_obs *obs, const char *value, int decimals)
{
    if (is_exact(obs, value)) {
        g_autoptr(number) exact = number_parse(value);

        return interval_point(exact);
    }
    return interval_of_figure(value, decimals, obs->unit_mult);
}

interval *figure_of_obs(const struct dataset_obs *obs)
{
    return obs->value_text != NULL
               ? figure_interval(obs, obs->value_text, obs->decimals)
               : NULL;
}

/* 2^count as a figure without decimals; counts are small, by a rule. */
static interval *multiple_of_doublings(const char *count)
{
    g_autofree char *times = g_strdup_printf("%" G_GUINT64_FORMAT,
        (guint64)1 << MIN(g_ascii_strtoull(count, NULL, 10), 63));

    return interval_of_figure(times, 0, 0);
}

interval *figure_of_change(
    const struct dataset_change *change, const interval *levels)
{
    if (change->kind == CHANGE_DOUBLINGS) {
        return multiple_of_doublings(change->value_text);
    }
    if (!dataset_change_is_ratio(change->kind) &&
        number_compare(levels->lo, levels->hi) == 0) {
        return interval_point(change->value);
    }
    return interval_of_figure(change->value_text, change->decimals, 0);
}

char *figure_text(const struct dataset_obs *obs, const char *value)
{
    if (obs->unit_mult == 0) {
        return g_strdup(value);
    }
    return g_strdup_printf("%s×10^%d", value, obs->unit_mult);
}
