/*
 * Walks the name tree EmbeddedFiles (ISO 32000-1, 7.7.4 and 7.9.6) and the
 * array AF of the catalog.  Streams are inflated here, not by libqpdf, which
 * knows no bound.
 */
#include "verify/carried.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <qpdf/qpdf-c.h>
#include <sys/resource.h>
#include <zlib.h>

#define DEPTH_MAX 16                 /* of the name tree */
#define NODES_MAX 20000              /* of it */
#define MEMORY_MAX ((rlim_t)2 << 30) /* for libqpdf */
#define INFLATE_CHUNK ((size_t)1 << 16)

struct reading {
    qpdf_data qpdf;
    struct carried *carried;
    GHashTable *of_document; /* object numbers in AF of the catalog */
    size_t bytes;            /* of all files */
    int nodes;
    char *fault; /* the first one; NULL: none */
};

static void fail(struct reading *reading, const char *fault)
{
    if (reading->fault == NULL) {
        reading->fault = g_strdup(fault);
    }
}

/* --- values --- */

/* The text of a string; "" where it is none.  The caller frees it. */
static char *text_of(struct reading *reading, qpdf_oh string)
{
    const char *text = qpdf_oh_is_string(reading->qpdf, string)
                           ? qpdf_oh_get_utf8_value(reading->qpdf, string)
                           : "";

    return g_utf8_make_valid(text, -1);
}

static qpdf_oh key(struct reading *reading, qpdf_oh dict, const char *name)
{
    return qpdf_oh_get_key_if_dict(reading->qpdf, dict, name);
}

static void read_params(
    struct reading *reading, qpdf_oh stream, struct carried_file *file)
{
    qpdf_oh dict = qpdf_oh_get_dict(reading->qpdf, stream);
    qpdf_oh params = key(reading, dict, "/Params");
    qpdf_oh checksum = key(reading, params, "/CheckSum");
    long long size;

    file->size = -1;
    if (qpdf_oh_get_value_as_longlong(
            reading->qpdf, key(reading, params, "/Size"), &size)) {
        file->size = size;
    }
    if (qpdf_oh_is_string(reading->qpdf, checksum)) {
        size_t length;
        const unsigned char *bytes =
            (const unsigned char *)qpdf_oh_get_binary_string_value(
                reading->qpdf, checksum, &length);
        GString *digits = g_string_new(NULL);

        for (size_t i = 0; i < length && i < 64; i++) {
            g_string_append_printf(digits, "%02x", bytes[i]);
        }
        file->md5 = g_string_free(digits, FALSE);
    }
}

/* --- streams --- */

/* NULL: they are not deflated, or are more than room. */
static GBytes *inflate_bytes(
    const unsigned char *bytes, size_t size, size_t room)
{
    g_autoptr(GByteArray) out = g_byte_array_new();
    z_stream stream = {
        .next_in = (Bytef *)(uintptr_t)bytes, .avail_in = (uInt)size};
    unsigned char chunk[INFLATE_CHUNK];
    int status = Z_OK;

    if (inflateInit(&stream) != Z_OK) {
        return NULL;
    }
    while (status == Z_OK && out->len <= room) {
        stream.next_out = chunk;
        stream.avail_out = sizeof chunk;
        status = inflate(&stream, Z_NO_FLUSH);
        g_byte_array_append(
            out, chunk, (guint)(sizeof chunk - stream.avail_out));
    }
    inflateEnd(&stream);
    return status == Z_STREAM_END && out->len <= room
               ? g_byte_array_free_to_bytes(g_steal_pointer(&out))
               : NULL;
}

/* What a filter that layout does not write would give is nothing. */
static GBytes *decode(struct reading *reading, qpdf_oh stream,
    const unsigned char *raw, size_t size)
{
    qpdf_oh dict = qpdf_oh_get_dict(reading->qpdf, stream);
    qpdf_oh filter = key(reading, dict, "/Filter");
    size_t room = CARRIED_BYTES_MAX - reading->bytes;

    if (!qpdf_oh_is_null(reading->qpdf, key(reading, dict, "/DecodeParms"))) {
        return NULL;
    }
    if (qpdf_oh_is_null(reading->qpdf, filter)) {
        return size <= room ? g_bytes_new(raw, size) : NULL;
    }
    return qpdf_oh_is_name_and_equals(reading->qpdf, filter, "/FlateDecode")
               ? inflate_bytes(raw, size, room)
               : NULL;
}

