/*
 * What structure and data messages have in common.
 */
#include "exchange/sdmx_markup.h"

#include <string.h>

#include "xml/xml.h"

#define COMMON "http://www.sdmx.org/resources/sdmxml/schemas/"

static void declare(
    struct sdmx_markup *sdmx, const char *prefix, const char *what)
{
    g_autofree char *name = g_strconcat("xmlns:", prefix, NULL);
    g_autofree char *uri = g_strconcat(
        COMMON, sdmx->is_3 ? "v3_0" : "v2_1", "/", what, NULL);

    markup_attribute(&sdmx->out, name, uri);
}

void sdmx_markup_begin(
    struct sdmx_markup *sdmx, const char *root, const char *more)
{
    markup_begin(&sdmx->out);
    markup_open(&sdmx->out, root);
    declare(sdmx, "message", "message");
    declare(sdmx, "common", "common");
    declare(sdmx, strcmp(more, "structure") == 0 ? "str" : "ss", more);
}

void sdmx_markup_text(struct sdmx_markup *sdmx, const char *name,
    const char *lang, const char *text)
{
    markup_open(&sdmx->out, name);
    markup_attribute(&sdmx->out, "xml:lang", lang);
    markup_text(&sdmx->out, text);
    markup_close(&sdmx->out);
}

void sdmx_markup_names(
    struct sdmx_markup *sdmx, const char *zh, const char *en)
{
    sdmx_markup_text(sdmx, "common:Name", "zh-CN", zh);
    sdmx_markup_text(sdmx, "common:Name", "en", en);
}

void sdmx_markup_children(struct sdmx_markup *sdmx, const xmlNode *parent,
    const char *child, const char *name)
{
    for (const xmlNode *node = xml_first_child(parent); node != NULL;
         node = xml_next(node)) {
        if (xml_is(node, child)) {
            g_autofree char *text = xml_text(node);

            sdmx_markup_text(sdmx, name, xml_lang(node), text);
        }
    }
}

/* ---- Annotations ---- */

static bool is_in(const char *const *names, const char *name)
{
    while (names != NULL && *names != NULL && strcmp(*names, name) != 0) {
        names++;
    }
    return names != NULL && *names != NULL;
}

/* The attributes of an element as XML writes them; "" for none. */
static char *attributes_text(const xmlNode *node, const char *const *but)
{
    GString *text = g_string_new(NULL);

    for (const xmlAttr *a = node->properties; a != NULL; a = a->next) {
        const char *name = (const char *)a->name;

        if (a->ns == NULL && !is_in(but, name)) {
            g_autofree char *value =
                g_markup_escape_text(xml_attribute(node, name), -1);

            g_string_append_printf(text, "%s%s=\"%s\"",
                text->len > 0 ? " " : "", name, value);
        }
    }
    return g_string_free(text, FALSE);
}

/* An element of nothing but text in a language. */
static bool is_text(const xmlNode *node)
{
    return xml_first_child(node) == NULL && xml_lang(node) != NULL &&
           node->children != NULL;
}

struct annotations {
    struct sdmx_markup *sdmx;
    bool is_open; /* <common:Annotations> is written */
};

static void open_annotation(struct annotations *all)
{
    if (!all->is_open) {
        markup_open(&all->sdmx->out, "common:Annotations");
        all->is_open = true;
    }
    markup_open(&all->sdmx->out, "common:Annotation");
}

static void write_head(
    struct annotations *all, const char *type, const char *title)
{
    g_autofree char *whole = g_strconcat(SDMX_TYPE, type, NULL);

    open_annotation(all);
    if (title[0] != '\0') {
        sdmx_markup_text(all->sdmx, "common:AnnotationTitle", NULL, title);
    }
    sdmx_markup_text(all->sdmx, "common:AnnotationType", NULL, whole);
}

/* Texts of one name side by side are one annotation, unless they have
 * attributes of their own. */
static const xmlNode *write_texts(
    struct annotations *all, const char *type, const xmlNode *first)
{
    static const char *const but[] = {"lang", NULL};
    g_autofree char *title = attributes_text(first, but);
    const xmlNode *node = first;

