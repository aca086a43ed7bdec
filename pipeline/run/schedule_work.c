/*
 * What is done around a job: files that it reads are looked at before, those
 * that it wrote after it.
 */
#include <string.h>
#include <unistd.h>

#include "base/files.h"
#include "base/out.h"
#include "run/complain.h"
#include "run/pool.h"
#include "run/progress.h"
#include "run/schedule_parts.h"
#include "run/sweep.h"

void work_open(struct work *work)
{
    struct schedule *schedule = work->schedule;

    work->pool = pool_new(schedule->jobs, schedule->limit, schedule->wake);
    work->progress = progress_new(schedule->steps->len);
    work->folders =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    work->saved = g_get_monotonic_time();
}

void work_close(struct work *work)
{
    g_queue_clear(&work->ready);
    pool_free(work->pool);
    progress_free(work->progress);
    g_hash_table_unref(work->folders);
}

bool work_is_stopped(struct work *work)
{
    char byte;

    return work->schedule->wake >= 0 &&
           read(work->schedule->wake, &byte, 1) == 1;
}

/* --- what is said --- */

void work_complain(struct step *step, enum diag_id id, const char *program,
    const char *why)
{
    struct diag *diag = complain_of(step);

    diag_report(diag, id, DIAG_NOWHERE, program, step->name, why);
    complain_end(diag);
}

/* --- before --- */

static void take_all(struct work *work, const GPtrArray *files)
{
    for (guint i = 0; i < files->len; i++) {
        snapshot_take(work->schedule->snapshot, seen_path(files->pdata[i]));
    }
}

void work_prepare(struct work *work, struct step *step)
{
    struct schedule *schedule = work->schedule;
    const struct record *old = state_find(schedule->state, step->name);
    g_autofree char *program = tool_program(step->tool);

    for (guint i = 0; i < step->inputs->len; i++) {
        snapshot_take(schedule->snapshot, step->inputs->pdata[i]);
    }
    if (program != NULL) {
        snapshot_take(schedule->snapshot, program);
    }
    if (old != NULL) {
        take_all(work, old->reads);
        take_all(work, old->tool->files);
    }
}

bool work_make_folders(struct work *work, struct step *step)
{
    struct diag *diag = complain_of(step);

    for (guint i = 0; i < step->outputs->len; i++) {
        g_autofree char *folder = g_path_get_dirname(step->outputs->pdata[i]);

        if (!g_hash_table_contains(work->folders, folder) &&
            places_make(folder, diag)) {
            g_hash_table_add(work->folders, g_steal_pointer(&folder));
        }
    }
    return complain_end(diag);
}

/* --- after --- */

/* The files are there as they were taken, or as if they had never been. */
static void add_taken(
    struct work *work, GPtrArray *files, const GPtrArray *paths)
{
    struct snapshot *snapshot = work->schedule->snapshot;

    for (guint i = 0; i < paths->len; i++) {
        struct seen *seen = snapshot_take(snapshot, paths->pdata[i]);

        g_ptr_array_add(
            files, seen != NULL ? seen : snapshot_never(snapshot));
    }
}

static const struct state_set *tool_set(struct work *work, enum tool tool)
{
    g_autoptr(GPtrArray) paths = NULL;
    g_autoptr(GPtrArray) files = g_ptr_array_new();

    if (work->tools[tool] == NULL) {
        paths = tool == TOOL_COPY ? g_ptr_array_new()
                                  : tool_files(work->processes[tool]);
        if (paths->len == 0 && tool != TOOL_COPY) {
            g_ptr_array_set_free_func(paths, g_free);
            g_ptr_array_add(paths, tool_program(tool));
        }
        add_taken(work, files, paths);
        work->tools[tool] = state_set_of(work->schedule->state, files);
    }
    return work->tools[tool];
}

/* False: the job says that it wrote a file, and it is not there. */
static bool add_written(struct work *work, struct step *step, GPtrArray *files,
    const GPtrArray *paths)
{
    struct snapshot *snapshot = work->schedule->snapshot;

    for (guint i = 0; i < paths->len; i++) {
        struct seen *seen = snapshot_retake(snapshot, paths->pdata[i]);

        if (seen == NULL) {
            struct diag *diag = complain_of(step);

            diag_report(
                diag, DIAG_OUTPUT_GONE, DIAG_NOWHERE, paths->pdata[i]);
            complain_end(diag);
            return false;
        }
        g_ptr_array_add(files, seen);
    }
    return true;
}

static void put(struct work *work, struct step *step, struct record *record)
{
    const struct record *old = state_find(work->schedule->state, step->name);

    record->tool = tool_set(work, step->tool);
    record->is_new = true;
    if (old != NULL) {
        const char *left;

        /* In the way of nothing, and of no report any more. */
        (void)sweep_difference(old->wrote, record->wrote, &left);
    }
    state_put(work->schedule->state, record);
    step->record = record;
}

bool work_record(
    struct work *work, struct step *step, const struct answer *answer)
{
    struct record *record;

    if (step->outputs->len == 0) {
        return true;
    }
    record = record_new(step->name, step->key);
    add_taken(work, record->reads, answer->reads);
    record->pages = answer->pages;
    if (!add_written(work, step, record->wrote, answer->wrote)) {
        record_free(record);
        return false;
    }
    put(work, step, record);
    return true;
}

bool work_copy(struct work *work, struct step *step)
{
    struct diag *diag = complain_of(step);
    const char *from = step->inputs->pdata[0];
    const char *to = step->outputs->pdata[0];
    g_autoptr(GBytes) bytes = files_read(from, diag);
    struct record *record;

    if (bytes != NULL) {
        gsize size;
        const void *text = g_bytes_get_data(bytes, &size);

        if (!files_hold(to, text, size)) {
            out_write(to, text, size, diag);
        }
    }
    if (!complain_end(diag)) {
        return false;
    }
    record = record_new(step->name, step->key);
    add_taken(work, record->reads, step->inputs);
    if (!add_written(work, step, record->wrote, step->outputs)) {
        record_free(record);
        return false;
    }
    put(work, step, record);
    return true;
}
