/*
 * Templates: XSLT 1.0 with EXSLT (common, sets, strings) and, in the
 * namespace urn:gongbao:template:1, the message element and the functions
 * that the caller gives.  A template reads files of its own folder only, and
 * writes none.
 */
#ifndef GONGBAO_XML_XSLT_H
#define GONGBAO_XML_XSLT_H

#include <stdbool.h>
#include <stddef.h>

#include <glib.h>
#include <libxml/tree.h>

#define TEMPLATE_NAMESPACE "urn:gongbao:template:1"

struct diag;
struct xml_doc;

/* What a template's expression gives to a function; all borrowed. */
struct xslt_argument {
    struct xslt_object *object; /* the engine's own */
    xmlNode **nodes;            /* of a node set, in document order */
    size_t node_count;          /* 0: not a node set, or an empty one */
};

/* Its string value, never NULL; lives as long as the call of the function. */
const char *xslt_text(const struct xslt_argument *argument);

/*
 * A function: the result as a string that the engine g_frees, or NULL and
 * *fault, a text that lives as long as the program and says what is wrong
 * with the arguments.
 */
typedef char *(*xslt_function)(void *data,
    const struct xslt_argument *arguments, size_t count, const char **fault);

struct xslt_entry {
    const char *name;
    xslt_function call;
    size_t least; /* arguments */
    size_t most;
};

struct xslt_setup {
    const struct xslt_entry *functions; /* ended by a NULL name */
    void *data;                         /* for the functions */
    const char **parameters; /* name, value, ..., NULL; plain strings */
};

/*
 * Runs the template file on input, whose blank text nodes it may drop.
 * Messages are translated by i18n_report.  A batch keeps
 * the template.  Appends the path of each file that it is of, and of those that
 * it reads, to inputs, to be g_freed.  NULL: reported; the caller frees the
 * result with xmlFreeDoc.
 */
xmlDoc *xslt_run(const struct xml_doc *input, const char *path,
    const struct xslt_setup *setup, GPtrArray *inputs, struct diag *diag);

#endif
