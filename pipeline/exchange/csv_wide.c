/*
 * A dataset as people read it: indicators down, periods across, in the
 * indicator's unit and multiplier.  What stands with a value, its status and
 * qualifier, has a column beside the period where some value has any.
 */
#include "exchange/exchange.h"

#include <string.h>

#include "base/cells.h"
#include "model/dataset.h"

#define LINE_END "\r\n"

/* A period and phase: a column. */
struct column {
    const struct dataset_obs *obs; /* one of them */
    bool has_marks;
};

static gint by_time(gconstpointer left, gconstpointer right)
{
    const struct dataset_obs *a = ((const struct column *)left)->obs;
    const struct dataset_obs *b = ((const struct column *)right)->obs;
    gint64 order = a->period.last - b->period.last;

    if (order == 0) {
        order = b->period.first - a->period.first;
    }
    if (order == 0) {
        order = (gint64)a->phase - (gint64)b->phase;
    }
    return order != 0 ? (order < 0 ? -1 : 1)
                      : strcmp(a->period.text, b->period.text);
}

static char *key_of(const struct dataset_obs *obs)
{
    const char *phase = dataset_phase_name(obs->phase);

    return *phase != '\0' ? g_strdup_printf("%s %s", obs->period.text, phase)
                          : g_strdup(obs->period.text);
}

static void append_mark(GString *marks, const char *mark)
{
    if (*mark != '\0') {
        g_string_append_printf(marks, "%s%s", marks->len > 0 ? " " : "", mark);
    }
}

static void marks_of(const struct dataset_obs *obs, GString *marks)
{
    const char status[2] = {obs->status, '\0'};

    g_string_truncate(marks, 0);
    append_mark(marks, dataset_qualifier_name(obs->qualifier));
    append_mark(marks, obs->status != 'A' ? status : "");
}

/* The columns in order of time; the caller frees them. */
static GArray *find_columns(const struct dataset *dataset)
{
    GArray *columns = g_array_new(FALSE, FALSE, sizeof(struct column));
    g_autoptr(GHashTable) known =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    g_autoptr(GString) marks = g_string_new(NULL);

    for (size_t i = 0; i < dataset->obs_count; i++) {
        const struct dataset_obs *obs = &dataset->obs[i];
        char *key = key_of(obs);
        gpointer at = g_hash_table_lookup(known, key);
        struct column column = {obs, false};

        if (at == NULL) {
            g_array_append_val(columns, column);
            at = GUINT_TO_POINTER(columns->len);
            g_hash_table_insert(known, g_steal_pointer(&key), at);
        }
        g_free(key);
        marks_of(obs, marks);
        if (marks->len > 0) {
            g_array_index(
                columns, struct column, GPOINTER_TO_UINT(at) - 1)
                .has_marks = true;
        }
    }
    g_array_sort(columns, by_time);
    return columns;
}

static void append_cell(GString *out, const char *text)
{
    g_string_append_c(out, ',');
    cells_append_guarded(out, text);
}

static void write_head(GString *out, const GArray *columns)
{
    g_string_append(out, "indicator,指标,Indicator,单位,Unit,unitMult");
    for (guint i = 0; i < columns->len; i++) {
        const struct column *column = &g_array_index(columns, struct column, i);
        g_autofree char *name = key_of(column->obs);

        append_cell(out, name);
        if (column->has_marks) {
            g_autofree char *marks = g_strdup_printf("%s status", name);

            append_cell(out, marks);
        }
    }
    g_string_append(out, LINE_END);
}

static void append_label(
    GString *out, const struct dataset_texts *labels, const char *lang)
{
    const struct dataset_text *label =
        labels != NULL ? dataset_text_lookup(labels, lang) : NULL;

    append_cell(out, label != NULL ? label->text : "");
}

/* With the digits that are printed, in the indicator's multiplier. */
static void append_value(GString *out, const struct dataset_obs *obs)
{
    int power = obs->indicator != NULL && obs->has_unit_mult
                    ? obs->unit_mult - obs->indicator->unit_mult
                    : 0;

    g_string_append_c(out, ',');
    if (obs->value == NULL) {
        return;
    }
    if (power == 0) {
        g_string_append(out, obs->value_text);
    } else {
        g_autoptr(number) value = number_scale10(obs->value, power);
        g_autofree char *text = number_round_text(value,
            MAX(number_decimals(obs->value_text) - power, 0),
            ROUNDING_HALF_UP);

        g_string_append(out, text);
    }
}

static void write_row(GString *out, const struct dataset_indicator *indicator,
    const GArray *columns, GHashTable *cells)
{
    const struct dataset_texts *unit =
        indicator->unit != NULL ? &indicator->unit->labels : NULL;
    g_autofree char *power = g_strdup_printf("%d", indicator->unit_mult);
    g_autoptr(GString) marks = g_string_new(NULL);

    g_string_append(out, indicator->id);
    append_label(out, &indicator->labels, "zh-CN");
    append_label(out, &indicator->labels, "en");
    append_label(out, unit, "zh-CN");
    append_label(out, unit, "en");
    append_cell(out, unit != NULL ? power : "");
    for (guint i = 0; i < columns->len; i++) {
        const struct column *column = &g_array_index(columns, struct column, i);
        g_autofree char *key = key_of(column->obs);
        const struct dataset_obs *obs = g_hash_table_lookup(cells, key);

        if (obs == NULL) {
            g_string_append(out, column->has_marks ? ",," : ",");
            continue;
        }
        append_value(out, obs);
        if (column->has_marks) {
            marks_of(obs, marks);
            append_cell(out, marks->str);
        }
    }
    g_string_append(out, LINE_END);
}

bool export_csv_wide(const struct dataset *dataset,
    struct exchange_files *files, struct diag *diag)
{
    g_autoptr(GArray) columns = find_columns(dataset);
    g_autofree GHashTable **rows =
        g_new0(GHashTable *, dataset->indicator_count);
    GString *out;

    if (!dataset_refuse_exposed(dataset, diag)) {
        return false;
    }
    out = g_string_new(CELLS_BYTE_ORDER_MARK);
    for (size_t i = 0; i < dataset->obs_count; i++) {
        const struct dataset_obs *obs = &dataset->obs[i];
        size_t at = obs->indicator != NULL ? obs->indicator->index : 0;

        if (obs->indicator == NULL) {
            continue; /* the rules of validate reject it */
        }
        if (rows[at] == NULL) {
            rows[at] =
                g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
        }
        g_hash_table_insert(rows[at], key_of(obs), (gpointer)obs);
    }
    write_head(out, columns);
    for (size_t i = 0; i < dataset->indicator_count; i++) {
        if (rows[i] != NULL) {
            write_row(out, &dataset->indicators[i], columns, rows[i]);
            g_hash_table_unref(rows[i]);
        }
    }
    exchange_files_add(files, 0, out);
    return true;
}
