/*
 * A release from what was built to what is published.
 */
#ifndef GONGBAO_RELEASE_MAKE_H
#define GONGBAO_RELEASE_MAKE_H

struct config;
struct diag;
struct places;

/*
 * Makes a release, unless the current one holds the same, and publishes it,
 * unless it has been published already.  The exit status (run/classes.h) of
 * what diag does not tell: RUN_LOCKED, RUN_PUBLISH; else RUN_DONE, also where
 * something was reported.
 */
int make_release(const struct places *places, const struct config *config,
    struct diag *diag);

#endif
