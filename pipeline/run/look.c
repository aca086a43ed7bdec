/*
 * Looking without making: --dry-run, --question, --list.
 */
#include <string.h>

#include <glib.h>

#include "base/i18n.h"
#include "base/out.h"
#include "run/build.h"
#include "run/classes.h"
#include "run/complain.h"
#include "run/schedule.h"
#include "run/session.h"

/* Steps before it would be made, so that it may be; their number is not more
 * than a few. */
static const struct step *pending_need(const struct step *step)
{
    for (guint i = 0; i < step->needs->len; i++) {
        const struct step *need = step->needs->pdata[i];

        if (need->phase == STEP_READY) {
            return need;
        }
    }
    return NULL;
}

/* NULL: it would not be made. */
static char *reason(const struct schedule *schedule, struct step *step)
{
    char *why = schedule_reason(schedule, step);
    const struct step *need = pending_need(step);

    if (why == NULL && need != NULL) {
        why = g_strdup_printf(_("if %s changes"), need->name);
    }
    if (why != NULL) {
        step->phase = STEP_READY;
    }
    return why;
}

int build_look(const struct build *build, bool is_silent)
{
    struct session session;
    struct schedule schedule = {0};
    g_autoptr(GString) text = g_string_new(NULL);
    int status;

    session_open(&session, build);
    session_read(&session);
    schedule.state = session.state;
    schedule.snapshot = session.snapshot;
    for (guint i = 0; i < session.chosen->len; i++) {
        struct step *step = session.chosen->pdata[i];
        g_autofree char *why = reason(&schedule, step);

        if (why != NULL) {
            g_string_append_printf(text, "%s: %s\n", step->name, why);
        }
        if (why != NULL && is_silent) {
            break;
        }
    }
    if (!is_silent) {
        out_write("-", text->str, text->len, session.diag);
    }
    status = session_status(&session);
    session_close(&session);
    return is_silent && text->len > 0 ? RUN_WOULD_MAKE : status;
}

static void list_reports(const struct session *session, GString *text)
{
    for (guint i = 0; i < session->plan->reports->len; i++) {
        const struct plan_report *report = session->plan->reports->pdata[i];

        g_string_append_printf(text, "%.*s\n",
            (int)(strlen(report->pdf) - strlen(".pdf")), report->pdf);
    }
}

static void list_files(const struct session *session, GString *text)
{
    for (guint i = 0; i < session->plan->datasets->len; i++) {
        const struct plan_dataset *dataset = session->plan->datasets->pdata[i];
        const GPtrArray *lists[] = {dataset->years, dataset->previous};

        for (size_t j = 0; j < G_N_ELEMENTS(lists); j++) {
            for (guint k = 0; k < lists[j]->len; k++) {
                const struct plan_file *file = lists[j]->pdata[k];

                g_string_append_printf(text, "%s\n", file->raw);
            }
        }
    }
}

int build_list(const struct build *build, const char *what)
{
    struct session session;
    g_autoptr(GString) text = g_string_new(NULL);
    int status;

    session_open(&session, build);
    session.plan = plan_read(&build->places, session.diag);
    if (strcmp(what, "files") == 0) {
        list_files(&session, text);
    } else {
        list_reports(&session, text);
    }
    out_write("-", text->str, text->len, session.diag);
    status = session_status(&session);
    session_close(&session);
    return status;
}
