/*
 * A schema-valid dataset document into the structs of dataset.h.  The schema
 * has seen to it that what is required is there and well written; white space
 * around values and defaults are dealt with here.
 */
#include "model/dataset.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "model/lines.h"
#include "model/names.h"
#include "xml/stream.h"
#include "xml/xml.h"

struct reader {
    const struct xml_doc *doc; /* NULL: nothing has been read yet */
    struct dataset *dataset;
    struct arena *arena;
    GArray *obs; /* of struct dataset_obs */
};

/* ---- Values ---- */

/* A folded copy; NULL for NULL. */
static const char *folded(const struct reader *reader, const char *raw)
{
    char *text = raw != NULL ? arena_strdup(reader->arena, raw) : NULL;

    if (text != NULL) {
        xml_fold(text);
    }
    return text;
}

static const char *token(
    const struct reader *reader, const xmlNode *node, const char *name)
{
    return folded(reader, xml_attribute(node, name));
}

/* xml:lang="" is a language of no name to the schema. */
static const char *language(const struct reader *reader, const xmlNode *node)
{
    const char *lang = xml_lang(node);

    return folded(reader, lang != NULL ? lang : "");
}

static int coded(const struct reader *reader, const xmlNode *node,
    const char *name, const struct names *names, int otherwise)
{
    const char *text = token(reader, node, name);

    return text != NULL ? names_lookup(names, text) : otherwise;
}

/* Numbers that the schema keeps small. */
static int small(const struct reader *reader, const xmlNode *node,
    const char *name, int otherwise)
{
    const char *text = token(reader, node, name);

    return text != NULL ? (int)strtol(text, NULL, 10) : otherwise;
}

static char letter(const struct reader *reader, const xmlNode *node,
    const char *name, char otherwise)
{
    const char *text = token(reader, node, name);

    if (text == NULL) {
        return otherwise;
    }
    return text[0];
}

static struct dataset_period period(
    const struct reader *reader, const xmlNode *node, const char *name)
{
    struct dataset_period result = {0};
    const char *text = token(reader, node, name);

    if (text != NULL && !dataset_period_read(text, &result)) {
        g_error("%s=\"%s\" passed the schema", name, text);
    }
    return result;
}

/* The dataset owns the number. */
static number *figure(const struct reader *reader, const char *text)
{
    number *value = text != NULL ? number_parse(text) : NULL;

    if (value != NULL) {
        g_ptr_array_add(reader->dataset->numbers, value);
    }
    return value;
}

/* ---- Lists of children ---- */

static size_t count_children(const xmlNode *parent, const char *name)
{
    size_t count = 0;

    for (const xmlNode *node = xml_first_child(parent); node != NULL;
         node = xml_next(node)) {
        count += xml_is(node, name);
    }
    return count;
}

static const xmlNode *first_named(const xmlNode *node, const char *name)
{
    while (node != NULL && !xml_is(node, name)) {
        node = xml_next(node);
    }
    return node;
}

static const xmlNode *child(const xmlNode *parent, const char *name)
{
    return first_named(xml_first_child(parent), name);
}

/* The head of a for loop; node is the variable it declares. */
/* NOLINTBEGIN(bugprone-macro-parentheses) */
#define EACH_CHILD(node, parent, name)                                         \
    const xmlNode *node = child((parent), (name));                             \
    node != NULL;                                                              \
    node = first_named(xml_next(node), (name))
/* NOLINTEND(bugprone-macro-parentheses) */

static const char *text_of(const struct reader *reader, const xmlNode *node)
{
    g_autofree char *text = xml_text(node);

    return arena_strdup(reader->arena, text);
}

static struct dataset_texts read_texts(
    const struct reader *reader, const xmlNode *parent, const char *name)
{
    struct dataset_texts texts = {NULL, 0};

    texts.items = ARENA_ARRAY(
        reader->arena, count_children(parent, name), struct dataset_text);
    for (EACH_CHILD(node, parent, name)) {
        texts.items[texts.count++] = (struct dataset_text){
            .pos = xml_pos(reader->doc, node),
            .lang = language(reader, node),
            .text = text_of(reader, node),
            .one = token(reader, node, "one"),
        };
    }
    return texts;
}

