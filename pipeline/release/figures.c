/*
 * A figure is known by its indicator, period, phase and edition; it is another
 * where its digits, multiplier, qualifier or status are.
 */
#include "release/figures.h"

#include <stdlib.h>
#include <string.h>

#include "doc/format.h"
#include "release/manifest.h"
#include "xml/xml.h"

/* Aggregated data with its figures by their keys, and how it prints. */
struct edition {
    struct xml_doc *doc;
    const xmlNode *root;
    GHashTable *figures; /* key -> const xmlNode */
    GPtrArray *order;    /* of the keys, borrowed */
    GHashTable *units;   /* id -> const xmlNode */
    struct format *formats[MANIFEST_LANGUAGES];
};

struct comparison {
    struct manifest *manifest;
    struct manifest_changed *changed;
    struct edition before;
    struct edition after;
};

/* --- reading --- */

static const char *word(const xmlNode *node, const char *name)
{
    const char *value = xml_attribute(node, name);

    return value != NULL ? value : "";
}

static void add_figures(struct edition *edition, const xmlNode *indicator)
{
    const xmlNode *obs = xml_first_child(indicator);

    for (; obs != NULL; obs = xml_next(obs)) {
        char *key;

        if (!xml_is(obs, "obs")) {
            continue;
        }
        key = g_strdup_printf("%s\t%s\t%s\t%s", word(indicator, "id"),
            word(obs, "period"), word(obs, "phase"), word(obs, "edition"));
        if (g_hash_table_insert(
                edition->figures, key, (gpointer)(gsize)obs)) {
            g_ptr_array_add(edition->order, key);
        }
    }
}

static void add_part(struct edition *edition, const xmlNode *part)
{
    const xmlNode *node = xml_first_child(part);

    for (; node != NULL; node = xml_next(node)) {
        if (xml_is(part, "units")) {
            g_hash_table_insert(edition->units,
                (gpointer)(gsize)word(node, "id"), (gpointer)(gsize)node);
        } else if (xml_is(part, "theme") && xml_is(node, "indicator")) {
            add_figures(edition, node);
        }
    }
}

/* False: reported. */
static bool edition_read(
    struct edition *edition, const char *path, struct diag *diag)
{
    enum rounding rounding = ROUNDING_HALF_UP;
    const xmlNode *node;

    edition->doc = xml_load(path, diag);
    if (edition->doc == NULL) {
        return false;
    }
    edition->root = xmlDocGetRootElement(xml_tree(edition->doc));
    edition->figures =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    edition->order = g_ptr_array_new();
    edition->units = g_hash_table_new(g_str_hash, g_str_equal);
    for (node = xml_first_child(edition->root); node != NULL;
         node = xml_next(node)) {
        add_part(edition, node);
    }
    rounding_parse(word(edition->root, "rounding"), &rounding);
    for (int i = 0; i < MANIFEST_LANGUAGES; i++) {
        edition->formats[i] =
            format_new(manifest_tags[i], manifest_tags[i], rounding);
    }
    return true;
}

static void edition_clear(struct edition *edition)
{
    if (edition->doc == NULL) {
        return;
    }
    g_hash_table_unref(edition->figures);
    g_ptr_array_unref(edition->order);
    g_hash_table_unref(edition->units);
    for (int i = 0; i < MANIFEST_LANGUAGES; i++) {
        format_free(edition->formats[i]);
    }
    xml_free(edition->doc);
}

/* --- printing --- */

/* The child of that name in the language; NULL: there is none. */
static const xmlNode *child(
    const xmlNode *parent, const char *name, const char *tag)
{
    const xmlNode *node = xml_first_child(parent);

    while (node != NULL &&
           !(xml_is(node, name) && g_strcmp0(xml_lang(node), tag) == 0)) {
        node = xml_next(node);
    }
    return node;
}

/* NULL: it has no value. */
static char *print_value(
    const struct edition *edition, const xmlNode *obs, int language)
{
    struct format_figure figure = {.decimals = -1, .unit = ""};
    const char *tag = manifest_tags[language];
    const xmlNode *unit = g_hash_table_lookup(
        edition->units, word(obs->parent, "unit"));
    const xmlNode *label = unit != NULL ? child(unit, "label", tag) : NULL;
    g_autofree char *name = label != NULL ? xml_text(label) : NULL;

    figure.value = xml_attribute(obs, "value");
    if (figure.value == NULL) {
        return NULL;
    }
    figure.unit_mult = atoi(word(obs, "unitMult"));
    format_qualifier_parse(xml_attribute(obs, "qualifier"), &figure.qualifier);
    if (unit != NULL) {
        figure.measure = format_measure_parse(xml_attribute(unit, "measures"));
    }
    if (label != NULL) {
        figure.unit = name;
        figure.unit_one = xml_attribute(label, "one");
    }
    return format_value(edition->formats[language], &figure);
}

