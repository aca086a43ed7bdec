/*
 * A manifest as XML.
 */
#include "release/manifest.h"

#include "model/markup.h"

#define NAMESPACE "urn:gongbao:release:1"

static void attribute_size(struct markup *out, const char *name, gint64 size)
{
    g_autofree char *text = g_strdup_printf("%" G_GINT64_FORMAT, size);

    markup_attribute(out, name, text);
}

static void write_text(
    struct markup *out, const char *name, const char *tag, const char *text)
{
    markup_open(out, name);
    markup_attribute(out, "xml:lang", tag);
    markup_text(out, text);
    markup_close(out);
}

static void write_texts(struct markup *out, const char *name,
    const char *const texts[MANIFEST_LANGUAGES])
{
    for (int i = 0; i < MANIFEST_LANGUAGES; i++) {
        if (texts[i] != NULL) {
            write_text(out, name, manifest_tags[i], texts[i]);
        }
    }
}

static void write_files(struct markup *out, const GPtrArray *files)
{
    for (guint i = 0; i < files->len; i++) {
        const struct manifest_file *file = files->pdata[i];

        markup_open(out, "file");
        markup_attribute(out, "path", file->path);
        markup_attribute(out, "kind", file->kind);
        attribute_size(out, "size", file->size);
        markup_attribute(out, "sha256", file->sha256);
        if (file->width > 0) {
            markup_attribute_int(out, "width", file->width);
            markup_attribute_int(out, "height", file->height);
        }
        markup_close(out);
    }
}

static void write_tools(struct markup *out, const struct manifest *manifest)
{
    markup_open(out, "tools");
    for (guint i = 0; i < manifest->tools->len; i++) {
        const struct manifest_tool *tool = manifest->tools->pdata[i];

        markup_open(out, "tool");
        markup_attribute(out, "name", tool->name);
        markup_attribute(out, "version", tool->version);
        markup_attribute(out, "sha256", tool->sha256);
        markup_close(out);
    }
    for (guint i = 0; i < manifest->libraries->len; i++) {
        const struct manifest_tool *library = manifest->libraries->pdata[i];

        markup_open(out, "library");
        markup_attribute(out, "name", library->name);
        markup_attribute(out, "version", library->version);
        markup_close(out);
    }
    markup_close(out);
}

static void write_before(
    struct markup *out, const char *name, const char *before)
{
    if (before != NULL) {
        markup_open(out, name);
        markup_attribute(out, "before", before);
        markup_close(out);
    }
}

static void write_figures(
    struct markup *out, const struct manifest_changed *changed)
{
    if (changed->figures_changed + changed->figures_added +
            changed->figures_removed ==
        0) {
        return;
    }
    markup_open(out, "figures");
    markup_attribute_int(out, "changed", (int)changed->figures_changed);
    markup_attribute_int(out, "added", (int)changed->figures_added);
    markup_attribute_int(out, "removed", (int)changed->figures_removed);
    for (guint i = 0; i < changed->figures->len; i++) {
        const struct manifest_figure *figure = changed->figures->pdata[i];

        markup_open(out, "figure");
        markup_attribute(out, "change", figure->change);
        markup_attribute(out, "indicator", figure->indicator);
        markup_attribute(out, "period", figure->period);
        write_texts(out, "label", figure->label);
        write_texts(out, "date", figure->date);
        write_texts(out, "before", figure->before);
        write_texts(out, "after", figure->after);
        markup_close(out);
    }
    markup_close(out);
}

static void write_changed_data(
    struct markup *out, const struct manifest_changed *changed)
{
    if (changed == NULL) {
        return;
    }
    markup_open(out, "changed");
    write_before(out, "prepared", changed->prepared);
    write_before(out, "year", changed->year);
    write_figures(out, changed);
    if (changed->is_words) {
        markup_open(out, "texts");
        markup_close(out);
    }
    markup_close(out);
}

static void write_changed_report(
    struct markup *out, const struct manifest_report *report)
{
    if (report->reason == REASON_NONE && report->pages_before == 0) {
        return;
    }
    markup_open(out, "changed");
    if (report->reason != REASON_NONE) {
        markup_open(out, report->reason == REASON_DATA ? "data" : "design");
        markup_close(out);
    }
    if (report->pages_before > 0) {
        markup_open(out, "pages");
        markup_attribute_int(out, "before", report->pages_before);
        markup_close(out);
    }
    markup_close(out);
}

