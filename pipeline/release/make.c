/*
 * The steps of a release, each of which may be the last one.
 */
#include "release/make.h"

#include <stdbool.h>
#include <string.h>

#include <glib.h>

#include "base/diag.h"
#include "base/i18n.h"
#include "base/version.h"
#include "release/cache.h"
#include "release/changes.h"
#include "release/collect.h"
#include "release/facts.h"
#include "release/folder.h"
#include "release/inputs.h"
#include "release/made_with.h"
#include "release/manifest.h"
#include "release/pictures.h"
#include "release/publish.h"
#include "release/stage.h"
#include "release/tables.h"
#include "run/classes.h"
#include "run/config.h"
#include "run/plan.h"
#include "run/signals.h"
#include "run/snapshot.h"
#include "run/state.h"

struct making {
    const struct places *places;
    const struct config *config;
    struct diag *diag;
    struct folder folder;
    struct cache *cache;
    struct inputs *inputs;
    struct made_with with;
    struct manifest *manifest;
    struct manifest *before; /* NULL: there is no release yet */
};

/* --- what there is --- */

/* The publisher, if all have one; else what the pages are. */
static void find_title(struct making *making)
{
    static const char *const names[] = {"zh_CN", "en"};
    struct manifest *manifest = making->manifest;

    for (int i = 0; i < MANIFEST_LANGUAGES; i++) {
        const char *title = NULL;
        bool is_common = true;

        for (guint k = 0; k < manifest->datasets->len; k++) {
            const struct manifest_dataset *dataset =
                manifest->datasets->pdata[k];

            is_common = is_common && dataset->publisher[i] != NULL &&
                        (title == NULL ||
                            strcmp(title, dataset->publisher[i]) == 0);
            title = dataset->publisher[i];
        }
        if (making->config->title[i] != NULL) {
            title = making->config->title[i];
        } else if (!is_common && i18n_report_open(names[i], making->diag)) {
            title = i18n_report(NULL, R_("Statistical reports"));
        }
        manifest->title[i] = manifest_keep(manifest, title);
    }
}

static bool collect_files(struct making *making, struct snapshot *snapshot)
{
    struct diag *unheard = diag_new(""); /* the run has said it */
    struct plan *plan = plan_read(making->places, unheard);
    g_autofree char *folder =
        g_build_filename(making->places->work, "state", NULL);
    struct state *state = state_load(folder, snapshot);
    struct collecting collecting = {making->places, plan, state, snapshot,
        making->manifest, making->diag};
    bool is_good = collect(&collecting, making->inputs);

    if (is_good) {
        made_with_find(&making->with, plan, snapshot, making->inputs,
            making->manifest);
        inputs_put(making->inputs, making->manifest);
    }
    state_free(state);
    plan_free(plan);
    diag_free(unheard);
    return is_good;
}

static bool read_built(struct making *making)
{
    struct snapshot *snapshot = snapshot_new();
    bool is_good = collect_files(making, snapshot);

    snapshot_free(snapshot);
    if (is_good) {
        making->manifest->version = GONGBAO_VERSION;
        making->manifest->url = making->config->url;
        making->manifest->is_signed = making->config->sign != NULL;
    }
    return is_good;
}

/* --- whether it is another --- */

/* A sum over all that a release follows from, of what was built; the rest of it
 * takes time to make. */
static char *contents_key(const struct making *making)
{
    g_autoptr(GString) text = changes_contents(making->manifest);
    g_autofree char *pictures = g_find_program_in_path("mutool");

    g_string_append_printf(text, "%s %s\n", making->with.export_sum,
        pictures != NULL ? pictures : "-");
    for (int i = 0; i < MANIFEST_LANGUAGES; i++) {
        const char *title = making->config->title[i];

        g_string_append_printf(text, "%s\n", title != NULL ? title : "-");
    }
    return g_compute_checksum_for_string(G_CHECKSUM_SHA256, text->str, -1);
}

static bool derive(struct making *making)
{
    struct manifest *manifest = making->manifest;

    if (!collect_heads(manifest, making->diag)) {
        return false;
    }
    find_title(making);
    if (!facts_read(manifest, making->cache, making->diag) ||
        !pictures_add(manifest, making->cache, making->diag) ||
        !tables_add(manifest, making->cache, making->with.export,
            making->with.export_sum, making->diag)) {
        return false;
    }
    inputs_fonts(making->inputs, manifest);
    made_with_pictures(manifest);
    return true;
}

