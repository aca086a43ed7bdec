/*
 * The mapping vocabulary of SDMX in memory; within exchange/ only.
 */
#ifndef GONGBAO_EXCHANGE_SDMX_MAPPING_H
#define GONGBAO_EXCHANGE_SDMX_MAPPING_H

#include <glib.h>
#include <libxml/tree.h>

struct diag;
struct xml_doc;

struct sdmx_mapping {
    struct xml_doc *doc;
    const xmlNode *root;
    const xmlNode *source;
    const xmlNode *theme;
    const xmlNode *unit; /* the one without a code; NULL: none */
    GHashTable *units;   /* code: element */
    GPtrArray *kinds;    /* elements */
    GHashTable *codes;   /* "component code": element */
    GHashTable *indicators; /* id: element */
    GHashTable *components; /* id: what it is */
    GHashTable *statuses;   /* an office's code: SDMX's */
};

/* NULL: reported.  path must outlive the diagnostics; the caller frees it. */
struct sdmx_mapping *sdmx_mapping_read(const char *path, struct diag *diag);
void sdmx_mapping_free(struct sdmx_mapping *mapping);

/* The <code> for a code of a component; NULL: none. */
const xmlNode *sdmx_mapping_code(const struct sdmx_mapping *mapping,
    const char *component, const char *code);

/* The text of the child element in a language; NULL: none. Caller frees. */
char *sdmx_mapping_text(
    const xmlNode *parent, const char *child, const char *lang);

#endif
