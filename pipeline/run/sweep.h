/*
 * What a run that was killed left behind: new files (base/newfile.h) that are
 * nobody's any more.
 */
#ifndef GONGBAO_RUN_SWEEP_H
#define GONGBAO_RUN_SWEEP_H

#include <stdbool.h>

#include <glib.h>

#include "run/places.h"

/* In the output folder and its folders *.data, and below the work folder. */
void sweep(const struct places *places);

/* Deletes files of the first list that are not in the other, both of struct
 * seen, and folders *.data that are empty then.  False: a file is still there,
 * as errno says, and *left is its path. */
bool sweep_difference(
    const GPtrArray *before, const GPtrArray *after, const char **left);

#endif
