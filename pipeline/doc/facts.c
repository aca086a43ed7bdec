/*
 * From marks around figures to a list of them.
 */
#include "doc/facts.h"

#include <string.h>

#include "xml/marks.h"
#include "xml/xml.h"

struct facts {
    GString *text;
    struct marks_piece piece;
};

static const char *place_of(const xmlNode *node)
{
    for (; node != NULL && node->type == XML_ELEMENT_NODE;
         node = node->parent) {
        const char *id = xml_attribute(node, "id");

        if (id != NULL) {
            return id;
        }
    }
    return "-";
}

static void add(
    struct facts *facts, const xmlNode *element, const xmlNode *text)
{
    const char *at = text != NULL && text->content != NULL
                         ? (const char *)text->content
                         : "";

    while (marks_next(&at, &facts->piece)) {
        const char *key = facts->piece.key->str;

        if (*key != '\0') {
            g_string_append_printf(facts->text, "%s\t%s\t%s\n",
                place_of(element), g_str_has_prefix(key, "f.") ? key + 2 : key,
                facts->piece.text->str);
        }
    }
}

static void walk(struct facts *facts, const xmlNode *element)
{
    for (const xmlAttr *a = element->properties; a != NULL; a = a->next) {
        add(facts, element, a->children);
    }
    for (const xmlNode *n = element->children; n != NULL; n = n->next) {
        if (n->type == XML_ELEMENT_NODE) {
            walk(facts, n);
        } else if (n->type == XML_TEXT_NODE) {
            add(facts, element, n);
        }
    }
}

GString *facts_text(const xmlDoc *document)
{
    const xmlNode *root = xmlDocGetRootElement(document);
    struct facts facts = {g_string_new(NULL),
        {g_string_new(NULL), g_string_new(NULL)}};

    if (root != NULL) {
        walk(&facts, root);
    }
    g_string_free(facts.piece.key, TRUE);
    g_string_free(facts.piece.text, TRUE);
    return facts.text;
}
