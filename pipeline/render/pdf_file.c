/*
 * Objects, pages and streams by libharu's object layer.  An object made of
 * text is a libharu dictionary without elements, whose write function writes
 * the text: a fifth of the memory of a dictionary with elements.  Objects of
 * the structure tree, of which there may be hundreds of thousands, are none of
 * libharu's: only their numbers are kept from it.
 */
#include "render/pdf_file.h"

#include <string.h>

#include <hpdf.h>
#include <hpdf_doc.h>
#include <hpdf_pages.h>

#include "base/diag.h"
#include "render/pdf_body.h"
#include "render/pdf_deflate.h"

#define ID_MASK 0x00FFFFFFu
#define PAGES_A_NODE 64 /* of the page tree */
#define WAITING_MAX 64  /* streams: a few of them keep all processors busy */

struct pdf_file {
    HPDF_Doc doc;
    struct pdf_deflate *deflate;
    struct pdf_body *body;
    GString *packed;   /* scratch: an object stream */
    HPDF_STATUS error; /* the first one; 0: none */
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
    file->body = pdf_body_new();
    file->packed = g_string_new(NULL);
    return file;
}

void pdf_file_free(struct pdf_file *file)
{
    if (file != NULL) {
        pdf_deflate_free(file->deflate);
        pdf_body_free(file->body);
        g_string_free(file->packed, TRUE);
        HPDF_Free(file->doc);
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
static void set_entries(HPDF_Dict dict, GString *entries)
{
    free_entries(dict);
    dict->attr = entries;
    dict->write_fn = write_entries;
    dict->free_fn = free_entries;
}

static HPDF_Dict new_dict(struct pdf_file *file, GString *entries)
{
    HPDF_Dict dict = HPDF_Dict_New(file->doc->mmgr);

    if (dict == NULL) {
        g_error("libharu: no memory");
    }
    set_entries(dict, entries);
    note(file, HPDF_Xref_Add(file->doc->xref, dict));
    return dict;
}

struct pdf_object *pdf_object_new(struct pdf_file *file, GString *entries)
{
    return (struct pdf_object *)new_dict(file, entries);
}

void pdf_object_set(struct pdf_object *object, GString *entries)
{
    set_entries((HPDF_Dict)object, entries);
}

unsigned pdf_object_id(const struct pdf_object *object)
{
    return ((const HPDF_Dict_Rec *)object)->header.obj_id & ID_MASK;
}

/* --- streams --- */

/* Into the file: nothing but the number is asked of the stream any more. */
static void take_stream(
    void *context, void *owner, const unsigned char *bytes, size_t size)
{
    struct pdf_file *file = context;
    HPDF_Dict dict = owner;

    pdf_body_add_stream(
        file->body, pdf_object_id(owner), dict->attr, bytes, size);
    free_entries(dict);
}

/* Compressed by others meanwhile; the file gets them by the dozen. */
static void compress(struct pdf_file *file, HPDF_Dict dict, const void *bytes,
    size_t size, enum pdf_deflate_level level)
{
    g_string_append(dict->attr, "/Filter /FlateDecode\n");
    dict->filter = HPDF_STREAM_FILTER_FLATE_DECODE; /* for is_stream */
    pdf_deflate_add(file->deflate, dict, bytes, size, level);
    if (pdf_deflate_count(file->deflate) == WAITING_MAX) {
        pdf_deflate_finish(file->deflate, take_stream, file);
    }
}

struct pdf_object *pdf_stream_new(
    struct pdf_file *file, GString *entries, const void *bytes, size_t size)
{
    HPDF_Dict dict =
        new_dict(file, entries != NULL ? entries : g_string_new(NULL));

    compress(file, dict, bytes, size, PDF_DEFLATE_SMALL);
    return (struct pdf_object *)dict;
}

struct pdf_object *pdf_stream_new_plain(
    struct pdf_file *file, GString *entries, const void *bytes, size_t size)
{
    HPDF_Dict dict = new_dict(file, entries);

    dict->filter = HPDF_STREAM_FILTER_FLATE_DECODE; /* for is_stream */
    take_stream(file, dict, bytes, size);
    return (struct pdf_object *)dict;
}

struct pdf_object *pdf_stream_new_deflated(
    struct pdf_file *file, GString *entries, const void *bytes, size_t size)
{
    HPDF_Dict dict = new_dict(file, entries);

    g_string_append(entries, "/Filter /FlateDecode\n");
    dict->filter = HPDF_STREAM_FILTER_FLATE_DECODE; /* for is_stream */
    take_stream(file, dict, bytes, size);
    return (struct pdf_object *)dict;
}

/* --- pages --- */

/* The only floating point of the module: libharu asks for it. */
static HPDF_REAL real(len length)
{
    return (HPDF_REAL)len_to_milli(length) / 1000;
}

/*
 * libharu gives a page a stream, and that an object that says how long it is:
 * the last one so far.  Here lengths are known when streams are written.
 */
static void drop_length(struct pdf_file *file, HPDF_Page page)
{
    HPDF_PageAttr attr = page->attr;
    HPDF_List entries = file->doc->xref->entries;
    HPDF_XrefEntry last = HPDF_List_RemoveByIndex(entries, entries->count - 1);

    note(file, HPDF_Dict_RemoveElement(attr->contents, "Length"));
    HPDF_Obj_ForceFree(file->doc->mmgr, last->obj);
    HPDF_FreeMem(file->doc->mmgr, last);
}

struct pdf_object *pdf_page_new(
    struct pdf_file *file, len width, len height, struct pdf_object *resources)
{
    HPDF_Page page = HPDF_AddPage(file->doc);

    note_made(file, page);
    if (page == NULL) {
        return NULL;
    }
    drop_length(file, page);
    note(file, HPDF_Page_SetWidth(page, real(width)));
    note(file, HPDF_Page_SetHeight(page, real(height)));
    note(file, HPDF_Dict_Add(page, "Resources", (HPDF_Dict)resources));
    return (struct pdf_object *)page;
}

void pdf_page_turn(struct pdf_file *file, struct pdf_object *page)
{
    note(file, HPDF_Page_SetRotate((HPDF_Page)page, 90));
}

void pdf_page_tag(struct pdf_file *file, struct pdf_object *page, size_t key)
{
    note(file,
        HPDF_Dict_AddNumber((HPDF_Page)page, "StructParents", (HPDF_INT32)key));
    note(file, HPDF_Dict_AddName((HPDF_Page)page, "Tabs", "S"));
}

void pdf_page_draw(
    struct pdf_file *file, struct pdf_object *page, const GString *content)
{
    HPDF_PageAttr attr = ((HPDF_Page)page)->attr;

    set_entries(attr->contents, g_string_new(NULL));
    compress(
        file, attr->contents, content->str, content->len, PDF_DEFLATE_SMALL);
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
    set_entries(file->doc->catalog, entries);
}

void pdf_info_set(struct pdf_file *file, GString *entries)
{
    HPDF_Dict info = file->doc->info;

    /* libharu has named itself as the producer there. */
    note(file, HPDF_Dict_RemoveElement(info, "Producer"));
    set_entries(info, entries);
}

/* --- saving: libharu's objects, those of the structure, then streams --- */

unsigned pdf_file_reserve(struct pdf_file *file, unsigned count)
{
    HPDF_Xref xref = file->doc->xref;
    unsigned first = xref->start_offset + xref->entries->count;

    /* libharu counts on from where its list of objects says it begins. */
    xref->start_offset += count;
    return first;
}

/* Objects that are waiting go into a stream of their own. */
static void pack(struct pdf_file *file)
{
    size_t first;
    size_t count = pdf_body_packed(file->body, file->packed, &first);

    if (count > 0) {
        GString *entries = g_string_new("/Type /ObjStm\n");
        HPDF_Dict stream = new_dict(file, entries);

        g_string_append_printf(entries, "/N %zu\n/First %zu\n", count, first);
        pdf_body_pack(file->body, pdf_object_id((struct pdf_object *)stream));
        compress(file, stream, file->packed->str, file->packed->len,
            PDF_DEFLATE_FAST);
    }
}

void pdf_file_write(
    struct pdf_file *file, unsigned id, const char *value, size_t size)
{
    pdf_body_add(file->body, id, value, size);
    if (pdf_body_is_full(file->body)) {
        pack(file);
    }
}

static HPDF_STATUS HPDF_STDCALL take_value(
    HPDF_Stream stream, const HPDF_BYTE *bytes, HPDF_UINT size)
{
    g_string_append_len(stream->attr, (const char *)bytes, size);
    return HPDF_OK;
}

/* All objects here are dictionaries. */
static bool is_stream(const HPDF_Dict_Rec *dict)
{
    return dict->filter != HPDF_STREAM_FILTER_NONE;
}

/* What libharu has of objects that are no streams, as it writes them. */
static void save_objects(struct pdf_file *file)
{
    HPDF_Xref xref = file->doc->xref;
    HPDF_UINT count = xref->entries->count; /* object streams come on top */
    g_autoptr(GString) value = g_string_new(NULL);
    HPDF_Stream stream =
        HPDF_CallbackWriter_New(file->doc->mmgr, take_value, value);

    note_made(file, stream);
    for (HPDF_UINT i = 1; stream != NULL && i < count; i++) {
        HPDF_Dict dict = HPDF_Xref_GetEntry(xref, i)->obj;

        if (!is_stream(dict)) {
            g_string_truncate(value, 0);
            note(file, HPDF_Obj_WriteValue(dict, stream, NULL));
            pdf_file_write(file, pdf_object_id((struct pdf_object *)dict),
                value->str, value->len);
        }
    }
    HPDF_Stream_Free(stream);
    pack(file);
}

GBytes *pdf_file_save(struct pdf_file *file, struct diag *diag)
{
    HPDF_Doc doc = file->doc;

    if (file->error == 0) {
        save_objects(file);
        pdf_deflate_finish(file->deflate, take_stream, file);
    }
    note(file, doc->error.error_no);
    if (file->error != 0) {
        g_autofree char *error = g_strdup_printf("%04lX", file->error);
        g_autofree char *detail = g_strdup_printf("%lu", file->detail);

        diag_report(diag, DIAG_PDF, DIAG_NOWHERE, error, detail);
        return NULL;
    }
    return pdf_body_finish(file->body, pdf_file_reserve(file, 1),
        pdf_object_id((struct pdf_object *)doc->catalog),
        pdf_object_id((struct pdf_object *)doc->info));
}
