/*
 * The elements of a dataset and their structs: what the files that read one
 * share.  Within model/ only.
 */
#ifndef GONGBAO_MODEL_READER_H
#define GONGBAO_MODEL_READER_H

#include <glib.h>
#include <libxml/tree.h>

#include "model/dataset.h"

#define KEPT_COUNT (1u << 14)

/* What may come again; NULL: none yet. */
struct kept {
    const char *texts[KEPT_COUNT]; /* the last one of each hash value */
    const struct dataset_cite *cite;
};

struct reader {
    const struct xml_doc *doc; /* NULL: nothing has been read yet */
    struct dataset *dataset;
    struct arena *arena;
    GArray *indicators; /* of struct dataset_indicator; NULL: all read */
    GArray *obs;        /* of struct dataset_obs */
    struct kept *kept;
};

/* What stands before the indicators. */
void reader_head(const struct reader *reader, const xmlNode *root);

/* One of them; references to other indicators wait until all are there. */
void reader_indicator(const struct reader *reader, const xmlNode *node,
    struct dataset_indicator *indicator);
void reader_obs(const struct reader *reader, const xmlNode *node,
    struct dataset_obs *obs);

/* What stands behind the observations. */
void reader_tail(const struct reader *reader, const xmlNode *root);

/* Adds an id unless it is there: the first declaration of an id counts. */
static inline void reader_enter(GHashTable *ids, const char *id, void *item)
{
    if (!g_hash_table_contains(ids, id)) {
        g_hash_table_insert(ids, (gpointer)id, item);
    }
}

#endif
