/*
 * Joining the years of a dataset.
 */
#ifndef GONGBAO_YEARLY_MATCH_H
#define GONGBAO_YEARLY_MATCH_H

#include "yearly/yearly.h"

/*
 * Joins count datasets (at least one), in any order.  Where files say the same
 * thing in different words the newest one counts; where they contradict each
 * other it is reported.  NULL: with an error.  The caller frees the result.
 */
struct yearly *yearly_join(
    const struct dataset *const *files, size_t count, struct diag *diag);

#endif
