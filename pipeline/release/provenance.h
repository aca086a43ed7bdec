/*
 * The provenance of a release: an in-toto Statement v1 whose predicate is
 * SLSA's provenance v1, as JSON.  It says nothing that the manifest does not,
 * in the words of those who check it; no time, no machine.
 */
#ifndef GONGBAO_RELEASE_PROVENANCE_H
#define GONGBAO_RELEASE_PROVENANCE_H

#include <glib.h>

struct manifest;
struct sums;

#define PROVENANCE_NAME "provenance.intoto.json"

/* subjects: all other files of the release.  The caller frees the text. */
GString *provenance_write(
    const struct manifest *manifest, const struct sums *subjects);

#endif
