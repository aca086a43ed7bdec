/*
 * A manifest: what it owns.
 */
#include "release/manifest.h"

#include <string.h>

const char *const manifest_tags[MANIFEST_LANGUAGES] = {"zh-CN", "en"};

static void changed_free(struct manifest_changed *changed)
{
    if (changed != NULL) {
        g_ptr_array_unref(changed->figures);
        g_free(changed);
    }
}

static void report_free(gpointer item)
{
    struct manifest_report *report = item;

    g_ptr_array_unref(report->files);
    g_free(report);
}

static void dataset_free(gpointer item)
{
    struct manifest_dataset *dataset = item;

    g_ptr_array_unref(dataset->files);
    g_ptr_array_unref(dataset->reports);
    changed_free(dataset->changed);
    g_free(dataset);
}

struct manifest *manifest_new(void)
{
    struct manifest *manifest = g_new0(struct manifest, 1);

    manifest->chunk = g_string_chunk_new(1 << 16);
    manifest->tools = g_ptr_array_new_with_free_func(g_free);
    manifest->libraries = g_ptr_array_new_with_free_func(g_free);
    manifest->files = g_ptr_array_new_with_free_func(g_free);
    manifest->datasets = g_ptr_array_new_with_free_func(dataset_free);
    manifest->removed = g_ptr_array_new_with_free_func(g_free);
    manifest->inputs = g_ptr_array_new_with_free_func(g_free);
    manifest->faces = g_ptr_array_new_with_free_func(g_free);
    return manifest;
}

void manifest_free(struct manifest *manifest)
{
    if (manifest != NULL) {
        g_ptr_array_unref(manifest->tools);
        g_ptr_array_unref(manifest->libraries);
        g_ptr_array_unref(manifest->files);
        g_ptr_array_unref(manifest->datasets);
        g_ptr_array_unref(manifest->removed);
        g_ptr_array_unref(manifest->inputs);
        g_ptr_array_unref(manifest->faces);
        g_string_chunk_free(manifest->chunk);
        g_free(manifest);
    }
}

const char *manifest_keep(struct manifest *manifest, const char *text)
{
    return text != NULL ? g_string_chunk_insert(manifest->chunk, text) : NULL;
}

struct manifest_dataset *manifest_add_dataset(struct manifest *manifest)
{
    struct manifest_dataset *dataset = g_new0(struct manifest_dataset, 1);

    dataset->files = g_ptr_array_new_with_free_func(g_free);
    dataset->reports = g_ptr_array_new_with_free_func(report_free);
    g_ptr_array_add(manifest->datasets, dataset);
    return dataset;
}

struct manifest_report *manifest_add_report(struct manifest_dataset *dataset)
{
    struct manifest_report *report = g_new0(struct manifest_report, 1);

    report->files = g_ptr_array_new_with_free_func(g_free);
    g_ptr_array_add(dataset->reports, report);
    return report;
}

struct manifest_file *manifest_add_file(GPtrArray *files)
{
    struct manifest_file *file = g_new0(struct manifest_file, 1);

    g_ptr_array_add(files, file);
    return file;
}

struct manifest_changed *manifest_changed_new(void)
{
    struct manifest_changed *changed = g_new0(struct manifest_changed, 1);

    changed->figures = g_ptr_array_new_with_free_func(g_free);
    return changed;
}

struct manifest_file *manifest_find(const GPtrArray *files, const char *kind)
{
    for (guint i = 0; i < files->len; i++) {
        struct manifest_file *file = files->pdata[i];

        if (strcmp(file->kind, kind) == 0) {
            return file;
        }
    }
    return NULL;
}

static void each_of(const GPtrArray *files,
    void (*each)(struct manifest_file *file, void *user), void *user)
{
    for (guint i = 0; i < files->len; i++) {
        each(files->pdata[i], user);
    }
}

void manifest_each_file(const struct manifest *manifest,
    void (*each)(struct manifest_file *file, void *user), void *user)
{
    each_of(manifest->files, each, user);
    for (guint i = 0; i < manifest->datasets->len; i++) {
        const struct manifest_dataset *dataset = manifest->datasets->pdata[i];

        each_of(dataset->files, each, user);
        for (guint k = 0; k < dataset->reports->len; k++) {
            const struct manifest_report *report = dataset->reports->pdata[k];

            each_of(report->files, each, user);
        }
    }
}
