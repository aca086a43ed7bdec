/*
 * Validation by a W3C XML Schema.
 */
#ifndef GONGBAO_XML_SCHEMA_H
#define GONGBAO_XML_SCHEMA_H

#include <stdbool.h>

struct diag;
struct xml_doc;

/*
 * Checks a document by the schema file path ("schema/dataset.xsd" found with
 * paths_data).  Reports every fault at its element; true: there was none.
 */
bool schema_validate(
    const struct xml_doc *doc, const char *path, struct diag *diag);

#endif
