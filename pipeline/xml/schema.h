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
 * takes it from what is kept between jobs.  NULL: reported; the caller closes
 * it.
 */
struct schema *schema_open(const char *path, struct diag *diag);
void schema_close(struct schema *schema);

/* Reports every fault of a document at its element; true: there is none. */
bool schema_check(
    const struct schema *schema, const struct xml_doc *doc, struct diag *diag);

/* All of it, for a single document; in a batch the schema is kept. */
bool schema_validate(
    const struct xml_doc *doc, const char *path, struct diag *diag);

#endif
