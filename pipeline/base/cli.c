/*
 * --help, --version and usage errors, the same in every program.
 */
#include "base/cli.h"

#include <signal.h>
#include <stdio.h>

#include "base/batch.h"
#include "base/diag.h"
#include "base/i18n.h"
#include "base/version.h"

int cli_usage(const char *why)
{
    const char *program = g_get_prgname();
    g_autofree char *line =
        g_strdup_printf(_("%s: %s; see %s --help"), program, why, program);

    diag_say(line, DIAG_CLASS_INTERNAL);
    return CLI_USAGE;
}

bool cli_parse(int *argc, char ***argv, const GOptionEntry *options,
    const char *usage, const char *summary, int *status)
{
    g_autofree char *program = g_path_get_basename((*argv)[0]);
    gboolean version = FALSE;
    const GOptionEntry common[] = {
        {"version", 0, 0, G_OPTION_ARG_NONE, &version,
            N_("print the version and end"), NULL},
        {0},
    };
    g_autoptr(GOptionContext) context = g_option_context_new(usage);
    g_autoptr(GError) error = NULL;

    g_set_prgname(program);
    signal(SIGXFSZ, SIG_IGN);
    g_option_context_set_summary(context, _(summary));
    g_option_context_set_translate_func(
        context, (GTranslateFunc)(void (*)(void))i18n_message, NULL, NULL);
    g_option_context_add_main_entries(context, options, NULL);
    if (batch_is_serving()) {
        g_option_context_set_help_enabled(context, FALSE);
    } else {
        g_option_context_add_main_entries(context, common, NULL);
    }
    g_option_group_set_translate_func(g_option_context_get_main_group(context),
        (GTranslateFunc)(void (*)(void))i18n_message, NULL, NULL);
    if (!g_option_context_parse(context, argc, argv, &error)) {
        *status = cli_usage(error->message);
        return false;
    }
    if (*batch_option()) {
        *status = cli_usage(
            _("--batch stands alone; the jobs are lines of standard input"));
        return false;
    }
    if (version) {
        printf("%s (gongbao) %s\n", program, GONGBAO_VERSION);
        *status = CLI_DONE;
        return false;
    }
    return true;
}
