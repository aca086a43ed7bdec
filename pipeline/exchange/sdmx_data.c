/*
 * The data message of SDMX: generic (2.1) and structure-specific (2.1, 3.0),
 * in series or flat.  Whatever an element says, by attributes of its own or
 * by <Value> and <Comp> below it, is kept as a list of components with values
 * until the element ends; what it means follows from the component's role.
 */
#include "exchange/sdmx.h"

#include <string.h>

#include "base/arena.h"
#include "base/i18n.h"
#include "exchange/sdmx_own.h"
#include "exchange/sdmx_parts.h"
#include "exchange/sdmx_reader.h"
#include "xml/events.h"

#define DATA_ROOT "http://www.sdmx.org/resources/sdmxml/schemas/"

/* ---- Values of an element ---- */

static struct sdmx_level *level_of(struct sdmx_reader *reader)
{
    return reader->place != SDMX_NOWHERE ? &reader->levels[reader->place]
                                         : NULL;
}

static void open_level(struct sdmx_reader *reader, enum sdmx_place place,
    const struct events_element *element)
{
    struct sdmx_level *level = &reader->levels[place];

    level->above = reader->place;
    level->pos = element->pos;
    level->last_line = element->pos.line;
    level->annotations = (struct sdmx_annotations){NULL, NULL};
    g_array_set_size(level->values, 0);
    level->is_decided = false;
    reader->place = place;
}

/* Roles where no definition says them: known by where the value stands. */
static enum cube_role guessed_role(
    const struct sdmx_reader *reader, const char *id)
{
    if (strcmp(id, "TIME_PERIOD") == 0) {
        return CUBE_TIME;
    }
    return reader->in_key ? CUBE_DIMENSION : CUBE_ATTRIBUTE;
}

static struct cube_component *component_of(
    struct sdmx_reader *reader, const char *id, struct diag_pos pos)
{
    struct cube *cube = reader->cube;
    struct cube_component *component = cube_lookup_component(cube, id);
    enum cube_role role;

    if (component != NULL) {
        return component;
    }
    role = guessed_role(reader, id);
    if (reader->has_definition ||
        (role == CUBE_DIMENSION && cube->series->len > 0)) {
        cube_list_unread(cube, N_("the component"), id, pos);
        return NULL;
    }
    return cube_component(cube, id, role);
}

static void keep(struct sdmx_reader *reader, const char *id, const char *text,
    const char *lang, struct diag_pos pos)
{
    struct sdmx_level *level = level_of(reader);
    struct cube_component *component =
        level != NULL ? component_of(reader, id, pos) : NULL;
    struct cube_value value;

    if (component == NULL) {
        return;
    }
    /* Figures are not looked for again: most are there once. */
    value = (struct cube_value){component,
        component->role == CUBE_MEASURE
            ? arena_strdup(reader->cube->arena, text)
            : cube_intern(reader->cube, text),
        lang != NULL ? cube_intern(reader->cube, lang) : NULL};
    if (component->role == CUBE_MEASURE || component->role == CUBE_TIME) {
        level->last_line = pos.line;
    }
    g_array_append_val(level->values, value);
}

static void keep_attributes(
    struct sdmx_reader *reader, const struct events_element *element)
{
    for (size_t i = 0; i < element->count; i++) {
        const struct events_attribute *attribute = &element->attributes[i];

        if (attribute->uri[0] == '\0') {
            keep(reader, attribute->name, attribute->value, NULL,
                element->pos);
        }
    }
}

/* ---- Elements ---- */

static void start_root(
    struct sdmx_reader *reader, const struct events_element *element)
{
    static const char *const roots[] = {"GenericData",
        "GenericTimeSeriesData", "StructureSpecificData",
        "StructureSpecificTimeSeriesData", "Structure"};
    bool is_known = false;

    for (size_t i = 0; i < G_N_ELEMENTS(roots); i++) {
        is_known |= strcmp(element->name, roots[i]) == 0;
    }
    reader->is_generic = g_str_has_prefix(element->name, "Generic");
    is_known &= g_str_has_prefix(element->uri, DATA_ROOT "v2_1/") ||
                (g_str_has_prefix(element->uri, DATA_ROOT "v3_0/") &&
                    !reader->is_generic);
    if (!is_known) {
        diag_report(reader->diag, DIAG_SDMX_ROOT, element->pos, element->name,
            element->uri);
        reader->is_ended = true;
    }
}

