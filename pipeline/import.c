/*
 * import: a file of figures from elsewhere becomes datasets.
 *
 *     file --exchange, by a mapping--> dataset XML
 */
#include <stdbool.h>
#include <string.h>

#include <glib.h>

#include "base/cli.h"
#include "base/diag.h"
#include "base/i18n.h"
#include "base/out.h"
#include "exchange/exchange.h"
#include "exchange/sdmx_import.h"
#include "xml/xml.h"

struct options {
    char *output;
    char *format;
    char *mapping;
    char *structure;
    gboolean werror;
};

struct format {
    const char *name;
    exchange_import *read;
    bool needs_mapping;
};

/* The first one is taken where --from does not say. */
static const struct format formats[] = {
    {"csv", import_csv, true},
    {"sdmx", import_sdmx, false},
};

static const struct format *find_format(const char *name)
{
    for (size_t i = 0; i < G_N_ELEMENTS(formats); i++) {
        if (name == NULL || strcmp(formats[i].name, name) == 0) {
            return &formats[i];
        }
    }
    return NULL;
}

/* A folder, there or named as one, gets a file for each year. */
static bool is_folder(const char *path)
{
    return g_str_has_suffix(path, "/") ||
           (strcmp(path, "-") != 0 && g_file_test(path, G_FILE_TEST_IS_DIR));
}

static void write_files(const struct options *options,
    const struct exchange_files *files, struct diag *diag)
{
    for (guint i = 0; i < files->items->len; i++) {
        const struct exchange_file *file =
            &g_array_index(files->items, struct exchange_file, i);
        g_autofree char *year = g_strdup_printf("%d.xml", file->which);
        g_autofree char *name =
            is_folder(options->output)
                ? g_build_filename(options->output, year, NULL)
                : g_strdup(options->output);

        if (!out_write(name, file->bytes->str, file->bytes->len, diag)) {
            return;
        }
    }
}

static bool read_options(
    int *argc, char ***argv, struct options *options, int *status)
{
    const GOptionEntry entries[] = {
        {"from", 0, 0, G_OPTION_ARG_STRING, &options->format,
            N_("the format of FILE: csv (if left out), sdmx"), "FORMAT"},
        {"mapping", 'm', 0, G_OPTION_ARG_FILENAME, &options->mapping,
            N_("what the columns of FILE mean"), "MAP"},
        {"structure", 0, 0, G_OPTION_ARG_FILENAME, &options->structure,
            N_("the structure message that explains FILE (SDMX)"), "DSD"},
        {"output", 'o', 0, G_OPTION_ARG_FILENAME, &options->output,
            N_("write the dataset to OUT (-: standard output; a folder: a "
               "file for each year)"),
            "OUT"},
        {"werror", 0, 0, G_OPTION_ARG_NONE, &options->werror,
            N_("reject what deserves a warning"), NULL},
        {0},
    };

    if (!cli_parse(argc, argv, entries, "--mapping=MAP -o OUT FILE",
            N_("Make a dataset of a file of figures."), status)) {
        return false;
    }
    if (options->output == NULL || *argc != 2) {
        *status = cli_usage(_("name the output with -o, and one FILE"));
    } else if (find_format(options->format) == NULL) {
        *status = cli_usage(_("--from names a format that is not known"));
    } else if (find_format(options->format)->needs_mapping &&
               options->mapping == NULL) {
        *status = cli_usage(_("this format needs a mapping: --mapping=MAP"));
    }
    return *status == CLI_DONE;
}

static int run(const struct options *options, const char *path)
{
    const struct exchange_request request = {
        path, options->mapping, is_folder(options->output), options->structure};
    struct diag *diag = diag_new(g_get_prgname());
    struct exchange_files files;
    int status;

    if (options->werror) {
        diag_raise_warnings(diag);
    }
    exchange_files_init(&files);
    if (find_format(options->format)->read(&request, &files, diag) &&
        !diag_failed(diag)) {
        write_files(options, &files, diag);
    }
    exchange_files_clear(&files);
    diag_flush(diag);
    status = diag_exit_status(diag);
    diag_free(diag);
    return status;
}

int main(int argc, char **argv)
{
    struct options options = {NULL, NULL, NULL, NULL, FALSE};
    int status = CLI_DONE;

    i18n_open();
    xml_open();
    if (read_options(&argc, &argv, &options, &status)) {
        status = run(&options, argv[1]);
    }
    g_free(options.output);
    g_free(options.format);
    g_free(options.mapping);
    g_free(options.structure);
    xml_close();
    return status;
}
