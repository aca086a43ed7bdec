/*
 * The structure message of SDMX 2.1 and 3.0: code lists, concepts, data
 * structure definitions and dataflows.  Both versions have the same elements
 * but for references, which are <Ref id="..."> in 2.1 and a URN in 3.0; only
 * local names are looked at.
 */
#include "exchange/sdmx_parts.h"

#include <string.h>

#include "base/arena.h"
#include "base/i18n.h"
#include "xml/events.h"

/* What a reference that comes may belong to. */
enum target {
    TARGET_NONE,
    TARGET_CONCEPT, /* of a component */
    TARGET_LIST,    /* of a component or concept */
    TARGET_PARENT,  /* of a code */
    TARGET_FLOW,    /* of a dataflow */
};

struct sdmx_structures {
    struct cube *cube;
    GHashTable *lists;
    GHashTable *concepts;
    GHashTable *definitions;
    GHashTable *flows;
    GPtrArray *arrays; /* owned */
    const struct sdmx_definition *only; /* the last one read */

    /* Where the reader is. */
    struct sdmx_list *list;
    struct sdmx_code *code;
    const char *scheme;
    struct sdmx_concept *concept;
    struct sdmx_definition *definition;
    struct sdmx_component *component;
    struct sdmx_flow *flow;
    enum target target;
    const char *lang;
    struct sdmx_annotation_reader annotation;
};

struct sdmx_structures *sdmx_structures_new(struct cube *cube)
{
    struct sdmx_structures *structures = g_new0(struct sdmx_structures, 1);

    structures->cube = cube;
    structures->lists = g_hash_table_new(g_str_hash, g_str_equal);
    structures->concepts = g_hash_table_new(g_str_hash, g_str_equal);
    structures->definitions = g_hash_table_new(g_str_hash, g_str_equal);
    structures->flows = g_hash_table_new(g_str_hash, g_str_equal);
    structures->arrays =
        g_ptr_array_new_with_free_func((GDestroyNotify)g_ptr_array_unref);
    structures->annotation.cube = cube;
    return structures;
}

void sdmx_structures_free(struct sdmx_structures *structures)
{
    if (structures != NULL) {
        g_hash_table_unref(structures->lists);
        g_hash_table_unref(structures->concepts);
        g_hash_table_unref(structures->definitions);
        g_hash_table_unref(structures->flows);
        g_ptr_array_unref(structures->arrays);
        g_free(structures);
    }
}

static GPtrArray *new_array(struct sdmx_structures *structures)
{
    GPtrArray *array = g_ptr_array_new();

    g_ptr_array_add(structures->arrays, array);
    return array;
}

static const char *interned(
    const struct sdmx_structures *structures, const char *text)
{
    return text != NULL ? cube_intern(structures->cube, text) : NULL;
}

/* ---- References ---- */

const char *sdmx_urn_id(struct cube *cube, const char *urn, bool item)
{
    const char *equals = strchr(urn, '=');
    const char *colon = equals != NULL ? strchr(equals, ':') : NULL;
    const char *open = colon != NULL ? strchr(colon, '(') : NULL;
    const char *close = open != NULL ? strchr(open, ')') : NULL;
    g_autofree char *id = NULL;

    if (open == NULL) {
        return urn[0] != '\0' ? cube_intern(cube, urn) : NULL;
    }
    id = g_strndup(colon + 1, (gsize)(open - colon - 1));
    if (item && close != NULL && close[1] == '.') {
        g_autofree char *both = g_strconcat(id, close + 1, NULL);

        return cube_intern(cube, both);
    }
    return cube_intern(cube, id);
}

static void set_target(struct sdmx_structures *structures, const char *id)
{
    switch (structures->target) {
    case TARGET_CONCEPT:
        if (structures->component != NULL) {
            structures->component->concept = id;
        }
        break;
    case TARGET_LIST:
        if (structures->component != NULL) {
            structures->component->list = id;
        } else if (structures->concept != NULL) {
            structures->concept->list = id;
        }
        break;
    case TARGET_PARENT:
        if (structures->code != NULL) {
            structures->code->parent = id;
        }
        break;
    case TARGET_FLOW:
        if (structures->flow != NULL) {
            structures->flow->definition = id;
        }
        break;
    case TARGET_NONE:
        break;
    }
}

