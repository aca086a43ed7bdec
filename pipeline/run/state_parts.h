/*
 * What the parts of the state know of each other; not for others.
 */
#ifndef GONGBAO_RUN_STATE_PARTS_H
#define GONGBAO_RUN_STATE_PARTS_H

#include "run/state.h"

/* The first line of each file. */
#define STATE_HEAD "gongbao-state\t1"
#define STATE_END ".tsv"
#define STATE_SHARD "shard-"
#define STATE_MAIN "main" STATE_END

struct state {
    char *folder;
    const char *covered; /* another folder with files of records, or NULL */
    struct snapshot *snapshot; /* not owned */
    GHashTable *records;       /* name -> struct record */
    GHashTable *failures;      /* name -> struct failure */
    GPtrArray *sets;           /* of struct state_set */
    GPtrArray *shards;         /* of char *, all files of shards */
    bool is_changed;
};

/* Adds to state what stands in a file.  False: it is damaged, or none. */
bool state_read(struct state *state, const char *path);

struct failure *failure_new(
    const char *class, const char *run, const char *said);

#endif
