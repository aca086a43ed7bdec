/*
 * Reads folders: data/, and in it those that have a file "reports".
 */
#include "run/plan.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/diag.h"
#include "run/plan_lines.h"

#define DATA "data"

static void file_free(gpointer data)
{
    struct plan_file *file = data;

    g_free(file->year);
    g_free(file->raw);
    g_free(file->accepted);
    g_free(file);
}

static void dataset_free(gpointer data)
{
    struct plan_dataset *dataset = data;

    g_free(dataset->name);
    g_ptr_array_unref(dataset->years);
    g_ptr_array_unref(dataset->previous);
    g_free(dataset->terms);
    g_free(dataset->aggregated);
    g_free(dataset);
}

static void report_free(gpointer data)
{
    struct plan_report *report = data;

    g_free(report->name);
    g_free(report->design);
    g_free(report->style);
    g_free(report->lang);
    g_free(report->year);
    g_free(report->pdf);
    g_free(report->tex);
    g_free(report->data);
    g_free(report);
}

void plan_free(struct plan *plan)
{
    if (plan != NULL) {
        g_ptr_array_unref(plan->reports);
        g_ptr_array_unref(plan->datasets);
        g_ptr_array_unref(plan->faulty);
        g_free(plan->class_file);
        g_free(plan);
    }
}

static gint by_name(gconstpointer left, gconstpointer right)
{
    return strcmp(*(char *const *)left, *(char *const *)right);
}

