/*
 * One table of leaves by the part that they stand in; names are read and
 * written by it.
 */
#include "exchange/field.h"

#include <stdlib.h>
#include <string.h>

struct leaf {
    enum field_part part;
    enum field_leaf leaf;
    const char *name;
};

static const struct leaf leaves[] = {
    {FIELD_OF_OBS, FIELD_INDICATOR, "indicator"},
    {FIELD_OF_OBS, FIELD_PERIOD, "period"},
    {FIELD_OF_OBS, FIELD_PHASE, "phase"},
    {FIELD_OF_OBS, FIELD_VALUE, "value"},
    {FIELD_OF_OBS, FIELD_UNIT, "unit"},
    {FIELD_OF_OBS, FIELD_UNIT_MULT, "unitMult"},
    {FIELD_OF_OBS, FIELD_DECIMALS, "decimals"},
    {FIELD_OF_OBS, FIELD_QUALIFIER, "qualifier"},
    {FIELD_OF_OBS, FIELD_STATUS, "status"},
    {FIELD_OF_OBS, FIELD_CONF_STATUS, "confStatus"},
    {FIELD_OF_OBS, FIELD_BASIS, "basis"},
    {FIELD_OF_OBS, FIELD_EDITION, "edition"},
    {FIELD_OF_CITE, FIELD_SOURCE, "source"},
    {FIELD_OF_CITE, FIELD_LINES, "lines"},
    {FIELD_OF_CITE, FIELD_TOKEN, "token"},
    {FIELD_OF_BASE, FIELD_PERIOD, "period"},
    {FIELD_OF_BASE, FIELD_VALUE, "value"},
    {FIELD_OF_CHANGE, FIELD_KIND, "kind"},
    {FIELD_OF_CHANGE, FIELD_OF, "of"},
    {FIELD_OF_CHANGE, FIELD_VALUE, "value"},
    {FIELD_OF_CHANGE, FIELD_DECIMALS, "decimals"},
    {FIELD_OF_CHANGE, FIELD_BASE, "base"},
    {FIELD_OF_CHANGE, FIELD_BASIS, "basis"},
    {FIELD_OF_NOTE, FIELD_KIND, "kind"},
    {FIELD_OF_NOTE, FIELD_TEXT, "text"},
};

static const struct {
    const char *name;
    enum field_part part;
    bool is_counted;
} parts[] = {
    {"cite", FIELD_OF_CITE, true},
    {"base", FIELD_OF_BASE, false},
    {"change", FIELD_OF_CHANGE, true},
    {"note", FIELD_OF_NOTE, true},
};

static const char *const languages[] = {"zh-CN", "en"};

/* ---- Names ---- */

/* The next word of a name, up to a point; NULL at its end. */
static char *next_word(const char **rest)
{
    const char *end = *rest != NULL ? strchr(*rest, '.') : NULL;
    char *word = *rest == NULL  ? NULL
                 : end == NULL ? g_strdup(*rest)
                               : g_strndup(*rest, (gsize)(end - *rest));

    *rest = end != NULL ? end + 1 : NULL;
    return word;
}

/* Reads "cite.2." or "base."; at obs or an inner part there may be none. */
static bool read_part(const char **rest, enum field_part *part, int *index)
{
    const char *after = *rest;
    g_autofree char *word = next_word(&after);
    const char *behind = after;
    g_autofree char *digits = NULL;

    for (size_t i = 0; after != NULL && i < G_N_ELEMENTS(parts); i++) {
        if (strcmp(word, parts[i].name) != 0) {
            continue;
        }
        *part = parts[i].part;
        *rest = after;
        digits = next_word(&behind);
        if (digits != NULL && g_ascii_isdigit(*digits)) {
            char *end;
            long value = strtol(digits, &end, 10);

            if (!parts[i].is_counted || *end != '\0' || value < 1 ||
                value > FIELD_NUMBER_MAX || behind == NULL) {
                return false;
            }
            *index = (int)value - 1;
            *rest = behind;
        }
        return true;
    }
    return true;
}

static bool is_inside(enum field_part outer, enum field_part inner)
{
    return inner == outer || outer == FIELD_OF_OBS ||
           inner == FIELD_OF_CITE ||
           (outer == FIELD_OF_CHANGE && inner == FIELD_OF_NOTE);
}

static const char *find_language(const char *text)
{
    for (size_t i = 0; text != NULL && i < G_N_ELEMENTS(languages); i++) {
        if (strcmp(languages[i], text) == 0) {
            return languages[i];
        }
    }
    return NULL;
}

