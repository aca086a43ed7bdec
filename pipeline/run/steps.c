/*
 * Words of command lines.  Paths in them are seen from the project folder.
 */
#include "run/steps.h"

#include <string.h>

#include "base/paths.h"
#include "run/plan_lines.h"

static void step_free(gpointer data)
{
    struct step *step = data;

    g_free(step->name);
    g_ptr_array_unref(step->words);
    g_ptr_array_unref(step->inputs);
    g_ptr_array_unref(step->outputs);
    g_ptr_array_unref(step->needs);
    g_ptr_array_unref(step->followed);
    g_clear_pointer(&step->said, g_ptr_array_unref);
    g_free(step);
}

static struct step *step_new(
    enum tool tool, const char *name, const struct plan_dataset *dataset)
{
    struct step *step = g_new0(struct step, 1);

    step->tool = tool;
    step->name = g_strdup(name);
    step->words = g_ptr_array_new_with_free_func(g_free);
    step->inputs = g_ptr_array_new_with_free_func(g_free);
    step->outputs = g_ptr_array_new_with_free_func(g_free);
    step->needs = g_ptr_array_new();
    step->followed = g_ptr_array_new();
    step->dataset = dataset;
    return step;
}

static void add_word(struct step *step, const char *before, const char *word,
    const char *after)
{
    g_ptr_array_add(step->words, g_strconcat(before, word, after, NULL));
}

static void add_input(struct step *step, const char *path)
{
    g_ptr_array_add(step->inputs, g_strdup(path));
}

static void add_output(struct step *step, const char *path)
{
    add_word(step, "-o", "", "");
    add_word(step, path, "", "");
    g_ptr_array_add(step->outputs, g_strdup(path));
}

/* number: 0: there is no limit to be told of. */
static void add_limit(struct step *step, const char *option, int number)
{
    g_autofree char *text = g_strdup_printf("%d", number);

    if (number != 0) {
        add_word(step, option, text, "");
    }
}

static void add_need(struct step *step, struct step *need)
{
    g_ptr_array_add(step->needs, need);
    g_ptr_array_add(need->followed, step);
    step->waits++;
}

/* The words are complete.  meaning: what else they depend on; NULL: nothing. */
static void close_words(struct step *step, const char *meaning)
{
    g_autoptr(GChecksum) sum = g_checksum_new(G_CHECKSUM_SHA256);

    for (guint i = 0; i < step->words->len; i++) {
        const char *word = step->words->pdata[i];

        g_checksum_update(
            sum, (const guchar *)word, (gssize)strlen(word) + 1);
    }
    if (meaning != NULL) {
        g_checksum_update(
            sum, (const guchar *)meaning, (gssize)strlen(meaning));
    }
    g_strlcpy(step->key, g_checksum_get_string(sum), SNAPSHOT_HEX);
    g_ptr_array_add(step->words, NULL);
}

/* --- of a dataset --- */

struct builder {
    const struct config *config;
    GPtrArray *steps;
    GPtrArray *accepted; /* of struct step, of the dataset at hand */
    bool is_lint;
    char *epoch; /* "" or "SOURCE_DATE_EPOCH=..." */
    GHashTable *own_styles; /* design -> whether it has a style of its name */
};

static void accept_file(struct builder *builder,
    const struct plan_dataset *dataset, const struct plan_file *file)
{
    struct step *step = step_new(TOOL_VALIDATE, file->accepted, dataset);

    if (dataset->terms != NULL) {
        add_word(step, "--terms=", dataset->terms, "");
        add_input(step, dataset->terms);
    }
    add_limit(step, "--max-bytes=", builder->config->max_bytes);
    add_limit(
        step, "--max-observations=", builder->config->max_observations);
    add_output(step, file->accepted);
    add_word(step, file->raw, "", "");
    add_input(step, file->raw);
    close_words(step, NULL);
    g_ptr_array_add(builder->steps, step);
    g_ptr_array_add(builder->accepted, step);
}

static void accept_files(struct builder *builder,
    const struct plan_dataset *dataset, const GPtrArray *files)
{
    for (guint i = 0; i < files->len; i++) {
        accept_file(builder, dataset, files->pdata[i]);
    }
}

static void add_files(struct step *step, const char *option,
    const GPtrArray *files)
{
    for (guint i = 0; i < files->len; i++) {
        const struct plan_file *file = files->pdata[i];

        add_word(step, option, file->accepted, "");
        add_input(step, file->accepted);
    }
}

static struct step *aggregate(
    struct builder *builder, const struct plan_dataset *dataset)
{
    struct step *step = step_new(TOOL_AGGREGATE, dataset->aggregated, dataset);

