/*
 * Files by GLib, with the diagnostics of the programs.
 */
#include "base/files.h"

#include "base/diag.h"

GBytes *files_read(const char *path, struct diag *diag)
{
    g_autoptr(GError) error = NULL;
    char *bytes;
    gsize size;

    if (!g_file_get_contents(path, &bytes, &size, &error)) {
        /* GLib's message names the file; what went wrong comes last. */
        const char *colon = g_strrstr(error->message, ": ");

        diag_report(diag, DIAG_INPUT_READ, DIAG_NOWHERE, path,
            colon != NULL ? colon + 2 : error->message);
        return NULL;
    }
    return g_bytes_new_take(bytes, size);
}
