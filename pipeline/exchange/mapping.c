/*
 * A mapping is checked twice: by its own schema, and what it holds of a
 * dataset by the dataset's.  For that the text of the dataset is parsed again,
 * at the lines and columns where it stands, with observations that the schema
 * wants and nobody reads.
 */
#include "exchange/mapping.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/paths.h"
#include "xml/schema.h"
#include "xml/xml.h"

struct reader {
    struct mapping *mapping;
    struct diag *diag;
    bool is_good;
};

static const char *token(
    const struct reader *reader, const xmlNode *node, const char *name)
{
    const char *raw = xml_attribute(node, name);
    char *text = raw != NULL ? arena_strdup(reader->mapping->arena, raw) : NULL;

    if (text != NULL) {
        xml_fold(text);
    }
    return text;
}

static void report(struct reader *reader, enum diag_id id, struct diag_pos pos,
    const char *text, const char *more)
{
    diag_report(reader->diag, id, pos, text, more);
    reader->is_good = false;
}

static size_t count_named(const xmlNode *root, const char *name)
{
    size_t count = 0;

    for (const xmlNode *n = xml_first_child(root); n != NULL; n = xml_next(n)) {
        count += xml_is(n, name);
    }
    return count;
}

/* ---- The table ---- */

static void read_table(const struct reader *reader, const xmlNode *node)
{
    struct mapping *mapping = reader->mapping;
    const char *encoding = token(reader, node, "encoding");
    const char *separator = token(reader, node, "separator");
    const char *head = token(reader, node, "head");
    const char *thousands = token(reader, node, "thousands");

    if (encoding != NULL) {
        mapping->encoding = encoding;
    }
    if (separator != NULL) {
        mapping->separator = *separator == 'c'   ? ','
                             : *separator == 's' ? ';'
                                                 : '\t';
    }
    if (head != NULL) {
        mapping->head = (int)strtol(head, NULL, 10);
    }
    if (thousands != NULL) {
        mapping->thousands = *thousands == 'c' ? ',' : ' ';
    }
}

static bool read_field(struct reader *reader, const xmlNode *node,
    const char *name, struct field *field)
{
    const char *text = token(reader, node, name);

    if (!field_read(text != NULL ? text : "value", field)) {
        report(reader, DIAG_MAPPING_FIELD,
            xml_pos(reader->mapping->doc, node), text, NULL);
        return false;
    }
    return true;
}

static void read_codes(const struct reader *reader, const xmlNode *node,
    struct mapping_column *column)
{
    for (const xmlNode *n = xml_first_child(node); n != NULL; n = xml_next(n)) {
        struct mapping_code *code =
            ARENA_NEW(reader->mapping->arena, struct mapping_code);

        if (column->codes == NULL) {
            column->codes = g_hash_table_new(g_str_hash, g_str_equal);
        }
        code->to = token(reader, n, "to");
        code->unit_mult = token(reader, n, "unitMult");
        g_hash_table_insert(
            column->codes, (gpointer)token(reader, n, "from"), code);
    }
}

static void read_column(
    struct reader *reader, const xmlNode *node, struct mapping_column *column)
{
    const char *is = token(reader, node, "is");

    column->pos = xml_pos(reader->mapping->doc, node);
    column->name = token(reader, node, "name");
    column->indicator = token(reader, node, "indicator");
    column->period = token(reader, node, "period");
    column->phase = token(reader, node, "phase");
    column->is_ignored = g_strcmp0(is, "ignored") == 0;
    if (!column->is_ignored) {
        read_field(reader, node, "is", &column->field);
    }
    read_codes(reader, node, column);
}

static void read_set(struct reader *reader, const xmlNode *node,
    const char *name, struct mapping_set *set)
{
    set->pos = xml_pos(reader->mapping->doc, node);
    set->to = token(reader, node, "to");
    if (read_field(reader, node, name, &set->field) &&
        (set->to == NULL || !field_accepts(&set->field, set->to))) {
        report(reader, DIAG_MAPPING_VALUE, set->pos,
            set->to != NULL ? set->to : "", token(reader, node, name));
    }
}

