/*
 * Plan and state side by side.  A file is named in the release by what it is,
 * and taken from where it is.
 */
#include "release/collect.h"

#include <string.h>

#include "base/diag.h"
#include "base/version.h"
#include "release/inputs.h"
#include "release/manifest.h"
#include "run/plan.h"
#include "run/state.h"
#include "xml/events.h"

/* --- files --- */

/* NULL, reported: the file is not the one that was made. */
static struct manifest_file *add_seen(struct collecting *collecting,
    GPtrArray *files, struct seen *seen, const char *path, const char *kind)
{
    struct manifest *manifest = collecting->manifest;
    struct manifest_file *file;

    if (!snapshot_is_there(collecting->snapshot, seen)) {
        diag_report(collecting->diag, DIAG_RELEASE_OTHER, DIAG_NOWHERE,
            seen_path(seen));
        return NULL;
    }
    file = manifest_add_file(files);
    file->path = manifest_keep(manifest, path);
    file->kind = kind;
    file->size = seen->stamp.size;
    file->sha256 = manifest_keep(manifest, seen->sha256);
    file->source = manifest_keep(manifest, seen_path(seen));
    return file;
}

/* The first file that a step wrote; NULL: it was never made. */
static struct seen *first_of(
    const struct collecting *collecting, const char *name)
{
    const struct record *record = state_find(collecting->state, name);

    return record != NULL && record->wrote->len > 0 ? record->wrote->pdata[0]
                                                    : NULL;
}

/* --- what it was made with --- */

static bool has_tool(const struct manifest *manifest, const char *name)
{
    for (guint i = 0; i < manifest->tools->len; i++) {
        const struct manifest_tool *tool = manifest->tools->pdata[i];

        if (strcmp(tool->name, name) == 0) {
            return true;
        }
    }
    return false;
}

/* The program among the files that it consists of: the rest are libraries. */
static const struct seen *program_of(
    const struct record *record, const char *name)
{
    g_autofree char *installed = g_strconcat("gongbao-", name, NULL);

    for (guint i = 0; record->tool != NULL && i < record->tool->files->len;
         i++) {
        const struct seen *file = record->tool->files->pdata[i];
        g_autofree char *base = g_path_get_basename(seen_path(file));

        if (strcmp(base, name) == 0 || strcmp(base, installed) == 0) {
            return file;
        }
    }
    return NULL;
}

static void add_tool(struct manifest *manifest, const struct record *record,
    const char *name)
{
    const struct seen *program = program_of(record, name);
    struct manifest_tool *tool;

    if (has_tool(manifest, name)) {
        return;
    }
    tool = g_new0(struct manifest_tool, 1);
    tool->name = name;
    tool->version = GONGBAO_VERSION;
    tool->sha256 = program != NULL ? manifest_keep(manifest, program->sha256)
                                   : NULL;
    g_ptr_array_add(manifest->tools, tool);
}

/* tool: NULL: none that is named.  False: reported. */
static bool add_making(struct collecting *collecting, const char *name,
    const char *tool, struct inputs *inputs)
{
    const struct record *record = state_find(collecting->state, name);

    if (record == NULL) {
        return true;
    }
    for (guint i = 0; i < record->reads->len; i++) {
        const struct seen *read = record->reads->pdata[i];

        /* It changed while it was read: the state has no name of it, and
         * another run reads it again. */
        if (*seen_path(read) == '\0') {
            diag_report(
                collecting->diag, DIAG_RELEASE_OTHER, DIAG_NOWHERE, name);
            return false;
        }
        inputs_add(inputs, read);
    }
    if (tool != NULL) {
        add_tool(collecting->manifest, record, tool);
    }
    return true;
}

/* --- a dataset --- */

struct head {
    struct manifest *manifest;
    struct manifest_dataset *dataset;
    int depth;
    int language;
};

