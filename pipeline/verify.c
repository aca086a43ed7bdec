/*
 * verify: proves reports by what they carry.
 *
 *     PDF --verify/carried--> files --verify/rebuild--> PDF again, compared
 *     PDF --verify/carried--> files --verify/extract--> folder
 */
#include <stdbool.h>
#include <string.h>

#include <glib.h>

#include "base/cli.h"
#include "base/diag.h"
#include "base/i18n.h"
#include "base/out.h"
#include "verify/carried.h"
#include "verify/extract.h"
#include "verify/verdict.h"
#include "xml/xml.h"

/* Beside those of base/cli.h. */
enum {
    STATUS_OTHER_INPUTS = 4,
    STATUS_NO_RECORD = 5,
    STATUS_UNREADABLE = 6,
};

static const int statuses[] = {
    [VERDICT_IDENTICAL] = CLI_DONE,
    [VERDICT_OTHER_INPUTS] = STATUS_OTHER_INPUTS,
    [VERDICT_NO_RECORD] = STATUS_NO_RECORD,
    [VERDICT_UNREADABLE] = STATUS_UNREADABLE,
    [VERDICT_ALTERED] = CLI_REJECTED,
    [VERDICT_ENVIRONMENT] = CLI_ENVIRONMENT,
};
_Static_assert(G_N_ELEMENTS(statuses) == VERDICT_COUNT, "statuses of verify");

struct options {
    char *template;
    char *style;
    char *extract;
    gboolean force;
};

/* "report.pdf: identical"; false: reported. */
static bool say(const char *path, enum verdict verdict, struct diag *diag)
{
    static const char *const texts[] = {
        [VERDICT_IDENTICAL] = N_("identical"),
        [VERDICT_OTHER_INPUTS] = N_("made with other inputs"),
        [VERDICT_NO_RECORD] = N_("not a report of gongbao"),
        [VERDICT_UNREADABLE] = N_("unreadable"),
        [VERDICT_ALTERED] = N_("altered"),
        [VERDICT_ENVIRONMENT] = N_("not verified"),
    };
    g_autofree char *line =
        g_strdup_printf("%s: %s\n", path, _(texts[verdict]));

    _Static_assert(G_N_ELEMENTS(texts) == VERDICT_COUNT, "texts of verify");
    return out_write("-", line, strlen(line), diag);
}

/* The worst of all. */
static enum verdict verify(
    const struct options *options, char *const *paths, struct diag *diag)
{
    const struct verdict_options with = {options->template, options->style};
    enum verdict worst = VERDICT_IDENTICAL;

    for (; *paths != NULL; paths++) {
        enum verdict verdict = verdict_on(*paths, &with, diag);

        if (!say(*paths, verdict, diag)) {
            verdict = VERDICT_ENVIRONMENT;
        }
        worst = MAX(worst, verdict);
    }
    return worst;
}

static enum verdict extract(
    const struct options *options, const char *path, struct diag *diag)
{
    enum verdict verdict;
    struct carried *carried = verdict_carried(path, &verdict, diag);

    if (carried != NULL) {
        verdict = extract_files(carried, options->extract,
            options->force != FALSE, DIAG_FILE(path), diag);
    }
    diag_flush(diag);
    carried_free(carried);
    return verdict;
}

/* False: *status says how the program ends. */
static bool read_options(
    int *argc, char ***argv, struct options *options, int *status)
{
    const GOptionEntry entries[] = {
        {"template", 0, 0, G_OPTION_ARG_FILENAME, &options->template,
            N_("the template, where it is none of those installed"), "T.xsl"},
        {"style", 0, 0, G_OPTION_ARG_FILENAME, &options->style,
            N_("the style, where it is none of those installed"), "S.xml"},
        {"extract", 0, 0, G_OPTION_ARG_FILENAME, &options->extract,
            N_("write the files inside into DIR, and verify nothing"), "DIR"},
        {"force", 0, 0, G_OPTION_ARG_NONE, &options->force,
            N_("replace files that are in DIR already"), NULL},
        {0},
    };
    const char *why = NULL;

    if (!cli_parse(argc, argv, entries, "REPORT.pdf...",
            N_("Make reports again from the data inside, and compare."),
            status)) {
        return false;
    }
    if (*argc < 2) {
        why = _("name a report");
    } else if (options->extract != NULL && *argc > 2) {
        why = _("--extract takes one report");
    } else if (options->force && options->extract == NULL) {
        why = _("--force goes with --extract");
    }
    if (why != NULL) {
        *status = cli_usage(why);
    }
    return why == NULL;
}

int main(int argc, char **argv)
{
    struct options options = {0};
    int status = CLI_DONE;

    i18n_open();
    xml_open();
    if (read_options(&argc, &argv, &options, &status)) {
        struct diag *diag = diag_new(g_get_prgname());

        status = statuses[options.extract != NULL
                              ? extract(&options, argv[1], diag)
                              : verify(&options, argv + 1, diag)];
        diag_flush(diag);
        diag_free(diag);
    }
    g_free(options.template);
    g_free(options.style);
    g_free(options.extract);
    xml_close();
    return status;
}
