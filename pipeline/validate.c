/*
 * validate: is this file a good dataset?  Its schema first, then the rules on
 * its meaning, then (with --sources) the documents it cites.
 */
#include <stdbool.h>
#include <string.h>

#include <glib.h>

#include "base/cli.h"
#include "base/diag.h"
#include "base/i18n.h"
#include "base/out.h"
#include "base/paths.h"
#include "check/check.h"
#include "check/coverage.h"
#include "model/dataset.h"
#include "xml/redact.h"
#include "xml/schema.h"
#include "xml/xml.h"

struct options {
    char *output;
    char *depfile;
    char *sources;
    gboolean coverage;
    gboolean werror;
};

/* What the accepted file depends on, beside itself. */
static GPtrArray *inputs_of(const struct options *options, const char *path,
    const struct dataset *dataset)
{
    GPtrArray *inputs = g_ptr_array_new_with_free_func(g_free);

    g_ptr_array_add(inputs, g_strdup(path));
    g_ptr_array_add(inputs, paths_data("schema/dataset.xsd"));
    g_ptr_array_add(inputs, paths_data("schema/xml.xsd"));
    for (size_t i = 0; options->sources != NULL && i < dataset->source_count;
         i++) {
        g_ptr_array_add(inputs,
            g_build_filename(options->sources, dataset->sources[i].file, NULL));
    }
    return inputs;
}

static void write_accepted(const struct options *options, const char *path,
    const struct xml_doc *doc, const struct dataset *dataset, struct diag *diag)
{
    g_autoptr(GPtrArray) inputs = inputs_of(options, path, dataset);
    size_t size;
    const char *bytes = xml_bytes(doc, &size);
    GString *redacted = NULL;

    if (options->depfile != NULL &&
        !out_write_depfile(options->depfile, options->output,
            (const char *const *)inputs->pdata, inputs->len, diag)) {
        return;
    }
    redacted = redact_dataset(bytes, size);
    if (redacted != NULL) {
        out_write(options->output, redacted->str, redacted->len, diag);
        g_string_free(redacted, TRUE);
    } else {
        out_write(options->output, bytes, size, diag);
    }
}

/* coverage: NULL, or what learns of the dataset. */
static void validate(const struct options *options, const struct schema *schema,
    const char *path, struct coverage *coverage, struct diag *diag)
{
    struct xml_doc *doc = NULL;
    struct dataset *dataset = dataset_load(path, schema, &doc, diag);

    if (dataset != NULL) {
        check_dataset(dataset, diag);
        if (options->sources != NULL) {
            check_sources(dataset, options->sources, diag);
        }
        if (coverage != NULL) {
            coverage_add(coverage, dataset);
        }
        if (options->output != NULL && !diag_failed(diag)) {
            write_accepted(options, path, doc, dataset, diag);
        }
    }
    dataset_free(dataset);
    xml_free(doc);
}

static bool parse_options(
    struct options *options, int *argc, char ***argv, int *status)
{
    const GOptionEntry entries[] = {
        {"output", 'o', 0, G_OPTION_ARG_FILENAME, &options->output,
            N_("write the accepted FILE, less what is confidential, as OUT"),
            "OUT"},
        {"depfile", 0, 0, G_OPTION_ARG_FILENAME, &options->depfile,
            N_("write a Make rule: what OUT depends on"), "DEP"},
        {"sources", 0, 0, G_OPTION_ARG_FILENAME, &options->sources,
            N_("look up each citation in the documents of DIR"), "DIR"},
        {"coverage", 0, 0, G_OPTION_ARG_NONE, &options->coverage,
            N_("list the numerals of the documents of DIR, and their use"),
            NULL},
        {"werror", 0, 0, G_OPTION_ARG_NONE, &options->werror,
            N_("reject what deserves a warning"), NULL},
        {0},
    };

    if (!cli_parse(argc, argv, entries, "FILE...",
            N_("Check datasets by their schema and by the rules on their "
               "meaning."),
            status)) {
        return false;
    }
    if (*argc < 2) {
        *status = cli_usage(_("no FILE is given"));
        return false;
    }
    if (options->output != NULL && *argc > 2) {
        *status = cli_usage(_("-o takes one FILE"));
    } else if (options->depfile != NULL && options->output == NULL) {
        *status = cli_usage(_("--depfile needs -o"));
    } else if (options->coverage && options->sources == NULL) {
        *status = cli_usage(_("--coverage needs --sources"));
    } else if (options->coverage && options->output != NULL) {
        *status = cli_usage(_("--coverage does not go with -o"));
    }
    return *status == CLI_DONE;
}

static void print_coverage(struct coverage *coverage, struct diag *diag)
{
    GString *list = coverage_list(coverage, diag);

    if (list->len > 0) {
        out_write("-", list->str, list->len, diag);
    }
    g_string_free(list, TRUE);
}

static int run(const struct options *options, char *const *paths)
{
    struct diag *diag = diag_new(g_get_prgname());
    struct coverage *coverage =
        options->coverage ? coverage_new(options->sources) : NULL;
    g_autofree char *path = paths_data("schema/dataset.xsd");
    struct schema *schema;
    int status;

    if (options->werror) {
        diag_raise_warnings(diag);
    }
    schema = schema_open(path, diag);
    for (; schema != NULL && *paths != NULL; paths++) {
        validate(options, schema, *paths, coverage, diag);
    }
    if (coverage != NULL) {
        print_coverage(coverage, diag);
    }
    schema_close(schema);
    diag_flush(diag);
    status = diag_exit_status(diag);
    diag_free(diag);
    coverage_free(coverage);
    return status;
}

int main(int argc, char **argv)
{
    struct options options = {NULL, NULL, NULL, FALSE, FALSE};
    int status = CLI_DONE;

    i18n_open();
    xml_open();
    if (parse_options(&options, &argc, &argv, &status)) {
        status = run(&options, argv + 1);
    }
    g_free(options.output);
    g_free(options.depfile);
    g_free(options.sources);
    xml_close();
    return status;
}