static void begin_element(void *context, const struct events_element *element)
{
    struct head *head = context;
    const char *tag = events_lang(element);

    if (head->depth++ == 0) {
        head->dataset->prepared = manifest_keep(
            head->manifest, events_attribute(element, "prepared"));
    }
    head->language = g_strcmp0(tag, manifest_tags[MANIFEST_EN]) == 0
                         ? MANIFEST_EN
                         : MANIFEST_ZH;
}

static void end_element(void *context, const char *name, const char *text)
{
    struct head *head = context;
    struct manifest_dataset *dataset = head->dataset;
    const char **texts = strcmp(name, "title") == 0       ? dataset->title
                         : strcmp(name, "publisher") == 0 ? dataset->publisher
                         : strcmp(name, "refArea") == 0   ? dataset->area
                                                          : NULL;

    if (--head->depth == 1 && texts != NULL) {
        texts[head->language] = manifest_keep(head->manifest, text);
    }
}

bool collect_heads(struct manifest *manifest, struct diag *diag)
{
    const struct events_handlers handlers = {begin_element, end_element};

    for (guint i = 0; i < manifest->datasets->len; i++) {
        struct manifest_dataset *dataset = manifest->datasets->pdata[i];
        struct head head = {manifest, dataset, 0, MANIFEST_ZH};
        const struct manifest_file *file =
            manifest_find(dataset->files, "aggregated");

        if (!events_read(file->source, &handlers, &head, diag)) {
            return false;
        }
    }
    return true;
}

/* What was read and what was accepted are the same bytes unless something in
 * them is confidential. */
static bool add_raw(struct collecting *collecting,
    const struct plan_file *year, struct inputs *inputs)
{
    const struct record *record = state_find(collecting->state, year->accepted);
    const struct seen *accepted = first_of(collecting, year->accepted);

    for (guint i = 0; record != NULL && i < record->reads->len; i++) {
        const struct seen *read = record->reads->pdata[i];

        if (strcmp(seen_path(read), year->raw) == 0 && accepted != NULL &&
            strcmp(read->sha256, accepted->sha256) != 0) {
            inputs_withhold(inputs, year->raw);
        }
    }
    return add_making(collecting, year->accepted, "validate", inputs);
}

static bool add_years(struct collecting *collecting, const GPtrArray *years,
    struct manifest_dataset *dataset, const char *below, struct inputs *inputs)
{
    for (guint i = 0; i < years->len; i++) {
        const struct plan_file *year = years->pdata[i];
        g_autofree char *path = g_strdup_printf(
            "data/%s/%s%s.xml", dataset->id, below, year->year);
        struct seen *seen = first_of(collecting, year->accepted);

        if ((seen != NULL && add_seen(collecting, dataset->files, seen, path,
                                 "xml") == NULL) ||
            !add_raw(collecting, year, inputs)) {
            return false;
        }
    }
    return true;
}

/* NULL: it was never made, or (*is_good false) reported. */
static struct manifest_dataset *add_dataset(struct collecting *collecting,
    const struct plan_dataset *plan, struct inputs *inputs, bool *is_good)
{
    const struct plan_file *newest =
        plan->years->pdata[plan->years->len - 1];
    struct seen *seen = first_of(collecting, plan->aggregated);
    g_autofree char *path =
        g_strdup_printf("data/%s/aggregated.xml", plan->name);
    struct manifest_dataset *dataset;

    if (seen == NULL) {
        return NULL;
    }
    dataset = manifest_add_dataset(collecting->manifest);
    dataset->id = manifest_keep(collecting->manifest, plan->name);
    dataset->year = manifest_keep(collecting->manifest, newest->year);
    *is_good = add_years(collecting, plan->years, dataset, "", inputs) &&
               add_years(
                   collecting, plan->previous, dataset, "previous/", inputs) &&
               add_seen(collecting, dataset->files, seen, path,
                   "aggregated") != NULL &&
               add_making(
                   collecting, plan->aggregated, "aggregate", inputs);
    return *is_good ? dataset : NULL;
}

/* --- reports --- */

