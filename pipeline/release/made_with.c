/*
 * Programs are known by their bytes, others' by the version that they print.
 */
#include "release/made_with.h"

#include <string.h>

#include <glib.h>

#include "base/paths.h"
#include "base/version.h"
#include "release/inputs.h"
#include "release/manifest.h"
#include "run/places.h"
#include "run/plan.h"

#define TEMPLATES "templates/release"
#define CATALOGUE "zh_CN/LC_MESSAGES/gongbao-report.mo"
#define PICTURES "mutool"

static void add(
    struct snapshot *snapshot, struct inputs *inputs, const char *path)
{
    const struct seen *seen = snapshot_take(snapshot, path);

    if (seen != NULL) {
        inputs_add(inputs, seen);
    }
}

/* Part of the installation, as records know it. */
static void add_part(
    struct snapshot *snapshot, struct inputs *inputs, const char *path)
{
    g_autofree char *local = places_local(path);

    add(snapshot, inputs, local);
}

static void add_templates(struct snapshot *snapshot, struct inputs *inputs)
{
    g_autofree char *folder = paths_data(TEMPLATES);
    g_autofree char *locale = paths_locale();
    g_autofree char *catalogue = g_build_filename(locale, CATALOGUE, NULL);
    g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
    const char *name;

    while (dir != NULL && (name = g_dir_read_name(dir)) != NULL) {
        g_autofree char *path = g_build_filename(folder, name, NULL);

        add_part(snapshot, inputs, path);
    }
    add_part(snapshot, inputs, catalogue);
}

/* Its sum, which lives as long as the manifest; NULL: none. */
static const char *add_tool(struct manifest *manifest, const char *name,
    const char *version, const char *sha256)
{
    struct manifest_tool *tool = g_new0(struct manifest_tool, 1);

    tool->name = manifest_keep(manifest, name);
    tool->version = manifest_keep(manifest, version);
    tool->sha256 = manifest_keep(manifest, sha256);
    g_ptr_array_add(manifest->tools, tool);
    return tool->sha256;
}

static const char *add_program(struct manifest *manifest,
    struct snapshot *snapshot, const char *name, const char *path)
{
    g_autofree char *local = places_local(path);
    const struct seen *seen = snapshot_take(snapshot, local);
    const char *sha256 = add_tool(manifest, name, GONGBAO_VERSION,
        seen != NULL ? seen->sha256 : NULL);

    return sha256 != NULL ? sha256 : "";
}

void made_with_find(struct made_with *with, const struct plan *plan,
    struct snapshot *snapshot, struct inputs *inputs,
    struct manifest *manifest)
{
    g_autofree char *own = places_program("release");

    for (guint i = 0; i < plan->datasets->len; i++) {
        const struct plan_dataset *dataset = plan->datasets->pdata[i];
        g_autofree char *path =
            g_strdup_printf("data/%s/reports", dataset->name);

        /* The project's own name, wherever a link leads. */
        add(snapshot, inputs, path);
    }
    add_templates(snapshot, inputs);
    with->export = places_program("export");
    with->export_sum = add_program(manifest, snapshot, "export", with->export);
    add_program(manifest, snapshot, "release", own);
}

/* "mutool version 1.21.1" on the first line; NULL: it is not there. */
static char *version_of(const char *program)
{
    const char *const argv[] = {program, "-v", NULL};
    g_autofree char *said = NULL;
    const char *version;

    if (!g_spawn_sync(NULL, (char **)(gpointer)argv, NULL,
            G_SPAWN_SEARCH_PATH | G_SPAWN_STDOUT_TO_DEV_NULL, NULL, NULL, NULL,
            &said, NULL, NULL)) {
        return NULL;
    }
    version = strstr(said, "version ");
    return version != NULL ? g_strndup(version + strlen("version "),
                                 strcspn(version + strlen("version "), "\r\n "))
                           : NULL;
}

void made_with_pictures(struct manifest *manifest)
{
    g_autofree char *version = version_of(PICTURES);

    if (version != NULL) {
        add_tool(manifest, PICTURES, version, NULL);
    }
}
