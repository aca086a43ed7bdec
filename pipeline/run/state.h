/*
 * What was made of what: a record of each step that went well, kept in
 * files <work>/state/NAME.tsv, main or one a shard.
 *
 * A step is current if its command line is the same, the program and its
 * libraries are, each file that it read is there as it was, and each file that
 * it wrote.
 */
#ifndef GONGBAO_RUN_STATE_H
#define GONGBAO_RUN_STATE_H

#include <stdbool.h>

#include <glib.h>

#include "run/snapshot.h"

struct diag;

/* Files by version; the program with its libraries, for example. */
struct state_set {
    GPtrArray *files; /* of struct seen */
    unsigned number;
};

struct record {
    char *name; /* of the step: the path of its first output */
    char key[SNAPSHOT_HEX];
    const struct state_set *tool;
    GPtrArray *reads;    /* of struct seen */
    GPtrArray *wrote;    /* of struct seen */
    unsigned pages;      /* of a PDF; 0: it is none */
    bool is_new;         /* of this run */
    struct record *next; /* of another state file; NULL: the last */
};

/* What went wrong the last time, and has not gone well since. */
struct failure {
    char *class;
    char *run;  /* the id of the run */
    char *said; /* its first diagnostic */
};

struct state;

/*
 * The state of the folder <work>/state; where there is none, or it is of
 * another version or damaged, there is nothing in it and all is made again.
 * Files are those of snapshot, which outlives it.  The caller frees it.
 */
struct state *state_load(const char *folder, struct snapshot *snapshot);
void state_free(struct state *state);

/* The first of the records of that name; NULL: there is none. */
const struct record *state_find(const struct state *state, const char *name);

/* The record that is current; NULL: there is none. */
const struct record *state_current(const struct state *state, const char *name,
    const char *key, struct snapshot *snapshot);

/* Calls visit for each name that there are records of. */
void state_each(const struct state *state,
    void (*visit)(const struct record *record, void *user), void *user);

/* NULL: the step has not failed. */
const struct failure *state_failure(
    const struct state *state, const char *name);
void state_each_failure(const struct state *state,
    void (*visit)(const char *name, const struct failure *failure, void *user),
    void *user);

/* --- changes --- */

/* The set of these files, owned by state. */
const struct state_set *state_set_of(struct state *state, GPtrArray *files);

/* In place of those of its name; state takes it over.  A failure is
 * forgotten. */
void state_put(struct state *state, struct record *record);
struct record *record_new(const char *name, const char *key);
void record_free(struct record *record);

/* The one record that counts of those of its name; a failure is forgotten. */
void state_keep(struct state *state, const struct record *record);
void state_fail(struct state *state, const char *name, const char *class,
    const char *run, const char *said);
void state_drop(struct state *state, const char *name);

/* True if what is in the files is not what is here. */
bool state_is_changed(const struct state *state);

/* True if there are files of shards, which could be one with main.tsv. */
bool state_is_sharded(const struct state *state);

/* Forgets failures of steps that is_step does not know. */
void state_forget_failures(struct state *state,
    bool (*is_step)(const char *name, void *user), void *user);

/* Files of the records are below this folder too; it outlives the state. */
void state_covers(struct state *state, const char *folder);

/*
 * Writes <folder>/<file>, when the files that it tells of are on the disk; with
 * is_all it then stands for all, and the other ones are deleted.  wanted
 * chooses what is written; NULL: everything.  False: reported.
 */
bool state_save(struct state *state, const char *file, bool is_all,
    bool (*wanted)(const char *name, void *user), void *user,
    struct diag *diag);

#endif
