/*
 * One run of libxml2's parser over the bytes of a document; within xml/ only.
 */
#ifndef GONGBAO_XML_PARSE_H
#define GONGBAO_XML_PARSE_H

#include <stdbool.h>
#include <stddef.h>

#include <glib.h>
#include <libxml/parser.h>

#include "base/diag.h"

/* A place that was asked for: the next one is often behind it. */
struct place {
    size_t offset;
    size_t line_start; /* offset where its line begins */
    int line;
    int col;
};

struct xml_doc {
    const char *path;
    char *bytes;
    size_t size;
    xmlDoc *tree;
    GArray *marks;      /* of struct place: where each block of bytes begins */
    struct place *last; /* so that one long line is not counted again */
};

/* At most so many bytes that may be XML, without a tree yet; as xml_load. */
struct xml_doc *xml_read_bytes(
    const char *path, size_t most, struct diag *diag);

/* Line and column of an offset. */
struct diag_pos xml_position(const struct xml_doc *doc, size_t offset);

/* A start tag as libxml2's startElementNs has it. */
struct parse_tag {
    const xmlChar *name;
    const xmlChar *prefix;
    const xmlChar *uri;
    int namespace_count;
    const xmlChar **namespaces;
    int attribute_count;
    const xmlChar **attributes;
};

/*
 * What sees a document while it is parsed.  parser->node is the element that
 * is begun, has the text, or ends.  Text comes whole, as a node of the tree
 * has it.
 */
struct parse_watch {
    void (*start)(
        void *data, const xmlParserCtxt *parser, const struct parse_tag *tag);
    void (*text)(void *data, const char *text, size_t size, bool is_cdata);
    void (*end)(void *data, const xmlParserCtxt *parser);
    /* Called before the first fault of the XML itself is reported. */
    void (*fault)(void *data);
    void *data;
};

/* Fills the tree; watch may be NULL.  False: reported. */
bool parse_document(
    struct xml_doc *doc, const struct parse_watch *watch, struct diag *diag);

#endif
