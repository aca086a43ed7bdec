/*
 * What reports state of themselves: title, pages, libraries and faces, from the
 * PDF and the record in it.
 */
#ifndef GONGBAO_RELEASE_FACTS_H
#define GONGBAO_RELEASE_FACTS_H

#include <stdbool.h>

struct cache;
struct diag;
struct manifest;

/*
 * Fills in title and pages of all reports, and libraries and faces of the
 * manifest; PDFs that the cache does not know are read.  False: reported, or a
 * signal has come.
 */
bool facts_read(
    struct manifest *manifest, struct cache *cache, struct diag *diag);

#endif