static struct dataset_notes read_notes(
    const struct reader *reader, const xmlNode *parent)
{
    struct dataset_notes notes = {NULL, 0};

    notes.items = ARENA_ARRAY(
        reader->arena, count_children(parent, "note"), struct dataset_note);
    for (EACH_CHILD(node, parent, "note")) {
        notes.items[notes.count++] = (struct dataset_note){
            .pos = xml_pos(reader->doc, node),
            .kind = (enum dataset_note_kind)coded(
                reader, node, "kind", &names_note, NOTE_OPEN),
            .texts = read_texts(reader, node, "text"),
        };
    }
    return notes;
}

static void read_cite(const struct reader *reader, const xmlNode *node,
    struct dataset_cite *cite)
{
    cite->pos = xml_pos(reader->doc, node);
    cite->source_id = token(reader, node, "source");
    cite->source = dataset_lookup_source(reader->dataset, cite->source_id);
    cite->lines_text = token(reader, node, "lines");
    cite->token = token(reader, node, "token");
    lines_read(reader->arena, cite);
}

static struct dataset_cites read_cites(
    const struct reader *reader, const xmlNode *parent)
{
    struct dataset_cites cites = {NULL, 0};

    cites.items = ARENA_ARRAY(
        reader->arena, count_children(parent, "cite"), struct dataset_cite);
    for (EACH_CHILD(node, parent, "cite")) {
        read_cite(reader, node, &cites.items[cites.count++]);
    }
    return cites;
}

/* ---- Declarations ---- */

static void read_source(const struct reader *reader, const xmlNode *node,
    struct dataset_source *source)
{
    source->pos = xml_pos(reader->doc, node);
    source->id = token(reader, node, "id");
    source->file = token(reader, node, "file");
    source->published = period(reader, node, "published");
    source->titles = read_texts(reader, node, "title");
    source->publishers = read_texts(reader, node, "publisher");
    source->notes = read_notes(reader, node);
}

static void read_unit(
    const struct reader *reader, const xmlNode *node, struct dataset_unit *unit)
{
    unit->pos = xml_pos(reader->doc, node);
    unit->id = token(reader, node, "id");
    unit->measures = (enum dataset_measure)coded(
        reader, node, "measures", &names_measure, MEASURE_OTHER);
    unit->labels = read_texts(reader, node, "label");
}

static void read_theme(const struct reader *reader, const xmlNode *node,
    struct dataset_theme *theme)
{
    theme->pos = xml_pos(reader->doc, node);
    theme->id = token(reader, node, "id");
    theme->labels = read_texts(reader, node, "label");
}

static struct dataset_universe *read_universe(
    const struct reader *reader, const xmlNode *parent)
{
    const xmlNode *node = child(parent, "universe");
    struct dataset_universe *universe;

    if (node == NULL) {
        return NULL;
    }
    universe = ARENA_NEW(reader->arena, struct dataset_universe);
    universe->pos = xml_pos(reader->doc, node);
    universe->lists = read_texts(reader, node, "list");
    universe->scopes = read_texts(reader, node, "scope");
    return universe;
}

static void read_parts_of(const struct reader *reader, const xmlNode *parent,
    struct dataset_indicator *indicator)
{
    indicator->parts_of = ARENA_ARRAY(reader->arena,
        count_children(parent, "partOf"), struct dataset_part_of);
    for (EACH_CHILD(node, parent, "partOf")) {
        struct dataset_part_of *part =
            &indicator->parts_of[indicator->part_of_count++];

        part->pos = xml_pos(reader->doc, node);
        part->indicator_id = token(reader, node, "indicator");
        part->group = token(reader, node, "group");
        part->is_exhaustive = letter(reader, node, "exhaustive", 'n') == 'y';
    }
}

