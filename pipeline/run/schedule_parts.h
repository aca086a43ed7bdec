/*
 * What the parts of the schedule know of each other; not for others.
 */
#ifndef GONGBAO_RUN_SCHEDULE_PARTS_H
#define GONGBAO_RUN_SCHEDULE_PARTS_H

#include "base/diag.h"
#include "run/schedule.h"

struct answer;
struct pool;
struct progress;

struct work {
    struct schedule *schedule;
    GQueue ready; /* of struct step */
    struct pool *pool;
    struct progress *progress;
    GPid processes[TOOL_COUNT];                /* one that runs, of each */
    const struct state_set *tools[TOOL_COUNT]; /* NULL: not known yet */
    GHashTable *folders; /* that are known to be there */
    unsigned over;
    guint said; /* so many steps have had their say */
    int64_t saved;
};

void work_open(struct work *work);
void work_close(struct work *work);

/* Looks at all that is known to be read, before it is. */
void work_prepare(struct work *work, struct step *step);

/* The folders of its outputs.  False: said. */
bool work_make_folders(struct work *work, struct step *step);

/* Keeps what a job that went well has read and written.  False: said. */
bool work_record(
    struct work *work, struct step *step, const struct answer *answer);

/* Does a step of TOOL_COPY.  False: said, and step->class is set. */
bool work_copy(struct work *work, struct step *step);

/* Adds a diagnostic of our own to those of the step: a program, and why. */
void work_complain(struct step *step, enum diag_id id, const char *program,
    const char *why);

/* A signal has come that ends the run. */
bool work_is_stopped(struct work *work);

#endif
