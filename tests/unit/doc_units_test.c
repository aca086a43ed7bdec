/*
 * doc/format: wan and yi become millions and billions and back without a digit
 * invented or lost, tried on figures of every length and multiplier.
 */
#include "doc/format.h"

#include <stdlib.h>
#include <string.h>

#include <glib.h>

#include "base/number.h"

#define TRIES 4000

/* The same figures in every run. */
static unsigned next(unsigned *state, unsigned below)
{
    *state = *state * 1664525u + 1013904223u;
    return (*state >> 8) % below;
}

/* "16050", "0.37": no leading zero but before the point. */
static char *random_figure(unsigned *state)
{
    GString *text = g_string_new(NULL);
    unsigned whole = next(state, 7);
    unsigned decimals = next(state, 4);

    g_string_append_c(text, whole == 0 ? '0' : (char)('1' + next(state, 9)));
    for (unsigned i = 1; i < whole; i++) {
        g_string_append_c(text, (char)('0' + next(state, 10)));
    }
    if (decimals > 0) {
        g_string_append_c(text, '.');
    }
    for (unsigned i = 0; i < decimals; i++) {
        g_string_append_c(text, (char)('0' + next(state, 10)));
    }
    return g_string_free(text, FALSE);
}

/* The power of ten that a printed figure ends with in words. */
static int power_in(const char *text)
{
    static const struct {
        const char *word;
        int power;
    } words[] = {{"trillion", 12}, {"billion", 9}, {"million", 6}, {"万亿", 12},
        {"十亿", 9}, {"亿", 8}, {"百万", 6}, {"万", 4}, {"千", 3}, {"百", 2},
        {"十", 1}};

    for (size_t i = 0; i < G_N_ELEMENTS(words); i++) {
        if (strstr(text, words[i].word) != NULL) {
            return words[i].power;
        }
    }
    return 0;
}

/* Its digits and point, without what groups them. */
static char *digits_in(const char *text)
{
    GString *digits = g_string_new(NULL);

    for (; *text != '\0'; text++) {
        if (g_ascii_isdigit(*text) || *text == '.') {
            g_string_append_c(digits, *text);
        }
    }
    return g_string_free(digits, FALSE);
}

static int decimals_in(const char *digits)
{
    const char *point = strchr(digits, '.');

    return point != NULL ? (int)strlen(point + 1) : 0;
}

/* What is read back is the figure itself, to the same last digit or coarser. */
static void assert_same(
    const struct format *format, const struct format_figure *figure)
{
    g_autofree char *text = format_value(format, figure);
    g_autofree char *digits = digits_in(text);
    g_autoptr(number) printed = number_parse(digits);
    g_autoptr(number) value = number_parse(figure->value);
    g_autoptr(number) read = NULL;
    g_autoptr(number) meant = number_scale10(value, figure->unit_mult);
    int power = power_in(text);

    g_assert_nonnull(printed);
    read = number_scale10(printed, power);
    if (number_compare(read, meant) != 0) {
        g_test_message("%s x 10^%d is printed as \"%s\"", figure->value,
            figure->unit_mult, text);
    }
    g_assert_cmpint(number_compare(read, meant), ==, 0);
    /* 1.6 wan is 16,000 and never 16,000.0. */
    g_assert_cmpint(decimals_in(digits) - power, <=,
        MAX(number_decimals(figure->value) - figure->unit_mult, -power));
}

static void test_exact(void)
{
    static const int mults[] = {0, 1, 2, 3, 4, 6, 8, 9, 12};
    struct format *en = format_new("en", "en", ROUNDING_HALF_UP);
    struct format *zh = format_new("zh-CN", "zh-CN", ROUNDING_HALF_UP);
    unsigned state = 20241231;

    for (int i = 0; i < TRIES; i++) {
        g_autofree char *value = random_figure(&state);
        const struct format_figure figure = {
            .value = value,
            .decimals = -1,
            .unit_mult = mults[next(&state, G_N_ELEMENTS(mults))],
            .unit = "",
        };

        assert_same(en, &figure);
        assert_same(zh, &figure);
    }
    format_free(en);
    format_free(zh);
}

static void test_bounds(void)
{
    struct format *en = format_new("en", "en", ROUNDING_HALF_UP);
    const struct format_figure figure = {
        .value = "1.6", .decimals = -1, .unit_mult = 4, .unit = "firms",
        .qualifier = FORMAT_ABOUT};
    g_autofree char *about = format_value(en, &figure);

    g_assert_cmpstr(about, ==, "about 16,000 firms");
    format_free(en);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/exact", test_exact);
    g_test_add_func("/bounds", test_bounds);
    return g_test_run();
}
