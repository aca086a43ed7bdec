/*
 * What was read to make a release, by names that say nothing of the machine.
 */
#ifndef GONGBAO_RELEASE_INPUTS_H
#define GONGBAO_RELEASE_INPUTS_H

#include <glib.h>

#include "run/snapshot.h"

struct manifest;

struct inputs;

/* work: the folder of files on the way, which are none of them however it is
 * spelled.  The caller frees it. */
struct inputs *inputs_new(const char *work);
void inputs_free(struct inputs *inputs);

/* A file that was read; one of the way, or known already, is passed over. */
void inputs_add(struct inputs *inputs, const struct seen *seen);

/* A file whose sum would tell what is confidential. */
void inputs_withhold(struct inputs *inputs, const char *path);

/* Puts them into the manifest, in order of their names; the fonts among them
 * are then found by inputs_fonts. */
void inputs_put(struct inputs *inputs, struct manifest *manifest);

/* Says of each face in the manifest which file it is in, and what its maker
 * allows. */
void inputs_fonts(const struct inputs *inputs, struct manifest *manifest);

#endif
