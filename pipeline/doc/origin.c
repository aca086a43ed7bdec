/*
 * From marks around figures to links, on the tree that a template made.
 */
#include "doc/origin.h"

#include <string.h>

#include "xml/marks.h"
#include "xml/xml.h"

#define BACK "#u."

/* ---- Keys ---- */

/* Figures of an element; other attributes say something of them. */
static bool is_figure(const char *name)
{
    static const char *const names[] = {"value", "exact", "lo", "hi", "certain",
        "computed", "computedLo", "computedHi"};

    for (size_t i = 0; i < G_N_ELEMENTS(names); i++) {
        if (strcmp(name, names[i]) == 0) {
            return true;
        }
    }
    return false;
}

static void append_part(GString *key, const char *part)
{
    if (part != NULL) {
        g_string_append_c(key, '.');
        g_string_append(key, part);
    }
}

/* What was made of the observation, and with what. */
static void append_transform(GString *key, const xmlNode *obs,
    const xmlNode *element, const char *attribute)
{
    static const char *const parts[] = {
        "kind", "base", "period", "of", "group"};
    bool is_computed =
        attribute != NULL && g_str_has_prefix(attribute, "computed");
    const char *period = xml_attribute(obs, "period");

    append_part(key, is_computed ? "computed" : (const char *)element->name);
    for (size_t i = 0; i < G_N_ELEMENTS(parts); i++) {
        const char *part = xml_attribute(element, parts[i]);

        if (strcmp(parts[i], "period") != 0 ||
            g_strcmp0(part, period) != 0) {
            append_part(key, part);
        }
    }
}

char *origin_key(const xmlNode *node)
{
    const char *attribute = NULL;
    const xmlNode *obs;
    GString *key;

    if (node->type == XML_ATTRIBUTE_NODE) {
        attribute = (const char *)node->name;
        node = node->parent;
    }
    if (attribute != NULL && !is_figure(attribute)) {
        return NULL;
    }
    obs = node;
    while (obs != NULL && !xml_is(obs, "obs")) {
        obs = obs->parent;
    }
    if (obs == NULL || obs->parent == NULL ||
        obs->parent->type != XML_ELEMENT_NODE) {
        return NULL;
    }
    key = g_string_new("f");
    append_part(key, xml_attribute(obs->parent, "id"));
    append_part(key, xml_attribute(obs, "period"));
    append_part(key, xml_attribute(obs, "phase"));
    if (node != obs) {
        append_transform(key, obs, node, attribute);
    }
    return g_string_free(key, FALSE);
}

char *origin_mark(const struct xslt_argument *argument, char *text)
{
    g_autofree char *key = text != NULL && argument->node_count > 0 &&
                                   !marks_any(text)
                               ? origin_key(argument->nodes[0])
                               : NULL;
    char *marked;

    if (key == NULL) {
        return text;
    }
    marked = marks_around(key, text);
    g_free(text);
    return marked;
}

/* ---- What the document has ---- */

struct origin {
    GHashTable *targets; /* id -> element */
    GHashTable *titles;  /* id -> what it is called, owned */
    GHashTable *places;  /* id -> link that shows the figure */
    GHashTable *homes;   /* the sections that targets with a title are in */
    struct marks_piece piece;
};

/* The next node in document order, below or beside or behind it. */
static xmlNode *next_node(xmlNode *node, bool into)
{
    if (into && node->type == XML_ELEMENT_NODE && node->children != NULL) {
        return node->children;
    }
    while (node != NULL && node->next == NULL) {
        node = node->parent;
        if (node != NULL && node->type != XML_ELEMENT_NODE) {
            return NULL;
        }
    }
    return node != NULL ? node->next : NULL;
}

static const xmlNode *section_of(const xmlNode *node)
{
    while (node != NULL && !xml_is(node, "section")) {
        node = node->parent;
    }
    return node;
}

/* An element with an id and a title is what links with the id lead to. */
static void note_target(struct origin *origin, xmlNode *node)
{
    const char *id = xml_attribute(node, "id");
    const char *title = xml_attribute(node, "title");

    if (id != NULL) {
        g_hash_table_insert(origin->targets, g_strdup(id), node);
    }
    if (id != NULL && title != NULL && !xml_is(node, "a")) {
        g_hash_table_insert(origin->titles, g_strdup(id), g_strdup(title));
        g_hash_table_add(origin->homes, (gpointer)section_of(node));
        xmlUnsetProp(node, (const xmlChar *)"title");
    }
}

static void drop_from_attributes(xmlNode *node)
{
    for (xmlAttr *at = node->properties; at != NULL; at = at->next) {
        xmlNode *text = at->children;

        if (text != NULL && text->content != NULL) {
            marks_drop((char *)text->content);
        }
    }
}

static void read_document(struct origin *origin, xmlNode *root)
{
    for (xmlNode *n = root; n != NULL; n = next_node(n, true)) {
        if (n->type == XML_ELEMENT_NODE) {
            drop_from_attributes(n);
            note_target(origin, n);
        }
    }
}

/* ---- Marks to links ---- */

/* Where a figure may be a link: not in a link, nor where words are a name. */
static bool takes_links(const xmlNode *node)
{
    static const char *const flows[] = {
        "p", "li", "td", "th", "value", "detail", NULL};

    for (; node != NULL && node->type == XML_ELEMENT_NODE;
         node = node->parent) {
        if (xml_is(node, "a")) {
            return false;
        }
        for (size_t i = 0; flows[i] != NULL; i++) {
            if (xml_is(node, flows[i])) {
                return true;
            }
        }
    }
    return false;
}

