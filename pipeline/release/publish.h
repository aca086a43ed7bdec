/*
 * Releases where their readers find them: in a folder, by rsync, by a command
 * of the operator's.  What leads to a release is switched when all of it is
 * there.
 */
#ifndef GONGBAO_RELEASE_PUBLISH_H
#define GONGBAO_RELEASE_PUBLISH_H

#include <stdbool.h>

struct config;
struct diag;
struct folder;

/* All ways that config names, as one line; "" : none.  The caller frees it. */
char *publish_ways(const struct config *config);

/*
 * Publishes the current release by every way, also where one fails before.
 * False: reported, or a signal has come.
 */
bool publish_release(const struct config *config, const struct folder *folder,
    struct diag *diag);

#endif
