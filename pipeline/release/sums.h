/*
 * SHA256SUMS, as sha256sum(1) writes and checks it.
 */
#ifndef GONGBAO_RELEASE_SUMS_H
#define GONGBAO_RELEASE_SUMS_H

#include <stdbool.h>

#include <glib.h>

struct diag;

#define SUMS_NAME "SHA256SUMS"
#define SUMS_SIGNATURE "SHA256SUMS.sig"

/* Names of files with their sums, both owned; the caller frees it. */
struct sums;

struct sums *sums_new(void);
void sums_free(struct sums *sums);
void sums_add(struct sums *sums, const char *path, const char *sha256);

/* NULL: it is not among them. */
const char *sums_of(const struct sums *sums, const char *path);

/* The names, in order of bytes; borrowed.  The caller unrefs the array. */
GPtrArray *sums_names(const struct sums *sums);

/* The text of the file.  The caller frees it. */
GString *sums_write(const struct sums *sums);

/* NULL: reported.  path outlives the diagnostics. */
struct sums *sums_read(const char *path, struct diag *diag);

/* Those of a release that is there.  NULL, not reported: they cannot be
 * read. */
struct sums *sums_in(const char *folder);

#endif
