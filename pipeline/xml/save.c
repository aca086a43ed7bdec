/*
 * Writes trees by libxml2's own rules; those of XHTML where it has no document
 * type by which the library would know it.
 */
#include "xml/save.h"

#include <stdbool.h>
#include <string.h>

#include <libxml/xmlsave.h>

#define XHTML "http://www.w3.org/1999/xhtml"

GString *save_text(xmlNode *element)
{
    xmlDoc *doc = xmlNewDoc(NULL);
    xmlBuffer *buffer = xmlBufferCreate();
    xmlNode *copy = xmlDocCopyNode(element, doc, 1);
    bool is_page = copy->ns != NULL &&
                   strcmp((const char *)copy->ns->href, XHTML) == 0;
    xmlSaveCtxt *context = xmlSaveToBuffer(buffer, "UTF-8",
        XML_SAVE_FORMAT |
            (is_page ? XML_SAVE_XHTML | XML_SAVE_NO_DECL : XML_SAVE_AS_XML));
    GString *text = g_string_new(is_page ? "<!DOCTYPE html>\n" : NULL);

    xmlDocSetRootElement(doc, copy);
    xmlSaveDoc(context, doc);
    xmlSaveClose(context);
    g_string_append_len(text, (const char *)xmlBufferContent(buffer),
        xmlBufferLength(buffer));
    xmlBufferFree(buffer);
    xmlFreeDoc(doc);
    return text;
}
