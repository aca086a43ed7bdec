/*
 * Times of a release, none of them from the clock.
 */
#ifndef GONGBAO_RELEASE_DATES_H
#define GONGBAO_RELEASE_DATES_H

#include <stdbool.h>

struct diag;

/* "2025-03-01" as "2025-03-01T00:00:00Z".  The caller frees it. */
char *dates_of_day(const char *day);

/* A second later.  The caller frees it. */
char *dates_after(const char *time);

/*
 * SOURCE_DATE_EPOCH; *time is NULL where it is not set, else the caller frees
 * it.  False: reported, it is no such number.
 */
bool dates_epoch(char **time, struct diag *diag);

#endif
