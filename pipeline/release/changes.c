/*
 * Reports and datasets by their names.
 */
#include "release/changes.h"

#include <string.h>

#include "base/diag.h"
#include "release/dates.h"
#include "release/figures.h"
#include "release/manifest.h"

struct finding {
    GHashTable *datasets; /* of before: id -> struct manifest_dataset */
    GHashTable *reports;  /* name -> struct manifest_report */
    const char *folder;
    struct manifest *after;
    struct diag *diag;
};

/* --- whether there is anything --- */

static void add_line(struct manifest_file *file, void *user)
{
    g_string_append_printf(user, "%s %s\n", file->sha256, file->path);
}

GString *changes_contents(const struct manifest *manifest)
{
    GString *text = g_string_new(NULL);

    g_string_append_printf(text, "%s\n%s\n%s\n%d\n",
        manifest->title[MANIFEST_ZH], manifest->title[MANIFEST_EN],
        manifest->url != NULL ? manifest->url : "", manifest->is_signed);
    manifest_each_file(manifest, add_line, text);
    for (guint i = 0; i < manifest->inputs->len; i++) {
        const struct manifest_input *input = manifest->inputs->pdata[i];

        if (g_str_has_prefix(input->path, "templates/release/") ||
            g_str_has_prefix(input->path, "locale/")) {
            g_string_append_printf(text, "%s %s\n",
                input->sha256 != NULL ? input->sha256 : "-", input->path);
        }
    }
    return text;
}

bool changes_none(const struct manifest *before, const struct manifest *after)
{
    g_autoptr(GString) was = changes_contents(before);
    g_autoptr(GString) is = changes_contents(after);

    return g_string_equal(was, is);
}

/* --- data --- */

static const char *sum_of(const GPtrArray *files, const char *kind)
{
    const struct manifest_file *file = manifest_find(files, kind);

    return file != NULL ? file->sha256 : NULL;
}

static bool same_files(const GPtrArray *a, const GPtrArray *b)
{
    bool is_same = a->len == b->len;

    for (guint i = 0; is_same && i < a->len; i++) {
        const struct manifest_file *left = a->pdata[i];
        const struct manifest_file *right = b->pdata[i];

        is_same = strcmp(left->path, right->path) == 0 &&
                  strcmp(left->sha256, right->sha256) == 0;
    }
    return is_same;
}

static bool compare_data(const struct finding *finding,
    const struct manifest_dataset *was, struct manifest_dataset *is)
{
    struct manifest_changed *changed = manifest_changed_new();
    const struct manifest_file *before =
        manifest_find(was->files, "aggregated");
    const struct manifest_file *after = manifest_find(is->files, "aggregated");
    const char *path;

    is->changed = changed;
    changed->prepared = strcmp(was->prepared, is->prepared) != 0
                            ? manifest_keep(finding->after, was->prepared)
                            : NULL;
    changed->year = strcmp(was->year, is->year) != 0
                        ? manifest_keep(finding->after, was->year)
                        : NULL;
    if (before != NULL && after != NULL) {
        g_autofree char *name =
            g_build_filename(finding->folder, before->path, NULL);

        /* What is said of it may outlive this function. */
        path = manifest_keep(finding->after, name);
        if (!figures_compare(finding->after, path, after->source, changed,
                finding->diag)) {
            return false;
        }
    }
    changed->is_words = changed->prepared == NULL && changed->year == NULL &&
                        changed->figures_changed + changed->figures_added +
                                changed->figures_removed ==
                            0;
    return true;
}

static bool find_in_data(
    const struct finding *finding, struct manifest_dataset *dataset)
{
    const struct manifest_dataset *was =
        g_hash_table_lookup(finding->datasets, dataset->id);

    if (was == NULL) {
        dataset->change = CHANGE_NEW;
        return true;
    }
    if (g_strcmp0(sum_of(was->files, "aggregated"),
            sum_of(dataset->files, "aggregated")) == 0) {
        dataset->change = same_files(was->files, dataset->files)
                              ? CHANGE_SAME
                              : CHANGE_CHANGED;
        return true;
    }
    dataset->change = CHANGE_CHANGED;
    return compare_data(finding, was, dataset);
}

/* --- reports --- */

static void date_report(const struct finding *finding,
    const struct manifest_dataset *dataset, struct manifest_report *report,
    const struct manifest_report *was)
{
    g_autofree char *time = dates_of_day(dataset->prepared);

    if (was != NULL && strcmp(time, was->updated) <= 0 &&
        report->change == CHANGE_CHANGED) {
        g_free(time);
        time = dates_after(was->updated);
    } else if (was != NULL && report->change == CHANGE_SAME) {
        g_free(time);
        time = g_strdup(was->updated);
    }
    report->updated = manifest_keep(finding->after, time);
}