/* False: reported.  Without a release before it is true as well. */
static bool read_before(struct making *making)
{
    g_autofree char *path = NULL;

    if (making->folder.current == NULL) {
        return true;
    }
    path = g_build_filename(
        making->folder.path, making->folder.current, "manifest.xml", NULL);
    making->before = manifest_read(g_intern_string(path), making->diag);
    return making->before != NULL;
}

/* --- the release --- */

static bool fill(struct making *making, const struct staging *staging,
    const char *folder, int *status)
{
    char sha256[TREE_SHA256];
    g_autofree char *name = NULL;

    if (!stage_fill(staging, sha256, making->diag)) {
        return false;
    }
    if (staging->sign != NULL && !stage_sign(staging, making->diag)) {
        *status = RUN_PUBLISH;
        return false;
    }
    name = folder_name(making->manifest->serial, sha256);
    return folder_finish(&making->folder, folder, name, making->diag);
}

static bool make_folder(struct making *making, int *status)
{
    g_autofree char *before =
        making->folder.current != NULL
            ? folder_path(&making->folder, making->folder.current)
            : NULL;
    g_autofree char *folder = NULL;
    struct staging staging = {.manifest = making->manifest,
        .before = before,
        .sign = making->config->sign};
    bool is_good;

    making->manifest->serial = folder_next_serial(&making->folder);
    making->manifest->previous = making->folder.current != NULL
                                     ? manifest_keep(making->manifest,
                                           making->folder.current)
                                     : NULL;
    if (!changes_find(
            making->before, before, making->manifest, making->diag)) {
        return false;
    }
    folder = folder_begin(&making->folder, making->diag);
    staging.folder = folder;
    is_good = folder != NULL && fill(making, &staging, folder, status);
    if (!is_good && folder != NULL) {
        tree_remove(folder, making->diag);
    }
    return is_good;
}

/* What was found out need not be found out again, unless it may be that which
 * was wrong. */
static bool give_up(struct making *making)
{
    if (signals_caught() == 0) {
        cache_forget_changed(making->cache);
    }
    cache_save(making->cache, false, making->diag);
    return false;
}

/* False: reported, or *status says what. */
static bool make(struct making *making, int *status)
{
    g_autofree char *key = NULL;

    if (!read_built(making)) {
        return false;
    }
    key = contents_key(making);
    if (making->folder.current != NULL &&
        g_strcmp0(cache_release(making->cache, key), making->folder.current) ==
            0) {
        return true;
    }
    if (!derive(making) || !read_before(making)) {
        return give_up(making);
    }
    if ((making->before == NULL ||
            !changes_none(making->before, making->manifest)) &&
        !make_folder(making, status)) {
        return give_up(making);
    }
    cache_set_release(making->cache, key, making->folder.current);
    return cache_save(making->cache, true, making->diag) &&
           folder_keep(
               &making->folder, (unsigned)making->config->keep, making->diag);
}

static int publish(struct making *making)
{
    const struct config *config = making->config;
    const struct folder *folder = &making->folder;
    g_autofree char *ways = publish_ways(config);

    if (*ways == '\0' ||
        cache_is_published(making->cache, folder->current, ways)) {
        return RUN_DONE;
    }
    if (!publish_release(config, folder, making->diag)) {
        return RUN_PUBLISH;
    }
    cache_set_published(making->cache, folder->current, ways);
    cache_save(making->cache, false, making->diag);
    return RUN_DONE;
}

int make_release(const struct places *places, const struct config *config,
    struct diag *diag)
{
    struct making making = {
        .places = places, .config = config, .diag = diag};
    enum folder_state state = folder_open(&making.folder, config->folder, diag);
    int status = state == FOLDER_LOCKED ? RUN_LOCKED : RUN_DONE;

    if (state != FOLDER_OPEN) {
        return status;
    }
    making.cache = cache_load(places->work);
    making.inputs = inputs_new(places->work);
    making.manifest = manifest_new();
    if (folder_clean(&making.folder, diag) && make(&making, &status)) {
        status = publish(&making);
    }
    diag_flush(diag); /* while the paths that it names are there */
    manifest_free(making.before);
    manifest_free(making.manifest);
    inputs_free(making.inputs);
    cache_free(making.cache);
    g_free(making.with.export);
    folder_close(&making.folder);
    return status;
}
