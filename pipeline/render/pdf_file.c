/*
 * Objects, pages and streams by libharu's object layer.  An object made of
 * text is a libharu dictionary without elements, whose write function writes
 * the text: a fifth of the memory of a dictionary with elements.
 */
#include "render/pdf_file.h"

#include <string.h>

#include <hpdf.h>
#include <hpdf_doc.h>
#include <hpdf_pages.h>

#include "base/diag.h"
#include "render/pdf_deflate.h"

#define ID_MASK 0x00FFFFFFu
#define PAGES_A_NODE 64 /* of the page tree */
#define SAVE_CHUNK (1u << 18)
#define FILE_ID_SIZE 16

struct pdf_file {
    HPDF_Doc doc;
    struct pdf_deflate *deflate;
    GChecksum *checksum; /* of all that was put in: the file's identity */
    HPDF_STATUS error;   /* the first one; 0: none */
    HPDF_STATUS detail;
};

static void HPDF_STDCALL on_error(
    HPDF_STATUS error, HPDF_STATUS detail, void *context)
{
    struct pdf_file *file = context;

    if (file->error == 0) {
        file->error = error;
        file->detail = detail;
    }
}

/* libharu sets most errors in a record that nobody is told of. */
static void note(struct pdf_file *file, HPDF_STATUS status)
{
    if (status != HPDF_OK) {
        on_error(status, file->doc->error.detail_no, file);
    }
}

/* For what returns an object: NULL is an error. */
static void note_made(struct pdf_file *file, const void *made)
{
    if (made == NULL) {
        HPDF_STATUS status = file->doc->error.error_no;

        note(file, status != HPDF_OK ? status : HPDF_INVALID_OBJECT);
    }
}

const char *pdf_file_library_version(void)
{
    return HPDF_GetVersion();
}

struct pdf_file *pdf_file_new(void)
{
    struct pdf_file *file = g_new0(struct pdf_file, 1);

    file->doc = HPDF_New(on_error, file);
    if (file->doc == NULL) {
        g_error("libharu: no memory");
    }
    file->doc->pdf_version = HPDF_VER_17;
    note(file, HPDF_SetPagesConfiguration(file->doc, PAGES_A_NODE));
    file->deflate = pdf_deflate_new();
    /* PDF 1.7, 14.4: MD5, against accidents and not against attackers. */
    file->checksum = g_checksum_new(G_CHECKSUM_MD5);
    return file;
}

void pdf_file_free(struct pdf_file *file)
{
    if (file != NULL) {
        pdf_deflate_free(file->deflate);
        HPDF_Free(file->doc);
        g_checksum_free(file->checksum);
        g_free(file);
    }
}

/* --- objects made of text --- */

static HPDF_STATUS write_entries(HPDF_Dict dict, HPDF_Stream stream)
{
    const GString *entries = dict->attr;

    return entries == NULL
               ? HPDF_OK
               : HPDF_Stream_Write(stream, (const HPDF_BYTE *)entries->str,
                     (HPDF_UINT)entries->len);
}

static void free_entries(HPDF_Dict dict)
{
    if (dict->attr != NULL) {
        g_string_free(dict->attr, TRUE);
        dict->attr = NULL;
    }
}

/* Gives entries to a dictionary that libharu keeps nothing else in. */
static void set_entries(struct pdf_file *file, HPDF_Dict dict, GString *entries)
{
    free_entries(dict);
    if (entries != NULL) {
        g_checksum_update(
            file->checksum, (const guchar *)entries->str, (gssize)entries->len);
    }
    dict->attr = entries;
    dict->write_fn = write_entries;
    dict->free_fn = free_entries;
}

struct pdf_object *pdf_object_new(struct pdf_file *file, GString *entries)
{
    HPDF_Dict dict = HPDF_Dict_New(file->doc->mmgr);

    if (dict == NULL) {
        g_error("libharu: no memory");
    }
    set_entries(file, dict, entries);
    note(file, HPDF_Xref_Add(file->doc->xref, dict));
    return (struct pdf_object *)dict;
}

void pdf_object_set(
    struct pdf_file *file, struct pdf_object *object, GString *entries)
{
    set_entries(file, (HPDF_Dict)object, entries);
}

unsigned pdf_object_id(const struct pdf_object *object)
{
    return ((const HPDF_Dict_Rec *)object)->header.obj_id & ID_MASK;
}

/* --- streams --- */

static void set_deflated(
    struct pdf_file *file, HPDF_Dict dict, GString *entries)
{
    if (entries == NULL) {
        entries = g_string_new(NULL);
    }
    g_string_append(entries, "/Filter /FlateDecode\n");
    set_entries(file, dict, entries);
}

/* Compressed at once, by others: thousands of pages wait for the end. */
static void compress(struct pdf_file *file, HPDF_Dict dict, const void *bytes,
    size_t size, GString *entries)
{
    pdf_deflate_add(file->deflate, dict, bytes, size);
    set_deflated(file, dict, entries);
}