/* "X.pdf": reports/X.pdf; else tex/..., as it is called among the outputs. */
static char *release_path(
    const struct collecting *collecting, const char *path, const char **kind)
{
    const char *output = collecting->places->output;
    size_t length = strlen(output);
    const char *name = strncmp(path, output, length) == 0 && path[length] == '/'
                           ? path + length + 1
                           : path;

    if (strchr(name, '/') != NULL) {
        *kind = "attached";
        return g_strconcat("tex/", name, NULL);
    }
    *kind = g_str_has_suffix(name, ".pdf") ? "pdf" : "tex";
    return g_strconcat(
        strcmp(*kind, "pdf") == 0 ? "reports/" : "tex/", name, NULL);
}

static bool add_report(struct collecting *collecting,
    const struct plan_report *plan, struct manifest_dataset *dataset,
    struct inputs *inputs)
{
    struct manifest *manifest = collecting->manifest;
    const struct record *record = state_find(collecting->state, plan->pdf);
    struct manifest_report *report;

    if (record == NULL) {
        return true;
    }
    report = manifest_add_report(dataset);
    report->name = manifest_keep(manifest, plan->name);
    report->design = manifest_keep(manifest, plan->design);
    report->style = manifest_keep(manifest, plan->style);
    report->lang = manifest_keep(manifest, plan->lang);
    for (guint i = 0; i < record->wrote->len; i++) {
        struct seen *seen = record->wrote->pdata[i];
        const char *kind;
        g_autofree char *path =
            release_path(collecting, seen_path(seen), &kind);

        if (add_seen(collecting, report->files, seen, path, kind) == NULL) {
            return false;
        }
    }
    return add_making(collecting, plan->pdf, "layout", inputs);
}

static gint by_path(gconstpointer left, gconstpointer right)
{
    const struct manifest_file *a = *(struct manifest_file *const *)left;
    const struct manifest_file *b = *(struct manifest_file *const *)right;
    int order = strcmp(b->kind, a->kind); /* tex, pdf, attached */

    if (order != 0) {
        return strcmp(a->kind, "pdf") == 0   ? -1
               : strcmp(b->kind, "pdf") == 0 ? 1
                                             : order;
    }
    return strcmp(a->path, b->path);
}

static bool add_reports(struct collecting *collecting,
    const struct plan_dataset *plan, struct manifest_dataset *dataset,
    guint *next, struct inputs *inputs)
{
    const GPtrArray *reports = collecting->plan->reports;
    bool is_good = true;

    for (; *next < reports->len; (*next)++) {
        const struct plan_report *report = reports->pdata[*next];

        if (report->dataset != plan) {
            break;
        }
        is_good = is_good && (dataset == NULL || add_report(collecting, report,
                                                     dataset, inputs));
    }
    for (guint i = 0; dataset != NULL && i < dataset->reports->len; i++) {
        const struct manifest_report *report = dataset->reports->pdata[i];

        g_ptr_array_sort(report->files, by_path);
    }
    return is_good;
}

static bool add_class(struct collecting *collecting, struct inputs *inputs)
{
    const char *name = collecting->plan->class_file;
    struct seen *seen = first_of(collecting, name);

    return add_making(collecting, name, NULL, inputs) &&
           (seen == NULL || add_seen(collecting, collecting->manifest->files,
                                seen, "tex/gongbao.cls", "class") != NULL);
}

bool collect(struct collecting *collecting, struct inputs *inputs)
{
    const GPtrArray *datasets = collecting->plan->datasets;
    guint next = 0;
    guint count = 0;

    for (guint i = 0; i < datasets->len; i++) {
        const struct plan_dataset *plan = datasets->pdata[i];
        bool is_good = true;
        struct manifest_dataset *dataset =
            add_dataset(collecting, plan, inputs, &is_good);

        if (!is_good ||
            !add_reports(collecting, plan, dataset, &next, inputs)) {
            return false;
        }
        count += dataset != NULL ? dataset->reports->len : 0;
    }
    if (count == 0) {
        diag_report(collecting->diag, DIAG_RELEASE_EMPTY, DIAG_NOWHERE);
    }
    return count > 0 && add_class(collecting, inputs);
}
