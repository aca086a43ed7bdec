/*
 * A dataset in memory: what one file says, under the names that the
 * vocabulary gives it (data/schema/dataset.xsd), with the place of everything
 * for diagnostics.  Nothing is computed here and nothing made up: a reference
 * that leads nowhere is a NULL beside its id, and the rules of check/ say so.
 *
 * Ownership: everything below a dataset belongs to it and ends with
 * dataset_free.  Positions name the path of the XML document that was read,
 * which must live as long.  The XML document itself is not needed any more.
 */
#ifndef GONGBAO_MODEL_DATASET_H
#define GONGBAO_MODEL_DATASET_H

#include <stdbool.h>
#include <stddef.h>

#include <glib.h>

#include "base/diag.h"
#include "base/number.h"

struct arena;
struct diag;
struct schema;
struct xml_doc;

/* ---- Coded values ---- */

enum dataset_kind {
    KIND_STOCK,
    KIND_FLOW,
    KIND_QUANTITY,
    KIND_SHARE,
    KIND_RATE,
    KIND_MULTIPLE,
    KIND_INDEX,
    KIND_SCORE,
    KIND_RANK,
    KIND_ORDINAL,
    KIND_THRESHOLD,
    KIND_MEASURE,
    KIND_EVENT,
    KIND_COUNT
};

enum dataset_measure {
    MEASURE_MONEY,
    MEASURE_COUNT_OF, /* measures="count" */
    MEASURE_AREA,
    MEASURE_LENGTH,
    MEASURE_TIME,
    MEASURE_PERCENT,
    MEASURE_PERMILLE,
    MEASURE_POINTS,
    MEASURE_PLACE,
    MEASURE_TIMES,
    MEASURE_ORDINAL,
    MEASURE_OTHER,
    MEASURE_COUNT
};

enum dataset_qualifier {
    QUALIFIER_NONE,
    QUALIFIER_OVER,
    QUALIFIER_NEARLY,
    QUALIFIER_ODD,
    QUALIFIER_WITHIN,
    QUALIFIER_ABOUT,
    QUALIFIER_COUNT
};

enum dataset_phase { PHASE_NONE, PHASE_START, PHASE_END, PHASE_COUNT };

enum dataset_change_kind {
    CHANGE_PERCENT,
    CHANGE_POINTS,
    CHANGE_PLACES, /* + is forward */
    CHANGE_DIFFERENCE,
    CHANGE_TIMES,        /* level : base */
    CHANGE_DOUBLINGS,    /* 1: twice, 2: four times */
    CHANGE_ANNUAL,       /* percent a year, compound, since the base */
    CHANGE_CONTRIBUTION, /* percent of the whole's change */
    CHANGE_PULL,         /* points of the whole's growth */
    CHANGE_COUNT
};

/* At which prices an indicator's levels and stated rates are. */
enum dataset_prices {
    PRICES_CURRENT,
    PRICES_CONSTANT,   /* levels, and so what follows from them */
    PRICES_COMPARABLE, /* stated rates only: levels are at current prices */
    PRICES_COUNT
};

enum dataset_basis {
    BASIS_PRINTED,
    BASIS_REVISED,
    BASIS_UNEXPLAINED,
    BASIS_COMPARABLE_PRICES,
    BASIS_BREAK,
    BASIS_OTHER_UNIVERSE,
    BASIS_COUNT
};

enum dataset_note_kind {
    NOTE_OPEN,
    NOTE_METHOD,
    NOTE_BASE,
    NOTE_SOURCE,
    NOTE_SUM,
    NOTE_REVISION,
    NOTE_COUNT
};

/* Why a numeral of a source is no figure of the dataset. */
enum dataset_why {
    WHY_NAME,
    WHY_DATE,
    WHY_ORDINAL,
    WHY_RHETORIC,
    WHY_HEADING,
    WHY_REPEATED,
    WHY_CONTEXT,
    WHY_OTHER,
    WHY_COUNT
};

/* The names that the vocabulary writes; "" for the NONE of an enum. */
const char *dataset_kind_name(enum dataset_kind kind);
const char *dataset_measure_name(enum dataset_measure measure);
const char *dataset_qualifier_name(enum dataset_qualifier qualifier);
const char *dataset_phase_name(enum dataset_phase phase);
const char *dataset_change_name(enum dataset_change_kind kind);
const char *dataset_basis_name(enum dataset_basis basis);
const char *dataset_note_name(enum dataset_note_kind kind);
const char *dataset_why_name(enum dataset_why why);
const char *dataset_prices_name(enum dataset_prices prices);

/* True for amounts, which have parts and shares: stock, flow, quantity. */
bool dataset_kind_is_additive(enum dataset_kind kind);

/*
 * The changes over time that a kind can have, a set of bits
 * (1u << enum dataset_change_kind): a share changes by points and never by
 * percent, a rank by places, an event not at all.
 */
unsigned dataset_kind_changes(enum dataset_kind kind);

