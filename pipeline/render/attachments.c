/*
 * Attachments, compressed and counted by other threads while the pages are
 * made: the document of a long table is larger than its pages.
 */
#include "render/attachments.h"

#include <string.h>

#include "base/files.h"
#include "base/i18n.h"
#include "base/jobs.h"
#include "doc/doc.h"
#include "render/packed.h"
#include "xml/redact.h"

/* What is not given a name of its own: standard input. */
#define NAMELESS "document.xml"

struct file {
    enum attachment_kind kind;
    char *name;
    GBytes *bytes; /* those given; NULL: packed */
    size_t size;
    struct packed *packed; /* NULL: not packed yet */
};

struct attachments {
    struct jobs *jobs; /* NULL: nothing is packed */
    GPtrArray *files;  /* of struct file */
};

static void file_free(gpointer item)
{
    struct file *file = item;

    g_free(file->name);
    g_clear_pointer(&file->bytes, g_bytes_unref);
    packed_unref(file->packed);
    g_free(file);
}

static void finish_file(void *job)
{
    struct file *file = job;

    file->packed = packed_new(file->bytes);
    g_clear_pointer(&file->bytes, g_bytes_unref);
}

struct attachments *attachments_new(bool packed)
{
    struct attachments *attachments = g_new0(struct attachments, 1);

    attachments->jobs = packed ? jobs_new(finish_file) : NULL;
    attachments->files = g_ptr_array_new_with_free_func(file_free);
    return attachments;
}

/* The record is that of one report. */
static void remember(const struct attachments *attachments)
{
    for (guint i = 0; i < attachments->files->len; i++) {
        const struct file *file = attachments->files->pdata[i];

        if (file->kind != ATTACHMENT_RECORD) {
            packed_remember(file->packed);
        }
    }
}

void attachments_free(struct attachments *attachments)
{
    if (attachments != NULL) {
        if (attachments->jobs != NULL) {
            jobs_free(attachments->jobs);
            remember(attachments);
        }
        g_ptr_array_unref(attachments->files);
        g_free(attachments);
    }
}

static bool is_taken(const struct attachments *attachments, const char *name)
{
    for (guint i = 0; i < attachments->files->len; i++) {
        const struct file *file = attachments->files->pdata[i];

        if (strcmp(file->name, name) == 0) {
            return true;
        }
    }
    return false;
}

/* Names like those of tables are theirs alone. */
static char *plain_name(const char *path)
{
    if (strcmp(path, "-") == 0 || g_str_has_suffix(path, ".csv")) {
        return g_strdup(NAMELESS);
    }
    return files_plain_name(path);
}

/* "2024.xml", the second one "2024-2.xml". */
static char *free_name(const struct attachments *attachments, const char *path)
{
    g_autofree char *name = plain_name(path);
    const char *dot = strrchr(name, '.');
    size_t stem = dot != NULL ? (size_t)(dot - name) : strlen(name);
    char *wanted = g_strdup(name);

    for (int i = 2; is_taken(attachments, wanted); i++) {
        g_free(wanted);
        wanted = g_strdup_printf("%.*s-%d%s", (int)stem, name, i, name + stem);
    }
    return wanted;
}

/* Takes the name over. */
static void add(struct attachments *attachments, enum attachment_kind kind,
    char *name, GBytes *bytes)
{
    struct file *file = g_new0(struct file, 1);
    bool is_packed = attachments->jobs != NULL;

    file->kind = kind;
    file->name = name;
    file->size = g_bytes_get_size(bytes);
    file->packed = is_packed ? packed_recall(bytes) : NULL;
    g_ptr_array_add(attachments->files, file);
    if (file->packed == NULL) {
        file->bytes = g_bytes_ref(bytes);
    }
    if (is_packed && file->packed == NULL) {
        jobs_add(attachments->jobs, file);
    }
}

void attachments_add(struct attachments *attachments, enum attachment_kind kind,
    const char *path, const void *bytes, size_t size)
{
    g_autoptr(GBytes) copy = g_bytes_new(bytes, size);

    add(attachments, kind, free_name(attachments, path), copy);
}

