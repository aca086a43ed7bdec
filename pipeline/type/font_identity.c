/*
 * What tells a face from others of its name, at the cost of some hundred
 * bytes: a face of Chinese has 20 megabytes, more than a report takes time to
 * read.
 */
#include <string.h>

#include <glib.h>
#include <hb-ot.h>

#include "type/face.h"
#include "type/font.h"

#define VERSION_MAX 128
#define TAG_COLLECTION 0x74746366u /* ttcf */
#define RECORD_SIZE 16             /* of a table, in the directory */
#define HEAD_SIZE 12               /* of the directory */

static uint32_t read_u32(const unsigned char *p)
{
    return (uint32_t)p[0] << 24 | (uint32_t)p[1] << 16 | (uint32_t)p[2] << 8 |
           p[3];
}

char *font_version(const struct font *font)
{
    char text[VERSION_MAX];
    unsigned size = sizeof text;

    hb_ot_name_get_utf8(font->face, HB_OT_NAME_ID_VERSION_STRING,
        hb_language_from_string("en", -1), &size, text);
    return g_strndup(text, strcspn(text, ";"));
}

/* OpenType, "Organization of an OpenType font": each record of the directory
 * has a checksum of its table. */
char *font_checksum(const struct font *font)
{
    hb_blob_t *file = hb_face_reference_blob(font->face);
    unsigned size;
    const unsigned char *bytes =
        (const unsigned char *)hb_blob_get_data(file, &size);
    unsigned index = hb_face_get_index(font->face);
    size_t begin = 0;
    size_t length = 0;
    char *checksum;

    if (size >= HEAD_SIZE && read_u32(bytes) == TAG_COLLECTION) {
        size_t entry = HEAD_SIZE + 4 * (size_t)(index & 0xFFFF);

        begin = entry + 4 <= size ? read_u32(bytes + entry) : size;
    }
    if (begin + HEAD_SIZE <= size) {
        size_t tables = (size_t)(bytes[begin + 4] << 8 | bytes[begin + 5]);

        length = MIN(HEAD_SIZE + RECORD_SIZE * tables, size - begin);
    }
    checksum = g_compute_checksum_for_data(
        G_CHECKSUM_SHA256, bytes + (length > 0 ? begin : 0), length);
    hb_blob_destroy(file);
    return checksum;
}
