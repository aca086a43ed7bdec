/*
 * Elements under their own names with the attributes that datasets have, put
 * in the order of datasets: themes, then indicators, then observations.
 */
#include "exchange/aggregated.h"

#include <stdlib.h>
#include <string.h>

#include "base/diag.h"
#include "base/number.h"
#include "base/paths.h"
#include "model/dataset.h"
#include "model/markup.h"
#include "xml/schema.h"
#include "xml/xml.h"

#define NAMESPACE "urn:gongbao:dataset:1"
#define ATTRIBUTES_MAX 12

/* What is copied: an element, its name in datasets, its attributes there. */
static const struct {
    const char *name;
    const char *as;
    const char *attributes[ATTRIBUTES_MAX];
} elements[] = {
    {"source", NULL, {"id", "file", "published"}},
    {"unit", NULL, {"id", "measures"}},
    {"label", NULL, {"one"}},
    {"universe", NULL, {NULL}},
    {"partOf", NULL, {"indicator", "group", "exhaustive"}},
    {"ratio", NULL, {"of", "to", "group", "exhaustive"}},
    {"cite", NULL, {"source", "lines", "token"}},
    {"base", NULL, {"period", "value"}},
    {"stated", "change", {"kind", "of", "value", "base", "basis"}},
    {"note", NULL, {"kind"}},
    {"title", NULL, {NULL}},
    {"publisher", NULL, {NULL}},
    {"refArea", NULL, {NULL}},
    {"definition", NULL, {NULL}},
    {"list", NULL, {NULL}},
    {"scope", NULL, {NULL}},
    {"text", NULL, {NULL}},
};

static const char *const of_indicator[] = {"kind", "unit", "unitMult", "freq",
    "prices", "cumulative", "key", "chart", NULL};
static const char *const of_obs[] = {
    "period", "phase", "value", "qualifier", "status", "confStatus", NULL};

static void copy_attributes(
    struct markup *out, const xmlNode *node, const char *const *names)
{
    for (; *names != NULL; names++) {
        markup_attribute(out, *names, xml_attribute(node, *names));
    }
}

/* The digits that count beyond those that are printed. */
static void copy_decimals(struct markup *out, const xmlNode *node)
{
    const char *value = xml_attribute(node, "value");
    const char *decimals = xml_attribute(node, "decimals");

    if (value != NULL && decimals != NULL &&
        strtol(decimals, NULL, 10) > number_decimals(value)) {
        markup_attribute(out, "decimals", decimals);
    }
}

static void copy_children(struct markup *out, const xmlNode *parent);

static void copy_element(
    struct markup *out, const xmlNode *node, size_t which)
{
    const char *as = elements[which].as;

    if (xml_first_child(node) == NULL && node->children != NULL) {
        g_autofree char *content = xml_text(node);
        struct dataset_text text = {.lang = xml_lang(node),
            .text = content, .one = xml_attribute(node, "one")};
        const struct dataset_texts texts = {&text, 1};

        markup_texts(out, elements[which].name, &texts);
        return;
    }
    markup_open(out, as != NULL ? as : elements[which].name);
    copy_attributes(out, node, elements[which].attributes);
    if (as != NULL) {
        copy_decimals(out, node);
    }
    copy_children(out, node);
    markup_close(out);
}

/* The children that datasets know; a ratio of an observation is computed. */
static void copy_children(struct markup *out, const xmlNode *parent)
{
    bool is_obs = xml_is(parent, "obs");

    for (const xmlNode *node = xml_first_child(parent); node != NULL;
         node = xml_next(node)) {
        for (size_t i = 0; i < G_N_ELEMENTS(elements); i++) {
            if (xml_is(node, elements[i].name) &&
                !(is_obs && xml_is(node, "ratio"))) {
                copy_element(out, node, i);
            }
        }
    }
}

static void copy_named(
    struct markup *out, const xmlNode *parent, const char *name)
{
    for (const xmlNode *node = xml_first_child(parent); node != NULL;
         node = xml_next(node)) {
        for (size_t i = 0; xml_is(node, name) && i < G_N_ELEMENTS(elements);
             i++) {
            if (strcmp(elements[i].name, name) == 0) {
                copy_element(out, node, i);
            }
        }
    }
}

static void write_themes(struct markup *out, const xmlNode *root)
{
    markup_open(out, "themes");
    for (const xmlNode *theme = xml_first_child(root); theme != NULL;
         theme = xml_next(theme)) {
        if (xml_is(theme, "theme")) {
            markup_open(out, "theme");
            markup_attribute(out, "id", xml_attribute(theme, "id"));
            copy_named(out, theme, "label");
            markup_close(out);
        }
    }
    markup_close(out);
}

