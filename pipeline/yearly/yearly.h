/*
 * The years of one dataset, joined: every indicator with its observations of
 * all files in order of time, and what follows from each observation.
 *
 * match.c joins, compute.c and its parts fill in what follows, write.c makes
 * XML of it.  Everything belongs to the struct yearly and ends with
 * yearly_free; the datasets are borrowed and must live as long.
 */
#ifndef GONGBAO_YEARLY_YEARLY_H
#define GONGBAO_YEARLY_YEARLY_H

#include <stdbool.h>
#include <stddef.h>

#include <glib.h>

#include "base/interval.h"
#include "base/number.h"
#include "model/dataset.h"

struct arena;
struct diag;

/* Why a figure is absent, or a stated one was not checked. */
enum yearly_reason {
    REASON_NONE,
    REASON_NO_EARLIER_VALUE,
    REASON_BASE_ZERO, /* no rate on nought */
    REASON_BASE_NEGATIVE,
    REASON_SIGN_CHANGE, /* from less than nought to more, or back */
    REASON_COMPARABLE_PRICES, /* rates are, levels are not */
    REASON_WHOLE_UNCHANGED,   /* nothing to contribute to, or not for certain */
    REASON_BOUND,          /* a qualifier: over, nearly, about ... */
    REASON_BREAK,          /* status B: not to be compared with before */
    REASON_NOT_COMPARABLE, /* another list, scope, unit or definition */
    REASON_NO_CHANGE_OF_THIS_KIND,
    REASON_PERIOD_UNKNOWN,
    REASON_MISSING, /* a value that the comparison needs is missing */
    REASON_COUNT
};

enum yearly_verdict {
    VERDICT_AGREES,    /* stated and computed intervals overlap */
    VERDICT_EXPLAINED, /* they do not, and the dataset says why they need not */
    VERDICT_DIFFERS,
    VERDICT_UNCHECKED, /* there is nothing to compare with */
    VERDICT_COUNT
};

/* A value as a point and as what its digits allow, both in the unit. */
struct yearly_level {
    const number *exact;
    const interval *range;
    int unit_mult; /* as printed */
    int decimals;  /* that count, in that multiplier */
};

/* A result in the unit that its kind has; range may be NULL: unlimited. */
struct yearly_result {
    const number *value;
    const interval *range;
};

/* What a level is compared with. */
enum yearly_compare {
    COMPARE_YEAR,     /* the same period a year before */
    COMPARE_PREVIOUS, /* the period just before */
};

enum yearly_turn { TURN_NONE, TURN_POSITIVE, TURN_NEGATIVE };

struct yearly_change {
    enum dataset_change_kind kind;
    enum yearly_compare compare;
    const char *base; /* period */
    bool is_from_base;
    struct yearly_result result;
    int decimals; /* to print */
    enum yearly_turn turn; /* of a difference */
};

/* Since the first year that compares: times, doublings, annual. */
struct yearly_since {
    enum dataset_change_kind kind;
    const char *base; /* period */
    struct yearly_result result;
    int decimals; /* to print */
};

/* Of a part on its whole: contribution, pull. */
struct yearly_effect {
    enum dataset_change_kind kind;
    const struct dataset_part_of *part;
    const char *base; /* period */
    struct yearly_result result;
    int decimals; /* to print */
};

struct yearly_stated {
    const struct dataset_change *change;
    enum yearly_verdict verdict;
    enum yearly_reason reason; /* of VERDICT_UNCHECKED */
    bool is_from_base;
    struct yearly_result computed; /* value is NULL: none */
};

/* A value beside what the two amounts of its ratio give. */
struct yearly_ratio {
    enum yearly_verdict verdict;
    enum yearly_reason reason; /* of VERDICT_UNCHECKED */
    struct yearly_result computed; /* value is NULL: none */
};

struct yearly_implied {
    const char *period;
    const interval *range; /* in the observation's multiplier */
    const char *certain;   /* NULL: no digit is */
};

struct yearly_share {
    const struct dataset_part_of *part;
    struct yearly_result result; /* percent */
    int decimals;                /* to print */
};

struct yearly_absent {
    const char *what; /* the name of the element that is not there */
    const char *kind; /* of the change; NULL: all of them */
    enum yearly_compare compare;        /* of the change */
    const struct dataset_part_of *part; /* of the share, or NULL */
    enum yearly_reason reason;
    const char *base; /* period; NULL: none to name */
};

