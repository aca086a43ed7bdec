/*
 * Looking things up in a dataset, and its end.
 */
#include "model/dataset.h"

#include <string.h>

#include "base/arena.h"

void dataset_free(struct dataset *dataset)
{
    if (dataset != NULL) {
        g_hash_table_unref(dataset->indicator_ids);
        g_hash_table_unref(dataset->theme_ids);
        g_hash_table_unref(dataset->unit_ids);
        g_hash_table_unref(dataset->source_ids);
        g_ptr_array_unref(dataset->numbers);
        g_free(dataset->indicators);
        g_free(dataset->obs);
        arena_free(dataset->arena);
        g_free(dataset);
    }
}

const struct dataset_source *dataset_lookup_source(
    const struct dataset *dataset, const char *id)
{
    return g_hash_table_lookup(dataset->source_ids, id);
}

const struct dataset_unit *dataset_lookup_unit(
    const struct dataset *dataset, const char *id)
{
    return g_hash_table_lookup(dataset->unit_ids, id);
}

const struct dataset_theme *dataset_lookup_theme(
    const struct dataset *dataset, const char *id)
{
    return g_hash_table_lookup(dataset->theme_ids, id);
}

const struct dataset_indicator *dataset_lookup_indicator(
    const struct dataset *dataset, const char *id)
{
    return g_hash_table_lookup(dataset->indicator_ids, id);
}

const struct dataset_text *dataset_text_lookup(
    const struct dataset_texts *texts, const char *lang)
{
    for (size_t i = 0; i < texts->count; i++) {
        if (strcmp(texts->items[i].lang, lang) == 0) {
            return &texts->items[i];
        }
    }
    return NULL;
}

bool dataset_notes_have(
    const struct dataset_notes *notes, enum dataset_note_kind kind)
{
    for (size_t i = 0; i < notes->count; i++) {
        if (notes->items[i].kind == kind) {
            return true;
        }
    }
    return false;
}

bool dataset_kind_is_additive(enum dataset_kind kind)
{
    return kind == KIND_STOCK || kind == KIND_FLOW || kind == KIND_QUANTITY;
}

#define BIT(change) (1u << (change))
#define RELATIVE                                                               \
    (BIT(CHANGE_PERCENT) | BIT(CHANGE_DIFFERENCE) | BIT(CHANGE_TIMES) |        \
        BIT(CHANGE_DOUBLINGS) | BIT(CHANGE_ANNUAL))
#define OF_A_WHOLE (BIT(CHANGE_CONTRIBUTION) | BIT(CHANGE_PULL))

unsigned dataset_kind_changes(enum dataset_kind kind)
{
    static const unsigned changes[KIND_COUNT] = {
        [KIND_STOCK] = RELATIVE | OF_A_WHOLE,
        [KIND_FLOW] = RELATIVE | OF_A_WHOLE,
        [KIND_QUANTITY] = RELATIVE | OF_A_WHOLE,
        [KIND_SHARE] = BIT(CHANGE_POINTS),
        [KIND_RATE] = BIT(CHANGE_POINTS),
        [KIND_MULTIPLE] = BIT(CHANGE_DIFFERENCE),
        [KIND_INDEX] = RELATIVE,
        /* The zero of a scale is its maker's choice: no ratio means much. */
        [KIND_SCORE] = BIT(CHANGE_DIFFERENCE),
        [KIND_RANK] = BIT(CHANGE_PLACES),
    };

    return changes[kind];
}

bool dataset_change_is_of_whole(enum dataset_change_kind kind)
{
    return (OF_A_WHOLE & BIT(kind)) != 0;
}

bool dataset_change_is_ratio(enum dataset_change_kind kind)
{
    return ((OF_A_WHOLE | RELATIVE) & ~BIT(CHANGE_DIFFERENCE) & BIT(kind)) != 0;
}

enum dataset_basis dataset_change_basis(
    const struct dataset_obs *obs, const struct dataset_change *change)
{
    if (change->basis == BASIS_PRINTED && obs->indicator != NULL &&
        obs->indicator->prices == PRICES_COMPARABLE &&
        dataset_change_is_ratio(change->kind)) {
        return BASIS_COMPARABLE_PRICES;
    }
    return change->basis;
}

bool dataset_obs_is_sum(const struct dataset_obs *obs)
{
    const struct dataset_indicator *indicator = obs->indicator;
    int own = dataset_months(obs->period.freq);
    int least = indicator != NULL ? dataset_months(indicator->freq) : 0;

    return least > 0 && indicator->kind == KIND_FLOW &&
           !indicator->is_cumulative &&
           (obs->period.freq == 'A' || own > least);
}

bool dataset_status_is_missing(char status)
{
    return status != '\0' && strchr("HKLMOQ", status) != NULL;
}

bool dataset_status_is_open(char status)
{
    return status != '\0' && strchr("JNS", status) != NULL;
}

bool dataset_obs_is_confidential(const struct dataset_obs *obs)
{
    return obs->conf_status != 'F';
}

bool dataset_text_has_digit(const char *text)
{
    while (*text != '\0' && !g_unichar_isdigit(g_utf8_get_char(text))) {
        text = g_utf8_next_char(text);
    }
    return *text != '\0';
}

bool dataset_obs_is_exposed(const struct dataset_obs *obs)
{
    bool prints = false;

    for (size_t i = 0; i < obs->cites.count; i++) {
        prints = prints || dataset_text_has_digit(obs->cites.items[i].token);
    }
    return dataset_obs_is_confidential(obs) &&
           (prints || (obs->status != 'Q' && obs->status != 'B') ||
               obs->value != NULL || obs->base != NULL ||
               obs->change_count > 0);
}

bool dataset_refuse_exposed(const struct dataset *dataset, struct diag *diag)
{
    bool is_refused = false;

    diag_conceal(diag, DIAG_CONCEAL_NONE);
    for (size_t i = 0; i < dataset->obs_count; i++) {
        const struct dataset_obs *obs = &dataset->obs[i];

        if (dataset_obs_is_exposed(obs)) {
            diag_report(diag, DIAG_CONFIDENTIAL_EXPOSED, obs->pos,
                obs->indicator_id, obs->period.text);
            is_refused = true;
        }
    }
    diag_conceal(diag, DIAG_CONCEAL_BY_PLACE);
    return !is_refused;
}
