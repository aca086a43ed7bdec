/*
 * The head of the dataset is written as XML and read as a dataset is; the
 * observations are then written one by one, so that no more than one of them
 * is ever held in the form of a dataset.
 */
#include "exchange/sdmx_map.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/paths.h"
#include "exchange/sdmx_flags.h"
#include "exchange/sdmx_indicators.h"
#include "model/dataset.h"
#include "model/markup.h"
#include "model/write.h"
#include "xml/redact.h"
#include "xml/schema.h"
#include "xml/xml.h"

#define NAMESPACE "urn:gongbao:dataset:1"

struct map {
    struct cube *cube;
    const struct sdmx_mapping *mapping;
    struct sdmx_indicators *indicators;
    struct diag *diag;
    struct dataset *dataset; /* its head */
};

/* ---- The head ---- */

static void write_text(
    struct markup *out, const char *name, const char *lang, const char *text)
{
    markup_open(out, name);
    markup_attribute(out, "xml:lang", lang);
    markup_text(out, text != NULL ? text : "?");
    markup_close(out);
}

/* The children of an element of the mapping that have this name. */
static void copy_texts(
    struct markup *out, const xmlNode *parent, const char *name)
{
    for (const xmlNode *node = xml_first_child(parent); node != NULL;
         node = xml_next(node)) {
        if (xml_is(node, name)) {
            g_autofree char *text = xml_text(node);

            markup_open(out, name);
            markup_attribute(out, "xml:lang", xml_lang(node));
            markup_attribute(out, "one", xml_attribute(node, "one"));
            markup_text(out, text);
            markup_close(out);
        }
    }
}

static void write_source(struct markup *out, const struct map *map)
{
    const xmlNode *source = map->mapping->source;
    g_autofree char *file = g_path_get_basename(map->cube->path);

    markup_open(out, "sources");
    markup_open(out, "source");
    markup_attribute(out, "id", xml_attribute(source, "id"));
    markup_attribute(out, "file", file);
    markup_attribute(out, "published", xml_attribute(source, "published"));
    copy_texts(out, source, "title");
    copy_texts(out, source, "publisher");
    markup_close(out);
    markup_close(out);
}

/* Those that an indicator has, in the order of the mapping, each id once. */
static void write_units(struct markup *out, const struct map *map)
{
    g_autoptr(GHashTable) used = g_hash_table_new(g_str_hash, g_str_equal);

    for (guint i = 0; i < map->indicators->items->len; i++) {
        const struct sdmx_indicator *indicator =
            g_ptr_array_index(map->indicators->items, i);

        if (indicator->unit != NULL) {
            g_hash_table_add(
                used, (gpointer)xml_attribute(indicator->unit, "id"));
        }
    }
    markup_open(out, "units");
    for (const xmlNode *node = xml_first_child(map->mapping->root);
         node != NULL; node = xml_next(node)) {
        const char *id = xml_attribute(node, "id");

        if (xml_is(node, "unit") && g_hash_table_remove(used, id)) {
            markup_open(out, "unit");
            markup_attribute(out, "id", id);
            markup_attribute(
                out, "measures", xml_attribute(node, "measures"));
            copy_texts(out, node, "label");
            markup_close(out);
        }
    }
    markup_close(out);
}

static void write_labels(struct markup *out, char *const *labels)
{
    for (size_t i = 0; i < SDMX_LANGS; i++) {
        write_text(out, "label", sdmx_langs[i], labels[i]);
    }
}

static void write_indicator(
    struct markup *out, const struct sdmx_indicator *indicator)
{
    char freq[2] = {indicator->freq, '\0'};

    markup_open(out, "indicator");
    markup_attribute(out, "id", indicator->id);
    markup_attribute(out, "theme", indicator->theme->id);
    markup_attribute(out, "kind", indicator->kind);
    markup_attribute(out, "unit", xml_attribute(indicator->unit, "id"));
    markup_attribute_int(out, "unitMult", indicator->unit_mult);
    markup_attribute(out, "freq", freq);
    markup_attribute(out, "key", indicator->key);
    write_labels(out, indicator->labels);
    markup_close(out);
}

/* An observation that the schema wants and nobody reads. */
static void write_stub(struct markup *out, const struct map *map)
{
    const struct sdmx_indicator *first =
        g_ptr_array_index(map->indicators->items, 0);

    markup_open(out, "observations");
    markup_open(out, "obs");
    markup_attribute(out, "indicator", first->id);
    markup_attribute(out, "period", "unknown");
    markup_open(out, "cite");
    markup_attribute(out, "source", xml_attribute(map->mapping->source, "id"));
    markup_attribute(out, "lines", "1");
    markup_attribute(out, "token", "0");
    markup_close(out);
    markup_close(out);
    markup_close(out);
}

