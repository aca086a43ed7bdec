/*
 * validate: is this file a good dataset?  Its schema first, then the rules on
 * its meaning, then (with --sources) the documents it cites, then (with
 * --recompute) what its figures give beside what it states.
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
#include "check/check.h"
#include "check/confidential.h"
#include "check/coverage.h"
#include "check/terms.h"
#include "model/dataset.h"
#include "xml/redact.h"
#include "xml/schema.h"
#include "xml/xml.h"
#include "yearly/recompute.h"

struct options {
    char *output;
    char *depfile;
    char *sources;
    gboolean coverage;
    char **term_files; /* NULL: none */
    gboolean recompute;
    gboolean werror;
    gint64 max_bytes; /* 0: as many as there may be of any file */
    gint64 max_observations; /* 0: any number */
};

/* What the accepted file depends on; dataset: NULL: it is none. */
static GPtrArray *inputs_of(const struct options *options, const char *path,
    const struct dataset *dataset)
{
    GPtrArray *inputs = g_ptr_array_new_with_free_func(g_free);

    g_ptr_array_add(inputs, g_strdup(path));
    g_ptr_array_add(inputs, paths_data("schema/dataset.xsd"));
    g_ptr_array_add(inputs, paths_data("schema/xml.xsd"));
    if (options->term_files != NULL) {
        g_ptr_array_add(inputs, paths_data("schema/terms.xsd"));
    }
    for (char **file = options->term_files; file != NULL && *file != NULL;
         file++) {
        g_ptr_array_add(inputs, g_strdup(*file));
    }
    for (size_t i = 0; options->sources != NULL && dataset != NULL &&
                       i < dataset->source_count;
         i++) {
        g_ptr_array_add(inputs,
            g_build_filename(options->sources, dataset->sources[i].file, NULL));
    }
    return inputs;
}

static void write_accepted(const struct options *options,
    const struct xml_doc *doc, const GPtrArray *inputs, struct diag *diag)
{
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

static void check_term_files(const struct options *options,
    const struct dataset *dataset, struct diag *diag)
{
    for (char **file = options->term_files; file != NULL && *file != NULL;
         file++) {
        struct terms *terms = terms_open(*file, diag);

        if (terms != NULL) {
            terms_check(terms, dataset, diag);
            terms_close(terms);
        }
    }
}

static void free_dataset(gpointer dataset)
{
    dataset_free(dataset);
}

/* False, reported: there are more than asked for. */
static bool check_count(const struct options *options, const char *path,
    const struct dataset *dataset, struct diag *diag)
{
    g_autofree char *have = g_strdup_printf("%zu", dataset->obs_count);
    g_autofree char *limit =
        g_strdup_printf("%" G_GINT64_FORMAT, options->max_observations);

    if (options->max_observations <= 0 ||
        dataset->obs_count <= (guint64)options->max_observations) {
        return true;
    }
    diag_report(
        diag, DIAG_OBSERVATIONS_MANY, DIAG_FILE(path), have, limit);
    return false;
}

/* Puts the dataset into kept, if the file has one. */
static void validate(const struct options *options, const struct schema *schema,
    const char *path, GPtrArray *kept, struct diag *diag)
{
    struct xml_doc *doc = NULL;
    struct dataset *dataset = dataset_load(path, schema, &doc, diag);
    g_autoptr(GPtrArray) inputs = inputs_of(options, path, dataset);

    batch_read_all((const char *const *)inputs->pdata, inputs->len);
    if (dataset != NULL && check_count(options, path, dataset, diag)) {
        check_dataset(dataset, diag);
        if (options->sources != NULL) {
            check_sources(dataset, options->sources, diag);
        }
        check_term_files(options, dataset, diag);
        if (options->output != NULL && !diag_failed(diag)) {
            write_accepted(options, doc, inputs, diag);
        }
    }
    if (dataset != NULL) {
        g_ptr_array_add(kept, dataset);
    }
    xml_free(doc);
}

/*
 * The table of those that are datasets, whatever rules they break; the exit
 * status: CLI_REJECTED if something differs.
 */
static int recompute(const GPtrArray *kept)
{
    struct diag *diag = diag_new(g_get_prgname());
    bool differs = false;
    GString *table = NULL;
    int status;

    for (guint i = 0; i < kept->len; i++) {
        confidential_conceal(kept->pdata[i], diag);
    }
    if (kept->len > 0) {
        table = recompute_write((const struct dataset *const *)kept->pdata,
            kept->len, &differs, diag);
    }
    if (table != NULL) {
        out_write("-", table->str, table->len, diag);
        g_string_free(table, TRUE);
    }
    diag_flush(diag);
    status = diag_exit_status(diag);
    diag_free(diag);
    return MAX(status, differs ? CLI_REJECTED : CLI_DONE);
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
        {"terms", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options->term_files,
            N_("look for the terms of FILE in all texts"), "FILE"},
        {"recompute", 0, 0, G_OPTION_ARG_NONE, &options->recompute,
            N_("print what each stated figure is computed to from the others"),
            NULL},
        {"max-bytes", 0, 0, G_OPTION_ARG_INT64, &options->max_bytes,
            N_("reject a FILE of more bytes"), "N"},
        {"max-observations", 0, 0, G_OPTION_ARG_INT64,
            &options->max_observations,
            N_("reject a FILE of more observations"), "N"},
        {"werror", 0, 0, G_OPTION_ARG_NONE, &options->werror,
            N_("reject what deserves a warning"), NULL},
        BATCH_OPTION,
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
    } else if (options->output != NULL && options->recompute) {
        *status = cli_usage(_("--recompute prints a table; leave out -o"));
    } else if (options->depfile != NULL && options->output == NULL) {
        *status = cli_usage(_("--depfile needs -o"));
    } else if (options->coverage && options->sources == NULL) {
        *status = cli_usage(_("--coverage needs --sources"));
    } else if (options->coverage && options->output != NULL) {
        *status = cli_usage(_("--coverage does not go with -o"));
    } else if (options->max_bytes < 0 || options->max_observations < 0) {
        *status = cli_usage(_("a limit is a number above 0"));
    } else if (batch_is_serving() &&
               (options->coverage || options->recompute)) {
        *status = cli_usage(_("what --coverage and --recompute print is no "
                              "answer to a job"));
    }
    return *status == CLI_DONE;
}