static void write_obs(
    struct markup *out, const xmlNode *indicator, const xmlNode *obs)
{
    const char *unit_mult = xml_attribute(obs, "unitMult");

    markup_open(out, "obs");
    markup_attribute(out, "indicator", xml_attribute(indicator, "id"));
    copy_attributes(out, obs, of_obs);
    if (g_strcmp0(unit_mult, xml_attribute(indicator, "unitMult")) != 0) {
        markup_attribute(out, "unitMult", unit_mult);
    }
    copy_decimals(out, obs);
    markup_attribute(out, "edition", xml_attribute(obs, "edition"));
    copy_named(out, obs, "cite");
    copy_named(out, obs, "base");
    copy_named(out, obs, "stated");
    copy_named(out, obs, "note");
    markup_close(out);
}

/* Indicators, or what was observed of them. */
static void write_indicators(
    struct markup *out, const xmlNode *root, bool is_observed)
{
    for (const xmlNode *theme = xml_first_child(root); theme != NULL;
         theme = xml_next(theme)) {
        for (const xmlNode *node = xml_first_child(theme);
             node != NULL && xml_is(theme, "theme"); node = xml_next(node)) {
            if (!xml_is(node, "indicator")) {
                continue;
            }
            if (!is_observed) {
                markup_open(out, "indicator");
                markup_attribute(out, "id", xml_attribute(node, "id"));
                markup_attribute(out, "theme", xml_attribute(theme, "id"));
                copy_attributes(out, node, of_indicator);
                copy_children(out, node);
                markup_close(out);
                continue;
            }
            for (const xmlNode *obs = xml_first_child(node); obs != NULL;
                 obs = xml_next(obs)) {
                if (xml_is(obs, "obs")) {
                    write_obs(out, node, obs);
                }
            }
        }
    }
}

static void write_list(
    struct markup *out, const xmlNode *root, const char *name)
{
    for (const xmlNode *node = xml_first_child(root); node != NULL;
         node = xml_next(node)) {
        if (xml_is(node, name)) {
            markup_open(out, name);
            copy_children(out, node);
            markup_close(out);
        }
    }
}

static GString *write_dataset(const xmlNode *root)
{
    static const char *const of_root[] = {
        "id", "year", "prepared", "rounding", NULL};
    struct markup out;

    markup_begin(&out);
    markup_open(&out, "dataset");
    markup_attribute(&out, "xmlns", NAMESPACE);
    copy_attributes(&out, root, of_root);
    copy_named(&out, root, "title");
    copy_named(&out, root, "publisher");
    copy_named(&out, root, "refArea");
    write_list(&out, root, "sources");
    write_list(&out, root, "units");
    write_themes(&out, root);
    markup_open(&out, "indicators");
    write_indicators(&out, root, false);
    markup_close(&out);
    markup_open(&out, "observations");
    write_indicators(&out, root, true);
    markup_close(&out);
    copy_named(&out, root, "note");
    markup_close(&out);
    return markup_end(&out);
}

/* The schema knows datasets too, whose names it takes over. */
static bool is_aggregated(const struct xml_doc *doc, struct diag *diag)
{
    const xmlNode *root = xmlDocGetRootElement(xml_tree(doc));

    if (!xml_is(root, "aggregated")) {
        diag_report(diag, DIAG_SCHEMA_ROOT, xml_pos(doc, root),
            (const char *)root->name, (const char *)root->ns->href,
            "urn:gongbao:aggregated:1");
        return false;
    }
    return true;
}

struct dataset *aggregated_read(
    const char *path, struct xml_doc **doc, struct diag *diag)
{
    g_autofree char *own = paths_data("schema/aggregated.xsd");
    g_autofree char *schema = paths_data("schema/dataset.xsd");
    struct xml_doc *aggregated = xml_load(path, diag);
    struct dataset *dataset = NULL;

    *doc = NULL;
    if (aggregated != NULL && schema_validate(aggregated, own, diag) &&
        is_aggregated(aggregated, diag)) {
        GString *xml =
            write_dataset(xmlDocGetRootElement(xml_tree(aggregated)));

        *doc = xml_parse(path, xml->str, xml->len, diag);
        g_string_free(xml, TRUE);
        if (*doc != NULL && schema_validate(*doc, schema, diag)) {
            dataset = dataset_read(*doc);
        }
    }
    xml_free(aggregated);
    return dataset;
}
