/*
 * One run at a time in an output folder: flock on the folder itself, which the
 * system gives back when the process ends, however it ends.
 */
#ifndef GONGBAO_RUN_LOCK_H
#define GONGBAO_RUN_LOCK_H

#include <stdbool.h>

struct diag;

enum lock_result { LOCK_HELD, LOCK_BUSY, LOCK_FAILED };

/*
 * Shards share the folder, and each has a file of its own, which is made;
 * shard_file is NULL for a run that has the folder alone.  What fails is
 * reported.  The lock is held until the process ends, or lock_release.
 */
enum lock_result lock_take(
    const char *folder, const char *shard_file, struct diag *diag);
void lock_release(void);

#endif
