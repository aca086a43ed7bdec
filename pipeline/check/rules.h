/*
 * The rules by subject, and what they share; within check/ only.  A rule is a
 * static function of its subject's file, entered in the table at the file's
 * end.  It looks at the whole dataset, at one indicator or at one observation
 * and reports what is wrong there.
 */
#ifndef GONGBAO_CHECK_RULES_H
#define GONGBAO_CHECK_RULES_H

#include <stdbool.h>
#include <stddef.h>

#include <glib.h>

#include "base/diag.h"
#include "model/dataset.h"

struct check {
    const struct dataset *dataset;
    struct diag *diag;
    GHashTable *obs; /* first observation of each key; see rules_find_obs */
};

/* One of the three is set. */
struct rule {
    void (*dataset)(const struct check *check);
    void (*indicator)(
        const struct check *check, const struct dataset_indicator *indicator);
    void (*obs)(const struct check *check, const struct dataset_obs *obs);
};

struct rules {
    const struct rule *items;
    size_t count;
};

#define RULES(items)                                                           \
    {                                                                          \
        (items), sizeof(items) / sizeof((items)[0])                            \
    }

extern const struct rules rules_references;
extern const struct rules rules_keys;
extern const struct rules rules_units;
extern const struct rules rules_periods;
extern const struct rules rules_values;
extern const struct rules rules_statuses;
extern const struct rules rules_confidential;
extern const struct rules rules_spans;
extern const struct rules rules_changes;
extern const struct rules rules_ratios;
extern const struct rules rules_ranks;
extern const struct rules rules_texts;
extern const struct rules rules_parts;
extern const struct rules rules_shares;
extern const struct rules rules_sums;
extern const struct rules rules_citations;
extern const struct rules rules_qualifiers;

/* The first observation of indicator, period and phase; NULL: none. */
const struct dataset_obs *rules_find_obs(const struct check *check,
    const char *indicator_id, const char *period, enum dataset_phase phase);

/*
 * False for doublings that are no count and multiples that do not mean what
 * their token tells, which are reported as such: nothing follows from them.
 */
bool rules_is_readable_change(const struct dataset_change *change);

/* A set of bits (1u << kind) as words: "percent, difference". Caller frees. */
char *rules_list(unsigned set, int count, const char *(*name)(int value));

/* A line number as text, for messages. */
struct rules_line {
    char text[16];
};
struct rules_line rules_line(struct diag_pos pos);

#endif
