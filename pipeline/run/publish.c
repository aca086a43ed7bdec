/*
 * The release is made of what the state says was built.
 */
#include "run/publish.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <glib.h>

#include "base/child.h"
#include "base/diag.h"
#include "run/build.h"
#include "run/classes.h"
#include "run/places.h"
#include "run/signals.h"

#define PROGRAM "release"
#define WAIT_MS 50

static int fail(const char *why)
{
    struct diag *diag = diag_new(g_get_prgname());

    diag_report(diag, DIAG_WORKER_NONE, DIAG_NOWHERE, PROGRAM,
        "gongbao.conf", why);
    diag_flush(diag);
    diag_free(diag);
    return RUN_INTERNAL;
}

/* Waits for its end; status as of waitpid. */
static int wait_for(GPid process, int wake)
{
    int status = 0;

    while (waitpid(process, &status, WNOHANG) == 0) {
        struct pollfd signals = {.fd = wake, .events = POLLIN};
        char byte;

        if (poll(&signals, 1, WAIT_MS) > 0 && read(wake, &byte, 1) == 1) {
            kill(process, signals_caught());
        }
    }
    return status;
}

int publish(const struct build *build, int wake)
{
    g_autofree char *program = places_program(PROGRAM);
    g_autofree char *work = g_strconcat("--work=", build->places.work, NULL);
    g_autofree char *output =
        g_strconcat("--output=", build->places.output, NULL);
    g_autofree char *config =
        g_strconcat("--config=", build->places.config, NULL);
    char *words[] = {program, (char[]){"--project=."}, work, output, config,
        NULL};
    g_autoptr(GError) error = NULL;
    GPid process;
    int status;

    if (access(program, X_OK) != 0) {
        return fail(g_strerror(errno));
    }
    if (!g_spawn_async(NULL, words, NULL, G_SPAWN_DO_NOT_REAP_CHILD,
            child_ends_with_us, NULL, &process, &error)) {
        return fail(error->message);
    }
    status = wait_for(process, wake);
    if (signals_caught() != 0) {
        return 128 + signals_caught();
    }
    if (!WIFEXITED(status)) {
        (void)g_spawn_check_wait_status(status, &error);
        return fail(error->message);
    }
    return WEXITSTATUS(status);
}
