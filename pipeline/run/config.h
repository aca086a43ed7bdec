/*
 * gongbao.conf of a project: what an operator wants done with the reports.
 */
#ifndef GONGBAO_RUN_CONFIG_H
#define GONGBAO_RUN_CONFIG_H

#include <stdbool.h>

struct diag;

enum config_language { CONFIG_ZH, CONFIG_EN, CONFIG_LANGUAGES };

/* Strings are NULL where nothing is said, and owned. */
struct config {
    /* [run] */
    int jobs;      /* 0: as many as there are processors */
    int limit;     /* seconds that a job may take; 600 */
    int max_bytes; /* of a dataset; 0: the programs' own, as the next two */
    int max_observations;
    int max_pages; /* of a report */
    /* [release] */
    bool has_release;     /* there is such a section */
    bool releases_failed; /* on_failure=release: with the last good ones */
    char *folder;     /* of the releases; "releases" */
    int keep;         /* how many releases before the current one; 8 */
    char *title[CONFIG_LANGUAGES];
    char *url;        /* where the current release is read; ends with a slash */
    char *sign;       /* a command, with %i and %o */
    /* [publish] */
    char *publish_folder;
    char *publish_rsync;
    char *publish_command; /* with %d, the folder of the release */
};

/*
 * Reads the file; is_needed: it was asked for and has to be there, else without
 * it all is as usual.  False: reported, each fault at its line, and there is
 * nothing to clear.  path outlives the diagnostics.
 */
bool config_read(struct config *config, const char *path, bool is_needed,
    struct diag *diag);
void config_clear(struct config *config);

#endif
