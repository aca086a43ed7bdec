/*
 * The files that hold the locks are this process's alone.
 */
#include "run/lock.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <glib.h>

#include "base/diag.h"

static int held[2] = {-1, -1};

static enum lock_result take(
    int *file, const char *path, int flags, int how, struct diag *diag)
{
    *file = open(path, flags | O_CLOEXEC, 0666);
    if (*file < 0) {
        diag_report(diag, DIAG_OUTPUT, DIAG_NOWHERE, path, g_strerror(errno));
        return LOCK_FAILED;
    }
    if (flock(*file, how | LOCK_NB) == 0) {
        return LOCK_HELD;
    }
    if (errno == EWOULDBLOCK) {
        diag_report(diag, DIAG_LOCKED, DIAG_NOWHERE, path);
        return LOCK_BUSY;
    }
    diag_report(diag, DIAG_OUTPUT, DIAG_NOWHERE, path, g_strerror(errno));
    return LOCK_FAILED;
}

enum lock_result lock_take(
    const char *folder, const char *shard_file, struct diag *diag)
{
    enum lock_result result = take(&held[0], folder, O_RDONLY | O_DIRECTORY,
        shard_file != NULL ? LOCK_SH : LOCK_EX, diag);

    if (result == LOCK_HELD && shard_file != NULL) {
        result = take(
            &held[1], shard_file, O_RDWR | O_CREAT, LOCK_EX, diag);
    }
    return result;
}

void lock_release(void)
{
    for (int i = 0; i < 2; i++) {
        if (held[i] >= 0) {
            close(held[i]);
            held[i] = -1;
        }
    }
}
