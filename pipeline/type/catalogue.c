/*
 * Reads fonts/fonts.xml.  The schema has checked the shape and that each use
 * names a face; here are the rest: one order for each style, none twice.
 */
#include "type/catalogue.h"

#include <stdlib.h>
#include <string.h>

#include "base/paths.h"
#include "xml/schema.h"
#include "xml/xml.h"

#define CHARACTER_MAX 0x10FFFF

static const char *const role_names[] = {
    [FONT_SERIF] = "serif",
    [FONT_SANS] = "sans",
    [FONT_KAI] = "kai",
    [FONT_FANGSONG] = "fangsong",
};
_Static_assert(
    sizeof role_names / sizeof role_names[0] == FONT_ROLE_COUNT, "font roles");

static void face_clear(gpointer item)
{
    struct catalogue_face *face = item;

    g_free(face->id);
    g_free(face->family);
    g_free(face->style);
    g_free(face->package);
    g_free(face->place);
    g_free(face->file);
}

static GArray **order_slot(struct catalogue *catalogue, int i)
{
    return &catalogue->orders[i / 4][i / 2 % 2][i % 2];
}

void catalogue_free(struct catalogue *catalogue)
{
    if (catalogue == NULL) {
        return;
    }
    for (int i = 0; i < FONT_ROLE_COUNT * 4; i++) {
        GArray **order = order_slot(catalogue, i);

        if (*order != NULL) {
            g_array_unref(*order);
        }
    }
    g_array_unref(catalogue->faces);
    g_free(catalogue);
}

static void read_face(
    struct catalogue *catalogue, const struct xml_doc *xml, const xmlNode *node)
{
    struct catalogue_face face = {
        .id = g_strdup(xml_attribute(node, "id")),
        .family = g_strdup(xml_attribute(node, "family")),
        .style = g_strdup(xml_attribute(node, "style")),
        .package = g_strdup(xml_attribute(node, "package")),
        .place = g_strdup(xml_attribute(node, "file")),
        .is_emboldened = xml_attribute(node, "embolden") != NULL,
        .pos = xml_pos(xml, node),
    };

    face.pos.file = catalogue->path;
    g_array_append_val(catalogue->faces, face);
}

static unsigned face_lookup(const struct catalogue *catalogue, const char *id)
{
    unsigned i = 0;

    while (strcmp(g_array_index(catalogue->faces, struct catalogue_face, i).id,
               id) != 0) {
        i++; /* The schema's key makes sure that it is there. */
    }
    return i;
}

static void read_uses(
    const struct catalogue *catalogue, const xmlNode *parent, GArray *uses)
{
    for (const xmlNode *node = xml_first_child(parent); node != NULL;
         node = xml_next(node)) {
        const char *lang = xml_attribute(node, "lang");
        const char *range = xml_attribute(node, "range");
        struct catalogue_use use = {
            .face = face_lookup(catalogue, xml_attribute(node, "face")),
            .lang = lang == NULL              ? NULL
                    : strcmp(lang, "en") == 0 ? "en"
                                              : "zh-CN",
            .last = CHARACTER_MAX,
        };

        if (range != NULL) {
            char *end;

            use.first = (uint32_t)strtoul(range, &end, 16);
            use.last = (uint32_t)strtoul(end + 1, NULL, 16);
        }
        g_array_append_val(uses, use);
    }
}

/* False: the style has an order already; reported. */
static bool read_order(struct catalogue *catalogue, const struct xml_doc *xml,
    const xmlNode *node, struct diag *diag)
{
    const char *name = xml_attribute(node, "role");
    int role = FONT_SERIF;
    GArray **slot;

    /* The schema lists the same names. */
    while (role + 1 < FONT_ROLE_COUNT && strcmp(role_names[role], name) != 0) {
        role++;
    }
    slot = &catalogue->orders[role][xml_attribute(node, "bold") != NULL]
                             [xml_attribute(node, "italic") != NULL];
    if (*slot != NULL) {
        struct diag_pos pos = xml_pos(xml, node);

        pos.file = catalogue->path;
        diag_report(diag, DIAG_FONT_ORDER_TWICE, pos, name);
        return false;
    }
    *slot = g_array_new(FALSE, FALSE, sizeof(struct catalogue_use));
    read_uses(catalogue, node, *slot);
    return true;
}

static bool read_fonts(
    struct catalogue *catalogue, const struct xml_doc *xml, struct diag *diag)
{
    g_autoptr(GArray) fallback =
        g_array_new(FALSE, FALSE, sizeof(struct catalogue_use));
    const xmlNode *root = xmlDocGetRootElement(xml_tree(xml));
    bool done = true;

    for (const xmlNode *node = xml_first_child(root); node != NULL;
         node = xml_next(node)) {
        if (xml_is(node, "face")) {
            read_face(catalogue, xml, node);
        } else if (xml_is(node, "order")) {
            done = read_order(catalogue, xml, node, diag) && done;
        } else {
            read_uses(catalogue, node, fallback);
        }
    }
    for (int i = 0; i < FONT_ROLE_COUNT * 4; i++) {
        GArray **slot = order_slot(catalogue, i);

        if (*slot == NULL) {
            diag_report(diag, DIAG_FONT_ORDER_NONE, DIAG_FILE(catalogue->path),
                role_names[i / 4], i / 2 % 2 ? "yes" : "no",
                i % 2 ? "yes" : "no");
            done = false;
        } else {
            g_array_append_vals(*slot, fallback->data, fallback->len);
        }
    }
    return done;
}

struct catalogue *catalogue_open(const char *path, struct diag *diag)
{
    struct catalogue *catalogue = g_new0(struct catalogue, 1);
    g_autofree char *schema = paths_data("schema/fonts.xsd");
    struct xml_doc *xml;
    bool done;

    catalogue->path = path;
    catalogue->faces = g_array_new(FALSE, FALSE, sizeof(struct catalogue_face));
    g_array_set_clear_func(catalogue->faces, face_clear);
    xml = xml_load(path, diag);
    done = xml != NULL && schema_validate(xml, schema, diag) &&
           read_fonts(catalogue, xml, diag);
    xml_free(xml);
    if (!done) {
        catalogue_free(catalogue);
        return NULL;
    }
    return catalogue;
}
