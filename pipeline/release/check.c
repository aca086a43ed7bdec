/*
 * All faults are reported, not only the first one.
 */
#include "release/check.h"

#include <string.h>

#include <glib.h>

#include "base/diag.h"
#include "base/tree.h"
#include "release/folder.h"
#include "release/manifest.h"
#include "release/sums.h"

struct check {
    const char *folder;
    struct sums *sums;
    struct diag *diag;
};

static bool report(const struct check *check, enum diag_id id, const char *name)
{
    diag_report(check->diag, id, DIAG_FILE(check->folder), name);
    return false;
}

/* A file that is not in the list, or not as it is there. */
static bool check_file(const struct check *check, const char *name)
{
    const char *expected = sums_of(check->sums, name);
    g_autofree char *path = g_build_filename(check->folder, name, NULL);
    char sha256[TREE_SHA256];

    if (strcmp(name, SUMS_NAME) == 0 || strcmp(name, SUMS_SIGNATURE) == 0) {
        return true;
    }
    if (expected == NULL) {
        return report(check, DIAG_RELEASE_EXTRA, name);
    }
    if (!tree_sha256(path, sha256, NULL, check->diag)) {
        return false;
    }
    return strcmp(sha256, expected) == 0 ||
           report(check, DIAG_RELEASE_ALTERED, name);
}

static bool check_listed(const struct check *check, GHashTable *there)
{
    g_autoptr(GPtrArray) names = sums_names(check->sums);
    bool is_good = true;

    for (guint i = 0; i < names->len; i++) {
        if (!g_hash_table_contains(there, names->pdata[i])) {
            is_good = report(check, DIAG_RELEASE_MISSING, names->pdata[i]);
        }
    }
    return is_good;
}

static bool check_files(const struct check *check)
{
    g_autoptr(GPtrArray) names = tree_list(check->folder, check->diag);
    g_autoptr(GHashTable) there = g_hash_table_new(g_str_hash, g_str_equal);
    bool is_good = names != NULL;

    for (guint i = 0; names != NULL && i < names->len; i++) {
        g_hash_table_add(there, names->pdata[i]);
        is_good = check_file(check, names->pdata[i]) && is_good;
    }
    return check_listed(check, there) && is_good;
}

struct against {
    const struct check *check;
    bool is_good;
};

static void check_manifest_file(struct manifest_file *file, void *user)
{
    struct against *against = user;
    const char *sum = sums_of(against->check->sums, file->path);

    if (g_strcmp0(sum, file->sha256) != 0) {
        against->is_good =
            report(against->check, DIAG_RELEASE_MANIFEST, file->path);
    }
}

/* The name of a release has the first digits of its manifest's sum. */
static bool check_name(const struct check *check)
{
    g_autofree char *real = g_canonicalize_filename(check->folder, NULL);
    g_autofree char *name = g_path_get_basename(real);
    const char *sum = sums_of(check->sums, "manifest.xml");
    unsigned serial = folder_serial(name);
    g_autofree char *expected = NULL;

    if (serial == 0 || sum == NULL) {
        return true;
    }
    expected = folder_name(serial, sum);
    return strcmp(name, expected) == 0 ||
           report(check, DIAG_RELEASE_NAME, expected);
}

bool check_release(const char *folder, struct diag *diag)
{
    g_autofree char *sums_path = g_build_filename(folder, SUMS_NAME, NULL);
    g_autofree char *path = g_build_filename(folder, "manifest.xml", NULL);
    const char *sums_name = g_intern_string(sums_path);
    struct check check = {folder, sums_read(sums_name, diag), diag};
    struct manifest *manifest = NULL;
    struct against against = {&check, true};

    if (check.sums == NULL) {
        return false;
    }
    against.is_good = check_files(&check) && check_name(&check);
    manifest = manifest_read(g_intern_string(path), diag);
    if (manifest != NULL) {
        manifest_each_file(manifest, check_manifest_file, &against);
    }
    against.is_good = manifest != NULL && against.is_good;
    manifest_free(manifest);
    sums_free(check.sums);
    return against.is_good;
}