static GString *write_head(const struct map *map)
{
    static const char *const attributes[] = {"id", "year", "prepared"};
    const xmlNode *root = map->mapping->root;
    const char *rounding = xml_attribute(root, "rounding");
    struct markup out;

    markup_begin(&out);
    markup_open(&out, "dataset");
    markup_attribute(&out, "xmlns", NAMESPACE);
    for (size_t i = 0; i < G_N_ELEMENTS(attributes); i++) {
        markup_attribute(
            &out, attributes[i], xml_attribute(root, attributes[i]));
    }
    markup_attribute(
        &out, "rounding", rounding != NULL ? rounding : "half-up");
    copy_texts(&out, root, "title");
    copy_texts(&out, root, "publisher");
    copy_texts(&out, root, "refArea");
    write_source(&out, map);
    write_units(&out, map);
    markup_open(&out, "themes");
    for (guint i = 0; i < map->indicators->themes->len; i++) {
        const struct sdmx_theme *theme =
            g_ptr_array_index(map->indicators->themes, i);

        markup_open(&out, "theme");
        markup_attribute(&out, "id", theme->id);
        write_labels(&out, theme->labels);
        markup_close(&out);
    }
    markup_close(&out);
    markup_open(&out, "indicators");
    for (guint i = 0; i < map->indicators->items->len; i++) {
        write_indicator(&out, g_ptr_array_index(map->indicators->items, i));
    }
    markup_close(&out);
    write_stub(&out, map);
    return markup_end(&out);
}

/* False, reported. */
static bool read_head(struct map *map, const char *path)
{
    g_autofree char *schema = paths_data("schema/dataset.xsd");
    GString *xml = write_head(map);
    struct xml_doc *doc = xml_parse(path, xml->str, xml->len, map->diag);

    if (doc != NULL && schema_validate(doc, schema, map->diag)) {
        map->dataset = dataset_read(doc);
        map->dataset->obs_count = 0;
    }
    xml_free(doc);
    g_string_free(xml, TRUE);
    return map->dataset != NULL;
}

/* ---- What has no place ---- */

static void list_attributes(struct map *map, const struct cube_values *values,
    struct diag_pos pos)
{
    const struct cube_component *before = NULL;

    for (size_t i = 0; values != NULL && i < values->count; i++) {
        const struct cube_component *component = values->items[i].component;

        if (component != before && !sdmx_flags_is_known(component->id) &&
            strcmp(component->id, "UNIT_MEASURE") != 0 &&
            !g_hash_table_contains(
                map->mapping->components, component->id)) {
            cube_list_unread(
                map->cube, N_("the attribute"), component->id, pos);
        }
        before = component;
    }
}

/* A code that neither the structure nor the mapping has. */
static void list_codes(struct map *map, const struct cube_series *series)
{
    for (guint i = 0; i < map->cube->dimensions->len; i++) {
        const struct cube_component *dimension =
            g_ptr_array_index(map->cube->dimensions, i);

        if (series->key[i] != NULL && dimension->codes->len > 0 &&
            cube_lookup_code(dimension, series->key[i]) == NULL &&
            sdmx_mapping_code(map->mapping, dimension->id, series->key[i]) ==
                NULL) {
            g_autofree char *name =
                g_strconcat(dimension->id, "=", series->key[i], NULL);

            cube_list_unread(map->cube, N_("the code"), name, series->pos);
        }
    }
}

static void list_all(struct map *map)
{
    list_attributes(
        map, &map->cube->attributes, DIAG_FILE(map->cube->path));
    for (guint i = 0; i < map->cube->series->len; i++) {
        const struct cube_series *series =
            g_ptr_array_index(map->cube->series, i);

        list_codes(map, series);
        list_attributes(map, &series->attributes, series->pos);
    }
}

/* ---- Observations ---- */

static void report_status(struct map *map, enum diag_id id,
    const struct cube_obs *obs, char status)
{
    g_autofree char *key = cube_key_text(
        map->cube, g_ptr_array_index(map->cube->series, obs->series));
    char code[2] = {status, '\0'};

    diag_report(map->diag, id,
        (struct diag_pos){map->cube->path, obs->line, obs->col}, code, key,
        obs->period);
}

/* What is confidential comes without its value and the figure of it. */
static void withhold(struct dataset_obs *to, char conf)
{
    to->conf_status = conf;
    to->value_text = NULL;
    if (to->status != 'B') {
        to->status = 'Q';
    }
}

/* Status and value fit each other, and what nobody may see is not there. */
static void set_status(
    struct map *map, const struct cube_obs *from, struct dataset_obs *to)
{
    struct sdmx_flags flags =
        sdmx_flags_read(map->cube, from, map->mapping->statuses);
    bool is_missing;

