/*
 * Finds the installed parts from the place of the running program.
 */
#include "base/paths.h"

#include <stdlib.h>

#include <glib.h>

/* The folder that holds bin/ and share/; the caller frees it. */
static char *prefix(void)
{
    g_autofree char *program = g_file_read_link("/proc/self/exe", NULL);
    g_autofree char *bin = NULL;

    if (program == NULL) {
        return g_strdup(".");
    }
    bin = g_path_get_dirname(program);
    return g_path_get_dirname(bin);
}

char *paths_data(const char *name)
{
    const char *folder = g_getenv("GONGBAO_DATADIR");
    g_autofree char *root = NULL;

    if (folder != NULL && *folder != '\0') {
        return g_build_filename(folder, name, NULL);
    }
    root = prefix();
    return g_build_filename(root, "share", "gongbao", name, NULL);
}

char *paths_locale(void)
{
    g_autofree char *root = prefix();

    return g_build_filename(root, "share", "locale", NULL);
}