static void take_compressed(
    void *context, void *owner, const unsigned char *bytes, size_t size)
{
    struct pdf_file *file = context;
    HPDF_Dict dict = owner;

    g_checksum_update(file->checksum, bytes, (gssize)size);
    note(file, HPDF_Stream_Write(dict->stream, bytes, (HPDF_UINT)size));
}

static HPDF_Dict new_stream(struct pdf_file *file)
{
    HPDF_Dict dict = HPDF_DictStream_New(file->doc->mmgr, file->doc->xref);

    if (dict == NULL) {
        g_error("libharu: no memory");
    }
    return dict;
}

struct pdf_object *pdf_stream_new(
    struct pdf_file *file, GString *entries, const void *bytes, size_t size)
{
    HPDF_Dict dict = new_stream(file);

    compress(file, dict, bytes, size, entries);
    return (struct pdf_object *)dict;
}

struct pdf_object *pdf_stream_new_deflated(
    struct pdf_file *file, GString *entries, const void *bytes, size_t size)
{
    HPDF_Dict dict = new_stream(file);

    set_deflated(file, dict, entries);
    take_compressed(file, dict, bytes, size);
    return (struct pdf_object *)dict;
}

/* --- pages --- */

/* The only floating point of the module: libharu asks for it. */
static HPDF_REAL real(len length)
{
    return (HPDF_REAL)len_to_milli(length) / 1000;
}

struct pdf_object *pdf_page_new(
    struct pdf_file *file, len width, len height, struct pdf_object *resources)
{
    HPDF_Page page = HPDF_AddPage(file->doc);

    note_made(file, page);
    if (page == NULL) {
        return NULL;
    }
    note(file, HPDF_Page_SetWidth(page, real(width)));
    note(file, HPDF_Page_SetHeight(page, real(height)));
    note(file, HPDF_Dict_Add(page, "Resources", (HPDF_Dict)resources));
    return (struct pdf_object *)page;
}

void pdf_page_turn(struct pdf_file *file, struct pdf_object *page)
{
    note(file, HPDF_Page_SetRotate((HPDF_Page)page, 90));
}

void pdf_page_draw(
    struct pdf_file *file, struct pdf_object *page, const GString *content)
{
    HPDF_PageAttr attr = ((HPDF_Page)page)->attr;

    compress(file, attr->contents, content->str, content->len, NULL);
}

void pdf_page_annotate(struct pdf_file *file, struct pdf_object *page,
    struct pdf_object *const *annotations, size_t count)
{
    HPDF_Array array = HPDF_Array_New(file->doc->mmgr);

    note_made(file, array);
    for (size_t i = 0; array != NULL && i < count; i++) {
        note(file, HPDF_Array_Add(array, (HPDF_Dict)annotations[i]));
    }
    note(file, HPDF_Dict_Add((HPDF_Page)page, "Annots", array));
}

/* --- the whole --- */

void pdf_catalog_set(struct pdf_file *file, GString *entries)
{
    set_entries(file, file->doc->catalog, entries);
}

void pdf_info_set(struct pdf_file *file, GString *entries)
{
    HPDF_Dict info = file->doc->info;

    /* libharu has named itself as the producer there. */
    note(file, HPDF_Dict_RemoveElement(info, "Producer"));
    set_entries(file, info, entries);
}

static void set_file_id(struct pdf_file *file)
{
    HPDF_Array id = HPDF_Array_New(file->doc->mmgr);
    guint8 digest[FILE_ID_SIZE];
    gsize size = sizeof digest;

    g_checksum_get_digest(file->checksum, digest, &size);
    note_made(file, id);
    for (int i = 0; id != NULL && i < 2; i++) {
        note(file, HPDF_Array_Add(id,
                       HPDF_Binary_New(file->doc->mmgr, digest, FILE_ID_SIZE)));
    }
    note(file, HPDF_Dict_Add(file->doc->trailer, "ID", id));
}

static GBytes *bytes_of(HPDF_Stream stream)
{
    HPDF_UINT count = HPDF_MemStream_GetBufCount(stream);
    GByteArray *bytes = g_byte_array_sized_new(HPDF_Stream_Size(stream));

    for (HPDF_UINT i = 0; i < count; i++) {
        HPDF_UINT size;
        const HPDF_BYTE *chunk = HPDF_MemStream_GetBufPtr(stream, i, &size);

        g_byte_array_append(bytes, chunk, size);
    }
    return g_byte_array_free_to_bytes(bytes);
}

GBytes *pdf_file_save(struct pdf_file *file, struct diag *diag)
{
    HPDF_Doc doc = file->doc;

    pdf_deflate_finish(file->deflate, take_compressed, file);
    set_file_id(file);
    doc->stream = HPDF_MemStream_New(doc->mmgr, SAVE_CHUNK);
    note_made(file, doc->stream);
    if (file->error == 0) {
        note(file, HPDF_SaveToStream(doc));
    }
    note(file, doc->error.error_no);
    if (file->error != 0) {
        g_autofree char *error = g_strdup_printf("%04lX", file->error);
        g_autofree char *detail = g_strdup_printf("%lu", file->detail);

        diag_report(diag, DIAG_PDF, DIAG_NOWHERE, error, detail);
        return NULL;
    }
    return bytes_of(doc->stream);
}
