/*
 * An observation when all its cells are read: what the mapping says of all,
 * what follows from its period, citations of the table itself, and what must
 * be there.
 */
#include <stdlib.h>
#include <string.h>

#include "exchange/intake_parts.h"
#include "exchange/time.h"

static const struct field of_indicator = {.leaf = FIELD_INDICATOR};
static const struct field of_period = {.leaf = FIELD_PERIOD};
static const struct field of_phase = {.leaf = FIELD_PHASE};
static const struct field of_value = {.leaf = FIELD_VALUE};
static const struct field of_status = {.leaf = FIELD_STATUS};
static const struct field of_conf_status = {.leaf = FIELD_CONF_STATUS};
static const struct field of_unit_mult = {.leaf = FIELD_UNIT_MULT};

static struct diag_pos value_place(const struct intake *intake)
{
    return csv_pos(intake->csv, intake->value_cell != NULL
                                    ? intake->value_cell
                                    : intake->first_cell);
}

static void incomplete(
    struct intake *intake, const char *what, const char *leaf)
{
    diag_report(intake->diag, DIAG_IMPORT_INCOMPLETE, value_place(intake), what,
        leaf);
    intake->is_refused = true;
}

/* ---- What no cell says ---- */

static void apply_sets(struct intake *intake)
{
    for (size_t i = 0; i < intake->mapping->set_count; i++) {
        const struct mapping_set *set = &intake->mapping->sets[i];
        struct record_part *part = record_part(intake->record, &set->field);

        /* A constant alone makes no change, base or note. */
        if ((part->is_given || set->field.part == FIELD_OF_OBS) &&
            record_get(intake->record, &set->field) == NULL) {
            record_set(intake->record, &set->field, set->to);
        }
    }
}

static void apply_group(struct intake *intake, const struct group *group)
{
    if (intake->indicator != NULL) {
        record_set(intake->record, &of_indicator, intake->indicator->id);
    }
    if (group->period != NULL) {
        record_set(intake->record, &of_period, group->period);
    }
    if (group->phase != NULL) {
        record_set(intake->record, &of_phase, group->phase);
    }
}

/* The unit of a cell is the indicator's, or its multiplier differs. */
static void apply_unit(struct intake *intake)
{
    const struct dataset_indicator *indicator = intake->indicator;
    const char *unit_mult =
        intake->unit != NULL ? intake->unit->unit_mult : NULL;

    if (intake->unit == NULL || indicator == NULL) {
        return;
    }
    if (intake->unit->unit != indicator->unit) {
        diag_report(intake->diag, DIAG_IMPORT_UNIT,
            csv_pos(intake->csv, intake->unit_cell), intake->unit_cell->text,
            indicator->id,
            indicator->unit_id != NULL ? indicator->unit_id : "");
        intake->is_refused = true;
    } else if (record_get(intake->record, &of_unit_mult) == NULL &&
               strtol(unit_mult != NULL ? unit_mult : "0", NULL, 10) !=
                   indicator->unit_mult) {
        record_set(intake->record, &of_unit_mult,
            unit_mult != NULL ? unit_mult : "0");
    }
}

/* "year-before" and "period-before" become periods. */
static void resolve_base(struct intake *intake, struct record_part *part,
    enum field_leaf leaf, const struct dataset_period *period)
{
    const char *text = part->leaves[leaf];
    bool is_year = g_strcmp0(text, "year-before") == 0;

    if (text == NULL || (!is_year && strcmp(text, "period-before") != 0)) {
        return;
    }
    if (is_year ? time_year_before(period, intake->buffer)
                : time_period_before(period, intake->buffer)) {
        part->leaves[leaf] =
            intake_time(intake, intake->buffer->str)->text;
    } else {
        part->leaves[leaf] = NULL;
    }
}

/* ---- Citations ---- */

static const char *own_lines(struct intake *intake)
{
    const struct csv_row *row = intake->row;
    char text[48];

    if (row->line == row->last_line) {
        g_snprintf(text, sizeof text, "%d", row->line);
    } else {
        g_snprintf(text, sizeof text, "%d-%d", row->line, row->last_line);
    }
    return g_string_chunk_insert(intake->texts, text);
}

