/*
 * What was built, as the manifest of a release: the files of datasets and
 * reports as the state of the last run knows them, and what they were made of.
 */
#ifndef GONGBAO_RELEASE_COLLECT_H
#define GONGBAO_RELEASE_COLLECT_H

#include <stdbool.h>

#include "run/places.h"
#include "run/snapshot.h"

struct diag;
struct inputs;
struct manifest;
struct plan;
struct state;

struct collecting {
    const struct places *places;
    const struct plan *plan;
    const struct state *state;
    struct snapshot *snapshot;
    struct manifest *manifest;
    struct diag *diag;
};

/*
 * Fills in datasets, reports, files and programs, and adds to inputs; titles
 * and pages of reports are not known here.  What was never made is left out.
 * False: reported; a file is another one than the run left, or there is nothing
 * to release.
 */
bool collect(struct collecting *collecting, struct inputs *inputs);

/* Titles, publishers, areas and days of the datasets, from their data.  False:
 * reported. */
bool collect_heads(struct manifest *manifest, struct diag *diag);

#endif
