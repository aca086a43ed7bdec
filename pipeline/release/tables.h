/*
 * The data of each dataset as a table, by the program export.
 */
#ifndef GONGBAO_RELEASE_TABLES_H
#define GONGBAO_RELEASE_TABLES_H

#include <stdbool.h>

struct cache;
struct diag;
struct manifest;

/*
 * Adds to each dataset its table, and the mapping by which import reads it,
 * made where the cache does not have them.  program: the path of export;
 * version: its sum, by which its tables are known.  False: reported, or a
 * signal has come.
 */
bool tables_add(struct manifest *manifest, struct cache *cache,
    const char *program, const char *version, struct diag *diag);

#endif