static void read_flag(
    struct reader *reader, const xmlNode *node, struct mapping_flag *flag)
{
    flag->text = token(reader, node, "text");
    if (token(reader, node, "field") != NULL) {
        struct mapping_set *set =
            ARENA_NEW(reader->mapping->arena, struct mapping_set);

        read_set(reader, node, "field", set);
        flag->set = set;
    }
}

static void read_missing(struct reader *reader, const xmlNode *node)
{
    const char *status = token(reader, node, "status");

    if (strlen(status) != 1 || !dataset_status_is_missing(*status)) {
        report(reader, DIAG_MAPPING_VALUE,
            xml_pos(reader->mapping->doc, node), status, "status");
    }
    g_hash_table_insert(reader->mapping->missing,
        (gpointer)token(reader, node, "text"), (gpointer)status);
}

static void read_element(struct reader *reader, const xmlNode *node)
{
    struct mapping *mapping = reader->mapping;

    if (xml_is(node, "table")) {
        read_table(reader, node);
    } else if (xml_is(node, "column")) {
        read_column(reader, node, &mapping->columns[mapping->column_count++]);
    } else if (xml_is(node, "periods")) {
        struct mapping_column *periods =
            ARENA_NEW(mapping->arena, struct mapping_column);

        read_column(reader, node, periods);
        mapping->periods = periods;
    } else if (xml_is(node, "series")) {
        g_hash_table_insert(mapping->series,
            (gpointer)token(reader, node, "key"),
            (gpointer)token(reader, node, "indicator"));
    } else if (xml_is(node, "set")) {
        read_set(reader, node, "field", &mapping->sets[mapping->set_count++]);
    } else if (xml_is(node, "flag")) {
        read_flag(reader, node, &mapping->flags[mapping->flag_count++]);
    } else if (xml_is(node, "missing")) {
        read_missing(reader, node);
    } else if (xml_is(node, "skip")) {
        g_ptr_array_add(
            mapping->skipped, (gpointer)token(reader, node, "rows"));
    }
}

/* ---- The dataset in it ---- */

/* The last end tag of an element in text, its prefix included; NULL: none. */
static const char *find_end_tag(GString *text, const char *name)
{
    const char *found = text->str + text->len;

    while ((found = g_strrstr_len(
                text->str, found - text->str, name)) != NULL) {
        const char *begin = found;

        while (begin > text->str && begin[-1] != '<' && begin[-1] != '>' &&
               found - begin < 64) {
            begin--;
        }
        if (begin > text->str && *begin == '/') {
            return begin - 1;
        }
    }
    return NULL;
}

static void add_observations(GString *text)
{
    const char *tag = find_end_tag(text, "indicators");
    const char *end = tag != NULL ? strchr(tag, '>') : NULL;
    const char *colon = tag != NULL ? strchr(tag, ':') : NULL;
    g_autofree char *prefix = NULL;
    g_autofree char *stub = NULL;

    if (end == NULL) {
        return; /* and so is no dataset to the schema */
    }
    prefix = colon != NULL && colon < end
                 ? g_strndup(tag + 2, (gsize)(colon + 1 - tag - 2))
                 : g_strdup("");
    stub = g_strdup_printf("<%sobservations><%sobs indicator=\"none\" "
                           "period=\"unknown\"><%scite source=\"none\" "
                           "lines=\"1\" token=\"0\"/></%sobs></%sobservations>",
        prefix, prefix, prefix, prefix, prefix);
    g_string_insert(text, end + 1 - text->str, stub);
}

/* The text of the dataset, with as many lines and blanks before it as the
 * mapping has; the caller frees it. */
static GString *cut_dataset(const struct xml_doc *doc, const xmlNode *node)
{
    struct diag_pos pos = xml_pos(doc, node);
    size_t size;
    const char *bytes = xml_bytes(doc, &size);
    const char *begin = bytes;
    GString *text = g_string_new(NULL);
    const char *end;

    for (int i = 1; i < pos.line; i++) {
        begin = strchr(begin, '\n') + 1;
        g_string_append_c(text, '\n');
    }
    for (int i = 1; i < pos.col; i++) {
        begin = g_utf8_next_char(begin);
        g_string_append_c(text, ' ');
    }
    g_string_append_len(text, begin, bytes + size - begin);
    end = find_end_tag(text, "mapping");
    if (end != NULL) {
        g_string_truncate(text, (gsize)(end - text->str));
    }
    add_observations(text);
    return text;
}

