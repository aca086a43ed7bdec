/*
 * The facts of a report: its figures in the order of the document, each by the
 * key of what it comes from (doc/origin.h).
 */
#ifndef GONGBAO_DOC_FACTS_H
#define GONGBAO_DOC_FACTS_H

#include <glib.h>
#include <libxml/tree.h>

/*
 * Of a document whose figures are still marked: a line for each, in texts and
 * in attributes, of three fields between tabs: the id of the element that it
 * is in, or "-"; its key without the "f."; the figure as it is printed.  The
 * caller frees it.
 */
GString *facts_text(const xmlDoc *document);

#endif
