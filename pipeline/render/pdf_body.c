/*
 * Where objects are is kept in eight bytes for each; the rest of them is in
 * the file's bytes or in those of the streams that they are packed in.
 */
#include "render/pdf_body.h"

#include <stdint.h>

#include "render/pdf_deflate.h"
#include "render/pdf_write.h"

/* Of an object stream; larger ones are hardly smaller in the file, and a
 * reader unpacks all of one to get at an object. */
#define PACK_OBJECTS 256
#define PACK_BYTES 32768

#define FILE_ID_SIZE 16
#define PACKED_INDEX UINT32_MAX

/* Where an object is: 0, 0: nowhere yet; else a stream's number and the place
 * in it, or the offset in the file and PACKED_INDEX. */
struct place {
    uint32_t at;
    uint32_t index;
};

struct pdf_body {
    GByteArray *file;
    GArray *places;  /* of struct place, by number */
    GString *values; /* of objects that wait */
    GArray *waiting; /* their numbers and offsets: uint32_t, by twos */
};

/* 7.5.2: and four bytes above 127, so that nobody takes it for text. */
static const char head[] = "%PDF-1.7\n%\xE5\x85\xAC\xE6\n";

static void append(struct pdf_body *body, const void *bytes, size_t size)
{
    g_byte_array_append(body->file, bytes, (guint)size);
}

struct pdf_body *pdf_body_new(void)
{
    struct pdf_body *body = g_new0(struct pdf_body, 1);

    body->file = g_byte_array_new();
    body->places = g_array_new(FALSE, TRUE, sizeof(struct place));
    body->values = g_string_sized_new(PACK_BYTES * 2);
    body->waiting = g_array_new(FALSE, FALSE, sizeof(uint32_t));
    append(body, head, sizeof head - 1);
    return body;
}

void pdf_body_free(struct pdf_body *body)
{
    if (body != NULL) {
        g_clear_pointer(&body->file, g_byte_array_unref);
        g_array_unref(body->places);
        g_string_free(body->values, TRUE);
        g_array_unref(body->waiting);
        g_free(body);
    }
}

/* Each number gets one place. */
static void set_place(
    struct pdf_body *body, unsigned id, uint32_t at, uint32_t index)
{
    struct place *place;

    if (id >= body->places->len) {
        g_array_set_size(body->places, id + 1);
    }
    place = &g_array_index(body->places, struct place, id);
    g_assert(place->at == 0);
    place->at = at;
    place->index = index;
}

static uint32_t waiting_at(const struct pdf_body *body, guint i)
{
    return g_array_index(body->waiting, uint32_t, i);
}

void pdf_body_add(
    struct pdf_body *body, unsigned id, const char *value, size_t size)
{
    uint32_t entry[2] = {id, (uint32_t)body->values->len};

    g_array_append_vals(body->waiting, entry, 2);
    pdf_append(body->values, value, size);
    g_string_append_c(body->values, '\n');
}

bool pdf_body_is_full(const struct pdf_body *body)
{
    return body->waiting->len >= 2 * PACK_OBJECTS ||
           body->values->len >= PACK_BYTES;
}

size_t pdf_body_packed(
    const struct pdf_body *body, GString *content, size_t *first)
{
    g_string_truncate(content, 0);
    for (guint i = 0; i < body->waiting->len; i++) {
        pdf_write_int(content, waiting_at(body, i));
        g_string_append_c(content, ' ');
    }
    *first = content->len;
    pdf_append(content, body->values->str, body->values->len);
    return body->waiting->len / 2;
}

void pdf_body_pack(struct pdf_body *body, unsigned stream)
{
    for (guint i = 0; i < body->waiting->len; i += 2) {
        set_place(body, waiting_at(body, i), stream, i / 2);
    }
    g_array_set_size(body->waiting, 0);
    g_string_truncate(body->values, 0);
}