/* True for changes that are a ratio of levels: all but amounts and points. */
bool dataset_change_is_ratio(enum dataset_change_kind kind);

/* True for those that name a whole: contribution, pull. */
bool dataset_change_is_of_whole(enum dataset_change_kind kind);

/* True for the statuses that mean missing: H, K, L, M, O, Q. */
bool dataset_status_is_missing(char status);

/* True for those under which there may be a value or none: J, N, S. */
bool dataset_status_is_open(char status);

/* ---- Time ---- */

/*
 * A period as written.  freq is A S Q M D, or 0 for "unknown"; number is the
 * half-year, quarter or month (1: the first), 0 for a year; day is that of the
 * month for D.  first and last are its days as yyyymmdd, in the calendar only
 * if the period is (dataset_period_is_real).
 */
struct dataset_period {
    const char *text;
    int first;
    int last;
    short year; /* narrow: observations are many */
    signed char number;
    signed char day;
    char freq;
};

/* The number of count digits at text; -1: they are not all digits. */
int dataset_digits_read(const char *text, int count);

/* Reads what the schema allows; text is borrowed.  False: it is no period. */
bool dataset_period_read(const char *text, struct dataset_period *period);

/* False for 2023-02-30; true for "unknown". */
bool dataset_period_is_real(const struct dataset_period *period);

/* True if a ends before b begins; false where one is unknown. */
bool dataset_period_is_before(
    const struct dataset_period *a, const struct dataset_period *b);

/* The same period written the same way. */
bool dataset_period_equal(
    const struct dataset_period *a, const struct dataset_period *b);

/* The months of a period of this frequency; 0: not a part of a year. */
int dataset_months(char freq);

/* ---- Parts of a dataset ---- */

struct dataset_text {
    struct diag_pos pos;
    const char *lang; /* "zh-CN", "en" */
    const char *text; /* white space trimmed and folded */
    const char *one;  /* the singular, of unit labels; NULL: none */
};

struct dataset_texts {
    struct dataset_text *items;
    size_t count;
};

/* The text in a language; NULL: there is none. */
const struct dataset_text *dataset_text_lookup(
    const struct dataset_texts *texts, const char *lang);

struct dataset_note {
    struct diag_pos pos;
    enum dataset_note_kind kind;
    struct dataset_texts texts;
};

struct dataset_notes {
    struct dataset_note *items;
    size_t count;
};

bool dataset_notes_have(
    const struct dataset_notes *notes, enum dataset_note_kind kind);

struct dataset_source {
    struct diag_pos pos;
    const char *id;
    const char *file;
    struct dataset_period published; /* text is NULL: not stated */
    struct dataset_texts titles;
    struct dataset_texts publishers;
    struct dataset_notes notes;
};

struct dataset_unit {
    struct diag_pos pos;
    const char *id;
    enum dataset_measure measures;
    struct dataset_texts labels;
};

struct dataset_theme {
    struct diag_pos pos;
    const char *id;
    struct dataset_texts labels;
};

struct dataset_universe {
    struct diag_pos pos;
    struct dataset_texts lists; /* none: the source does not name the list */
    struct dataset_texts scopes;
};

struct dataset_indicator;

struct dataset_part_of {
    struct diag_pos pos;
    const char *indicator_id;
    const struct dataset_indicator *indicator; /* NULL: unknown id */
    const char *group;
    bool is_exhaustive;
};

/* What a share, rate or multiple is computed from, and what it adds up to. */
struct dataset_ratio {
    struct diag_pos pos;
    const char *of_id;                  /* NULL: not stated */
    const char *to_id;                  /* NULL: not stated */
    const struct dataset_indicator *of; /* NULL: not stated, or unknown id */
    const struct dataset_indicator *to;
    const char *group; /* NULL: none */
    bool has_exhaustive;
    bool is_exhaustive;
};

struct dataset_indicator {
    struct diag_pos pos;
    size_t index; /* in the dataset's indicators */
    const char *id;
    const char *theme_id;
    const struct dataset_theme *theme; /* NULL: unknown id */
    enum dataset_kind kind;
    const char *unit_id;             /* NULL: none */
    const struct dataset_unit *unit; /* NULL: none, or unknown id */
    int unit_mult;                   /* power of ten */
    char freq;                       /* A S Q M D N */
    enum dataset_prices prices;
    bool is_cumulative;              /* from the beginning of the year */
    int key;                         /* 1 to 12; 0: no key figure */
    const char *chart;               /* NULL: none */
    struct dataset_texts labels;
    struct dataset_texts definitions;
    struct dataset_universe *universe; /* NULL: none */
    struct dataset_part_of *parts_of;
    size_t part_of_count;
    struct dataset_ratio *ratio; /* NULL: none */
    struct dataset_notes notes;
};

/* Lines first to last of a source document, counted from 1. */
struct dataset_lines {
    long first;
    long last;
};

struct dataset_cite {
    struct diag_pos pos;
    const char *source_id;
    const struct dataset_source *source; /* NULL: unknown id */
    const char *lines_text;              /* "12-14 20" */
    struct dataset_lines *lines;
    size_t line_count;
    const char *token; /* the figure as printed there */
};

