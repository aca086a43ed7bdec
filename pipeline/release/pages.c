/*
 * From a manifest to the files that readers see: one template makes all those
 * of a language (templates/release/pages.xsl), each an element "page" with its
 * path.
 */
#include "release/pages.h"

#include <string.h>

#include <libxml/tree.h>

#include "base/files.h"
#include "base/i18n.h"
#include "base/paths.h"
#include "doc/functions.h"
#include "xml/save.h"
#include "xml/xml.h"
#include "xml/xslt.h"

#define TEMPLATE "templates/release/pages.xsl"
#define STYLE "templates/release/style.css"

struct sink {
    pages_writer write;
    void *data;
    GPtrArray *inputs; /* NULL: nobody asks */
};

static void note_read(const struct sink *sink, const char *path)
{
    if (sink->inputs != NULL) {
        g_ptr_array_add(sink->inputs, g_strdup(path));
    }
}

static bool write_page(const struct sink *sink, const xmlNode *page)
{
    g_autoptr(GString) text = save_text(xml_first_child(page));

    return sink->write(
        sink->data, xml_attribute(page, "path"), text->str, text->len);
}

static bool write_pages(const struct sink *sink, const xmlDoc *result)
{
    const xmlNode *root = xmlDocGetRootElement(result);

    for (xmlNode *n = xml_first_child(root); n != NULL; n = xml_next(n)) {
        if (!write_page(sink, n)) {
            return false;
        }
    }
    return true;
}

static bool make_language(const struct xml_doc *manifest, const char *language,
    const char *tag, const struct sink *sink, struct diag *diag)
{
    const char *parameters[] = {"lang", tag, NULL};
    struct xslt_setup setup = {functions_table, NULL, parameters};
    g_autofree char *template = paths_data(TEMPLATE);
    xmlDoc *result;
    bool is_written;

    if (!i18n_report_open(language, diag)) {
        return false;
    }
    if (i18n_report_file() != NULL) {
        note_read(sink, i18n_report_file());
    }
    setup.data =
        functions_new(xmlDocGetRootElement(xml_tree(manifest)), tag, tag);
    result = xslt_run(manifest, template, &setup, sink->inputs, diag);
    functions_free(setup.data);
    is_written = result != NULL && write_pages(sink, result);
    xmlFreeDoc(result);
    return is_written;
}

static bool write_style(const struct sink *sink, struct diag *diag)
{
    g_autofree char *path = paths_data(STYLE);
    g_autoptr(GBytes) bytes = files_read(path, diag);
    gsize size = 0;
    const char *text;

    if (bytes == NULL) {
        return false;
    }
    note_read(sink, path);
    text = g_bytes_get_data(bytes, &size);
    return sink->write(sink->data, "style.css", text, size);
}

bool pages_make(const struct xml_doc *manifest, pages_writer write, void *data,
    GPtrArray *inputs, struct diag *diag)
{
    struct sink sink = {write, data, inputs};

    return write_style(&sink, diag) &&
           make_language(manifest, "zh_CN", "zh-CN", &sink, diag) &&
           make_language(manifest, "en", "en", &sink, diag);
}
