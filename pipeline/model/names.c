/*
 * One table of words for each enum, in both directions.
 */
#include "model/names.h"

#include <string.h>

#include <glib.h>

#include "model/dataset.h"

static const char *const kinds[KIND_COUNT] = {
    [KIND_STOCK] = "stock",
    [KIND_FLOW] = "flow",
    [KIND_QUANTITY] = "quantity",
    [KIND_SHARE] = "share",
    [KIND_RATE] = "rate",
    [KIND_MULTIPLE] = "multiple",
    [KIND_INDEX] = "index",
    [KIND_SCORE] = "score",
    [KIND_RANK] = "rank",
    [KIND_ORDINAL] = "ordinal",
    [KIND_THRESHOLD] = "threshold",
    [KIND_MEASURE] = "measure",
    [KIND_EVENT] = "event",
};

static const char *const measures[MEASURE_COUNT] = {
    [MEASURE_MONEY] = "money",
    [MEASURE_COUNT_OF] = "count",
    [MEASURE_AREA] = "area",
    [MEASURE_LENGTH] = "length",
    [MEASURE_TIME] = "time",
    [MEASURE_PERCENT] = "percent",
    [MEASURE_PERMILLE] = "permille",
    [MEASURE_POINTS] = "points",
    [MEASURE_PLACE] = "place",
    [MEASURE_TIMES] = "times",
    [MEASURE_ORDINAL] = "ordinal",
    [MEASURE_OTHER] = "other",
};

static const char *const qualifiers[QUALIFIER_COUNT] = {
    [QUALIFIER_NONE] = "",
    [QUALIFIER_OVER] = "over",
    [QUALIFIER_NEARLY] = "nearly",
    [QUALIFIER_ODD] = "odd",
    [QUALIFIER_WITHIN] = "within",
    [QUALIFIER_ABOUT] = "about",
};

static const char *const phases[PHASE_COUNT] = {
    [PHASE_NONE] = "",
    [PHASE_START] = "start",
    [PHASE_END] = "end",
};

static const char *const changes[CHANGE_COUNT] = {
    [CHANGE_PERCENT] = "percent",
    [CHANGE_POINTS] = "points",
    [CHANGE_PLACES] = "places",
    [CHANGE_DIFFERENCE] = "difference",
    [CHANGE_TIMES] = "times",
    [CHANGE_DOUBLINGS] = "doublings",
    [CHANGE_ANNUAL] = "annual",
    [CHANGE_CONTRIBUTION] = "contribution",
    [CHANGE_PULL] = "pull",
};

static const char *const prices_words[PRICES_COUNT] = {
    [PRICES_CURRENT] = "current",
    [PRICES_CONSTANT] = "constant",
    [PRICES_COMPARABLE] = "comparable",
};

static const char *const bases[BASIS_COUNT] = {
    [BASIS_PRINTED] = "printed",
    [BASIS_REVISED] = "revised",
    [BASIS_UNEXPLAINED] = "unexplained",
    [BASIS_COMPARABLE_PRICES] = "comparable-prices",
    [BASIS_BREAK] = "break",
    [BASIS_OTHER_UNIVERSE] = "other-universe",
};

static const char *const notes[NOTE_COUNT] = {
    [NOTE_OPEN] = "open",
    [NOTE_METHOD] = "method",
    [NOTE_BASE] = "base",
    [NOTE_SOURCE] = "source",
    [NOTE_SUM] = "sum",
    [NOTE_REVISION] = "revision",
};

static const char *const whys[] = {
    [WHY_NAME] = "name",
    [WHY_DATE] = "date",
    [WHY_ORDINAL] = "ordinal",
    [WHY_RHETORIC] = "rhetoric",
    [WHY_HEADING] = "heading",
    [WHY_REPEATED] = "repeated",
    [WHY_CONTEXT] = "context",
    [WHY_OTHER] = "other",
};

const struct names names_kind = {kinds, KIND_COUNT};
const struct names names_measure = {measures, MEASURE_COUNT};
const struct names names_qualifier = {qualifiers, QUALIFIER_COUNT};
const struct names names_phase = {phases, PHASE_COUNT};
const struct names names_change = {changes, CHANGE_COUNT};
const struct names names_basis = {bases, BASIS_COUNT};
const struct names names_note = {notes, NOTE_COUNT};
const struct names names_why = {whys, WHY_COUNT};
const struct names names_prices = {prices_words, PRICES_COUNT};

int names_lookup(const struct names *names, const char *word)
{
    for (int i = 0; i < names->count; i++) {
        if (strcmp(names->items[i], word) == 0) {
            return i;
        }
    }
    g_error("\"%s\" passed the schema", word);
}

const char *dataset_kind_name(enum dataset_kind kind)
{
    return kinds[kind];
}

const char *dataset_measure_name(enum dataset_measure measure)
{
    return measures[measure];
}

const char *dataset_qualifier_name(enum dataset_qualifier qualifier)
{
    return qualifiers[qualifier];
}

const char *dataset_phase_name(enum dataset_phase phase)
{
    return phases[phase];
}

const char *dataset_change_name(enum dataset_change_kind kind)
{
    return changes[kind];
}

const char *dataset_basis_name(enum dataset_basis basis)
{
    return bases[basis];
}

const char *dataset_note_name(enum dataset_note_kind kind)
{
    return notes[kind];
}

const char *dataset_why_name(enum dataset_why why)
{
    return whys[why];
}

const char *dataset_prices_name(enum dataset_prices prices)
{
    return prices_words[prices];
}
