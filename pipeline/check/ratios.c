/*
 * Changes that are ratios: to a base that is positive, over years where they
 * are per year, of a whole that the indicator is a part of, and multiples that
 * mean what the source says.
 */
#include "check/rules.h"

#include <string.h>

#include "check/multiples.h"
#include "model/growth.h"

#define YEARS_OF_GROWTH 2

/* A rule on one change. */
typedef void change_rule(const struct check *check,
    const struct dataset_obs *obs, const struct dataset_change *change);

static bool is_part_of(const struct dataset_indicator *part,
    const struct dataset_indicator *whole)
{
    for (size_t i = 0; i < part->part_of_count; i++) {
        if (part->parts_of[i].indicator == whole) {
            return true;
        }
    }
    return false;
}

static void whole_of_change(const struct check *check,
    const struct dataset_obs *obs, const struct dataset_change *change)
{
    const char *kind = dataset_change_name(change->kind);

    if (!dataset_change_is_of_whole(change->kind)) {
        if (change->of_id != NULL) {
            diag_report(
                check->diag, DIAG_CHANGE_OF_UNEXPECTED, change->pos, kind);
        }
    } else if (change->of_id == NULL) {
        diag_report(check->diag, DIAG_CHANGE_OF_MISSING, change->pos, kind,
            obs->indicator_id);
    } else if (change->of == NULL) {
        diag_report(check->diag, DIAG_UNKNOWN_REFERENCE, change->pos,
            "indicator", change->of_id);
    } else if (obs->indicator != NULL &&
               !is_part_of(obs->indicator, change->of)) {
        diag_report(check->diag, DIAG_CHANGE_OF_PART, change->pos,
            obs->indicator_id, change->of_id);
    }
}

/* A base that the source does not tell may lie years back. */
static void years_of_growth(const struct check *check,
    const struct dataset_obs *obs, const struct dataset_change *change)
{
    if (change->kind == CHANGE_ANNUAL && change->base.freq != '\0' &&
        obs->period.freq != '\0' &&
        growth_years(&change->base, &obs->period) < YEARS_OF_GROWTH) {
        diag_report(check->diag, DIAG_CHANGE_YEARS, change->pos,
            change->base.text, obs->period.text);
    }
}

/* The figure that a ratio starts from; NULL: none is given. */
static const number *base_value(const struct check *check,
    const struct dataset_obs *obs, const struct dataset_change *change,
    const char **text)
{
    const struct dataset_obs *earlier = NULL;

    if (obs->base != NULL &&
        dataset_period_equal(&obs->base->period, &change->base)) {
        *text = obs->base->value_text;
        return obs->base->value;
    }
    earlier = rules_find_obs(
        check, obs->indicator_id, change->base.text, obs->phase);
    if (earlier == NULL || earlier == obs) {
        return NULL;
    }
    *text = earlier->value_text;
    return earlier->value;
}

static void base_of_ratio(const struct check *check,
    const struct dataset_obs *obs, const struct dataset_change *change)
{
    const char *text = NULL;
    const number *base = NULL;

    if (!dataset_change_is_ratio(change->kind) ||
        dataset_change_is_of_whole(change->kind)) {
        return;
    }
    base = base_value(check, obs, change, &text);
    if (base != NULL && number_sign(base) <= 0) {
        diag_report(check->diag, DIAG_CHANGE_BASE, change->pos,
            dataset_change_name(change->kind), text);
    }
}

static bool is_count_of_doublings(const struct dataset_change *change)
{
    g_autoptr(number) most = number_new(32, 1);

    return number_sign(change->value) > 0 &&
           number_compare(change->value, most) <= 0 &&
           strchr(change->value_text, '.') == NULL;
}

static void whole_doublings(const struct check *check,
    const struct dataset_obs *obs, const struct dataset_change *change)
{
    (void)obs;
    if (change->kind == CHANGE_DOUBLINGS && !is_count_of_doublings(change)) {
        diag_report(check->diag, DIAG_CHANGE_DOUBLINGS, change->pos,
            change->value_text);
    }
}

/* The token tells a fall in multiples. */
static const char *told_as_fall(const struct dataset_change *change)
{
    g_autoptr(GString) figure = g_string_new(NULL);

    for (size_t i = 0; i < change->cites.count; i++) {
        const char *token = change->cites.items[i].token;

        if (multiples_read(token, figure) == MULTIPLES_FALL) {
            return token;
        }
    }
    return NULL;
}

static void multiple_of_base(const struct check *check,
    const struct dataset_obs *obs, const struct dataset_change *change)
{
    g_autoptr(number) level = NULL;
    const char *fall = NULL;

    (void)obs;
    if (change->kind != CHANGE_TIMES) {
        return;
    }
    level = multiples_of_growth(change);
    fall = told_as_fall(change);
    if (fall != NULL) {
        diag_report(check->diag, DIAG_CHANGE_TIMES_FALL, change->pos, fall);
    } else if (number_sign(change->value) <= 0) {
        diag_report(check->diag, DIAG_CHANGE_TIMES_POSITIVE, change->pos,
            change->value_text);
    } else if (level != NULL && number_compare(level, change->value) != 0) {
        g_autofree char *right = number_text(level);

        diag_report(check->diag, DIAG_CHANGE_TIMES_GROWTH, change->pos, right,
            change->value_text);
    }
}

bool rules_is_readable_change(const struct dataset_change *change)
{
    g_autoptr(number) level = NULL;

    if (change->kind == CHANGE_DOUBLINGS) {
        return is_count_of_doublings(change);
    }
    if (change->kind != CHANGE_TIMES) {
        return true;
    }
    level = multiples_of_growth(change);
    return number_sign(change->value) > 0 && told_as_fall(change) == NULL &&
           (level == NULL || number_compare(level, change->value) == 0);
}

static change_rule *const change_rules[] = {
    whole_of_change,
    years_of_growth,
    base_of_ratio,
    whole_doublings,
    multiple_of_base,
};

static void ratios(const struct check *check, const struct dataset_obs *obs)
{
    for (size_t i = 0; i < obs->change_count; i++) {
        for (size_t j = 0; j < G_N_ELEMENTS(change_rules); j++) {
            change_rules[j](check, obs, &obs->changes[i]);
        }
    }
}

static const struct rule items[] = {
    {.obs = ratios},
};

const struct rules rules_ratios = RULES(items);