static bool read_dataset(struct reader *reader, const xmlNode *node)
{
    struct mapping *mapping = reader->mapping;
    g_autofree char *schema = paths_data("schema/dataset.xsd");
    GString *text = cut_dataset(mapping->doc, node);

    mapping->dataset_doc = xml_parse(
        xml_path(mapping->doc), text->str, text->len, reader->diag);
    g_string_free(text, TRUE);
    if (mapping->dataset_doc == NULL ||
        !schema_validate(mapping->dataset_doc, schema, reader->diag)) {
        return false;
    }
    mapping->dataset = dataset_read(mapping->dataset_doc);
    mapping->dataset->obs_count = 0;
    return true;
}

static void find_source(struct reader *reader, const xmlNode *table)
{
    struct mapping *mapping = reader->mapping;
    const struct dataset *dataset = mapping->dataset;
    const char *id = table != NULL && xml_is(table, "table")
                         ? token(reader, table, "source")
                         : NULL;

    if (id != NULL) {
        mapping->source = dataset_lookup_source(dataset, id);
    } else if (dataset->source_count == 1) {
        mapping->source = &dataset->sources[0];
    }
    if (mapping->source == NULL && id != NULL) {
        report(reader, DIAG_UNKNOWN_REFERENCE, xml_pos(mapping->doc, table),
            "source", id);
    }
}

/* ---- The whole ---- */

static void read_root(struct reader *reader, const xmlNode *root)
{
    struct mapping *mapping = reader->mapping;
    struct arena *arena = mapping->arena;
    const xmlNode *last = NULL;

    mapping->columns = ARENA_ARRAY(
        arena, count_named(root, "column"), struct mapping_column);
    mapping->sets =
        ARENA_ARRAY(arena, count_named(root, "set"), struct mapping_set);
    mapping->flags =
        ARENA_ARRAY(arena, count_named(root, "flag"), struct mapping_flag);
    for (const xmlNode *n = xml_first_child(root); n != NULL; n = xml_next(n)) {
        read_element(reader, n);
        last = n;
    }
    if (!read_dataset(reader, last)) {
        reader->is_good = false;
    } else {
        find_source(reader, xml_first_child(root));
    }
}

struct mapping *mapping_read(const char *path, struct diag *diag)
{
    g_autofree char *schema = paths_data("schema/mapping.xsd");
    struct xml_doc *doc = xml_load(path, diag);
    struct mapping *mapping;
    struct reader reader;

    if (doc == NULL || !schema_validate(doc, schema, diag)) {
        xml_free(doc);
        return NULL;
    }
    mapping = g_new0(struct mapping, 1);
    mapping->doc = doc;
    mapping->arena = arena_new();
    mapping->encoding = "UTF-8";
    mapping->head = 1;
    mapping->series = g_hash_table_new(g_str_hash, g_str_equal);
    mapping->missing = g_hash_table_new(g_str_hash, g_str_equal);
    mapping->skipped = g_ptr_array_new();
    reader = (struct reader){mapping, diag, true};
    read_root(&reader, xmlDocGetRootElement(xml_tree(doc)));
    if (!reader.is_good) {
        mapping_free(mapping);
        return NULL;
    }
    return mapping;
}

void mapping_free(struct mapping *mapping)
{
    if (mapping == NULL) {
        return;
    }
    for (size_t i = 0; i < mapping->column_count; i++) {
        if (mapping->columns[i].codes != NULL) {
            g_hash_table_unref(mapping->columns[i].codes);
        }
    }
    g_hash_table_unref(mapping->series);
    g_hash_table_unref(mapping->missing);
    g_ptr_array_unref(mapping->skipped);
    dataset_free(mapping->dataset);
    xml_free(mapping->dataset_doc);
    xml_free(mapping->doc);
    arena_free(mapping->arena);
    g_free(mapping);
}
