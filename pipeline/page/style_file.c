#include "page/style_file.h"

#include "base/diag.h"
#include "base/kept.h"
#include "base/paths.h"
#include "xml/schema.h"
#include "xml/xml.h"

/* A style of a style of a style is the most that makes sense. */
#define EXTENDS_MAX 4

static char *base_path(const char *path, const char *name)
{
    g_autofree char *part = g_strconcat("templates/", name, NULL);
    char *base = paths_data(part);

    if (!g_file_test(base, G_FILE_TEST_EXISTS)) {
        g_autofree char *folder = g_path_get_dirname(path);

        g_free(base);
        base = g_build_filename(folder, name, NULL);
    }
    return base;
}

/* Puts copies of the elements of a base before those of the file. */
static void put_before(struct xml_doc *file, const struct xml_doc *base)
{
    xmlNode *root = xmlDocGetRootElement(xml_tree(file));
    const xmlNode *from = xmlDocGetRootElement(xml_tree(base));
    xmlNode *first = xml_first_child(root);

    for (xmlNode *node = xml_first_child(from); node != NULL;
         node = xml_next(node)) {
        xmlNode *copy = xmlDocCopyNode(node, xml_tree(file), 1);

        if (first != NULL) {
            xmlAddPrevSibling(first, copy);
        } else {
            xmlAddChild(root, copy);
        }
    }
}

static struct xml_doc *load(
    const char *path, int depth, GPtrArray *read, struct diag *diag)
{
    g_autofree char *schema = paths_data("schema/style.xsd");
    char *kept = g_strdup(path);
    struct xml_doc *file;
    struct xml_doc *base = NULL;
    const char *name;

    kept_note(path);
    file = xml_load(kept, diag);
    g_ptr_array_add(read, kept);
    if (file == NULL || !schema_validate(file, schema, diag)) {
        xml_free(file);
        return NULL;
    }
    name = xml_attribute(xmlDocGetRootElement(xml_tree(file)), "extends");
    if (name == NULL) {
        return file;
    }
    if (depth == EXTENDS_MAX) {
        diag_report(diag, DIAG_STYLE_EXTENDS,
            xml_pos(file, xmlDocGetRootElement(xml_tree(file))), name);
    } else {
        g_autofree char *next = base_path(path, name);

        base = load(next, depth + 1, read, diag);
    }
    if (base == NULL) {
        xml_free(file);
        return NULL;
    }
    put_before(file, base);
    xml_free(base);
    return file;
}

struct xml_doc *style_load(const char *path, GPtrArray *read, struct diag *diag)
{
    return load(path, 0, read, diag);
}
