/*
 * Writes the record.  Nothing in it depends on the machine but what the pages
 * depend on: no folders, no time, no names of people.
 */
#include "render/provenance.h"

#include <stdbool.h>
#include <string.h>

#include "base/files.h"
#include "base/kept.h"
#include "base/paths.h"
#include "base/version.h"
#include "doc/doc.h"
#include "page/page.h"
#include "render/attachments.h"
#include "render/file_date.h"
#include "render/pdf.h"
#include "render/pdf_deflate.h"
#include "render/pdf_file.h"
#include "render/pdf_record.h"
#include "type/font.h"
#include "type/libraries.h"
#include "xml/libraries.h"

#define NAME "provenance.xml"

/* name="value", escaped; nothing where there is no value. */
static void write_attribute(GString *out, const char *name, const char *value)
{
    if (value != NULL) {
        g_autofree char *escaped = g_markup_escape_text(value, -1);

        g_string_append_printf(out, " %s=\"%s\"", name, escaped);
    }
}

/* A folder says where a file is on this machine, and not what it is. */
static void write_plain(GString *out, const char *name, const char *path)
{
    if (path != NULL) {
        g_autofree char *base = g_path_get_basename(path);

        write_attribute(out, name, base);
    }
}

/* SOURCE_DATE_EPOCH where the date in the file is another one than that of the
 * document, and so is from it; else NULL. */
static const char *used_epoch(const struct document *document, const char *date)
{
    bool is_own = date == NULL || (document->date != NULL &&
                                      g_str_has_prefix(date, document->date));

    return is_own ? NULL : g_getenv("SOURCE_DATE_EPOCH");
}

static void write_call(
    GString *out, const struct provenance *provenance, const char *epoch)
{
    g_string_append(out, "  <call");
    write_plain(out, "template", provenance->template);
    write_plain(out, "style", provenance->style);
    write_attribute(out, "lang", provenance->lang);
    write_attribute(out, "epoch", epoch);
    g_string_append(out, "/>\n");
}

static void write_libraries(GString *out)
{
    g_autoptr(GPtrArray) libraries = g_ptr_array_new_with_free_func(g_free);

    xml_libraries(libraries);
    type_libraries(libraries);
    g_ptr_array_add(libraries, g_strdup("libharu"));
    g_ptr_array_add(libraries, g_strdup(pdf_file_library_version()));
    g_ptr_array_add(libraries, g_strdup("zlib"));
    g_ptr_array_add(libraries, g_strdup(pdf_deflate_library_version()));
    for (guint i = 0; i + 1 < libraries->len; i += 2) {
        g_string_append(out, "  <library");
        write_attribute(out, "name", libraries->pdata[i]);
        write_attribute(out, "version", libraries->pdata[i + 1]);
        g_string_append(out, "/>\n");
    }
}

/* --- parts --- */

/* The name below folder that path has; NULL: it is not below it. */
static const char *below(const char *path, const char *folder)
{
    size_t length = strlen(folder);

    return strncmp(path, folder, length) == 0 && path[length] == '/'
               ? path + length + 1
               : NULL;
}

/* "templates/annual.xsl" of an installed part, else the last part of path. */
static char *part_name(const char *path, bool *is_installed)
{
    g_autofree char *share = paths_data("");
    g_autofree char *locale = paths_locale();
    g_autofree char *real = g_canonicalize_filename(path, NULL);
    g_autofree char *data = g_canonicalize_filename(share, NULL);
    const char *name = below(real, data);

    *is_installed = true;
    if (name != NULL) {
        return g_strdup(name);
    }
    name = below(real, locale);
    if (name != NULL) {
        return g_strconcat("locale/", name, NULL);
    }
    *is_installed = false;
    return g_path_get_basename(path);
}

/* The line of a part; NULL: it cannot be read, reported. */
static char *read_part(const char *path, struct diag *diag)
{
    g_autoptr(GString) line = g_string_new(NULL);
    g_autofree char *checksum = NULL;
    g_autofree char *name = NULL;
    g_autoptr(GBytes) bytes = files_read(path, diag);
    bool is_installed;

    if (bytes == NULL) {
        return NULL;
    }
    checksum = g_compute_checksum_for_bytes(G_CHECKSUM_SHA256, bytes);
    name = part_name(path, &is_installed);
    g_string_append(line, is_installed ? "  <part" : "  <file");
    write_attribute(line, "name", name);
    write_attribute(line, "sha256", checksum);
    g_string_append(line, "/>\n");
    return g_string_free(g_steal_pointer(&line), FALSE);
}