static void append_text(xmlNode *before, const char *text)
{
    if (*text != '\0') {
        xmlAddPrevSibling(before, xmlNewText((const xmlChar *)text));
    }
}

static bool is_at_home(const struct origin *origin, const xmlNode *node)
{
    const xmlNode *section = section_of(node);

    while (section != NULL) {
        if (g_hash_table_contains(origin->homes, section)) {
            return true;
        }
        section = section_of(section->parent);
    }
    return false;
}

/* The first place that shows it, but a cell before all others. */
static void note_place(struct origin *origin, const char *key, xmlNode *link)
{
    const xmlNode *found = g_hash_table_lookup(origin->places, key);
    bool is_cell = xml_is(link->parent, "td");

    if ((found == NULL || (is_cell && !xml_is(found->parent, "td"))) &&
        !is_at_home(origin, link)) {
        g_hash_table_insert(origin->places, g_strdup(key), link);
    }
}

static void add_link(
    struct origin *origin, xmlNode *before, const char *key, const char *text)
{
    g_autofree char *href = g_strconcat("#", key, NULL);
    const char *title = g_hash_table_lookup(origin->titles, key);
    xmlNode *link = xmlNewDocNode(
        before->doc, before->parent->ns, (const xmlChar *)"a", NULL);

    xmlNewProp(link, (const xmlChar *)"class", (const xmlChar *)"source");
    xmlNewProp(link, (const xmlChar *)"href", (const xmlChar *)href);
    if (title != NULL) {
        xmlNewProp(link, (const xmlChar *)"title", (const xmlChar *)title);
    }
    xmlAddChild(link, xmlNewText((const xmlChar *)text));
    xmlAddPrevSibling(before, link);
    note_place(origin, key, link);
}

/* Adds what stands before a figure; a sign is part of the figure. */
static void add_plain(xmlNode *before, GString *plain, GString *figure)
{
    if (plain->len > 0 && plain->str[plain->len - 1] == '+') {
        g_string_truncate(plain, plain->len - 1);
        g_string_prepend_c(figure, '+');
    }
    append_text(before, plain->str);
    g_string_truncate(plain, 0);
}

/* The marked text in the place of node, which goes. */
static void link_text(struct origin *origin, xmlNode *node)
{
    g_autofree char *content = g_strdup((const char *)node->content);
    g_autoptr(GString) plain = g_string_new(NULL);
    /* Texts put before a text would become part of it. */
    xmlNode *holder = xmlNewDocNode(node->doc, node->parent->ns,
        (const xmlChar *)"span", NULL);
    struct marks_piece *piece = &origin->piece;
    const char *at = content;

    xmlReplaceNode(node, holder);
    xmlFreeNode(node);
    while (marks_next(&at, piece)) {
        if (piece->key->len == 0 ||
            !g_hash_table_contains(origin->targets, piece->key->str)) {
            g_string_append(plain, piece->text->str);
            continue;
        }
        add_plain(holder, plain, piece->text);
        if (*at == '%') {
            g_string_append_c(piece->text, *at++);
        }
        add_link(origin, holder, piece->key->str, piece->text->str);
    }
    append_text(holder, plain->str);
    xmlUnlinkNode(holder);
    xmlFreeNode(holder);
}

static void link_marks(struct origin *origin, xmlNode *root)
{
    xmlNode *node = root;

    while (node != NULL) {
        xmlNode *next = next_node(node, true);

        if (node->type == XML_TEXT_NODE && node->content != NULL &&
            marks_any((const char *)node->content)) {
            if (takes_links(node->parent)) {
                link_text(origin, node);
            } else {
                marks_drop((char *)node->content);
            }
        }
        node = next;
    }
}

/* ---- Back ---- */

/* What stands in it takes the place of an element. */
static void unwrap(xmlNode *element)
{
    while (element->children != NULL) {
        xmlNode *child = element->children;

        xmlUnlinkNode(child);
        xmlAddPrevSibling(element, child);
    }
    xmlUnlinkNode(element);
    xmlFreeNode(element);
}

static void lead_back(struct origin *origin, xmlNode *root)
{
    xmlNode *node = root;

    while (node != NULL) {
        const char *href =
            xml_is(node, "a") ? xml_attribute(node, "href") : NULL;
        bool is_back = href != NULL && g_str_has_prefix(href, BACK);
        xmlNode *next = next_node(node, !is_back);

        if (is_back) {
            g_autofree char *key = g_strconcat("f", href + 2, NULL);
            xmlNode *place = g_hash_table_lookup(origin->places, key);

            if (place == NULL) {
                unwrap(node);
            } else if (xml_attribute(place, "id") == NULL) {
                xmlNewProp(place, (const xmlChar *)"id",
                    (const xmlChar *)href + 1);
            }
        }
        node = next;
    }
}

void origin_link(xmlDoc *document)
{
    xmlNode *root = xmlDocGetRootElement(document);
    struct origin origin = {
        .targets = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL),
        .titles =
            g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free),
        .places = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL),
        .homes = g_hash_table_new(NULL, NULL),
        .piece = {g_string_new(NULL), g_string_new(NULL)},
    };

    if (root != NULL) {
        read_document(&origin, root);
        link_marks(&origin, root);
        lead_back(&origin, root);
    }
    g_hash_table_unref(origin.targets);
    g_hash_table_unref(origin.titles);
    g_hash_table_unref(origin.places);
    g_hash_table_unref(origin.homes);
    g_string_free(origin.piece.key, TRUE);
    g_string_free(origin.piece.text, TRUE);
}
