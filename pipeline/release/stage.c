/*
 * Every file goes through add, which keeps its sum: SHA256SUMS has what was
 * written, and not what should have been.
 */
#include "release/stage.h"

#include <string.h>

#include "base/diag.h"
#include "release/command.h"
#include "release/manifest.h"
#include "release/pages.h"
#include "release/provenance.h"
#include "release/sums.h"
#include "run/signals.h"
#include "xml/xml.h"

#define MANIFEST_NAME "manifest.xml"

struct stage {
    const struct staging *staging;
    GHashTable *folders; /* that are there */
    struct sums *sums;
    struct sums *before; /* of all files of the release before; or NULL */
    struct diag *diag;
    bool has_failed;
};

/* The path of a file in the release, in a folder that is there; NULL:
 * reported.  The caller frees it. */
static char *place(struct stage *stage, const char *name)
{
    g_autofree char *path =
        g_build_filename(stage->staging->folder, name, NULL);
    g_autofree char *folder = g_path_get_dirname(path);

    if (!g_hash_table_contains(stage->folders, folder)) {
        if (!tree_make(folder, stage->diag)) {
            return NULL;
        }
        g_hash_table_add(stage->folders, g_steal_pointer(&folder));
    }
    return g_steal_pointer(&path);
}

/* True: the file was the same before, and has a second name now. */
static bool link_before(const struct stage *stage, const char *name,
    const char *sha256, const char *path)
{
    g_autofree char *from = NULL;

    if (stage->before == NULL ||
        g_strcmp0(sums_of(stage->before, name), sha256) != 0) {
        return false;
    }
    from = g_build_filename(stage->staging->before, name, NULL);
    return tree_link(from, path);
}

static bool add(struct stage *stage, const struct manifest_file *file)
{
    g_autofree char *path = place(stage, file->path);
    char sha256[TREE_SHA256];

    if (path == NULL || signals_caught() != 0) {
        return false;
    }
    sums_add(stage->sums, file->path, file->sha256);
    if (link_before(stage, file->path, file->sha256, path)) {
        return true;
    }
    if (!tree_copy(file->source, path, sha256, stage->diag)) {
        return false;
    }
    if (strcmp(sha256, file->sha256) != 0) {
        diag_report(
            stage->diag, DIAG_RELEASE_OTHER, DIAG_NOWHERE, file->source);
        return false;
    }
    return true;
}

static void add_file(struct manifest_file *file, void *user)
{
    struct stage *stage = user;

    stage->has_failed = stage->has_failed || !add(stage, file);
}

static bool add_bytes(
    struct stage *stage, const char *name, const char *bytes, size_t size)
{
    g_autofree char *path = place(stage, name);
    g_autofree char *sha256 = g_compute_checksum_for_data(
        G_CHECKSUM_SHA256, (const guchar *)bytes, size);

    sums_add(stage->sums, name, sha256);
    return path != NULL &&
           (link_before(stage, name, sha256, path) ||
               tree_write(path, bytes, size, stage->diag));
}

static bool add_page(void *data, const char *path, const char *bytes,
    size_t size)
{
    return add_bytes(data, path, bytes, size);
}

static bool add_pages(struct stage *stage, const GString *manifest)
{
    struct xml_doc *doc =
        xml_parse(MANIFEST_NAME, manifest->str, manifest->len, stage->diag);
    bool is_good =
        doc != NULL && pages_make(doc, add_page, stage, NULL, stage->diag);

    xml_free(doc);
    return is_good;
}

static bool add_provenance(struct stage *stage)
{
    g_autoptr(GString) text =
        provenance_write(stage->staging->manifest, stage->sums);

    return add_bytes(stage, PROVENANCE_NAME, text->str, text->len);
}

static bool write_sums(const struct stage *stage)
{
    g_autoptr(GString) text = sums_write(stage->sums);
    g_autofree char *path =
        g_build_filename(stage->staging->folder, SUMS_NAME, NULL);

    return tree_write(path, text->str, text->len, stage->diag);
}

static bool fill(struct stage *stage, char sha256[TREE_SHA256])
{
    g_autoptr(GString) manifest = manifest_write(stage->staging->manifest);

    manifest_each_file(stage->staging->manifest, add_file, stage);
    if (stage->has_failed ||
        !add_bytes(stage, MANIFEST_NAME, manifest->str, manifest->len) ||
        !add_pages(stage, manifest) || !add_provenance(stage)) {
        return false;
    }
    g_strlcpy(sha256, sums_of(stage->sums, MANIFEST_NAME), TREE_SHA256);
    return write_sums(stage);
}

bool stage_fill(const struct staging *staging, char sha256[TREE_SHA256],
    struct diag *diag)
{
    struct stage stage = {.staging = staging, .diag = diag};
    bool is_good;

    stage.folders =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    stage.sums = sums_new();
    if (staging->before != NULL) {
        stage.before = sums_in(staging->before);
    }
    is_good = fill(&stage, sha256);
    g_hash_table_unref(stage.folders);
    sums_free(stage.sums);
    sums_free(stage.before);
    return is_good;
}

bool stage_sign(const struct staging *staging, struct diag *diag)
{
    g_autofree char *input = g_build_filename(staging->folder, SUMS_NAME, NULL);
    g_autofree char *output =
        g_build_filename(staging->folder, SUMS_SIGNATURE, NULL);
    const struct command_word words[] = {
        {'i', input}, {'o', output}, {'\0', NULL}};

    if (!command_run(staging->sign, words, diag)) {
        return false;
    }
    if (!g_file_test(output, G_FILE_TEST_IS_REGULAR)) {
        diag_report(diag, DIAG_SIGNATURE_NONE, DIAG_NOWHERE, staging->sign);
        return false;
    }
    return tree_open_to_all(output, diag);
}
