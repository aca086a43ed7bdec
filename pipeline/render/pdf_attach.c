/*
 * Embedded files: for each a stream, its file specification, an entry of the
 * name tree.
 */
#include "render/pdf_attach.h"

#include <stdbool.h>
#include <string.h>

#include "base/i18n.h"
#include "doc/doc.h"
#include "doc/numbering.h"
#include "render/attachments.h"
#include "render/pdf_file.h"
#include "render/pdf_write.h"
#include "render/table_csv.h"
#include "render/table_files.h"

/* A file specification. */
struct spec {
    char *name;
    unsigned id;
    bool is_of_document; /* else of a table */
};

struct pdf_attach {
    struct pdf_file *file;
    const char *date;   /* not after pdf_attach_new */
    GArray *specs;      /* of struct spec */
    GHashTable *tables; /* doc_node -> object number */
};

/* --- one file --- */

static void write_text_entry(GString *out, const char *key, const char *text)
{
    g_string_append_printf(out, "/%s ", key);
    pdf_write_text(out, text);
    g_string_append_c(out, '\n');
}

/* ISO 32000-1, 7.11.4: the checksum is MD5, of the bytes as they were. */
static GString *stream_entries(
    const struct pdf_attach *attach, const struct attachment *file)
{
    GString *out = g_string_new("/Type /EmbeddedFile /Subtype /");
    const char *mime = attachment_mime(file->kind);

    for (const char *p = mime; *p != '\0'; p++) {
        if (*p == '/') {
            g_string_append(out, "#2F");
        } else {
            g_string_append_c(out, *p);
        }
    }
    g_string_append(out, "\n/Params << /Size ");
    pdf_write_int(out, (int64_t)file->size);
    g_string_append_printf(out, " /CheckSum <%s>\n", file->md5);
    if (attach->date != NULL) {
        write_text_entry(out, "CreationDate", attach->date);
        write_text_entry(out, "ModDate", attach->date);
    }
    g_string_append(out, ">>\n");
    return out;
}

/* ISO 19005-3, 6.8: F, UF and AFRelationship are required. */
static unsigned add_spec(struct pdf_attach *attach,
    const struct attachment *file, const struct pdf_object *stream,
    const char *description)
{
    GString *out = g_string_new("/Type /Filespec /AFRelationship /");
    struct spec spec = {.name = g_strdup(file->name),
        .is_of_document = file->kind != ATTACHMENT_TABLE};

    g_string_append(out, attachment_relation(file->kind));
    g_string_append_c(out, '\n');
    write_text_entry(out, "F", file->name);
    write_text_entry(out, "UF", file->name);
    write_text_entry(out, "Desc", description);
    g_string_append(out, "/EF << /F ");
    pdf_write_ref(out, pdf_object_id(stream));
    g_string_append(out, " /UF ");
    pdf_write_ref(out, pdf_object_id(stream));
    g_string_append(out, " >>\n");
    spec.id = pdf_object_id(pdf_object_new(attach->file, out));
    g_array_append_val(attach->specs, spec);
    return spec.id;
}

static void add_attachment(
    struct pdf_attach *attach, struct attachments *attachments, size_t index)
{
    struct attachment file = attachments_at(attachments, index);
    g_autoptr(GBytes) bytes = attachments_bytes(attachments, index);
    const struct pdf_object *stream =
        pdf_stream_new_deflated(attach->file, stream_entries(attach, &file),
            g_bytes_get_data(bytes, NULL), g_bytes_get_size(bytes));

    add_spec(attach, &file, stream,
        i18n_report(NULL, attachment_description(file.kind)));
}

/* --- tables --- */

static void add_table(struct pdf_attach *attach,
    const struct document *document, const struct numbering *numbering,
    const struct table_file *table)
{
    GString *csv = table_csv(table->table, document, numbering);
    g_autofree char *md5 = g_compute_checksum_for_string(
        G_CHECKSUM_MD5, csv->str, (gssize)csv->len);
    struct attachment file = {.kind = ATTACHMENT_TABLE,
        .name = table->name,
        .size = csv->len,
        .md5 = md5};
    const struct pdf_object *stream = pdf_stream_new(
        attach->file, stream_entries(attach, &file), csv->str, csv->len);
    unsigned id = add_spec(attach, &file, stream, table->description);

    g_hash_table_insert(
        attach->tables, (gpointer)table->table, GUINT_TO_POINTER(id));
    g_string_free(csv, TRUE);
}

