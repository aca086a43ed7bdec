/*
 * Where the figures of a report come from: functions mark what they make of an
 * element of the aggregated data with its key, and the marks become links.
 */
#ifndef GONGBAO_DOC_ORIGIN_H
#define GONGBAO_DOC_ORIGIN_H

#include <libxml/tree.h>

#include "xml/xslt.h"

/*
 * The key of an obs, of a figure that stands in one, or of an attribute with
 * such a figure: "f.rd-total.2024", "f.rd-total.2024.stated.percent.2023"
 * (document.xsd).  NULL: it is none of these; the caller g_frees it.
 */
char *origin_key(const xmlNode *node);

/*
 * Takes text, which may be NULL, and gives it a mark with the key of the first
 * node of the argument, if that has one and the text has no mark yet.
 */
char *origin_mark(const struct xslt_argument *argument, char *text);

/*
 * Makes links of the marks in a document's paragraphs, items and cells, where
 * the document has an element with that id, called by its attribute title;
 * all other marks are dropped.  A link to "u." in place of "f." leads back, to
 * the cell or else the place that shows the figure first; where none does it
 * is no link.
 */
void origin_link(xmlDoc *document);

#endif