/* Which definition the data follow, by what the header and the set say. */
static void start_dataset(
    struct sdmx_reader *reader, const struct events_element *element)
{
    const char *ref = NULL;
    const char *action = NULL;
    const struct sdmx_definition *definition;

    for (size_t i = 0; i < element->count; i++) {
        const struct events_attribute *attribute = &element->attributes[i];

        if (strcmp(attribute->name, "structureRef") == 0) {
            ref = attribute->value;
        } else if (strcmp(attribute->name, "action") == 0) {
            action = attribute->value;
        }
    }
    if (g_strcmp0(action, "Delete") == 0) {
        diag_report(reader->diag, DIAG_SDMX_DELETE, element->pos);
        reader->is_ended = true;
        return;
    }
    if (reader->cube->components->len == 0) {
        const char *id = ref != NULL
                             ? g_hash_table_lookup(reader->references, ref)
                             : NULL;

        definition = sdmx_structures_lookup(reader->structures, id);
        if (definition != NULL) {
            sdmx_structures_apply(reader->structures, definition);
            reader->has_definition = true;
            reader->definition = definition;
            reader->is_own = sdmx_own_is(reader);
            reader->cube->id = definition->id;
            reader->cube->titles = definition->names;
        } else if (!reader->is_generic) {
            diag_report(reader->diag, DIAG_SDMX_STRUCTURE, element->pos,
                id != NULL ? id : "?");
            reader->is_ended = true;
            return;
        } else {
            reader->cube->id = id;
        }
        cube_component(reader->cube, "OBS_VALUE", CUBE_MEASURE);
    }
    open_level(reader, SDMX_DATASET, element);
    if (reader->is_generic) {
        return;
    }
    for (size_t i = 0; i < element->count; i++) {
        const struct events_attribute *attribute = &element->attributes[i];

        if (attribute->uri[0] == '\0' &&
            cube_lookup_component(reader->cube, attribute->name) != NULL) {
            keep(reader, attribute->name, attribute->value, NULL,
                element->pos);
        }
    }
}

static void start_header(
    struct sdmx_reader *reader, const struct events_element *element)
{
    const char *id = events_attribute(element, "structureID");

    if (id != NULL) {
        const char *dimension =
            events_attribute(element, "dimensionAtObservation");

        reader->reference = cube_intern(reader->cube, id);
        if (dimension != NULL) {
            reader->at_observation = cube_intern(reader->cube, dimension);
        }
    } else if (strcmp(element->name, "Ref") == 0 &&
               reader->reference != NULL) {
        id = events_attribute(element, "id");
        g_hash_table_insert(reader->references, (gpointer)reader->reference,
            (gpointer)cube_intern(reader->cube, id != NULL ? id : ""));
    }
}

/* <Value id="FREQ" value="A"/> of generic data, <Comp id> of 3.0. */
static void start_value(
    struct sdmx_reader *reader, const struct events_element *element)
{
    const char *id = events_attribute(element, "id");
    const char *value = events_attribute(element, "value");

    if (strcmp(element->name, "Comp") == 0) {
        reader->comp =
            id != NULL ? cube_intern(reader->cube, id) : NULL;
        reader->comp_has_text = false;
    } else if (strcmp(element->name, "ObsDimension") == 0 && value != NULL) {
        reader->in_key = true;
        keep(reader,
            id != NULL                       ? id
            : reader->at_observation != NULL ? reader->at_observation
                                             : "TIME_PERIOD",
            value, NULL, element->pos);
        reader->in_key = false;
    } else if (strcmp(element->name, "ObsValue") == 0 && value != NULL) {
        keep(reader, "OBS_VALUE", value, NULL, element->pos);
    } else if (reader->is_generic && strcmp(element->name, "Value") == 0 &&
               id != NULL && value != NULL) {
        keep(reader, id, value, NULL, element->pos);
    } else if (strcmp(element->name, "Text") == 0) {
        const char *lang = events_lang(element);

        reader->lang = cube_intern(reader->cube, lang != NULL ? lang : "en");
    }
    reader->value_pos = element->pos;
}

static const struct {
    const char *name;
    enum sdmx_place place;
} places[] = {
    {"Group", SDMX_GROUP},
    {"Atts", SDMX_GROUP},
    {"Series", SDMX_SERIES},
    {"Obs", SDMX_OBS},
};

static bool is_key(const char *name)
{
    return strcmp(name, "SeriesKey") == 0 || strcmp(name, "GroupKey") == 0 ||
           strcmp(name, "ObsKey") == 0;
}

