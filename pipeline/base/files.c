/*
 * Files by GLib, with the diagnostics of the programs.
 */
#include "base/files.h"

#include <stdlib.h>
#include <string.h>

#include <sys/stat.h>

#include "base/diag.h"

#define NAME_MAX_BYTES 200

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

bool files_hold(const char *path, const void *bytes, size_t size)
{
    g_autofree char *held = NULL;
    struct stat info;
    gsize length;

    return stat(path, &info) == 0 && S_ISREG(info.st_mode) &&
           (size_t)info.st_size == size &&
           g_file_get_contents(path, &held, &length, NULL) &&
           length == size && memcmp(held, bytes, size) == 0;
}

char *files_plain_name(const char *name)
{
    g_autofree char *base = g_path_get_basename(name);
    g_autofree char *valid = g_utf8_make_valid(base, -1);
    size_t length = strlen(valid);

    if (length > NAME_MAX_BYTES) {
        char *end = g_utf8_find_prev_char(valid, valid + NAME_MAX_BYTES);

        *(end != NULL ? end : valid) = '\0';
    }
    for (char *p = valid; *p != '\0'; p++) {
        if (g_ascii_iscntrl(*p) || strchr("/\\:*?\"<>|", *p) != NULL ||
            (p == valid && *p == '.')) {
            *p = '_';
        }
    }
    return *valid != '\0' ? g_steal_pointer(&valid) : g_strdup("_");
}

char *files_local_name(const char *path)
{
    g_autofree char *folder = g_get_current_dir();
    g_autofree char *base = g_path_get_basename(path);
    g_autofree char *above = g_path_get_dirname(path);
    size_t length = strlen(folder);
    char *real;
    char *name;

    if (!g_path_is_absolute(path)) {
        return g_strdup(g_str_has_prefix(path, "./") ? path + 2 : path);
    }
    real = realpath(above, NULL);
    name = g_build_filename(real != NULL ? real : above, base, NULL);
    free(real);
    if (strncmp(name, folder, length) == 0 && name[length] == '/') {
        memmove(name, name + length + 1, strlen(name) - length);
    }
    return name;
}
