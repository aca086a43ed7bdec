/*
 * Where a run reads and writes.  The project folder holds data/ and becomes the
 * working folder, so that all other paths are seen from there and states can
 * be moved with it.
 */
#ifndef GONGBAO_RUN_PLACES_H
#define GONGBAO_RUN_PLACES_H

#include <stdbool.h>

struct diag;

struct places {
    const char *project; /* "." or as it was given */
    const char *work;    /* accepted and aggregated data, state, log */
    const char *output;  /* reports */
    const char *config;  /* gongbao.conf */
};

/* Makes the project the working folder.  False: reported. */
bool places_enter(const struct places *places, struct diag *diag);

/* The folder and those above it are there.  False: reported. */
bool places_make(const char *folder, struct diag *diag);

/* "bin/gongbao-layout" for "layout" where this is bin/gongbao-run, by a path
 * below the working folder where it is there.  The caller frees it. */
char *places_program(const char *name);

/* path as seen from the working folder, where it is below it; else as it is.
 * Links are followed.  The caller frees it. */
char *places_local(const char *path);

#endif
