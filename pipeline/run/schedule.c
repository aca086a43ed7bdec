/*
 * A queue of steps that are ready, and what comes of each.
 */
#include "run/schedule.h"

#include <string.h>

#include "base/diag.h"
#include "base/i18n.h"
#include "run/classes.h"
#include "run/log.h"
#include "run/pool.h"
#include "run/progress.h"
#include "run/say.h"
#include "run/schedule_parts.h"

#define TRIES_MAX 2
#define WAIT_MS 1000
#define SAVE_EVERY (INT64_C(5) * 1000000)

static void consider(struct work *work, struct step *step);

/* --- what is over --- */

/* Diagnostics come in the order of the plan, whoever was ready first. */
static void say_what_is_over(struct work *work)
{
    const GPtrArray *steps = work->schedule->steps;

    for (; work->said < steps->len; work->said++) {
        const struct step *step = steps->pdata[work->said];

        if (!step_is_over(step)) {
            break;
        }
        if (step->said != NULL && step->said->len > 0) {
            progress_hide(work->progress);
            for (guint i = 0; i < step->said->len; i++) {
                say_line(step->said->pdata[i]);
            }
        }
    }
}

static void end_step(
    struct work *work, struct step *step, enum step_phase phase)
{
    struct schedule *schedule = work->schedule;

    step->phase = phase;
    work->over++;
    schedule->made += phase == STEP_MADE;
    schedule->failed += phase == STEP_FAILED || phase == STEP_HELD;
    /* From the last, for those that are ready are taken from the head. */
    for (guint i = step->followed->len; i > 0; i--) {
        struct step *next = step->followed->pdata[i - 1];

        if (--next->waits == 0) {
            consider(work, next);
        }
    }
}

static void fail(struct work *work, struct step *step, const char *class)
{
    struct schedule *schedule = work->schedule;
    const char *first = step->said != NULL && step->said->len > 0
                            ? step->said->pdata[0]
                            : "";

    step->class = g_intern_string(class);
    schedule->status =
        class_worse(schedule->status, class_status(step->class));
    if (step->outputs->len > 0) {
        state_fail(schedule->state, step->name, step->class, schedule->run,
            first);
    }
    log_begin(schedule->log, "failed");
    log_text(schedule->log, "step", step->name);
    log_text(schedule->log, "class", step->class);
    if (step->said != NULL) {
        log_texts(schedule->log, "said", step->said);
    }
    log_end(schedule->log);
    end_step(work, step, STEP_FAILED);
}

static void succeed(struct work *work, struct step *step)
{
    struct schedule *schedule = work->schedule;

    log_begin(schedule->log, "made");
    log_text(schedule->log, "step", step->name);
    log_number(schedule->log, "milliseconds",
        (g_get_monotonic_time() - step->begun) / 1000);
    if (step->said != NULL && step->said->len > 0) {
        log_texts(schedule->log, "said", step->said);
    }
    log_end(schedule->log);
    if (schedule->is_verbose) {
        progress_hide(work->progress);
        say_line(step->name);
    }
    end_step(work, step, STEP_MADE);
}

/* --- what is to be made --- */

static bool needs_failed(const struct step *step)
{
    for (guint i = 0; i < step->needs->len; i++) {
        const struct step *need = step->needs->pdata[i];

        if (need->phase == STEP_FAILED || need->phase == STEP_HELD) {
            return true;
        }
    }
    return false;
}

/* All that it needs is over. */
static void consider(struct work *work, struct step *step)
{
    struct schedule *schedule = work->schedule;
    const struct record *record;

    if (needs_failed(step)) {
        end_step(work, step, STEP_HELD);
        return;
    }
    record = step->outputs->len > 0
                 ? state_current(schedule->state, step->name, step->key,
                       schedule->snapshot)
                 : NULL;
    if (record != NULL) {
        step->record = record;
        state_keep(schedule->state, record);
        end_step(work, step, STEP_CURRENT);
        return;
    }
    step->phase = STEP_READY;
    /* A dataset is finished before the next is begun. */
    g_queue_push_head(&work->ready, step);
}

/* --- what is being made --- */

