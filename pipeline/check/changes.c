/*
 * Changes as the source states them: of a kind that the indicator can have,
 * and in agreement with the levels that the file gives, as far as the printed
 * digits can tell.
 */
#include "check/rules.h"

#include <string.h>

#include "base/i18n.h"
#include "base/interval.h"
#include "model/figure.h"
#include "model/growth.h"

#define BIT(kind) (1u << (kind))

static const char *change_word(int value)
{
    return dataset_change_name((enum dataset_change_kind)value);
}

static void kind_of_change(
    const struct check *check, const struct dataset_obs *obs)
{
    const struct dataset_indicator *indicator = obs->indicator;

    for (size_t i = 0; indicator != NULL && i < obs->change_count; i++) {
        const struct dataset_change *change = &obs->changes[i];
        unsigned allowed = dataset_kind_changes(indicator->kind);

        if (allowed == 0) {
            diag_report(check->diag, DIAG_CHANGE_UNEXPECTED, change->pos,
                indicator->id, dataset_kind_name(indicator->kind));
        } else if ((allowed & BIT(change->kind)) == 0) {
            g_autofree char *list =
                rules_list(allowed, CHANGE_COUNT, change_word);

            diag_report(check->diag, DIAG_CHANGE_KIND, change->pos,
                dataset_change_name(change->kind), indicator->id,
                dataset_kind_name(indicator->kind), list);
        }
    }
}

static void places_are_whole(
    const struct check *check, const struct dataset_obs *obs)
{
    for (size_t i = 0; i < obs->change_count; i++) {
        const struct dataset_change *change = &obs->changes[i];

        if (change->kind == CHANGE_PLACES &&
            strchr(change->value_text, '.') != NULL) {
            diag_report(check->diag, DIAG_CHANGE_PLACES, change->pos,
                change->value_text);
        }
    }
}

static void stated_once(
    const struct check *check, const struct dataset_obs *obs)
{
    for (size_t i = 0; i < obs->change_count; i++) {
        const struct dataset_change *change = &obs->changes[i];

        for (size_t j = 0; j < i; j++) {
            const struct dataset_change *first = &obs->changes[j];

            if (first->kind == change->kind &&
                g_strcmp0(first->of_id, change->of_id) == 0 &&
                dataset_period_equal(&first->base, &change->base)) {
                diag_report(check->diag, DIAG_CHANGE_TWICE, change->pos,
                    dataset_change_name(change->kind), change->base.text);
                break;
            }
        }
    }
}

static bool explains(
    const struct dataset_obs *obs, const struct dataset_change *change)
{
    return change->basis != BASIS_PRINTED &&
           (dataset_notes_have(&change->notes, NOTE_BASE) ||
               dataset_notes_have(&obs->notes, NOTE_BASE));
}

static void basis_is_explained(
    const struct check *check, const struct dataset_obs *obs)
{
    for (size_t i = 0; i < obs->change_count; i++) {
        const struct dataset_change *change = &obs->changes[i];

        if (change->basis != BASIS_PRINTED && !explains(obs, change)) {
            diag_report(check->diag, DIAG_BASIS_NOTE, change->pos,
                dataset_basis_name(change->basis));
        }
    }
}

/* ---- Recomputing ---- */

/* A value that stands for itself: no bound, no break in the series. */
static bool is_point(const struct dataset_obs *obs)
{
    return obs->value != NULL && obs->qualifier == QUALIFIER_NONE &&
           obs->status != 'B' && obs->status != 'N' &&
           !dataset_status_is_missing(obs->status);
}

/*
 * The level that a change starts from, as given beside it or elsewhere; text
 * is set to how it reads.  The caller frees both.  NULL: there is none.
 */
static interval *base_level(const struct check *check,
    const struct dataset_obs *obs, const struct dataset_period *period,
    char **text)
{
    const struct dataset_obs *earlier;

    if (obs->base != NULL && dataset_period_equal(&obs->base->period, period)) {
        *text = figure_text(obs, obs->base->value_text);
        return figure_interval(obs, obs->base->value_text, -1);
    }
    earlier =
        rules_find_obs(check, obs->indicator_id, period->text, obs->phase);
    if (period->freq == '\0' || earlier == NULL || earlier == obs ||
        !is_point(earlier)) {
        return NULL;
    }
    *text = figure_text(earlier, earlier->value_text);
    return figure_of_obs(earlier);
}

/* The level of the whole beside the part's at a period; NULL: none. */
static interval *whole_level(const struct check *check,
    const struct dataset_obs *obs, const struct dataset_change *change,
    const struct dataset_period *period)
{
    const struct dataset_obs *whole = NULL;

    if (change->of == NULL || period->freq == '\0') {
        return NULL;
    }
    whole =
        rules_find_obs(check, change->of_id, period->text, obs->phase);
    return whole != NULL && is_point(whole) ? figure_of_obs(whole) : NULL;
}

