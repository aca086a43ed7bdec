/*
 * What the series of a table are in a dataset; within exchange/ only.
 */
#ifndef GONGBAO_EXCHANGE_SDMX_INDICATORS_H
#define GONGBAO_EXCHANGE_SDMX_INDICATORS_H

#include <glib.h>

#include "exchange/cube.h"
#include "exchange/sdmx_mapping.h"

struct diag;

#define SDMX_LANGS 2
extern const char *const sdmx_langs[SDMX_LANGS];

struct sdmx_theme {
    char *id;
    char *labels[SDMX_LANGS];
};

struct sdmx_indicator {
    char *id;
    char *labels[SDMX_LANGS];
    const struct sdmx_theme *theme;
    const char *kind;
    const xmlNode *unit; /* of the mapping */
    char freq;
    int unit_mult;
    const char *key; /* place among the key figures; NULL: none */
};

struct sdmx_indicators {
    struct cube *cube;
    const struct sdmx_mapping *mapping;
    struct diag *diag;
    GPtrArray *dimensions; /* those that make an indicator */
    GPtrArray *items;      /* of struct sdmx_indicator, one for each series */
    GPtrArray *themes;     /* of struct sdmx_theme */
    GHashTable *missed;    /* what has been reported already */
};

/* Faults are reported.  The cube is sorted; the caller frees the result. */
struct sdmx_indicators *sdmx_indicators_new(struct cube *cube,
    const struct sdmx_mapping *mapping, struct diag *diag);
void sdmx_indicators_free(struct sdmx_indicators *indicators);

#endif