    write_head(all, type, title);
    do {
        g_autofree char *text = xml_text(node);

        sdmx_markup_text(
            all->sdmx, "common:AnnotationText", xml_lang(node), text);
        node = xml_next(node);
    } while (node != NULL && is_text(node) &&
             xml_is(node, (const char *)first->name) &&
             node->properties != NULL && node->properties->next == NULL &&
             title[0] == '\0' &&
             strcmp(xml_lang(node), xml_lang(first)) != 0);
    markup_close(&all->sdmx->out);
    return node;
}

static void write_element(
    struct annotations *all, const char *above, const xmlNode *node);

static void write_children(struct annotations *all, const char *above,
    const xmlNode *parent, const char *const *but)
{
    const xmlNode *node = xml_first_child(parent);

    while (node != NULL) {
        const char *name = (const char *)node->name;
        g_autofree char *type =
            above[0] != '\0' ? g_strconcat(above, "/", name, NULL)
                             : g_strdup(name);

        if (is_in(but, name)) {
            node = xml_next(node);
        } else if (is_text(node)) {
            node = write_texts(all, type, node);
        } else {
            write_element(all, type, node);
            node = xml_next(node);
        }
    }
}

static void write_element(
    struct annotations *all, const char *type, const xmlNode *node)
{
    g_autofree char *title = attributes_text(node, NULL);

    write_head(all, type, title);
    markup_close(&all->sdmx->out);
    write_children(all, type, node, NULL);
}

void sdmx_markup_annotations(struct sdmx_markup *sdmx, const xmlNode *node,
    const char *const *but, const char *const *but_children)
{
    struct annotations all = {sdmx, false};
    g_autofree char *title = attributes_text(node, but);

    if (title[0] != '\0') {
        write_head(&all, (const char *)node->name, title);
        markup_close(&sdmx->out);
    }
    write_children(&all, "", node, but_children);
    if (all.is_open) {
        markup_close(&sdmx->out);
    }
}

/* ---- Observations ---- */

static void append_element(
    GString *out, const xmlNode *node, const char *const *but)
{
    g_autofree char *attributes = attributes_text(node, but);
    const char *name = (const char *)node->name;

    g_string_append_printf(out, "<%s%s%s", name,
        attributes[0] != '\0' ? " " : "", attributes);
    if (is_text(node)) {
        g_autofree char *text = xml_text(node);
        g_autofree char *escaped = g_markup_escape_text(text, -1);

        g_string_append_printf(
            out, " xml:lang=\"%s\">%s", xml_lang(node), escaped);
    } else {
        g_string_append_c(out, '>');
    }
    for (const xmlNode *child = xml_first_child(node); child != NULL;
         child = xml_next(child)) {
        append_element(out, child, NULL);
    }
    g_string_append_printf(out, "</%s>", name);
}

char *sdmx_markup_detail(const xmlNode *node, const char *const *but)
{
    GString *out = g_string_new(NULL);

    append_element(out, node, but);
    return g_string_free(out, FALSE);
}

/* ---- The message ---- */

void sdmx_markup_header(struct sdmx_markup *sdmx, const char *suffix)
{
    g_autofree char *id = g_strconcat(sdmx->id, suffix, NULL);
    g_autofree char *prepared = g_strconcat(
        xml_attribute(sdmx->dataset, "prepared"), "T00:00:00Z", NULL);

    markup_open(&sdmx->out, "message:Header");
    sdmx_markup_text(sdmx, "message:ID", NULL, id);
    sdmx_markup_text(sdmx, "message:Test", NULL, "false");
    sdmx_markup_text(sdmx, "message:Prepared", NULL, prepared);
    markup_open(&sdmx->out, "message:Sender");
    markup_attribute(&sdmx->out, "id", SDMX_AGENCY);
    sdmx_markup_children(sdmx, sdmx->dataset, "publisher", "common:Name");
    markup_close(&sdmx->out);
}

const xmlNode *sdmx_markup_list(
    const struct sdmx_markup *sdmx, const char *name)
{
    const xmlNode *node = xml_first_child(sdmx->dataset);

    while (node != NULL && !xml_is(node, name)) {
        node = xml_next(node);
    }
    return node;
}