static struct dataset_ratio *read_ratio(
    const struct reader *reader, const xmlNode *parent)
{
    const xmlNode *node = child(parent, "ratio");
    struct dataset_ratio *ratio;

    if (node == NULL) {
        return NULL;
    }
    ratio = ARENA_NEW(reader->arena, struct dataset_ratio);
    ratio->pos = xml_pos(reader->doc, node);
    ratio->of_id = token(reader, node, "of");
    ratio->to_id = token(reader, node, "to");
    ratio->group = token(reader, node, "group");
    ratio->has_exhaustive = xml_attribute(node, "exhaustive") != NULL;
    ratio->is_exhaustive = letter(reader, node, "exhaustive", 'n') == 'y';
    return ratio;
}

static void read_indicator(const struct reader *reader, const xmlNode *node,
    struct dataset_indicator *indicator)
{
    indicator->pos = xml_pos(reader->doc, node);
    indicator->id = token(reader, node, "id");
    indicator->theme_id = token(reader, node, "theme");
    indicator->theme =
        dataset_lookup_theme(reader->dataset, indicator->theme_id);
    indicator->kind = (enum dataset_kind)coded(
        reader, node, "kind", &names_kind, KIND_QUANTITY);
    indicator->unit_id = token(reader, node, "unit");
    indicator->unit =
        indicator->unit_id != NULL
            ? dataset_lookup_unit(reader->dataset, indicator->unit_id)
            : NULL;
    indicator->unit_mult = small(reader, node, "unitMult", 0);
    indicator->freq = letter(reader, node, "freq", 'A');
    indicator->prices = (enum dataset_prices)coded(
        reader, node, "prices", &names_prices, PRICES_CURRENT);
    indicator->is_cumulative = letter(reader, node, "cumulative", 'n') == 'y';
    indicator->key = small(reader, node, "key", 0);
    indicator->chart = token(reader, node, "chart");
    indicator->labels = read_texts(reader, node, "label");
    indicator->definitions = read_texts(reader, node, "definition");
    indicator->universe = read_universe(reader, node);
    read_parts_of(reader, node, indicator);
    indicator->ratio = read_ratio(reader, node);
    indicator->notes = read_notes(reader, node);
}

/* ---- Observations ---- */

static void read_changes(
    const struct reader *reader, const xmlNode *parent, struct dataset_obs *obs)
{
    obs->changes = ARENA_ARRAY(
        reader->arena, count_children(parent, "change"), struct dataset_change);
    for (EACH_CHILD(node, parent, "change")) {
        struct dataset_change *change = &obs->changes[obs->change_count++];

        change->pos = xml_pos(reader->doc, node);
        change->kind = (enum dataset_change_kind)coded(
            reader, node, "kind", &names_change, CHANGE_PERCENT);
        change->of_id = token(reader, node, "of");
        change->of =
            change->of_id != NULL
                ? dataset_lookup_indicator(reader->dataset, change->of_id)
                : NULL;
        change->value_text = token(reader, node, "value");
        change->value = figure(reader, change->value_text);
        change->decimals = small(reader, node, "decimals", -1);
        change->base = period(reader, node, "base");
        change->basis = (enum dataset_basis)coded(
            reader, node, "basis", &names_basis, BASIS_PRINTED);
        change->cites = read_cites(reader, node);
        change->notes = read_notes(reader, node);
    }
}

static struct dataset_base *read_base(
    const struct reader *reader, const xmlNode *parent)
{
    const xmlNode *node = child(parent, "base");
    struct dataset_base *base;

    if (node == NULL) {
        return NULL;
    }
    base = ARENA_NEW(reader->arena, struct dataset_base);
    base->pos = xml_pos(reader->doc, node);
    base->period = period(reader, node, "period");
    base->value_text = token(reader, node, "value");
    base->value = figure(reader, base->value_text);
    base->cites = read_cites(reader, node);
    return base;
}

