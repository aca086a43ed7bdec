/*
 * Some workers at a time: as many jobs as are asked for are being done, by
 * programs that stay between jobs of the same kind.
 */
#ifndef GONGBAO_RUN_POOL_H
#define GONGBAO_RUN_POOL_H

#include <stdbool.h>
#include <stdint.h>

#include "run/worker.h"

struct step;

struct pool;

/* At most jobs at a time, each no longer than limit seconds.  wake is a file
 * that pool_wait also waits for, or -1.  The caller frees it. */
struct pool *pool_new(unsigned jobs, int64_t limit, int wake);

/* Jobs that are being done are cut short. */
void pool_free(struct pool *pool);

bool pool_has_room(const struct pool *pool);
bool pool_is_idle(const struct pool *pool);

/* How a job ends. */
enum pool_event {
    POOL_NOTHING,  /* time has passed, or something is to be read from wake */
    POOL_DONE,
    POOL_UNLOADED, /* the system could not load the program */
    POOL_DIED,     /* the program ended before the job did */
    POOL_STUCK     /* the limit has passed; the program was ended */
};

/*
 * Begins a job; the pool has room.  NULL: the program cannot be begun, *why, to
 * be freed, says what happened.
 */
struct worker *pool_begin(struct pool *pool, struct step *step, char **why);

/*
 * Waits at most so many milliseconds for something to happen.  The step is set
 * for what is no POOL_NOTHING; *answer lives until the next call; *why, to be
 * freed, says how a program ended.
 */
enum pool_event pool_wait(struct pool *pool, int milliseconds,
    struct step **step, const struct answer **answer, char **why);

#endif