/* What no cell says of a citation is the table's. */
static void complete_cite(
    struct intake *intake, struct record_part *cite, const char *token)
{
    const struct dataset_source *source = intake->mapping->source;

    cite->is_given = true;
    if (cite->leaves[FIELD_SOURCE] == NULL) {
        if (source == NULL && !intake->cites_table) {
            diag_report(
                intake->diag, DIAG_MAPPING_SOURCE, intake->dataset->pos);
        }
        intake->cites_table = true;
        cite->leaves[FIELD_SOURCE] = source != NULL ? source->id : "";
    }
    if (cite->leaves[FIELD_LINES] == NULL) {
        cite->leaves[FIELD_LINES] = own_lines(intake);
    }
    if (cite->leaves[FIELD_TOKEN] == NULL) {
        cite->leaves[FIELD_TOKEN] = token;
    }
}

/* What stands for a value that is none: its status, its period, its name. */
static const char *stand_in(const struct intake *intake)
{
    const enum field_leaf leaves[] = {
        FIELD_STATUS, FIELD_PERIOD, FIELD_INDICATOR};
    const GArray *lists[] = {intake->shared, intake->keys};

    for (size_t i = 0; i < G_N_ELEMENTS(leaves); i++) {
        for (size_t j = 0; j < G_N_ELEMENTS(lists); j++) {
            for (guint k = 0; k < lists[j]->len; k++) {
                const struct slot *slot =
                    &g_array_index(lists[j], struct slot, k);

                if (slot->field.part == FIELD_OF_OBS &&
                    slot->field.leaf == leaves[i] &&
                    intake->row->cells[slot->cell].size > 0) {
                    return intake->row->cells[slot->cell].text;
                }
            }
        }
    }
    return intake->first_cell->text;
}

static char *without_blanks(const char *text)
{
    GString *packed = g_string_new(NULL);

    for (const char *p = text; *p != '\0'; p++) {
        if (*p != ' ') {
            g_string_append_c(packed, *p);
        }
    }
    return g_string_free(packed, FALSE);
}

static void cite_all(struct intake *intake)
{
    const struct record *record = intake->record;
    g_autofree char *token = without_blanks(stand_in(intake));
    const char *kept = g_string_chunk_insert(intake->texts, token);

    for (int i = 0; i < record_capacity(record); i++) {
        struct record_part *cite =
            record_at(record, FIELD_OF_CITE, i, FIELD_OF_CITE, 0);
        const struct record_part *change =
            record_at(record, FIELD_OF_CHANGE, i, FIELD_OF_CHANGE, 0);

        if (i == 0 || cite->is_given) {
            complete_cite(intake, cite, kept);
        }
        for (int j = 0; change->is_given && j < record_capacity(record); j++) {
            cite = record_at(record, FIELD_OF_CHANGE, i, FIELD_OF_CITE, j);
            if (j == 0 || cite->is_given) {
                complete_cite(intake, cite, kept);
            }
        }
        cite = record_at(record, FIELD_OF_BASE, 0, FIELD_OF_CITE, i);
        if (cite->is_given ||
            (i == 0 && record_at(record, FIELD_OF_BASE, 0, FIELD_OF_BASE, 0)
                           ->is_given)) {
            complete_cite(intake, cite, kept);
        }
    }
}

/* ---- What must be there ---- */

static void require(struct intake *intake, const struct record_part *part,
    enum field_part kind, const char *what, const enum field_leaf *leaves,
    size_t count)
{
    for (size_t i = 0; part->is_given && i < count; i++) {
        if (part->leaves[leaves[i]] == NULL) {
            enum field_leaf leaf = FIELD_LEAF_COUNT;
            const char *name = NULL;

            for (int j = 0; leaf != leaves[i]; j++) {
                name = field_leaf_name(kind, j, &leaf);
            }
            incomplete(intake, what, name);
        }
    }
}

