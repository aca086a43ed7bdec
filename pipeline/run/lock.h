/*
 * One run at a time in an output folder: flock on the folder itself, which the
 * system gives back when the process ends, however it ends.  NFS keeps such a
 * lock of a folder on one machine and passes that of a file on, so that there
 * is one of a file too.
 */
#ifndef GONGBAO_RUN_LOCK_H
#define GONGBAO_RUN_LOCK_H

#include <stdbool.h>

struct diag;

enum lock_result { LOCK_HELD, LOCK_BUSY, LOCK_FAILED };

/*
 * Shards share the output folder and <state>/lock, and each has a file of its
 * own, which is made; shard_file is NULL for a run that has the folder alone.
 * For what another run holds it waits up to so many seconds in all, and on a
 * terminal says so; 0: it does not wait.  What fails is reported.  The lock is
 * held until the process ends, or lock_release.
 */
enum lock_result lock_take(const char *output, const char *state,
    const char *shard_file, unsigned wait, struct diag *diag);
void lock_release(void);

#endif
