/*
 * Aggregated data to document XML: runs the template and indents what it
 * made where white space says nothing.
 */
#include "doc/transform.h"

#include <string.h>

#include <libxml/tree.h>

#include "base/diag.h"
#include "base/i18n.h"
#include "doc/doc.h"
#include "doc/facts.h"
#include "doc/functions.h"
#include "doc/origin.h"
#include "xml/xml.h"
#include "xml/xslt.h"

#define INDENT 2

static bool holds_words(const xmlNode *node)
{
    for (xmlNode *n = node->children; n != NULL; n = n->next) {
        if (n->type != XML_ELEMENT_NODE && !xmlIsBlankNode(n)) {
            return true;
        }
    }
    return false;
}

/*
 * Elements that hold elements only, so that white space in them is free.
 * Text where none belongs is left for the schema to find.
 */
static bool is_structure(const xmlNode *node)
{
    if (node->type != XML_ELEMENT_NODE || node->children == NULL ||
        holds_words(node)) {
        return false;
    }
    if (xml_is(node, "head")) {
        return true;
    }
    for (int i = 0; i < DOC_KIND_COUNT; i++) {
        if (xml_is(node, doc_kind_name((enum doc_kind)i))) {
            return doc_kind_content((enum doc_kind)i) == DOC_CONTENT_STRUCT;
        }
    }
    return false;
}

static xmlNode *line_break(int depth)
{
    g_autofree char *text = g_strnfill((gsize)(depth * INDENT) + 1, ' ');

    text[0] = '\n';
    return xmlNewText((const xmlChar *)text);
}

/* The depth of structures is that of lists and sections in a template. */
static void indent(xmlNode *node, int depth)
{
    xmlNode *child = node->children;

    if (!is_structure(node)) {
        return;
    }
    while (child != NULL) {
        xmlNode *next = child->next;

        if (child->type == XML_TEXT_NODE) {
            xmlUnlinkNode(child);
            xmlFreeNode(child);
        } else {
            indent(child, depth + 1);
            xmlAddPrevSibling(child, line_break(depth + 1));
        }
        child = next;
    }
    xmlAddChild(node, line_break(depth));
}

GString *transform_text(xmlDoc *doc)
{
    xmlNode *root = xmlDocGetRootElement(doc);
    xmlChar *bytes = NULL;
    int size = 0;
    GString *text;

    if (root != NULL) {
        indent(root, 0);
    }
    xmlDocDumpMemoryEnc(doc, &bytes, &size, "UTF-8");
    text = g_string_new_len((const char *)bytes, size);
    xmlFree(bytes);
    return text;
}

static const char *tag_of(const char *language)
{
    return strcmp(language, "zh_CN") == 0 ? "zh-CN" : "en";
}

/* The document with its figures marked; NULL: reported. */
static xmlDoc *run(const struct xml_doc *aggregated, const char *template,
    const char *language, const char *tables, GPtrArray *inputs,
    struct diag *diag)
{
    const char *tag = tag_of(language);
    const char *parameters[] = {"lang", tag, NULL};
    struct xslt_setup setup = {functions_table, NULL, parameters};
    xmlDoc *doc;

    if (!i18n_report_open(language, diag)) {
        return NULL;
    }
    if (inputs != NULL && i18n_report_file() != NULL) {
        g_ptr_array_add(inputs, g_strdup(i18n_report_file()));
    }
    setup.data = functions_new(
        xmlDocGetRootElement(xml_tree(aggregated)), tag, tag_of(tables));
    doc = xslt_run(aggregated, template, &setup, inputs, diag);
    functions_free(setup.data);
    return doc;
}

GString *transform_run(const struct xml_doc *aggregated, const char *template,
    const char *language, const char *tables, GPtrArray *inputs,
    struct diag *diag)
{
    xmlDoc *doc = run(aggregated, template, language, tables, inputs, diag);
    GString *text = NULL;

    if (doc != NULL) {
        origin_link(doc);
        text = transform_text(doc);
        xmlFreeDoc(doc);
    }
    return text;
}

GString *transform_facts(const struct xml_doc *aggregated,
    const char *template, const char *language, GPtrArray *inputs,
    struct diag *diag)
{
    xmlDoc *doc = run(aggregated, template, language, language, inputs, diag);
    GString *text = NULL;

    if (doc != NULL) {
        text = facts_text(doc);
        xmlFreeDoc(doc);
    }
    return text;
}
