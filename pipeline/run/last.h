/*
 * What is remembered of the last run: <work>/state/main.run, or that of a
 * shard.
 */
#ifndef GONGBAO_RUN_LAST_H
#define GONGBAO_RUN_LAST_H

#include <stdbool.h>

struct diag;

struct last {
    char *id;
    char *begun; /* "2026-11-30T01:02:03Z" */
    char *ended; /* NULL: it has not ended, or was killed */
    int status;
    int made; /* steps */
    int failed;
};

/* False: there was none.  last_clear frees what it has. */
bool last_load(struct last *last, const char *path);
void last_clear(struct last *last);

/* False: reported. */
bool last_save(const struct last *last, const char *path, struct diag *diag);

#endif
