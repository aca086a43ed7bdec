/*
 * By libqpdf through verify/, a few milliseconds a report.
 */
#include "release/facts.h"

#include <string.h>

#include "base/diag.h"
#include "base/files.h"
#include "release/cache.h"
#include "release/manifest.h"
#include "run/signals.h"
#include "verify/carried.h"
#include "verify/record.h"

#define RECORD_NAME "provenance.xml"

static struct cache_report *report_new(
    const struct carried *carried, const struct record *record,
    struct cache *cache)
{
    struct cache_report *report = g_new0(struct cache_report, 1);

    report->title = g_strdup(carried->title);
    report->pages = carried->pages;
    report->parts = g_ptr_array_new();
    for (guint i = 0; i < record->entries->len; i++) {
        const struct record_entry *entry =
            &g_array_index(record->entries, struct record_entry, i);

        if (strcmp(entry->kind, "library") == 0) {
            g_ptr_array_add(report->parts,
                cache_part(cache, entry->name, entry->value, NULL));
        } else if (strcmp(entry->kind, "face") == 0) {
            g_ptr_array_add(report->parts,
                cache_part(cache, entry->name, entry->version, entry->value));
        }
    }
    return report;
}

/* NULL: reported. */
static const struct cache_report *read_report(
    const struct manifest_file *pdf, struct cache *cache, struct diag *diag)
{
    struct diag_pos pos = DIAG_FILE(pdf->source);
    g_autoptr(GBytes) bytes = files_read(pdf->source, diag);
    struct carried *carried =
        bytes != NULL ? carried_read(bytes, pos, diag) : NULL;
    const struct carried_file *file =
        carried != NULL ? carried_find(carried, RECORD_NAME, "Supplement")
                        : NULL;
    struct record *record = NULL;

    if (file != NULL) {
        record = record_read(pdf->source, file->bytes, diag);
    } else if (carried != NULL) {
        diag_report(diag, DIAG_RECORD_MISSING, pos, RECORD_NAME);
    }
    if (record != NULL) {
        cache_put_report(
            cache, pdf->sha256, report_new(carried, record, cache));
    }
    record_close(record);
    carried_free(carried);
    return cache_report(cache, pdf->sha256);
}

static gint by_name(gconstpointer left, gconstpointer right)
{
    const struct cache_part *a = *(struct cache_part *const *)left;
    const struct cache_part *b = *(struct cache_part *const *)right;
    int order = strcmp(a->name, b->name);

    order = order != 0 ? order : strcmp(a->version, b->version);
    return order != 0 ? order : g_strcmp0(a->tables, b->tables);
}

/* Takes each once, in an order that does not depend on that of reports. */
static void add_parts(struct manifest *manifest, GHashTable *parts)
{
    g_autoptr(GPtrArray) sorted = g_ptr_array_new();
    GHashTableIter iter;
    gpointer key;

    g_hash_table_iter_init(&iter, parts);
    while (g_hash_table_iter_next(&iter, &key, NULL)) {
        g_ptr_array_add(sorted, key);
    }
    g_ptr_array_sort(sorted, by_name);
    for (guint i = 0; i < sorted->len; i++) {
        const struct cache_part *part = sorted->pdata[i];

        if (part->tables != NULL) {
            struct manifest_face *face = g_new0(struct manifest_face, 1);

            face->name = manifest_keep(manifest, part->name);
            face->version = manifest_keep(manifest, part->version);
            face->tables = manifest_keep(manifest, part->tables);
            face->fs_type = -1;
            g_ptr_array_add(manifest->faces, face);
        } else {
            struct manifest_tool *library = g_new0(struct manifest_tool, 1);

            library->name = manifest_keep(manifest, part->name);
            library->version = manifest_keep(manifest, part->version);
            g_ptr_array_add(manifest->libraries, library);
        }
    }
}

static bool read_dataset(struct manifest *manifest,
    const struct manifest_dataset *dataset, struct cache *cache,
    GHashTable *parts, struct diag *diag)
{
    for (guint i = 0; i < dataset->reports->len; i++) {
        struct manifest_report *report = dataset->reports->pdata[i];
        const struct manifest_file *pdf = manifest_find(report->files, "pdf");
        const struct cache_report *known = cache_report(cache, pdf->sha256);

        if (known == NULL && signals_caught() == 0) {
            known = read_report(pdf, cache, diag);
        }
        if (known == NULL) {
            return false;
        }
        report->title = manifest_keep(manifest, known->title);
        report->title_tag =
            manifest_tags[g_str_has_prefix(report->lang, "zh_CN")
                              ? MANIFEST_ZH
                              : MANIFEST_EN];
        report->pages = known->pages;
        for (guint k = 0; k < known->parts->len; k++) {
            g_hash_table_add(parts, known->parts->pdata[k]);
        }
    }
    return true;
}

bool facts_read(
    struct manifest *manifest, struct cache *cache, struct diag *diag)
{
    g_autoptr(GHashTable) parts = g_hash_table_new(NULL, NULL);

    for (guint i = 0; i < manifest->datasets->len; i++) {
        if (!read_dataset(
                manifest, manifest->datasets->pdata[i], cache, parts, diag)) {
            return false;
        }
    }
    add_parts(manifest, parts);
    return true;
}
