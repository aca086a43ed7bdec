/*
 * A run from its options to its exit status.
 */
#ifndef GONGBAO_RUN_BUILD_H
#define GONGBAO_RUN_BUILD_H

#include <stdbool.h>

#include "run/choose.h"
#include "run/config.h"
#include "run/places.h"

struct build {
    struct places places;
    struct shard shard;
    struct config config;
    char *const *only; /* NULL: all */
    bool only_reports; /* no release, and nothing is noted of a run that has
                          nothing to make */
    bool is_lint;
    bool is_verbose;
    unsigned jobs;
    unsigned wait; /* seconds, for another run to end */
};

/* Makes what is out of date.  The exit status. */
int build_run(const struct build *build);

/* Logs and says of a run that gongbao.conf keeps from beginning that it made
 * nothing, after what is at fault. */
void build_refuse(const struct build *build, int status);

/* Says what would be made, and why; with is_silent only by the exit status. */
int build_look(const struct build *build, bool is_silent);

/* Prints what there is: "reports", names without their endings, or "files",
 * the datasets; one a line. */
int build_list(const struct build *build, const char *what);

/* Prints what came of the last run, and how old everything is. */
int build_status(const struct build *build);

/* Deletes outputs that no report has any more. */
int build_prune(const struct build *build);

#endif
