/*
 * The values of a dataset as the unknowns of equations; within check/ only.
 */
#ifndef GONGBAO_CHECK_EQUATIONS_H
#define GONGBAO_CHECK_EQUATIONS_H

#include <stdbool.h>
#include <stddef.h>

#include <glib.h>

#include "base/diag.h"
#include "model/dataset.h"

struct equation;

/* A value by its key, whether it is observed or not. */
struct cell {
    const char *indicator;
    const char *period;
    const struct dataset_obs *published;  /* NULL: by none */
    const struct dataset_obs *suppressed; /* NULL: by none */
    bool is_known;
    const struct equation *known_by; /* NULL: it is published */
    GPtrArray *equations;            /* of struct equation that it is in */
};

enum equation_kind {
    EQUATION_GROUP,   /* a whole and the parts that exhaust it */
    EQUATION_SHARES,  /* the shares that exhaust a whole */
    EQUATION_RATIO,   /* a ratio and the two amounts that it is of */
    EQUATION_PERIODS, /* a period and the periods that it consists of */
    EQUATION_BASE,    /* a level that is stated as the base of another */
    EQUATION_CHANGE   /* a level, and the earlier one that it changed from */
};

struct equation {
    enum equation_kind kind;
    GPtrArray *cells; /* of struct cell; a whole before its parts */
    struct diag_pos pos;
};

struct equations {
    GPtrArray *all;        /* of struct equation */
    GPtrArray *suppressed; /* of struct cell, in order of the files */
    GHashTable *cells;     /* key -> struct cell */
    GHashTable *parts;     /* "whole group" -> GPtrArray of its parts' ids;
                              "shares whole group" -> of its shares' */
    GHashTable *made;      /* keys of equations that are there */
    GStringChunk *texts;
};

/* NULL: nothing is suppressed.  The files must outlive it; the caller frees. */
struct equations *equations_new(
    const struct dataset *const *files, size_t count);
void equations_free(struct equations *system);

/* The one cell that is not known; NULL: there is none, or there are more. */
struct cell *equation_only_unknown(const struct equation *equation);

#endif
