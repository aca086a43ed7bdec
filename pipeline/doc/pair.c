/*
 * Walks two documents side by side and joins what belongs together.
 */
#include "doc/pair_parts.h"

#include <glib.h>

#include "base/paths.h"
#include "doc/transform.h"
#include "xml/schema.h"
#include "xml/xml.h"

typedef void join_function(
    struct pairing *pairing, xmlNode *a, const xmlNode *b);

/* The elements that are joined; the walk goes into all others. */
static const struct {
    const char *name;
    const char *above; /* NULL: anywhere */
    join_function *join;
} joins[] = {
    {"p", "cover", join_beside},
    {"p", "notes", join_beside},
    {"p", NULL, join_block},
    {"ul", NULL, join_block},
    {"ol", NULL, join_block},
    {"index", NULL, join_beside},
    {"title", NULL, join_beside},
    {"subtitle", NULL, join_beside},
    {"h", NULL, join_beside},
    {"caption", NULL, join_beside},
    {"figcaption", NULL, join_beside},
    {"label", NULL, join_beside},
    {"value", NULL, join_value},
    {"unit", "keyfigure", join_value_unit},
    {"unit", "table", join_line},
    {"detail", NULL, join_beside},
    {"th", NULL, join_stack},
    {"td", NULL, join_stack},
    {"category", NULL, join_stack},
};

static join_function *join_of(const xmlNode *node)
{
    for (size_t i = 0; i < G_N_ELEMENTS(joins); i++) {
        if (xml_is(node, joins[i].name) &&
            (joins[i].above == NULL || xml_is(node->parent, joins[i].above))) {
            return joins[i].join;
        }
    }
    return NULL;
}

/* Elements inside a list correspond, too, but are not joined. */
static void compare_items(
    struct pairing *pairing, const xmlNode *a, const xmlNode *b)
{
    const xmlNode *left = xml_first_child(a);
    const xmlNode *right = xml_first_child(b);

    while ((left != NULL || right != NULL) && pairing->is_equal) {
        pairing->is_equal = pair_compare(pairing, a, left, b, right);
        if (pairing->is_equal) {
            bool has_blocks =
                xml_is(left, "ul") || xml_is(left, "ol") || xml_is(left, "li");

            if (has_blocks) {
                compare_items(pairing, left, right);
            }
            left = xml_next(left);
            right = xml_next(right);
        }
    }
}

/* Inline elements may differ: the order of words does. */
static bool has_elements(const xmlNode *node)
{
    return xml_is(node, "ul") || xml_is(node, "ol") || xml_is(node, "index");
}

/* Document information that has one language. */
static bool is_information(const xmlNode *node)
{
    return xml_is(node, "author") || xml_is(node, "subject") ||
           xml_is(node, "keywords");
}

static void walk(struct pairing *pairing, xmlNode *a, const xmlNode *b)
{
    xmlNode *left = xml_first_child(a);
    const xmlNode *right = xml_first_child(b);

    join_words(a, b);
    while ((left != NULL || right != NULL) && pairing->is_equal) {
        xmlNode *after;
        join_function *join;

        pairing->is_equal = pair_compare(pairing, a, left, b, right);
        if (!pairing->is_equal) {
            return;
        }
        after = xml_next(left);
        join = join_of(left);
        if (has_elements(left)) {
            compare_items(pairing, left, right);
        }
        if (!pairing->is_equal) {
            return;
        }
        if (join != NULL) {
            join(pairing, left, right);
        } else if (!is_information(left)) {
            walk(pairing, left, right);
        }
        left = after;
        right = xml_next(right);
    }
}

static bool join_documents(
    struct xml_doc *first, const struct xml_doc *second, struct diag *diag)
{
    xmlNode *a = xmlDocGetRootElement(xml_tree(first));
    const xmlNode *b = xmlDocGetRootElement(xml_tree(second));
    struct pairing pairing = {
        first, second, xml_lang(a), xml_lang(b), diag, true};

    pairing.is_equal = pair_compare(&pairing, a, a, b, b);
    if (pairing.is_equal) {
        xmlSetProp(a, (const xmlChar *)"translation",
            (const xmlChar *)pairing.second_tag);
        walk(&pairing, a, b);
    }
    return pairing.is_equal;
}

/* A document that the schema accepts, so that its elements are in place. */
static struct xml_doc *read_document(
    const char *name, const GString *text, struct diag *diag)
{
    g_autofree char *schema = paths_data("schema/document.xsd");
    struct xml_doc *doc =
        text != NULL ? xml_parse(name, text->str, text->len, diag) : NULL;

    if (doc != NULL && !schema_validate(doc, schema, diag)) {
        xml_free(doc);
        return NULL;
    }
    return doc;
}

GString *pair_run(const struct xml_doc *aggregated, const char *template,
    const char *first, const char *second, GPtrArray *inputs, struct diag *diag)
{
    const char *languages[] = {first, second};
    struct xml_doc *docs[2] = {NULL, NULL};
    GString *result = NULL;

    for (int i = 0; i < 2; i++) {
        GString *text = transform_run(
            aggregated, template, languages[i], first, inputs, diag);

        docs[i] = read_document(template, text, diag);
        if (text != NULL) {
            g_string_free(text, TRUE);
        }
    }
    if (docs[0] != NULL && docs[1] != NULL &&
        join_documents(docs[0], docs[1], diag)) {
        result = transform_text(xml_tree(docs[0]));
    }
    diag_flush(diag); /* names places in both */
    xml_free(docs[0]);
    xml_free(docs[1]);
    return result;
}