static void check_note(struct intake *intake, const struct record_part *note)
{
    static const enum field_leaf leaves[] = {FIELD_KIND};

    require(intake, note, FIELD_OF_NOTE, "note", leaves, 1);
    if (note->is_given && note->texts[0] == NULL && note->texts[1] == NULL) {
        incomplete(intake, "note", "text");
    }
}

static void check_parts(
    struct intake *intake, const struct dataset_period *period)
{
    static const enum field_leaf of_change[] = {
        FIELD_KIND, FIELD_VALUE, FIELD_BASE};
    static const enum field_leaf of_base[] = {FIELD_PERIOD, FIELD_VALUE};
    const struct record *record = intake->record;
    struct record_part *base =
        record_at(record, FIELD_OF_BASE, 0, FIELD_OF_BASE, 0);

    resolve_base(intake, base, FIELD_PERIOD, period);
    require(intake, base, FIELD_OF_BASE, "base", of_base, 2);
    for (int i = 0; i < record_capacity(record); i++) {
        struct record_part *change =
            record_at(record, FIELD_OF_CHANGE, i, FIELD_OF_CHANGE, 0);

        resolve_base(intake, change, FIELD_BASE, period);
        require(intake, change, FIELD_OF_CHANGE, "change", of_change, 3);
        check_note(
            intake, record_at(record, FIELD_OF_NOTE, i, FIELD_OF_NOTE, 0));
        for (int j = 0; j < record_capacity(record); j++) {
            check_note(intake,
                record_at(record, FIELD_OF_CHANGE, i, FIELD_OF_NOTE, j));
        }
    }
}

static void check_value(struct intake *intake)
{
    const char *value = record_get(intake->record, &of_value);
    const char *status = record_get(intake->record, &of_status);
    bool is_missing = status != NULL && dataset_status_is_missing(*status);
    bool is_free = record_get(intake->record, &of_conf_status) == NULL &&
                   (status == NULL || !dataset_status_is_open(*status));

    if (value != NULL && is_missing) {
        diag_report(intake->diag, DIAG_VALUE_UNEXPECTED, value_place(intake),
            status, value);
        intake->is_refused = true;
    } else if (value == NULL && !is_missing && is_free &&
               !intake->is_refused &&
               intake->indicator != NULL &&
               intake->indicator->kind != KIND_EVENT) {
        diag_report(intake->diag, DIAG_IMPORT_MISSING, value_place(intake),
            intake->indicator->id);
        intake->is_refused = true;
    }
}

/* An indicator is observed once for a period and phase. */
static void check_once(
    struct intake *intake, const struct dataset_period *period)
{
    const char *phase = record_get(intake->record, &of_phase);
    guint64 key = (guint64)(gsize)period << 24 ^
                  (guint64)intake->indicator->index << 2 ^
                  (phase == NULL ? 0U : *phase == 's' ? 1U : 2U);
    gpointer before;

    if (period->freq == '\0') {
        return;
    }
    before = g_hash_table_lookup(intake->observed, (gpointer)(gsize)key);
    if (before != NULL) {
        char line[16];

        g_snprintf(line, sizeof line, "%d", GPOINTER_TO_INT(before));
        diag_report(intake->diag, DIAG_DUPLICATE_KEY, value_place(intake),
            intake->indicator->id, period->text, line);
        intake->is_refused = true;
    } else {
        g_hash_table_insert(intake->observed, (gpointer)(gsize)key,
            GINT_TO_POINTER(intake->row->line));
    }
}

void intake_obs(struct intake *intake, const struct group *group)
{
    const struct dataset_period *period;
    const char *text;
    struct volume *volume;

    apply_group(intake, group);
    apply_sets(intake);
    text = record_get(intake->record, &of_period);
    if (text == NULL) {
        if (!intake->is_refused) {
            incomplete(intake, "obs", "period");
        }
        return;
    }
    period = intake_time(intake, text);
    apply_unit(intake);
    check_parts(intake, period);
    check_value(intake);
    check_once(intake, period);
    if (intake->is_refused) {
        return;
    }
    cite_all(intake);
    volume = intake_volume(intake, period->year);
    record_write(intake->record, volume->out);
    volume->count++;
    intake_note_use(intake, volume);
}