    add_files(step, "--previous=", dataset->previous);
    add_output(step, dataset->aggregated);
    add_files(step, "", dataset->years);
    for (guint i = 0; i < builder->accepted->len; i++) {
        add_need(step, builder->accepted->pdata[i]);
    }
    close_words(step, NULL);
    g_ptr_array_add(builder->steps, step);
    return step;
}

/* --- of a report --- */

/* Without --style the template's own is taken, where one has its name. */
static bool has_own_style(struct builder *builder, const char *design)
{
    gpointer known;

    if (!g_hash_table_lookup_extended(
            builder->own_styles, design, NULL, &known)) {
        g_autofree char *name = g_strconcat(design, ".xml", NULL);

        known = GINT_TO_POINTER(plan_lines_has_part(name));
        g_hash_table_insert(builder->own_styles, g_strdup(design), known);
    }
    return GPOINTER_TO_INT(known) != 0;
}

static void close_report(
    struct builder *builder, struct step *step, const char *design)
{
    g_autofree char *meaning = g_strconcat(
        has_own_style(builder, design) ? "own style;" : ";", builder->epoch,
        NULL);

    close_words(step, meaning);
}

static struct step *layout(struct builder *builder,
    const struct plan_report *report, const char *name, struct step *aggregated)
{
    struct step *step = step_new(TOOL_LAYOUT, name, report->dataset);

    step->report = report;
    add_word(step, "--template=", report->design, ".xsl");
    if (report->style != NULL) {
        add_word(step, "--style=", report->style, ".xml");
    }
    add_word(step, "--lang=", report->lang, "");
    add_limit(step, "--max-pages=", builder->config->max_pages);
    add_files(step, "--source=", report->dataset->years);
    add_files(step, "--previous=", report->dataset->previous);
    add_input(step, report->dataset->aggregated);
    add_need(step, aggregated);
    g_ptr_array_add(builder->steps, step);
    return step;
}

static void lint(struct builder *builder, const struct plan_report *report,
    struct step *aggregated)
{
    g_autofree char *name = g_strconcat("lint ", report->name, NULL);
    struct step *step = layout(builder, report, name, aggregated);

    add_word(step, "--lint", "", "");
    add_word(step, "--werror", "", "");
    add_word(step, report->dataset->aggregated, "", "");
    close_report(builder, step, report->design);
}

static void make(struct builder *builder, const struct plan_report *report,
    struct step *aggregated)
{
    struct step *step = layout(builder, report, report->pdf, aggregated);

    add_word(step, "--to=pdf", "", "");
    add_output(step, report->pdf);
    add_word(step, "--to=tex", "", "");
    add_output(step, report->tex);
    add_word(step, report->dataset->aggregated, "", "");
    close_report(builder, step, report->design);
}

static void make_reports(struct builder *builder, const struct plan *plan,
    guint *next, struct step *aggregated)
{
    for (; *next < plan->reports->len; (*next)++) {
        const struct plan_report *report = plan->reports->pdata[*next];

        if (report->dataset != aggregated->dataset) {
            break;
        }
        if (builder->is_lint) {
            lint(builder, report, aggregated);
        } else {
            make(builder, report, aggregated);
        }
    }
}

static void copy_class(struct builder *builder, const struct plan *plan)
{
    struct step *step = step_new(TOOL_COPY, plan->class_file, NULL);
    g_autofree char *from = paths_data("templates/gongbao.cls");

    add_word(step, from, "", "");
    add_input(step, from);
    add_output(step, plan->class_file);
    close_words(step, NULL);
    g_ptr_array_add(builder->steps, step);
}

GPtrArray *steps_new(
    const struct plan *plan, const struct config *config, bool is_lint)
{
    struct builder builder = {.config = config,
        .steps = g_ptr_array_new_with_free_func(step_free),
        .is_lint = is_lint};
    const char *epoch = g_getenv("SOURCE_DATE_EPOCH");
    guint next = 0;

    builder.epoch = epoch != NULL
                        ? g_strconcat("SOURCE_DATE_EPOCH=", epoch, NULL)
                        : g_strdup("");
    builder.own_styles =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    builder.accepted = g_ptr_array_new();
    for (guint i = 0; i < plan->datasets->len; i++) {
        const struct plan_dataset *dataset = plan->datasets->pdata[i];

        g_ptr_array_set_size(builder.accepted, 0);
        accept_files(&builder, dataset, dataset->years);
        accept_files(&builder, dataset, dataset->previous);
        make_reports(&builder, plan, &next, aggregate(&builder, dataset));
    }
    if (!is_lint) {
        copy_class(&builder, plan);
    }
    g_ptr_array_unref(builder.accepted);
    g_hash_table_unref(builder.own_styles);
    g_free(builder.epoch);
    return builder.steps;
}
