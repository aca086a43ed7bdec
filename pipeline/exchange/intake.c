/*
 * The walk: head, rows, groups of a row, cells of a group.
 */
#include "exchange/intake_parts.h"

#include <string.h>

#include "exchange/time.h"

const char intake_refused[] = "";

/* Labels that several share lead nowhere. */
static void enter(
    GHashTable *table, GHashTable *shared, const char *name, const void *item)
{
    const void *known = g_hash_table_lookup(table, name);

    if (known == NULL) {
        g_hash_table_insert(table, (gpointer)name, (gpointer)item);
    } else if (known != item) {
        g_hash_table_add(shared, (gpointer)name);
    }
}

static void enter_labels(GHashTable *table, GHashTable *shared,
    const struct dataset_texts *labels, const void *item)
{
    for (size_t i = 0; i < labels->count; i++) {
        enter(table, shared, labels->items[i].text, item);
    }
}

static void enter_names(struct intake *intake)
{
    const struct dataset *dataset = intake->dataset;
    g_autoptr(GHashTable) shared = g_hash_table_new(g_str_hash, g_str_equal);

    for (size_t i = 0; i < dataset->indicator_count; i++) {
        enter(intake->indicators, intake->labelled, dataset->indicators[i].id,
            &dataset->indicators[i]);
    }
    for (size_t i = 0; i < dataset->unit_count; i++) {
        enter(intake->units, shared, dataset->units[i].id, &dataset->units[i]);
    }
    for (size_t i = 0; i < dataset->indicator_count; i++) {
        enter_labels(intake->indicators, intake->labelled,
            &dataset->indicators[i].labels, &dataset->indicators[i]);
    }
    for (size_t i = 0; i < dataset->unit_count; i++) {
        enter_labels(intake->units, shared, &dataset->units[i].labels,
            &dataset->units[i]);
    }
}

/* Pointers are hashed by half of their bits; keys differ in all. */
static guint hash_key(gconstpointer key)
{
    guint64 bits = (guint64)(gsize)key;

    return (guint)(bits ^ (bits >> 32) * 0x9E3779B1U);
}

struct intake *intake_new(const struct mapping *mapping, const struct csv *csv,
    const struct exchange_request *request, struct diag *diag)
{
    struct intake *intake = g_new0(struct intake, 1);

    intake->mapping = mapping;
    intake->dataset = mapping->dataset;
    intake->csv = csv;
    intake->request = request;
    intake->diag = diag;
    intake->arena = arena_new();
    intake->shared = g_array_new(FALSE, TRUE, sizeof(struct slot));
    intake->keys = g_array_new(FALSE, TRUE, sizeof(struct slot));
    intake->groups = g_array_new(FALSE, TRUE, sizeof(struct group));
    intake->indicators = g_hash_table_new(g_str_hash, g_str_equal);
    intake->labelled = g_hash_table_new(g_str_hash, g_str_equal);
    intake->units = g_hash_table_new(g_str_hash, g_str_equal);
    intake->times = g_hash_table_new(g_str_hash, g_str_equal);
    intake->observed = g_hash_table_new(hash_key, g_direct_equal);
    intake->volumes = g_hash_table_new_full(
        g_direct_hash, g_direct_equal, NULL, intake_free_volume);
    intake->texts = g_string_chunk_new(4096);
    intake->buffer = g_string_new(NULL);
    figure_init(&intake->figure);
    enter_names(intake);
    return intake;
}

static void free_slots(GArray *slots)
{
    for (guint i = 0; i < slots->len; i++) {
        g_hash_table_unref(g_array_index(slots, struct slot, i).seen);
    }
    g_array_unref(slots);
}

void intake_free(struct intake *intake)
{
    if (intake == NULL) {
        return;
    }
    for (guint i = 0; i < intake->groups->len; i++) {
        free_slots(g_array_index(intake->groups, struct group, i).slots);
    }
    free_slots(intake->shared);
    free_slots(intake->keys);
    g_array_unref(intake->groups);
    g_hash_table_unref(intake->indicators);
    g_hash_table_unref(intake->labelled);
    g_hash_table_unref(intake->units);
    g_hash_table_unref(intake->times);
    g_hash_table_unref(intake->observed);
    g_hash_table_unref(intake->volumes);
    record_free(intake->record);
    figure_clear(&intake->figure);
    g_string_chunk_free(intake->texts);
    g_string_free(intake->buffer, TRUE);
    arena_free(intake->arena);
    g_free(intake);
}

