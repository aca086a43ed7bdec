/*
 * Which figures of a dataset are others than before.
 */
#ifndef GONGBAO_RELEASE_FIGURES_H
#define GONGBAO_RELEASE_FIGURES_H

#include <stdbool.h>

struct diag;
struct manifest;
struct manifest_changed;

/*
 * Compares two files of aggregated data: counts what is another, and prints the
 * first few in both languages: changed ones, then removed, then added ones.
 * Paths outlive the diagnostics.  False: reported.
 */
bool figures_compare(struct manifest *manifest, const char *before,
    const char *after, struct manifest_changed *changed, struct diag *diag);

#endif