/* Adds the line, which a batch keeps.  False: reported. */
static bool add_part(GPtrArray *lines, const char *path, struct diag *diag)
{
    char *line = kept_take("part", path);

    if (line == NULL) {
        line = read_part(path, diag);
    }
    if (line == NULL) {
        return false;
    }
    g_ptr_array_add(lines, g_strdup(line));
    kept_give("part", path, line, g_free);
    return true;
}

static gint by_text(gconstpointer a, gconstpointer b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* Sorted, once each; the catalogue of faces is one.  False: reported. */
static bool write_parts(GString *out, const struct provenance *provenance,
    const char *patterns, struct diag *diag)
{
    g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func(g_free);
    g_autofree char *catalogue = paths_data("fonts/fonts.xml");
    bool done = add_part(lines, catalogue, diag) &&
                (patterns == NULL || add_part(lines, patterns, diag));

    for (guint i = 0; i < provenance->parts->len; i++) {
        done = add_part(lines, provenance->parts->pdata[i], diag) && done;
    }
    g_ptr_array_sort(lines, by_text);
    for (guint i = 0; i < lines->len; i++) {
        if (i == 0 || strcmp(lines->pdata[i - 1], lines->pdata[i]) != 0) {
            g_string_append(out, lines->pdata[i]);
        }
    }
    return done;
}

static void write_faces(GString *out, const struct fonts *fonts)
{
    for (unsigned i = 0; i < fonts_count(fonts); i++) {
        const struct font *font = fonts_at(fonts, i);
        g_autofree char *version = font_version(font);
        g_autofree char *checksum = font_checksum(font);

        g_string_append(out, "  <face");
        write_attribute(out, "name", font_name(font));
        write_attribute(out, "version", version);
        write_attribute(out, "tables", checksum);
        g_string_append(out, "/>\n");
    }
}

static void write_attachments(GString *out, struct attachments *attachments)
{
    for (size_t i = 0; i < attachments_count(attachments); i++) {
        struct attachment file = attachments_at(attachments, i);

        g_string_append(out, "  <attachment");
        write_attribute(out, "name", file.name);
        write_attribute(out, "sha256", file.sha256);
        g_string_append(out, "/>\n");
    }
}

/* False: the date is wrong or a part could not be read again, reported. */
static bool attach(const struct provenance *provenance,
    const struct pages *pages, const struct fonts *fonts,
    struct attachments *attachments, struct diag *diag)
{
    g_autofree char *date = NULL;
    g_autoptr(GString) out =
        g_string_new("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                     "<provenance xmlns=\"urn:gongbao:provenance:1\" "
                     "version=\"" GONGBAO_VERSION "\">\n");

    if (!file_date_read(pages->document, &date, diag)) {
        return false;
    }
    write_call(out, provenance, used_epoch(pages->document, date));
    write_libraries(out);
    if (!write_parts(out, provenance, pages->patterns, diag)) {
        return false;
    }
    write_faces(out, fonts);
    write_attachments(out, attachments);
    g_string_append(out, "</provenance>\n");
    attachments_add(attachments, ATTACHMENT_RECORD, NAME, out->str, out->len);
    return true;
}

/* With a summary of the record, the last one attached, in the metadata. */
static GBytes *render(const struct provenance *provenance,
    const struct pages *pages, struct fonts *fonts,
    struct attachments *attachments, struct diag *diag)
{
    const char *path = provenance->template;
    g_autofree char *template = path != NULL ? g_path_get_basename(path) : NULL;
    const struct attachment record =
        attachments_at(attachments, attachments_count(attachments) - 1);
    const struct pdf_property properties[] = {
        {"dataset", provenance->dataset, "Identifier of the dataset"},
        {"vintage", provenance->year, "Newest year of the dataset"},
        {"template", template, "Design of the report"},
        {"language", provenance->lang, "Language asked for"},
        {"recordName", record.name, "File inside that says how to make it"},
        {"recordHash", record.sha256, "SHA-256 of that file"},
    };

    return pdf_render(pages, fonts, attachments,
        &(struct pdf_record){properties, G_N_ELEMENTS(properties)}, diag);
}

GBytes *provenance_render(const struct provenance *provenance,
    const struct pages *pages, struct fonts *fonts,
    struct attachments *attachments, struct diag *diag)
{
    /* A template has read the catalogue, and said so, already. */
    GPtrArray *read = provenance->template == NULL ? provenance->parts : NULL;
    bool done = attachments_describe(pages->document, read, diag) &&
                attach(provenance, pages, fonts, attachments, diag);

    return done ? render(provenance, pages, fonts, attachments, diag) : NULL;
}
