/*
 * Lists of names, cut where they are long.
 */
#include "run/summary.h"

#include <stdbool.h>
#include <string.h>

#include "base/diag.h"
#include "base/i18n.h"
#include "run/session.h"

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

/* --- what a faulty list of reports hides --- */

struct hidden {
    const struct session *session;
    GHashTable *names; /* of steps */
    GPtrArray *found;  /* of char *, outputs of which no step is planned */
};

static bool is_of(const char *output, const char *folder, const char *dataset)
{
    g_autofree char *start = g_strconcat(folder, "/", dataset, NULL);

    return g_str_has_prefix(output, start);
}

static void look_for_hidden(const struct record *record, void *user)
{
    struct hidden *hidden = user;
    const struct plan *plan = hidden->session->plan;
    const char *folder = hidden->session->build->places.output;
    bool is_hidden = plan->is_unread && is_of(record->name, folder, "");

    for (guint i = 0; !is_hidden && i < plan->faulty->len; i++) {
        g_autofree char *start =
            g_strconcat(plan->faulty->pdata[i], "-", NULL);

        is_hidden = is_of(record->name, folder, start);
    }
    if (is_hidden && !g_hash_table_contains(hidden->names, record->name)) {
        g_ptr_array_add(hidden->found, record->name);
    }
}

static gint by_name(gconstpointer left, gconstpointer right)
{
    return strcmp(*(char *const *)left, *(char *const *)right);
}

/* Of a part of the reports it is not asked. */
static GPtrArray *hidden_outputs(const struct session *session)
{
    struct hidden hidden = {.session = session,
        .names = g_hash_table_new(g_str_hash, g_str_equal),
        .found = g_ptr_array_new()};

    for (guint i = 0; i < session->steps->len; i++) {
        const struct step *step = session->steps->pdata[i];

        g_hash_table_add(hidden.names, step->name);
    }
    if (session->build->only == NULL && session->build->shard.count == 0) {
        state_each(session->state, look_for_hidden, &hidden);
    }
    g_ptr_array_sort(hidden.found, by_name);
    g_hash_table_unref(hidden.names);
    return hidden.found;
}

/* --- the message --- */

struct summary {
    struct list old;
    struct list none;
    unsigned total;
};

static void add_output(struct summary *summary, const char *name)
{
    add(g_file_test(name, G_FILE_TEST_EXISTS) ? &summary->old : &summary->none,
        name);
}

static void collect(struct summary *summary, const struct session *session)
{
    g_autoptr(GPtrArray) hidden = hidden_outputs(session);

    for (guint i = 0; i < session->chosen->len; i++) {
        const struct step *step = session->chosen->pdata[i];

        summary->total += is_output(step);
        if (is_output(step) &&
            (step->phase == STEP_FAILED || step->phase == STEP_HELD)) {
            add_output(summary, step->name);
        }
    }
    for (guint i = 0; i < hidden->len; i++) {
        add_output(summary, hidden->pdata[i]);
    }
    summary->total += hidden->len;
}

static void say_head(const struct summary *summary,
    const struct session *session, const char *log)
{
    unsigned count = summary->old.count + summary->none.count;
    g_autofree char *failed = g_strdup_printf("%u", count);
    g_autofree char *all = g_strdup_printf("%u", summary->total);
    struct diag *diag = session->diag;

    if (count > 0) {
        diag_report(diag, DIAG_RUN_FAILED, DIAG_NOWHERE, failed, all, log);
    } else if (session->plan->is_unread || session->plan->faulty->len > 0) {
        /* What a faulty line would have made has no name. */
        diag_report(diag, DIAG_RUN_LEFT_OUT, DIAG_NOWHERE, log);
    } else if (session->has_unreleased) {
        diag_report(diag, DIAG_RUN_RELEASE, DIAG_NOWHERE, log);
    } else {
        diag_report(diag, DIAG_RUN_KEPT, DIAG_NOWHERE, log);
    }
}

void summary_say(const struct session *session, const char *log)
{
    struct summary summary = {.old.text = g_string_new(NULL),
        .none.text = g_string_new(NULL)};
    struct diag *diag = session->diag;

    collect(&summary, session);
    say_head(&summary, session, log);
    if (summary.old.count > 0) {
        diag_report(
            diag, DIAG_RUN_OLD, DIAG_NOWHERE, list_text(&summary.old));
    }
    if (summary.none.count > 0) {
        diag_report(
            diag, DIAG_RUN_NONE, DIAG_NOWHERE, list_text(&summary.none));
    }
    g_string_free(summary.old.text, TRUE);
    g_string_free(summary.none.text, TRUE);
}

/* It has noted its begin, and no end: false if none has. */
static bool say_holder(const char *path, struct diag *diag)
{
    struct last last;
    bool is_at_work = last_load(&last, path) && last.ended == NULL;

    if (is_at_work) {
        const char *process = strrchr(last.id, '-');

        diag_report(diag, DIAG_RUN_HOLDER, DIAG_NOWHERE,
            process != NULL ? process + 1 : last.id, last.begun);
    }
    last_clear(&last);
    return is_at_work;
}

void summary_say_busy(const struct session *session, const char *log)
{
    g_autofree char *whole =
        g_build_filename(session->state_folder, "main.run", NULL);

    if (!say_holder(session->last_path, session->diag)) {
        say_holder(whole, session->diag);
    }
    diag_report(session->diag, DIAG_RUN_NOTHING, DIAG_NOWHERE, log);
}
