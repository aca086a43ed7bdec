/*
 * The data message of an exported dataset: a series for each indicator and
 * phase.  Where that changes the order of the dataset, each observation has
 * its place in it.
 */
#include "exchange/sdmx_write.h"

#include <stdlib.h>
#include <string.h>

#include "xml/xml.h"

struct series {
    const xmlNode *indicator;
    char *phase;
    GArray *obs; /* of struct member */
};

struct member {
    const xmlNode *node;
    int sequence;
};

struct data {
    struct sdmx_markup *sdmx;
    GHashTable *indicators; /* id: element */
    GHashTable *keys;       /* indicator and phase: series */
    GPtrArray *series;
    bool is_mixed; /* the order is another one than the dataset's */
};

static void series_free(gpointer item)
{
    struct series *series = item;

    g_free(series->phase);
    g_array_unref(series->obs);
    g_free(series);
}

/* ---- Keys ---- */

static bool is_unknown(const xmlNode *obs)
{
    return g_strcmp0(xml_attribute(obs, "period"), "unknown") == 0;
}

static char *phase_of(const xmlNode *obs)
{
    const char *phase = xml_attribute(obs, "phase");
    g_autofree char *upper =
        phase != NULL ? g_ascii_strup(phase, -1) : NULL;

    if (!is_unknown(obs)) {
        return upper != NULL ? g_steal_pointer(&upper) : g_strdup("_Z");
    }
    return upper != NULL ? g_strconcat("_U_", upper, NULL) : g_strdup("_U");
}

static void add_obs(struct data *data, const xmlNode *node, int sequence)
{
    const char *indicator = xml_attribute(node, "indicator");
    g_autofree char *phase = phase_of(node);
    g_autofree char *key = g_strconcat(indicator, " ", phase, NULL);
    struct series *series = g_hash_table_lookup(data->keys, key);
    struct member member = {node, sequence};

    if (series == NULL) {
        series = g_new0(struct series, 1);
        series->indicator = g_hash_table_lookup(data->indicators, indicator);
        series->phase = g_steal_pointer(&phase);
        series->obs = g_array_new(FALSE, FALSE, sizeof(struct member));
        g_ptr_array_add(data->series, series);
        g_hash_table_insert(data->keys, g_steal_pointer(&key), series);
    } else if (series != g_ptr_array_index(
                             data->series, data->series->len - 1) ||
               g_array_index(series->obs, struct member, series->obs->len - 1)
                       .sequence != sequence - 1) {
        data->is_mixed = true;
    }
    g_array_append_val(series->obs, member);
}

static void collect(struct data *data)
{
    const xmlNode *list = sdmx_markup_list(data->sdmx, "indicators");
    int sequence = 0;

    for (const xmlNode *node = xml_first_child(list); node != NULL;
         node = xml_next(node)) {
        g_hash_table_insert(data->indicators,
            (gpointer)xml_attribute(node, "id"), (gpointer)node);
    }
    list = sdmx_markup_list(data->sdmx, "observations");
    for (const xmlNode *node = xml_first_child(list); node != NULL;
         node = xml_next(node)) {
        if (g_hash_table_contains(
                data->indicators, xml_attribute(node, "indicator"))) {
            add_obs(data, node, ++sequence);
        }
    }
}

/* ---- Observations ---- */

/* An event has no figure, which to SDMX is one that cannot be, and happens at
 * any time. */
static bool is_event(const struct series *series)
{
    return strcmp(xml_attribute(series->indicator, "kind"), "event") == 0;
}

static const char *attribute_or(
    const xmlNode *node, const char *name, const char *otherwise)
{
    const char *value = xml_attribute(node, name);

    return value != NULL ? value : otherwise;
}

/* A period that is not known gets one of the right frequency. */
static char *time_of(
    const struct data *data, const struct series *series, const xmlNode *obs)
{
    static const struct {
        char freq;
        const char *rest;
    } first[] = {{'S', "-S1"}, {'Q', "-Q1"}, {'M', "-01"}, {'D', "-01-01"}};
    const char *year = xml_attribute(data->sdmx->dataset, "year");
    char freq = attribute_or(series->indicator, "freq", "A")[0];

    if (!is_unknown(obs)) {
        return g_strdup(xml_attribute(obs, "period"));
    }
    for (size_t i = 0; i < G_N_ELEMENTS(first); i++) {
        if (first[i].freq == freq) {
            return g_strconcat(year, first[i].rest, NULL);
        }
    }
    return g_strdup(year);
}

/* A tenth, digit for digit: the inverse of what reading it back does. */
static char *tenth(const char *value)
{
    bool is_negative = value[0] == '-';
    const char *digits = value + is_negative;
    size_t whole = strcspn(digits, ".");
    const char *rest = digits[whole] == '.' ? digits + whole + 1 : "";

    return g_strdup_printf("%s%.*s.%c%s", is_negative ? "-" : "",
        whole > 1 ? (int)whole - 1 : 1, whole > 1 ? digits : "0",
        digits[whole - 1], rest);
}

static void write_value(
    struct data *data, const struct series *series, const xmlNode *obs)
{
    struct markup *out = &data->sdmx->out;
    const char *value = xml_attribute(obs, "value");
    const char *mult = attribute_or(
        obs, "unitMult", attribute_or(series->indicator, "unitMult", "0"));
    const char *decimals = xml_attribute(obs, "decimals");
    bool is_hundred_millions = strcmp(mult, "8") == 0;
    g_autofree char *shown = NULL;

