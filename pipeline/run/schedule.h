/*
 * Makes what is out of date, each step after those that it needs, several at a
 * time.  What fails holds up what depends on it and nothing else.
 */
#ifndef GONGBAO_RUN_SCHEDULE_H
#define GONGBAO_RUN_SCHEDULE_H

#include <stdbool.h>
#include <stdint.h>

#include <glib.h>

#include "run/state.h"
#include "run/steps.h"

struct diag;
struct log;

struct schedule {
    /* What is given. */
    GPtrArray *steps; /* of struct step, those that are wanted */
    struct state *state;
    struct snapshot *snapshot;
    struct log *log;
    struct diag *diag;
    const char *run; /* its id */
    unsigned jobs;
    int64_t limit;          /* seconds that a job may take */
    int wake;               /* a file that has something when a signal came */
    const char *state_file; /* to be written from time to time */
    bool is_verbose;        /* what was made is said */
    bool (*owns)(const char *name, void *user); /* NULL: all */
    void *user;
    void (*begin)(void *user); /* once, before the first step is made */

    /* What comes of it. */
    unsigned made;
    unsigned failed; /* steps that failed, or were held up */
    int status;      /* the worst class (classes.h) */
    bool is_stopped; /* by a signal */
};

void schedule_run(struct schedule *schedule);

/* Why a step is not current, for --dry-run; NULL: it is.  Caller frees. */
char *schedule_reason(const struct schedule *schedule, const struct step *step);

#endif
