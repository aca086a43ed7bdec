/*
 * Which face of the catalogue a character is set in, and that subsets hold
 * what was asked for.
 */
#include "type/font.h"

#include <glib/gstdio.h>

#include "base/diag.h"
#include "base/paths.h"
#include "type/face.h"
#include "type/subset.h"
#include "xml/xml.h"

static const struct font_style serif = {FONT_SERIF, false, false};
static const struct font_style serif_bold = {FONT_SERIF, true, false};
static const struct font_style serif_italic = {FONT_SERIF, false, true};
static const struct font_style sans = {FONT_SANS, false, false};
static const struct font_style fangsong = {FONT_FANGSONG, false, false};
static const struct font_style kai_bold = {FONT_KAI, true, false};

struct fixture {
    char *catalogue;
    struct diag *diag;
    struct fonts *fonts;
};

static void set_up(struct fixture *f, gconstpointer data)
{
    (void)data;
    f->catalogue = paths_data("fonts/fonts.xml");
    f->diag = diag_new("test");
    f->fonts = fonts_open(f->catalogue, f->diag);
    diag_flush(f->diag);
    g_assert_nonnull(f->fonts);
}

static void tear_down(struct fixture *f, gconstpointer data)
{
    (void)data;
    fonts_close(f->fonts);
    diag_free(f->diag);
    g_free(f->catalogue);
}

static const char *name_for(struct fixture *f, struct font_style style,
    const char *lang, uint32_t character)
{
    const struct font *font = fonts_choose(f->fonts, style, lang, character);

    return font == NULL ? "none" : font_name(font);
}

static void test_choice(struct fixture *f, gconstpointer data)
{
    (void)data;
    g_assert_cmpstr(
        name_for(f, serif, "zh-CN", 0x6B66), ==, "NotoSerifCJKsc-Regular");
    g_assert_cmpstr(
        name_for(f, serif, "en", 'a'), ==, "NotoSerifCJKsc-Regular");
    g_assert_cmpstr(
        name_for(f, serif_bold, "zh-CN", 0x6B66), ==, "NotoSerifCJKsc-Bold");
    g_assert_cmpstr(
        name_for(f, sans, "zh-CN", 0x6B66), ==, "NotoSansCJKsc-Regular");
    g_assert_cmpstr(
        name_for(f, kai_bold, "zh-CN", 0x6B66), ==, "LXGWWenKai-Bold");
}

/* Emphasis: letters slant, Han changes to Kai, marks follow the language. */
static void test_italic(struct fixture *f, gconstpointer data)
{
    (void)data;
    g_assert_cmpstr(name_for(f, serif_italic, "en", 'a'), ==, "Caladea-Italic");
    g_assert_cmpstr(
        name_for(f, serif_italic, "zh-CN", '5'), ==, "Caladea-Italic");
    g_assert_cmpstr(
        name_for(f, serif_italic, "en", 0x201C), ==, "Caladea-Italic");
    g_assert_cmpstr(
        name_for(f, serif_italic, "zh-CN", 0x201C), ==, "LXGWWenKai-Regular");
    g_assert_cmpstr(
        name_for(f, serif_italic, "en", 0x6B66), ==, "LXGWWenKai-Regular");
}

static void test_fallback(struct fixture *f, gconstpointer data)
{
    const struct font *font;

    (void)data;
    /* Above U+FFFF. */
    font = fonts_choose(f->fonts, serif, "zh-CN", 0x20BB7);
    g_assert_nonnull(font);
    g_assert_cmpuint(font_glyph(font, 0x20BB7), !=, 0);
    g_assert_nonnull(fonts_choose(f->fonts, serif, "zh-CN", 0x210C1));
    /* The serif face lacks it. */
    font = fonts_choose(f->fonts, serif, "zh-CN", 0x2009);
    g_assert_nonnull(font);
    g_assert_cmpstr(font_name(font), !=, "NotoSerifCJKsc-Regular");
    /* Nobody has it, and what is no character. */
    g_assert_null(fonts_choose(f->fonts, serif, "zh-CN", 0x10FFFD));
    g_assert_null(fonts_choose(f->fonts, serif, "zh-CN", 0x110000));
}

static void test_metrics(struct fixture *f, gconstpointer data)
{
    const struct font *font = fonts_choose(f->fonts, serif, "zh-CN", 0x6B66);
    len size = 10 * LEN_PT;

    (void)data;
    g_assert_cmpint(
        font_ascent(font, size) + font_descent(font, size), ==, size);
    g_assert_cmpint(font_x_height(font, size), <, font_cap_height(font, size));
    g_assert_cmpint(font_cap_height(font, size), <, font_ascent(font, size));
    g_assert_cmpint(
        font_advance(font, font_glyph(font, 0x6B66)), ==, font_upem(font));
}

static void test_inputs(struct fixture *f, gconstpointer data)
{
    g_autoptr(GPtrArray) inputs = g_ptr_array_new_with_free_func(g_free);

    (void)data;
    fonts_choose(f->fonts, serif, "zh-CN", 0x6B66);
    fonts_choose(f->fonts, serif_bold, "zh-CN", 0x6B66);
    g_assert_cmpuint(fonts_count(f->fonts), ==, 2);
    g_assert_cmpuint(font_index(fonts_at(f->fonts, 1)), ==, 1);
    fonts_inputs(f->fonts, inputs);
    g_assert_cmpuint(inputs->len, ==, 3);
    g_assert_cmpstr(inputs->pdata[0], ==, f->catalogue);
    g_assert_true(g_file_test(inputs->pdata[2], G_FILE_TEST_EXISTS));
}