struct dataset_cites {
    struct dataset_cite *items;
    size_t count;
};

/* A numeral of a source that no observation cites. */
struct dataset_unused {
    struct dataset_cite cite;
    enum dataset_why why;
};

/* A change as the source states it. */
struct dataset_change {
    struct diag_pos pos;
    enum dataset_change_kind kind;
    const char *of_id;                  /* the whole; NULL: none */
    const struct dataset_indicator *of; /* NULL: none, or unknown id */
    const char *value_text;
    number *value;
    int decimals; /* digits that count behind the point; -1: as printed */
    struct dataset_period base;
    enum dataset_basis basis;
    struct dataset_cites cites;
    struct dataset_notes notes;
};

struct dataset_obs;

/*
 * What a change rests on: its basis, or comparable prices where the indicator
 * says that its rates do.
 */
enum dataset_basis dataset_change_basis(
    const struct dataset_obs *obs, const struct dataset_change *change);

/* The level of an earlier period as this source states it. */
struct dataset_base {
    struct diag_pos pos;
    struct dataset_period period;
    const char *value_text;
    number *value; /* in the observation's unit and multiplier */
    struct dataset_cites cites;
};

struct dataset_obs {
    struct diag_pos pos;
    const char *indicator_id;
    const struct dataset_indicator *indicator; /* NULL: unknown id */
    struct dataset_period period;
    enum dataset_phase phase;
    const char *value_text; /* as printed; NULL: none */
    number *value;          /* as printed, before unit_mult; NULL: none */
    int unit_mult;          /* its own, or else the indicator's */
    bool has_unit_mult;     /* it is its own */
    int decimals;           /* digits that count; -1: as printed */
    enum dataset_qualifier qualifier;
    char status;
    char conf_status;         /* F: free; all others keep the value back */
    enum dataset_basis basis; /* of a value with a ratio */
    const char *edition;      /* NULL: none */
    struct dataset_cites cites;
    struct dataset_base *base; /* NULL: none stated */
    struct dataset_change *changes;
    size_t change_count;
    struct dataset_notes notes;
};

struct dataset;

/* True if nobody outside may know the value. */
bool dataset_obs_is_confidential(const struct dataset_obs *obs);

/* True if it is confidential and yet something of it is there. */
bool dataset_obs_is_exposed(const struct dataset_obs *obs);

/*
 * Reports each that is: for the programs that work on accepted files.  False:
 * there is one.
 */
bool dataset_refuse_exposed(const struct dataset *dataset, struct diag *diag);

/* True for text with a digit, of whatever script. */
bool dataset_text_has_digit(const char *text);

struct dataset {
    const char *path; /* of the file; borrowed from the XML document */
    struct diag_pos pos;
    const char *id;
    int year;
    struct dataset_period prepared; /* a day */
    enum rounding rounding;
    struct dataset_texts titles;
    struct dataset_texts publishers;
    struct dataset_texts ref_areas;
    struct dataset_source *sources;
    size_t source_count;
    struct dataset_unit *units;
    size_t unit_count;
    struct dataset_theme *themes;
    size_t theme_count;
    struct dataset_indicator *indicators;
    size_t indicator_count;
    struct dataset_obs *obs;
    size_t obs_count;
    struct dataset_notes notes;
    struct dataset_unused *unused; /* of its coverage */
    size_t unused_count;

    /* By id, the first of that id; use the lookups below. */
    GHashTable *source_ids;
    GHashTable *unit_ids;
    GHashTable *theme_ids;
    GHashTable *indicator_ids;
    struct arena *arena;
    GPtrArray *numbers; /* owned */
};

/*
 * Reads and checks a file by dataset.xsd, as xml_load and schema_check do, but
 * one observation at a time: no tree holds them all.  NULL: reported.  The
 * caller frees the result, and *doc if doc is not NULL: the bytes.
 */
struct dataset *dataset_load(const char *path, const struct schema *schema,
    struct xml_doc **doc, struct diag *diag);

/*
 * Reads a document that schema_check accepted by dataset.xsd: that is
 * asserted, not reported.  The caller frees the result.
 */
struct dataset *dataset_read(const struct xml_doc *doc);
void dataset_free(struct dataset *dataset);

/*
 * True for a flow's value of a period longer than its frequency, the year of
 * quarters: it is the sum of theirs.
 */
bool dataset_obs_is_sum(const struct dataset_obs *obs);

/* Borrowed; NULL: no such id. */
const struct dataset_source *dataset_lookup_source(
    const struct dataset *dataset, const char *id);
const struct dataset_unit *dataset_lookup_unit(
    const struct dataset *dataset, const char *id);
const struct dataset_theme *dataset_lookup_theme(
    const struct dataset *dataset, const char *id);
const struct dataset_indicator *dataset_lookup_indicator(
    const struct dataset *dataset, const char *id);

#endif
