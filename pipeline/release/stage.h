/*
 * The folder of a release, filled.
 */
#ifndef GONGBAO_RELEASE_STAGE_H
#define GONGBAO_RELEASE_STAGE_H

#include <stdbool.h>

#include "base/tree.h"

struct diag;
struct manifest;

struct staging {
    const struct manifest *manifest;
    const char *folder; /* is there, and empty */
    const char *before; /* the folder of the release before; NULL: none */
    const char *sign;   /* a command; NULL: it is not signed */
};

/*
 * Brings in all files, those of the release before by a second name, and writes
 * manifest, pages, provenance and sums, which are then signed; sha256 is that
 * of the manifest.  False: reported, or a signal has come.
 */
bool stage_fill(const struct staging *staging, char sha256[TREE_SHA256],
    struct diag *diag);

/* False: reported; the command failed, or there is no signature. */
bool stage_sign(const struct staging *staging, struct diag *diag);

#endif