/* Names in a folder, in order; NULL: it is none, errno says why. */
static GPtrArray *names_in(int parent, const char *path)
{
    int folder = openat(parent, path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    DIR *listing = folder >= 0 ? fdopendir(folder) : NULL;
    GPtrArray *names;
    struct dirent *entry;
    int reason;

    if (listing == NULL) {
        return NULL;
    }
    names = g_ptr_array_new_with_free_func(g_free);
    while ((errno = 0, entry = readdir(listing)) != NULL) {
        if (entry->d_name[0] != '.') {
            g_ptr_array_add(names, g_strdup(entry->d_name));
        }
    }
    reason = errno;
    closedir(listing);
    if (reason != 0) {
        g_ptr_array_unref(names);
        errno = reason;
        return NULL;
    }
    g_ptr_array_sort(names, by_name);
    return names;
}

/* 2024.xml, 2024-1.xml: what begins with a digit is a file of a dataset. */
static bool is_year(const char *name)
{
    return g_ascii_isdigit(*name) && g_str_has_suffix(name, ".xml");
}

/* A tab or a line break would part the words of a job.  False: reported. */
static bool is_a_word(const char *name, struct diag *diag)
{
    g_autofree char *shown = NULL;

    if (strpbrk(name, "\t\n") == NULL) {
        return true;
    }
    shown = g_strescape(name, NULL);
    diag_report(diag, DIAG_DATASET_NAME, DIAG_NOWHERE, shown);
    return false;
}

/* Adds the files of a folder below data/ and below the work folder. */
static void add_files(GPtrArray *files, const GPtrArray *names,
    const struct places *places, const char *folder, struct diag *diag)
{
    for (guint i = 0; i < names->len; i++) {
        const char *name = names->pdata[i];
        struct plan_file *file;

        if (!is_year(name) || !is_a_word(name, diag)) {
            continue;
        }
        file = g_new0(struct plan_file, 1);
        file->year = g_strndup(name, strlen(name) - strlen(".xml"));
        file->raw = g_strdup_printf(DATA "/%s/%s", folder, name);
        file->accepted =
            g_strdup_printf("%s/%s/%s", places->work, folder, name);
        g_ptr_array_add(files, file);
    }
}

static bool has(GPtrArray *names, const char *name)
{
    return g_ptr_array_find_with_equal_func(names, name, g_str_equal, NULL);
}

static struct plan_dataset *dataset_new(const struct places *places, int data,
    const char *name, GPtrArray *names, struct diag *diag)
{
    struct plan_dataset *dataset = g_new0(struct plan_dataset, 1);
    g_autofree char *before = g_strdup_printf("%s/previous", name);
    g_autoptr(GPtrArray) earlier =
        has(names, "previous") ? names_in(data, before) : NULL;

    dataset->name = g_strdup(name);
    dataset->years = g_ptr_array_new_with_free_func(file_free);
    dataset->previous = g_ptr_array_new_with_free_func(file_free);
    add_files(dataset->years, names, places, name, diag);
    if (earlier != NULL) {
        add_files(dataset->previous, earlier, places, before, diag);
    }
    if (has(names, "terms.xml")) {
        dataset->terms = g_strdup_printf(DATA "/%s/terms.xml", name);
    }
    dataset->aggregated =
        g_strdup_printf("%s/%s/aggregated.xml", places->work, name);
    return dataset;
}

/* --- reports --- */

struct reader {
    const struct places *places;
    struct plan *plan;
    struct plan_lines *lines;
    GHashTable *outputs; /* names of reports */
    struct diag *diag;
};

static struct plan_report *report_new(const struct places *places,
    const struct plan_dataset *dataset, const struct plan_line *line,
    const char *lang)
{
    const struct plan_file *newest =
        dataset->years->pdata[dataset->years->len - 1];
    struct plan_report *report = g_new0(struct plan_report, 1);

    report->dataset = dataset;
    report->design = g_strdup(line->design);
    report->style = g_strdup(line->style);
    report->lang = g_strdup(lang);
    report->year = g_strdup(newest->year);
    /* A style that the line names is part of the report's name. */
    report->name = g_strconcat(dataset->name, "-", line->design,
        line->style != NULL ? "-" : "",
        line->style != NULL ? line->style : "", "-", newest->year, ".", lang,
        NULL);
    report->pdf = g_strdup_printf("%s/%s.pdf", places->output, report->name);
    report->tex = g_strdup_printf("%s/%s.tex", places->output, report->name);
    report->data = g_strdup_printf("%s/%s.data", places->output, report->name);
    return report;
}

static void add_report(
    struct reader *reader, struct plan_report *report, struct diag_pos pos)
{
    const struct plan_report *other =
        g_hash_table_lookup(reader->outputs, report->name);

    if (other != NULL) {
        diag_report(reader->diag, DIAG_REPORTS_TWICE, pos, report->name,
            other->dataset->name);
        report_free(report);
        return;
    }
    g_hash_table_insert(reader->outputs, report->name, report);
    g_ptr_array_add(reader->plan->reports, report);
}

static void add_line(const struct plan_line *line, void *user)
{
    struct reader *reader = user;
    const GPtrArray *datasets = reader->plan->datasets;
    const struct plan_dataset *dataset = datasets->pdata[datasets->len - 1];

    for (guint i = 0; i < line->langs->len; i++) {
        add_report(reader,
            report_new(
                reader->places, dataset, line, line->langs->pdata[i]),
            line->pos);
    }
}

static void read_dataset(struct reader *reader, int data, const char *name)
{
    g_autoptr(GPtrArray) names = names_in(data, name);
    g_autofree char *path = g_strdup_printf(DATA "/%s/reports", name);
    struct plan_dataset *dataset;

    if (names == NULL && errno != ENOTDIR) {
        diag_report(reader->diag, DIAG_INPUT_READ, DIAG_NOWHERE, path,
            g_strerror(errno));
    }
    if (names == NULL || !has(names, "reports")) {
        return;
    }
    if (!is_a_word(name, reader->diag)) {
        return;
    }
    dataset = dataset_new(reader->places, data, name, names, reader->diag);
    if (dataset->years->len == 0) {
        diag_report(reader->diag, DIAG_DATASET_EMPTY,
            DIAG_FILE(g_intern_string(path)), name);
        dataset_free(dataset);
        return;
    }
    g_ptr_array_add(reader->plan->datasets, dataset);
    plan_lines_read(reader->lines, path, add_line, reader);
}

struct plan *plan_read(const struct places *places, struct diag *diag)
{
    struct plan *plan = g_new0(struct plan, 1);
    int data = open(DATA, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    g_autoptr(GPtrArray) names = data >= 0 ? names_in(data, ".") : NULL;
    struct reader reader = {.places = places, .plan = plan, .diag = diag};

    plan->datasets = g_ptr_array_new_with_free_func(dataset_free);
    plan->reports = g_ptr_array_new_with_free_func(report_free);
    plan->faulty = g_ptr_array_new_with_free_func(g_free);
    plan->class_file = g_strdup_printf("%s/gongbao.cls", places->output);
    if (names == NULL) {
        plan->is_unread = true;
        diag_report(
            diag, DIAG_INPUT_READ, DIAG_NOWHERE, DATA, g_strerror(errno));
        if (data >= 0) {
            close(data);
        }
        return plan;
    }
    reader.outputs = g_hash_table_new(g_str_hash, g_str_equal);
    reader.lines = plan_lines_new(diag);
    for (guint i = 0; i < names->len; i++) {
        struct diag_mark before = diag_mark(diag);

        read_dataset(&reader, data, names->pdata[i]);
        if (!diag_is_quiet(diag, &before)) {
            g_ptr_array_add(plan->faulty, g_strdup(names->pdata[i]));
        }
    }
    plan_lines_free(reader.lines);
    g_hash_table_unref(reader.outputs);
    close(data);
    return plan;
}