static void write_stream(struct pdf_body *body, unsigned id,
    const GString *entries, const void *bytes, size_t size)
{
    g_autoptr(GString) text = g_string_new(NULL);

    pdf_write_int(text, id);
    PDF_APPEND(text, " 0 obj\n<<\n");
    pdf_append(text, entries->str, entries->len);
    PDF_APPEND(text, "/Length ");
    pdf_write_int(text, (int64_t)size);
    PDF_APPEND(text, "\n>>\nstream\n");
    append(body, text->str, text->len);
    append(body, bytes, size);
    g_string_assign(text, "\nendstream\nendobj\n");
    append(body, text->str, text->len);
}

void pdf_body_add_stream(struct pdf_body *body, unsigned id,
    const GString *entries, const void *bytes, size_t size)
{
    set_place(body, id, body->file->len, PACKED_INDEX);
    write_stream(body, id, entries, bytes, size);
}

/* --- the references --- */

#define ROW 7 /* type, four bytes, two bytes */

static void write_row(unsigned type, uint32_t at, uint32_t index, guint8 *row)
{
    row[0] = (guint8)type;
    for (int i = 0; i < 4; i++) {
        row[1 + i] = (guint8)(at >> (24 - 8 * i));
    }
    row[5] = (guint8)(index >> 8);
    row[6] = (guint8)index;
}

static void place_row(const struct pdf_body *body, unsigned id, guint8 *row)
{
    struct place place = g_array_index(body->places, struct place, id);

    g_assert(
        (place.at == 0) == (id == 0)); /* whatever is reserved is written */
    if (id == 0) {
        write_row(0, 0, UINT16_MAX, row);
    } else if (place.index == PACKED_INDEX) {
        write_row(1, place.at, 0, row);
    } else {
        write_row(2, place.at, place.index, row);
    }
}

/* Each row as the difference to the one above (PNG's filter 2), which mostly
 * is in one byte. */
static GByteArray *make_rows(const struct pdf_body *body)
{
    guint count = body->places->len;
    GByteArray *rows = g_byte_array_sized_new(count * (ROW + 1));
    guint8 above[ROW] = {0};

    for (guint id = 0; id < count; id++) {
        guint8 row[ROW];
        guint8 filtered[ROW + 1] = {2};

        place_row(body, id, row);
        for (int i = 0; i < ROW; i++) {
            filtered[1 + i] = (guint8)(row[i] - above[i]);
            above[i] = row[i];
        }
        g_byte_array_append(rows, filtered, sizeof filtered);
    }
    return rows;
}

/* 14.4: twice the same in a new file; MD5, against accidents and not against
 * attackers. */
static void write_file_id(const struct pdf_body *body, GString *out)
{
    g_autofree char *digest = g_compute_checksum_for_data(
        G_CHECKSUM_MD5, body->file->data, body->file->len);

    g_string_append_printf(out, "/ID [<%s> <%s>]\n", digest, digest);
}

GBytes *pdf_body_finish(
    struct pdf_body *body, unsigned id, unsigned catalog, unsigned info)
{
    g_autoptr(GString) entries = g_string_new("/Type /XRef\n");
    g_autoptr(GString) end = g_string_new(NULL);
    g_autoptr(GByteArray) rows = NULL;
    guint32 start = body->file->len;
    size_t size;
    g_autofree guint8 *packed = NULL;

    set_place(body, id, start, PACKED_INDEX);
    g_string_append_printf(entries,
        "/Size %u\n/W [1 4 2]\n/Root %u 0 R\n/Info %u 0 R\n", body->places->len,
        catalog, info);
    write_file_id(body, entries);
    g_string_append_printf(entries,
        "/Filter /FlateDecode\n/DecodeParms << /Predictor 12 /Columns %d >>\n",
        ROW);
    rows = make_rows(body);
    packed = pdf_deflate_bytes(rows->data, rows->len, PDF_DEFLATE_FAST, &size);
    write_stream(body, id, entries, packed, size);
    g_string_printf(end, "startxref\n%u\n%%%%EOF\n", start);
    append(body, end->str, end->len);
    return g_byte_array_free_to_bytes(g_steal_pointer(&body->file));
}
