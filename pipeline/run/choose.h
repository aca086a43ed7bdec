/*
 * Which of the steps are wanted: those of some datasets or reports, or a share
 * of all datasets.
 */
#ifndef GONGBAO_RUN_CHOOSE_H
#define GONGBAO_RUN_CHOOSE_H

#include <stdbool.h>

#include <glib.h>

#include "run/steps.h"

struct diag;

struct shard {
    unsigned number; /* from 1 */
    unsigned count;  /* 0: all is one */
};

/* Reads "2/8".  False: it is none. */
bool shard_read(struct shard *shard, const char *text);

/* True if the dataset is one of the shard's, the same on any machine; NULL,
 * what is of no dataset, is the first's. */
bool shard_has(const struct shard *shard, const char *dataset);

/*
 * The steps of the shard that make what is named, a dataset, a report or an
 * output, and those that they need; names NULL: all.  Where a name is none,
 * it is reported and nothing is chosen.  The caller unrefs it; the steps are
 * those of the list.
 */
GPtrArray *choose(const GPtrArray *steps, const struct shard *shard,
    char *const *names, struct diag *diag);

#endif
