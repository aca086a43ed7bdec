/*
 * One key of a series is one indicator: its id is made of the codes of the
 * key, its label of their labels, and the rest is what the mapping says.
 */
#include "exchange/sdmx_indicators.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "exchange/sdmx_flags.h"
#include "xml/xml.h"

#define ID_MAX 64

const char *const sdmx_langs[SDMX_LANGS] = {"zh-CN", "en"};

/* ---- Dimensions ---- */

static bool varies(const struct cube *cube, size_t index)
{
    const struct cube_series *first =
        cube->series->len > 0 ? g_ptr_array_index(cube->series, 0) : NULL;

    for (guint i = 1; i < cube->series->len; i++) {
        const struct cube_series *series = g_ptr_array_index(cube->series, i);

        if (series->key[index] != first->key[index]) {
            return true;
        }
    }
    return false;
}

static bool is_ignored(const struct sdmx_mapping *mapping, const char *id)
{
    const char *is = g_hash_table_lookup(mapping->components, id);

    return is != NULL && strcmp(is, "ignored") == 0;
}

/* Those that the mapping names, in its order. */
static void named_dimensions(
    struct sdmx_indicators *indicators, const char *names)
{
    g_auto(GStrv) words = g_strsplit_set(names, " \t\r\n", -1);

    for (char **word = words; *word != NULL; word++) {
        const struct cube_component *component =
            cube_lookup_component(indicators->cube, *word);

        if (component != NULL && component->role == CUBE_DIMENSION) {
            g_ptr_array_add(indicators->dimensions, (gpointer)component);
        } else if (**word != '\0') {
            diag_report(indicators->diag, DIAG_SDMX_COMPONENT,
                xml_pos(indicators->mapping->doc, indicators->mapping->root),
                *word);
        }
    }
}

/* All that have several codes; of a single series, all but the frequency. */
static void default_dimensions(struct sdmx_indicators *indicators)
{
    const struct cube *cube = indicators->cube;
    bool is_single = cube->series->len <= 1;

    for (guint i = 0; i < cube->dimensions->len; i++) {
        const struct cube_component *dimension =
            g_ptr_array_index(cube->dimensions, i);

        if (is_single ? g_ascii_strcasecmp(dimension->id, "FREQ") != 0 &&
                            !is_ignored(indicators->mapping, dimension->id)
                      : varies(cube, i)) {
            g_ptr_array_add(indicators->dimensions, (gpointer)dimension);
        }
    }
}

/* A dimension that makes no part of an indicator is said nowhere. */
static void list_dimensions(struct sdmx_indicators *indicators)
{
    struct cube *cube = indicators->cube;

    for (guint i = 0; i < cube->dimensions->len; i++) {
        const struct cube_component *dimension =
            g_ptr_array_index(cube->dimensions, i);

        if (!g_ptr_array_find(indicators->dimensions, dimension, NULL) &&
            g_ascii_strcasecmp(dimension->id, "FREQ") != 0 &&
            !is_ignored(indicators->mapping, dimension->id) &&
            cube->series->len > 0) {
            const struct cube_series *first =
                g_ptr_array_index(cube->series, 0);
            g_autofree char *name = g_strconcat(dimension->id, "=",
                first->key[i] != NULL ? first->key[i] : "", NULL);

            cube_list_unread(cube, N_("the dimension"), name, first->pos);
        }
    }
}

/* ---- Ids and labels ---- */

/* "rd-total" of "RD_TOTAL"; what is no letter or digit parts words. */
static void append_id(GString *id, const char *code)
{
    for (const char *p = code; *p != '\0'; p++) {
        if (g_ascii_isalnum(*p)) {
            g_string_append_c(id, g_ascii_tolower(*p));
        } else if (id->len > 0 && id->str[id->len - 1] != '-') {
            g_string_append_c(id, '-');
        }
    }
}

/* Begins with a letter, ends with none but letters and digits, and is no
 * longer than ids may be: a long one ends with a number made of all of it. */
static char *finished_id(GString *id, const char *prefix)
{
    while (id->len > 0 && id->str[id->len - 1] == '-') {
        g_string_truncate(id, id->len - 1);
    }
    if (id->len == 0 || !g_ascii_isalpha(id->str[0])) {
        g_string_prepend(id, prefix);
    }
    if (id->len > ID_MAX) {
        guint hash = g_str_hash(id->str);

        g_string_truncate(id, ID_MAX - 9);
        while (id->str[id->len - 1] == '-') {
            g_string_truncate(id, id->len - 1);
        }
        g_string_append_printf(id, "-%08x", hash);
    }
    return g_string_free(id, FALSE);
}

