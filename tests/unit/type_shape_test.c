/*
 * Text to glyphs: clusters, widths, regional forms, and that a kept piece is
 * what shaping gave the first time.
 */
#include "type/shape.h"

#include <string.h>

#include "base/diag.h"
#include "base/paths.h"
#include "type/font.h"
#include "xml/xml.h"

static struct fonts *fonts;
static const struct font *serif;
static const struct font *italic;

static GArray *shaped(struct shaper *shaper, const struct font *font,
    const char *lang, const char *text)
{
    GArray *glyphs = g_array_new(FALSE, FALSE, sizeof(struct glyph));

    shape(shaper, font, lang, text, strlen(text), glyphs);
    return glyphs;
}

static const struct glyph *at(const GArray *glyphs, guint i)
{
    g_assert_cmpuint(i, <, glyphs->len);
    return &g_array_index(glyphs, struct glyph, i);
}

static void test_mixed(void)
{
    struct shaper *shaper = shaper_new();
    const char *text = "武汉 R&D𠮷、2024";
    g_autoptr(GArray) glyphs = shaped(shaper, serif, "zh-CN", text);
    static const uint32_t clusters[] = {
        0, 3, 6, 7, 8, 9, 10, 14, 17, 18, 19, 20};

    g_assert_cmpuint(glyphs->len, ==, G_N_ELEMENTS(clusters));
    for (guint i = 0; i < glyphs->len; i++) {
        g_assert_cmpuint(at(glyphs, i)->cluster, ==, clusters[i]);
        g_assert_cmpuint(at(glyphs, i)->id, !=, 0);
        g_assert_cmpint(at(glyphs, i)->advance, >, 0);
    }
    g_assert_cmpint(at(glyphs, 0)->advance, ==, font_upem(serif));
    g_assert_cmpint(at(glyphs, 6)->advance, ==, font_upem(serif));
    shaper_free(shaper);
}

/* Columns of figures need one width, in both languages the same. */
static void test_figures(void)
{
    struct shaper *shaper = shaper_new();
    g_autoptr(GArray) chinese = shaped(shaper, serif, "zh-CN", "0123456789");
    g_autoptr(GArray) english = shaped(shaper, serif, "en", "0123456789");

    g_assert_cmpuint(chinese->len, ==, 10);
    for (guint i = 0; i < 10; i++) {
        g_assert_cmpint(at(chinese, i)->advance, ==, at(chinese, 0)->advance);
        g_assert_cmpuint(at(chinese, i)->id, ==, at(english, i)->id);
    }
    shaper_free(shaper);
}

static void test_quotes(void)
{
    struct shaper *shaper = shaper_new();
    g_autoptr(GArray) chinese = shaped(shaper, serif, "zh-CN", "“a”");
    g_autoptr(GArray) english = shaped(shaper, serif, "en", "“a”");

    g_assert_cmpint(at(chinese, 0)->advance, ==, font_upem(serif));
    g_assert_cmpint(at(chinese, 2)->advance, ==, font_upem(serif));
    g_assert_cmpint(at(english, 0)->advance, <, font_upem(serif) * 6 / 10);
    g_assert_cmpint(at(english, 2)->advance, <, font_upem(serif) * 6 / 10);
    g_assert_cmpuint(at(english, 1)->id, ==, at(chinese, 1)->id);
    shaper_free(shaper);
}

/* One glyph for several letters has the cluster of the first. */
static void test_ligature(void)
{
    struct shaper *shaper = shaper_new();
    g_autoptr(GArray) glyphs = shaped(shaper, serif, "en", "afford fine");

    g_assert_cmpuint(glyphs->len, <, strlen("afford fine"));
    g_assert_cmpuint(at(glyphs, 0)->cluster, ==, 0);
    g_assert_cmpuint(at(glyphs, 1)->cluster, ==, 1);
    g_assert_cmpuint(at(glyphs, 2)->cluster, ==, 3);
    shaper_free(shaper);
}

/* Blanks are glyphs; a mark stays with its letter; a selector with its Han. */
static void test_clusters(void)
{
    struct shaper *shaper = shaper_new();
    g_autoptr(GArray) blanks = shaped(shaper, italic, "en", "a  b c");
    g_autoptr(GArray) mark = shaped(shaper, serif, "zh-CN", "a\xCC\x81" "b");
    g_autoptr(GArray) selector =
        shaped(shaper, serif, "zh-CN", "\xE5\x85\xA5\xEF\xB8\x80\xE5\x8F\xA3");

    g_assert_cmpuint(blanks->len, ==, 6);
    g_assert_cmpuint(at(blanks, 5)->cluster, ==, 5);
    g_assert_cmpuint(at(mark, mark->len - 1)->cluster, ==, 3);
    for (guint i = 0; i + 1 < mark->len; i++) {
        g_assert_cmpuint(at(mark, i)->cluster, ==, 0);
    }
    g_assert_cmpuint(at(selector, selector->len - 1)->cluster, ==, 6);
    shaper_free(shaper);
}

/* What comes out of the cache is what came from HarfBuzz. */
static void test_kept(void)
{
    static const char *const texts[] = {
        "武汉市2024年“增长”18.65%，",
        "The office “finds” AVATAR, To. ",
        "、，。",
    };
    struct shaper *kept = shaper_new();

    for (int round = 0; round < 3; round++) {
        for (size_t i = 0; i < G_N_ELEMENTS(texts); i++) {
            const char *lang = i == 1 ? "en" : "zh-CN";
            struct shaper *fresh = shaper_new();
            g_autoptr(GArray) a = shaped(kept, serif, lang, texts[i]);
            g_autoptr(GArray) b = shaped(fresh, serif, lang, texts[i]);

            g_assert_cmpuint(a->len, ==, b->len);
            g_assert_true(memcmp(a->data, b->data,
                              a->len * sizeof(struct glyph)) == 0);
            shaper_free(fresh);
        }
    }
    shaper_free(kept);
}

int main(int argc, char **argv)
{
    g_autofree char *catalogue = paths_data("fonts/fonts.xml");
    struct diag *diag = diag_new("test");
    struct font_style style = {FONT_SERIF, false, false};
    int status;

    g_test_init(&argc, &argv, NULL);
    xml_open();
    fonts = fonts_open(catalogue, diag);
    diag_flush(diag);
    g_assert_nonnull(fonts);
    serif = fonts_choose(fonts, style, "zh-CN", 'a');
    style.is_italic = true;
    italic = fonts_choose(fonts, style, "en", 'a');
    g_test_add_func("/type/shape/mixed", test_mixed);
    g_test_add_func("/type/shape/figures", test_figures);
    g_test_add_func("/type/shape/quotes", test_quotes);
    g_test_add_func("/type/shape/ligature", test_ligature);
    g_test_add_func("/type/shape/clusters", test_clusters);
    g_test_add_func("/type/shape/kept", test_kept);
    status = g_test_run();
    fonts_close(fonts);
    diag_free(diag);
    xml_close();
    return status;
}
