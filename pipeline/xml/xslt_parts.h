/*
 * What the files of the XSLT engine share.  Only xml/xslt*.c see it.
 */
#ifndef GONGBAO_XML_XSLT_PARTS_H
#define GONGBAO_XML_XSLT_PARTS_H

#include <libxslt/xsltInternals.h>

#include "base/diag.h"
#include "xml/xslt.h"

/* What a template is after it was compiled; a batch keeps it. */
struct xslt_template {
    char *folder;     /* with links resolved */
    GPtrArray *files; /* of struct xml_doc: what was loaded, for places */
    GPtrArray *read;  /* paths of these, and of one that is not there */
    xsltStylesheetPtr style;
    GHashTable *messages; /* element -> struct message, of xslt_message.c */
};

/* One run of one template. */
struct xslt_engine {
    const struct xslt_setup *setup;
    struct diag *diag;
    struct xslt_template *template;
    GString *line;        /* what the library has said of a line so far */
    struct diag_pos pos;  /* the place that it named last */
    struct diag_pos told; /* the place that was reported last */
    char *detail;         /* what its XPath module said last, or NULL */
};

/* The place of a template's node. */
struct diag_pos xslt_pos(const struct xslt_engine *engine, const xmlNode *node);

/* xslt_function.c: makes the functions of the set-up known to a run. */
void xslt_register_functions(
    const struct xslt_engine *engine, xsltTransformContextPtr context);

/* xslt_message.c: the element t:msg. */
void xslt_message(xsltTransformContextPtr context, xmlNodePtr node,
    xmlNodePtr element, xsltElemPreCompPtr unused);
void xslt_message_free(void *message);

#endif
