/*
 * The jobs that a plan comes to, each after those whose outputs it reads: a
 * dataset's files are accepted, then aggregated, then its reports are made.
 */
#ifndef GONGBAO_RUN_STEPS_H
#define GONGBAO_RUN_STEPS_H

#include <stdbool.h>
#include <stdint.h>

#include <glib.h>

#include "run/config.h"
#include "run/plan.h"
#include "run/snapshot.h"
#include "run/tools.h"

struct record;

enum step_phase {
    STEP_WAITING, /* for what it needs */
    STEP_READY,
    STEP_RUNNING,
    /* Those below are over. */
    STEP_CURRENT, /* nothing was to be made */
    STEP_MADE,
    STEP_FAILED,
    STEP_HELD /* what it needs has failed */
};

struct step {
    enum tool tool;
    char *name;          /* the path of its first output, or "lint NAME" */
    GPtrArray *words;    /* of char *, of its command line; NULL-terminated */
    GPtrArray *inputs;   /* of char *, paths that it is known to read */
    GPtrArray *outputs;  /* of char *, paths that it is known to write */
    GPtrArray *needs;    /* of struct step */
    GPtrArray *followed; /* of struct step: what needs it */
    const struct plan_dataset *dataset; /* NULL: of none */
    const struct plan_report *report;   /* NULL: makes none */
    char key[SNAPSHOT_HEX];             /* of the words, and what they mean */
    enum step_phase phase;
    unsigned waits; /* how many needs are not over */
    unsigned tries;
    int64_t begun; /* monotonic, microseconds */
    const struct record *record; /* what is known of its outputs; NULL: none */
    GPtrArray *said;             /* of char *, diagnostics; NULL: none */
    const char *class;           /* of its failure; NULL: it has not failed */
};

static inline bool step_is_over(const struct step *step)
{
    return step->phase >= STEP_CURRENT;
}

/*
 * Of the whole plan, in an order in which they can be made.  With is_lint the
 * reports are looked over instead of made.  config says how much a step may
 * take.  The caller unrefs it; the plan outlives it.
 */
GPtrArray *steps_new(
    const struct plan *plan, const struct config *config, bool is_lint);

#endif