/* coverage: NULL, or to be told of the datasets from the first one on. */
static void cover(
    struct coverage *coverage, const GPtrArray *datasets, guint first)
{
    for (guint i = first; coverage != NULL && i < datasets->len; i++) {
        coverage_add(coverage, datasets->pdata[i]);
    }
}

static void print_coverage(struct coverage *coverage, struct diag *diag)
{
    GString *list = coverage != NULL ? coverage_list(coverage, diag) : NULL;

    if (list != NULL && list->len > 0) {
        out_write("-", list->str, list->len, diag);
    }
    if (list != NULL) {
        g_string_free(list, TRUE);
    }
}

static int run(const struct options *options, char *const *paths)
{
    struct diag *diag = diag_new(g_get_prgname());
    struct coverage *coverage =
        options->coverage ? coverage_new(options->sources) : NULL;
    g_autofree char *path = paths_data("schema/dataset.xsd");
    g_autoptr(GPtrArray) kept = g_ptr_array_new_with_free_func(free_dataset);
    struct schema *schema;
    int status;

    if (options->werror) {
        diag_raise_warnings(diag);
    }
    schema = schema_open(path, diag);
    for (; schema != NULL && *paths != NULL; paths++) {
        guint first = kept->len;

        validate(options, schema, *paths, kept, diag);
        cover(coverage, kept, first);
        if (!options->recompute) {
            g_ptr_array_set_size(kept, 0);
        }
    }
    print_coverage(coverage, diag);
    schema_close(schema);
    diag_flush(diag);
    status = diag_exit_status(diag);
    diag_free(diag);
    coverage_free(coverage);
    if (options->recompute) {
        int found = recompute(kept);

        status = MAX(status, found);
    }
    return status;
}

static int do_job(int argc, char **argv)
{
    struct options options = {0};
    int status = CLI_DONE;

    if (parse_options(&options, &argc, &argv, &status)) {
        xml_limit_bytes((size_t)options.max_bytes);
        status = run(&options, argv + 1);
    }
    g_free(options.output);
    g_free(options.depfile);
    g_free(options.sources);
    g_strfreev(options.term_files);
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
