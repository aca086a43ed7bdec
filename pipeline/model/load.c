/*
 * A dataset's file, read and checked while it is parsed: indicators and
 * observations come one by one, all else is a tree until the end.
 */
#include "model/dataset.h"

#include "base/arena.h"
#include "model/reader.h"
#include "xml/stream.h"
#include "xml/xml.h"

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

/* All are there: ids can be looked up. */
static void end_indicators(struct reader *reader)
{
    struct dataset *dataset = reader->dataset;

    dataset->indicator_count = reader->indicators->len;
    dataset->indicators = (struct dataset_indicator *)(void *)g_array_free(
        g_steal_pointer(&reader->indicators), FALSE);
    for (size_t i = 0; i < dataset->indicator_count; i++) {
        dataset->indicators[i].index = i;
        reader_enter(dataset->indicator_ids, dataset->indicators[i].id,
            &dataset->indicators[i]);
    }
    for (size_t i = 0; i < dataset->indicator_count; i++) {
        refer_indicators(dataset, &dataset->indicators[i]);
    }
}

/* Room for one more of them. */
static void *append(GArray *items)
{
    g_array_set_size(items, items->len + 1);
    return items->data +
           (gsize)(items->len - 1) * g_array_get_element_size(items);
}

/*
 * An indicator or an observation, in the order of the schema, which has let
 * pass it and all that stands before it.
 */
static void take_part(
    void *data, const struct xml_doc *doc, const xmlNode *node)
{
    struct reader *reader = data;

    if (reader->doc == NULL) {
        reader->doc = doc;
        reader_head(reader, node->parent->parent);
    }
    if (xml_is(node, "indicator")) {
        reader_indicator(reader, node, append(reader->indicators));
        return;
    }
    if (reader->indicators != NULL) {
        end_indicators(reader);
    }
    reader_obs(reader, node, append(reader->obs));
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

static void reader_open(struct reader *reader, const char *path)
{
    reader->arena = arena_new();
    reader->indicators =
        g_array_new(FALSE, TRUE, sizeof(struct dataset_indicator));
    reader->obs = g_array_new(FALSE, TRUE, sizeof(struct dataset_obs));
    reader->kept = g_new0(struct kept, 1);
    reader->dataset = dataset_new(path, reader->arena);
}

/* doc is NULL: reading has failed. */
static struct dataset *reader_close(
    struct reader *reader, const struct xml_doc *doc)
{
    struct dataset *dataset = reader->dataset;

    dataset->obs_count = reader->obs->len;
    dataset->obs =
        (struct dataset_obs *)(void *)g_array_free(reader->obs, FALSE);
    if (reader->indicators != NULL) {
        end_indicators(reader);
    }
    if (doc != NULL) {
        dataset->path = xml_path(doc);
        reader_tail(reader, xmlDocGetRootElement(xml_tree(doc)));
    } else {
        g_clear_pointer(&dataset, dataset_free);
    }
    g_free(reader->kept);
    return dataset;
}

struct dataset *dataset_load(const char *path, const struct schema *schema,
    struct xml_doc **doc, struct diag *diag)
{
    static const char *const names[] = {"indicator", "obs", NULL};
    struct reader reader = {.doc = NULL};
    const struct xml_parts parts = {names, 2, take_part, &reader};
    struct dataset *dataset;
    struct xml_doc *read;

    reader_open(&reader, path);
    read = xml_stream(path, schema, &parts, diag);
    dataset = reader_close(&reader, read);
    if (doc != NULL) {
        *doc = read;
    } else {
        xml_free(read);
    }
    return dataset;
}

static void take_list(struct reader *reader, const struct xml_doc *doc,
    const xmlNode *list)
{
    for (const xmlNode *n = xml_first_child(list); n != NULL; n = xml_next(n)) {
        take_part(reader, doc, n);
    }
}

struct dataset *dataset_read(const struct xml_doc *doc)
{
    const xmlNode *root = xmlDocGetRootElement(xml_tree(doc));
    struct reader reader = {.doc = NULL};

    reader_open(&reader, xml_path(doc));
    for (const xmlNode *n = xml_first_child(root); n != NULL; n = xml_next(n)) {
        if (xml_is(n, "indicators") || xml_is(n, "observations")) {
            take_list(&reader, doc, n);
        }
    }
    return reader_close(&reader, doc);
}