/* The label of a code; NULL, reported: there is none. The caller frees it. */
static char *code_label(struct sdmx_indicators *indicators,
    const struct cube_component *component, const char *id, const char *lang)
{
    const xmlNode *own =
        sdmx_mapping_code(indicators->mapping, component->id, id);
    const struct cube_code *code = cube_lookup_code(component, id);
    char *label = sdmx_mapping_text(own, "label", lang);
    const char *text = NULL;
    g_autofree char *missed = NULL;

    if (label != NULL) {
        return label;
    }
    text = code != NULL ? cube_text_lookup(&code->labels, lang) : NULL;
    if (text != NULL) {
        return g_strdup(text);
    }
    missed = g_strjoin(" ", component->id, id, lang, NULL);
    if (g_hash_table_add(indicators->missed, g_strdup(missed))) {
        diag_report(indicators->diag, DIAG_SDMX_LABEL,
            code != NULL && code->pos.file != NULL
                ? code->pos
                : DIAG_FILE(indicators->cube->path),
            component->id, id, lang);
    }
    return NULL;
}

/* The text of the attribute that is the label in a language; NULL: none. */
static char *attribute_label(const struct sdmx_indicators *indicators,
    const struct cube_obs *obs, const char *lang)
{
    GHashTableIter iter;
    gpointer id;
    gpointer is;

    g_hash_table_iter_init(&iter, indicators->mapping->components);
    while (g_hash_table_iter_next(&iter, &id, &is)) {
        const struct cube_value *value;

        for (size_t n = 0; strcmp(is, "label") == 0 &&
                           (value = cube_attribute(
                                indicators->cube, obs, id, n)) != NULL;
             n++) {
            const struct cube_text text = {
                value->lang != NULL ? value->lang : "", value->text};
            const struct cube_texts one = {(struct cube_text *)&text, 1};

            if (cube_text_lookup(&one, lang) != NULL) {
                return g_strdup(value->text);
            }
        }
    }
    return NULL;
}

static char *label_of(struct sdmx_indicators *indicators, const char *id,
    const struct cube_series *series, const struct cube_obs *obs, size_t lang)
{
    const xmlNode *own =
        g_hash_table_lookup(indicators->mapping->indicators, id);
    char *label = sdmx_mapping_text(own, "label", sdmx_langs[lang]);
    GString *joined = NULL;

    if (label == NULL && obs != NULL) {
        label = attribute_label(indicators, obs, sdmx_langs[lang]);
    }
    if (label != NULL) {
        return label;
    }
    joined = g_string_new(NULL);
    for (guint i = 0; i < indicators->dimensions->len; i++) {
        const struct cube_component *dimension =
            g_ptr_array_index(indicators->dimensions, i);
        g_autofree char *part = code_label(indicators, dimension,
            series->key[dimension->index], sdmx_langs[lang]);

        if (joined->len > 0) {
            g_string_append(joined, lang == 0 ? "，" : ", ");
        }
        g_string_append(joined, part != NULL ? part : "?");
    }
    return g_string_free(joined, FALSE);
}

/* ---- Themes, kinds, units ---- */

static const struct sdmx_theme *theme_of(
    struct sdmx_indicators *indicators, const struct cube_series *series)
{
    const xmlNode *node = indicators->mapping->theme;
    const char *id = xml_attribute(node, "dimension");
    const struct cube_component *dimension =
        id != NULL ? cube_lookup_component(indicators->cube, id) : NULL;
    bool has = dimension != NULL && dimension->role == CUBE_DIMENSION;
    const char *own = xml_attribute(node, "id");
    GString *name = g_string_new(NULL);
    struct sdmx_theme *theme = g_new0(struct sdmx_theme, 1);