bool field_read(const char *text, struct field *field)
{
    const char *rest = text;
    g_autofree char *word = NULL;

    *field = (struct field){.part = FIELD_OF_OBS};
    if (!read_part(&rest, &field->part, &field->index)) {
        return false;
    }
    field->inner = field->part;
    if (field->part == FIELD_OF_BASE || field->part == FIELD_OF_CHANGE) {
        if (!read_part(&rest, &field->inner, &field->inner_index) ||
            !is_inside(field->part, field->inner)) {
            return false;
        }
    }
    word = next_word(&rest);
    for (size_t i = 0; i < G_N_ELEMENTS(leaves); i++) {
        if (leaves[i].part == field->inner &&
            strcmp(leaves[i].name, word) == 0) {
            field->leaf = leaves[i].leaf;
            field->lang = find_language(rest);
            return field->leaf == FIELD_TEXT ? field->lang != NULL
                                             : rest == NULL;
        }
    }
    return false;
}

static void append_part(GString *name, enum field_part part, int index)
{
    for (size_t i = 0; i < G_N_ELEMENTS(parts); i++) {
        if (parts[i].part == part && parts[i].is_counted) {
            g_string_append_printf(name, "%s.%d.", parts[i].name, index + 1);
        } else if (parts[i].part == part) {
            g_string_append_printf(name, "%s.", parts[i].name);
        }
    }
}

char *field_name(const struct field *field)
{
    GString *name = g_string_new(NULL);

    append_part(name, field->part, field->index);
    if (field->inner != field->part) {
        append_part(name, field->inner, field->inner_index);
    }
    for (size_t i = 0; i < G_N_ELEMENTS(leaves); i++) {
        if (leaves[i].part == field->inner && leaves[i].leaf == field->leaf) {
            g_string_append(name, leaves[i].name);
        }
    }
    if (field->lang != NULL) {
        g_string_append_printf(name, ".%s", field->lang);
    }
    return g_string_free(name, FALSE);
}

const char *field_leaf_name(enum field_part part, int i, enum field_leaf *leaf)
{
    for (size_t at = 0; at < G_N_ELEMENTS(leaves); at++) {
        if (leaves[at].part == part && i-- == 0) {
            *leaf = leaves[at].leaf;
            return leaves[at].name;
        }
    }
    return NULL;
}

bool field_equal(const struct field *a, const struct field *b)
{
    return a->part == b->part && a->index == b->index &&
           a->inner == b->inner && a->inner_index == b->inner_index &&
           a->leaf == b->leaf && a->lang == b->lang;
}

/* ---- What an observation has ---- */

static const char *number_of(GString *buffer, int value)
{
    g_string_printf(buffer, "%d", value);
    return buffer->str;
}

static const char *or_none(const char *text)
{
    return text != NULL && *text != '\0' ? text : NULL;
}

static const char *basis_of(enum dataset_basis basis)
{
    return basis != BASIS_PRINTED ? dataset_basis_name(basis) : NULL;
}

static const char *decimals_of(GString *buffer, int decimals)
{
    return decimals >= 0 ? number_of(buffer, decimals) : NULL;
}

static const char *letter_of(GString *buffer, char letter, char otherwise)
{
    g_string_printf(buffer, "%c", letter);
    return letter != otherwise ? buffer->str : NULL;
}

static const char *get_of_obs(
    const struct dataset_obs *obs, enum field_leaf leaf, GString *buffer)
{
    switch ((int)leaf) {
    case FIELD_INDICATOR:
        return obs->indicator_id;
    case FIELD_PERIOD:
        return obs->period.text;
    case FIELD_PHASE:
        return or_none(dataset_phase_name(obs->phase));
    case FIELD_VALUE:
        return obs->value_text;
    case FIELD_UNIT_MULT:
        return obs->has_unit_mult ? number_of(buffer, obs->unit_mult) : NULL;
    case FIELD_DECIMALS:
        return decimals_of(buffer, obs->decimals);
    case FIELD_QUALIFIER:
        return or_none(dataset_qualifier_name(obs->qualifier));
    case FIELD_STATUS:
        return letter_of(buffer, obs->status, 'A');
    case FIELD_CONF_STATUS:
        return letter_of(buffer, obs->conf_status, 'F');
    case FIELD_BASIS:
        return basis_of(obs->basis);
    case FIELD_EDITION:
        return or_none(obs->edition);
    default:
        return NULL;
    }
}

static const char *get_of_cite(
    const struct dataset_cites *cites, int index, enum field_leaf leaf)
{
    const struct dataset_cite *cite;

    if ((size_t)index >= cites->count) {
        return NULL;
    }
    cite = &cites->items[index];
    return leaf == FIELD_SOURCE  ? cite->source_id
           : leaf == FIELD_LINES ? cite->lines_text
                                 : or_none(cite->token);
}

