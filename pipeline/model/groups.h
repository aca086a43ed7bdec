/*
 * Groups: the parts of one whole under one group id (partOf), and the shares
 * of one whole under one group id (ratio).  Parts add up to the whole's value,
 * shares to 100 percent, where the group is exhaustive.
 */
#ifndef GONGBAO_MODEL_GROUPS_H
#define GONGBAO_MODEL_GROUPS_H

#include <stdbool.h>

#include "base/interval.h"
#include "model/dataset.h"

/* One of a group, and where it says so. */
struct group_part {
    const struct dataset_indicator *indicator;
    struct diag_pos pos;
    bool is_exhaustive;
};

struct group {
    const char *name;
    const char *whole_id; /* NULL: shares of what the dataset does not have */
    const struct dataset_indicator *whole; /* NULL: as above */
    bool are_shares;
    bool is_exhaustive; /* all of its parts say so */
    GArray *parts;      /* of struct group_part, as declared */
};

/*
 * The groups of these indicators, in the order in which their first parts are
 * declared; unref ends them.  Indicators are borrowed.
 */
GPtrArray *groups_collect(
    const struct dataset_indicator *const *indicators, size_t count);

/* The whole; of shares, the first of them: one observation each period. */
const struct dataset_indicator *group_anchor(const struct group *group);

/* What group_sum could make of a period. */
enum group_state {
    GROUP_SUMMED,
    GROUP_MISSING, /* a part has no value */
    GROUP_BOUND,   /* a part has a qualifier */
    GROUP_UNLIKE,  /* a part has another unit than its whole */
};

/* The observation of an indicator for a period and phase; NULL: none. */
typedef const struct dataset_obs *group_find(const void *context,
    const char *indicator_id, const char *period, enum dataset_phase phase);

struct group_sum {
    enum group_state state;
    interval *range;   /* in the whole's unit; shares in percent; owned */
    size_t found;      /* parts that the period has */
    int decimals;      /* the most and the fewest of a share */
    int decimals_min;
    bool is_explained; /* a note of kind sum at a part */
    bool is_secret;    /* a part is confidential */
};

/* Adds up the parts of a period; range is NULL where state says why. */
struct group_sum group_sum(const struct group *group, const char *period,
    enum dataset_phase phase, group_find *find, const void *context);

void group_sum_clear(struct group_sum *sum);

#endif
