/*
 * Filling a struct yearly; within yearly/ only.
 */
#ifndef GONGBAO_YEARLY_BUILD_H
#define GONGBAO_YEARLY_BUILD_H

#include "yearly/yearly.h"

struct yearly *yearly_new(void);

/* Puts an observation at the end of its series and under its key. */
void yearly_add(struct yearly *yearly, struct yearly_obs *obs);

/*
 * Takes over what the files declare, newest first: themes, units, sources,
 * and a series for each indicator.  Reports where files contradict each other.
 */
void yearly_declare(struct yearly *yearly, struct diag *diag);

/*
 * What a value is called beside another: with its multiplier if they differ.
 * The caller g_frees it.
 */
char *match_value_name(
    const struct dataset_obs *obs, const struct dataset_obs *other);

/*
 * Reports where what an earlier edition declares cannot be compared with what
 * this one does: another kind, another unit.
 */
void yearly_compare_declared(
    const struct yearly *yearly, const struct yearly *previous,
    struct diag *diag);

#endif
