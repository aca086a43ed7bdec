/*
 * Secondary disclosure: a suppressed value that follows from what is
 * published.  Values are tied by equations: the parts of an exhaustive group
 * and their whole, the parts of a year and the year, a stated change and the
 * levels on both its sides, a stated base and the level that it is.  One that
 * leaves a single value open gives it, which may leave another one with a
 * single value open, and so on.
 */
#ifndef GONGBAO_CHECK_DISCLOSURE_H
#define GONGBAO_CHECK_DISCLOSURE_H

#include <stddef.h>

struct dataset;
struct diag;

/*
 * Reports each suppressed observation (status Q, or confidential) of the files
 * of one dataset that can be worked out, and how.
 */
void disclosure_find(
    const struct dataset *const *files, size_t count, struct diag *diag);

#endif
