/*
 * Ranks: a place means something only in a list and among somebody.
 */
#include "check/rules.h"

static void universe_of_ranks(
    const struct check *check, const struct dataset_indicator *indicator)
{
    if (indicator->kind == KIND_RANK && indicator->universe == NULL) {
        diag_report(
            check->diag, DIAG_RANK_UNIVERSE, indicator->pos, indicator->id);
    } else if (indicator->kind != KIND_RANK && indicator->universe != NULL) {
        diag_report(check->diag, DIAG_UNIVERSE_UNEXPECTED,
            indicator->universe->pos, indicator->id,
            dataset_kind_name(indicator->kind));
    }
}

/* A list that the source does not name is a thing left open. */
static void list_or_note(
    const struct check *check, const struct dataset_indicator *indicator)
{
    if (indicator->kind == KIND_RANK && indicator->universe != NULL &&
        indicator->universe->lists.count == 0 &&
        !dataset_notes_have(&indicator->notes, NOTE_OPEN)) {
        diag_report(check->diag, DIAG_UNIVERSE_LIST, indicator->universe->pos,
            indicator->id);
    }
}

/* ---- Observations by indicator and edition ---- */

static guint edition_hash(gconstpointer item)
{
    const struct dataset_obs *obs = item;

    return g_str_hash(obs->indicator_id) * 31 + g_str_hash(obs->edition);
}

static gboolean edition_equal(gconstpointer left, gconstpointer right)
{
    const struct dataset_obs *a = left;
    const struct dataset_obs *b = right;

    return g_str_equal(a->indicator_id, b->indicator_id) &&
           g_str_equal(a->edition, b->edition);
}

/* An edition of a list gives one place: a move is from one to another. */
static void one_place_an_edition(const struct check *check)
{
    const struct dataset *dataset = check->dataset;
    g_autoptr(GHashTable) seen = g_hash_table_new(edition_hash, edition_equal);

    for (size_t i = 0; i < dataset->obs_count; i++) {
        const struct dataset_obs *obs = &dataset->obs[i];
        const struct dataset_obs *first = NULL;

        if (obs->indicator == NULL || obs->indicator->kind != KIND_RANK ||
            obs->edition == NULL || obs->value == NULL) {
            continue;
        }
        first = g_hash_table_lookup(seen, obs);
        if (first == NULL) {
            g_hash_table_add(seen, (gpointer)obs);
        } else if (number_compare(first->value, obs->value) != 0) {
            diag_report(check->diag, DIAG_RANK_EDITION, obs->pos, obs->edition,
                obs->indicator_id, obs->value_text, obs->period.text,
                first->value_text, rules_line(first->pos).text);
        }
    }
}

static const struct rule items[] = {
    {.indicator = universe_of_ranks},
    {.indicator = list_or_note},
    {.dataset = one_place_an_edition},
};

const struct rules rules_ranks = RULES(items);
