/*
 * The order of a run: lock, plan, make, note what was made.
 */
#include "run/build.h"

#include <string.h>
#include <unistd.h>

#include <glib.h>

#include "base/diag.h"
#include "base/i18n.h"
#include "base/out.h"
#include "base/paths.h"
#include "base/version.h"
#include "run/classes.h"
#include "run/complain.h"
#include "run/lock.h"
#include "run/log.h"
#include "run/publish.h"
#include "run/schedule.h"
#include "run/session.h"
#include "run/signals.h"
#include "run/summary.h"
#include "run/sweep.h"

struct running {
    struct session session;
    struct schedule schedule;
    struct log *log;
    char *id;
    char *begun;
    GHashTable *names; /* of the steps that are chosen */
    bool is_noted;     /* that it has begun */
    bool has_parts;    /* they were looked at */
};

/* "20261130T010203Z-4711"; the caller frees it. */
static char *new_id(void)
{
    g_autoptr(GDateTime) now = g_date_time_new_now_utc();
    g_autofree char *time = g_date_time_format(now, "%Y%m%dT%H%M%SZ");

    return g_strdup_printf("%s-%d", time, (int)getpid());
}

/* Parts are looked at before a program may have read them. */
static void take_parts(struct snapshot *snapshot, const char *folder)
{
    GDir *listing = g_dir_open(folder, 0, NULL);
    const char *name;

    while (listing != NULL && (name = g_dir_read_name(listing)) != NULL) {
        g_autofree char *path = g_build_filename(folder, name, NULL);

        if (g_file_test(path, G_FILE_TEST_IS_DIR)) {
            take_parts(snapshot, path);
        } else {
            g_autofree char *local = places_local(path);

            snapshot_take(snapshot, local);
        }
    }
    if (listing != NULL) {
        g_dir_close(listing);
    }
}

static void note(struct running *running, bool is_over)
{
    struct last last = {.id = running->id,
        .begun = running->begun,
        .status = running->schedule.status,
        .made = (int)running->schedule.made,
        .failed = (int)running->schedule.failed};
    g_autofree char *now = log_time();

    last.ended = is_over ? now : NULL;
    last_save(&last, running->session.last_path, running->session.diag);
}

static void log_begin_of_run(struct running *running)
{
    const struct build *build = running->session.build;

    log_begin(running->log, "begin");
    log_text(running->log, "version", GONGBAO_VERSION);
    log_number(running->log, "process", getpid());
    log_number(running->log, "jobs", build->jobs);
    log_number(running->log, "steps", running->session.chosen->len);
    if (build->shard.count > 0) {
        log_number(running->log, "shard", build->shard.number);
        log_number(running->log, "shards", build->shard.count);
    }
    log_end(running->log);
}

/* What was killed has left things behind. */
static void begin_notes(struct running *running)
{
    const struct session *session = &running->session;

    if (running->is_noted) {
        return;
    }
    running->is_noted = true;
    if (session->has_last && session->last.ended == NULL) {
        sweep(&session->build->places);
    }
    log_begin_of_run(running);
    note(running, false);
}

static void begin(void *user)
{
    static const char *const parts[] = {"schema", "templates", "fonts"};
    struct running *running = user;
    struct snapshot *snapshot = running->session.snapshot;
    g_autofree char *locale = paths_locale();

    if (running->has_parts) {
        return;
    }
    running->has_parts = true;
    begin_notes(running);
    for (size_t i = 0; i < G_N_ELEMENTS(parts); i++) {
        g_autofree char *folder = paths_data(parts[i]);

        take_parts(snapshot, folder);
    }
    take_parts(snapshot, locale);
}

/* A shard writes what is of its datasets, and no more. */
static bool is_chosen(const char *name, void *user)
{
    const struct running *running = user;

    return g_hash_table_contains(running->names, name);
}

static void name_chosen(struct running *running)
{
    const GPtrArray *chosen = running->session.chosen;

    running->names = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; i < chosen->len; i++) {
        g_hash_table_add(
            running->names, ((struct step *)chosen->pdata[i])->name);
    }
}

static bool has_all(const struct build *build)
{
    return build->shard.count == 0 && build->only == NULL && !build->is_lint;
}

static void make(struct running *running)
{
    struct session *session = &running->session;
    const struct build *build = session->build;
    struct schedule *schedule = &running->schedule;

    schedule->steps = session->chosen;
    schedule->state = session->state;
    schedule->snapshot = session->snapshot;
    schedule->log = running->log;
    schedule->diag = session->diag;
    schedule->run = running->id;
    schedule->jobs = build->jobs;
    schedule->limit = build->config.limit;
    schedule->is_verbose = build->is_verbose;
    schedule->wake = signals_open();
    schedule->state_file = session->state_file;
    schedule->owns = build->shard.count > 0 ? is_chosen : NULL;
    schedule->user = running;
    schedule->begin = begin;
    if (!build->only_reports) {
        begin(running);
    }
    schedule_run(schedule);
}