static void write_change(struct markup *out, enum manifest_change change)
{
    static const char *const names[] = {
        [CHANGE_NEW] = "new",
        [CHANGE_CHANGED] = "changed",
        [CHANGE_SAME] = "same",
    };

    markup_attribute(out, "change", names[change]);
}

static void write_report(
    struct markup *out, const struct manifest_report *report)
{
    markup_open(out, "report");
    markup_attribute(out, "name", report->name);
    markup_attribute(out, "design", report->design);
    markup_attribute(out, "style", report->style);
    markup_attribute(out, "lang", report->lang);
    markup_attribute_int(out, "pages", report->pages);
    markup_attribute(out, "updated", report->updated);
    write_change(out, report->change);
    write_text(out, "title", report->title_tag, report->title);
    write_files(out, report->files);
    write_changed_report(out, report);
    markup_close(out);
}

static void write_dataset(
    struct markup *out, const struct manifest_dataset *dataset)
{
    markup_open(out, "dataset");
    markup_attribute(out, "id", dataset->id);
    markup_attribute(out, "year", dataset->year);
    markup_attribute(out, "prepared", dataset->prepared);
    write_change(out, dataset->change);
    write_texts(out, "title", dataset->title);
    write_texts(out, "publisher", dataset->publisher);
    write_texts(out, "refArea", dataset->area);
    write_files(out, dataset->files);
    write_changed_data(out, dataset->changed);
    for (guint i = 0; i < dataset->reports->len; i++) {
        write_report(out, dataset->reports->pdata[i]);
    }
    markup_close(out);
}

static void write_removed(struct markup *out, const GPtrArray *removed)
{
    if (removed->len == 0) {
        return;
    }
    markup_open(out, "removed");
    for (guint i = 0; i < removed->len; i++) {
        const struct manifest_removed *report = removed->pdata[i];

        markup_open(out, "report");
        markup_attribute(out, "name", report->name);
        markup_attribute(out, "design", report->design);
        markup_attribute(out, "style", report->style);
        markup_attribute(out, "lang", report->lang);
        write_text(out, "title", report->title_tag, report->title);
        markup_close(out);
    }
    markup_close(out);
}

static void write_faces(struct markup *out, const GPtrArray *faces)
{
    for (guint i = 0; i < faces->len; i++) {
        const struct manifest_face *face = faces->pdata[i];

        markup_open(out, "face");
        markup_attribute(out, "name", face->name);
        markup_attribute(out, "version", face->version);
        markup_attribute(out, "tables", face->tables);
        markup_attribute(out, "file", face->file);
        if (face->fs_type >= 0) {
            markup_attribute_int(out, "fsType", face->fs_type);
        }
        markup_close(out);
    }
}

static void write_inputs(struct markup *out, const struct manifest *manifest)
{
    markup_open(out, "inputs");
    for (guint i = 0; i < manifest->inputs->len; i++) {
        const struct manifest_input *input = manifest->inputs->pdata[i];

        markup_open(out, "file");
        markup_attribute(out, "path", input->path);
        if (input->sha256 != NULL) {
            attribute_size(out, "size", input->size);
            markup_attribute(out, "sha256", input->sha256);
        } else {
            markup_attribute(out, "withheld", "confidential");
        }
        markup_close(out);
    }
    write_faces(out, manifest->faces);
    markup_close(out);
}

static void write_head(struct markup *out, const struct manifest *manifest)
{
    markup_attribute(out, "xmlns", NAMESPACE);
    markup_attribute(out, "version", manifest->version);
    markup_attribute_int(out, "serial", (int)manifest->serial);
    markup_attribute(out, "date", manifest->date);
    markup_attribute(out, "previous", manifest->previous);
    markup_attribute(out, "url", manifest->url);
    markup_attribute(out, "signed", manifest->is_signed ? "yes" : NULL);
}

GString *manifest_write(const struct manifest *manifest)
{
    struct markup out;

    markup_begin(&out);
    markup_open(&out, "release");
    write_head(&out, manifest);
    write_texts(&out, "title", manifest->title);
    write_tools(&out, manifest);
    markup_open(&out, "files");
    write_files(&out, manifest->files);
    markup_close(&out);
    markup_open(&out, "datasets");
    for (guint i = 0; i < manifest->datasets->len; i++) {
        write_dataset(&out, manifest->datasets->pdata[i]);
    }
    markup_close(&out);
    write_removed(&out, manifest->removed);
    write_inputs(&out, manifest);
    return markup_end(&out);
}
