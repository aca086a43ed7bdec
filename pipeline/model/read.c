/*
 * A schema-valid dataset document into the structs of dataset.h.  The schema
 * has seen to it that what is required is there and well written; white space
 * around values and defaults are dealt with here.
 */
#include "model/reader.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "model/names.h"
#include "xml/xml.h"

/* ---- Values ---- */

/*
 * A copy in the arena, or an earlier one: ids, periods and languages repeat,
 * and a value is its own token.
 */
static const char *keep(const struct reader *reader, const char *text)
{
    const char **kept = &reader->kept->texts[g_str_hash(text) % KEPT_COUNT];

    if (*kept == NULL || strcmp(*kept, text) != 0) {
        *kept = arena_strdup(reader->arena, text);
    }
    return *kept;
}

/* A folded copy; NULL for NULL. */
static const char *folded(const struct reader *reader, const char *raw)
{
    g_autofree char *text = NULL;

    if (raw == NULL || strpbrk(raw, " \t\r\n") == NULL) {
        return raw != NULL ? keep(reader, raw) : NULL;
    }
    text = g_strdup(raw);
    xml_fold(text);
    return keep(reader, text);
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

/* "12-14 20": a range or a single line each. */
static void read_lines(const struct reader *reader, struct dataset_cite *cite)
{
    size_t count = 1;
    const char *p = cite->lines_text;
    const struct dataset_cite *before = reader->kept->cite;

    /* Figures of a line follow each other. */
    if (before != NULL && before->lines_text == cite->lines_text) {
        cite->lines = before->lines;
        cite->line_count = before->line_count;
        return;
    }

    for (const char *blank = p; (blank = strchr(blank, ' ')) != NULL; blank++) {
        count++;
    }
    cite->lines = ARENA_ARRAY(reader->arena, count, struct dataset_lines);
    while (cite->line_count < count) {
        struct dataset_lines *lines = &cite->lines[cite->line_count++];
        char *end;

        /* Out of range becomes LONG_MAX: a line that no document has. */
        lines->first = strtol(p, &end, 10);
        lines->last = *end == '-' ? strtol(end + 1, &end, 10) : lines->first;
        p = end;
    }
}

static void read_cite(const struct reader *reader, const xmlNode *node,
    struct dataset_cite *cite)
{
    cite->pos = xml_pos(reader->doc, node);
    cite->source_id = token(reader, node, "source");
    cite->source = dataset_lookup_source(reader->dataset, cite->source_id);
    cite->lines_text = token(reader, node, "lines");
    cite->token = token(reader, node, "token");
    read_lines(reader, cite);
    reader->kept->cite = cite;
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

void reader_indicator(const struct reader *reader, const xmlNode *node,
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

void reader_obs(
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
        reader_enter(
            dataset->source_ids, dataset->sources[i].id, &dataset->sources[i]);
    }
    READ_ALL(reader, child(root, "units"), "unit", dataset->units,
        dataset->unit_count, read_unit);
    for (i = 0; i < dataset->unit_count; i++) {
        reader_enter(
            dataset->unit_ids, dataset->units[i].id, &dataset->units[i]);
    }
    READ_ALL(reader, child(root, "themes"), "theme", dataset->themes,
        dataset->theme_count, read_theme);
    for (i = 0; i < dataset->theme_count; i++) {
        reader_enter(
            dataset->theme_ids, dataset->themes[i].id, &dataset->themes[i]);
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

void reader_head(const struct reader *reader, const xmlNode *root)
{
    read_root(reader, root);
    read_declarations(reader, root);
}

static void read_unused(const struct reader *reader, const xmlNode *node,
    struct dataset_unused *unused)
{
    read_cite(reader, node, &unused->cite);
    unused->why =
        (enum dataset_why)coded(reader, node, "why", &names_why, WHY_OTHER);
}

void reader_tail(const struct reader *reader, const xmlNode *root)
{
    struct dataset *dataset = reader->dataset;
    const xmlNode *coverage = child(root, "coverage");

    dataset->notes = read_notes(reader, root);
    if (coverage != NULL) {
        READ_ALL(reader, coverage, "unused", dataset->unused,
            dataset->unused_count, read_unused);
    }
}
