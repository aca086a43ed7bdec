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

#endif
