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
#define INSTALLED "gongbao-" /* what names of programs begin with then */

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
    g_autofree char *base = g_path_get_basename(path);
    g_autofree char *folder = g_path_get_dirname(path);
    g_autofree char *full = g_strdup_printf("%s/%s%s", folder,
        g_str_has_prefix(base, INSTALLED) ? INSTALLED : "", name);

    return places_local(full);
}
