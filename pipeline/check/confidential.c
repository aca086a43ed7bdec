/*
 * Confidential observations: where they stand, what must not be said of them,
 * and texts that say it all the same.
 */
#include "check/confidential.h"

#include <string.h>

#include "check/numerals.h"
#include "check/rules.h"

/* ---- Diagnostics ---- */

static void conceal_cites(const struct dataset_cites *cites, struct diag *diag)
{
    for (size_t i = 0; i < cites->count; i++) {
        if (dataset_text_has_digit(cites->items[i].token)) {
            diag_conceal_text(diag, cites->items[i].token);
        }
    }
}

void confidential_conceal(const struct dataset *dataset, struct diag *diag)
{
    for (size_t i = 0; i < dataset->obs_count; i++) {
        const struct dataset_obs *obs = &dataset->obs[i];

        if (!dataset_obs_is_confidential(obs) && obs->status != 'Q') {
            continue;
        }
        conceal_cites(&obs->cites, diag);
        diag_conceal_text(diag, obs->value_text);
        if (obs->base != NULL) {
            conceal_cites(&obs->base->cites, diag);
            diag_conceal_text(diag, obs->base->value_text);
        }
        for (size_t j = 0; j < obs->change_count; j++) {
            conceal_cites(&obs->changes[j].cites, diag);
            diag_conceal_text(diag, obs->changes[j].value_text);
        }
    }
}

/* ---- Texts that tell the value ---- */

static bool tells(const char *text, const number *value)
{
    g_autofree char *plain = g_utf8_normalize(text, -1, G_NORMALIZE_NFKC);
    g_autoptr(GString) figure = g_string_new(NULL);
    g_autoptr(number) negative = number_neg(value);
    const number *magnitude = number_sign(value) < 0 ? negative : value;
    const char *rest = plain;

    while (rest != NULL && numerals_next(&rest, figure)) {
        g_autoptr(number) found = number_parse(figure->str);

        if (found != NULL && number_compare(found, magnitude) == 0) {
            return true;
        }
    }
    return false;
}

static void report_text(const struct check *check, struct diag_pos pos,
    const struct dataset_obs *obs)
{
    diag_conceal(check->diag, DIAG_CONCEAL_NONE);
    diag_report(check->diag, DIAG_CONFIDENTIAL_TEXT, pos, obs->indicator_id,
        obs->period.text);
    diag_conceal(check->diag, DIAG_CONCEAL_BY_PLACE);
}

static void notes_keep_silent(const struct check *check,
    const struct dataset_notes *notes, const struct dataset_obs *obs)
{
    for (size_t i = 0; i < notes->count; i++) {
        const struct dataset_texts *texts = &notes->items[i].texts;

        for (size_t j = 0; j < texts->count; j++) {
            if (tells(texts->items[j].text, obs->value)) {
                report_text(check, texts->items[j].pos, obs);
            }
        }
    }
}

static void nothing_is_told(
    const struct check *check, const struct dataset_obs *obs)
{
    if (obs->value == NULL || !dataset_obs_is_confidential(obs)) {
        return;
    }
    notes_keep_silent(check, &obs->notes, obs);
    if (obs->indicator != NULL) {
        notes_keep_silent(check, &obs->indicator->notes, obs);
    }
    notes_keep_silent(check, &check->dataset->notes, obs);
}

static const struct rule items[] = {
    {.obs = nothing_is_told},
};

const struct rules rules_confidential = RULES(items);