/* 2.1: <Ref id="FREQ" maintainableParentID="CONCEPTS"/>. */
static void read_ref(struct sdmx_structures *structures,
    const struct events_element *element)
{
    const char *id = events_attribute(element, "id");
    const char *parent = events_attribute(element, "maintainableParentID");
    g_autofree char *both = NULL;

    if (id == NULL) {
        return;
    }
    if (structures->target == TARGET_CONCEPT && parent != NULL) {
        both = g_strconcat(parent, ".", id, NULL);
        id = both;
    }
    set_target(structures, interned(structures, id));
}

/* ---- Elements ---- */

static void open_list(struct sdmx_structures *structures,
    const struct events_element *element, const char *id)
{
    struct sdmx_list *list =
        ARENA_NEW(structures->cube->arena, struct sdmx_list);

    (void)element;
    list->id = interned(structures, id);
    list->codes = new_array(structures);
    g_hash_table_insert(structures->lists, (gpointer)list->id, list);
    structures->list = list;
}

static void open_code(struct sdmx_structures *structures,
    const struct events_element *element, const char *id)
{
    if (structures->list != NULL) {
        struct sdmx_code *code =
            ARENA_NEW(structures->cube->arena, struct sdmx_code);

        code->id = interned(structures, id);
        code->pos = element->pos;
        g_ptr_array_add(structures->list->codes, code);
        structures->code = code;
    }
}

static void open_scheme(struct sdmx_structures *structures,
    const struct events_element *element, const char *id)
{
    (void)element;
    structures->scheme = interned(structures, id);
}

static void open_concept(struct sdmx_structures *structures,
    const struct events_element *element, const char *id)
{
    struct sdmx_concept *concept =
        ARENA_NEW(structures->cube->arena, struct sdmx_concept);
    g_autofree char *both =
        g_strconcat(structures->scheme != NULL ? structures->scheme : "", ".",
            id, NULL);

    (void)element;
    concept->id = interned(structures, both);
    g_hash_table_insert(structures->concepts, (gpointer)concept->id, concept);
    structures->concept = concept;
}

static void open_definition(struct sdmx_structures *structures,
    const struct events_element *element, const char *id)
{
    struct sdmx_definition *definition =
        ARENA_NEW(structures->cube->arena, struct sdmx_definition);

    (void)element;
    definition->id = interned(structures, id);
    definition->components = new_array(structures);
    g_hash_table_insert(
        structures->definitions, (gpointer)definition->id, definition);
    structures->definition = definition;
    structures->only = definition;
}

static void open_flow(struct sdmx_structures *structures,
    const struct events_element *element, const char *id)
{
    struct sdmx_flow *flow =
        ARENA_NEW(structures->cube->arena, struct sdmx_flow);

    (void)element;
    flow->id = interned(structures, id);
    g_hash_table_insert(structures->flows, (gpointer)flow->id, flow);
    structures->flow = flow;
}

static void open_component(struct sdmx_structures *structures,
    const struct events_element *element, enum cube_role role, const char *id)
{
    if (structures->definition != NULL) {
        struct sdmx_component *component =
            ARENA_NEW(structures->cube->arena, struct sdmx_component);

        component->id = interned(structures, id);
        component->role = role;
        component->pos = element->pos;
        g_ptr_array_add(structures->definition->components, component);
        structures->component = component;
    }
}

static const struct {
    const char *name;
    void (*open)(struct sdmx_structures *structures,
        const struct events_element *element, const char *id);
} openers[] = {
    {"Codelist", open_list},
    {"ValueList", open_list},
    {"Code", open_code},
    {"ValueItem", open_code},
    {"ConceptScheme", open_scheme},
    {"Concept", open_concept},
    {"DataStructure", open_definition},
    {"Dataflow", open_flow},
};

