/*
 * gongbao.conf, as far as it concerns building.
 */
#ifndef GONGBAO_RUN_CONFIG_H
#define GONGBAO_RUN_CONFIG_H

#include <stdbool.h>

struct diag;

struct config {
    int jobs;              /* 0: as many as there are processors */
    int limit;             /* seconds that a job may take */
    bool has_release;      /* there is a section [release] */
    bool releases_failed;  /* on_failure=release: with the last good ones */
};

/*
 * Reads the file; is_needed: it was asked for and has to be there, else
 * without it all is as usual.  False: reported.
 */
bool config_read(struct config *config, const char *path, bool is_needed,
    struct diag *diag);

#endif