static const char *get_of_note(const struct dataset_notes *notes, int index,
    enum field_leaf leaf, const char *lang)
{
    const struct dataset_text *text;

    if ((size_t)index >= notes->count) {
        return NULL;
    }
    if (leaf == FIELD_KIND) {
        return dataset_note_name(notes->items[index].kind);
    }
    text = dataset_text_lookup(&notes->items[index].texts, lang);
    return text != NULL ? or_none(text->text) : NULL;
}

static const char *get_of_change(const struct dataset_change *change,
    const struct field *field, GString *buffer)
{
    if (field->inner == FIELD_OF_CITE) {
        return get_of_cite(&change->cites, field->inner_index, field->leaf);
    }
    if (field->inner == FIELD_OF_NOTE) {
        return get_of_note(
            &change->notes, field->inner_index, field->leaf, field->lang);
    }
    switch ((int)field->leaf) {
    case FIELD_KIND:
        return dataset_change_name(change->kind);
    case FIELD_OF:
        return change->of_id;
    case FIELD_VALUE:
        return change->value_text;
    case FIELD_DECIMALS:
        return decimals_of(buffer, change->decimals);
    case FIELD_BASE:
        return change->base.text;
    default:
        return basis_of(change->basis);
    }
}

static const char *get_of_base(
    const struct dataset_base *base, const struct field *field)
{
    if (base == NULL) {
        return NULL;
    }
    if (field->inner == FIELD_OF_CITE) {
        return get_of_cite(&base->cites, field->inner_index, field->leaf);
    }
    return field->leaf == FIELD_PERIOD ? base->period.text : base->value_text;
}

const char *field_get(const struct dataset_obs *obs, const struct field *field,
    GString *buffer)
{
    switch (field->part) {
    case FIELD_OF_CITE:
        return get_of_cite(&obs->cites, field->index, field->leaf);
    case FIELD_OF_BASE:
        return get_of_base(obs->base, field);
    case FIELD_OF_CHANGE:
        return (size_t)field->index < obs->change_count
                   ? get_of_change(&obs->changes[field->index], field, buffer)
                   : NULL;
    case FIELD_OF_NOTE:
        return get_of_note(&obs->notes, field->index, field->leaf, field->lang);
    case FIELD_OF_OBS:
    default:
        return get_of_obs(obs, field->leaf, buffer);
    }
}

/* ---- All fields ---- */

/* The leaves of one part, a text in each language. */
static void each_leaf(struct field field, field_visit *visit, void *data)
{
    for (size_t i = 0; i < G_N_ELEMENTS(leaves); i++) {
        if (leaves[i].part != field.inner || leaves[i].leaf == FIELD_UNIT) {
            continue;
        }
        field.leaf = leaves[i].leaf;
        for (size_t j = 0;
             field.leaf == FIELD_TEXT && j < G_N_ELEMENTS(languages); j++) {
            field.lang = languages[j];
            visit(&field, data);
        }
        field.lang = NULL;
        if (field.leaf != FIELD_TEXT) {
            visit(&field, data);
        }
    }
}

/* A run of cites or notes, of the observation itself or of a part of it. */
static void each_item(struct field field, enum field_part item, size_t count,
    field_visit *visit, void *data)
{
    bool is_outer = field.part == FIELD_OF_OBS;

    for (size_t i = 0; i < count; i++) {
        field.inner = item;
        if (is_outer) {
            field.part = item;
            field.index = (int)i;
        } else {
            field.inner_index = (int)i;
        }
        each_leaf(field, visit, data);
    }
}

void field_each(
    const struct dataset_obs *obs, field_visit *visit, void *data)
{
    struct field field = {.part = FIELD_OF_OBS, .inner = FIELD_OF_OBS};

    each_leaf(field, visit, data);
    each_item(field, FIELD_OF_CITE, obs->cites.count, visit, data);
    if (obs->base != NULL) {
        field.part = field.inner = FIELD_OF_BASE;
        each_leaf(field, visit, data);
        each_item(field, FIELD_OF_CITE, obs->base->cites.count, visit, data);
    }
    for (size_t i = 0; i < obs->change_count; i++) {
        const struct dataset_change *change = &obs->changes[i];

        field.part = field.inner = FIELD_OF_CHANGE;
        field.index = (int)i;
        each_leaf(field, visit, data);
        each_item(field, FIELD_OF_CITE, change->cites.count, visit, data);
        each_item(field, FIELD_OF_NOTE, change->notes.count, visit, data);
    }
    field = (struct field){.part = FIELD_OF_OBS, .inner = FIELD_OF_OBS};
    each_item(field, FIELD_OF_NOTE, obs->notes.count, visit, data);
}
