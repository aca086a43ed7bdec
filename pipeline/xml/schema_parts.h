/*
 * What both ways to validate share: a tree, and a document while it is parsed.
 * Only xml/schema*.c see it.
 */
#ifndef GONGBAO_XML_SCHEMA_PARTS_H
#define GONGBAO_XML_SCHEMA_PARTS_H

#include <stdbool.h>

#include <libxml/xmlschemas.h>
#include <libxml/tree.h>

#include "xml/fault.h"

struct diag;
struct xml_doc;

struct schema {
    char *path;
    xmlSchema *rules;
};

struct validation {
    const struct xml_doc *doc;
    const xmlSchema *rules;
    struct diag *diag; /* NULL: nobody wants to know */
    const xmlNode *current; /* the element at hand; NULL: the error names it */
    bool is_begun;          /* just now: an error may be its parent's */
    bool has_fault;
};

/* The library's report of a fault; context is the struct validation. */
void schema_fault(void *context, fault_error *error);

#endif