/* NULL: a level is missing, or the change is not defined. */
static interval *computed_change(const struct check *check,
    const struct dataset_obs *obs, const struct dataset_change *change,
    const interval *now, const interval *base)
{
    g_autoptr(interval) whole_now = NULL;
    g_autoptr(interval) whole_before = NULL;
    struct growth growth = {
        .now = now,
        .before = base,
        .years = growth_years(&change->base, &obs->period),
        .unit_mult = change->kind == CHANGE_DIFFERENCE ? obs->unit_mult : 0,
    };

    if (dataset_change_is_of_whole(change->kind)) {
        whole_now = whole_level(check, obs, change, &obs->period);
        whole_before = whole_level(check, obs, change, &change->base);
        if (whole_now == NULL || whole_before == NULL) {
            return NULL;
        }
        growth.whole_now = whole_now;
        growth.whole_before = whole_before;
    }
    return growth_compute(change->kind, &growth);
}

/* "18.6500 to 18.6510", or the one value it is. */
static char *range_text(const interval *a, int decimals)
{
    g_autofree char *lo = number_round_text(a->lo, decimals, ROUNDING_HALF_UP);
    g_autofree char *hi = number_round_text(a->hi, decimals, ROUNDING_HALF_UP);

    if (number_compare(a->lo, a->hi) == 0) {
        return number_text(a->lo);
    }
    return g_strdup_printf(_("%s to %s"), lo, hi);
}

static void report_mismatch(const struct check *check,
    const struct dataset_obs *obs, const struct dataset_change *change,
    const char *base, const interval *computed)
{
    int decimals = MAX(change->decimals, number_decimals(change->value_text));
    g_autofree char *range = range_text(computed, decimals + 2);
    g_autofree char *now = figure_text(obs, obs->value_text);

    diag_report(check->diag, DIAG_CHANGE_MISMATCH, change->pos,
        dataset_change_name(change->kind), change->value_text, now, base,
        range);
}

static void recompute(const struct check *check, const struct dataset_obs *obs,
    const struct dataset_change *change)
{
    g_autofree char *base_text = NULL;
    g_autoptr(interval) base =
        base_level(check, obs, &change->base, &base_text);
    g_autoptr(interval) now = figure_of_obs(obs);
    g_autoptr(interval) computed = NULL;
    g_autoptr(interval) stated = NULL;

    if (base == NULL || now == NULL) {
        return;
    }
    computed = computed_change(check, obs, change, now, base);
    if (computed == NULL) {
        return;
    }
    stated = figure_of_change(change, computed);
    if (stated != NULL && !interval_overlaps(stated, computed)) {
        report_mismatch(check, obs, change, base_text, computed);
    }
}

/* What is not earlier is another rule's; what is unknown may be. */
static bool is_comparable(
    const struct dataset_period *base, const struct dataset_period *period)
{
    return base->freq == '\0' || period->freq == '\0' ||
           dataset_period_is_before(base, period);
}

static void change_follows(
    const struct check *check, const struct dataset_obs *obs)
{
    if (obs->indicator == NULL || !is_point(obs)) {
        return;
    }
    for (size_t i = 0; i < obs->change_count; i++) {
        const struct dataset_change *change = &obs->changes[i];

        if (dataset_change_basis(obs, change) == BASIS_PRINTED &&
            rules_is_readable_change(change) &&
            is_comparable(&change->base, &obs->period) &&
            (dataset_kind_changes(obs->indicator->kind) & BIT(change->kind)) !=
                0) {
            recompute(check, obs, change);
        }
    }
}

static bool has_explained_change(const struct dataset_obs *obs)
{
    for (size_t i = 0; i < obs->change_count; i++) {
        if (explains(obs, &obs->changes[i])) {
            return true;
        }
    }
    return dataset_notes_have(&obs->notes, NOTE_BASE);
}

/* A base stated beside a value is the level that the file has for it. */
static void base_agrees(
    const struct check *check, const struct dataset_obs *obs)
{
    const struct dataset_base *base = obs->base;
    const struct dataset_obs *earlier;
    g_autoptr(interval) stated = NULL;
    g_autoptr(interval) level = NULL;

    if (base == NULL || base->period.freq == '\0' ||
        has_explained_change(obs)) {
        return;
    }
    earlier =
        rules_find_obs(check, obs->indicator_id, base->period.text, obs->phase);
    if (earlier == NULL || earlier == obs || !is_point(earlier)) {
        return;
    }
    stated = figure_interval(obs, base->value_text, -1);
    level = figure_of_obs(earlier);
    if (!interval_overlaps(stated, level)) {
        diag_report(check->diag, DIAG_BASE_MISMATCH, base->pos,
            base->value_text, base->period.text, earlier->value_text,
            rules_line(earlier->pos).text);
    }
}

static const struct rule items[] = {
    {.obs = kind_of_change},
    {.obs = places_are_whole},
    {.obs = stated_once},
    {.obs = basis_is_explained},
    {.obs = change_follows},
    {.obs = base_agrees},
};

const struct rules rules_changes = RULES(items);