static char *print_date(
    const struct edition *edition, const xmlNode *obs, int language)
{
    const struct format *format = edition->formats[language];
    const char *period = word(obs, "period");

    return strcmp(word(obs->parent, "cumulative"), "yes") == 0
               ? format_date_cumulative(format, period, FORMAT_DATE)
               : format_date(format, period, xml_attribute(obs, "phase"),
                     FORMAT_DATE);
}

static const char *kept(struct manifest *manifest, char *text)
{
    const char *copy = manifest_keep(manifest, text);

    g_free(text);
    return copy;
}

/* was, is: NULL where the figure is not there. */
static void print_figure(struct comparison *comparison, const char *change,
    const xmlNode *was, const xmlNode *is)
{
    struct manifest *manifest = comparison->manifest;
    struct manifest_figure *figure = g_new0(struct manifest_figure, 1);
    const struct edition *edition =
        is != NULL ? &comparison->after : &comparison->before;
    const xmlNode *obs = is != NULL ? is : was;

    figure->change = change;
    figure->indicator = manifest_keep(manifest, word(obs->parent, "id"));
    figure->period = manifest_keep(manifest, word(obs, "period"));
    for (int i = 0; i < MANIFEST_LANGUAGES; i++) {
        const xmlNode *label = child(obs->parent, "label", manifest_tags[i]);

        if (label != NULL) {
            figure->label[i] = kept(manifest, xml_text(label));
        }
        figure->date[i] = kept(manifest, print_date(edition, obs, i));
        if (was != NULL) {
            figure->before[i] =
                kept(manifest, print_value(&comparison->before, was, i));
        }
        if (is != NULL) {
            figure->after[i] =
                kept(manifest, print_value(&comparison->after, is, i));
        }
    }
    g_ptr_array_add(comparison->changed->figures, figure);
}

/* --- comparing --- */

static bool is_same(const xmlNode *a, const xmlNode *b)
{
    static const char *const names[] = {
        "value", "unitMult", "qualifier", "status", "confStatus"};

    for (size_t i = 0; i < G_N_ELEMENTS(names); i++) {
        if (strcmp(word(a, names[i]), word(b, names[i])) != 0) {
            return false;
        }
    }
    return true;
}

static bool has_room(const struct comparison *comparison)
{
    return comparison->changed->figures->len < MANIFEST_FIGURES;
}

static void find_changed(struct comparison *comparison)
{
    for (guint i = 0; i < comparison->after.order->len; i++) {
        const char *key = comparison->after.order->pdata[i];
        const xmlNode *is = g_hash_table_lookup(comparison->after.figures, key);
        const xmlNode *was =
            g_hash_table_lookup(comparison->before.figures, key);

        if (was != NULL && !is_same(was, is)) {
            comparison->changed->figures_changed++;
            if (has_room(comparison)) {
                print_figure(comparison, "changed", was, is);
            }
        }
    }
}

static void find_removed(struct comparison *comparison)
{
    for (guint i = 0; i < comparison->before.order->len; i++) {
        const char *key = comparison->before.order->pdata[i];

        if (!g_hash_table_contains(comparison->after.figures, key)) {
            comparison->changed->figures_removed++;
            if (has_room(comparison)) {
                print_figure(comparison, "removed",
                    g_hash_table_lookup(comparison->before.figures, key), NULL);
            }
        }
    }
}

static void find_added(struct comparison *comparison)
{
    for (guint i = 0; i < comparison->after.order->len; i++) {
        const char *key = comparison->after.order->pdata[i];

        if (!g_hash_table_contains(comparison->before.figures, key)) {
            comparison->changed->figures_added++;
            if (has_room(comparison)) {
                print_figure(comparison, "added", NULL,
                    g_hash_table_lookup(comparison->after.figures, key));
            }
        }
    }
}

bool figures_compare(struct manifest *manifest, const char *before,
    const char *after, struct manifest_changed *changed, struct diag *diag)
{
    struct comparison comparison = {manifest, changed, {0}, {0}};
    bool is_read = edition_read(&comparison.before, before, diag) &&
                   edition_read(&comparison.after, after, diag);

    if (is_read) {
        find_changed(&comparison);
        find_removed(&comparison);
        find_added(&comparison);
    }
    edition_clear(&comparison.before);
    edition_clear(&comparison.after);
    return is_read;
}
