/*
 * Validation by a W3C XML Schema.
 */
#ifndef GONGBAO_XML_SCHEMA_H
#define GONGBAO_XML_SCHEMA_H

#include <stdbool.h>

struct diag;
struct schema;
struct xml_doc;

/*
 * Reads the schema file path ("schema/dataset.xsd" found with paths_data), or
 * gives what was read before, if its files are still the same.  NULL: reported;
 * the caller closes it.
 */
struct schema *schema_open(const char *path, struct diag *diag);
void schema_close(struct schema *schema);

/* For xml_close: what is kept for the next schema_open is freed. */
void schema_forget(void);

/* Reports every fault of a document at its element; true: there is none. */
bool schema_check(
    const struct schema *schema, const struct xml_doc *doc, struct diag *diag);

/* All of it, for a single document; in a batch the schema is kept. */
bool schema_validate(
    const struct xml_doc *doc, const char *path, struct diag *diag);

#endif
