/*
 * What the columns of a table mean: the mapping vocabulary
 * (data/schema/mapping.xsd) in memory, with the dataset that stands in it.
 */
#ifndef GONGBAO_EXCHANGE_MAPPING_H
#define GONGBAO_EXCHANGE_MAPPING_H

#include <stdbool.h>
#include <stddef.h>

#include <glib.h>

#include "base/diag.h"
#include "exchange/field.h"
#include "model/dataset.h"

struct xml_doc;

struct mapping_code {
    const char *to;
    const char *unit_mult; /* NULL: not said */
};

struct mapping_column {
    struct diag_pos pos;
    const char *name; /* NULL: of <periods> */
    bool is_ignored;
    struct field field;
    const char *indicator; /* NULL: not said, as what follows */
    const char *period;
    const char *phase;
    GHashTable *codes; /* word: struct mapping_code; NULL: none */
};

struct mapping_set {
    struct diag_pos pos;
    struct field field;
    const char *to;
};

struct mapping_flag {
    const char *text;
    const struct mapping_set *set; /* NULL: it says nothing */
};

struct mapping {
    const char *encoding;
    char separator; /* 0: to be found */
    int head;       /* the row of the names, from 1 */
    char thousands; /* ',' ' ' or 0 */
    struct mapping_column *columns;
    size_t column_count;
    const struct mapping_column *periods; /* NULL: none */
    GHashTable *series;                   /* key: indicator id */
    struct mapping_set *sets;
    size_t set_count;
    struct mapping_flag *flags;
    size_t flag_count;
    GHashTable *missing; /* mark: status */
    GPtrArray *skipped;  /* beginnings of rows */
    struct dataset *dataset; /* without observations */
    const struct dataset_source *source; /* the table itself; NULL: unsaid */

    struct xml_doc *doc;
    struct xml_doc *dataset_doc;
    struct arena *arena;
};

/* NULL: reported.  path must outlive the diagnostics; the caller frees it. */
struct mapping *mapping_read(const char *path, struct diag *diag);
void mapping_free(struct mapping *mapping);

#endif