/* Cites, changes and notes are as many as the highest number of a field. */
static int capacity_of(const struct intake *intake)
{
    int capacity = 1;

    for (guint i = 0; i <= intake->groups->len; i++) {
        const GArray *slots =
            i == 0 ? intake->shared
                   : g_array_index(intake->groups, struct group, i - 1).slots;

        for (guint j = 0; j < slots->len; j++) {
            const struct field *field =
                &g_array_index(slots, struct slot, j).field;

            capacity = MAX(capacity, field->index + 1);
            capacity = MAX(capacity, field->inner_index + 1);
        }
    }
    for (size_t i = 0; i < intake->mapping->set_count; i++) {
        const struct field *field = &intake->mapping->sets[i].field;

        capacity = MAX(capacity, field->index + 1);
        capacity = MAX(capacity, field->inner_index + 1);
    }
    for (size_t i = 0; i < intake->mapping->flag_count; i++) {
        const struct mapping_set *set = intake->mapping->flags[i].set;

        if (set != NULL) {
            capacity = MAX(capacity, set->field.index + 1);
            capacity = MAX(capacity, set->field.inner_index + 1);
        }
    }
    return capacity;
}

bool intake_head(struct intake *intake, const struct csv_row *row)
{
    intake->column_count = row->count;
    if (!intake_find_columns(intake, row)) {
        return false;
    }
    intake->record = record_new(capacity_of(intake));
    return true;
}

/* ---- Rows ---- */

static bool is_skipped(const struct intake *intake, const struct csv_row *row)
{
    for (guint i = 0; i < intake->mapping->skipped->len; i++) {
        if (g_str_has_prefix(row->cells[0].text,
                g_ptr_array_index(intake->mapping->skipped, i))) {
            return true;
        }
    }
    return false;
}

static bool has_all_cells(
    const struct intake *intake, const struct csv_row *row)
{
    char have[24];
    char want[24];

    if (row->count == intake->column_count) {
        return true;
    }
    g_snprintf(have, sizeof have, "%zu", row->count);
    g_snprintf(want, sizeof want, "%zu", intake->column_count);
    diag_report(intake->diag, DIAG_CSV_CELLS,
        csv_pos(intake->csv, &row->cells[0]), have, want);
    return false;
}

/* A group of a wide table of which a row has nothing makes no observation. */
static bool is_blank(const struct intake *intake, const struct group *group)
{
    if (group->indicator == NULL && group->period == NULL &&
        group->phase == NULL) {
        return false;
    }
    for (guint i = 0; i < group->slots->len; i++) {
        const struct slot *slot = &g_array_index(group->slots, struct slot, i);

        if (intake->row->cells[slot->cell].size > 0 ||
            (slot->field.leaf == FIELD_VALUE &&
                g_hash_table_contains(intake->mapping->missing, ""))) {
            return false;
        }
    }
    return true;
}

static void read_slots(struct intake *intake, GArray *slots)
{
    for (guint i = 0; i < slots->len; i++) {
        intake_cell(intake, &g_array_index(slots, struct slot, i));
    }
}

static void read_group(struct intake *intake, const struct group *group,
    const struct dataset_indicator *indicator)
{
    record_clear(intake->record);
    intake->value_cell = NULL;
    intake->unit = NULL;
    intake->is_refused = false;
    intake->indicator = group->indicator != NULL ? group->indicator : indicator;
    read_slots(intake, intake->shared);
    read_slots(intake, group->slots);
    intake_obs(intake, group);
}

/* True if some group leaves the indicator to the row. */
static bool wants_indicator(const struct intake *intake)
{
    for (guint i = 0; i < intake->groups->len; i++) {
        const struct group *group =
            &g_array_index(intake->groups, struct group, i);

        if (group->indicator == NULL) {
            return true;
        }
    }
    return false;
}

void intake_row(struct intake *intake, const struct csv_row *row)
{
    const struct dataset_indicator *indicator = NULL;

    if (is_skipped(intake, row) || !has_all_cells(intake, row)) {
        return;
    }
    g_string_chunk_clear(intake->texts);
    intake->row = row;
    intake->first_cell = row->cells;
    while (intake->first_cell->size == 0) {
        intake->first_cell++;
    }
    if (wants_indicator(intake)) {
        indicator = intake_indicator(intake);
        if (indicator == NULL) {
            return;
        }
    }
    for (guint i = 0; i < intake->groups->len; i++) {
        const struct group *group =
            &g_array_index(intake->groups, struct group, i);

        if (!is_blank(intake, group)) {
            read_group(intake, group, indicator);
        }
    }
}

void intake_finish(struct intake *intake, struct exchange_files *files)
{
    if (!diag_failed(intake->diag)) {
        intake_write_volumes(intake, files);
    }
}
