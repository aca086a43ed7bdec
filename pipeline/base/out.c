/*
 * Whole files by GLib's temporary file, fsync and rename.
 */
#include "base/out.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <glib.h>
#include <glib/gstdio.h>

#include "base/batch.h"
#include "base/diag.h"
#include "base/files.h"
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

/* Behind a symbolic link the file is replaced, not the link. */
static char *behind_links(const char *path)
{
    char *resolved = realpath(path, NULL);
    char *real = g_strdup(resolved != NULL ? resolved : path);

    free(resolved);
    return real;
}

bool out_write(
    const char *path, const void *bytes, size_t size, struct diag *diag)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *real = NULL;

    if (strcmp(path, "-") == 0) {
        return write_stream(stdout, _("standard output"), bytes, size, diag);
    }
    if (is_special(path)) {
        return write_special(path, bytes, size, diag);
    }
    real = behind_links(path);
    if (!g_file_set_contents_full(real, bytes, (gssize)size,
            G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0666,
            &error)) {
        diag_report(diag, DIAG_OUTPUT, DIAG_NOWHERE, path, reason(error));
        return false;
    }
    batch_wrote(path);
    return true;
}

/* ---- Piece by piece ---- */

#define HELD_MAX ((gsize)1 << 22)

struct out {
    const char *path;
    struct diag *diag;
    GString *held;   /* up to HELD_MAX bytes need no other file */
    FILE *stream;    /* to the other file; NULL: there is none yet */
    char *temporary; /* its name; NULL: it has none */
    bool failed;
};

struct out *out_open(const char *path, struct diag *diag)
{
    struct out *out = g_new0(struct out, 1);

    out->path = path;
    out->diag = diag;
    out->held = g_string_new(NULL);
    return out;
}

static void fail(struct out *out)
{
    if (!out->failed) {
        diag_report(out->diag, DIAG_OUTPUT, DIAG_NOWHERE,
            strcmp(out->path, "-") == 0 ? _("standard output") : out->path,
            g_strerror(errno));
    }
    out->failed = true;
}

static void open_beside(struct out *out)
{
    g_autofree char *real = behind_links(out->path);
    int file;

    out->temporary = g_strconcat(real, ".XXXXXX", NULL);
    file = g_mkstemp_full(out->temporary, O_RDWR, 0666);
    out->stream = file >= 0 ? fdopen(file, "w+b") : NULL;
    if (file < 0) {
        g_clear_pointer(&out->temporary, g_free);
    }
}

static void write_held(struct out *out)
{
    if (out->stream == NULL) {
        if (strcmp(out->path, "-") == 0 || is_special(out->path)) {
            out->stream = tmpfile();
        } else {
            open_beside(out);
        }
    }
    if (out->stream == NULL || fwrite(out->held->str, 1, out->held->len,
                                   out->stream) != out->held->len) {
        fail(out);
    }
    g_string_truncate(out->held, 0);
}

void out_append(struct out *out, const void *bytes, size_t size)
{
    if (out->failed) {
        return;
    }
    g_string_append_len(out->held, bytes, (gssize)size);
    if (out->held->len > HELD_MAX) {
        write_held(out);
    }
}

static bool copy_all(FILE *from, FILE *to)
{
    char buffer[1 << 16];
    size_t got;

    rewind(from);
    while ((got = fread(buffer, 1, sizeof buffer, from)) > 0) {
        if (fwrite(buffer, 1, got, to) != got) {
            return false;
        }
    }
    return ferror(from) == 0 && fflush(to) == 0;
}

/* The other file was gathered for a stream. */
static void pour(struct out *out)
{
    FILE *to = strcmp(out->path, "-") == 0 ? stdout : fopen(out->path, "wb");

    if (to == NULL || !copy_all(out->stream, to)) {
        fail(out);
    }
    if (to != NULL && to != stdout) {
        fclose(to); /* nothing is left to write: flushed, or failed before */
    }
}

static void put_in_place(struct out *out)
{
    g_autofree char *real = behind_links(out->path);

    if (fflush(out->stream) != 0 || fsync(fileno(out->stream)) != 0 ||
        g_rename(out->temporary, real) != 0) {
        fail(out);
        return;
    }
    g_clear_pointer(&out->temporary, g_free);
    batch_wrote(out->path);
}

static void finish(struct out *out)
{
    if (out->stream == NULL) {
        out->failed =
            !out_write(out->path, out->held->str, out->held->len, out->diag);
        return;
    }
    write_held(out);
    if (!out->failed && out->temporary != NULL) {
        put_in_place(out);
    } else if (!out->failed) {
        pour(out);
    }
}

bool out_close(struct out *out, bool is_good)
{
    bool is_written;

    if (is_good && !out->failed) {
        finish(out);
    }
    is_written = is_good && !out->failed;
    if (out->stream != NULL) {
        fclose(out->stream);
    }
    if (out->temporary != NULL) {
        g_unlink(out->temporary);
        g_free(out->temporary);
    }
    g_string_free(out->held, TRUE);
    g_free(out);
    return is_written;
}

/* ---- Dependencies ---- */

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

    append_name(rule, target);
    g_string_append_c(rule, ':');
    for (size_t i = 0; i < count; i++) {
        g_autofree char *name = files_local_name(inputs[i]);

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
