/*
 * Reading XML that nobody has checked yet: no network, no document type, no
 * external or expanded entities, UTF-8 only, limits on size and depth.
 */
#ifndef GONGBAO_XML_XML_H
#define GONGBAO_XML_XML_H

#include <stdbool.h>
#include <stddef.h>

#include <libxml/tree.h>

#include "base/diag.h"

#define XML_BYTES_MAX ((size_t)256 << 20)
#define XML_NESTING_MAX 200

struct xml_doc;

/*
 * Files that are larger are refused from here on, where their own limit is not
 * less; 0: only the latter counts.
 */
void xml_limit_bytes(size_t most);

/* Once in main, before anything else of this module; and at its end. */
void xml_open(void);
void xml_close(void);

/*
 * Reads a file ("-": standard input, called <stdin>).  NULL: what is wrong has
 * been reported.  path must outlive the document and its diagnostics; the
 * caller frees the document.
 */
struct xml_doc *xml_load(const char *path, struct diag *diag);

/* The same from bytes, which are copied; name stands in diagnostics. */
struct xml_doc *xml_parse(
    const char *name, const char *bytes, size_t size, struct diag *diag);
void xml_free(struct xml_doc *doc);

/* Borrowed: the tree, the path, and the bytes as they were read. */
xmlDoc *xml_tree(const struct xml_doc *doc);
const char *xml_path(const struct xml_doc *doc);
const char *xml_bytes(const struct xml_doc *doc, size_t *size);

/* Where an element begins: line and column of its "<". */
struct diag_pos xml_pos(const struct xml_doc *doc, const xmlNode *node);

/* The attribute's value or NULL; borrowed from the tree. */
const char *xml_attribute(const xmlNode *node, const char *name);

/* The element's xml:lang, or the nearest one above it; NULL: none. */
const char *xml_lang(const xmlNode *node);

/* The first child element, the next sibling element; NULL: none. */
xmlNode *xml_first_child(const xmlNode *node);
xmlNode *xml_next(const xmlNode *node);

/* True if the element has this local name. */
bool xml_is(const xmlNode *node, const char *name);

/*
 * White space as the schema type token has it, in place: none at the ends, a
 * run inside is one blank.
 */
void xml_fold(char *text);

/* The text inside, folded; the caller g_frees it. */
char *xml_text(const xmlNode *node);

#endif