    if (flags.status == '\0') {
        flags.status = from->value != NULL ? 'A'
                       : flags.conf != 'F' ? 'Q'
                                           : 'O';
    }
    is_missing = dataset_status_is_missing(flags.status);
    to->status = flags.status;
    if (from->value != NULL && is_missing) {
        report_status(map, DIAG_SDMX_STATUS, from, flags.status);
    } else if (from->value == NULL && !is_missing && flags.conf == 'F') {
        report_status(map, DIAG_SDMX_NO_VALUE, from, flags.status);
    }
    if (flags.conf != 'F') {
        withhold(to, flags.conf);
    }
}

static void set_value(struct map *map, const struct cube_obs *from,
    const struct sdmx_indicator *indicator, struct dataset_obs *to)
{
    const struct cube_value *given =
        cube_attribute(map->cube, from, "UNIT_MULT", 0);
    const struct cube_value *decimals =
        cube_attribute(map->cube, from, "DECIMALS", 0);
    int mult = 0;
    char *end = NULL;

    if (from->value == NULL) {
        return;
    }
    mult = given != NULL ? (int)strtol(given->text, &end, 10) : 0;
    to->value_text = end == NULL || *end == '\0'
                         ? sdmx_flags_scale(map->cube, from->value, &mult)
                         : NULL;
    if (to->value_text == NULL) {
        g_autofree char *key = cube_key_text(
            map->cube, g_ptr_array_index(map->cube->series, from->series));

        diag_report(map->diag, DIAG_SDMX_MULTIPLIER,
            (struct diag_pos){map->cube->path, from->line, from->col},
            given->text, key);
        to->value_text = from->value;
    }
    to->unit_mult = mult;
    to->has_unit_mult = mult != indicator->unit_mult;
    /* A value with more digits than are to be printed keeps them. */
    if (decimals != NULL && strlen(decimals->text) == 1 &&
        g_ascii_isdigit(decimals->text[0]) &&
        to->value_text == from->value &&
        decimals->text[0] - '0' > number_decimals(to->value_text)) {
        to->decimals = decimals->text[0] - '0';
    }
}

static void write_obs(
    struct map *map, const struct cube_obs *from, struct markup *out)
{
    const struct sdmx_indicator *indicator =
        g_ptr_array_index(map->indicators->items, from->series);
    g_autofree char *lines =
        from->last_line > from->line
            ? g_strdup_printf("%d-%d", from->line, from->last_line)
            : g_strdup_printf("%d", from->line);
    struct dataset_cite cite = {
        .source_id = map->dataset->sources[0].id, .lines_text = lines};
    struct dataset_obs obs = {.indicator_id = indicator->id,
        .indicator =
            dataset_lookup_indicator(map->dataset, indicator->id),
        .unit_mult = indicator->unit_mult,
        .decimals = -1,
        .conf_status = 'F',
        .cites = {&cite, 1}};
    g_autofree char *token = NULL;

    dataset_period_read(from->period, &obs.period);
    set_value(map, from, indicator, &obs);
    set_status(map, from, &obs);
    /* A figure that is kept back is not in its citation either. */
    token = g_strdup(obs.conf_status != 'F' || obs.status == 'Q'
                         ? REDACT_TOKEN
                         : from->token);
    xml_fold(token);
    cite.token = token;
    list_attributes(map, from->attributes,
        (struct diag_pos){map->cube->path, from->line, from->col});
    dataset_write_obs(out, &obs);
}

static GString *write_dataset(struct map *map)
{
    struct markup out;

    dataset_write_begin(&out);
    for (guint i = 0; i < map->cube->obs->len; i++) {
        write_obs(map, &g_array_index(map->cube->obs, struct cube_obs, i),
            &out);
    }
    return dataset_write_end(&out, map->dataset);
}

bool sdmx_map(struct cube *cube, const struct exchange_request *request,
    struct exchange_files *files, struct diag *diag)
{
    struct sdmx_mapping *mapping = NULL;
    struct map map = {.cube = cube, .diag = diag};

    if (request->mapping == NULL) {
        diag_report(diag, DIAG_SDMX_MAPPING, DIAG_FILE(cube->path));
        return false;
    }
    if (cube->obs->len == 0) {
        /* Observations may be missing for what has been reported. */
        if (!diag_failed(diag)) {
            diag_report(diag, DIAG_SDMX_EMPTY, DIAG_FILE(cube->path));
        }
        cube_report_unread(cube, diag);
        return false;
    }
    mapping = sdmx_mapping_read(request->mapping, diag);
    if (mapping == NULL) {
        return false;
    }
    map.mapping = mapping;
    map.indicators = sdmx_indicators_new(cube, mapping, diag);
    if (!diag_failed(diag) && read_head(&map, request->mapping)) {
        list_all(&map);
        exchange_files_add(files, map.dataset->year, write_dataset(&map));
    }
    cube_report_unread(cube, diag);
    dataset_free(map.dataset);
    sdmx_indicators_free(map.indicators);
    sdmx_mapping_free(mapping);
    return !diag_failed(diag);
}