/* A share or a change that is known from one side. */
struct yearly_bound {
    const char *what;                   /* "share", "change" */
    enum dataset_change_kind kind;      /* of the change */
    const char *base;                   /* period of the change; or NULL */
    const struct dataset_part_of *part; /* of the share; or NULL */
    const number *end;                  /* in percent, points, unitMult */
    bool is_lower;                      /* the end is the lower one */
    const char *value; /* the end as printed, for which the bound holds */
    int decimals;
};

enum yearly_revision_reason {
    REVISION_NOTE,        /* a note of kind revision says it */
    REVISION_PROVISIONAL, /* the earlier figure was, by its status */
    REVISION_ESTIMATED,
    REVISION_FORECAST,
    REVISION_MISSING, /* there was none */
    REVISION_STATUS,  /* the status alone is another */
    REVISION_REASON_COUNT
};

struct yearly_by {
    enum dataset_change_kind kind;
    struct yearly_result result;
    int decimals; /* to print */
};

/* What an earlier edition had: of the value, or of a stated change. */
struct yearly_revision {
    const struct yearly_obs *before;
    const struct dataset_change *change; /* the earlier one; NULL: the value */
    bool is_of_status;                   /* of the same value */
    enum yearly_revision_reason reason;
    struct yearly_by by[2];
    size_t by_count;
    bool is_largest; /* of all, relative to the level */
};

struct yearly_series;

struct yearly_obs {
    const struct dataset_obs *obs;
    const struct dataset *file;
    struct yearly_series *series;
    struct yearly_level *level; /* NULL: no value */
    guint index;                /* in the series */
    guint breaks;               /* up to this one, of its phase */
    bool is_current;            /* the report year's: contract, current="yes" */
    struct yearly_change *changes;
    size_t change_count;
    struct yearly_since *sinces;
    size_t since_count;
    struct yearly_stated *stated; /* obs->change_count of them */
    struct yearly_ratio *ratio;   /* NULL: it is computed from nothing */
    struct yearly_implied *implied;
    struct yearly_share *shares;
    size_t share_count;
    struct yearly_effect *effects;
    size_t effect_count;
    struct yearly_bound *bounds;
    size_t bound_count;
    struct yearly_absent *absents;
    size_t absent_count;
    const struct yearly_obs *before; /* what the next older file has of the
                                      * same key; NULL: nothing */
    struct yearly_revision *revisions;
    size_t revision_count;
};

/* One indicator over the years. */
struct yearly_series {
    const struct dataset_indicator *indicator; /* as the newest file has it */
    const struct dataset *file;                /* that file */
    GPtrArray *obs;       /* of struct yearly_obs, in order of time */
    int decimals;         /* most printed, in the indicator's multiplier */
    int percent_decimals; /* of the percentages stated; -1: none */
};

struct yearly_theme {
    const struct dataset_theme *theme;
    GPtrArray *series; /* of struct yearly_series */
};

struct yearly {
    const struct dataset *newest;
    const struct yearly *previous; /* edition, borrowed; NULL: none given */
    GPtrArray *files;   /* of const struct dataset, newest first */
    GPtrArray *themes;  /* of struct yearly_theme, in dataset order */
    GPtrArray *units;   /* of const struct dataset_unit */
    GPtrArray *sources; /* of const struct dataset_source */
    GPtrArray *series;  /* of struct yearly_series */
    GHashTable *theme_ids;
    GHashTable *series_ids;
    GHashTable *keys;   /* set of struct yearly_obs, by indicator, period and
                         * phase */
    struct arena *arena;
    GPtrArray *numbers;
    GPtrArray *intervals;
};

/* Gives the result over to the joined data, which frees it. */
const number *yearly_keep(struct yearly *yearly, number *a);
const interval *yearly_keep_interval(struct yearly *yearly, interval *a);

/*
 * The decimals to print of a percentage, at most this many: as many as its
 * range lets mean something, but enough to tell it from nought.
 */
int yearly_decimals(
    const struct yearly *yearly, const struct yearly_result *result, int most);

/* The observation of a key; NULL: none. */
struct yearly_obs *yearly_lookup(const struct yearly *yearly,
    const char *indicator, const char *period, enum dataset_phase phase);

void yearly_free(struct yearly *yearly);

#endif
