/*
 * Values of parts of a year: those that add up from its beginning, and those
 * of the year that the values of its parts add up to.
 */
#include "check/rules.h"

#include <string.h>

#include "base/interval.h"
#include "model/figure.h"

static void cumulative_flow(
    const struct check *check, const struct dataset_indicator *indicator)
{
    if (indicator->is_cumulative && (indicator->kind != KIND_FLOW ||
                                        dataset_months(indicator->freq) == 0)) {
        const char freq[] = {indicator->freq, '\0'};

        diag_report(check->diag, DIAG_CUMULATIVE_FLOW, indicator->pos,
            indicator->id, dataset_kind_name(indicator->kind), freq);
    }
}

/* The period of these months, as its key is written. */
static void write_period(char text[16], char freq, int year, int first)
{
    if (freq == 'M') {
        g_snprintf(text, 16, "%04d-%02d", year, first);
    } else {
        g_snprintf(text, 16, "%04d-%c%d", year, freq,
            (first - 1) / dataset_months(freq) + 1);
    }
}

/* The sum over the periods that make up obs; NULL: one has no point value. */
static interval *sum_of_periods(const struct check *check,
    const struct dataset_obs *obs, int *count, bool *is_explained)
{
    char freq = obs->indicator->freq;
    int last = obs->period.last / 100 % 100;
    g_autoptr(number) zero = number_new(0, 1);
    g_autoptr(interval) sum = interval_point(zero);

    for (int month = obs->period.first / 100 % 100; month <= last;
         month += dataset_months(freq)) {
        char text[16];
        const struct dataset_obs *part = NULL;
        g_autoptr(interval) before = NULL;
        g_autoptr(interval) value = NULL;

        write_period(text, freq, obs->period.year, month);
        part = rules_find_obs(check, obs->indicator_id, text, obs->phase);
        if (part == NULL || part->value == NULL ||
            part->qualifier != QUALIFIER_NONE) {
            return NULL;
        }
        *is_explained =
            *is_explained || dataset_notes_have(&part->notes, NOTE_SUM);
        (*count)++;
        value = figure_of_obs(part);
        before = g_steal_pointer(&sum);
        sum = interval_add(before, value);
    }
    return g_steal_pointer(&sum);
}

static void report_sum(const struct check *check, const struct dataset_obs *obs,
    const interval *sum, int count)
{
    g_autoptr(number) half = number_new(1, 2);
    g_autoptr(number) both = number_add(sum->lo, sum->hi);
    g_autoptr(number) middle = number_mul(both, half);
    g_autoptr(number) scaled = number_scale10(middle, -obs->unit_mult);
    g_autofree char *text = number_text(scaled);
    char parts[16];

    g_snprintf(parts, sizeof parts, "%d", count);
    diag_report(check->diag, DIAG_PERIOD_SUM, obs->pos, parts,
        obs->period.text, obs->indicator_id, text, obs->value_text);
}

static void periods_add_up(
    const struct check *check, const struct dataset_obs *obs)
{
    bool is_explained = dataset_notes_have(&obs->notes, NOTE_SUM);
    int count = 0;
    g_autoptr(interval) sum = NULL;
    g_autoptr(interval) total = NULL;

    if (!dataset_obs_is_sum(obs) || obs->value == NULL ||
        obs->qualifier != QUALIFIER_NONE) {
        return;
    }
    sum = sum_of_periods(check, obs, &count, &is_explained);
    total = figure_of_obs(obs);
    if (sum != NULL && !is_explained && !interval_overlaps(sum, total)) {
        report_sum(check, obs, sum, count);
    }
}

static const struct rule items[] = {
    {.indicator = cumulative_flow},
    {.obs = periods_add_up},
};

const struct rules rules_spans = RULES(items);