static void read_obs(
    const struct reader *reader, const xmlNode *node, struct dataset_obs *obs)
{
    obs->pos = xml_pos(reader->doc, node);
    obs->indicator_id = token(reader, node, "indicator");
    obs->indicator =
        dataset_lookup_indicator(reader->dataset, obs->indicator_id);
    obs->period = period(reader, node, "period");
    obs->phase = (enum dataset_phase)coded(
        reader, node, "phase", &names_phase, PHASE_NONE);
    obs->value_text = token(reader, node, "value");
    obs->value = figure(reader, obs->value_text);
    obs->has_unit_mult = xml_attribute(node, "unitMult") != NULL;
    obs->unit_mult = small(reader, node, "unitMult",
        obs->indicator != NULL ? obs->indicator->unit_mult : 0);
    obs->decimals = small(reader, node, "decimals", -1);
    obs->qualifier = (enum dataset_qualifier)coded(
        reader, node, "qualifier", &names_qualifier, QUALIFIER_NONE);
    obs->status = letter(reader, node, "status", 'A');
    obs->conf_status = letter(reader, node, "confStatus", 'F');
    obs->basis = (enum dataset_basis)coded(
        reader, node, "basis", &names_basis, BASIS_PRINTED);
    obs->edition = token(reader, node, "edition");
    obs->cites = read_cites(reader, node);
    obs->base = read_base(reader, node);
    read_changes(reader, node, obs);
    obs->notes = read_notes(reader, node);
}

/* ---- The whole ---- */

/* Adds an id unless it is there: the first declaration of an id counts. */
static void enter(GHashTable *ids, const char *id, void *item)
{
    if (!g_hash_table_contains(ids, id)) {
        g_hash_table_insert(ids, (gpointer)id, item);
    }
}

/* Reads the elements called name of a list into array; ids may be NULL. */
#define READ_ALL(reader, list, name, array, counter, read_one)                 \
    do {                                                                       \
        (array) = arena_alloc(                                                 \
            (reader)->arena, count_children((list), (name)), sizeof *(array)); \
        for (EACH_CHILD(node, (list), (name))) {                               \
            read_one((reader), node, &(array)[(counter)++]);                   \
        }                                                                      \
    } while (0)

static void read_declarations(const struct reader *reader, const xmlNode *root)
{
    struct dataset *dataset = reader->dataset;
    size_t i;

    READ_ALL(reader, child(root, "sources"), "source", dataset->sources,
        dataset->source_count, read_source);
    for (i = 0; i < dataset->source_count; i++) {
        enter(
            dataset->source_ids, dataset->sources[i].id, &dataset->sources[i]);
    }
    READ_ALL(reader, child(root, "units"), "unit", dataset->units,
        dataset->unit_count, read_unit);
    for (i = 0; i < dataset->unit_count; i++) {
        enter(dataset->unit_ids, dataset->units[i].id, &dataset->units[i]);
    }
    READ_ALL(reader, child(root, "themes"), "theme", dataset->themes,
        dataset->theme_count, read_theme);
    for (i = 0; i < dataset->theme_count; i++) {
        enter(dataset->theme_ids, dataset->themes[i].id, &dataset->themes[i]);
    }
}

/* A part may stand before its whole, a share before what it is of. */
static void refer_indicators(
    const struct dataset *dataset, struct dataset_indicator *indicator)
{
    struct dataset_ratio *ratio = indicator->ratio;

    for (size_t i = 0; i < indicator->part_of_count; i++) {
        struct dataset_part_of *part = &indicator->parts_of[i];

        part->indicator = dataset_lookup_indicator(dataset, part->indicator_id);
    }
    if (ratio != NULL && ratio->of_id != NULL) {
        ratio->of = dataset_lookup_indicator(dataset, ratio->of_id);
    }
    if (ratio != NULL && ratio->to_id != NULL) {
        ratio->to = dataset_lookup_indicator(dataset, ratio->to_id);
    }
}

static void read_indicators(const struct reader *reader, const xmlNode *root)
{
    struct dataset *dataset = reader->dataset;

    READ_ALL(reader, child(root, "indicators"), "indicator",
        dataset->indicators, dataset->indicator_count, read_indicator);
    for (size_t i = 0; i < dataset->indicator_count; i++) {
        dataset->indicators[i].index = i;
        enter(dataset->indicator_ids, dataset->indicators[i].id,
            &dataset->indicators[i]);
    }
    for (size_t i = 0; i < dataset->indicator_count; i++) {
        refer_indicators(dataset, &dataset->indicators[i]);
    }
}

