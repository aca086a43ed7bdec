/*
 * What a PDF file says, for tests that look for some of it: its bytes, and
 * behind them those of its streams that are unpacked.
 */
#ifndef GONGBAO_TESTS_UNIT_PDF_PLAIN_H
#define GONGBAO_TESTS_UNIT_PDF_PLAIN_H

#include <string.h>

#include <glib.h>
#include <zlib.h>

/* Where the text begins in size bytes; NULL: nowhere. */
static inline const guint8 *pdf_plain_find(
    const guint8 *bytes, gsize size, const char *text)
{
    gsize length = strlen(text);

    for (gsize i = 0; i + length <= size; i++) {
        if (memcmp(bytes + i, text, length) == 0) {
            return bytes + i;
        }
    }
    return NULL;
}

/* Nothing where the stream at bytes is not packed. */
static inline void pdf_plain_unpack(
    GByteArray *plain, const guint8 *bytes, gsize size)
{
    z_stream z = {
        .next_in = (guint8 *)(uintptr_t)bytes, .avail_in = (uInt)size};
    int status = inflateInit(&z);

    while (status == Z_OK) {
        guint8 room[4096];

        z.next_out = room;
        z.avail_out = sizeof room;
        status = inflate(&z, Z_NO_FLUSH);
        g_byte_array_append(plain, room, (guint)(sizeof room - z.avail_out));
    }
    inflateEnd(&z);
}

/* The caller unrefs it. */
static inline GByteArray *pdf_plain(GBytes *pdf)
{
    static const char begin[] = ">>\nstream\n";
    gsize size;
    const guint8 *bytes = g_bytes_get_data(pdf, &size);
    const guint8 *end = bytes + size;
    const guint8 *at = bytes;
    GByteArray *plain = g_byte_array_new();

    g_byte_array_append(plain, bytes, (guint)size);
    while ((at = pdf_plain_find(at, (gsize)(end - at), begin)) != NULL) {
        at += strlen(begin);
        pdf_plain_unpack(plain, at, (gsize)(end - at));
    }
    return plain;
}

/* How often the text stands there. */
static inline unsigned pdf_plain_count(
    const GByteArray *plain, const char *text)
{
    const guint8 *end = plain->data + plain->len;
    const guint8 *at = plain->data;
    unsigned count = 0;

    while ((at = pdf_plain_find(at, (gsize)(end - at), text)) != NULL) {
        at++;
        count++;
    }
    return count;
}

#endif