static void answer_step(
    struct work *work, struct step *step, const struct answer *answer)
{
    step->said = g_ptr_array_new_with_free_func(g_free);
    for (guint i = 0; i < answer->said->len; i++) {
        g_ptr_array_add(step->said, g_strdup(answer->said->pdata[i]));
    }
    if (answer->status != 0) {
        fail(work, step,
            answer->class != NULL ? answer->class
                                  : answer->status == 1 ? "data" : "internal");
    } else if (!work_record(work, step, answer)) {
        fail(work, step, "output");
    } else {
        succeed(work, step);
    }
}

/* Its program died or hung: once more, for the fault may be the machine's. */
static void again(struct work *work, struct step *step, enum pool_event event,
    const char *why)
{
    const char *program = tool_name(step->tool);
    g_autofree char *limit = NULL;

    log_begin(work->schedule->log, event == POOL_STUCK ? "stuck" : "died");
    log_text(work->schedule->log, "step", step->name);
    log_text(work->schedule->log, "how", why);
    log_end(work->schedule->log);
    if (++step->tries < TRIES_MAX) {
        step->phase = STEP_READY;
        g_queue_push_head(&work->ready, step);
        return;
    }
    if (event == POOL_UNLOADED) {
        work_complain(step, DIAG_WORKER_NONE, program, why);
    } else if (event == POOL_DIED) {
        work_complain(step, DIAG_WORKER_DIED, program, why);
    } else {
        limit = g_strdup_printf(
            "%" G_GINT64_FORMAT, (gint64)work->schedule->limit);
        work_complain(step, DIAG_WORKER_STUCK, program, limit);
    }
    fail(work, step, "internal");
}

static void begin_step(struct work *work, struct step *step)
{
    g_autofree char *why = NULL;
    struct worker *worker;

    step->begun = g_get_monotonic_time();
    work_prepare(work, step);
    if (!work_make_folders(work, step)) {
        fail(work, step, "output");
        return;
    }
    if (step->tool == TOOL_COPY) {
        if (work_copy(work, step)) {
            succeed(work, step);
        } else {
            fail(work, step, step->class);
        }
        return;
    }
    step->phase = STEP_RUNNING;
    worker = pool_begin(work->pool, step, &why);
    if (worker == NULL) {
        work_complain(
            step, DIAG_WORKER_NONE, tool_name(step->tool), why);
        fail(work, step, "internal");
    } else {
        work->processes[step->tool] = worker->process;
    }
}

static void wait_for_one(struct work *work)
{
    const struct answer *answer = NULL;
    struct step *step = NULL;
    g_autofree char *why = NULL;
    enum pool_event event =
        pool_wait(work->pool, WAIT_MS, &step, &answer, &why);

    if (event == POOL_DONE) {
        answer_step(work, step, answer);
    } else if (event != POOL_NOTHING) {
        again(work, step, event, why);
    }
}

static void save_now_and_then(struct work *work)
{
    struct schedule *schedule = work->schedule;
    int64_t now = g_get_monotonic_time();

    if (now - work->saved > SAVE_EVERY && state_is_changed(schedule->state)) {
        state_save(schedule->state, schedule->state_file, false,
            schedule->owns, schedule->user, schedule->diag);
        /* A large state takes longer, and is written less often. */
        work->saved = 2 * g_get_monotonic_time() - now;
    }
}

static void make_all(struct work *work)
{
    struct schedule *schedule = work->schedule;

    while (!schedule->is_stopped &&
           (!g_queue_is_empty(&work->ready) || !pool_is_idle(work->pool))) {
        while (pool_has_room(work->pool) && !g_queue_is_empty(&work->ready)) {
            begin_step(work, g_queue_pop_head(&work->ready));
        }
        if (!pool_is_idle(work->pool)) {
            wait_for_one(work);
        }
        schedule->is_stopped = work_is_stopped(work);
        say_what_is_over(work);
        progress_show(work->progress, work->over, schedule->failed);
        save_now_and_then(work);
    }
}

void schedule_run(struct schedule *schedule)
{
    struct work work = {.schedule = schedule};
    GPtrArray *steps = schedule->steps;

    g_queue_init(&work.ready);
    for (guint i = steps->len; i > 0; i--) {
        struct step *step = steps->pdata[i - 1];

        if (step->needs->len == 0) {
            consider(&work, step);
        }
    }
    if (g_queue_is_empty(&work.ready)) {
        return;
    }
    schedule->begin(schedule->user);
    work_open(&work);
    make_all(&work);
    work_close(&work);
}
