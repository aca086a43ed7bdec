/*
 * Which column says what: by the mapping, else by its name where that is the
 * name of a field, else by <periods> where it is a period.
 */
#include "exchange/intake_parts.h"

#include <string.h>

#include "exchange/time.h"

struct search {
    struct intake *intake;
    const struct csv_row *head;
    bool *is_found; /* by column of the mapping */
    bool is_good;
};

static void fault(struct search *search, enum diag_id id, struct diag_pos pos,
    const char *text, const char *more)
{
    diag_report(search->intake->diag, id, pos, text, more);
    search->is_good = false;
}

static struct diag_pos place(const struct search *search, size_t cell)
{
    return csv_pos(search->intake->csv, &search->head->cells[cell]);
}

static bool same(const void *a, const void *b)
{
    return g_strcmp0(a, b) == 0;
}

/* What the mapping says of the indicator, period and phase of a column. */
static struct group *find_group(struct search *search,
    const struct mapping_column *column, const char *period)
{
    struct intake *intake = search->intake;
    struct group made = {.period = period, .phase = column->phase};

    if (column->indicator != NULL) {
        made.indicator =
            dataset_lookup_indicator(intake->dataset, column->indicator);
        if (made.indicator == NULL) {
            fault(search, DIAG_UNKNOWN_REFERENCE, column->pos, "indicator",
                column->indicator);
        }
    }
    for (guint i = 0; i < intake->groups->len; i++) {
        struct group *group = &g_array_index(intake->groups, struct group, i);

        if (group->indicator == made.indicator &&
            same(group->period, made.period) &&
            same(group->phase, made.phase)) {
            return group;
        }
    }
    made.slots = g_array_new(FALSE, TRUE, sizeof(struct slot));
    g_array_append_val(intake->groups, made);
    return &g_array_index(
        intake->groups, struct group, intake->groups->len - 1);
}

static void add_slot(struct search *search, GArray *slots, size_t cell,
    const struct mapping_column *column, const struct field *field)
{
    struct slot slot = {cell, column, *field, NULL};

    for (guint i = 0; i < slots->len; i++) {
        const struct slot *other = &g_array_index(slots, struct slot, i);

        if (field_equal(&other->field, field) &&
            field->leaf != FIELD_INDICATOR) {
            g_autofree char *name = field_name(field);

            fault(search, DIAG_MAPPING_TWICE, place(search, cell),
                search->head->cells[other->cell].text, name);
            return;
        }
    }
    slot.seen = g_hash_table_new(g_str_hash, g_str_equal);
    g_array_append_val(slots, slot);
}

/* The period that a text of the mapping or of the head means. */
static const char *read_period(struct search *search, const char *text)
{
    struct intake *intake = search->intake;

    return time_read(text, intake->buffer)
               ? arena_strdup(intake->arena, intake->buffer->str)
               : NULL;
}

static void use_column(struct search *search, size_t cell,
    const struct mapping_column *column, const char *period)
{
    struct intake *intake = search->intake;
    bool is_key = column->field.leaf == FIELD_INDICATOR;

    if (column->is_ignored) {
        return;
    }
    if (period == NULL && column->period != NULL) {
        period = read_period(search, column->period);
        if (period == NULL) {
            fault(search, DIAG_MAPPING_VALUE, column->pos, column->period,
                "period");
        }
    }
    if (column->phase != NULL) {
        const struct field phase = {.leaf = FIELD_PHASE};

        if (!field_accepts(&phase, column->phase)) {
            fault(search, DIAG_MAPPING_VALUE, column->pos, column->phase,
                "phase");
        }
    }
    if (column->indicator == NULL && period == NULL && column->phase == NULL) {
        add_slot(search, is_key ? intake->keys : intake->shared, cell, column,
            &column->field);
    } else {
        add_slot(search, find_group(search, column, period)->slots, cell,
            column, &column->field);
    }
}

