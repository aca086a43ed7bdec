/*
 * Shares, rates and multiples: each says what it is computed from, and
 * follows from that as far as printed digits can tell.
 */
#include "check/rules.h"

#include "base/i18n.h"
#include "base/interval.h"
#include "model/figure.h"
#include "model/ratio.h"

static bool can_be_ratio(enum dataset_kind kind)
{
    return kind == KIND_SHARE || kind == KIND_RATE || kind == KIND_MULTIPLE;
}

static void ratio_of_kind(
    const struct check *check, const struct dataset_indicator *indicator)
{
    const struct dataset_ratio *ratio = indicator->ratio;

    if (ratio == NULL) {
        return;
    }
    if (!can_be_ratio(indicator->kind)) {
        diag_report(check->diag, DIAG_RATIO_KIND, ratio->pos, indicator->id,
            dataset_kind_name(indicator->kind));
    } else if (ratio->group != NULL && indicator->kind != KIND_SHARE) {
        diag_report(check->diag, DIAG_RATIO_GROUP, ratio->pos, indicator->id,
            dataset_kind_name(indicator->kind));
    }
}

static void both_or_neither(const struct check *check, struct diag_pos pos,
    const char *first, bool has_first, const char *second, bool has_second)
{
    if (has_first != has_second) {
        diag_report(check->diag, DIAG_RATIO_INCOMPLETE, pos,
            has_first ? first : second, has_first ? second : first);
    }
}

static void ratio_is_complete(
    const struct check *check, const struct dataset_indicator *indicator)
{
    const struct dataset_ratio *ratio = indicator->ratio;

    if (ratio == NULL) {
        return;
    }
    both_or_neither(check, ratio->pos, "of", ratio->of_id != NULL, "to",
        ratio->to_id != NULL);
    both_or_neither(check, ratio->pos, "group", ratio->group != NULL,
        "exhaustive", ratio->has_exhaustive);
    if (ratio->of_id == NULL && ratio->to_id == NULL && ratio->group == NULL &&
        !ratio->has_exhaustive) {
        diag_report(check->diag, DIAG_RATIO_EMPTY, ratio->pos);
    }
}

static void ratio_of_two_amounts(
    const struct check *check, const struct dataset_indicator *indicator)
{
    const struct dataset_ratio *ratio = indicator->ratio;

    if (ratio == NULL || ratio->of == NULL || ratio->to == NULL) {
        return;
    }
    if (ratio->of == indicator || ratio->to == indicator ||
        ratio->of == ratio->to) {
        diag_report(check->diag, DIAG_RATIO_ITSELF, ratio->pos, indicator->id,
            ratio->of_id, ratio->to_id);
    } else if (can_be_ratio(indicator->kind) &&
               !ratio_is_commensurable(indicator, ratio->of, ratio->to)) {
        diag_report(check->diag, DIAG_RATIO_UNIT, ratio->pos, ratio->of_id,
            ratio->to_id, indicator->id);
    }
}

/* ---- The value and its basis ---- */

static void basis_of_ratios(
    const struct check *check, const struct dataset_obs *obs)
{
    const struct dataset_indicator *indicator = obs->indicator;

    if (obs->basis == BASIS_PRINTED || indicator == NULL) {
        return;
    }
    if (indicator->ratio == NULL || indicator->ratio->of_id == NULL) {
        diag_report(check->diag, DIAG_BASIS_UNEXPECTED, obs->pos,
            indicator->id);
    } else if (!dataset_notes_have(&obs->notes, NOTE_BASE)) {
        diag_report(check->diag, DIAG_BASIS_NOTE, obs->pos,
            dataset_basis_name(obs->basis));
    }
}

/* The point value of one of the two in the ratio's period; NULL: none. */
static const struct dataset_obs *amount(const struct check *check,
    const struct dataset_indicator *indicator, const struct dataset_obs *obs)
{
    const struct dataset_obs *found = rules_find_obs(
        check, indicator->id, obs->period.text, obs->phase);

    return found != NULL && found->value != NULL &&
                   found->qualifier == QUALIFIER_NONE
               ? found
               : NULL;
}

static void report_mismatch(const struct check *check,
    const struct dataset_obs *obs, const struct dataset_obs *of,
    const struct dataset_obs *to, const interval *computed)
{
    int decimals = MAX(obs->decimals, number_decimals(obs->value_text)) + 2;
    g_autofree char *lo =
        number_round_text(computed->lo, decimals, ROUNDING_HALF_UP);
    g_autofree char *hi =
        number_round_text(computed->hi, decimals, ROUNDING_HALF_UP);
    g_autofree char *range = g_strdup_printf(_("%s to %s"), lo, hi);
    g_autofree char *of_text = figure_text(of, of->value_text);
    g_autofree char *to_text = figure_text(to, to->value_text);

    if (dataset_obs_is_confidential(of) || dataset_obs_is_confidential(to)) {
        diag_conceal(check->diag, DIAG_CONCEAL_ALL);
    }
    diag_report(check->diag, DIAG_RATIO_MISMATCH, obs->pos, obs->indicator_id,
        obs->value_text, of->indicator_id, of_text, to->indicator_id, to_text,
        range);
    diag_conceal(check->diag, DIAG_CONCEAL_BY_PLACE);
}

static bool has_ratio(const struct dataset_indicator *indicator)
{
    return indicator != NULL && indicator->ratio != NULL &&
           indicator->ratio->of != NULL && indicator->ratio->to != NULL &&
           ratio_power(indicator) >= 0 &&
           ratio_is_commensurable(
               indicator, indicator->ratio->of, indicator->ratio->to);
}

static void value_follows(
    const struct check *check, const struct dataset_obs *obs)
{
    const struct dataset_obs *of = NULL;
    const struct dataset_obs *to = NULL;
    g_autoptr(interval) stated = NULL;
    g_autoptr(interval) dividend = NULL;
    g_autoptr(interval) divisor = NULL;
    g_autoptr(interval) computed = NULL;

    if (!has_ratio(obs->indicator) || obs->value == NULL ||
        obs->qualifier != QUALIFIER_NONE || obs->period.freq == '\0' ||
        obs->basis != BASIS_PRINTED) {
        return;
    }
    of = amount(check, obs->indicator->ratio->of, obs);
    to = amount(check, obs->indicator->ratio->to, obs);
    if (of == NULL || to == NULL) {
        return;
    }
    stated = figure_of_obs(obs);
    dividend = figure_of_obs(of);
    divisor = figure_of_obs(to);
    computed = ratio_interval(obs->indicator, dividend, divisor);
    if (computed != NULL && !interval_overlaps(stated, computed)) {
        g_autoptr(interval) shown = interval_scale10(computed, -obs->unit_mult);

        report_mismatch(check, obs, of, to, shown);
    }
}

static const struct rule items[] = {
    {.indicator = ratio_of_kind},
    {.indicator = ratio_is_complete},
    {.indicator = ratio_of_two_amounts},
    {.obs = basis_of_ratios},
    {.obs = value_follows},
};

const struct rules rules_shares = RULES(items);
