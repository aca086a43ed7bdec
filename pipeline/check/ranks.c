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

static const struct rule items[] = {
    {.indicator = universe_of_ranks},
    {.indicator = list_or_note},
};

const struct rules rules_ranks = RULES(items);