static const struct {
    const char *name;
    enum cube_role role;
    const char *id; /* where the element has none */
} components[] = {
    {"Dimension", CUBE_DIMENSION, NULL},
    {"MeasureDimension", CUBE_DIMENSION, NULL},
    {"TimeDimension", CUBE_TIME, "TIME_PERIOD"},
    {"PrimaryMeasure", CUBE_MEASURE, "OBS_VALUE"},
    {"Measure", CUBE_MEASURE, NULL},
    {"Attribute", CUBE_ATTRIBUTE, NULL},
};

static const struct {
    const char *name;
    enum target target;
} targets[] = {
    {"ConceptIdentity", TARGET_CONCEPT},
    {"Enumeration", TARGET_LIST},
    {"Parent", TARGET_PARENT},
    {"Structure", TARGET_FLOW},
};

static const char *const ignored[] = {"DataConstraint", "ContentConstraint",
    "CategoryScheme", "Categorisation", "HierarchicalCodelist", "Hierarchy",
    "StructureSet", "Process", "ProvisionAgreement", "MetadataStructure",
    "Metadataflow", "ReportingTaxonomy", "GeoGridCodelist",
    "GeographicCodelist", "CodelistExtension"};

static struct sdmx_annotations *annotated(struct sdmx_structures *structures)
{
    if (structures->code != NULL) {
        return &structures->code->annotations;
    }
    return structures->definition != NULL && structures->component == NULL
               ? &structures->definition->annotations
               : NULL;
}

void sdmx_structures_start(
    struct sdmx_structures *structures, const struct events_element *element)
{
    const char *id = events_attribute(element, "id");

    structures->lang = interned(structures, events_lang(element));
    if (sdmx_annotation_start(
            &structures->annotation, annotated(structures), element)) {
        return;
    }
    if (strcmp(element->name, "Ref") == 0) {
        read_ref(structures, element);
    }
    for (size_t i = 0; i < G_N_ELEMENTS(targets); i++) {
        if (strcmp(element->name, targets[i].name) == 0) {
            structures->target = targets[i].target;
        }
    }
    for (size_t i = 0; i < G_N_ELEMENTS(openers); i++) {
        if (id != NULL && strcmp(element->name, openers[i].name) == 0) {
            openers[i].open(structures, element, id);
        }
    }
    for (size_t i = 0; i < G_N_ELEMENTS(components); i++) {
        const char *own = id != NULL ? id : components[i].id;

        /* In an attribute's relationship a dimension is only named. */
        if (strcmp(element->name, components[i].name) == 0 && own != NULL &&
            structures->component == NULL) {
            open_component(structures, element, components[i].role, own);
        }
    }
    for (size_t i = 0; i < G_N_ELEMENTS(ignored); i++) {
        if (strcmp(element->name, ignored[i]) == 0) {
            cube_list_unread(structures->cube, N_("the element"),
                element->name, element->pos);
        }
    }
}

static struct cube_texts *named(
    struct sdmx_structures *structures, bool is_description)
{
    if (structures->code != NULL) {
        return is_description ? &structures->code->descriptions
                              : &structures->code->names;
    }
    if (is_description) {
        return NULL;
    }
    return structures->list != NULL         ? &structures->list->names
           : structures->concept != NULL    ? &structures->concept->names
           : structures->component != NULL  ? NULL
           : structures->definition != NULL ? &structures->definition->names
           : structures->flow != NULL       ? &structures->flow->names
                                            : NULL;
}

static void close_one(struct sdmx_structures *structures, const char *name)
{
    if (strcmp(name, "Code") == 0 || strcmp(name, "ValueItem") == 0) {
        structures->code = NULL;
    } else if (strcmp(name, "Codelist") == 0 ||
               strcmp(name, "ValueList") == 0) {
        structures->list = NULL;
    } else if (strcmp(name, "Concept") == 0) {
        structures->concept = NULL;
    } else if (strcmp(name, "DataStructure") == 0) {
        structures->definition = NULL;
    } else if (strcmp(name, "Dataflow") == 0) {
        structures->flow = NULL;
    }
}

