/*
 * All tables that are missing are jobs of a few programs (base/batch.h).
 */
#include "release/tables.h"

#include <string.h>

#include <gio/gio.h>

#include "base/child.h"
#include "base/diag.h"
#include "base/i18n.h"
#include "base/jobs.h"
#include "release/cache.h"
#include "release/manifest.h"
#include "run/signals.h"

#define BATCH_DATASETS 100
#define CSV ".csv"
#define MAPPING ".mapping.xml"

/* Some of the tables, by one program. */
struct batch {
    const char *program;
    GString *lines;
    guint count; /* of them */
    char *fault; /* NULL: all went well */
};

/* NULL: all was done; else the first line that was said. */
static char *read_answer(const char *answer, guint count)
{
    g_auto(GStrv) lines = g_strsplit(answer, "\n", -1);
    const char *said = NULL;
    guint done = 0;

    for (int i = 0; lines[i] != NULL; i++) {
        if (said == NULL && g_str_has_prefix(lines[i], "said\t")) {
            said = lines[i] + strlen("said\t");
        }
        done += strcmp(lines[i], "done\t0") == 0 ? 1 : 0;
    }
    return done == count ? NULL
                         : g_strdup(said != NULL ? said : _("it ended early"));
}

static void run(void *job)
{
    struct batch *batch = job;
    g_autoptr(GError) error = NULL;
    g_autofree char *answer = NULL;
    g_autoptr(GSubprocessLauncher) launcher = g_subprocess_launcher_new(
        G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE);
    g_autoptr(GSubprocess) process = NULL;

    if (signals_caught() != 0) {
        return;
    }
    g_subprocess_launcher_set_child_setup(
        launcher, child_ends_with_us, NULL, NULL);
    process = g_subprocess_launcher_spawn(
        launcher, &error, batch->program, "--batch", NULL);
    if (process == NULL) {
        batch->fault = g_strdup(error->message);
        return;
    }
    /* Whether the jobs can be written to one that ends is a matter of luck. */
    g_subprocess_communicate_utf8(
        process, batch->lines->str, NULL, &answer, NULL, NULL);
    batch->fault = read_answer(answer != NULL ? answer : "", batch->count);
}

/* What a table is known by: the data, and who makes it. */
static char *key_of(const struct manifest_dataset *dataset, const char *version)
{
    const struct manifest_file *data =
        manifest_find(dataset->files, "aggregated");
    g_autofree char *both = g_strconcat(data->sha256, version, NULL);

    return g_compute_checksum_for_string(G_CHECKSUM_SHA256, both, -1);
}

static bool has_files(struct cache *cache, const char *key)
{
    g_autofree char *csv = g_strconcat(key, CSV, NULL);
    g_autofree char *mapping = g_strconcat(key, MAPPING, NULL);

    return cache_file(cache, csv) != NULL && cache_file(cache, mapping) != NULL;
}

static bool run_all(
    struct batch *batches, guint count, struct diag *diag)
{
    struct jobs *jobs = jobs_new(run);
    bool is_good = true;

    for (guint i = 0; i < count; i++) {
        if (batches[i].count > 0) {
            jobs_add(jobs, &batches[i]);
        }
    }
    jobs_finish(jobs);
    jobs_free(jobs);
    for (guint i = 0; i < count; i++) {
        if (batches[i].fault != NULL) {
            diag_report(diag, DIAG_TABLE, DIAG_NOWHERE, batches[i].program,
                batches[i].fault);
            is_good = false;
        }
        g_free(batches[i].fault);
        g_string_free(batches[i].lines, TRUE);
    }
    return is_good && signals_caught() == 0;
}

static bool make_missing(const struct manifest *manifest, struct cache *cache,
    const char *program, const char *version, struct diag *diag)
{
    guint count = MAX(
        g_get_num_processors(), manifest->datasets->len / BATCH_DATASETS + 1);
    g_autofree struct batch *batches = g_new0(struct batch, count);
    guint next = 0;

    for (guint i = 0; i < count; i++) {
        batches[i].program = program;
        batches[i].lines = g_string_new(NULL);
    }
    for (guint i = 0; i < manifest->datasets->len; i++) {
        const struct manifest_dataset *dataset = manifest->datasets->pdata[i];
        g_autofree char *key = key_of(dataset, version);

        if (!has_files(cache, key)) {
            struct batch *batch = &batches[next++ % count];
            g_autofree char *path = cache_path(cache, key, CSV);

            g_string_append_printf(batch->lines,
                "--aggregated\t--to=csv\t-o\t%s\t%s\n", path,
                manifest_find(dataset->files, "aggregated")->source);
            batch->count++;
        }
    }
    return run_all(batches, count, diag);
}

/* A file of the cache, which is looked at the first time.  False: reported. */
static bool add_file(struct manifest *manifest, struct cache *cache,
    struct manifest_dataset *dataset, const char *key, const char *ending,
    struct diag *diag)
{
    g_autofree char *name = g_strconcat(key, ending, NULL);
    g_autofree char *source = cache_path(cache, name, "");
    g_autofree char *path =
        g_strdup_printf("data/%s/%s%s", dataset->id, dataset->id, ending);
    const struct cache_file *known = cache_file(cache, name);
    struct manifest_file *file;

    if (known == NULL) {
        struct cache_file fresh = {0};

        if (!tree_sha256(source, fresh.sha256, &fresh.size, diag)) {
            return false;
        }
        cache_put_file(cache, name, &fresh);
        known = cache_file(cache, name);
    }
    file = manifest_add_file(dataset->files);
    file->path = manifest_keep(manifest, path);
    file->kind = strcmp(ending, CSV) == 0 ? "csv" : "mapping";
    file->size = known->size;
    file->sha256 = manifest_keep(manifest, known->sha256);
    file->source = manifest_keep(manifest, source);
    return true;
}

bool tables_add(struct manifest *manifest, struct cache *cache,
    const char *program, const char *version, struct diag *diag)
{
    if (!tree_make(cache_folder(cache), diag) ||
        !make_missing(manifest, cache, program, version, diag)) {
        return false;
    }
    for (guint i = 0; i < manifest->datasets->len; i++) {
        struct manifest_dataset *dataset = manifest->datasets->pdata[i];
        g_autofree char *key = key_of(dataset, version);

        if (!add_file(manifest, cache, dataset, key, CSV, diag) ||
            !add_file(manifest, cache, dataset, key, MAPPING, diag)) {
            return false;
        }
    }
    return true;
}
