/*
 * The lines of the table of stated figures; within yearly/ only.
 */
#ifndef GONGBAO_YEARLY_FIGURES_H
#define GONGBAO_YEARLY_FIGURES_H

#include <stddef.h>

#include <glib.h>

#include "base/diag.h"
#include "base/interval.h"
#include "yearly/yearly.h"

/* A stated figure and what was found of it.  Names are translated. */
struct figure {
    const char *indicator;         /* id; NULL: none */
    const struct dataset_obs *obs; /* its period */
    const char *what;              /* name of a change, or of another figure */
    const char *against;           /* period, group, or ids */
    const char *stated;
    int decimals;          /* of what is stated */
    const interval *range; /* in what it is stated in; NULL: none */
    enum yearly_verdict verdict;
    const char *reason; /* name; NULL: none */
    const char *detail; /* name, behind the reason; NULL: none */
    bool is_secret;     /* it would tell a confidential value */
    struct diag_pos pos;
};

struct figures {
    struct table *table;
    size_t counts[VERDICT_COUNT];
};

/* Begins a table with its head. */
void figures_begin(struct figures *figures);
void figures_add(struct figures *figures, const struct figure *figure);

/* The table and the line of counts; ends it.  The caller frees the text. */
GString *figures_end(struct figures *figures);

#endif
