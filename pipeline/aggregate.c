/*
 * aggregate: the years of a dataset, joined and computed exactly.
 *
 *     datasets --xml, schema--> checked --model--> struct dataset
 *         --yearly/match, compute--> struct yearly --write--> aggregated XML
 */
#include <glib.h>

#include "base/batch.h"
#include "base/cli.h"
#include "base/diag.h"
#include "base/i18n.h"
#include "base/out.h"
#include "base/paths.h"
#include "check/disclosure.h"
#include "model/dataset.h"
#include "xml/schema.h"
#include "xml/xml.h"
#include "yearly/compute.h"
#include "yearly/match.h"
#include "yearly/revision.h"
#include "yearly/write.h"

struct options {
    char *output;
    char *depfile;
    char **previous;
    gboolean werror;
};

static void free_dataset(gpointer dataset)
{
    dataset_free(dataset);
}

/* Reads every file, so that all faults are reported in one run. */
static GPtrArray *read_datasets(
    char *const *paths, const struct schema *rules, struct diag *diag)
{
    GPtrArray *files = g_ptr_array_new_with_free_func(free_dataset);

    for (; rules != NULL && paths != NULL && *paths != NULL; paths++) {
        struct dataset *file = dataset_load(*paths, rules, NULL, diag);

        if (file != NULL) {
            dataset_refuse_exposed(file, diag);
            g_ptr_array_add(files, file);
        }
    }
    return files;
}

/* NULL: there are none, or reported. */
static struct yearly *join(const GPtrArray *files, struct diag *diag)
{
    return files->len == 0 || diag_failed(diag)
               ? NULL
               : yearly_join((const struct dataset *const *)files->pdata,
                     files->len, diag);
}

/* False: reported; what is in out is no good then. */
static bool aggregate(const GPtrArray *files, const GPtrArray *earlier,
    struct out *out, struct diag *diag)
{
    struct yearly *previous = join(earlier, diag);
    struct yearly *yearly = join(files, diag);

    if (yearly != NULL) {
        revision_fill(yearly, previous, diag);
        yearly_write(yearly, out, diag);
    }
    yearly_free(yearly);
    yearly_free(previous);
    return yearly != NULL && !diag_failed(diag);
}

/* What the output depends on; ended by NULL. */
static char **inputs_of(
    const struct options *options, char *const *paths, const char *schema)
{
    g_autoptr(GStrvBuilder) read = g_strv_builder_new();
    g_autofree char *imported = paths_data("schema/xml.xsd");

    g_strv_builder_addv(read, (const char **)paths);
    if (options->previous != NULL) {
        g_strv_builder_addv(read, (const char **)options->previous);
    }
    g_strv_builder_add_many(read, schema, imported, NULL);
    return g_strv_builder_end(read);
}

/* False, reported: it could not be written. */
static bool write_depfile(
    const struct options *options, char *const *inputs, struct diag *diag)
{
    return options->depfile == NULL ||
           out_write_depfile(options->depfile, options->output,
               (const char *const *)inputs, g_strv_length((char **)inputs),
               diag);
}

static int run(const struct options *options, char *const *paths)
{
    struct diag *diag = diag_new(g_get_prgname());
    g_autofree char *schema = paths_data("schema/dataset.xsd");
    g_auto(GStrv) inputs = inputs_of(options, paths, schema);
    struct schema *rules = NULL;
    g_autoptr(GPtrArray) files = NULL;
    g_autoptr(GPtrArray) earlier = NULL;
    struct out *out = out_open(options->output, diag);
    bool is_good = false;
    int status = CLI_DONE;

    if (options->werror) {
        diag_raise_warnings(diag);
    }
    batch_read_all((const char *const *)inputs, g_strv_length(inputs));
    rules = schema_open(schema, diag);
    files = read_datasets(paths, rules, diag);
    earlier = read_datasets(options->previous, rules, diag);
    schema_close(rules);
    disclosure_find(
        (const struct dataset *const *)files->pdata, files->len, diag);
    if (!diag_failed(diag)) {
        is_good = aggregate(files, earlier, out, diag);
    }
    out_close(out, is_good && write_depfile(options, inputs, diag));
    diag_flush(diag);
    status = diag_exit_status(diag);
    diag_free(diag);
    return status;
}

/* False: *status says how the program ends. */
static bool read_options(
    int *argc, char ***argv, struct options *options, int *status)
{
    const GOptionEntry entries[] = {
        {"output", 'o', 0, G_OPTION_ARG_FILENAME, &options->output,
            N_("write the aggregated data to OUT (-: standard output)"), "OUT"},
        {"depfile", 0, 0, G_OPTION_ARG_FILENAME, &options->depfile,
            N_("write a Make rule: what OUT depends on"), "DEP"},
        {"previous", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options->previous,
            N_("a dataset of the edition before: tell what was revised"),
            "OLD"},
        {"werror", 0, 0, G_OPTION_ARG_NONE, &options->werror,
            N_("reject what deserves a warning"), NULL},
        BATCH_OPTION,
        {0},
    };

    if (!cli_parse(argc, argv, entries, "-o OUT FILE...",
            N_("Join the years of a dataset and compute what follows."),
            status)) {
        return false;
    }
    if (options->output == NULL || *argc < 2) {
        *status =
            cli_usage(_("name the output with -o, and at least one dataset"));
        return false;
    }
    return true;
}

static int do_job(int argc, char **argv)
{
    struct options options = {NULL, NULL, NULL, FALSE};
    int status = CLI_DONE;

    if (read_options(&argc, &argv, &options, &status)) {
        status = run(&options, argv + 1);
    }
    g_free(options.output);
    g_free(options.depfile);
    g_strfreev(options.previous);
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
