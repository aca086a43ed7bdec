/*
 * What this edition has other than an earlier one: that of the files given as
 * previous, else an older file among those joined.
 */
#ifndef GONGBAO_YEARLY_REVISION_H
#define GONGBAO_YEARLY_REVISION_H

#include "yearly/yearly.h"

struct diag;

/*
 * Fills in obs->revisions of all observations and yearly->previous.  Reports
 * what was revised without a reason, and what the previous edition has and
 * this one does not.  previous, NULL if there is none, must live as long as
 * yearly.
 */
void revision_fill(
    struct yearly *yearly, const struct yearly *previous, struct diag *diag);

#endif
