/*
 * layout: a document, or aggregated data with a template, to what is read.
 */
#include <string.h>

#include <glib.h>

#include "base/batch.h"
#include "base/cli.h"
#include "base/diag.h"
#include "base/heap.h"
#include "base/i18n.h"
#include "render/report.h"
#include "xml/xml.h"

struct options {
    char *template;
    char *style;
    char *lang;
    char **to;  /* the formats, and where each goes, in the same order */
    char **out;
    char *depfile;
    char **sources;
    char **previous;
    gboolean lint;
    gboolean werror;
    int max_pages; /* 0: any number */
    struct report_call call;
};

static size_t count_of(char *const *list)
{
    return list != NULL ? g_strv_length((char **)list) : 0;
}

/* True if the output has been named for a format already. */
static bool is_taken(const struct report_call *call, const char *out)
{
    for (size_t i = 0; i < REPORT_FORMAT_COUNT; i++) {
        if (g_strcmp0(call->out[i], out) == 0) {
            return true;
        }
    }
    return false;
}

/* NULL: each format has an output; else what is wrong with them. */
static const char *pair_outputs(struct options *options)
{
    size_t to_count = count_of(options->to);
    size_t out_count = count_of(options->out);

    for (size_t i = 0; i < MAX(to_count, out_count); i++) {
        enum report_format format = REPORT_PDF;

        if (i < to_count && !report_format_parse(options->to[i], &format)) {
            return _("--to takes pdf, tex, document, trace or facts");
        }
        if (out_count == 0) {
            continue;
        }
        if (i >= out_count || (i >= to_count && i > 0) ||
            options->call.out[format] != NULL ||
            is_taken(&options->call, options->out[i])) {
            return _("give each --to an -o of its own, in the same order");
        }
        options->call.out[format] = options->out[i];
    }
    if (out_count == 0 && !options->lint) {
        return _("no output; give one with -o");
    }
    return NULL;
}

/* NULL: facts can be written where they are asked for. */
static const char *check_facts(const struct options *options)
{
    if (options->call.out[REPORT_FACTS] == NULL) {
        return NULL;
    }
    if (options->template == NULL || strchr(options->lang, '+') != NULL) {
        return _("--to=facts goes with --template and one language");
    }
    if (count_of(options->out) > 1) {
        return _("--to=facts goes with no other format");
    }
    return NULL;
}

/* NULL: the words are right; else what is wrong with them. */
static const char *check_options(struct options *options, int operands)
{
    const char *why = pair_outputs(options);

    if (why != NULL) {
        return why;
    }
    if (options->out == NULL && options->depfile != NULL) {
        return _("--depfile says what an output depends on; give one with -o");
    }
    if (options->sources != NULL && options->template == NULL) {
        return _("--source goes with --template; a document is its own");
    }
    if (options->previous != NULL && options->sources == NULL) {
        return _("--previous goes with --source, the edition that it is "
                 "compared with");
    }
    if (operands != 1) {
        return _("give one input file");
    }
    if (options->template == NULL && options->lang != NULL) {
        return _("--lang goes with --template; a document names its own");
    }
    if (options->template != NULL && options->lang == NULL) {
        return _("--template needs --lang=zh_CN, --lang=en, or both: zh_CN+en");
    }
    if (options->max_pages < 0) {
        return _("a limit is a number above 0");
    }
    return check_facts(options);
}

static void take_call(struct options *options, const char *input)
{
    struct report_call *call = &options->call;

    call->input = input;
    call->template = options->template;
    call->style = options->style;
    call->lang = options->lang;
    call->depfile = options->depfile;
    call->sources = options->sources;
    call->previous = options->previous;
    call->is_linted = options->lint != FALSE;
    call->max_pages = options->max_pages;
}

static void options_clear(struct options *options)
{
    g_free(options->template);
    g_free(options->style);
    g_free(options->lang);
    g_strfreev(options->to);
    g_strfreev(options->out);
    g_free(options->depfile);
    g_strfreev(options->sources);
    g_strfreev(options->previous);
}

/* False: *status says how the program ends. */
static bool read_options(
    int *argc, char ***argv, struct options *options, int *status)
{
    const GOptionEntry entries[] = {
        {"template", 0, 0, G_OPTION_ARG_FILENAME, &options->template,
            N_("make a document of the data by this template"), "T.xsl"},
        {"style", 0, 0, G_OPTION_ARG_FILENAME, &options->style,
            N_("lay it out in this style"), "S.xml"},
        {"lang", 0, 0, G_OPTION_ARG_STRING, &options->lang,
            N_("language of the report: zh_CN, en, or both: zh_CN+en"), "LANG"},
        {"to", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options->to,
            N_("pdf (if left out), tex, document, trace or facts"), "FORMAT"},
        {"output", 'o', 0, G_OPTION_ARG_FILENAME_ARRAY, &options->out,
            N_("write the result to OUT (-: standard output)"), "OUT"},
        {"source", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options->sources,
            N_("a dataset that INPUT comes from: carried in the PDF"), "FILE"},
        {"previous", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options->previous,
            N_("a dataset of the edition before: carried in the PDF"), "OLD"},
        {"depfile", 0, 0, G_OPTION_ARG_FILENAME, &options->depfile,
            N_("write a Make rule: what OUT depends on"), "DEP"},
        {"lint", 0, 0, G_OPTION_ARG_NONE, &options->lint,
            N_("warn of lines that break a rule; without -o write nothing"),
            NULL},
        {"max-pages", 0, 0, G_OPTION_ARG_INT, &options->max_pages,
            N_("reject what takes more pages"), "N"},
        {"werror", 0, 0, G_OPTION_ARG_NONE, &options->werror,
            N_("reject what deserves a warning"), NULL},
        BATCH_OPTION,
        {0},
    };
    const char *why;

    if (!cli_parse(argc, argv, entries, "-o OUT INPUT",
            N_("Lay out a document, or aggregated data by a template."),
            status)) {
        return false;
    }
    why = check_options(options, *argc - 1);
    if (why != NULL) {
        *status = cli_usage(why);
        return false;
    }
    return true;
}

static int do_job(int argc, char **argv)
{
    struct options options = {0};
    struct diag *diag;
    int status = CLI_DONE;

    if (!read_options(&argc, &argv, &options, &status)) {
        options_clear(&options);
        return status;
    }
    diag = diag_new(g_get_prgname());
    if (options.werror) {
        diag_raise_warnings(diag);
    }
    take_call(&options, argv[1]);
    report_make(&options.call, diag);
    status = diag_exit_status(diag);
    diag_free(diag);
    options_clear(&options);
    return status;
}

int main(int argc, char **argv)
{
    int status;

    heap_open();
    i18n_open();
    xml_open();
    status = batch_run(argc, argv, do_job);
    xml_close();
    return status;
}
