/*
 * Folders of a run, and the programs beside this one.
 */
#include "run/places.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <glib.h>
#include <glib/gstdio.h>

#include "base/diag.h"

#define OWN_NAME "run"

bool places_enter(const struct places *places, struct diag *diag)
{
    if (g_chdir(places->project) != 0) {
        diag_report(diag, DIAG_INPUT_READ, DIAG_NOWHERE, places->project,
            g_strerror(errno));
        return false;
    }
    return true;
}

bool places_make(const char *folder, struct diag *diag)
{
    if (g_mkdir_with_parents(folder, 0777) != 0) {
        diag_report(
            diag, DIAG_OUTPUT, DIAG_NOWHERE, folder, g_strerror(errno));
        return false;
    }
    return true;
}

char *places_local(const char *path)
{
    g_autofree char *folder = g_get_current_dir();
    size_t length = strlen(folder);
    char *real = realpath(path, NULL);
    char *local;

    if (real != NULL && strncmp(real, folder, length) == 0 &&
        real[length] == '/') {
        local = g_strdup(real + length + 1);
    } else {
        local = g_strdup(real != NULL ? real : path);
    }
    free(real);
    return local;
}

char *places_program(const char *name)
{
    g_autofree char *own = g_file_read_link("/proc/self/exe", NULL);
    const char *path = own != NULL ? own : OWN_NAME;
    size_t length = strlen(path);
    g_autofree char *full = NULL;

    if (g_str_has_suffix(path, OWN_NAME)) {
        length -= strlen(OWN_NAME);
    }
    full = g_strdup_printf("%.*s%s", (int)length, path, name);
    return places_local(full);
}