struct attachments *attachments_pack(const struct attachments *plain)
{
    struct attachments *packed = attachments_new(true);

    for (guint i = 0; i < plain->files->len; i++) {
        const struct file *file = plain->files->pdata[i];

        add(packed, file->kind, g_strdup(file->name), file->bytes);
    }
    return packed;
}

static void finish(struct attachments *attachments)
{
    if (attachments->jobs != NULL) {
        jobs_finish(attachments->jobs);
    }
}

/* False, reported: the dataset has what must not be published. */
static bool is_publishable(
    const char *path, const void *bytes, size_t size, struct diag *diag)
{
    GString *redacted = redact_dataset(bytes, size);

    if (redacted == NULL) {
        return true;
    }
    g_string_free(redacted, TRUE);
    diag_report(diag, DIAG_CONFIDENTIAL_SOURCE, DIAG_FILE(path));
    return false;
}

bool attachments_add_file(struct attachments *attachments,
    enum attachment_kind kind, const char *path, struct diag *diag)
{
    g_autoptr(GBytes) file = files_read(path, diag);
    gsize size;
    const void *bytes = file != NULL ? g_bytes_get_data(file, &size) : NULL;

    bool is_dataset = kind == ATTACHMENT_DATASET || kind == ATTACHMENT_PREVIOUS;

    if (file == NULL ||
        (is_dataset && !is_publishable(path, bytes, size, diag))) {
        return false;
    }
    add(attachments, kind, free_name(attachments, path), file);
    return true;
}

size_t attachments_count(const struct attachments *attachments)
{
    return attachments == NULL ? 0 : attachments->files->len;
}

struct attachment attachments_at(struct attachments *attachments, size_t index)
{
    const struct file *file = attachments->files->pdata[index];
    struct attachment attachment = {
        .kind = file->kind, .name = file->name, .size = file->size};

    finish(attachments);
    if (file->packed != NULL) {
        attachment.md5 = file->packed->md5;
        attachment.sha256 = file->packed->sha256;
        attachment.deflated_size = g_bytes_get_size(file->packed->deflated);
    }
    return attachment;
}

GBytes *attachments_bytes(struct attachments *attachments, size_t index)
{
    struct file *file = attachments->files->pdata[index];

    finish(attachments);
    return file->packed != NULL
               ? g_bytes_ref(file->packed->deflated)
               : g_steal_pointer(&file->bytes);
}

/* --- kinds --- */

static const struct {
    const char *relation;
    const char *mime;
    const char *description;
} kinds[] = {
    [ATTACHMENT_DATASET] = {"Source", "text/xml",
        R_("Dataset that the report is computed from")},
    [ATTACHMENT_PREVIOUS] = {"Supplement", "text/xml",
        R_("Dataset of the edition before, which this one revises")},
    [ATTACHMENT_AGGREGATED] = {"Data", "text/xml",
        R_("Figures of all years, with what is computed from them")},
    [ATTACHMENT_DOCUMENT] = {"Source", "text/xml",
        R_("Document that these pages were made from")},
    [ATTACHMENT_RECORD] = {"Supplement", "text/xml",
        R_("Record of what the report was made with")},
    [ATTACHMENT_TABLE] = {"Data", "text/csv", R_("Figures of the table")},
};
_Static_assert(
    G_N_ELEMENTS(kinds) == ATTACHMENT_KIND_COUNT, "kinds of attachments");

bool attachments_describe(
    const struct document *document, GPtrArray *read, struct diag *diag)
{
    bool is_english = strcmp(document->lang, "en") == 0;

    if (!i18n_report_open(is_english ? "en" : "zh_CN", diag)) {
        return false;
    }
    if (read != NULL && i18n_report_file() != NULL) {
        g_ptr_array_add(read, g_strdup(i18n_report_file()));
    }
    return true;
}

const char *attachment_relation(enum attachment_kind kind)
{
    return kinds[kind].relation;
}

const char *attachment_mime(enum attachment_kind kind)
{
    return kinds[kind].mime;
}

const char *attachment_description(enum attachment_kind kind)
{
    return kinds[kind].description;
}