static void find_in_report(const struct finding *finding,
    const struct manifest_dataset *dataset, struct manifest_report *report)
{
    const struct manifest_report *was =
        g_hash_table_lookup(finding->reports, report->name);

    report->change = CHANGE_NEW;
    if (was != NULL && g_strcmp0(sum_of(was->files, "pdf"),
                           sum_of(report->files, "pdf")) == 0) {
        report->change = CHANGE_SAME;
    } else if (was != NULL) {
        report->change = CHANGE_CHANGED;
        report->reason =
            dataset->changed != NULL ? REASON_DATA : REASON_DESIGN;
        report->pages_before = was->pages != report->pages ? was->pages : 0;
    }
    date_report(finding, dataset, report, was);
}

static void find_removed(
    const struct finding *finding, const struct manifest *before)
{
    g_autoptr(GHashTable) names = g_hash_table_new(g_str_hash, g_str_equal);

    for (guint i = 0; i < finding->after->datasets->len; i++) {
        const struct manifest_dataset *is =
            finding->after->datasets->pdata[i];

        for (guint k = 0; k < is->reports->len; k++) {
            const struct manifest_report *report = is->reports->pdata[k];

            g_hash_table_add(names, (gpointer)(gsize)report->name);
        }
    }
    for (guint i = 0; i < before->datasets->len; i++) {
        const struct manifest_dataset *was = before->datasets->pdata[i];

        for (guint k = 0; k < was->reports->len; k++) {
            const struct manifest_report *report = was->reports->pdata[k];
            struct manifest_removed *removed;

            if (g_hash_table_contains(names, report->name)) {
                continue;
            }
            removed = g_new0(struct manifest_removed, 1);
            removed->name = manifest_keep(finding->after, report->name);
            removed->design = manifest_keep(finding->after, report->design);
            removed->style = manifest_keep(finding->after, report->style);
            removed->lang = manifest_keep(finding->after, report->lang);
            removed->title = manifest_keep(finding->after, report->title);
            removed->title_tag = report->title_tag;
            g_ptr_array_add(finding->after->removed, removed);
        }
    }
}

/* --- the release --- */

static const char *later(const char *a, const char *b)
{
    return a == NULL || strcmp(a, b) < 0 ? b : a;
}

static bool date_release(const struct finding *finding,
    const struct manifest *before)
{
    struct manifest *after = finding->after;
    g_autofree char *epoch = NULL;
    const char *newest = NULL;

    if (!dates_epoch(&epoch, finding->diag)) {
        return false;
    }
    newest = manifest_keep(after, epoch);
    for (guint i = 0; i < after->datasets->len; i++) {
        const struct manifest_dataset *dataset = after->datasets->pdata[i];
        g_autofree char *day = dates_of_day(dataset->prepared);

        if (epoch == NULL) {
            newest = later(newest, manifest_keep(after, day));
        }
        for (guint k = 0; k < dataset->reports->len; k++) {
            const struct manifest_report *report = dataset->reports->pdata[k];

            newest = later(newest, report->updated);
        }
    }
    if (before != NULL && strcmp(newest, before->date) <= 0) {
        g_autofree char *next = dates_after(before->date);

        newest = manifest_keep(after, next);
    }
    after->date = newest;
    return true;
}

static void read_before(
    struct finding *finding, const struct manifest *before)
{
    for (guint i = 0; before != NULL && i < before->datasets->len; i++) {
        struct manifest_dataset *dataset = before->datasets->pdata[i];

        g_hash_table_insert(
            finding->datasets, (gpointer)(gsize)dataset->id, dataset);
        for (guint k = 0; k < dataset->reports->len; k++) {
            struct manifest_report *report = dataset->reports->pdata[k];

            g_hash_table_insert(
                finding->reports, (gpointer)(gsize)report->name, report);
        }
    }
}

bool changes_find(const struct manifest *before, const char *folder,
    struct manifest *after, struct diag *diag)
{
    g_autoptr(GHashTable) datasets = g_hash_table_new(g_str_hash, g_str_equal);
    g_autoptr(GHashTable) reports = g_hash_table_new(g_str_hash, g_str_equal);
    struct finding finding = {datasets, reports, folder, after, diag};

    read_before(&finding, before);
    for (guint i = 0; i < after->datasets->len; i++) {
        struct manifest_dataset *dataset = after->datasets->pdata[i];

        if (!find_in_data(&finding, dataset)) {
            return false;
        }
        for (guint k = 0; k < dataset->reports->len; k++) {
            find_in_report(&finding, dataset, dataset->reports->pdata[k]);
        }
    }
    if (before != NULL) {
        find_removed(&finding, before);
    }
    return date_release(&finding, before);
}
