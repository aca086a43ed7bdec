/*
 * Lists of names, cut where they are long.
 */
#include "run/summary.h"

#include <stdbool.h>

#include "base/diag.h"
#include "base/i18n.h"
#include "run/steps.h"

#define NAMES_MAX 20

struct list {
    GString *text;
    unsigned count;
};

static void add(struct list *list, const char *name)
{
    if (list->count++ < NAMES_MAX) {
        g_string_append_printf(
            list->text, "%s%s", list->count > 1 ? ", " : "", name);
    }
}

static const char *list_text(struct list *list)
{
    if (list->count > NAMES_MAX) {
        g_string_append_printf(
            list->text, _(" and %u more"), list->count - NAMES_MAX);
        list->count = NAMES_MAX;
    }
    return list->text->str;
}

/* Steps on the way to a report are no outputs of the run. */
static bool is_output(const struct step *step)
{
    return step->report != NULL || step->tool == TOOL_COPY;
}

void summary_say(const GPtrArray *steps,
    const char *log, struct diag *diag)
{
    struct list old = {.text = g_string_new(NULL)};
    struct list none = {.text = g_string_new(NULL)};
    g_autofree char *failed = NULL;
    g_autofree char *all = NULL;
    unsigned total = 0;

    for (guint i = 0; i < steps->len; i++) {
        const struct step *step = steps->pdata[i];

        total += is_output(step);
        if (is_output(step) &&
            (step->phase == STEP_FAILED || step->phase == STEP_HELD)) {
            add(g_file_test(step->name, G_FILE_TEST_EXISTS) ? &old : &none,
                step->name);
        }
    }
    failed = g_strdup_printf("%u", old.count + none.count);
    all = g_strdup_printf("%u", total);
    if (old.count + none.count > 0) {
        diag_report(diag, DIAG_RUN_FAILED, DIAG_NOWHERE, failed, all, log);
    } else {
        /* A faulty line of a dataset's reports plans none of them. */
        diag_report(diag, DIAG_RUN_LEFT_OUT, DIAG_NOWHERE, log);
    }
    if (old.count > 0) {
        diag_report(diag, DIAG_RUN_OLD, DIAG_NOWHERE, list_text(&old));
    }
    if (none.count > 0) {
        diag_report(diag, DIAG_RUN_NONE, DIAG_NOWHERE, list_text(&none));
    }
    g_string_free(old.text, TRUE);
    g_string_free(none.text, TRUE);
}
