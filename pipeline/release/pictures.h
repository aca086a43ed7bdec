/*
 * Pictures of the first pages of reports.
 */
#ifndef GONGBAO_RELEASE_PICTURES_H
#define GONGBAO_RELEASE_PICTURES_H

#include <stdbool.h>

struct cache;
struct diag;
struct manifest;

/*
 * Adds a file to each report, made where the cache does not have it.  Where the
 * program is not installed that does it, there are none.  False: reported, or a
 * signal has come.
 */
bool pictures_add(
    struct manifest *manifest, struct cache *cache, struct diag *diag);

#endif
