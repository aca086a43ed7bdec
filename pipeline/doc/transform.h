/*
 * Aggregated data and a template to document XML.
 */
#ifndef GONGBAO_DOC_TRANSFORM_H
#define GONGBAO_DOC_TRANSFORM_H

#include <glib.h>
#include <libxml/tree.h>

struct diag;
struct xml_doc;

/*
 * Runs the XSLT template on the aggregated data for a report language ("zh_CN"
 * or "en").  tables: the language whose multiples its tables count in, the
 * same but where they are shared (doc/pair.h).  Returns the document XML,
 * indented where that adds no text, or NULL, reported.  Appends every file that
 * was read (template, its imports, the catalogue) to inputs, as strings to
 * g_free; inputs may be NULL.
 */
GString *transform_run(const struct xml_doc *aggregated, const char *template,
    const char *language, const char *tables, GPtrArray *inputs,
    struct diag *diag);

/*
 * Runs it likewise, and returns the facts of the document in the place of it
 * (doc/facts.h).
 */
GString *transform_facts(const struct xml_doc *aggregated,
    const char *template, const char *language, GPtrArray *inputs,
    struct diag *diag);

/* The bytes of document XML, indented likewise. */
GString *transform_text(xmlDoc *doc);

#endif
