/*
 * aggregate: the years of a dataset, joined and computed exactly.
 *
 *     datasets --xml, schema--> checked --model--> struct dataset
 *         --yearly/match, compute--> struct yearly --write--> aggregated XML
 */
#include <stdlib.h>

#include <glib.h>

#include "base/cli.h"
#include "base/diag.h"
#include "base/i18n.h"
#include "base/out.h"
#include "base/paths.h"
#include "model/dataset.h"
#include "xml/schema.h"
#include "xml/xml.h"
#include "yearly/compute.h"
#include "yearly/match.h"
#include "yearly/write.h"

#define STDOUT "-"

struct options {
    char *out;
    char *depfile;
    gboolean werror;
};

/* What is held while the program runs. */
struct inputs {
    GPtrArray *docs;  /* of struct xml_doc */
    GPtrArray *files; /* of struct dataset */
};

static void free_doc(gpointer doc)
{
    xml_free(doc);
}

static void free_dataset(gpointer dataset)
{
    dataset_free(dataset);
}

/* Reads every file, so that all faults are reported in one run. */
static bool read_inputs(struct inputs *inputs, char *const *paths,
    const char *schema, struct diag *diag)
{
    for (size_t i = 0; paths[i] != NULL; i++) {
        struct xml_doc *doc = xml_load(paths[i], diag);

        if (doc == NULL) {
            continue;
        }
        g_ptr_array_add(inputs->docs, doc);
        if (schema_validate(doc, schema, diag)) {
            g_ptr_array_add(inputs->files, dataset_read(doc));
        }
    }
    return !diag_failed(diag);
}

/* The aggregated XML, or NULL, reported. */
static GString *aggregate(const struct inputs *inputs, struct diag *diag)
{
    struct yearly *yearly =
        yearly_join((const struct dataset *const *)inputs->files->pdata,
            inputs->files->len, diag);
    GString *xml = NULL;

    if (yearly == NULL) {
        return NULL;
    }
    yearly_compute(yearly, diag);
    if (!diag_failed(diag)) {
        xml = yearly_write(yearly);
    }
    yearly_free(yearly);
    return xml;
}

static bool write_depfile(const struct options *options, char *const *paths,
    const char *schema, struct diag *diag)
{
    g_autoptr(GPtrArray) read = g_ptr_array_new();

    if (options->depfile == NULL) {
        return true;
    }
    for (size_t i = 0; paths[i] != NULL; i++) {
        g_ptr_array_add(read, paths[i]);
    }
    g_ptr_array_add(read, (gpointer)schema);
    return out_write_depfile(options->depfile, options->out,
        (const char *const *)read->pdata, read->len, diag);
}

static void run(
    const struct options *options, char *const *paths, struct diag *diag)
{
    struct inputs inputs = {
        .docs = g_ptr_array_new_with_free_func(free_doc),
        .files = g_ptr_array_new_with_free_func(free_dataset),
    };
    g_autofree char *schema = paths_data("schema/dataset.xsd");

    if (read_inputs(&inputs, paths, schema, diag)) {
        GString *xml = aggregate(&inputs, diag);

        if (xml != NULL && out_write(options->out, xml->str, xml->len, diag)) {
            write_depfile(options, paths, schema, diag);
        }
        if (xml != NULL) {
            g_string_free(xml, TRUE);
        }
    }
    /* Diagnostics name paths that the documents hold. */
    diag_flush(diag);
    g_ptr_array_unref(inputs.files);
    g_ptr_array_unref(inputs.docs);
}

int main(int argc, char **argv)
{
    struct options options = {NULL, NULL, FALSE};
    const GOptionEntry entries[] = {
        {"out", 'o', 0, G_OPTION_ARG_FILENAME, &options.out,
            N_("write the aggregated data to OUT; - is standard output"),
            "OUT"},
        {"depfile", 0, 0, G_OPTION_ARG_FILENAME, &options.depfile,
            N_("write the files that were read to F, as a rule for make"),
            "F"},
        {"werror", 0, 0, G_OPTION_ARG_NONE, &options.werror,
            N_("treat warnings as errors"), NULL},
        {0},
    };
    struct diag *diag = NULL;
    int status = CLI_DONE;

    i18n_open();
    if (!cli_parse(&argc, &argv, entries, "-o OUT FILE...",
            N_("Join the years of a dataset and compute what follows."),
            &status)) {
        return status;
    }
    if (options.out == NULL || argc < 2) {
        return cli_usage("aggregate",
            _("name the output with -o, and at least one dataset file"));
    }
    diag = diag_new("aggregate");
    if (options.werror) {
        diag_raise_warnings(diag);
    }
    xml_open();
    run(&options, argv + 1, diag);
    xml_close();
    status = diag_exit_status(diag);
    diag_free(diag);
    g_free(options.out);
    g_free(options.depfile);
    return status;
}
