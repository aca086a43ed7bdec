/*
 * A mapping is checked by its schema and kept as the tree it is, with tables
 * for what is looked up.
 */
#include "exchange/sdmx_mapping.h"

#include <string.h>

#include "base/paths.h"
#include "xml/schema.h"
#include "xml/xml.h"

static GHashTable *table(void)
{
    return g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
}

static void insert(GHashTable *to, const char *key, gconstpointer value)
{
    if (!g_hash_table_contains(to, key)) {
        g_hash_table_insert(to, g_strdup(key), (gpointer)value);
    }
}

static char *code_key(const char *component, const char *code)
{
    return g_strconcat(component, " ", code, NULL);
}

static void read_child(struct sdmx_mapping *mapping, const xmlNode *node)
{
    const char *id = xml_attribute(node, "id");
    const char *code = xml_attribute(node, "code");

    if (xml_is(node, "source")) {
        mapping->source = node;
    } else if (xml_is(node, "theme")) {
        mapping->theme = node;
    } else if (xml_is(node, "unit") && code == NULL) {
        mapping->unit = node;
    } else if (xml_is(node, "unit")) {
        insert(mapping->units, code, node);
    } else if (xml_is(node, "kind")) {
        g_ptr_array_add(mapping->kinds, (gpointer)node);
    } else if (xml_is(node, "code")) {
        g_autofree char *key =
            code_key(xml_attribute(node, "component"), code);

        insert(mapping->codes, key, node);
    } else if (xml_is(node, "indicator")) {
        insert(mapping->indicators, id, node);
    } else if (xml_is(node, "component")) {
        insert(mapping->components, id, xml_attribute(node, "is"));
    } else if (xml_is(node, "status")) {
        insert(mapping->statuses, code, xml_attribute(node, "is"));
    }
}

struct sdmx_mapping *sdmx_mapping_read(const char *path, struct diag *diag)
{
    g_autofree char *schema = paths_data("schema/sdmx-mapping.xsd");
    struct xml_doc *doc = xml_load(path, diag);
    struct sdmx_mapping *mapping;

    if (doc == NULL || !schema_validate(doc, schema, diag)) {
        xml_free(doc);
        return NULL;
    }
    mapping = g_new0(struct sdmx_mapping, 1);
    mapping->doc = doc;
    mapping->root = xmlDocGetRootElement(xml_tree(doc));
    mapping->units = table();
    mapping->kinds = g_ptr_array_new();
    mapping->codes = table();
    mapping->indicators = table();
    mapping->components = table();
    mapping->statuses = table();
    for (const xmlNode *node = xml_first_child(mapping->root); node != NULL;
         node = xml_next(node)) {
        read_child(mapping, node);
    }
    return mapping;
}

void sdmx_mapping_free(struct sdmx_mapping *mapping)
{
    if (mapping != NULL) {
        g_hash_table_unref(mapping->units);
        g_ptr_array_unref(mapping->kinds);
        g_hash_table_unref(mapping->codes);
        g_hash_table_unref(mapping->indicators);
        g_hash_table_unref(mapping->components);
        g_hash_table_unref(mapping->statuses);
        xml_free(mapping->doc);
        g_free(mapping);
    }
}

const xmlNode *sdmx_mapping_code(const struct sdmx_mapping *mapping,
    const char *component, const char *code)
{
    g_autofree char *key = code_key(component, code);

    return g_hash_table_lookup(mapping->codes, key);
}

char *sdmx_mapping_text(
    const xmlNode *parent, const char *child, const char *lang)
{
    for (const xmlNode *node = parent != NULL ? xml_first_child(parent) : NULL;
         node != NULL; node = xml_next(node)) {
        if (xml_is(node, child) && g_strcmp0(xml_lang(node), lang) == 0) {
            return xml_text(node);
        }
    }
    return NULL;
}
