/*
 * Names of the files below <work>/state, and what stands in them.
 */
#include "run/session.h"

#include <string.h>

#include "run/complain.h"

static void name_files(struct session *session)
{
    const struct build *build = session->build;
    g_autofree char *stem =
        build->shard.count == 0
            ? g_strdup("main")
            : g_strdup_printf("shard-%u-of-%u", build->shard.number,
                  build->shard.count);
    g_autofree char *path = NULL;

    session->state_folder =
        g_build_filename(build->places.work, "state", NULL);
    path = g_build_filename(session->state_folder, stem, NULL);
    session->state_file = g_strconcat(stem, ".tsv", NULL);
    session->log_file = build->shard.count == 0
                            ? g_strdup("run.jsonl")
                            : g_strconcat("run-", stem, ".jsonl", NULL);
    session->last_path = g_strconcat(path, ".run", NULL);
    if (build->shard.count > 0) {
        session->lock_path = g_strconcat(path, ".lock", NULL);
    }
}

void session_open(struct session *session, const struct build *build)
{
    memset(session, 0, sizeof *session);
    session->build = build;
    session->diag = diag_new(g_get_prgname());
    name_files(session);
}

void session_read(struct session *session)
{
    const struct build *build = session->build;

    session->plan = plan_read(&build->places, session->diag);
    session->steps =
        steps_new(session->plan, &build->config, build->is_lint);
    session->chosen = choose(
        session->steps, &build->shard, build->only, session->diag);
    session->snapshot = snapshot_new();
    session->state = state_load(session->state_folder, session->snapshot);
    state_covers(session->state, build->places.output);
    session->has_last = last_load(&session->last, session->last_path);
}

void session_close(struct session *session)
{
    diag_free(session->diag);
    state_free(session->state);
    g_clear_pointer(&session->chosen, g_ptr_array_unref);
    g_clear_pointer(&session->steps, g_ptr_array_unref);
    plan_free(session->plan);
    snapshot_free(session->snapshot);
    last_clear(&session->last);
    g_free(session->state_folder);
    g_free(session->state_file);
    g_free(session->log_file);
    g_free(session->last_path);
    g_free(session->lock_path);
}

int session_status(struct session *session)
{
    diag_flush(session->diag);
    return complain_status();
}
