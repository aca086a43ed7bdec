/*
 * The manifest of an earlier release.  The schema has been asked first, so that
 * what must be there is there.  What changed then is left out.
 */
#include "release/manifest.h"

#include <stdlib.h>
#include <string.h>

#include "base/paths.h"
#include "xml/schema.h"
#include "xml/xml.h"

static const char *attribute(
    struct manifest *manifest, const xmlNode *node, const char *name)
{
    return manifest_keep(manifest, xml_attribute(node, name));
}

static gint64 integer(const xmlNode *node, const char *name, gint64 absent)
{
    const char *text = xml_attribute(node, name);

    return text != NULL ? g_ascii_strtoll(text, NULL, 10) : absent;
}

static const char *text(struct manifest *manifest, const xmlNode *node)
{
    g_autofree char *content = xml_text(node);

    return manifest_keep(manifest, content);
}

static int language(const xmlNode *node)
{
    return g_strcmp0(xml_lang(node), manifest_tags[MANIFEST_ZH]) == 0
               ? MANIFEST_ZH
               : MANIFEST_EN;
}

static enum manifest_change change(const xmlNode *node)
{
    const char *name = xml_attribute(node, "change");

    return strcmp(name, "new") == 0       ? CHANGE_NEW
           : strcmp(name, "changed") == 0 ? CHANGE_CHANGED
                                          : CHANGE_SAME;
}

static void read_file(
    struct manifest *manifest, const xmlNode *node, GPtrArray *files)
{
    struct manifest_file *file = manifest_add_file(files);

    file->path = attribute(manifest, node, "path");
    file->kind = g_intern_string(xml_attribute(node, "kind"));
    file->size = integer(node, "size", 0);
    file->sha256 = attribute(manifest, node, "sha256");
    file->width = (int)integer(node, "width", 0);
    file->height = (int)integer(node, "height", 0);
}

static void read_report(struct manifest *manifest, const xmlNode *node,
    struct manifest_dataset *dataset)
{
    struct manifest_report *report = manifest_add_report(dataset);

    report->name = attribute(manifest, node, "name");
    report->design = attribute(manifest, node, "design");
    report->style = attribute(manifest, node, "style");
    report->lang = attribute(manifest, node, "lang");
    report->pages = (int)integer(node, "pages", 0);
    report->updated = attribute(manifest, node, "updated");
    report->change = change(node);
    for (node = xml_first_child(node); node != NULL; node = xml_next(node)) {
        if (xml_is(node, "title")) {
            report->title = text(manifest, node);
            report->title_tag = manifest_tags[language(node)];
        } else if (xml_is(node, "file")) {
            read_file(manifest, node, report->files);
        }
    }
}

static void read_dataset(struct manifest *manifest, const xmlNode *node)
{
    struct manifest_dataset *dataset = manifest_add_dataset(manifest);

    dataset->id = attribute(manifest, node, "id");
    dataset->year = attribute(manifest, node, "year");
    dataset->prepared = attribute(manifest, node, "prepared");
    dataset->change = change(node);
    for (node = xml_first_child(node); node != NULL; node = xml_next(node)) {
        if (xml_is(node, "title")) {
            dataset->title[language(node)] = text(manifest, node);
        } else if (xml_is(node, "publisher")) {
            dataset->publisher[language(node)] = text(manifest, node);
        } else if (xml_is(node, "refArea")) {
            dataset->area[language(node)] = text(manifest, node);
        } else if (xml_is(node, "file")) {
            read_file(manifest, node, dataset->files);
        } else if (xml_is(node, "report")) {
            read_report(manifest, node, dataset);
        }
    }
}

static void read_tool(struct manifest *manifest, const xmlNode *node)
{
    struct manifest_tool *tool = g_new0(struct manifest_tool, 1);

    tool->name = attribute(manifest, node, "name");
    tool->version = attribute(manifest, node, "version");
    tool->sha256 = attribute(manifest, node, "sha256");
    g_ptr_array_add(
        xml_is(node, "tool") ? manifest->tools : manifest->libraries, tool);
}

static void read_input(struct manifest *manifest, const xmlNode *node)
{
    struct manifest_input *input = NULL;

    if (xml_is(node, "file")) {
        input = g_new0(struct manifest_input, 1);
        input->path = attribute(manifest, node, "path");
        input->size = integer(node, "size", 0);
        input->sha256 = attribute(manifest, node, "sha256");
        g_ptr_array_add(manifest->inputs, input);
    } else {
        struct manifest_face *face = g_new0(struct manifest_face, 1);

        face->name = attribute(manifest, node, "name");
        face->version = attribute(manifest, node, "version");
        face->tables = attribute(manifest, node, "tables");
        face->file = attribute(manifest, node, "file");
        face->fs_type = (int)integer(node, "fsType", -1);
        g_ptr_array_add(manifest->faces, face);
    }
}

static void read_part(struct manifest *manifest, const xmlNode *part)
{
    const xmlNode *node = xml_first_child(part);

    if (xml_is(part, "title")) {
        manifest->title[language(part)] = text(manifest, part);
        return;
    }
    for (; node != NULL; node = xml_next(node)) {
        if (xml_is(part, "tools")) {
            read_tool(manifest, node);
        } else if (xml_is(part, "files")) {
            read_file(manifest, node, manifest->files);
        } else if (xml_is(part, "datasets")) {
            read_dataset(manifest, node);
        } else if (xml_is(part, "inputs")) {
            read_input(manifest, node);
        }
    }
}

struct manifest *manifest_read(const char *path, struct diag *diag)
{
    g_autofree char *rules = paths_data("schema/release.xsd");
    struct xml_doc *doc = xml_load(path, diag);
    struct manifest *manifest = NULL;

    if (doc != NULL && schema_validate(doc, rules, diag)) {
        const xmlNode *root = xmlDocGetRootElement(xml_tree(doc));
        const xmlNode *node = xml_first_child(root);

        manifest = manifest_new();
        manifest->version = attribute(manifest, root, "version");
        manifest->serial = (unsigned)integer(root, "serial", 0);
        manifest->date = attribute(manifest, root, "date");
        manifest->previous = attribute(manifest, root, "previous");
        manifest->url = attribute(manifest, root, "url");
        manifest->is_signed = xml_attribute(root, "signed") != NULL;
        for (; node != NULL; node = xml_next(node)) {
            read_part(manifest, node);
        }
    }
    xml_free(doc);
    return manifest;
}