    append_id(name, has         ? series->key[dimension->index]
                    : own != NULL ? own
                                  : "figures");
    theme->id = finished_id(name, "theme-");
    for (guint i = 0; i < indicators->themes->len; i++) {
        struct sdmx_theme *there = g_ptr_array_index(indicators->themes, i);

        if (strcmp(there->id, theme->id) == 0) {
            g_free(theme->id);
            g_free(theme);
            return there;
        }
    }
    if (id != NULL && !has) {
        diag_report(indicators->diag, DIAG_SDMX_COMPONENT,
            xml_pos(indicators->mapping->doc, node), id);
    }
    for (size_t i = 0; i < SDMX_LANGS; i++) {
        theme->labels[i] =
            has ? code_label(indicators, dimension,
                      series->key[dimension->index], sdmx_langs[i])
                : sdmx_mapping_text(node, "label", sdmx_langs[i]);
    }
    g_ptr_array_add(indicators->themes, theme);
    return theme;
}

/* A code of the key or of an attribute; NULL: none. */
static const char *code_of(const struct sdmx_indicators *indicators,
    const struct cube_series *series, const struct cube_obs *obs,
    const char *id)
{
    const struct cube_component *component =
        cube_lookup_component(indicators->cube, id);
    const struct cube_value *value = NULL;

    if (component == NULL) {
        return NULL;
    }
    if (component->role == CUBE_DIMENSION) {
        return series->key[component->index];
    }
    value =
        obs != NULL ? cube_attribute(indicators->cube, obs, id, 0) : NULL;
    return value != NULL ? value->text : NULL;
}

static const char *kind_of(const struct sdmx_indicators *indicators,
    const struct cube_series *series, const struct cube_obs *obs)
{
    for (guint i = 0; i < indicators->mapping->kinds->len; i++) {
        const xmlNode *node = g_ptr_array_index(indicators->mapping->kinds, i);
        const char *component = xml_attribute(node, "component");

        if (component == NULL ||
            g_strcmp0(code_of(indicators, series, obs, component),
                xml_attribute(node, "code")) == 0) {
            return xml_attribute(node, "is");
        }
    }
    return "quantity";
}

static const char *unit_component(const struct sdmx_mapping *mapping)
{
    GHashTableIter iter;
    gpointer id;
    gpointer is;

    g_hash_table_iter_init(&iter, mapping->components);
    while (g_hash_table_iter_next(&iter, &id, &is)) {
        if (strcmp(is, "unit") == 0) {
            return id;
        }
    }
    return "UNIT_MEASURE";
}

static const xmlNode *unit_of(struct sdmx_indicators *indicators,
    const struct cube_series *series, const struct cube_obs *obs)
{
    const char *id = unit_component(indicators->mapping);
    const char *code = code_of(indicators, series, obs, id);
    const xmlNode *unit =
        code != NULL ? g_hash_table_lookup(indicators->mapping->units, code)
                     : NULL;
    g_autofree char *missed = NULL;

    if (unit == NULL) {
        unit = indicators->mapping->unit;
    }
    if (unit == NULL) {
        missed = g_strjoin(" ", "unit", code != NULL ? code : "", NULL);
        if (g_hash_table_add(indicators->missed, g_strdup(missed))) {
            diag_report(indicators->diag, DIAG_SDMX_UNIT, series->pos, id,
                code != NULL ? code : "");
        }
    }
    return unit;
}

/* ---- Indicators ---- */

static char freq_of(const struct sdmx_indicators *indicators,
    const struct cube_series *series, const struct cube_obs *obs)
{
    const char *code = code_of(indicators, series, obs, "FREQ");
    size_t length = obs != NULL ? strlen(obs->period) : 4;

    if (code == NULL) {
        code = code_of(indicators, series, obs, "freq");
    }
    if (code != NULL && strlen(code) == 1 && strchr("ASQMDN", *code) != NULL) {
        return *code;
    }
    return length == 4    ? 'A'
           : length == 10 ? 'D'
           : g_ascii_isdigit(obs->period[5]) ? 'M'
                                             : obs->period[5];
}

static int mult_of(
    const struct sdmx_indicators *indicators, const struct cube_obs *obs)
{
    const struct cube_value *value =
        obs != NULL ? cube_attribute(indicators->cube, obs, "UNIT_MULT", 0)
                    : NULL;
    int mult = value != NULL ? atoi(value->text) : 0;

    sdmx_flags_scale(indicators->cube, "0", &mult);
    return mult;
}

