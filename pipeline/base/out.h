/*
 * Output files appear whole or not at all.
 */
#ifndef GONGBAO_BASE_OUT_H
#define GONGBAO_BASE_OUT_H

#include <stdbool.h>
#include <stddef.h>

#include <glib.h>

struct diag;

/*
 * Writes size bytes as the file path: into a new file beside it, synced, then
 * renamed over it, so that a reader sees the old file or the new one; the
 * folder is synced last.
 * "-" is standard output; a device or a pipe is written to as it is; behind
 * a symbolic link the file is replaced.  Reports what fails (DIAG_OUTPUT) and
 * returns false; an earlier file is then still there.
 */
bool out_write(
    const char *path, const void *bytes, size_t size, struct diag *diag);

/* What becomes a file. */
struct out_file {
    char *path;
    GBytes *bytes;
};

/*
 * Writes count files, that differ, so that they do not wait for the disk one
 * after another.  Changes their order.  False: one was reported (DIAG_OUTPUT);
 * an earlier file of its name, and of some others, is then still there.
 */
bool out_write_files(struct out_file *files, size_t count, struct diag *diag);

/*
 * The same piece by piece, for what is too large to be held: it is gathered in
 * a file beside path, or in a temporary one where path is no regular file, and
 * appears as path when out_close is told that it is good.
 */
struct out;

/* path must outlive it. */
struct out *out_open(const char *path, struct diag *diag);

/* What fails is reported, once, and the rest is dropped. */
void out_append(struct out *out, const void *bytes, size_t size);

/* Frees it.  False: reported, or not good; an earlier file is still there. */
bool out_close(struct out *out, bool is_good);

/*
 * Writes a Make fragment to path: target depends on each of the count inputs,
 * and each input has an empty rule of its own, so that a deleted one does not
 * stop make.  Inputs below the working folder are written relative to it;
 * "-", standard input, is no file and left out.  Written before the target
 * itself: a run that is cut short between the two is then done again.
 */
bool out_write_depfile(const char *path, const char *target,
    const char *const *inputs, size_t count, struct diag *diag);

/* The same of several targets, ended by NULL. */
bool out_write_rule(const char *path, const char *const *targets,
    const char *const *inputs, size_t count, struct diag *diag);

#endif
