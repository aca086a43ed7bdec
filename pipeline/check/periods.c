/*
 * Time: days that the calendar has, periods as long as the frequency says,
 * nothing observed before it happened, and bases earlier than what is
 * compared with them.
 */
#include "check/rules.h"

static void in_calendar(const struct check *check, struct diag_pos pos,
    const struct dataset_period *period)
{
    if (!dataset_period_is_real(period)) {
        diag_report(check->diag, DIAG_PERIOD_CALENDAR, pos, period->text);
    }
}

static void obs_calendar(
    const struct check *check, const struct dataset_obs *obs)
{
    in_calendar(check, obs->pos, &obs->period);
    if (obs->base != NULL) {
        in_calendar(check, obs->base->pos, &obs->base->period);
    }
    for (size_t i = 0; i < obs->change_count; i++) {
        in_calendar(check, obs->changes[i].pos, &obs->changes[i].base);
    }
}

static void source_dates(const struct check *check)
{
    const struct dataset *dataset = check->dataset;

    for (size_t i = 0; i < dataset->source_count; i++) {
        const struct dataset_source *source = &dataset->sources[i];
        const struct dataset_period *published = &source->published;

        in_calendar(check, source->pos, published);
        if (dataset_period_is_before(&dataset->prepared, published)) {
            diag_report(check->diag, DIAG_PERIOD_AFTER_PREPARED, source->pos,
                published->text, dataset->prepared.text);
        }
    }
}

/* A file is about a year that has begun, unless it forecasts. */
static void year_has_begun(const struct check *check)
{
    const struct dataset *dataset = check->dataset;
    char year[16];

    if (dataset->year <= dataset->prepared.year) {
        return;
    }
    for (size_t i = 0; i < dataset->obs_count; i++) {
        if (dataset->obs[i].status == 'F') {
            return;
        }
    }
    g_snprintf(year, sizeof year, "%d", dataset->year);
    diag_report(check->diag, DIAG_YEAR_AFTER_PREPARED, dataset->pos, year,
        dataset->prepared.text);
}

/* Events are dated as exactly as the source does, whatever the frequency. */
static void period_against_frequency(
    const struct check *check, const struct dataset_obs *obs)
{
    const struct dataset_indicator *indicator = obs->indicator;

    if (indicator == NULL || indicator->kind == KIND_EVENT ||
        indicator->freq == 'N' || obs->period.freq == '\0') {
        return;
    }
    if (obs->period.freq != indicator->freq && !dataset_obs_is_sum(obs)) {
        const char freq[] = {indicator->freq, '\0'};
        const char own[] = {obs->period.freq, '\0'};

        diag_report(check->diag, DIAG_PERIOD_FREQUENCY, obs->pos,
            obs->period.text, own, indicator->id, freq);
    }
}

/* Forecasts may lie in the future; what bears status F is one. */
static void period_has_begun(
    const struct check *check, const struct dataset_obs *obs)
{
    const struct dataset_period *prepared = &check->dataset->prepared;

    if (obs->status != 'F' &&
        dataset_period_is_before(prepared, &obs->period)) {
        diag_report(check->diag, DIAG_PERIOD_AFTER_PREPARED, obs->pos,
            obs->period.text, prepared->text);
    }
}

static void base_is_earlier(const struct check *check, struct diag_pos pos,
    const struct dataset_period *base, const struct dataset_period *period)
{
    if (base->freq != '\0' && period->freq != '\0' &&
        !dataset_period_is_before(base, period)) {
        diag_report(
            check->diag, DIAG_BASE_NOT_EARLIER, pos, base->text, period->text);
    }
}

static void bases_are_earlier(
    const struct check *check, const struct dataset_obs *obs)
{
    if (obs->base != NULL) {
        base_is_earlier(
            check, obs->base->pos, &obs->base->period, &obs->period);
    }
    for (size_t i = 0; i < obs->change_count; i++) {
        base_is_earlier(
            check, obs->changes[i].pos, &obs->changes[i].base, &obs->period);
    }
}

static const struct rule items[] = {
    {.dataset = source_dates},
    {.dataset = year_has_begun},
    {.obs = obs_calendar},
    {.obs = period_against_frequency},
    {.obs = period_has_begun},
    {.obs = bases_are_earlier},
};

const struct rules rules_periods = RULES(items);