static void read_root(const struct reader *reader, const xmlNode *root)
{
    struct dataset *dataset = reader->dataset;

    dataset->pos = xml_pos(reader->doc, root);
    dataset->id = token(reader, root, "id");
    dataset->year = small(reader, root, "year", 0);
    dataset->prepared = period(reader, root, "prepared");
    rounding_parse(token(reader, root, "rounding"), &dataset->rounding);
    dataset->titles = read_texts(reader, root, "title");
    dataset->publishers = read_texts(reader, root, "publisher");
    dataset->ref_areas = read_texts(reader, root, "refArea");
}

/* What stands before the observations. */
static void read_head(struct reader *reader, const xmlNode *root)
{
    read_root(reader, root);
    read_declarations(reader, root);
    read_indicators(reader, root);
}

/* The schema has let pass all that stands before it, and the element itself. */
static void take_obs(void *data, const struct xml_doc *doc, const xmlNode *node)
{
    struct reader *reader = data;

    if (reader->doc == NULL) {
        reader->doc = doc;
        read_head(reader, node->parent->parent);
    }
    g_array_set_size(reader->obs, reader->obs->len + 1);
    read_obs(reader, node,
        &g_array_index(
            reader->obs, struct dataset_obs, reader->obs->len - 1));
}

static void read_unused(const struct reader *reader, const xmlNode *node,
    struct dataset_unused *unused)
{
    read_cite(reader, node, &unused->cite);
    unused->why = (enum dataset_why)coded(
        reader, node, "why", &names_why, WHY_OTHER);
}

/* What stands behind the observations. */
static void read_tail(const struct reader *reader, const xmlNode *root)
{
    struct dataset *dataset = reader->dataset;
    const xmlNode *coverage = child(root, "coverage");

    dataset->notes = read_notes(reader, root);
    if (coverage != NULL) {
        READ_ALL(reader, coverage, "unused", dataset->unused,
            dataset->unused_count, read_unused);
    }
}

static struct dataset *dataset_new(const char *path, struct arena *arena)
{
    struct dataset *dataset = g_new0(struct dataset, 1);

    dataset->path = path;
    dataset->arena = arena;
    dataset->numbers =
        g_ptr_array_new_with_free_func((GDestroyNotify)number_free);
    dataset->source_ids = g_hash_table_new(g_str_hash, g_str_equal);
    dataset->unit_ids = g_hash_table_new(g_str_hash, g_str_equal);
    dataset->theme_ids = g_hash_table_new(g_str_hash, g_str_equal);
    dataset->indicator_ids = g_hash_table_new(g_str_hash, g_str_equal);
    return dataset;
}

struct dataset *dataset_load(const char *path, const struct schema *schema,
    struct xml_doc **doc, struct diag *diag)
{
    struct reader reader = {.arena = arena_new(),
        .obs = g_array_new(FALSE, TRUE, sizeof(struct dataset_obs))};
    const struct xml_parts parts = {"obs", 2, take_obs, &reader};
    struct xml_doc *read;

    reader.dataset = dataset_new(path, reader.arena);
    read = xml_stream(path, schema, &parts, diag);
    reader.dataset->obs_count = reader.obs->len;
    reader.dataset->obs =
        (struct dataset_obs *)(void *)g_array_free(reader.obs, read == NULL);
    if (read == NULL) {
        g_clear_pointer(&reader.dataset, dataset_free);
    } else {
        reader.dataset->path = xml_path(read);
        read_tail(&reader, xmlDocGetRootElement(xml_tree(read)));
    }
    if (doc != NULL) {
        *doc = read;
    } else {
        xml_free(read);
    }
    return reader.dataset;
}

struct dataset *dataset_read(const struct xml_doc *doc)
{
    struct reader reader = {.arena = arena_new(),
        .obs = g_array_new(FALSE, TRUE, sizeof(struct dataset_obs))};
    const xmlNode *root = xmlDocGetRootElement(xml_tree(doc));

    reader.dataset = dataset_new(xml_path(doc), reader.arena);
    for (EACH_CHILD(obs, child(root, "observations"), "obs")) {
        take_obs(&reader, doc, obs);
    }
    reader.dataset->obs_count = reader.obs->len;
    reader.dataset->obs =
        (struct dataset_obs *)(void *)g_array_free(reader.obs, FALSE);
    read_tail(&reader, root);
    return reader.dataset;
}