/* A column that the mapping does not name. */
static void guess_column(struct search *search, size_t cell)
{
    static const struct mapping_column unsaid = {.is_ignored = false};
    const struct intake *intake = search->intake;
    const char *name = search->head->cells[cell].text;
    struct field field;
    const char *period = NULL;

    if (field_read(name, &field)) {
        add_slot(search,
            field.part == FIELD_OF_OBS && field.leaf == FIELD_INDICATOR
                ? intake->keys
                : intake->shared,
            cell, &unsaid, &field);
        return;
    }
    if (intake->mapping->periods != NULL) {
        period = read_period(search, name);
    }
    if (period != NULL) {
        use_column(search, cell, intake->mapping->periods, period);
    } else {
        diag_report(intake->diag, DIAG_IMPORT_COLUMN_UNUSED,
            place(search, cell), name);
    }
}

static void find_column(struct search *search, size_t cell)
{
    const struct mapping *mapping = search->intake->mapping;
    bool is_said = false;

    for (size_t i = 0; i < mapping->column_count; i++) {
        if (strcmp(mapping->columns[i].name, search->head->cells[cell].text) ==
            0) {
            use_column(search, cell, &mapping->columns[i], NULL);
            search->is_found[i] = true;
            is_said = true;
        }
    }
    if (!is_said) {
        guess_column(search, cell);
    }
}

static void report_missing(struct search *search)
{
    const struct mapping *mapping = search->intake->mapping;
    g_autoptr(GString) names = g_string_new(NULL);

    for (size_t i = 0; i < search->head->count && i < 20; i++) {
        g_string_append_printf(names, "%s\"%s\"", i > 0 ? ", " : "",
            search->head->cells[i].text);
    }
    for (size_t i = 0; i < mapping->column_count; i++) {
        if (!search->is_found[i]) {
            fault(search, DIAG_MAPPING_COLUMN, mapping->columns[i].pos,
                mapping->columns[i].name, names->str);
        }
    }
}

/* True if a cell, the column or a constant says it in every observation. */
static bool is_said(
    const struct intake *intake, enum field_leaf leaf, bool is_bound)
{
    if (is_bound) {
        return true;
    }
    for (guint i = 0; i < intake->shared->len; i++) {
        const struct field *field =
            &g_array_index(intake->shared, struct slot, i).field;

        if (field->part == FIELD_OF_OBS && field->leaf == leaf) {
            return true;
        }
    }
    for (size_t i = 0; i < intake->mapping->set_count; i++) {
        const struct field *field = &intake->mapping->sets[i].field;

        if (field->part == FIELD_OF_OBS && field->leaf == leaf) {
            return true;
        }
    }
    return false;
}

static void check_groups(struct search *search)
{
    struct intake *intake = search->intake;
    struct diag_pos pos = place(search, 0);

    for (guint i = 0; i < intake->groups->len; i++) {
        const struct group *group =
            &g_array_index(intake->groups, struct group, i);

        if (!is_said(intake, FIELD_INDICATOR,
                group->indicator != NULL || intake->keys->len > 0)) {
            fault(search, DIAG_MAPPING_NEEDS, pos, "indicator", NULL);
            return;
        }
        if (!is_said(intake, FIELD_PERIOD, group->period != NULL)) {
            fault(search, DIAG_MAPPING_NEEDS, pos, "period", NULL);
            return;
        }
    }
}

bool intake_find_columns(struct intake *intake, const struct csv_row *row)
{
    struct search search = {intake, row, NULL, true};

    search.is_found = ARENA_ARRAY(
        intake->arena, intake->mapping->column_count + 1, bool);
    for (size_t i = 0; i < row->count; i++) {
        find_column(&search, i);
    }
    report_missing(&search);
    if (intake->groups->len == 0) {
        struct group all = {
            .slots = g_array_new(FALSE, TRUE, sizeof(struct slot))};

        g_array_append_val(intake->groups, all);
    }
    if (search.is_good) {
        check_groups(&search);
    }
    return search.is_good;
}
