/*
 * Whole files by GLib's temporary file, fsync and rename.
 */
#include "base/out.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <glib.h>

#include "base/diag.h"
#include "base/i18n.h"

static bool write_stream(FILE *stream, const char *name, const void *bytes,
    size_t size, struct diag *diag)
{
    if (fwrite(bytes, 1, size, stream) != size || fflush(stream) != 0) {
        diag_report(diag, DIAG_OUTPUT, DIAG_NOWHERE, name, g_strerror(errno));
        return false;
    }
    return true;
}

/* A device or a pipe: renaming over it would put a file in its place. */
static bool is_special(const char *path)
{
    return g_file_test(path, G_FILE_TEST_EXISTS) &&
           !g_file_test(path, G_FILE_TEST_IS_REGULAR) &&
           !g_file_test(path, G_FILE_TEST_IS_DIR);
}

static bool write_special(
    const char *path, const void *bytes, size_t size, struct diag *diag)
{
    FILE *stream = fopen(path, "wb");
    bool is_written;

    if (stream == NULL) {
        diag_report(diag, DIAG_OUTPUT, DIAG_NOWHERE, path, g_strerror(errno));
        return false;
    }
    is_written = write_stream(stream, path, bytes, size, diag);
    fclose(stream); /* nothing is left to write: flushed, or failed before */
    return is_written;
}

/* GLib's message names the temporary file; what went wrong comes last. */
static const char *reason(const GError *error)
{
    const char *colon = g_strrstr(error->message, ": ");

    return colon != NULL ? colon + 2 : error->message;
}

bool out_write(
    const char *path, const void *bytes, size_t size, struct diag *diag)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *real = NULL;
    char *resolved;

    if (strcmp(path, "-") == 0) {
        return write_stream(stdout, _("standard output"), bytes, size, diag);
    }
    if (is_special(path)) {
        return write_special(path, bytes, size, diag);
    }
    /* Behind a symbolic link the file is replaced, not the link. */
    resolved = realpath(path, NULL);
    real = g_strdup(resolved != NULL ? resolved : path);
    free(resolved);
    if (!g_file_set_contents_full(real, bytes, (gssize)size,
            G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0666,
            &error)) {
        diag_report(diag, DIAG_OUTPUT, DIAG_NOWHERE, path, reason(error));
        return false;
    }
    return true;
}

/* path as seen from the working folder where it is below it. */
static char *local_name(const char *path, const char *folder)
{
    char *real = realpath(path, NULL);
    char *name;
    size_t length = strlen(folder);

    if (real == NULL) {
        return g_strdup(path);
    }
    if (strncmp(real, folder, length) == 0 && real[length] == '/') {
        name = g_strdup(real + length + 1);
    } else {
        name = g_strdup(real);
    }
    free(real);
    return name;
}

/* Make reads blanks, dollars and number signs in names unless escaped. */
static void append_name(GString *rule, const char *name)
{
    for (; *name != '\0'; name++) {
        if (*name == '$') {
            g_string_append_c(rule, '$');
        } else if (strchr(" #\\:%", *name) != NULL) {
            g_string_append_c(rule, '\\');
        }
        g_string_append_c(rule, *name);
    }
}

bool out_write_depfile(const char *path, const char *target,
    const char *const *inputs, size_t count, struct diag *diag)
{
    g_autoptr(GString) rule = g_string_new(NULL);
    g_autoptr(GString) empty = g_string_new(NULL);
    g_autofree char *folder = g_get_current_dir();

    append_name(rule, target);
    g_string_append_c(rule, ':');
    for (size_t i = 0; i < count; i++) {
        g_autofree char *name = local_name(inputs[i], folder);

        if (strcmp(inputs[i], "-") == 0) {
            continue;
        }
        g_string_append(rule, " \\\n ");
        append_name(rule, name);
        append_name(empty, name);
        g_string_append(empty, ":\n");
    }
    g_string_append_c(rule, '\n');
    g_string_append_len(rule, empty->str, (gssize)empty->len);
    return out_write(path, rule->str, rule->len, diag);
}
