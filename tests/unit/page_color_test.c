/*
 * The palette of charts: any two colours differ to every eye, each stands out
 * from the paper, and neighbouring series differ in a grey print.
 *
 * Colour blindness is simulated after Vienot, Brettel and Mollon (1999) for red
 * and green, with a projection of the same kind for blue: in linear light, by
 * matrices in thousandths.
 */
#include "page/color.h"

#include <stdlib.h>

#include <glib.h>

#include "base/diag.h"
#include "base/paths.h"
#include "page/chart_data.h"
#include "page/style.h"

static const struct page_color white = {255, 255, 255};
static const struct page_color black = {0, 0, 0};

static const int eyes[][3][3] = {
    {{1000, 0, 0}, {0, 1000, 0}, {0, 0, 1000}},
    {{112, 888, 0}, {112, 888, 0}, {4, -4, 1000}},        /* no red cones */
    {{293, 707, 0}, {293, 707, 0}, {-22, 22, 1000}},      /* no green ones */
    {{1013, 135, -148}, {-12, 868, 144}, {76, 805, 119}}, /* no blue ones */
};

static int64_t root(int64_t square)
{
    int64_t x = 0;

    while ((x + 1) * (x + 1) <= square) {
        x++;
    }
    return x;
}

/* What the eye sees of it, each component in thousandths of even steps. */
static void see(const int eye[3][3], struct page_color color, int64_t seen[3])
{
    int64_t light[3] = {color_linear(color.red), color_linear(color.green),
        color_linear(color.blue)};

    for (int i = 0; i < 3; i++) {
        int64_t sum =
            eye[i][0] * light[0] + eye[i][1] * light[1] + eye[i][2] * light[2];

        seen[i] = root(CLAMP(sum / 1000, 0, 1000000));
    }
}

/* Of 1000; weighted as the components are to brightness. */
static int64_t distance(
    const int eye[3][3], struct page_color a, struct page_color b)
{
    static const int weights[3] = {3, 4, 2};
    int64_t first[3];
    int64_t second[3];
    int64_t sum = 0;

    see(eye, a, first);
    see(eye, b, second);
    for (int i = 0; i < 3; i++) {
        sum += weights[i] * (first[i] - second[i]) * (first[i] - second[i]);
    }
    return root(sum / 9);
}

static struct style *open_palette(struct diag *diag)
{
    g_autofree char *path = paths_data("templates/style.xml");
    g_autoptr(GPtrArray) read = g_ptr_array_new_with_free_func(g_free);
    struct style *style = style_open(path, "en", NULL, read, diag);

    g_assert_nonnull(style);
    return style;
}

static void test_luminance(void)
{
    g_assert_cmpint(color_luminance(white), ==, 1000000);
    g_assert_cmpint(color_luminance(black), ==, 0);
    g_assert_cmpint(color_contrast(white, black), ==, 2100);
    g_assert_cmpint(
        labs(
            color_contrast((struct page_color){0x76, 0x76, 0x76}, white) - 454),
        <=, 5);
}

/* The test itself tells red from green only for those who can. */
static void test_eyes(void)
{
    struct page_color red = {180, 60, 60};
    struct page_color olive = {110, 100, 60};

    g_assert_cmpint(distance(eyes[0], red, olive), >, 150);
    g_assert_cmpint(distance(eyes[2], red, olive), <, 100);
}

static void test_palette(void)
{
    struct diag *diag = diag_new("test");
    struct style *style = open_palette(diag);

    g_assert_cmpint(style->palette_count % 2, ==, 1);
    for (int i = 0; i < style->palette_count; i++) {
        g_assert_cmpint(color_contrast(style->palette[i], white), >=, 300);
        for (int k = 0; k < i; k++) {
            for (size_t eye = 0; eye < G_N_ELEMENTS(eyes); eye++) {
                g_assert_cmpint(
                    distance(eyes[eye], style->palette[i], style->palette[k]),
                    >=, 120);
            }
        }
    }
    style_close(style);
    diag_free(diag);
}

/* A hatched bar in grey: lines of 0.6 pt, 2.8 pt apart, cover a fifth of what
 * its tint leaves. */
static struct page_color grey_of(const struct style *style, int series)
{
    struct chart_look look = chart_look(series, style->palette_count);
    struct page_color color = style->palette[look.color];

    return look.pattern == 0 ? color : color_tint(color, 34);
}

static void test_grey(void)
{
    struct diag *diag = diag_new("test");
    struct style *style = open_palette(diag);

    for (int s = 1; s < 2 * style->palette_count; s++) {
        g_assert_cmpint(
            color_contrast(grey_of(style, s), grey_of(style, s - 1)), >=, 140);
    }
    style_close(style);
    diag_free(diag);
}

/* A value in a solid part is read on it. */
static void test_ink(void)
{
    struct diag *diag = diag_new("test");
    struct style *style = open_palette(diag);

    for (int i = 0; i < style->palette_count; i++) {
        struct page_color ink = style->text[STYLE_CHART].color;
        int dark = color_contrast(style->palette[i], ink);
        int light = color_contrast(style->palette[i], white);

        g_assert_cmpint(MAX(dark, light), >=, 450);
        g_assert_cmpint(
            color_contrast(color_tint(style->palette[i], CHART_TINT), ink), >=,
            450);
    }
    style_close(style);
    diag_free(diag);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/color/luminance", test_luminance);
    g_test_add_func("/color/eyes", test_eyes);
    g_test_add_func("/color/palette", test_palette);
    g_test_add_func("/color/grey", test_grey);
    g_test_add_func("/color/ink", test_ink);
    return g_test_run();
}
