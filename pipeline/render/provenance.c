/*
 * Writes the record.  Nothing in it depends on the machine but what the pages
 * depend on: no folders, no time, no names of people.
 */
#include "render/provenance.h"

#include <string.h>

#include "base/diag.h"
#include "base/files.h"
#include "base/paths.h"
#include "base/version.h"
#include "render/attachments.h"
#include "render/pdf_deflate.h"
#include "render/pdf_file.h"
#include "type/font.h"
#include "type/libraries.h"
#include "xml/libraries.h"

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

static void write_call(const struct provenance *provenance, GString *out)
{
    g_string_append(out, "  <call");
    write_plain(out, "template", provenance->template);
    write_plain(out, "style", provenance->style);
    write_attribute(out, "lang", provenance->lang);
    write_attribute(out, "epoch", provenance->epoch);
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

/* False: reported. */
static bool add_part(GPtrArray *lines, const char *path, struct diag *diag)
{
    g_autoptr(GString) line = g_string_new(NULL);
    g_autofree char *checksum = NULL;
    g_autofree char *name = NULL;
    g_autoptr(GBytes) bytes = files_read(path, diag);
    bool is_installed;

    if (bytes == NULL) {
        return false;
    }
    checksum = g_compute_checksum_for_bytes(G_CHECKSUM_SHA256, bytes);
    name = part_name(path, &is_installed);
    g_string_append(line, is_installed ? "  <part" : "  <file");
    write_attribute(line, "name", name);
    write_attribute(line, "sha256", checksum);
    g_string_append(line, "/>\n");
    g_ptr_array_add(lines, g_string_free(g_steal_pointer(&line), FALSE));
    return true;
}

static gint by_text(gconstpointer a, gconstpointer b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* Sorted, once each. */
static bool write_parts(
    const struct provenance *provenance, GString *out, struct diag *diag)
{
    g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func(g_free);
    g_autofree char *catalogue = paths_data("fonts/fonts.xml");
    bool done = add_part(lines, catalogue, diag) &&
                (provenance->patterns == NULL ||
                    add_part(lines, provenance->patterns, diag));

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

static void write_faces(const struct provenance *provenance, GString *out)
{
    for (unsigned i = 0; i < fonts_count(provenance->fonts); i++) {
        const struct font *font = fonts_at(provenance->fonts, i);
        g_autofree char *version = font_version(font);
        g_autofree char *checksum = font_checksum(font);

        g_string_append(out, "  <face");
        write_attribute(out, "name", font_name(font));
        write_attribute(out, "version", version);
        write_attribute(out, "tables", checksum);
        g_string_append(out, "/>\n");
    }
}

static void write_attachments(struct attachments *attachments, GString *out)
{
    for (size_t i = 0; i < attachments_count(attachments); i++) {
        struct attachment file = attachments_at(attachments, i);

        g_string_append(out, "  <attachment");
        write_attribute(out, "name", file.name);
        write_attribute(out, "sha256", file.sha256);
        g_string_append(out, "/>\n");
    }
}

bool provenance_attach(const struct provenance *provenance,
    struct attachments *attachments, struct diag *diag)
{
    g_autoptr(GString) out =
        g_string_new("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                     "<provenance xmlns=\"urn:gongbao:provenance:1\" "
                     "version=\"" GONGBAO_VERSION "\">\n");

    write_call(provenance, out);
    write_libraries(out);
    if (!write_parts(provenance, out, diag)) {
        return false;
    }
    write_faces(provenance, out);
    write_attachments(attachments, out);
    g_string_append(out, "</provenance>\n");
    attachments_add(
        attachments, ATTACHMENT_RECORD, PROVENANCE_NAME, out->str, out->len);
    return true;
}