/* The text of the catalogue with one place changed, in a file. */
static char *changed_catalogue(
    const struct fixture *f, const char *from, const char *to)
{
    g_autofree char *text = NULL;
    g_autofree char *before = NULL;
    g_autoptr(GString) changed = NULL;
    char *path = NULL;
    int fd = g_file_open_tmp("fonts-XXXXXX", &path, NULL);

    g_assert_cmpint(fd, >=, 0);
    g_close(fd, NULL);
    g_assert_true(g_file_get_contents(f->catalogue, &text, NULL, NULL));
    changed = g_string_new(text);
    g_assert_cmpuint(g_string_replace(changed, from, to, 1), ==, 1);
    g_assert_true(g_file_set_contents(path, changed->str, -1, NULL));
    return path;
}

static void expect_status(
    const struct fixture *f, const char *from, const char *to, int status)
{
    g_autofree char *path = changed_catalogue(f, from, to);
    struct diag *diag = diag_new("test");

    g_assert_null(fonts_open(path, diag));
    g_assert_cmpint(diag_exit_status(diag), ==, status);
    diag_free(diag);
    g_unlink(path);
}

static void test_faults(struct fixture *f, gconstpointer data)
{
    (void)data;
    /* Not installed: the machine's fault; the rest: the catalogue's. */
    expect_status(f, "family=\"Caladea\"", "family=\"Caladeum\"", 3);
    expect_status(f, "<use face=\"serif\"/>", "<use face=\"gothic\"/>", 1);
    expect_status(f, "<order role=\"sans\">", "<order role=\"serif\">", 1);
    expect_status(f, "role=\"serif\"", "role=\"roman\"", 1);
}

/* Subsets: the glyphs asked for and no more, under known numbers. */
static void test_subset(struct fixture *f, gconstpointer data)
{
    const struct font *noto = fonts_choose(f->fonts, serif, "zh-CN", 0x6B66);
    const struct font *kai = fonts_choose(f->fonts, kai_bold, "zh-CN", 0x6B66);
    uint32_t glyphs[2] = {font_glyph(noto, 'a'), font_glyph(noto, 0x6B66)};
    struct subset subset;

    (void)data;
    g_assert_cmpuint(glyphs[0], <, glyphs[1]);
    g_assert_true(subset_make(noto, glyphs, 2, &subset));
    g_assert_cmpint(subset.outlines, ==, SUBSET_CFF);
    g_assert_null(subset.renumbered);
    g_assert_cmpuint(g_bytes_get_size(subset.program), <, 4096);
    subset_clear(&subset);

    glyphs[0] = font_glyph(kai, 'a');
    glyphs[1] = font_glyph(kai, 0x6B66);
    g_assert_true(subset_make(kai, glyphs, 2, &subset));
    g_assert_cmpint(subset.outlines, ==, SUBSET_TRUETYPE);
    g_assert_cmpuint(subset.renumbered[0], ==, 1);
    g_assert_cmpuint(subset.renumbered[1], ==, 2);
    g_assert_cmpuint(g_bytes_get_size(subset.program), <, 8192);
    subset_clear(&subset);
}

/* Somewhere in the bytes: the charset lists it. */
static bool has_cid(GBytes *program, unsigned cid)
{
    gsize size;
    const guint8 *bytes = g_bytes_get_data(program, &size);
    gsize at = 0;

    while (at + 1 < size && (unsigned)(bytes[at] << 8 | bytes[at + 1]) != cid) {
        at++;
    }
    return at + 1 < size;
}

/* CID-keyed with CIDs of its own, which the subset gives up. */
static void test_subset_renumbered(struct fixture *f, gconstpointer data)
{
    const struct font *face = fonts_choose(f->fonts, fangsong, "zh-CN", 0x6B66);
    uint32_t glyphs[2] = {font_glyph(face, 0x6B66), 9000};
    struct subset subset;

    (void)data;
    g_assert_cmpstr(font_name(face), ==, "FandolFang-Regular");
    g_assert_true(subset_make(face, glyphs, 2, &subset));
    g_assert_cmpint(subset.outlines, ==, SUBSET_CFF);
    g_assert_true(has_cid(subset.program, 9000));
    subset_clear(&subset);
}

/* Whatever is asked for: Han is never slanted. */
static void test_upright_han(struct fixture *f, gconstpointer data)
{
    (void)data;
    for (int i = 0; i < FONT_ROLE_COUNT * 4; i++) {
        struct font_style style = {
            (enum font_role)(i / 4), i / 2 % 2 != 0, i % 2 != 0};
        const struct font *zh = fonts_choose(f->fonts, style, "zh-CN", 0x6B66);
        const struct font *en = fonts_choose(f->fonts, style, "en", 0x6B66);

        g_assert_cmpint(zh->metrics.italic_angle, ==, 0);
        g_assert_cmpint(en->metrics.italic_angle, ==, 0);
        g_assert_null(strstr(font_name(zh), "Italic"));
    }
    g_assert_cmpint(fonts_choose(f->fonts, serif_italic, "zh-CN", 'a')
                        ->metrics.italic_angle,
        !=, 0);
}

#define ADD(name, function)                                                    \
    g_test_add(                                                                \
        "/type/font/" name, struct fixture, NULL, set_up, function, tear_down)

int main(int argc, char **argv)
{
    int status;

    g_test_init(&argc, &argv, NULL);
    xml_open();
    ADD("choice", test_choice);
    ADD("italic", test_italic);
    ADD("upright-han", test_upright_han);
    ADD("fallback", test_fallback);
    ADD("metrics", test_metrics);
    ADD("inputs", test_inputs);
    ADD("faults", test_faults);
    ADD("subset", test_subset);
    ADD("subset-renumbered", test_subset_renumbered);
    status = g_test_run();
    xml_close();
    return status;
}