static void add_indicator(struct sdmx_indicators *indicators,
    const struct cube_series *series, const struct cube_obs *obs)
{
    struct sdmx_indicator *indicator = g_new0(struct sdmx_indicator, 1);
    GString *id = g_string_new(NULL);
    const xmlNode *own;

    for (guint i = 0; i < indicators->dimensions->len; i++) {
        const struct cube_component *dimension =
            g_ptr_array_index(indicators->dimensions, i);
        const char *code = series->key[dimension->index];

        if (id->len > 0) {
            g_string_append_c(id, '-');
        }
        append_id(id, code != NULL ? code : "");
    }
    indicator->id = finished_id(id, "s-");
    own = g_hash_table_lookup(
        indicators->mapping->indicators, indicator->id);
    for (size_t i = 0; i < SDMX_LANGS; i++) {
        indicator->labels[i] =
            label_of(indicators, indicator->id, series, obs, i);
    }
    indicator->theme = theme_of(indicators, series);
    indicator->kind = kind_of(indicators, series, obs);
    indicator->unit = unit_of(indicators, series, obs);
    indicator->freq = freq_of(indicators, series, obs);
    indicator->unit_mult = mult_of(indicators, obs);
    indicator->key = own != NULL ? xml_attribute(own, "key") : NULL;
    g_ptr_array_add(indicators->items, indicator);
}

static void check_ids(struct sdmx_indicators *indicators)
{
    g_autoptr(GHashTable) ids = g_hash_table_new(g_str_hash, g_str_equal);

    for (guint i = 0; i < indicators->items->len; i++) {
        const struct sdmx_indicator *indicator =
            g_ptr_array_index(indicators->items, i);
        const struct cube_series *series =
            g_ptr_array_index(indicators->cube->series, i);
        const struct cube_series *before =
            g_hash_table_lookup(ids, indicator->id);

        if (before != NULL) {
            g_autofree char *one = cube_key_text(indicators->cube, before);
            g_autofree char *other = cube_key_text(indicators->cube, series);

            diag_report(indicators->diag, DIAG_SDMX_SAME, series->pos, one,
                other, indicator->id);
        } else {
            g_hash_table_insert(ids, indicator->id, (gpointer)series);
        }
    }
}

static void indicator_free(gpointer item)
{
    struct sdmx_indicator *indicator = item;

    g_free(indicator->id);
    for (size_t i = 0; i < SDMX_LANGS; i++) {
        g_free(indicator->labels[i]);
    }
    g_free(indicator);
}

static void theme_free(gpointer item)
{
    struct sdmx_theme *theme = item;

    g_free(theme->id);
    for (size_t i = 0; i < SDMX_LANGS; i++) {
        g_free(theme->labels[i]);
    }
    g_free(theme);
}

struct sdmx_indicators *sdmx_indicators_new(struct cube *cube,
    const struct sdmx_mapping *mapping, struct diag *diag)
{
    struct sdmx_indicators *indicators = g_new0(struct sdmx_indicators, 1);
    const char *names = xml_attribute(mapping->root, "dimensions");
    guint next = 0;

    indicators->cube = cube;
    indicators->mapping = mapping;
    indicators->diag = diag;
    indicators->dimensions = g_ptr_array_new();
    indicators->items = g_ptr_array_new_with_free_func(indicator_free);
    indicators->themes = g_ptr_array_new_with_free_func(theme_free);
    indicators->missed =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    if (names != NULL) {
        named_dimensions(indicators, names);
    } else {
        default_dimensions(indicators);
    }
    list_dimensions(indicators);
    for (guint i = 0; i < cube->series->len; i++) {
        const struct cube_obs *obs = NULL;

        /* The observations are in the order of the series. */
        while (next < cube->obs->len) {
            const struct cube_obs *candidate =
                &g_array_index(cube->obs, struct cube_obs, next);

            if (candidate->series >= i) {
                obs = candidate->series == i ? candidate : NULL;
                break;
            }
            next++;
        }
        add_indicator(indicators, g_ptr_array_index(cube->series, i), obs);
    }
    check_ids(indicators);
    return indicators;
}

void sdmx_indicators_free(struct sdmx_indicators *indicators)
{
    g_ptr_array_unref(indicators->dimensions);
    g_ptr_array_unref(indicators->items);
    g_ptr_array_unref(indicators->themes);
    g_hash_table_unref(indicators->missed);
    g_free(indicators);
}
