/*
 * The one message at the end of a run that failed.
 */
#ifndef GONGBAO_RUN_SUMMARY_H
#define GONGBAO_RUN_SUMMARY_H

#include <glib.h>

struct diag;

/* Reports what was not made, which outputs are still the old ones, which there
 * are none of, and where the log is. */
void summary_say(const GPtrArray *steps,
    const char *log, struct diag *diag);

#endif
