/*
 * --status and --prune: what the state says, held against the files.
 */
#include <errno.h>
#include <string.h>
#include <sys/stat.h>

#include <glib.h>

#include "base/i18n.h"
#include "base/out.h"
#include "run/build.h"
#include "run/classes.h"
#include "run/complain.h"
#include "run/lock.h"
#include "run/schedule.h"
#include "run/session.h"
#include "run/sweep.h"

struct report {
    struct session session;
    struct schedule schedule;
    GString *text;
    GHashTable *names; /* of steps of the plan */
    GHashTable *inputs; /* path -> struct seen, that were not made */
};

static void add_last(struct report *report)
{
    const struct last *last = &report->session.last;

    if (!report->session.has_last) {
        g_string_append(report->text, _("there was no run yet\n"));
        return;
    }
    g_string_append_printf(report->text, _("last run: %s\nbegun: %s\n"),
        last->id, last->begun);
    if (last->ended == NULL) {
        g_string_append(report->text,
            _("it has not ended, or was killed; the next one repairs what is "
              "missing\n"));
    } else {
        g_string_append_printf(report->text,
            _("ended: %s, exit status %d, %d made, %d failed\n"), last->ended,
            last->status, last->made, last->failed);
    }
}

/* "2026-11-30T01:02:03Z, 2 d 3 h old", or that it is not there. */
static void add_age(GString *text, const char *path)
{
    struct stat status;
    g_autoptr(GDateTime) written = NULL;
    g_autofree char *time = NULL;
    gint64 hours;

    if (stat(path, &status) != 0) {
        g_string_append(text, _("not there"));
        return;
    }
    written = g_date_time_new_from_unix_utc(status.st_mtim.tv_sec);
    time = g_date_time_format(written, "%Y-%m-%dT%H:%M:%SZ");
    hours = MAX(
        g_get_real_time() / G_USEC_PER_SEC - status.st_mtim.tv_sec, 0) / 3600;
    g_string_append_printf(text, _("%s, %d d %d h old"), time,
        (int)(hours / 24), (int)(hours % 24));
}

/* What failed on the way to it; NULL: nothing. */
static const struct step *failed_need(
    const struct report *report, const struct step *step)
{
    const struct step *found = NULL;

    for (guint i = 0; found == NULL && i < step->needs->len; i++) {
        const struct step *need = step->needs->pdata[i];

        found = state_failure(report->session.state, need->name) != NULL
                    ? need
                    : failed_need(report, need);
    }
    return found;
}

static void add_output(struct report *report, struct step *step)
{
    const struct step *need = failed_need(report, step);
    const struct failure *failure =
        state_failure(report->session.state, step->name);
    const struct record *record =
        state_find(report->session.state, step->name);
    g_autofree char *why = schedule_reason(&report->schedule, step);

    g_string_append_printf(report->text, "%s: ", step->name);
    add_age(report->text, step->name);
    if (record != NULL && record->pages > 0) {
        g_string_append_printf(report->text, _(", pages: %u"), record->pages);
    }
    if (failure != NULL) {
        g_string_append_printf(report->text, _(", failed (%s): %s"),
            failure->class, failure->said);
    } else if (need != NULL) {
        g_string_append_printf(
            report->text, _(", still old: it waits for %s"), need->name);
    } else if (why != NULL) {
        g_string_append_printf(report->text, _(", out of date: %s"), why);
    }
    g_string_append_c(report->text, '\n');
}

/* Steps before reports are said if they have failed. */
static void add_outputs(struct report *report)
{
    const GPtrArray *steps = report->session.chosen;

    for (guint i = 0; i < steps->len; i++) {
        struct step *step = steps->pdata[i];

        g_hash_table_add(report->names, step->name);
        if (step->report != NULL || step->tool == TOOL_COPY ||
            state_failure(report->session.state, step->name) != NULL) {
            add_output(report, step);
        }
    }
}

static void add_left(const struct record *record, void *user)
{
    struct report *report = user;

    if (!g_hash_table_contains(report->names, record->name)) {
        g_string_append_printf(report->text,
            _("%s: of no report any more; --prune deletes it\n"),
            record->name);
    }
}

/* What was read and not made by a step. */
static void note_inputs(const struct record *record, void *user)
{
    struct report *report = user;

    for (guint i = 0; i < record->reads->len; i++) {
        struct seen *seen = record->reads->pdata[i];

        if (state_find(report->session.state, seen_path(seen)) == NULL) {
            g_hash_table_replace(
                report->inputs, (gpointer)seen_path(seen), seen);
        }
    }
}

static gint by_name(gconstpointer left, gconstpointer right)
{
    return strcmp(*(char *const *)left, *(char *const *)right);
}

