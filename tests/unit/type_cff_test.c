/*
 * How CFF fonts number their glyphs, on fonts made here byte by byte.
 */
#include "type/cff.h"

#include <stdbool.h>

#include <glib.h>

#define GLYPHS 5

/* A font without glyphs: header, name, one top dictionary, charset behind. */
static GByteArray *font_new(
    bool is_cid_keyed, const guint8 *charset, guint size)
{
    static const guint8 begin[] = {1, 0, 4, 1, /* header */
        0, 1, 1, 1, 2, 'A',                    /* the INDEX of names */
        0, 1, 1, 1, 10};                       /* of one dictionary, 9 bytes */
    static const guint8 ros[] = {140, 141, 139, 12, 30};
    static const guint8 version[] = {140, 0, 141, 1, 139};
    static const guint8 place[] = {28, 0, 24, 15}; /* of the charset */
    GByteArray *font = g_byte_array_new();

    g_byte_array_append(font, begin, sizeof begin);
    g_byte_array_append(font, is_cid_keyed ? ros : version, sizeof ros);
    g_byte_array_append(font, place, sizeof place);
    g_assert_cmpuint(font->len, ==, 24);
    g_byte_array_append(font, charset, size);
    return font;
}

static void expect(bool is_cid_keyed, const guint8 *charset, guint size,
    enum cff_numbers expected)
{
    GByteArray *font = font_new(is_cid_keyed, charset, size);

    g_assert_cmpint(cff_numbers(font->data, font->len, GLYPHS), ==, expected);
    g_byte_array_unref(font);
}

static void test_numbers(void)
{
    static const guint8 list[] = {0, 0, 1, 0, 2, 0, 3, 0, 4};
    static const guint8 swapped[] = {0, 0, 1, 0, 3, 0, 2, 0, 4};
    static const guint8 ranges[] = {1, 0, 1, 1, 0, 3, 1};
    static const guint8 range[] = {2, 0, 1, 0, 3};
    static const guint8 gap[] = {2, 0, 2, 0, 3};
    static const guint8 unknown[] = {7, 0, 1, 0, 3};

    expect(true, list, sizeof list, CFF_SAME);
    expect(true, ranges, sizeof ranges, CFF_SAME);
    expect(true, range, sizeof range, CFF_SAME);
    expect(true, swapped, sizeof swapped, CFF_DIFFERENT);
    expect(true, gap, sizeof gap, CFF_DIFFERENT);
    expect(true, unknown, sizeof unknown, CFF_DAMAGED);
    expect(false, swapped, sizeof swapped, CFF_BY_NAME);
}

/* What differs becomes the same; other fonts stay as they are. */
static void expect_renumbered(
    const guint8 *charset, guint size, unsigned glyph_count)
{
    GByteArray *font = font_new(true, charset, size);

    g_assert_cmpint(
        cff_numbers(font->data, font->len, glyph_count), ==, CFF_DIFFERENT);
    cff_renumber(font->data, font->len, glyph_count);
    g_assert_cmpint(
        cff_numbers(font->data, font->len, glyph_count), ==, CFF_SAME);
    g_byte_array_unref(font);
}

static void test_renumber(void)
{
    static const guint8 swapped[] = {0, 0, 1, 0, 3, 0, 2, 0, 4};
    static const guint8 one[] = {0, 0, 7};
    static const guint8 gap[] = {1, 0, 2, 3};
    static const guint8 ranges[] = {1, 1, 0, 255, 0, 1, 43};
    static const guint8 wide[] = {2, 0, 2, 3, 230};
    GByteArray *font = font_new(false, swapped, sizeof swapped);

    expect_renumbered(swapped, sizeof swapped, GLYPHS);
    expect_renumbered(one, sizeof one, 2);
    expect_renumbered(gap, sizeof gap, GLYPHS);
    expect_renumbered(ranges, sizeof ranges, 301);
    expect_renumbered(wide, sizeof wide, 1000);
    cff_renumber(font->data, font->len, GLYPHS);
    g_assert_cmpint(font->data[font->len - 3], ==, 2);
    g_byte_array_unref(font);
}

/* Whatever is missing at the end, a CID-keyed font is not taken for good. */
static void test_truncated(void)
{
    static const guint8 range[] = {2, 0, 1, 0, 3};
    GByteArray *font = font_new(true, range, sizeof range);

    for (guint size = 0; size < font->len; size++) {
        g_autofree guint8 *part = g_memdup2(font->data, size);

        g_assert_cmpint(cff_numbers(part, size, GLYPHS), ==, CFF_DAMAGED);
    }
    g_byte_array_unref(font);
}

/* Any bytes: no read outside, which the sanitizers would find. */
static void test_noise(void)
{
    for (int i = 0; i < 20000; i++) {
        guint size = (guint)g_test_rand_int_range(1, 64);
        g_autofree guint8 *bytes = g_malloc(size);

        for (guint j = 0; j < size; j++) {
            bytes[j] = (guint8)g_test_rand_int_range(0, j < 12 ? 5 : 256);
        }
        g_assert_cmpint(cff_numbers(bytes, size, GLYPHS), <=, CFF_DAMAGED);
        cff_renumber(bytes, size, GLYPHS);
    }
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/type/cff/numbers", test_numbers);
    g_test_add_func("/type/cff/renumber", test_renumber);
    g_test_add_func("/type/cff/truncated", test_truncated);
    g_test_add_func("/type/cff/noise", test_noise);
    return g_test_run();
}