static void read_stream(
    struct reading *reading, qpdf_oh stream, struct carried_file *file)
{
    unsigned char *raw = NULL;
    size_t size = 0;

    if (qpdf_oh_get_stream_data(reading->qpdf, stream, qpdf_dl_none, NULL, &raw,
            &size) == QPDF_SUCCESS) {
        file->bytes = decode(reading, stream, raw, size);
    }
    free(raw);
    file->is_broken = file->bytes == NULL;
    if (file->is_broken) {
        file->bytes = g_bytes_new_static("", 0);
    }
    reading->bytes += g_bytes_get_size(file->bytes);
}

/* --- the name tree --- */

static void file_free(gpointer item)
{
    struct carried_file *file = item;

    g_free(file->name);
    g_free(file->relation);
    g_free(file->md5);
    g_clear_pointer(&file->bytes, g_bytes_unref);
    g_free(file);
}

static void read_spec(struct reading *reading, qpdf_oh spec)
{
    qpdf_data qpdf = reading->qpdf;
    qpdf_oh stream = key(reading, key(reading, spec, "/EF"), "/F");
    qpdf_oh relation = key(reading, spec, "/AFRelationship");
    int id = qpdf_oh_get_object_id(qpdf, spec);
    struct carried_file *file;

    if (!qpdf_oh_is_stream(qpdf, stream) ||
        reading->carried->files->len >= CARRIED_FILES_MAX) {
        fail(reading, "EmbeddedFiles");
        return;
    }
    file = g_new0(struct carried_file, 1);
    g_ptr_array_add(reading->carried->files, file);
    file->name = text_of(reading, key(reading, spec, "/UF"));
    file->relation = g_strdup(qpdf_oh_is_name(qpdf, relation)
                                  ? qpdf_oh_get_name(qpdf, relation) + 1
                                  : "");
    file->is_of_document =
        g_hash_table_contains(reading->of_document, GINT_TO_POINTER(id));
    read_params(reading, stream, file);
    read_stream(reading, stream, file);
}

static void read_node(struct reading *reading, qpdf_oh node, int depth)
{
    qpdf_data qpdf = reading->qpdf;
    qpdf_oh names = key(reading, node, "/Names");
    qpdf_oh kids = key(reading, node, "/Kids");
    int name_count = qpdf_oh_is_array(qpdf, names)
                         ? qpdf_oh_get_array_n_items(qpdf, names)
                         : 0;
    int kid_count = qpdf_oh_is_array(qpdf, kids)
                        ? qpdf_oh_get_array_n_items(qpdf, kids)
                        : 0;

    if (depth > DEPTH_MAX || ++reading->nodes > NODES_MAX) {
        fail(reading, "EmbeddedFiles");
    }
    for (int i = 1; i < name_count && reading->fault == NULL; i += 2) {
        read_spec(reading, qpdf_oh_get_array_item(qpdf, names, i));
    }
    for (int i = 0; i < kid_count && reading->fault == NULL; i++) {
        read_node(reading, qpdf_oh_get_array_item(qpdf, kids, i), depth + 1);
    }
}

static void read_title(struct reading *reading)
{
    qpdf_oh info = key(reading, qpdf_get_trailer(reading->qpdf), "/Info");

    reading->carried->title = text_of(reading, key(reading, info, "/Title"));
}

static void read_catalog(struct reading *reading)
{
    qpdf_data qpdf = reading->qpdf;
    qpdf_oh root = qpdf_get_root(qpdf);
    qpdf_oh array = key(reading, root, "/AF");
    qpdf_oh names = key(reading, root, "/Names");
    int count = qpdf_oh_is_array(qpdf, array)
                    ? qpdf_oh_get_array_n_items(qpdf, array)
                    : 0;

    if (count > CARRIED_FILES_MAX) {
        fail(reading, "AF");
        return;
    }
    for (int i = 0; i < count; i++) {
        int id =
            qpdf_oh_get_object_id(qpdf, qpdf_oh_get_array_item(qpdf, array, i));

        g_hash_table_add(reading->of_document, GINT_TO_POINTER(id));
    }
    read_node(reading, key(reading, names, "/EmbeddedFiles"), 0);
    read_title(reading);
    reading->carried->pages = qpdf_get_num_pages(qpdf);
}

