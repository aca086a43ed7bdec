/*
 * How an element of one language and its counterpart become one.
 */
#include "doc/pair_parts.h"

#include <string.h>

#include <glib.h>

#include "doc/doc.h"
#include "xml/xml.h"

#define XML_SPACE "http://www.w3.org/XML/1998/namespace"
#define IDEOGRAPHIC_SPACE "\xE3\x80\x80"
#define YEAR "\xE5\xB9\xB4" /* 年 */

static void set_language(xmlNode *node, const char *tag)
{
    xmlNs *ns = xmlSearchNsByHref(node->doc, node, (const xmlChar *)XML_SPACE);

    xmlSetNsProp(node, ns, (const xmlChar *)"lang", (const xmlChar *)tag);
}

/* A copy lives in the first document: in its namespace, without ids. */
static void adopt(xmlNode *node, xmlNs *ns)
{
    if (node->type != XML_ELEMENT_NODE) {
        return;
    }
    node->ns = ns;
    xmlUnsetProp(node, (const xmlChar *)"id");
    for (xmlNode *n = node->children; n != NULL; n = n->next) {
        adopt(n, ns);
    }
    xmlFreeNsList(node->nsDef);
    node->nsDef = NULL;
}

static xmlNode *copy(const xmlNode *a, const xmlNode *b)
{
    xmlNode *node = xmlDocCopyNode((xmlNode *)(uintptr_t)b, a->doc, 1);

    adopt(node, a->ns);
    return node;
}

void join_beside(struct pairing *pairing, xmlNode *a, const xmlNode *b)
{
    xmlNode *second = xmlAddNextSibling(a, copy(a, b));

    set_language(second, pairing->second_tag);
}

void join_block(struct pairing *pairing, xmlNode *a, const xmlNode *b)
{
    xmlNode *second = copy(a, b);
    xmlNode *pair = xmlNewDocNode(a->doc, a->ns, (const xmlChar *)"pair", NULL);

    xmlReplaceNode(a, pair);
    xmlAddChild(pair, a);
    xmlAddChild(pair, second);
    set_language(second, pairing->second_tag);
}

static void drop_content(xmlNode *node)
{
    xmlNode *content = node->children;

    node->children = node->last = NULL;
    xmlFreeNodeList(content);
}

static void move_content(xmlNode *from, xmlNode *to)
{
    while (from->children != NULL) {
        xmlNode *child = from->children;

        xmlUnlinkNode(child);
        xmlAddChild(to, child);
    }
}

/* "2024" is 2024年 and all that goes with it. */
static bool is_year_of(const xmlNode *a, const xmlNode *b)
{
    g_autofree char *text = xml_text(a);
    g_autofree char *year = xml_text(b);
    char *unit = strstr(text, YEAR);

    if (unit == NULL || unit == text || !g_ascii_isdigit(unit[-1])) {
        return false;
    }
    memmove(unit, unit + strlen(YEAR), strlen(unit + strlen(YEAR)) + 1);
    return strcmp(text, year) == 0;
}

/* The second language after the first, in its own style. */
static void append_second(struct pairing *pairing, xmlNode *a, xmlNode *second)
{
    xmlNode *span = xmlNewChild(a, a->ns, (const xmlChar *)"span", NULL);

    xmlNewProp(span, (const xmlChar *)"class", (const xmlChar *)"translation");
    set_language(span, pairing->second_tag);
    move_content(second, span);
}

/* Both; a line break or a blank parts them. */
static void join(
    struct pairing *pairing, xmlNode *a, const xmlNode *b, bool is_stacked)
{
    g_autofree char *left = xml_text(a);
    g_autofree char *right = xml_text(b);
    xmlNode *second;

    if (*right == '\0' || pair_same_text(a, b)) {
        return;
    }
    second = copy(a, b);
    if (is_year_of(a, b)) {
        drop_content(a);
        move_content(second, a);
    } else {
        if (*left != '\0' && is_stacked) {
            xmlNewChild(a, a->ns, (const xmlChar *)"br", NULL);
        } else if (*left != '\0') {
            xmlNodeAddContent(a, (const xmlChar *)IDEOGRAPHIC_SPACE);
        }
        append_second(pairing, a, second);
    }
    xmlFreeNode(second);
}

void join_stack(struct pairing *pairing, xmlNode *a, const xmlNode *b)
{
    join(pairing, a, b, true);
}

void join_line(struct pairing *pairing, xmlNode *a, const xmlNode *b)
{
    join(pairing, a, b, false);
}

/* "2.69 %" needs no second language: the number and its unit, or neither. */
static bool is_one_figure(const xmlNode *value, const xmlNode *other)
{
    const xmlNode *unit = xml_next(value);
    const xmlNode *unit_other = xml_next(other);

    if (unit == NULL || !xml_is(unit, "unit")) {
        return pair_same_text(value, other);
    }
    return unit_other != NULL && pair_same_text(value, other) &&
           pair_same_text(unit, unit_other);
}

void join_value(struct pairing *pairing, xmlNode *a, const xmlNode *b)
{
    if (!is_one_figure(a, b)) {
        join_beside(pairing, a, b);
    }
}

void join_value_unit(struct pairing *pairing, xmlNode *a, const xmlNode *b)
{
    const xmlNode *value = a->prev;

    while (value != NULL && value->type != XML_ELEMENT_NODE) {
        value = value->prev;
    }
    /* Before its unit the value's second language stands, if it has one. */
    if (value != NULL && xml_lang(value) != NULL &&
        strcmp(xml_lang(value), pairing->second_tag) == 0) {
        join_beside(pairing, a, b);
    }
}

void join_words(xmlNode *a, const xmlNode *b)
{
    static const char *const names[][2] = {
        {"alt", DOC_ALT_SECOND}, {"unit", " / "}, {"label", " / "}};
    bool is_point = xml_is(a, "point"); /* a figure */

    for (size_t i = 0; i < G_N_ELEMENTS(names) && !is_point; i++) {
        const char *left = xml_attribute(a, names[i][0]);
        const char *right = xml_attribute(b, names[i][0]);

        if (left != NULL && right != NULL && strcmp(left, right) != 0) {
            g_autofree char *both = g_strconcat(left, names[i][1], right, NULL);

            xmlSetProp(a, (const xmlChar *)names[i][0], (const xmlChar *)both);
        }
    }
}
