/*
 * One cell: figures by figure.h, periods by time.h, words by the codes of the
 * mapping and the words of the vocabulary, texts as they are.  What a word
 * means is looked up once for each column.
 */
#include <string.h>

#include "base/i18n.h"
#include "exchange/intake_parts.h"
#include "exchange/time.h"

static struct diag_pos place(
    const struct intake *intake, const struct csv_cell *cell)
{
    return csv_pos(intake->csv, cell);
}

/* ---- Words ---- */

static void refuse(struct intake *intake, const struct slot *slot,
    const struct csv_cell *cell)
{
    g_autofree char *name = field_name(&slot->field);
    g_autofree char *hint = field_hint(&slot->field);

    diag_report(intake->diag, DIAG_IMPORT_VALUE, place(intake, cell), name,
        cell->text, hint);
    intake->is_refused = true;
}

static const struct mapping_code *find_code(
    const struct slot *slot, const char *text)
{
    return slot->column->codes != NULL
               ? g_hash_table_lookup(slot->column->codes, text)
               : NULL;
}

/* A unit, or behind a Chinese multiplier one: 亿元. */
static const struct spoken_unit *find_unit(
    struct intake *intake, const char *text, const char *unit_mult)
{
    static const struct {
        const char *word;
        const char *power;
    } multipliers[] = {
        {"万亿", "12"}, {"百万", "6"}, {"百", "2"}, {"千", "3"},
        {"万", "4"}, {"亿", "8"}};
    const struct dataset_unit *unit =
        g_hash_table_lookup(intake->units, text);
    struct spoken_unit *spoken;

    for (size_t i = 0; unit == NULL && i < G_N_ELEMENTS(multipliers); i++) {
        if (g_str_has_prefix(text, multipliers[i].word)) {
            unit = g_hash_table_lookup(
                intake->units, text + strlen(multipliers[i].word));
            unit_mult = multipliers[i].power;
        }
    }
    if (unit == NULL) {
        return NULL;
    }
    spoken = ARENA_NEW(intake->arena, struct spoken_unit);
    spoken->unit = unit;
    spoken->unit_mult = unit_mult;
    return spoken;
}

/* Status as Eurostat prints it: p for P. */
static const char *to_upper(struct intake *intake, const char *text)
{
    char letter[2] = {g_ascii_toupper(*text), '\0'};

    return strlen(text) == 1 ? arena_strdup(intake->arena, letter) : text;
}

/* What a word of this column means; NULL: nothing. */
static const void *find_meaning(
    struct intake *intake, const struct slot *slot, const char *text)
{
    const struct mapping_code *code = find_code(slot, text);
    const char *word = code != NULL ? code->to : text;
    const struct dataset_indicator *indicator;

    switch ((int)slot->field.leaf) {
    case FIELD_UNIT:
        return find_unit(intake, word, code != NULL ? code->unit_mult : NULL);
    case FIELD_OF:
        indicator = g_hash_table_lookup(intake->indicators, word);
        return indicator != NULL ? indicator->id : NULL;
    case FIELD_SOURCE:
        return dataset_lookup_source(intake->dataset, word) != NULL
                   ? arena_strdup(intake->arena, word)
                   : NULL;
    case FIELD_PERIOD:
    case FIELD_BASE:
        return time_read(word, intake->buffer) ||
                       field_accepts(&slot->field, word)
                   ? arena_strdup(intake->arena,
                         field_accepts(&slot->field, word)
                             ? word
                             : intake->buffer->str)
                   : NULL;
    case FIELD_STATUS:
    case FIELD_CONF_STATUS:
        word = to_upper(intake, word);
        break;
    default:
        break;
    }
    return field_accepts(&slot->field, word)
               ? arena_strdup(intake->arena, word)
               : NULL;
}

/* The same, remembered; NULL: refused, and reported. */
static const void *meaning(
    struct intake *intake, struct slot *slot, const struct csv_cell *cell)
{
    const void *found = g_hash_table_lookup(slot->seen, cell->text);