static void add_inputs(struct report *report)
{
    g_autoptr(GPtrArray) paths = g_ptr_array_new();
    GHashTableIter inputs;
    gpointer path;
    unsigned changed = 0;

    g_hash_table_iter_init(&inputs, report->inputs);
    while (g_hash_table_iter_next(&inputs, &path, NULL)) {
        g_ptr_array_add(paths, path);
    }
    g_ptr_array_sort(paths, by_name);
    for (guint i = 0; i < paths->len; i++) {
        struct seen *seen =
            g_hash_table_lookup(report->inputs, paths->pdata[i]);
        bool is_there = snapshot_is_there(report->session.snapshot, seen);

        changed += !is_there;
        /* What changed while it was read has no name in the state. */
        if (*seen_path(seen) == '\0') {
            g_string_append(report->text,
                _("an input changed while it was read; the next run reads it "
                  "again\n"));
        } else if (report->session.build->is_verbose || !is_there) {
            g_string_append_printf(report->text, "%s  %s%s\n", seen->sha256,
                seen_path(seen), is_there ? "" : _(": has changed since"));
        }
    }
    g_string_append_printf(report->text,
        _("inputs: %u, changed since: %u\n"), paths->len, changed);
}

static void open_report(struct report *report, const struct build *build)
{
    memset(report, 0, sizeof *report);
    session_open(&report->session, build);
    report->text = g_string_new(NULL);
    report->names = g_hash_table_new(g_str_hash, g_str_equal);
    report->inputs = g_hash_table_new(g_str_hash, g_str_equal);
}

static void read_report(struct report *report)
{
    session_read(&report->session);
    report->schedule.state = report->session.state;
    report->schedule.snapshot = report->session.snapshot;
}

static int close_report(struct report *report)
{
    int status = session_status(&report->session);

    g_hash_table_unref(report->names);
    g_hash_table_unref(report->inputs);
    g_string_free(report->text, TRUE);
    session_close(&report->session);
    return status;
}

int build_status(const struct build *build)
{
    struct report report;

    open_report(&report, build);
    read_report(&report);
    add_last(&report);
    state_each(report.session.state, note_inputs, &report);
    add_inputs(&report);
    add_outputs(&report);
    if (build->only == NULL && build->shard.count == 0) {
        state_each(report.session.state, add_left, &report);
    }
    out_write("-", report.text->str, report.text->len, report.session.diag);
    return close_report(&report);
}

/* --- --prune --- */

static void collect_left(const struct record *record, void *user)
{
    struct report *report = user;

    if (!g_hash_table_contains(report->names, record->name)) {
        g_string_append_printf(report->text, "%s\n", record->name);
    }
}

/* What cannot be deleted is reported, and not forgotten. */
static void prune_output(struct report *report, const char *name)
{
    struct session *session = &report->session;
    const struct record *record = state_find(session->state, name);
    const char *left;

    for (; record != NULL; record = record->next) {
        if (!sweep_difference(record->wrote, NULL, &left)) {
            diag_report(session->diag, DIAG_OUTPUT, DIAG_NOWHERE, left,
                g_strerror(errno));
            return;
        }
    }
    if (session->build->is_verbose) {
        g_autofree char *line = g_strconcat(name, "\n", NULL);

        out_write("-", line, strlen(line), session->diag);
    }
    state_drop(session->state, name);
}

/* Names are collected first, for the state changes while they are dropped. */
static void prune(struct report *report)
{
    g_auto(GStrv) names = NULL;

    for (guint i = 0; i < report->session.steps->len; i++) {
        struct step *step = report->session.steps->pdata[i];

        g_hash_table_add(report->names, step->name);
    }
    state_each(report->session.state, collect_left, report);
    names = g_strsplit(report->text->str, "\n", -1);
    for (char **name = names; *name != NULL && **name != '\0'; name++) {
        prune_output(report, *name);
    }
}

static void prune_held(struct report *report)
{
    struct session *session = &report->session;

    read_report(report);
    /* A plan that could not be read has too few reports. */
    if (session_status(session) != RUN_DONE) {
        return;
    }
    prune(report);
    if (state_is_changed(session->state)) {
        state_save(session->state, session->state_file, true, NULL, NULL,
            session->diag);
    }
}

int build_prune(const struct build *build)
{
    struct report report;
    enum lock_result lock;
    int status;

    open_report(&report, build);
    lock = lock_take(build->places.output, report.session.state_folder, NULL,
        build->wait, report.session.diag);
    if (lock == LOCK_HELD) {
        prune_held(&report);
    }
    status = close_report(&report);
    return lock == LOCK_BUSY ? RUN_LOCKED : status;
}
