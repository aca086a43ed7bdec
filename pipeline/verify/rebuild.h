/*
 * Makes a report again from what it carries, by the programs aggregate and
 * layout that are installed beside this one.
 */
#ifndef GONGBAO_VERIFY_REBUILD_H
#define GONGBAO_VERIFY_REBUILD_H

#include <stdbool.h>

#include <glib.h>

#include "base/diag.h"

struct carried;
struct record;

struct rebuild {
    const struct carried *carried;
    const struct record *record;
    const char *template; /* files for those that are not installed; or NULL */
    const char *style;
    struct diag_pos pos; /* for what is reported */
    struct diag *diag;
    char *folder; /* for what is made */
};

/* Begins with an empty folder of its own, in TMPDIR.  False: reported. */
bool rebuild_open(struct rebuild *rebuild);
/* Removes the folder and all in it. */
void rebuild_close(struct rebuild *rebuild);

/*
 * The aggregated data of the datasets; the report.  NULL: reported, a program
 * failed.  The caller unrefs them.
 */
GBytes *rebuild_aggregated(struct rebuild *rebuild);
GBytes *rebuild_report(struct rebuild *rebuild);

#endif
