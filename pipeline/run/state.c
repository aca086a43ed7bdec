/*
 * Records by name.  Of a step that a shard made there may be two.
 */
#include "run/state.h"

#include <string.h>

#include "run/state_parts.h"

void record_free(struct record *record)
{
    g_ptr_array_unref(record->reads);
    g_ptr_array_unref(record->wrote);
    g_free(record->name);
    g_free(record);
}

static void records_free(gpointer data)
{
    struct record *record = data;

    while (record != NULL) {
        struct record *next = record->next;

        record_free(record);
        record = next;
    }
}

static void failure_free(gpointer data)
{
    struct failure *failure = data;

    g_free(failure->class);
    g_free(failure->run);
    g_free(failure->said);
    g_free(failure);
}

static void set_free(gpointer data)
{
    struct state_set *set = data;

    g_ptr_array_unref(set->files);
    g_free(set);
}

/* Their records stand behind those of main.tsv. */
static void find_shards(struct state *state)
{
    GDir *folder = g_dir_open(state->folder, 0, NULL);
    const char *name;

    while (folder != NULL && (name = g_dir_read_name(folder)) != NULL) {
        if (g_str_has_prefix(name, STATE_SHARD)) {
            g_ptr_array_add(
                state->shards, g_build_filename(state->folder, name, NULL));
        }
    }
    if (folder != NULL) {
        g_dir_close(folder);
    }
}

struct state *state_load(const char *folder, struct snapshot *snapshot)
{
    struct state *state = g_new0(struct state, 1);
    g_autofree char *path = g_build_filename(folder, STATE_MAIN, NULL);

    state->folder = g_strdup(folder);
    state->snapshot = snapshot;
    state->records =
        g_hash_table_new_full(g_str_hash, g_str_equal, NULL, records_free);
    state->failures =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, failure_free);
    state->sets = g_ptr_array_new_with_free_func(set_free);
    state->shards = g_ptr_array_new_with_free_func(g_free);
    state_read(state, path);
    find_shards(state);
    for (guint i = 0; i < state->shards->len; i++) {
        if (g_str_has_suffix(state->shards->pdata[i], STATE_END)) {
            state_read(state, state->shards->pdata[i]);
        }
    }
    return state;
}

void state_free(struct state *state)
{
    if (state != NULL) {
        g_hash_table_unref(state->records);
        g_hash_table_unref(state->failures);
        g_ptr_array_unref(state->sets);
        g_ptr_array_unref(state->shards);
        g_free(state->folder);
        g_free(state);
    }
}

/* --- what is known --- */

const struct record *state_find(const struct state *state, const char *name)
{
    return g_hash_table_lookup(state->records, name);
}

static bool are_there(struct snapshot *snapshot, const GPtrArray *files)
{
    for (guint i = 0; i < files->len; i++) {
        if (!snapshot_is_there(snapshot, files->pdata[i])) {
            return false;
        }
    }
    return true;
}

const struct record *state_current(const struct state *state, const char *name,
    const char *key, struct snapshot *snapshot)
{
    const struct record *record = state_find(state, name);

    while (record != NULL &&
           !(strcmp(record->key, key) == 0 &&
               are_there(snapshot, record->tool->files) &&
               are_there(snapshot, record->reads) &&
               are_there(snapshot, record->wrote))) {
        record = record->next;
    }
    return record;
}

void state_each(const struct state *state,
    void (*visit)(const struct record *record, void *user), void *user)
{
    GHashTableIter records;
    gpointer record;

    g_hash_table_iter_init(&records, state->records);
    while (g_hash_table_iter_next(&records, NULL, &record)) {
        visit(record, user);
    }
}

const struct failure *state_failure(
    const struct state *state, const char *name)
{
    return g_hash_table_lookup(state->failures, name);
}

void state_each_failure(const struct state *state,
    void (*visit)(const char *name, const struct failure *failure, void *user),
    void *user)
{
    GHashTableIter failures;
    gpointer name;
    gpointer failure;

    g_hash_table_iter_init(&failures, state->failures);
    while (g_hash_table_iter_next(&failures, &name, &failure)) {
        visit(name, failure, user);
    }
}

/* --- changes --- */

static bool same_files(const GPtrArray *a, const GPtrArray *b)
{
    return a->len == b->len &&
           (a->len == 0 ||
               memcmp(a->pdata, b->pdata, a->len * sizeof *a->pdata) == 0);
}

const struct state_set *state_set_of(struct state *state, GPtrArray *files)
{
    struct state_set *set;

    for (guint i = 0; i < state->sets->len; i++) {
        set = state->sets->pdata[i];
        if (same_files(set->files, files)) {
            return set;
        }
    }
    set = g_new0(struct state_set, 1);
    set->files = g_ptr_array_ref(files);
    g_ptr_array_add(state->sets, set);
    return set;
}

struct record *record_new(const char *name, const char *key)
{
    struct record *record = g_new0(struct record, 1);

    record->name = g_strdup(name);
    g_strlcpy(record->key, key, SNAPSHOT_HEX);
    record->reads = g_ptr_array_new();
    record->wrote = g_ptr_array_new();
    return record;
}

struct failure *failure_new(
    const char *class, const char *run, const char *said)
{
    struct failure *failure = g_new0(struct failure, 1);

    failure->class = g_strdup(class);
    failure->run = g_strdup(run);
    failure->said = g_strdup(said);
    return failure;
}

void state_put(struct state *state, struct record *record)
{
    g_hash_table_replace(state->records, record->name, record);
    g_hash_table_remove(state->failures, record->name);
    state->is_changed = true;
}

void state_keep(struct state *state, const struct record *record)
{
    struct record *first = g_hash_table_lookup(state->records, record->name);
    struct record *kept = NULL;

    state->is_changed =
        g_hash_table_remove(state->failures, record->name) || state->is_changed;
    if (first->next == NULL) {
        return;
    }
    g_hash_table_steal(state->records, record->name);
    while (first != NULL) {
        struct record *next = first->next;

        if (first == record) {
            kept = first;
        } else {
            record_free(first);
        }
        first = next;
    }
    kept->next = NULL;
    g_hash_table_insert(state->records, kept->name, kept);
    state->is_changed = true;
}

void state_fail(struct state *state, const char *name, const char *class,
    const char *run, const char *said)
{
    g_hash_table_replace(
        state->failures, g_strdup(name), failure_new(class, run, said));
    state->is_changed = true;
}

void state_drop(struct state *state, const char *name)
{
    bool is_dropped = g_hash_table_remove(state->records, name);

    is_dropped = g_hash_table_remove(state->failures, name) || is_dropped;
    state->is_changed = state->is_changed || is_dropped;
}

bool state_is_sharded(const struct state *state)
{
    return state->shards->len > 0;
}

void state_forget_failures(struct state *state,
    bool (*is_step)(const char *name, void *user), void *user)
{
    GHashTableIter failures;
    gpointer name;

    g_hash_table_iter_init(&failures, state->failures);
    while (g_hash_table_iter_next(&failures, &name, NULL)) {
        if (!is_step(name, user)) {
            g_hash_table_iter_remove(&failures);
            state->is_changed = true;
        }
    }
}

bool state_is_changed(const struct state *state)
{
    return state->is_changed || snapshot_is_refreshed(state->snapshot);
}