/* 3.0: the text of the element is a URN; 2.1 may have <URN> in it. */
static void read_urn(
    struct sdmx_structures *structures, const char *name, const char *text)
{
    bool is_end = false;

    for (size_t i = 0; i < G_N_ELEMENTS(targets); i++) {
        is_end |= strcmp(name, targets[i].name) == 0;
    }
    if ((is_end || strcmp(name, "URN") == 0) && text[0] != '\0') {
        set_target(structures,
            sdmx_urn_id(structures->cube, text,
                structures->target == TARGET_CONCEPT));
    }
    if (is_end) {
        structures->target = TARGET_NONE;
    }
}

void sdmx_structures_end(
    struct sdmx_structures *structures, const char *name, const char *text)
{
    bool is_description = strcmp(name, "Description") == 0;

    if (sdmx_annotation_end(&structures->annotation, name, text)) {
        return;
    }
    if (strcmp(name, "Name") == 0 || is_description) {
        struct cube_texts *texts = named(structures, is_description);

        /* SDMX: what does not say its language is English. */
        if (texts != NULL && text[0] != '\0') {
            cube_add_text(structures->cube, texts,
                structures->lang != NULL ? structures->lang : "en", text);
        }
    }
    read_urn(structures, name, text);
    for (size_t i = 0; i < G_N_ELEMENTS(components); i++) {
        if (strcmp(name, components[i].name) == 0 &&
            structures->component != NULL &&
            structures->component->role == components[i].role) {
            structures->component = NULL;
        }
    }
    close_one(structures, name);
}

/* ---- Afterwards ---- */

const struct sdmx_list *sdmx_structures_lookup_list(
    const struct sdmx_structures *structures, const char *id)
{
    return g_hash_table_lookup(structures->lists, id);
}

const struct sdmx_definition *sdmx_structures_lookup(
    const struct sdmx_structures *structures, const char *id)
{
    const struct sdmx_definition *definition = NULL;
    const struct sdmx_flow *flow = NULL;

    if (id != NULL) {
        definition = g_hash_table_lookup(structures->definitions, id);
        flow = g_hash_table_lookup(structures->flows, id);
    }
    if (definition == NULL && flow != NULL && flow->definition != NULL) {
        definition =
            g_hash_table_lookup(structures->definitions, flow->definition);
    }
    /* A file with one definition says which one is meant. */
    if (definition == NULL && g_hash_table_size(structures->definitions) == 1) {
        definition = structures->only;
    }
    return definition;
}

static void apply_codes(struct cube *cube, struct cube_component *component,
    const struct sdmx_list *list)
{
    for (guint i = 0; i < list->codes->len; i++) {
        const struct sdmx_code *from = g_ptr_array_index(list->codes, i);
        struct cube_code *code = cube_code(cube, component, from->id);

        code->parent = from->parent;
        code->labels = from->names;
        code->descriptions = from->descriptions;
        code->pos = from->pos;
    }
}

void sdmx_structures_apply(const struct sdmx_structures *structures,
    const struct sdmx_definition *definition)
{
    struct cube *cube = structures->cube;

    for (guint i = 0; i < definition->components->len; i++) {
        const struct sdmx_component *from =
            g_ptr_array_index(definition->components, i);
        struct cube_component *component =
            cube_component(cube, from->id, from->role);
        const struct sdmx_concept *concept =
            from->concept != NULL
                ? g_hash_table_lookup(structures->concepts, from->concept)
                : NULL;
        const char *list = from->list != NULL ? from->list
                           : concept != NULL  ? concept->list
                                              : NULL;
        const struct sdmx_list *codes =
            list != NULL ? sdmx_structures_lookup_list(structures, list) : NULL;

        component->pos = from->pos;
        if (concept != NULL) {
            component->labels = concept->names;
        }
        if (codes != NULL) {
            apply_codes(cube, component, codes);
        }
    }
}
