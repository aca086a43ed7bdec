/*
 * A file of keys and values.
 */
#include "run/last.h"

#include <string.h>

#include <glib.h>

#include "base/out.h"
#include "run/places.h"

#define GROUP "run"

bool last_load(struct last *last, const char *path)
{
    g_autoptr(GKeyFile) file = g_key_file_new();

    memset(last, 0, sizeof *last);
    if (!g_key_file_load_from_file(file, path, G_KEY_FILE_NONE, NULL)) {
        return false;
    }
    last->id = g_key_file_get_string(file, GROUP, "id", NULL);
    last->begun = g_key_file_get_string(file, GROUP, "begun", NULL);
    last->ended = g_key_file_get_string(file, GROUP, "ended", NULL);
    last->status = g_key_file_get_integer(file, GROUP, "status", NULL);
    last->made = g_key_file_get_integer(file, GROUP, "made", NULL);
    last->failed = g_key_file_get_integer(file, GROUP, "failed", NULL);
    return last->id != NULL && last->begun != NULL;
}

void last_clear(struct last *last)
{
    g_free(last->id);
    g_free(last->begun);
    g_free(last->ended);
    memset(last, 0, sizeof *last);
}

bool last_save(const struct last *last, const char *path, struct diag *diag)
{
    g_autoptr(GKeyFile) file = g_key_file_new();
    g_autofree char *folder = g_path_get_dirname(path);
    g_autofree char *text = NULL;
    gsize length;

    g_key_file_set_string(file, GROUP, "id", last->id);
    g_key_file_set_string(file, GROUP, "begun", last->begun);
    if (last->ended != NULL) {
        g_key_file_set_string(file, GROUP, "ended", last->ended);
        g_key_file_set_integer(file, GROUP, "status", last->status);
    }
    g_key_file_set_integer(file, GROUP, "made", last->made);
    g_key_file_set_integer(file, GROUP, "failed", last->failed);
    text = g_key_file_to_data(file, &length, NULL);
    return places_make(folder, diag) && out_write(path, text, length, diag);
}
