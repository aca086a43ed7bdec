/*
 * run: makes what is out of date, and then what gongbao.conf asks for.
 *
 *     data/ --plan--> datasets, reports --steps--> jobs
 *         --schedule--> those that are out of date, to stage programs
 */
#include <string.h>

#include <glib.h>

#include "base/cli.h"
#include "base/diag.h"
#include "base/i18n.h"
#include "run/build.h"
#include "run/classes.h"
#include "run/complain.h"

/* Seconds. */
#define LONGEST_WAIT 86400

#define JOBS_MAX 1024u /* make -j may ask for any number */

struct options {
    char *project;
    char *work;
    char *output;
    char *config;
    char *shard;
    char *list;
    char **only;
    int jobs;
    int wait;
    gboolean reports;
    gboolean lint;
    gboolean dry_run;
    gboolean question;
    gboolean status;
    gboolean prune;
    gboolean verbose;
};

static void options_clear(struct options *options)
{
    g_free(options->project);
    g_free(options->work);
    g_free(options->output);
    g_free(options->config);
    g_free(options->shard);
    g_free(options->list);
    g_strfreev(options->only);
}

/* NULL: the words are right; else what is wrong with them. */
static const char *check_options(
    const struct options *options, struct build *build, int operands)
{
    if (operands != 0) {
        return _("it takes no files; name what is wanted with --only");
    }
    if (options->shard != NULL && !shard_read(&build->shard, options->shard)) {
        return _("--shard takes a number and how many there are, as 2/8");
    }
    if (options->jobs < 0) {
        return _("--jobs takes a number from 1 on");
    }
    if (options->wait < 0 || options->wait > LONGEST_WAIT) {
        return _("--wait takes seconds, up to a day");
    }
    if (options->list != NULL && strcmp(options->list, "reports") != 0 &&
        strcmp(options->list, "files") != 0) {
        return _("--list takes reports or files");
    }
    if (options->dry_run + options->question + options->status +
            options->prune + (options->list != NULL) >
        1) {
        return _("--dry-run, --question, --status, --list and --prune do not "
                 "go together");
    }
    return NULL;
}

/* False: *status says how the program ends. */
static bool read_options(int *argc, char ***argv, struct options *options,
    struct build *build, int *status)
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
        {"jobs", 'j', 0, G_OPTION_ARG_INT, &options->jobs,
            N_("so many at a time (if left out, one a processor)"), "N"},
        {"wait", 0, 0, G_OPTION_ARG_INT, &options->wait,
            N_("for another run to end (if left out, not at all)"), "SECONDS"},
        {"shard", 0, 0, G_OPTION_ARG_STRING, &options->shard,
            N_("only this share of the datasets"), "K/N"},
        {"reports", 0, 0, G_OPTION_ARG_NONE, &options->reports,
            N_("make reports, and no release of them"), NULL},
        {"only", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options->only,
            N_("only this dataset, report or output"), "NAME"},
        {"lint", 0, 0, G_OPTION_ARG_NONE, &options->lint,
            N_("make no reports; warn of their lines that break a rule"),
            NULL},
        {"dry-run", 0, 0, G_OPTION_ARG_NONE, &options->dry_run,
            N_("print what would be made, and why; make nothing"), NULL},
        {"question", 0, 0, G_OPTION_ARG_NONE, &options->question,
            N_("exit status 1 if anything would be made; make nothing"), NULL},
        {"list", 0, 0, G_OPTION_ARG_STRING, &options->list,
            N_("print the names of all reports, or files of datasets"),
            "reports|files"},
        {"status", 0, 0, G_OPTION_ARG_NONE, &options->status,
            N_("print what came of the last run, and how old outputs are"),
            NULL},
        {"prune", 0, 0, G_OPTION_ARG_NONE, &options->prune,
            N_("delete outputs that no report has any more"), NULL},
        {"verbose", 'v', 0, G_OPTION_ARG_NONE, &options->verbose,
            N_("print what is made; with --status, all inputs"), NULL},
        {0},
    };
    const char *why;

    if (!cli_parse(argc, argv, entries, "",
            N_("Make the reports that are out of date, and release them."),
            status)) {
        return false;
    }
    why = check_options(options, build, *argc - 1);
    if (why != NULL) {
        *status = cli_usage(why);
        return false;
    }
    return true;
}

static const char *or_usual(const char *given, const char *usual)
{
    return given != NULL ? given : usual;
}

/* It is asked to make something, not to look. */
static bool makes(const struct options *options)
{
    return !options->dry_run && !options->question && !options->status &&
           !options->prune && options->list == NULL;
}

/* RUN_DONE, or what is reported. */
static int open_project(const struct options *options, struct build *build)
{
    struct diag *diag = diag_new(g_get_prgname());
    int status = RUN_DONE;

    build->places = (struct places){
        .project = or_usual(options->project, "."),
        .work = or_usual(options->work, "work"),
        .output = or_usual(options->output, "output"),
        .config = or_usual(options->config, "gongbao.conf")};
    if (!places_enter(&build->places, diag)) {
        diag_flush(diag);
        status = RUN_INPUT;
    } else if (!config_read(&build->config, build->places.config,
                   options->config != NULL, diag)) {
        diag_flush(diag);
        /* Not to be read is another fault than what stands in it. */
        status = complain_status() == RUN_INPUT ? RUN_INPUT : RUN_CONFIG;
        if (makes(options)) {
            build_refuse(build, status);
        }
    }
    diag_flush(diag);
    diag_free(diag);
    return status;
}

static unsigned jobs_of(
    const struct options *options, const struct build *build)
{
    int jobs = options->jobs != 0 ? options->jobs : build->config.jobs;

    return jobs != 0 ? MIN((unsigned)jobs, JOBS_MAX)
                     : g_get_num_processors();
}

static int work(const struct options *options, struct build *build)
{
    int status = open_project(options, build);

    if (status != RUN_DONE) {
        return status;
    }
    build->only = options->only;
    build->only_reports = options->reports != FALSE;
    build->is_lint = options->lint != FALSE;
    build->is_verbose = options->verbose != FALSE;
    build->jobs = jobs_of(options, build);
    build->wait = (unsigned)options->wait;
    if (options->list != NULL) {
        return build_list(build, options->list);
    }
    if (options->status) {
        return build_status(build);
    }
    if (options->prune) {
        return build_prune(build);
    }
    return options->dry_run || options->question
               ? build_look(build, options->question != FALSE)
               : build_run(build);
}

int main(int argc, char **argv)
{
    struct options options = {0};
    struct build build = {0};
    int status = CLI_DONE;

    i18n_open();
    complain_open();
    if (read_options(&argc, &argv, &options, &build, &status)) {
        status = work(&options, &build);
        config_clear(&build.config);
    } else if (status != CLI_DONE) {
        status = RUN_USAGE;
    }
    options_clear(&options);
    return status;
}
