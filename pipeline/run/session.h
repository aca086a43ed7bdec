/*
 * What a run holds in its hands: the project's plan, its steps, and what is
 * known of them.
 */
#ifndef GONGBAO_RUN_SESSION_H
#define GONGBAO_RUN_SESSION_H

#include <stdbool.h>

#include <glib.h>

#include "run/build.h"
#include "run/last.h"
#include "run/plan.h"
#include "run/state.h"
#include "run/steps.h"

struct diag;

struct session {
    const struct build *build;
    struct diag *diag;
    struct plan *plan;
    GPtrArray *steps;  /* all */
    GPtrArray *chosen; /* those that are wanted */
    struct snapshot *snapshot;
    struct state *state;
    char *state_folder;
    char *state_file; /* in that folder */
    char *last_path;
    char *log_file;  /* of its own, in <work>/log */
    char *lock_path; /* of a shard; NULL: the output folder is ours alone */
    struct last last;
    bool has_last;
    bool has_unreleased; /* what comes after reports has failed */
};

/* Names the files, reads nothing.  session_close frees it. */
void session_open(struct session *session, const struct build *build);

/* Reads all that there is, and writes nothing. */
void session_read(struct session *session);
void session_close(struct session *session);

/* The worst class of what was reported so far; says it. */
int session_status(struct session *session);

#endif
