/*
 * A profile of sRGB, IEC 61966-2-1, in the format ICC.1:2004-10 (version 4.2),
 * the newest one that PDF 1.7 knows.  Numbers are those of the profile, in
 * 65,536ths: the primaries and the white of sRGB, adapted from D65 to D50 by
 * the Bradford transform, and its transfer curve as the standard writes it.
 */
#include "render/pdf_icc.h"

#include <stdint.h>
#include <string.h>

#include "render/pdf_file.h"
#include "render/pdf_write.h"

#define CONDITION "sRGB IEC61966-2.1"
#define HEADER_SIZE 128
#define TAG_SIZE 12 /* of a row in the table of tags */
#define ID_AT 84    /* in the header: the profile's MD5 */
#define ID_SIZE 16
#define D50 0xF6D6, 0x10000, 0xD32D

static void put32(GByteArray *out, uint32_t value)
{
    guint8 bytes[4] = {(guint8)(value >> 24), (guint8)(value >> 16 & 0xFF),
        (guint8)(value >> 8 & 0xFF), (guint8)(value & 0xFF)};

    g_byte_array_append(out, bytes, 4);
}

/* Four letters, which is what ICC calls a signature. */
static void put_name(GByteArray *out, const char *name)
{
    g_byte_array_append(out, (const guint8 *)name, 4);
}

static void put_zeros(GByteArray *out, int count)
{
    for (int i = 0; i < count; i++) {
        g_byte_array_append(out, (const guint8 *)"", 1);
    }
}

/* --- the types of tags: ICC.1:2004-10, 10 --- */

static void begin_type(GByteArray *out, const char *type)
{
    put_name(out, type);
    put32(out, 0);
}

/* 10.13: in one language, English; ASCII alone. */
static void put_text(GByteArray *out, const char *text)
{
    begin_type(out, "mluc");
    put32(out, 1);
    put32(out, 12); /* the size of a record: */
    put_name(out, "enUS");
    put32(out, (uint32_t)(2 * strlen(text)));
    put32(out, 28); /* where the text begins */
    for (const char *p = text; *p != '\0'; p++) {
        g_byte_array_append(out, (const guint8 *)"", 1);
        g_byte_array_append(out, (const guint8 *)p, 1);
    }
}

static void put_numbers(
    GByteArray *out, const char *type, const int32_t *numbers, int count)
{
    begin_type(out, type);
    for (int i = 0; i < count; i++) {
        put32(out, (uint32_t)numbers[i]);
    }
}

/* 10.15: function 3, a power with a straight line below. */
static void put_curve(GByteArray *out)
{
    /* ((x + 0.055) / 1.055)^2.4 from 0.04045 on, x / 12.92 below: the power,
     * 1/1.055, 0.055/1.055, 1/12.92, where it begins. */
    static const uint32_t numbers[] = {0x26666, 0xF2A7, 0x0D59, 0x13D0, 0x0A5B};

    begin_type(out, "para");
    put32(out, 3u << 16);
    for (size_t i = 0; i < G_N_ELEMENTS(numbers); i++) {
        put32(out, numbers[i]);
    }
}

/* --- the profile --- */

enum tag_type { TAG_TEXT, TAG_XYZ, TAG_MATRIX, TAG_CURVE, TAG_SAME };

/* In the order of the file; a TAG_SAME shares the data of the one before. */
static const struct tag {
    const char *name;
    enum tag_type type;
    const char *text;
    int32_t numbers[9];
} tags[] = {
    {"desc", TAG_TEXT, CONDITION, {0}},
    {"cprt", TAG_TEXT, "No copyright, use freely", {0}},
    {"wtpt", TAG_XYZ, NULL, {D50}},
    {"chad", TAG_MATRIX, NULL,
        {0x10C42, 0x05DE, -0x0CDB, 0x0793, 0xFD90, -0x045F, -0x025E, 0x03DC,
            0xC06E}},
    {"rXYZ", TAG_XYZ, NULL, {0x6FA0, 0x38F5, 0x0390}},
    {"gXYZ", TAG_XYZ, NULL, {0x6297, 0xB787, 0x18D9}},
    {"bXYZ", TAG_XYZ, NULL, {0x249F, 0x0F84, 0xB6C4}},
    {"rTRC", TAG_CURVE, NULL, {0}},
    {"gTRC", TAG_SAME, NULL, {0}},
    {"bTRC", TAG_SAME, NULL, {0}},
};