static void start_data(
    struct sdmx_reader *reader, const struct events_element *element)
{
    struct sdmx_level *level = level_of(reader);

    if (sdmx_annotation_start(
            &reader->annotation, &level->annotations, element)) {
        return;
    }
    for (size_t i = 0; i < G_N_ELEMENTS(places); i++) {
        if (strcmp(element->name, places[i].name) == 0) {
            if (places[i].place == SDMX_OBS) {
                sdmx_reader_enter_obs(reader);
            }
            open_level(reader, places[i].place, element);
            if (!reader->is_generic) {
                keep_attributes(reader, element);
            }
            return;
        }
    }
    reader->in_key |= is_key(element->name);
    start_value(reader, element);
}

static void on_start(void *context, const struct events_element *element)
{
    struct sdmx_reader *reader = context;

    reader->depth++;
    if (reader->depth == 1) {
        start_root(reader, element);
    }
    if (reader->is_ended) {
        return;
    }
    if (reader->place != SDMX_NOWHERE) {
        start_data(reader, element);
    } else if (strcmp(element->name, "DataSet") == 0) {
        start_dataset(reader, element);
    } else if (strcmp(element->name, "Header") == 0) {
        reader->in_header = true;
    } else if (reader->in_header) {
        start_header(reader, element);
    } else if (strcmp(element->name, "Footer") == 0) {
        cube_list_unread(reader->cube, N_("the element"), element->name,
            element->pos);
    } else {
        sdmx_structures_start(reader->structures, element);
    }
}

/* ---- Ends ---- */

static void end_value(
    struct sdmx_reader *reader, const char *name, const char *text)
{
    bool is_value = strcmp(name, "Value") == 0;

    if (strcmp(name, "Comp") == 0) {
        reader->comp = NULL;
    } else if (reader->comp != NULL && strcmp(name, "Text") == 0) {
        keep(reader, reader->comp, text, reader->lang, reader->value_pos);
        reader->comp_has_text = true;
    } else if (reader->comp != NULL && is_value && !reader->comp_has_text) {
        keep(reader, reader->comp, text, NULL, reader->value_pos);
    } else if (is_key(name)) {
        reader->in_key = false;
    }
    if (is_value) {
        reader->comp_has_text = false;
    }
}

static void end_data(
    struct sdmx_reader *reader, const char *name, const char *text)
{
    if (sdmx_annotation_end(&reader->annotation, name, text)) {
        return;
    }
    if (strcmp(name, "DataSet") == 0) {
        sdmx_reader_end_dataset(reader);
        reader->place = SDMX_NOWHERE;
        return;
    }
    for (size_t i = 0; i < G_N_ELEMENTS(places); i++) {
        if (strcmp(name, places[i].name) == 0) {
            if (places[i].place == SDMX_OBS) {
                sdmx_reader_end_obs(reader);
            } else if (places[i].place == SDMX_SERIES) {
                sdmx_reader_end_series(reader);
            } else {
                sdmx_reader_end_group(reader);
            }
            reader->place = reader->levels[places[i].place].above;
            return;
        }
    }
    end_value(reader, name, text);
}

static void end_header(
    struct sdmx_reader *reader, const char *name, const char *text)
{
    static const char *const references[] = {
        "StructureUsage", "Structure", "URN", "ProvisionAgreement"};

    if (strcmp(name, "Header") == 0) {
        reader->in_header = false;
    }
    for (size_t i = 0; i < G_N_ELEMENTS(references); i++) {
        if (strcmp(name, references[i]) == 0 && reader->reference != NULL &&
            g_str_has_prefix(text, "urn:")) {
            g_hash_table_insert(reader->references,
                (gpointer)reader->reference,
                (gpointer)sdmx_urn_id(reader->cube, text, false));
        }
    }
}

static void on_end(void *context, const char *name, const char *text)
{
    struct sdmx_reader *reader = context;

    reader->depth--;
    if (reader->is_ended) {
        return;
    }
    if (reader->place != SDMX_NOWHERE) {
        end_data(reader, name, text);
    } else if (reader->in_header) {
        end_header(reader, name, text);
    } else {
        sdmx_structures_end(reader->structures, name, text);
    }
}

/* ---- Files ---- */

bool sdmx_reader_read(struct sdmx_reader *reader, const char *path)
{
    static const struct events_handlers handlers = {on_start, on_end};

    reader->depth = 0;
    reader->path = path;
    return events_read(path, &handlers, reader, reader->diag) &&
           !reader->is_ended;
}
