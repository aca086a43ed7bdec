/*
 * Reading a file of many like elements without holding all of them: each is
 * handed over as a small tree when it has ended, and dropped.  All else stays a
 * tree, so that what an element refers to can be looked up.  The same
 * diagnostics as those of xml_load and schema_check.
 */
#ifndef GONGBAO_XML_STREAM_H
#define GONGBAO_XML_STREAM_H

#include <libxml/tree.h>

struct diag;
struct schema;
struct xml_doc;

#define XML_STREAM_BYTES_MAX ((size_t)1 << 30) /* no tree grows with it */

/* The elements to hand over. */
struct xml_parts {
    const char *const *names; /* local, ended by NULL; NULL: any */
    int depth;                /* 0: the root, 1: a child of it ... */
    /*
     * doc is as far as it has been read, node->parent leads up to the root.
     * What the schema finds within the element is known: take is not called
     * any more once there is a fault.  A fault may still follow.
     */
    void (*take)(void *data, const struct xml_doc *doc, const xmlNode *node);
    void *data;
};

/*
 * Reads a file as xml_load does; schema may be NULL.  NULL: reported.  The
 * caller frees the document: without the elements that were handed over and
 * the text between them, but with all bytes.
 */
struct xml_doc *xml_stream(const char *path, const struct schema *schema,
    const struct xml_parts *parts, struct diag *diag);

#endif