static void put_tag(GByteArray *out, const struct tag *tag)
{
    switch (tag->type) {
    case TAG_TEXT:
        put_text(out, tag->text);
        break;
    case TAG_XYZ:
        put_numbers(out, "XYZ ", tag->numbers, 3);
        break;
    case TAG_MATRIX:
        put_numbers(out, "sf32", tag->numbers, 9);
        break;
    case TAG_CURVE:
        put_curve(out);
        break;
    case TAG_SAME:
        break;
    }
}

/* The table of tags and what it points to, each at a multiple of four. */
static GByteArray *put_tags(void)
{
    GByteArray *table = g_byte_array_new();
    g_autoptr(GByteArray) data = g_byte_array_new();
    uint32_t begin = HEADER_SIZE + 4 + TAG_SIZE * (uint32_t)G_N_ELEMENTS(tags);
    uint32_t at = 0;
    uint32_t size = 0;

    put32(table, G_N_ELEMENTS(tags));
    for (size_t i = 0; i < G_N_ELEMENTS(tags); i++) {
        if (tags[i].type != TAG_SAME) {
            at = begin + data->len;
            put_tag(data, &tags[i]);
            size = begin + data->len - at;
            put_zeros(data, (int)(-data->len & 3));
        }
        put_name(table, tags[i].name);
        put32(table, at);
        put32(table, size);
    }
    g_byte_array_append(table, data->data, data->len);
    return table;
}

/* 7.2.  The date is that of the standard's first edition: it is the same
 * profile in each file. */
static void put_header(GByteArray *out, uint32_t size)
{
    put32(out, size);
    put32(out, 0);          /* no preferred module */
    put32(out, 0x04200000); /* version 4.2 */
    put_name(out, "mntr");
    put_name(out, "RGB ");
    put_name(out, "XYZ ");
    put32(out, 1999u << 16 | 10);
    put32(out, 18u << 16);
    put32(out, 0);
    put_name(out, "acsp");
    put_zeros(out, 28); /* platform to attributes, perceptual intent */
    put32(out, 0xF6D6);
    put32(out, 0x10000);
    put32(out, 0xD32D);
    put_zeros(out, HEADER_SIZE - 80);
}

/* 7.2.18: of the profile with zeros in the place of the MD5. */
static void put_id(GByteArray *profile)
{
    g_autoptr(GChecksum) checksum = g_checksum_new(G_CHECKSUM_MD5);
    gsize size = ID_SIZE;

    g_checksum_update(checksum, profile->data, (gssize)profile->len);
    g_checksum_get_digest(checksum, profile->data + ID_AT, &size);
}

static GByteArray *make_profile(void)
{
    GByteArray *profile = g_byte_array_new();
    g_autoptr(GByteArray) content = put_tags();

    put_header(profile, HEADER_SIZE + content->len);
    g_byte_array_append(profile, content->data, content->len);
    put_id(profile);
    return profile;
}

void pdf_icc_write(struct pdf_file *file, GString *catalog)
{
    g_autoptr(GByteArray) profile = make_profile();
    const struct pdf_object *object = pdf_stream_new(
        file, g_string_new("/N 3\n"), profile->data, profile->len);

    g_string_append(catalog,
        "/OutputIntents [<< /Type /OutputIntent /S /GTS_PDFA1\n"
        "/OutputConditionIdentifier (" CONDITION ")\n"
        "/Info (" CONDITION ")\n/DestOutputProfile ");
    pdf_write_ref(catalog, pdf_object_id(object));
    g_string_append(catalog, " >>]\n");
}