    if (found == NULL) {
        found = find_meaning(intake, slot, cell->text);
        g_hash_table_insert(slot->seen,
            arena_strdup(intake->arena, cell->text),
            (gpointer)(found != NULL ? found : intake_refused));
    }
    if (found == NULL || found == intake_refused) {
        refuse(intake, slot, cell);
        return NULL;
    }
    return found;
}

/* ---- Figures ---- */

static const char *fault_hint(enum figure_fault fault)
{
    switch (fault) {
    case FIGURE_COMMA:
        return _("say thousands=\"comma\" in the mapping if commas part "
                 "thousands; a decimal comma is not read, write a point");
    case FIGURE_GROUPS:
        return _("write three digits between what parts thousands");
    case FIGURE_EXPONENT:
        return _("write all digits instead of a power of ten");
    case FIGURE_PERCENT:
        return _("its unit is no percentage; correct the unit, or declare the "
                 "sign by <flag> in the mapping");
    case FIGURE_TEXT:
    case FIGURE_GOOD:
    default:
        return _("correct it, or say by <flag> or <missing> in the mapping "
                 "what the mark means");
    }
}

/* The sign that may stand behind a figure of this field. */
static const char *percent_of(
    const struct intake *intake, const struct field *field)
{
    const struct dataset_unit *unit =
        intake->indicator != NULL ? intake->indicator->unit : NULL;

    if (field->part == FIELD_OF_CHANGE) {
        return "%";
    }
    return unit == NULL                           ? NULL
           : unit->measures == MEASURE_PERCENT    ? "%"
           : unit->measures == MEASURE_PERMILLE   ? "‰"
                                                  : NULL;
}

static const char *kept(struct intake *intake, const char *text)
{
    return g_string_chunk_insert(intake->texts, text);
}

/* As printed, with blanks left out, which citations do. */
static const char *printed(struct intake *intake, const char *text)
{
    if (strchr(text, ' ') == NULL) {
        return text;
    }
    g_string_truncate(intake->buffer, 0);
    for (const char *p = text; *p != '\0'; p++) {
        if (*p != ' ') {
            g_string_append_c(intake->buffer, *p);
        }
    }
    return kept(intake, intake->buffer->str);
}

/* The citation of what the field says, for what no cell says of it. */
static void cite(struct intake *intake, const struct field *field,
    const struct csv_cell *cell)
{
    struct record_part *part =
        field->part == FIELD_OF_OBS
            ? record_at(
                  intake->record, FIELD_OF_CITE, 0, FIELD_OF_CITE, 0)
            : record_at(intake->record, field->part, field->index,
                  FIELD_OF_CITE, 0);

    if (part->leaves[FIELD_TOKEN] == NULL) {
        part->leaves[FIELD_TOKEN] = printed(intake, cell->text);
    }
}

static void set_flags(struct intake *intake)
{
    for (guint i = 0; i < intake->figure.flags->len; i++) {
        const struct mapping_flag *flag =
            g_ptr_array_index(intake->figure.flags, i);

        if (flag->set != NULL) {
            record_set(intake->record, &flag->set->field, flag->set->to);
        }
    }
}

static void read_figure(struct intake *intake, const struct field *field,
    const struct csv_cell *cell)
{
    struct figure *figure = &intake->figure;

    if (!figure_read(figure, intake->mapping, cell->text,
            percent_of(intake, field))) {
        diag_report(intake->diag, DIAG_IMPORT_FIGURE, place(intake, cell),
            cell->text, fault_hint(figure->fault));
        intake->is_refused = true;
        return;
    }
    if (figure->was_wide) {
        diag_report(intake->diag, DIAG_IMPORT_WIDE, place(intake, cell),
            cell->text, figure->text->str);
    }
    set_flags(intake);
    record_set(intake->record, field,
        strcmp(figure->text->str, cell->text) == 0
            ? cell->text
            : kept(intake, figure->text->str));
    cite(intake, field, cell);
}

