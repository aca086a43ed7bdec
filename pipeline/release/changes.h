/*
 * What is another than in the release before.
 */
#ifndef GONGBAO_RELEASE_CHANGES_H
#define GONGBAO_RELEASE_CHANGES_H

#include <stdbool.h>

#include <glib.h>

struct diag;
struct manifest;

/*
 * All that pages, feed and files of a release show, but for what follows from
 * the release before: a text that two of them share if they hold the same.  The
 * caller frees it.
 */
GString *changes_contents(const struct manifest *manifest);

/* True if both hold the same. */
bool changes_none(const struct manifest *before, const struct manifest *after);

/*
 * Marks what is new and changed in after, says what of it, and dates reports
 * and release.  before: NULL, there was none; folder is where its files are.
 * False: reported.
 */
bool changes_find(const struct manifest *before, const char *folder,
    struct manifest *after, struct diag *diag);

#endif