/* --- the file --- */

/* A small file may ask libqpdf for more memory than there is. */
static void bound_memory(struct rlimit *before)
{
#ifndef __SANITIZE_ADDRESS__
    struct rlimit bound;

    getrlimit(RLIMIT_AS, before);
    bound = *before;
    bound.rlim_cur = MIN(before->rlim_cur, MEMORY_MAX);
    setrlimit(RLIMIT_AS, &bound);
#else
    (void)before;
#endif
}

static void unbound_memory(const struct rlimit *before)
{
#ifndef __SANITIZE_ADDRESS__
    setrlimit(RLIMIT_AS, before);
#else
    (void)before;
#endif
}

static void read_pdf(struct reading *reading, GBytes *pdf)
{
    qpdf_data qpdf = reading->qpdf;
    gsize size;
    const char *bytes = g_bytes_get_data(pdf, &size);
    struct rlimit before;

    qpdf_silence_errors(qpdf);
    qpdf_set_suppress_warnings(qpdf, QPDF_TRUE);
    /* Else a report that was cut short is put together from what is left. */
    qpdf_set_attempt_recovery(qpdf, QPDF_FALSE);
    bound_memory(&before);
    if ((qpdf_read_memory(qpdf, "PDF", bytes, size, NULL) & QPDF_ERRORS) != 0) {
        fail(
            reading, qpdf_get_error_message_detail(qpdf, qpdf_get_error(qpdf)));
    } else {
        read_catalog(reading);
    }
    if (qpdf_has_error(qpdf)) {
        fail(
            reading, qpdf_get_error_message_detail(qpdf, qpdf_get_error(qpdf)));
    }
    unbound_memory(&before);
}

struct carried *carried_read(
    GBytes *pdf, struct diag_pos pos, struct diag *diag)
{
    struct carried *carried = g_new0(struct carried, 1);
    struct reading reading = {.carried = carried};

    if (g_bytes_get_size(pdf) > CARRIED_PDF_MAX) {
        g_autofree char *limit = g_strdup_printf("%zu", CARRIED_PDF_MAX);

        diag_report(diag, DIAG_PDF_LARGE, pos, limit);
        g_free(carried);
        return NULL;
    }
    carried->files = g_ptr_array_new_with_free_func(file_free);
    reading.qpdf = qpdf_init();
    reading.of_document = g_hash_table_new(NULL, NULL);
    read_pdf(&reading, pdf);
    if (reading.fault != NULL) {
        diag_report(diag, DIAG_PDF_UNREADABLE, pos, reading.fault);
        carried_free(carried);
        carried = NULL;
    }
    g_free(reading.fault);
    g_hash_table_unref(reading.of_document);
    qpdf_cleanup(&reading.qpdf);
    return carried;
}

void carried_free(struct carried *carried)
{
    if (carried != NULL) {
        g_ptr_array_unref(carried->files);
        g_free(carried->title);
        g_free(carried);
    }
}

const struct carried_file *carried_find(
    const struct carried *carried, const char *name, const char *relation)
{
    for (guint i = 0; i < carried->files->len; i++) {
        const struct carried_file *file = carried->files->pdata[i];

        if (file->is_of_document && strcmp(file->relation, relation) == 0 &&
            (name == NULL || strcmp(file->name, name) == 0)) {
            return file;
        }
    }
    return NULL;
}

bool carried_is_sound(const struct carried_file *file)
{
    g_autofree char *md5 =
        g_compute_checksum_for_bytes(G_CHECKSUM_MD5, file->bytes);

    return !file->is_broken && file->md5 != NULL &&
           strcmp(file->md5, md5) == 0 &&
           file->size == (long long)g_bytes_get_size(file->bytes);
}
