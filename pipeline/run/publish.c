/*
 * The release is made of what the state says was built.
 */
#include "run/publish.h"

#include <sys/wait.h>

#include <glib.h>

#include "base/diag.h"
#include "run/build.h"
#include "run/classes.h"
#include "run/places.h"

#define PROGRAM "release"

static int fail(const char *why)
{
    struct diag *diag = diag_new(g_get_prgname());

    diag_report(diag, DIAG_WORKER_NONE, DIAG_NOWHERE, PROGRAM,
        "gongbao.conf", why);
    diag_flush(diag);
    diag_free(diag);
    return RUN_INTERNAL;
}

int publish(const struct build *build)
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
    int status;

    if (!g_spawn_sync(NULL, words, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL,
            NULL, &status, &error)) {
        return fail(error->message);
    }
    if (!WIFEXITED(status)) {
        (void)g_spawn_check_wait_status(status, &error);
        return fail(error->message);
    }
    return WEXITSTATUS(status);
}
