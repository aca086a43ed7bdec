/*
 * What our own PDF carries but for the record of how that was made, which
 * would not be true of TeX's.
 */
#include "render/latex_files.h"

#include <string.h>

#include <glib/gstdio.h>

#include "base/i18n.h"
#include "base/out.h"
#include "doc/doc.h"
#include "doc/numbering.h"
#include "render/attachments.h"
#include "render/latex_escape.h"
#include "render/table_csv.h"
#include "render/table_files.h"

static void write_line(GString *out, const char *name,
    enum attachment_kind kind, const char *description)
{
    g_string_append(out, "\\associatedfile{");
    latex_escape(out, name, LATEX_PDF);
    g_string_append_printf(
        out, "}{%s}{%s}{", attachment_mime(kind), attachment_relation(kind));
    latex_escape(out, description, LATEX_PDF);
    g_string_append(out, "}\n");
}

void latex_files_write(GString *out, const struct document *document,
    struct attachments *attachments)
{
    struct numbering *numbering = numbering_new(document, document->lang);
    g_autoptr(GArray) tables = table_files_new(document, numbering);

    for (size_t i = 0; i < attachments_count(attachments); i++) {
        struct attachment file = attachments_at(attachments, i);

        write_line(out, file.name, file.kind,
            i18n_report(NULL, attachment_description(file.kind)));
    }
    for (guint i = 0; i < tables->len; i++) {
        const struct table_file *file =
            &g_array_index(tables, struct table_file, i);

        write_line(out, file->name, ATTACHMENT_TABLE, file->description);
    }
    numbering_free(numbering);
}

static void clear_file(gpointer item)
{
    struct out_file *file = item;

    g_free(file->path);
    g_bytes_unref(file->bytes);
}

/* Takes bytes over. */
static void add(
    GArray *files, const char *folder, const char *name, GBytes *bytes)
{
    const struct out_file file = {
        .path = g_build_filename(folder, name, NULL), .bytes = bytes};

    g_array_append_val(files, file);
}

static void add_tables(
    GArray *files, const char *folder, const struct document *document)
{
    struct numbering *numbering = numbering_new(document, document->lang);
    g_autoptr(GArray) tables = table_files_new(document, numbering);

    for (guint i = 0; i < tables->len; i++) {
        const struct table_file *file =
            &g_array_index(tables, struct table_file, i);

        add(files, folder, file->name,
            g_string_free_to_bytes(
                table_csv(file->table, document, numbering)));
    }
    numbering_free(numbering);
}

/* NULL: source is no file. */
static char *folder_of(const char *source)
{
    size_t stem;

    if (source == NULL || strcmp(source, "-") == 0 ||
        (g_file_test(source, G_FILE_TEST_EXISTS) &&
            !g_file_test(source, G_FILE_TEST_IS_REGULAR))) {
        return NULL;
    }
    stem = strlen(source);
    if (g_str_has_suffix(source, ".tex")) {
        stem -= strlen(".tex");
    }
    return g_strdup_printf("%.*s.data", (int)stem, source);
}

bool latex_files_save(const char *source, const struct document *document,
    struct attachments *attachments, struct diag *diag)
{
    g_autofree char *folder = folder_of(source);
    g_autoptr(GArray) files =
        g_array_new(FALSE, FALSE, sizeof(struct out_file));

    if (folder == NULL) {
        return true;
    }
    g_array_set_clear_func(files, clear_file);
    for (size_t i = 0; i < attachments_count(attachments); i++) {
        add(files, folder, attachments_at(attachments, i).name,
            attachments_bytes(attachments, i));
    }
    add_tables(files, folder, document);
    /* What is wrong with the folder is said of the first file in it. */
    (void)g_mkdir(folder, 0777);
    return out_write_files((struct out_file *)files->data, files->len, diag);
}
