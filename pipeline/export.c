/*
 * export: a dataset in another format.
 *
 *     dataset --xml, schema--> checked --model--> struct dataset
 *         --exchange--> the files of the format
 */
#include <stdbool.h>
#include <string.h>

#include <glib.h>

#include "base/batch.h"
#include "base/cli.h"
#include "base/diag.h"
#include "base/i18n.h"
#include "base/out.h"
#include "base/paths.h"
#include "exchange/aggregated.h"
#include "exchange/exchange.h"
#include "exchange/sdmx_export.h"
#include "model/dataset.h"
#include "xml/schema.h"
#include "xml/xml.h"

struct options {
    char *output;
    char *format;
    gboolean aggregated;
    gboolean werror;
};

/* beside: how the name of the second file ends; NULL: there is none. */
struct format {
    const char *name;
    exchange_export *write;
    const char *beside;
};

static const struct format formats[] = {
    {"dataset", export_dataset, NULL},
    {"csv", export_csv, ".mapping.xml"},
    {"csv-wide", export_csv_wide, NULL},
    {"sdmx-2.1", export_sdmx_2_1, ".structure.xml"},
    {"sdmx-3.0", export_sdmx_3_0, ".structure.xml"},
};

static const struct format *find_format(const char *name)
{
    for (size_t i = 0; i < G_N_ELEMENTS(formats); i++) {
        if (strcmp(formats[i].name, name) == 0) {
            return &formats[i];
        }
    }
    return NULL;
}

/* harbour.csv, .mapping.xml: harbour.mapping.xml; the caller frees it. */
static char *name_beside(const char *path, const char *ending)
{
    const char *base = strrchr(path, '/');
    const char *dot = strrchr(base != NULL ? base + 1 : path, '.');
    size_t length = dot != NULL && dot != path ? (size_t)(dot - path)
                                               : strlen(path);

    return g_strdup_printf("%.*s%s", (int)length, path, ending);
}

/* The second file first: whoever finds the first one has both. */
static void write_files(const struct options *options,
    const struct format *format, const struct exchange_files *files,
    struct diag *diag)
{
    for (guint i = files->items->len; i > 0; i--) {
        const struct exchange_file *file =
            &g_array_index(files->items, struct exchange_file, i - 1);
        g_autofree char *name =
            file->which == 0 ? g_strdup(options->output)
                              : name_beside(options->output, format->beside);

        if (file->which > 0 && strcmp(options->output, "-") == 0) {
            continue;
        }
        if (!out_write(name, file->bytes->str, file->bytes->len, diag)) {
            return;
        }
    }
}

static struct dataset *read_dataset(const struct options *options,
    const char *path, struct xml_doc **doc, struct diag *diag)
{
    g_autofree char *rules = paths_data("schema/dataset.xsd");
    struct dataset *dataset = NULL;
    struct schema *schema;

    *doc = NULL;
    if (options->aggregated) {
        return aggregated_read(path, doc, diag);
    }
    schema = schema_open(rules, diag);
    if (schema != NULL) {
        dataset = dataset_load(path, schema, NULL, diag);
    }
    schema_close(schema);
    return dataset;
}

static void export(const struct options *options, const struct format *format,
    const char *path, struct diag *diag)
{
    struct xml_doc *doc;
    struct dataset *dataset = read_dataset(options, path, &doc, diag);
    struct exchange_files files;

    exchange_files_init(&files);
    /* Another form of the dataset keeps what is confidential, SDMX leaves it
     * out by itself. */
    if (dataset != NULL && (format->write == export_csv ||
                               format->write == export_csv_wide)) {
        dataset_refuse_exposed(dataset, diag);
    }
    if (dataset != NULL && !diag_failed(diag) &&
        format->write(dataset, &files, diag) &&
        !diag_failed(diag)) {
        write_files(options, format, &files, diag);
    }
    exchange_files_clear(&files);
    dataset_free(dataset);
    xml_free(doc);
}

static bool read_options(
    int *argc, char ***argv, struct options *options, int *status)
{
    const GOptionEntry entries[] = {
        {"output", 'o', 0, G_OPTION_ARG_FILENAME, &options->output,
            N_("write OUT (-: standard output)"), "OUT"},
        {"to", 0, 0, G_OPTION_ARG_STRING, &options->format,
            N_("the format of OUT: dataset, csv, csv-wide, sdmx-2.1, sdmx-3.0"),
            "FORMAT"},
        {"aggregated", 0, 0, G_OPTION_ARG_NONE, &options->aggregated,
            N_("FILE is aggregated data: export all years of it"), NULL},
        {"werror", 0, 0, G_OPTION_ARG_NONE, &options->werror,
            N_("reject what deserves a warning"), NULL},
        BATCH_OPTION,
        {0},
    };

    if (!cli_parse(argc, argv, entries, "--to=FORMAT -o OUT FILE",
            N_("Write a dataset in another format."), status)) {
        return false;
    }
    if (options->output == NULL || options->format == NULL || *argc != 2) {
        *status = cli_usage(
            _("name the format with --to, the output with -o, and one FILE"));
    } else if (find_format(options->format) == NULL) {
        *status = cli_usage(_("--to names a format that is not known"));
    }
    return *status == CLI_DONE;
}

/* What the output depends on. */
static void tell_inputs(const struct options *options, const char *path)
{
    static const char *const schemas[] = {
        "schema/dataset.xsd", "schema/xml.xsd", "schema/aggregated.xsd"};
    size_t count = options->aggregated ? 3 : 2;

    batch_read(path);
    for (size_t i = 0; i < count; i++) {
        g_autofree char *schema = paths_data(schemas[i]);

        batch_read(schema);
    }
}

static int run(const struct options *options, const char *path)
{
    struct diag *diag = diag_new(g_get_prgname());
    int status;

    if (options->werror) {
        diag_raise_warnings(diag);
    }
    tell_inputs(options, path);
    export(options, find_format(options->format), path, diag);
    diag_flush(diag);
    status = diag_exit_status(diag);
    diag_free(diag);
    return status;
}

static int do_job(int argc, char **argv)
{
    struct options options = {NULL, NULL, FALSE, FALSE};
    int status = CLI_DONE;

    if (read_options(&argc, &argv, &options, &status)) {
        status = run(&options, argv[1]);
    }
    g_free(options.output);
    g_free(options.format);
    return status;
}

int main(int argc, char **argv)
{
    int status;

    i18n_open();
    xml_open();
    status = batch_run(argc, argv, do_job);
    xml_close();
    return status;
}