static void add_tables(
    struct pdf_attach *attach, const struct document *document)
{
    struct numbering *numbering = numbering_new(document, document->lang);
    g_autoptr(GArray) tables = table_files_new(document, numbering);

    for (guint i = 0; i < tables->len; i++) {
        add_table(attach, document, numbering,
            &g_array_index(tables, struct table_file, i));
    }
    numbering_free(numbering);
}

/* --- all of them --- */

static void spec_clear(gpointer item)
{
    g_free(((struct spec *)item)->name);
}

struct pdf_attach *pdf_attach_new(struct pdf_file *file,
    const struct document *document, struct attachments *attachments,
    const char *date)
{
    struct pdf_attach *attach = g_new0(struct pdf_attach, 1);

    attach->file = file;
    attach->date = date;
    attach->specs = g_array_new(FALSE, FALSE, sizeof(struct spec));
    g_array_set_clear_func(attach->specs, spec_clear);
    attach->tables = g_hash_table_new(NULL, NULL);
    for (size_t i = 0; i < attachments_count(attachments); i++) {
        add_attachment(attach, attachments, i);
    }
    add_tables(attach, document);
    return attach;
}

void pdf_attach_free(struct pdf_attach *attach)
{
    if (attach != NULL) {
        g_array_unref(attach->specs);
        g_hash_table_unref(attach->tables);
        g_free(attach);
    }
}

unsigned pdf_attach_of(
    const struct pdf_attach *attach, const struct doc_node *table)
{
    return GPOINTER_TO_UINT(g_hash_table_lookup(attach->tables, table));
}

/* As the bytes of the keys: those in UTF-16 begin with FE and come last. */
static gint by_key(gconstpointer a, gconstpointer b)
{
    const struct spec *first = *(const struct spec *const *)a;
    const struct spec *second = *(const struct spec *const *)b;
    bool is_ascii = g_str_is_ascii(first->name);

    if (is_ascii != (bool)g_str_is_ascii(second->name)) {
        return is_ascii ? -1 : 1;
    }
    if (!is_ascii) {
        g_autoptr(GString) one = g_string_new(NULL);
        g_autoptr(GString) other = g_string_new(NULL);

        pdf_write_text(one, first->name);
        pdf_write_text(other, second->name);
        return strcmp(one->str, other->str);
    }
    return strcmp(first->name, second->name);
}

static void write_names(const struct pdf_attach *attach, GString *out)
{
    g_autoptr(GPtrArray) sorted = g_ptr_array_new();

    for (guint i = 0; i < attach->specs->len; i++) {
        g_ptr_array_add(sorted, &g_array_index(attach->specs, struct spec, i));
    }
    g_ptr_array_sort(sorted, by_key);
    g_string_append(out, "/Names << /EmbeddedFiles << /Names [\n");
    for (guint i = 0; i < sorted->len; i++) {
        const struct spec *spec = sorted->pdata[i];

        pdf_write_text(out, spec->name);
        g_string_append_c(out, ' ');
        pdf_write_ref(out, spec->id);
        g_string_append_c(out, '\n');
    }
    g_string_append(out, "] >> >>\n");
}

void pdf_attach_write_catalog(const struct pdf_attach *attach, GString *out)
{
    if (attach->specs->len == 0) {
        return;
    }
    g_string_append(out, "/AF [");
    for (guint i = 0; i < attach->specs->len; i++) {
        const struct spec *spec = &g_array_index(attach->specs, struct spec, i);

        if (spec->is_of_document) {
            g_string_append_c(out, ' ');
            pdf_write_ref(out, spec->id);
        }
    }
    g_string_append(out, " ]\n");
    write_names(attach, out);
}
