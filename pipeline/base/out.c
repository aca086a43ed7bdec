/*
 * Whole files by a new file (base/newfile.h), streams as they are.
 */
#include "base/out.h"

#include <errno.h>
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
#include "base/newfile.h"

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

bool out_write(
    const char *path, const void *bytes, size_t size, struct diag *diag)
{
    struct newfile file;
    bool is_written = false;

    if (strcmp(path, "-") == 0) {
        return write_stream(stdout, _("standard output"), bytes, size, diag);
    }
    if (is_special(path)) {
        return write_special(path, bytes, size, diag);
    }
    if (batch_is_serving() && files_hold(path, bytes, size)) {
        newfile_sweep(path);
        batch_wrote(path);
        return true;
    }
    if (newfile_open(&file, path)) {
        if (newfile_write(&file, bytes, size)) {
            is_written = newfile_keep(&file);
        } else {
            newfile_drop(&file);
        }
    }
    if (is_written) {
        batch_wrote(path);
    } else {
        diag_report(diag, DIAG_OUTPUT, DIAG_NOWHERE, path, g_strerror(errno));
    }
    return is_written;
}

/* ---- Piece by piece ---- */

#define HELD_MAX ((gsize)1 << 22)

struct out {
    const char *path;
    struct diag *diag;
    GString *held; /* up to HELD_MAX bytes need no other file */
    int fd;        /* of the other file; -1: there is none yet */
    bool is_new;   /* it is file, else one without a name */
    struct newfile file;
    bool failed;
};

struct out *out_open(const char *path, struct diag *diag)
{
    struct out *out = g_new0(struct out, 1);

    out->path = path;
    out->diag = diag;
    out->held = g_string_new(NULL);
    out->fd = -1;
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

/* For what ends in a stream. */
static int open_nameless(void)
{
    g_autofree char *name = NULL;
    int fd = g_file_open_tmp("gongbao-XXXXXX", &name, NULL);

    if (fd >= 0) {
        g_unlink(name);
    }
    return fd;
}

static void open_other(struct out *out)
{
    if (strcmp(out->path, "-") == 0 || is_special(out->path)) {
        out->fd = open_nameless();
    } else if (newfile_open(&out->file, out->path)) {
        out->fd = out->file.fd;
        out->is_new = true;
    }
}

static void write_held(struct out *out)
{
    if (out->fd < 0) {
        open_other(out);
    }
    if (out->fd < 0 ||
        !newfile_write_all(out->fd, out->held->str, out->held->len)) {
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

static bool copy_all(int from, FILE *to)
{
    char buffer[1 << 16];
    ssize_t got;

    if (lseek(from, 0, SEEK_SET) != 0) {
        return false;
    }
    while ((got = read(from, buffer, sizeof buffer)) != 0) {
        if (got < 0 && errno != EINTR) {
            return false;
        }
        if (got > 0 && fwrite(buffer, 1, (size_t)got, to) != (size_t)got) {
            return false;
        }
    }
    return fflush(to) == 0;
}

/* The other file was gathered for a stream. */
static void pour(struct out *out)
{
    FILE *to = strcmp(out->path, "-") == 0 ? stdout : fopen(out->path, "wb");

    if (to == NULL || !copy_all(out->fd, to)) {
        fail(out);
    }
    if (to != NULL && to != stdout) {
        fclose(to); /* nothing is left to write: flushed, or failed before */
    }
}

static void finish(struct out *out)
{
    if (out->fd < 0) {
        out->failed =
            !out_write(out->path, out->held->str, out->held->len, out->diag);
        return;
    }
    write_held(out);
    if (!out->failed && out->is_new) {
        out->is_new = false;
        out->fd = -1;
        if (newfile_keep(&out->file)) {
            batch_wrote(out->path);
        } else {
            fail(out);
        }
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
    if (out->is_new) {
        newfile_drop(&out->file);
    } else if (out->fd >= 0) {
        close(out->fd);
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

bool out_write_rule(const char *path, const char *const *targets,
    const char *const *inputs, size_t count, struct diag *diag)
{
    g_autoptr(GString) rule = g_string_new(NULL);
    g_autoptr(GString) empty = g_string_new(NULL);

    for (size_t i = 0; targets[i] != NULL; i++) {
        if (i > 0) {
            g_string_append_c(rule, ' ');
        }
        append_name(rule, targets[i]);
    }
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

bool out_write_depfile(const char *path, const char *target,
    const char *const *inputs, size_t count, struct diag *diag)
{
    const char *const targets[] = {target, NULL};

    return out_write_rule(path, targets, inputs, count, diag);
}
