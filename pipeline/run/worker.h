/*
 * A stage program that does one job after the other (--batch), and what it
 * answers.
 */
#ifndef GONGBAO_RUN_WORKER_H
#define GONGBAO_RUN_WORKER_H

#include <stdbool.h>
#include <stdint.h>

#include <glib.h>

#include "run/tools.h"

struct step;

struct answer {
    GPtrArray *reads; /* of char * */
    GPtrArray *wrote; /* of char * */
    GPtrArray *said;  /* of char *, lines as on standard error */
    char *class;      /* of a failure; NULL: none was named */
    unsigned pages;
    int status;   /* the exit status that the job would have had */
    bool is_done; /* the answer is complete */
};

struct worker {
    enum tool tool;
    GPid process;
    int input;   /* jobs go there */
    int output;  /* answers come from there */
    GString *unread;
    struct step *step;    /* its job; NULL: it has none */
    int64_t deadline;     /* monotonic, microseconds */
    struct answer answer; /* as far as it has come */
    bool is_unloaded;     /* it has ended without having been loaded */
};

/* NULL: it cannot be begun; *why, to be freed, says what happened. */
struct worker *worker_new(enum tool tool, char **why);

/* Ends the process, at once where it has a job, and frees the worker. */
void worker_free(struct worker *worker);

/* Gives it a job.  False: it is gone. */
bool worker_begin(
    struct worker *worker, struct step *step, int64_t seconds);

/* Reads what has come of the answer.  False: nothing more will come. */
bool worker_read(struct worker *worker);

/* How the process ended: "signal 9", "exit status 2".  Caller frees. */
char *worker_end(struct worker *worker);

/* Of the next job. */
void answer_clear(struct answer *answer);

#endif
