/*
 * release: makes a release of the reports that run has made.
 *
 *     state of the last run --collect--> manifest --changes--> with what is new
 *         --stage--> folder, pages, sums --folder--> current --publish-->
 */
#include <stdbool.h>

#include <glib.h>

#include "base/cli.h"
#include "base/diag.h"
#include "base/i18n.h"
#include "release/check.h"
#include "release/make.h"
#include "run/classes.h"
#include "run/complain.h"
#include "run/config.h"
#include "run/places.h"
#include "run/signals.h"
#include "xml/xml.h"

struct options {
    char *project;
    char *work;
    char *output;
    char *config;
    gboolean verify;
};

/* False: *status says how the program ends. */
static bool read_options(
    int *argc, char ***argv, struct options *options, int *status)
{
    const GOptionEntry entries[] = {
        {"project", 0, 0, G_OPTION_ARG_FILENAME, &options->project,
            N_("the folder that holds data/ (if left out, this one)"),
            "FOLDER"},
        {"work", 0, 0, G_OPTION_ARG_FILENAME, &options->work,
            N_("where files on the way, state and log are (work)"), "FOLDER"},
        {"output", 0, 0, G_OPTION_ARG_FILENAME, &options->output,
            N_("where reports are (output)"), "FOLDER"},
        {"config", 0, 0, G_OPTION_ARG_FILENAME, &options->config,
            N_("the settings of the project (gongbao.conf)"), "FILE"},
        {"verify", 0, 0, G_OPTION_ARG_NONE, &options->verify,
            N_("make nothing; check a release, or the current one"), NULL},
        {0},
    };

    if (!cli_parse(argc, argv, entries, "[RELEASE]",
            N_("Make a release of the reports, and publish it."), status)) {
        return false;
    }
    if (*argc > 2 || (*argc == 2 && !options->verify)) {
        *status = cli_usage(options->verify
                                ? _("--verify takes one folder")
                                : _("only --verify takes a folder"));
        return false;
    }
    return true;
}

static const char *or_usual(const char *given, const char *usual)
{
    return given != NULL ? given : usual;
}

static int work(const struct options *options, const char *folder,
    struct diag *diag)
{
    const struct places places = {
        .project = or_usual(options->project, "."),
        .work = or_usual(options->work, "work"),
        .output = or_usual(options->output, "output"),
        .config = or_usual(options->config, "gongbao.conf")};
    struct config config;
    int status = RUN_DONE;

    if (!places_enter(&places, diag)) {
        return RUN_INPUT;
    }
    if (!config_read(
            &config, places.config, options->config != NULL, diag)) {
        diag_flush(diag);
        return complain_status() == RUN_INPUT ? RUN_INPUT : RUN_CONFIG;
    }
    if (!options->verify) {
        status = make_release(&places, &config, diag);
    } else {
        g_autofree char *current =
            g_build_filename(config.folder, "current", NULL);

        check_release(folder != NULL ? folder : g_intern_string(current), diag);
    }
    config_clear(&config);
    return status;
}

/* What was reported counts, unless the program knows better. */
static int end(int status)
{
    if (signals_caught() != 0) {
        return 128 + signals_caught();
    }
    return status == RUN_DONE ? complain_status() : status;
}

int main(int argc, char **argv)
{
    struct options options = {0};
    int status = CLI_DONE;

    i18n_open();
    xml_open();
    complain_open();
    signals_open();
    if (read_options(&argc, &argv, &options, &status)) {
        struct diag *diag = diag_new(g_get_prgname());

        /* It is seen from where we are, and the project may be elsewhere. */
        g_autofree char *folder =
            argc < 2                   ? NULL
            : options.project == NULL ? g_strdup(argv[1])
                                       : g_canonicalize_filename(argv[1], NULL);

        status = work(&options, folder, diag);
        diag_flush(diag);
        diag_free(diag);
        status = end(status);
    } else if (status != CLI_DONE) {
        status = RUN_USAGE;
    }
    g_free(options.project);
    g_free(options.work);
    g_free(options.output);
    g_free(options.config);
    xml_close();
    return status;
}