/* A figure, a mark that there is none, or nothing. */
static void value_cell(struct intake *intake, const struct field *field,
    const struct csv_cell *cell)
{
    static const struct field status = {.leaf = FIELD_STATUS};
    const char *missing =
        g_hash_table_lookup(intake->mapping->missing, cell->text);
    bool is_value = field->part == FIELD_OF_OBS;

    if (is_value) {
        intake->value_cell = cell;
    }
    if (missing == NULL) {
        if (cell->size > 0) {
            read_figure(intake, field, cell);
        }
    } else if (is_value) {
        if (record_get(intake->record, &status) == NULL) {
            record_set(intake->record, &status, missing);
        }
        if (cell->size > 0) {
            cite(intake, field, cell);
        }
    }
}

/* ---- All cells ---- */

void intake_cell(struct intake *intake, struct slot *slot)
{
    const struct csv_cell *cell = &intake->row->cells[slot->cell];
    const void *found;

    switch ((int)slot->field.leaf) {
    case FIELD_VALUE:
        value_cell(intake, &slot->field, cell);
        return;
    case FIELD_TEXT:
    case FIELD_TOKEN:
    case FIELD_EDITION:
        if (cell->size > 0) {
            record_set(intake->record, &slot->field, cell->text);
        }
        return;
    default:
        break;
    }
    if (cell->size == 0) {
        return;
    }
    found = meaning(intake, slot, cell);
    if (found == NULL) {
        return;
    }
    if (slot->field.leaf == FIELD_UNIT) {
        intake->unit = found;
        intake->unit_cell = cell;
    } else {
        record_set(intake->record, &slot->field, found);
    }
}

const struct dataset_period *intake_time(
    struct intake *intake, const char *text)
{
    struct dataset_period *period = g_hash_table_lookup(intake->times, text);

    if (period == NULL) {
        period = ARENA_NEW(intake->arena, struct dataset_period);
        if (!dataset_period_read(
                arena_strdup(intake->arena, text), period)) {
            g_error("\"%s\" was read as a period", text);
        }
        g_hash_table_insert(intake->times, (gpointer)period->text, period);
    }
    return period;
}

/* ---- The indicator ---- */

static const char *key_part(
    struct intake *intake, const struct slot *slot, const char *text)
{
    const struct mapping_code *code = find_code(slot, text);

    (void)intake;
    return code != NULL ? code->to : text;
}

static const struct dataset_indicator *find_indicator(
    const struct intake *intake, const char *key)
{
    const char *id = g_hash_table_lookup(intake->mapping->series, key);

    return id != NULL ? dataset_lookup_indicator(intake->dataset, id)
           : g_hash_table_contains(intake->labelled, key)
               ? dataset_lookup_indicator(intake->dataset, key)
               : g_hash_table_lookup(intake->indicators, key);
}

const struct dataset_indicator *intake_indicator(struct intake *intake)
{
    GArray *keys = intake->keys;
    GHashTable *seen;
    const struct csv_cell *cell = NULL;
    const struct dataset_indicator *indicator;

    if (keys->len == 0) {
        return NULL;
    }
    seen = g_array_index(keys, struct slot, 0).seen;
    g_string_truncate(intake->buffer, 0);
    for (guint i = 0; i < keys->len; i++) {
        const struct slot *slot = &g_array_index(keys, struct slot, i);
        const struct csv_cell *part = &intake->row->cells[slot->cell];

        cell = cell == NULL ? part : cell;
        g_string_append_printf(intake->buffer, "%s%s", i > 0 ? "." : "",
            key_part(intake, slot, part->text));
    }
    indicator = g_hash_table_lookup(seen, intake->buffer->str);
    if (indicator == NULL) {
        indicator = find_indicator(intake, intake->buffer->str);
        if (indicator != NULL) {
            g_hash_table_insert(seen,
                arena_strdup(intake->arena, intake->buffer->str),
                (gpointer)indicator);
        }
    }
    if (indicator == NULL) {
        diag_report(intake->diag, DIAG_IMPORT_ROW_UNUSED, place(intake, cell),
            intake->buffer->str);
    }
    return indicator;
}
