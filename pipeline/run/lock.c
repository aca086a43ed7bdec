/*
 * The files that hold the locks are this process's alone.
 */
#include "run/lock.h"

#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <sys/file.h>
#include <unistd.h>

#include <glib.h>
#include <glib/gstdio.h>

#include "base/diag.h"
#include "base/i18n.h"
#include "run/progress.h"

/* Microseconds. */
#define SECOND INT64_C(1000000)
#define LOOK_AGAIN 10000
#define IS_LONG (SECOND / 2)

struct wait {
    struct diag *diag;
    int64_t begun;
    int64_t limit;
    bool is_told;
};

static int held[3] = {-1, -1, -1};

static void tell(struct wait *wait, const char *path, int64_t waited)
{
    g_autofree char *line = NULL;

    if (!wait->is_told && waited > IS_LONG) {
        line = g_strdup_printf(_("waiting for another run on %s"), path);
        progress_note(line);
        wait->is_told = true;
    }
}

/* As flock, which has no limit of time, and which a signal would not end. */
static int lock(int file, const char *path, int how, struct wait *wait)
{
    int result;

    while ((result = flock(file, how | LOCK_NB)) != 0 &&
           (errno == EWOULDBLOCK || errno == EINTR)) {
        int64_t waited = g_get_monotonic_time() - wait->begun;

        if (errno == EINTR) {
            continue;
        }

        if (waited >= wait->limit) {
            errno = EWOULDBLOCK;
            break;
        }
        tell(wait, path, waited);
        g_usleep(LOOK_AGAIN);
    }
    return result;
}

static enum lock_result take(
    int *file, const char *path, int flags, int how, struct wait *wait)
{
    struct diag *diag = wait->diag;

    *file = open(path, flags | O_CLOEXEC, 0666);
    if (*file < 0) {
        diag_report(diag, DIAG_OUTPUT, DIAG_NOWHERE, path, g_strerror(errno));
        return LOCK_FAILED;
    }
    if (lock(*file, path, how, wait) == 0) {
        return LOCK_HELD;
    }
    if (errno == EWOULDBLOCK) {
        diag_report(diag, DIAG_LOCKED, DIAG_NOWHERE, path);
        return LOCK_BUSY;
    }
    diag_report(diag, DIAG_OUTPUT, DIAG_NOWHERE, path, g_strerror(errno));
    return LOCK_FAILED;
}

/* Where it cannot be written no state can be kept either, which is told then;
 * what is up to date needs none. */
static bool has_file(const char *state, char **path)
{
    int file;

    *path = g_build_filename(state, "lock", NULL);
    file = g_mkdir_with_parents(state, 0777) == 0
               ? open(*path, O_RDWR | O_CREAT | O_CLOEXEC, 0666)
               : -1;
    if (file >= 0) {
        close(file);
    }
    return file >= 0;
}

enum lock_result lock_take(const char *output, const char *state,
    const char *shard_file, unsigned wait, struct diag *diag)
{
    int how = shard_file != NULL ? LOCK_SH : LOCK_EX;
    struct wait waiting = {.diag = diag,
        .begun = g_get_monotonic_time(),
        .limit = wait * SECOND};
    g_autofree char *path = NULL;
    enum lock_result result =
        take(&held[0], output, O_RDONLY | O_DIRECTORY, how, &waiting);

    if (result == LOCK_HELD && has_file(state, &path)) {
        result = take(&held[1], path, O_RDWR, how, &waiting);
    }
    if (result == LOCK_HELD && shard_file != NULL) {
        result = take(
            &held[2], shard_file, O_RDWR | O_CREAT, LOCK_EX, &waiting);
    }
    if (waiting.is_told) {
        progress_note("");
    }
    return result;
}

void lock_release(void)
{
    for (int i = 0; i < 3; i++) {
        if (held[i] >= 0) {
            close(held[i]);
            held[i] = -1;
        }
    }
}
