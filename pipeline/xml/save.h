/*
 * A tree as bytes.
 */
#ifndef GONGBAO_XML_SAVE_H
#define GONGBAO_XML_SAVE_H

#include <glib.h>
#include <libxml/tree.h>

/*
 * The element and what is in it as a file of its own, UTF-8, indented where
 * that adds no text between words.  One of the namespace of XHTML is written so
 * that it is the same page to a reader of HTML and to one of XML.  The caller
 * frees the result.
 */
GString *save_text(xmlNode *element);

#endif