    if (value == NULL) {
        return;
    }
    shown = is_hundred_millions ? tenth(value) : g_strdup(value);
    markup_attribute(out, "OBS_VALUE", shown);
    markup_attribute(out, "UNIT_MULT", is_hundred_millions ? "9" : mult);
    markup_attribute_int(out, "DECIMALS",
        decimals != NULL
            ? (int)strtol(decimals, NULL, 10) + is_hundred_millions
            : number_decimals(shown));
}

static void write_obs(struct data *data, const struct series *series,
    const struct member *member)
{
    static const char *const but[] = {"indicator", "period", "phase", "value",
        "confStatus", "qualifier", "status", NULL};
    static const char *const but_of_event[] = {
        "indicator", "period", "phase", "value", "confStatus", "qualifier",
        NULL};
    struct markup *out = &data->sdmx->out;
    const xmlNode *obs = member->node;
    g_autofree char *time = time_of(data, series, obs);
    g_autofree char *detail = NULL;

    markup_open(out, "Obs");
    markup_attribute(out, "TIME_PERIOD", time);
    write_value(data, series, obs);
    markup_attribute(out, "OBS_STATUS",
        is_event(series) ? "M" : attribute_or(obs, "status", "A"));
    markup_attribute(
        out, "CONF_STATUS", attribute_or(obs, "confStatus", "F"));
    markup_attribute(out, "QUALIFIER", xml_attribute(obs, "qualifier"));
    if (data->is_mixed) {
        markup_attribute_int(out, "SEQUENCE", member->sequence);
    }
    detail = sdmx_markup_detail(obs, is_event(series) ? but_of_event : but);
    markup_attribute(out, "DETAIL", detail);
    markup_close(out);
}

static void write_series(struct data *data, const struct series *series)
{
    struct markup *out = &data->sdmx->out;

    markup_open(out, "Series");
    markup_attribute(out, "FREQ",
        is_event(series) ? "N"
                         : attribute_or(series->indicator, "freq", "A"));
    markup_attribute(
        out, "REF_AREA", xml_attribute(data->sdmx->dataset, "id"));
    markup_attribute(out, "INDICATOR", xml_attribute(series->indicator, "id"));
    markup_attribute(out, "TIME_PHASE", series->phase);
    markup_attribute(out, "THEME", xml_attribute(series->indicator, "theme"));
    markup_attribute(
        out, "UNIT_MEASURE", xml_attribute(series->indicator, "unit"));
    for (guint i = 0; i < series->obs->len; i++) {
        write_obs(
            data, series, &g_array_index(series->obs, struct member, i));
    }
    markup_close(out);
}

/* ---- The message ---- */

static void write_header(struct sdmx_markup *sdmx, const char *uri)
{
    struct markup *out = &sdmx->out;
    g_autofree char *urn = g_strdup_printf(
        "urn:sdmx:org.sdmx.infomodel.datastructure.DataStructure=%s:%s(1.0)",
        SDMX_AGENCY, sdmx->id);

    sdmx_markup_header(sdmx, "");
    if (sdmx->is_3) {
        markup_open(out, "message:Receiver");
        markup_attribute(out, "id", "not_supplied");
        markup_close(out);
    }
    markup_open(out, "message:Structure");
    markup_attribute(out, "structureID", sdmx->id);
    markup_attribute(out, "namespace", uri);
    markup_attribute(out, "dimensionAtObservation", "TIME_PERIOD");
    if (sdmx->is_3) {
        sdmx_markup_text(sdmx, "common:Structure", NULL, urn);
    } else {
        markup_open(out, "common:Structure");
        markup_open(out, "Ref");
        markup_attribute(out, "agencyID", SDMX_AGENCY);
        markup_attribute(out, "id", sdmx->id);
        markup_attribute(out, "version", "1.0");
        markup_close(out);
        markup_close(out);
    }
    markup_close(out);
    markup_close(out);
}

GString *sdmx_write_data(struct sdmx_markup *sdmx)
{
    g_autofree char *uri = g_strdup_printf(
        "urn:sdmx:org.sdmx.infomodel.datastructure.DataStructure=%s:%s(1.0)"
        ":ObsLevelDim:TIME_PERIOD",
        SDMX_AGENCY, sdmx->id);
    struct data data = {.sdmx = sdmx,
        .indicators = g_hash_table_new(g_str_hash, g_str_equal),
        .keys = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL),
        .series = g_ptr_array_new_with_free_func(series_free)};

    collect(&data);
    sdmx_markup_begin(
        sdmx, "message:StructureSpecificData", "data/structurespecific");
    markup_attribute(&sdmx->out, "xmlns:xsi",
        "http://www.w3.org/2001/XMLSchema-instance");
    markup_attribute(&sdmx->out, "xmlns:data", uri);
    write_header(sdmx, uri);
    markup_open(&sdmx->out, "message:DataSet");
    markup_attribute(&sdmx->out, "xsi:type", "data:DataSetType");
    markup_attribute(&sdmx->out, "ss:structureRef", sdmx->id);
    if (!sdmx->is_3) {
        markup_attribute(&sdmx->out, "ss:dataScope", "DataStructure");
    }
    markup_attribute(&sdmx->out, "ss:action", "Information");
    for (guint i = 0; i < data.series->len; i++) {
        write_series(&data, g_ptr_array_index(data.series, i));
    }
    g_hash_table_unref(data.indicators);
    g_hash_table_unref(data.keys);
    g_ptr_array_unref(data.series);
    return markup_end(&sdmx->out);
}