static void save(struct running *running)
{
    struct session *session = &running->session;
    bool is_all = has_all(session->build);

    /* Of a plan with mistakes not all is known. */
    if (is_all && complain_status() == RUN_DONE) {
        state_forget_failures(session->state, is_chosen, running);
    }
    if (!state_is_changed(session->state) &&
        !(is_all && state_is_sharded(session->state))) {
        return;
    }
    snapshot_settle(session->snapshot);
    state_save(session->state, session->state_file,
        session->build->shard.count == 0, running->schedule.owns, running,
        session->diag);
}

static void log_end_of_run(struct running *running, int status)
{
    log_begin(running->log, "end");
    log_number(running->log, "status", status);
    log_number(running->log, "made", running->schedule.made);
    log_number(running->log, "failed", running->schedule.failed);
    log_end(running->log);
}

/* All that was to be made was, or has failed. */
static void settle(struct running *running)
{
    int *status = &running->schedule.status;

    if (running->schedule.is_stopped) {
        sweep(&running->session.build->places);
    }
    save(running);
    *status = class_worse(*status, session_status(&running->session));
    if (running->schedule.is_stopped) {
        *status = 128 + signals_caught();
    }
}

static void release(struct running *running)
{
    const struct build *build = running->session.build;
    int *status = &running->schedule.status;
    int result;

    if (running->schedule.is_stopped || build->only_reports ||
        !has_all(build) || !build->config.has_release ||
        (*status != RUN_DONE && !build->config.releases_failed)) {
        return;
    }
    result = publish(build, running->schedule.wake);
    running->session.has_unreleased = result != RUN_DONE;
    log_begin(running->log, "release");
    log_number(running->log, "status", result);
    log_end(running->log);
    running->schedule.is_stopped = result > 128;
    *status = result > 128 ? result : class_worse(*status, result);
}

static int finish(struct running *running)
{
    struct session *session = &running->session;
    int *status = &running->schedule.status;
    int first = *status;

    if (first != RUN_DONE && !session->build->is_lint) {
        begin_notes(running);
        if (complain_said() != NULL) {
            log_begin(running->log, "said");
            log_texts(running->log, "said", complain_said());
            log_end(running->log);
        }
        if (!running->schedule.is_stopped) {
            summary_say(session, log_path(running->log));
        }
    }
    if (running->is_noted) {
        note(running, true);
        log_end_of_run(running, first);
    }
    if (running->schedule.is_stopped) {
        session_status(session);
        return first;
    }
    /* The summary is no failure of its own; that a note cannot be kept is. */
    return class_worse(first, session_status(session));
}

static int locked_run(struct running *running)
{
    int status = session_status(&running->session);

    if (status == RUN_USAGE) {
        return status;
    }
    name_chosen(running);
    make(running);
    settle(running);
    release(running);
    status = finish(running);
    g_hash_table_unref(running->names);
    return status;
}

static enum lock_result take_lock(struct running *running)
{
    struct session *session = &running->session;
    const struct build *build = session->build;

    if (!places_make(build->places.output, session->diag) ||
        (session->lock_path != NULL &&
            !places_make(session->state_folder, session->diag))) {
        return LOCK_FAILED;
    }
    return lock_take(build->places.output, session->state_folder,
        session->lock_path, build->wait, session->diag);
}

int build_run(const struct build *build)
{
    struct running running = {.id = new_id(), .begun = log_time()};
    int status;

    /* Nothing that counts is read before the lock is held. */
    session_open(&running.session, build);
    running.log = log_new(build->places.work, running.session.log_file,
        running.id, running.session.diag);
    switch (take_lock(&running)) {
    case LOCK_BUSY:
        summary_say_busy(&running.session, log_path(running.log));
        session_status(&running.session);
        status = RUN_LOCKED;
        break;
    case LOCK_FAILED:
        status = session_status(&running.session);
        break;
    case LOCK_HELD:
    default:
        session_read(&running.session);
        status = locked_run(&running);
    }
    log_free(running.log);
    session_close(&running.session);
    g_free(running.id);
    g_free(running.begun);
    return status;
}

void build_refuse(const struct build *build, int status)
{
    struct running running = {.id = new_id(), .begun = log_time()};
    struct session *session = &running.session;

    session_open(session, build);
    running.log = log_new(
        build->places.work, session->log_file, running.id, session->diag);
    log_begin(running.log, "said");
    log_number(running.log, "status", status);
    log_texts(running.log, "said", complain_said());
    log_end(running.log);
    diag_report(session->diag, DIAG_RUN_NOTHING, DIAG_NOWHERE,
        log_path(running.log));
    diag_flush(session->diag);
    log_free(running.log);
    session_close(session);
    g_free(running.id);
    g_free(running.begun);
}
