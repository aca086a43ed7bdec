/*
 * Every figure that sources state and that others lead to, beside what those
 * give: the table of validate --recompute.
 */
#ifndef GONGBAO_YEARLY_RECOMPUTE_H
#define GONGBAO_YEARLY_RECOMPUTE_H

#include <stdbool.h>

#include <glib.h>

struct dataset;
struct diag;

/*
 * Joins count files of one dataset and writes the table, in the user's
 * language: a line for each stated change, base, ratio and sum, then the
 * counts of verdicts.  differs is set if one is not explained.  NULL,
 * reported: the files cannot be joined.  The caller frees the result.
 */
GString *recompute_write(const struct dataset *const *files, size_t count,
    bool *differs, struct diag *diag);

#endif
