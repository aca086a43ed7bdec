/*
 * What a release is made with beside the programs that made the reports.
 */
#ifndef GONGBAO_RELEASE_MADE_WITH_H
#define GONGBAO_RELEASE_MADE_WITH_H

#include <stdbool.h>

#include "run/snapshot.h"

struct inputs;
struct manifest;
struct plan;

struct made_with {
    char *export; /* the path of the program */
    const char *export_sum;
};

/*
 * Adds the templates of pages, their catalogue, and the lists of reports to
 * inputs, and export to the programs of the manifest.  The caller frees
 * export.
 */
void made_with_find(struct made_with *with, const struct plan *plan,
    struct snapshot *snapshot, struct inputs *inputs,
    struct manifest *manifest);

/* Adds what made the pictures, with the version that it states. */
void made_with_pictures(struct manifest *manifest);

#endif
