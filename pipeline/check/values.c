/*
 * Values: there where the status says so, whole where only whole ones make
 * sense, and with the digits that their citation prints.
 */
#include "check/rules.h"

#include <stdbool.h>
#include <string.h>

#include <glib.h>

static void value_against_status(
    const struct check *check, const struct dataset_obs *obs)
{
    const char status[] = {obs->status, '\0'};
    bool is_missing = dataset_status_is_missing(obs->status);
    bool may_miss =
        is_missing || dataset_status_is_open(obs->status) ||
        (obs->status == 'B' && dataset_obs_is_confidential(obs));

    if (obs->indicator != NULL && obs->indicator->kind == KIND_EVENT) {
        if (obs->value != NULL) {
            diag_report(
                check->diag, DIAG_VALUE_ON_EVENT, obs->pos, obs->value_text);
        }
    } else if (obs->value == NULL && !may_miss) {
        diag_report(check->diag, DIAG_VALUE_MISSING, obs->pos, status);
    } else if (obs->value != NULL && is_missing) {
        diag_report(check->diag, DIAG_VALUE_UNEXPECTED, obs->pos, status,
            obs->value_text);
    }
}

static void whole_places(
    const struct check *check, const struct dataset_obs *obs)
{
    enum dataset_kind kind;

    if (obs->indicator == NULL || obs->value == NULL) {
        return;
    }
    kind = obs->indicator->kind;
    if ((kind == KIND_RANK || kind == KIND_ORDINAL) &&
        (number_sign(obs->value) <= 0 ||
            strchr(obs->value_text, '.') != NULL)) {
        diag_report(check->diag, DIAG_VALUE_WHOLE, obs->pos,
            dataset_kind_name(kind), obs->value_text);
    }
}

static void share_of_a_whole(
    const struct check *check, const struct dataset_obs *obs)
{
    const struct dataset_indicator *indicator = obs->indicator;
    g_autoptr(number) whole = NULL;

    if (indicator == NULL || indicator->kind != KIND_SHARE ||
        indicator->unit == NULL || obs->value == NULL) {
        return;
    }
    whole = number_new(
        indicator->unit->measures == MEASURE_PERMILLE ? 1000 : 100, 1);
    if (number_sign(obs->value) < 0 || number_compare(obs->value, whole) > 0) {
        diag_report(check->diag, DIAG_VALUE_SHARE, obs->pos, indicator->id,
            obs->value_text);
    }
}

/* Net changes may fall below nought; what is there, or is laid out, not. */
static void amount_of_something(
    const struct check *check, const struct dataset_obs *obs)
{
    const struct dataset_indicator *indicator = obs->indicator;

    if (indicator == NULL || indicator->unit == NULL || obs->value == NULL ||
        indicator->kind == KIND_FLOW) {
        return;
    }
    if ((indicator->unit->measures == MEASURE_COUNT_OF ||
            indicator->unit->measures == MEASURE_AREA) &&
        number_sign(obs->value) < 0) {
        diag_report(check->diag, DIAG_VALUE_NEGATIVE, obs->pos, indicator->id,
            obs->value_text);
    }
}

static void whole_count(const struct check *check, struct diag_pos pos,
    const struct dataset_obs *obs, const char *value)
{
    if (value != NULL && strchr(value, '.') != NULL) {
        diag_report(
            check->diag, DIAG_VALUE_FRACTION, pos, obs->indicator->id, value);
    }
}

/*
 * Things are counted whole.  A property ("2.5 on average") or a threshold may
 * have decimals.
 */
static void whole_counts(
    const struct check *check, const struct dataset_obs *obs)
{
    const struct dataset_indicator *indicator = obs->indicator;

    if (indicator == NULL || indicator->unit == NULL || obs->unit_mult != 0 ||
        indicator->unit->measures != MEASURE_COUNT_OF ||
        !dataset_kind_is_additive(indicator->kind)) {
        return;
    }
    whole_count(check, obs->pos, obs, obs->value_text);
    if (obs->base != NULL) {
        whole_count(check, obs->base->pos, obs, obs->base->value_text);
    }
    for (size_t i = 0; i < obs->change_count; i++) {
        const struct dataset_change *change = &obs->changes[i];

        if (change->kind == CHANGE_DIFFERENCE) {
            whole_count(check, change->pos, obs, change->value_text);
        }
    }
}

static void decimals_at_least(const struct check *check, struct diag_pos pos,
    const char *value, int decimals)
{
    if (value != NULL && decimals >= 0 && decimals < number_decimals(value)) {
        char stated[16];

        g_snprintf(stated, sizeof stated, "%d", decimals);
        diag_report(check->diag, DIAG_VALUE_DECIMALS, pos, stated, value);
    }
}

/* decimals= may add digits that were not printed, never take some away. */
static void printed_digits_count(
    const struct check *check, const struct dataset_obs *obs)
{
    decimals_at_least(check, obs->pos, obs->value_text, obs->decimals);
    for (size_t i = 0; i < obs->change_count; i++) {
        decimals_at_least(check, obs->changes[i].pos,
            obs->changes[i].value_text, obs->changes[i].decimals);
    }
}

static void qualifier_on_amounts(
    const struct check *check, const struct dataset_obs *obs)
{
    const struct dataset_indicator *indicator = obs->indicator;

    if (indicator != NULL && obs->qualifier != QUALIFIER_NONE &&
        (indicator->kind == KIND_RANK || indicator->kind == KIND_ORDINAL ||
            indicator->kind == KIND_EVENT || obs->value == NULL)) {
        diag_report(check->diag, DIAG_QUALIFIER_UNEXPECTED, obs->pos,
            dataset_qualifier_name(obs->qualifier), indicator->id,
            dataset_kind_name(indicator->kind));
    }
}

/* An amount over a period has no value at its beginning or end. */
static void phase_of_levels(
    const struct check *check, const struct dataset_obs *obs)
{
    if (obs->indicator != NULL && obs->indicator->kind == KIND_FLOW &&
        obs->phase != PHASE_NONE) {
        diag_report(check->diag, DIAG_PHASE_UNEXPECTED, obs->pos,
            dataset_phase_name(obs->phase), obs->indicator->id);
    }
}

/*
 * Reports carry the dataset: a suppressed figure is not in it at all, unless
 * confStatus= has it taken out.
 */
static void nothing_of_suppressed(
    const struct check *check, const struct dataset_obs *obs)
{
    if (obs->status != 'Q' || dataset_obs_is_confidential(obs)) {
        return;
    }
    for (size_t i = 0; i < obs->cites.count; i++) {
        if (dataset_text_has_digit(obs->cites.items[i].token)) {
            diag_report(check->diag, DIAG_VALUE_SUPPRESSED,
                obs->cites.items[i].pos, obs->cites.items[i].token);
        }
    }
    for (size_t i = 0; i < obs->change_count; i++) {
        diag_report(check->diag, DIAG_VALUE_SUPPRESSED, obs->changes[i].pos,
            obs->changes[i].value_text);
    }
}

static const struct rule items[] = {
    {.obs = value_against_status},
    {.obs = nothing_of_suppressed},
    {.obs = whole_places},
    {.obs = share_of_a_whole},
    {.obs = amount_of_something},
    {.obs = whole_counts},
    {.obs = printed_digits_count},
    {.obs = qualifier_on_amounts},
    {.obs = phase_of_levels},
};

const struct rules rules_values = RULES(items);
