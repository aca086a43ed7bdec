/*
 * A dataset as a table: a column for each field that some observation has.
 * What is declared goes into the mapping, which names the columns.
 */
#include "exchange/exchange.h"

#include <string.h>

#include "base/cells.h"
#include "exchange/field.h"
#include "model/dataset.h"
#include "model/write.h"

#define NAMESPACE "urn:gongbao:mapping:1"
#define DECLARATION_END "?>\n"
#define NO_OBSERVATIONS "  <observations/>\n"

struct columns {
    const struct dataset_obs *obs; /* being looked at */
    GArray *fields;                /* of struct field, ordered at the end */
    GHashTable *codes;             /* of fields that are there */
    GString *buffer;
};

/* Its place among all fields: those of the observation first, each part
 * followed by what is inside it. */
static guint code_of(const struct field *field)
{
    guint inner = field->inner == field->part       ? 0
                  : field->inner == FIELD_OF_CITE ? 1
                                                  : 2;
    guint lang = field->lang == NULL ? 0 : *field->lang == 'z' ? 1 : 2;
    guint code = (guint)field->part;

    code = code << 7 | (guint)field->index;
    code = code << 2 | inner;
    code = code << 7 | (guint)field->inner_index;
    code = code << 5 | (guint)field->leaf;
    return code << 2 | lang;
}

static void add_field(const struct field *field, void *data)
{
    struct columns *columns = data;
    gpointer code = GUINT_TO_POINTER(code_of(field) + 1);

    if (field->index < FIELD_NUMBER_MAX &&
        field->inner_index < FIELD_NUMBER_MAX &&
        field_get(columns->obs, field, columns->buffer) != NULL &&
        g_hash_table_add(columns->codes, code)) {
        g_array_append_val(columns->fields, *field);
    }
}

static gint by_code(gconstpointer left, gconstpointer right)
{
    guint a = code_of(left);
    guint b = code_of(right);

    return a < b ? -1 : a > b;
}

/* The fields that the observations have; the caller frees them. */
static GArray *find_columns(const struct dataset *dataset)
{
    struct columns columns = {NULL,
        g_array_new(FALSE, FALSE, sizeof(struct field)),
        g_hash_table_new(g_direct_hash, g_direct_equal), g_string_new(NULL)};

    for (size_t i = 0; i < dataset->obs_count; i++) {
        columns.obs = &dataset->obs[i];
        field_each(columns.obs, add_field, &columns);
    }
    g_array_sort(columns.fields, by_code);
    g_hash_table_unref(columns.codes);
    g_string_free(columns.buffer, TRUE);
    return columns.fields;
}

static GString *write_table(const struct dataset *dataset, const GArray *fields)
{
    GString *out = g_string_new(NULL);
    g_autoptr(GString) buffer = g_string_new(NULL);

    for (guint i = 0; i < fields->len; i++) {
        g_autofree char *name =
            field_name(&g_array_index(fields, struct field, i));

        g_string_append(out, i > 0 ? "," : "");
        cells_append(out, name);
    }
    g_string_append(out, "\r\n");
    for (size_t i = 0; i < dataset->obs_count; i++) {
        for (guint j = 0; j < fields->len; j++) {
            const char *text = field_get(&dataset->obs[i],
                &g_array_index(fields, struct field, j), buffer);

            g_string_append(out, j > 0 ? "," : "");
            cells_append(out, text != NULL ? text : "");
        }
        g_string_append(out, "\r\n");
    }
    return out;
}

/* The dataset without observations, a level further in. */
static void append_dataset(GString *out, const struct dataset *dataset)
{
    struct dataset head = *dataset;
    g_autoptr(GString) xml = NULL;
    const char *line;

    head.obs_count = 0;
    xml = dataset_write(&head);
    line = strstr(xml->str, DECLARATION_END) + strlen(DECLARATION_END);
    while (*line != '\0') {
        const char *end = strchr(line, '\n') + 1;

        if (!g_str_has_prefix(line, NO_OBSERVATIONS)) {
            g_string_append(out, "  ");
            g_string_append_len(out, line, end - line);
        }
        line = end;
    }
}

static GString *write_mapping(
    const struct dataset *dataset, const GArray *fields)
{
    GString *out = g_string_new("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                                "<mapping xmlns=\"" NAMESPACE "\">\n"
                                "  <table separator=\"comma\"/>\n");

    for (guint i = 0; i < fields->len; i++) {
        g_autofree char *name =
            field_name(&g_array_index(fields, struct field, i));

        g_string_append_printf(
            out, "  <column name=\"%s\" is=\"%s\"/>\n", name, name);
    }
    append_dataset(out, dataset);
    g_string_append(out, "</mapping>\n");
    return out;
}

bool export_csv(const struct dataset *dataset, struct exchange_files *files,
    struct diag *diag)
{
    GArray *fields;

    if (!dataset_refuse_exposed(dataset, diag)) {
        return false;
    }
    fields = find_columns(dataset);
    exchange_files_add(files, 0, write_table(dataset, fields));
    exchange_files_add(files, 1, write_mapping(dataset, fields));
    g_array_unref(fields);
    return true;
}
