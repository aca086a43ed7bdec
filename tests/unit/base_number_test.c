/*
 * base/number: reading, exact arithmetic, and rounding once at print.
 */
#include "base/number.h"

#include <string.h>

#include <glib.h>

#define DIGITS_32 "12345678901234567890123456789012"
#define DIGITS_64 DIGITS_32 DIGITS_32

static void assert_text(const number *a, const char *expected)
{
    g_autofree char *text = number_text(a);

    g_assert_cmpstr(text, ==, expected);
}

static void test_parse(void)
{
    static const struct {
        const char *text;
        const char *exact;
    } cases[] = {
        {"0", "0"},
        {"-0", "0"},
        {"-0.00", "0"},
        {"2608.33", "2608.33"},
        {"2608.330", "2608.33"},
        {"-12.50", "-12.5"},
        {"+3", "3"},
        {"0.6", "0.6"},
        {"007", "7"},
        {"61/3", "61/3"},
        {"-122/6", "-61/3"},
        {"1/8", "0.125"},
        {"3/1", "3"},
        {DIGITS_64, DIGITS_64},
        {"0." DIGITS_32, "0." DIGITS_32},
    };

    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(number) a = number_parse(cases[i].text);

        g_assert_nonnull(a);
        assert_text(a, cases[i].exact);
    }
}

static void test_parse_refuses(void)
{
    static const char *const cases[] = {
        "",
        "-",
        "+",
        ".",
        ".5",
        "5.",
        "--1",
        "+-1",
        "1e3",
        "0x10",
        "1,000",
        " 1",
        "1 ",
        "1/0",
        "1/",
        "/3",
        "1/-3",
        "1/3/5",
        "1.5/2",
        "1..2",
        "inf",
        "１",
        "1" DIGITS_64,
        "0." DIGITS_64,
    };

    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_assert_null(number_parse(cases[i]));
    }
}

static void test_text_reads_back(void)
{
    g_autoptr(number) huge = number_parse(DIGITS_64);
    g_autoptr(number) product = number_mul(huge, huge);
    g_autoptr(number) third = number_new(1, 3);
    g_autoptr(number) fraction = number_mul(product, third);
    g_autofree char *text = number_text(fraction);
    g_autofree char *whole = number_text(product);
    g_autoptr(number) again = number_parse(text);
    g_autoptr(number) whole_again = number_parse(whole);

    g_assert_nonnull(again);
    g_assert_cmpint(number_compare(again, fraction), ==, 0);
    g_assert_true(g_str_has_suffix(whole, "/1"));
    g_assert_cmpint(number_compare(whole_again, product), ==, 0);
}

static void test_arithmetic(void)
{
    g_autoptr(number) a = number_parse("36326.8");
    g_autoptr(number) b = number_parse("33357.1");
    g_autoptr(number) difference = number_sub(a, b);
    g_autoptr(number) ratio = number_div(difference, b);
    g_autoptr(number) percent = number_scale10(ratio, 2);
    g_autoptr(number) back = number_mul(ratio, b);
    g_autoptr(number) sum = number_add(b, back);
    g_autoptr(number) negative = number_neg(difference);
    g_autofree char *printed = number_round_text(percent, 1, ROUNDING_HALF_UP);

    assert_text(difference, "2969.7");
    assert_text(negative, "-2969.7");
    assert_text(percent, "2969700/333571");
    g_assert_cmpstr(printed, ==, "8.9");
    g_assert_cmpint(number_compare(sum, a), ==, 0);
    g_assert_cmpint(number_compare(b, a), <, 0);
    g_assert_cmpint(number_sign(negative), <, 0);
    g_assert_cmpint(number_sign(difference), >, 0);
}

static void test_scale(void)
{
    g_autoptr(number) a = number_parse("1.66");
    g_autoptr(number) up = number_scale10(a, 4);
    g_autoptr(number) down = number_scale10(a, -4);
    g_autoptr(number) copy = number_copy(a);

    assert_text(up, "16600");
    assert_text(down, "0.000166");
    g_assert_cmpint(number_compare(copy, a), ==, 0);
}

/* The examples of GB/T 8170-2008 and the exact ties of real bulletins. */
static void test_round(void)
{
    static const struct {
        const char *value;
        int decimals;
        const char *half_up;
        const char *half_even;
        const char *down;
    } cases[] = {
        {"8.53459", 2, "8.53", "8.53", "8.53"},
        {"1.050", 1, "1.1", "1.0", "1.0"},
        {"0.35", 1, "0.4", "0.4", "0.3"},
        {"2500", -3, "3000", "2000", "2000"},
        {"3500", -3, "4000", "4000", "3000"},
        {"3.125", 2, "3.13", "3.12", "3.12"},
        {"-3.125", 2, "-3.13", "-3.12", "-3.12"},
        {"-18.5185", 2, "-18.52", "-18.52", "-18.51"},
        {"-0.04", 1, "0.0", "0.0", "0.0"},
        {"-0.05", 1, "-0.1", "0.0", "0.0"},
        {"-0.05", 0, "0", "0", "0"},
        {"-4", -1, "0", "0", "0"},
        {"-5", -1, "-10", "0", "0"},
        {"0.5", 0, "1", "0", "0"},
        {"1.5", 0, "2", "2", "1"},
        {"2.5", 0, "3", "2", "2"},
        {"61/3", 3, "20.333", "20.333", "20.333"},
        {"2/3", 2, "0.67", "0.67", "0.66"},
        {"5", 2, "5.00", "5.00", "5.00"},
        {"0", 2, "0.00", "0.00", "0.00"},
        {"0.001", 2, "0.00", "0.00", "0.00"},
        {"99.995", 2, "100.00", "100.00", "99.99"},
        {"123456789012345678901234567890.5", 0,
            "123456789012345678901234567891", "123456789012345678901234567890",
            "123456789012345678901234567890"},
    };

    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(number) a = number_parse(cases[i].value);
        int decimals = cases[i].decimals;
        g_autofree char *half_up =
            number_round_text(a, decimals, ROUNDING_HALF_UP);
        g_autofree char *half_even =
            number_round_text(a, decimals, ROUNDING_HALF_EVEN);
        g_autofree char *down = number_round_text(a, decimals, ROUNDING_DOWN);

        g_assert_cmpstr(half_up, ==, cases[i].half_up);
        g_assert_cmpstr(half_even, ==, cases[i].half_even);
        g_assert_cmpstr(down, ==, cases[i].down);
    }
}

static void test_counts(void)
{
    g_assert_cmpint(number_decimals("18.65"), ==, 2);
    g_assert_cmpint(number_decimals("206"), ==, 0);
    g_assert_cmpint(number_decimals("-0.50"), ==, 2);
}

static void test_rounding_names(void)
{
    enum rounding rounding = ROUNDING_DOWN;

    g_assert_true(rounding_parse("half-up", &rounding));
    g_assert_cmpint((int)rounding, ==, (int)ROUNDING_HALF_UP);
    g_assert_true(rounding_parse("half-even", &rounding));
    g_assert_cmpint((int)rounding, ==, (int)ROUNDING_HALF_EVEN);
    g_assert_true(rounding_parse("down", &rounding));
    g_assert_cmpint((int)rounding, ==, (int)ROUNDING_DOWN);
    g_assert_false(rounding_parse("up", &rounding));
    g_assert_cmpint((int)rounding, ==, (int)ROUNDING_DOWN);
}

/* (a + b) - b, (a / b) * b and the text of a give a again. */
static void test_inverse(void)
{
    for (int i = 0; i < 2000; i++) {
        g_autoptr(number) a = number_new(
            g_test_rand_int(), (unsigned long)g_test_rand_int_range(1, 10000));
        g_autoptr(number) b = number_new(g_test_rand_int_range(1, 1 << 30),
            (unsigned long)g_test_rand_int_range(1, 10000));
        g_autoptr(number) sum = number_add(a, b);
        g_autoptr(number) less = number_sub(sum, b);
        g_autoptr(number) quotient = number_div(a, b);
        g_autoptr(number) more = number_mul(quotient, b);
        g_autofree char *text = number_text(a);
        g_autoptr(number) read = number_parse(text);

        g_assert_cmpint(number_compare(less, a), ==, 0);
        g_assert_cmpint(number_compare(more, a), ==, 0);
        g_assert_cmpint(number_compare(read, a), ==, 0);
    }
}

static void test_root(void)
{
    static const struct {
        const char *of;
        unsigned degree;
        int decimals;
        const char *below;
        const char *near;
        const char *above;
    } cases[] = {
        {"2", 2, 4, "1.4142", "1.4142", "1.4143"},
        {"4", 2, 4, "2", "2", "2"},
        {"4/9", 2, 4, "2/3", "2/3", "2/3"},
        {"1.21", 2, 0, "1.1", "1.1", "1.1"},
        {"1.21", 4, 14, "1.04880884817015", "1.04880884817016",
            "1.04880884817016"},
        {"0.5", 3, 6, "0.7937", "0.793701", "0.793701"},
        {"0", 5, 3, "0", "0", "0"},
        {"1", 14, 3, "1", "1", "1"},
        {"1000000000000000000000001", 2, 2, "1000000000000",
            "1000000000000.01", "1000000000000.01"},
        {"7", 1, 2, "7", "7", "7"},
    };

    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(number) of = number_parse(cases[i].of);
        g_autoptr(number) below = number_root(
            of, cases[i].degree, cases[i].decimals, ROOT_BELOW);
        g_autoptr(number) near =
            number_root(of, cases[i].degree, cases[i].decimals, ROOT_NEAR);
        g_autoptr(number) above = number_root(
            of, cases[i].degree, cases[i].decimals, ROOT_ABOVE);
        g_autofree char *below_text = number_text(below);
        g_autofree char *near_text = number_text(near);
        g_autofree char *above_text = number_text(above);

        g_assert_cmpstr(below_text, ==, cases[i].below);
        g_assert_cmpstr(near_text, ==, cases[i].near);
        g_assert_cmpstr(above_text, ==, cases[i].above);
    }
}

static number *power(const number *a, unsigned degree)
{
    number *result = number_new(1, 1);

    for (unsigned i = 0; i < degree; i++) {
        number *before = result;

        result = number_mul(before, a);
        number_free(before);
    }
    return result;
}

/* The root lies between its ends, which are one unit apart or one. */
static void test_root_ends(void)
{
    for (int i = 0; i < 2000; i++) {
        g_autoptr(number) a = number_new(g_test_rand_int_range(0, 1 << 30),
            (unsigned long)g_test_rand_int_range(1, 10000));
        g_autoptr(number) unit = number_new(1, 1000000);
        unsigned degree = (unsigned)g_test_rand_int_range(1, 15);
        g_autoptr(number) below = number_root(a, degree, 6, ROOT_BELOW);
        g_autoptr(number) above = number_root(a, degree, 6, ROOT_ABOVE);
        g_autoptr(number) width = number_sub(above, below);
        g_autoptr(number) least = power(below, degree);
        g_autoptr(number) most = power(above, degree);

        g_assert_cmpint(number_compare(least, a), <=, 0);
        g_assert_cmpint(number_compare(most, a), >=, 0);
        g_assert_true(number_sign(width) == 0 ||
                      number_compare(width, unit) == 0);
    }
}

/*
 * A cut root rounds as one of many more decimals does, at every count of
 * decimals and in every mode.  Roots next to a tie are the hard ones.
 */
static void test_root_rounds(void)
{
    for (int i = 0; i < 2000; i++) {
        g_autoptr(number) tie = number_new(
            g_test_rand_int_range(0, 100000), 2000);
        g_autoptr(number) nudge = number_new(
            g_test_rand_int_range(-3, 4), 1000000000);
        g_autoptr(number) root = number_add(tie, nudge);
        unsigned degree = (unsigned)g_test_rand_int_range(2, 6);
        g_autoptr(number) a = power(root, degree);
        g_autoptr(number) more = number_new(1, 1000000007);
        g_autoptr(number) b = number_add(a, more);
        g_autoptr(number) cut = NULL;
        g_autoptr(number) fine = NULL;

        if (number_sign(b) < 0) {
            continue;
        }
        cut = number_root(b, degree, 5, ROOT_NEAR);
        fine = number_root(b, degree, 60, ROOT_NEAR);
        for (int mode = ROUNDING_HALF_UP; mode <= ROUNDING_DOWN; mode++) {
            for (int decimals = 0; decimals < 5; decimals++) {
                g_autofree char *left =
                    number_round_text(cut, decimals, (enum rounding)mode);
                g_autofree char *right =
                    number_round_text(fine, decimals, (enum rounding)mode);

                g_assert_cmpstr(left, ==, right);
            }
        }
    }
}

/* ---- Words and GMP's rationals agree ---- */

/* Digits of any length, so that results lie on both sides of a word. */
static number *random_number(GRand *rand)
{
    g_autoptr(GString) text = g_string_new(g_rand_boolean(rand) ? "-" : "");
    int digits = g_rand_int_range(rand, 1, 20);
    int below = g_rand_int_range(rand, 0, 20);

    for (int i = 0; i < digits; i++) {
        g_string_append_c(text, (char)g_rand_int_range(rand, '0', '9' + 1));
    }
    g_string_append(text, below > 0 ? "/1" : "");
    for (int i = 1; i < below; i++) {
        g_string_append_c(text, (char)g_rand_int_range(rand, '0', '9' + 1));
    }
    return number_parse(text->str);
}

/* The result is that of numbers which are too long for words. */
static void assert_like_long(
    number *(*apply)(const number *, const number *), const number *a,
    const number *b, bool is_ratio)
{
    g_autoptr(number) long_a = number_scale10(a, 45);
    g_autoptr(number) long_b = number_scale10(b, is_ratio ? 0 : 45);
    g_autoptr(number) result = apply(a, b);
    g_autoptr(number) long_result = apply(long_a, long_b);
    g_autoptr(number) back = number_scale10(long_result, -45);
    g_autofree char *text = number_text(result);
    g_autofree char *expected = number_text(back);

    g_assert_cmpstr(text, ==, expected);
    g_assert_cmpint(number_compare(result, back), ==, 0);
    g_assert_cmpint(number_sign(result), ==, number_sign(back));
}

static void assert_order_like_long(const number *a, const number *b)
{
    g_autoptr(number) long_a = number_scale10(a, 45);
    g_autoptr(number) long_b = number_scale10(b, 45);

    g_assert_cmpint(number_compare(a, b) > 0, ==,
        number_compare(long_a, long_b) > 0);
    g_assert_cmpint(number_compare(a, b) < 0, ==,
        number_compare(long_a, long_b) < 0);
    g_assert_cmpint(
        number_compare(long_a, b) < 0, ==, number_compare(b, long_a) > 0);
}

static void assert_rounds_like_long(const number *a, int decimals)
{
    for (int i = ROUNDING_HALF_UP; i <= ROUNDING_DOWN; i++) {
        enum rounding rounding = (enum rounding)i;
        g_autoptr(number) long_a = number_scale10(a, 45);
        g_autofree char *text = number_round_text(a, decimals, rounding);
        g_autofree char *long_text =
            number_round_text(long_a, decimals - 45, rounding);
        g_autoptr(number) rounded = number_parse(text);
        g_autoptr(number) long_rounded = number_parse(long_text);
        g_autoptr(number) back = NULL;

        if (rounded != NULL && long_rounded != NULL) {
            back = number_scale10(long_rounded, -45);
            g_assert_cmpint(number_compare(rounded, back), ==, 0);
        }
    }
}

static void test_words(void)
{
    GRand *rand = g_rand_new_with_seed(20240301);

    for (int i = 0; i < 20000; i++) {
        g_autoptr(number) a = random_number(rand);
        g_autoptr(number) b = random_number(rand);

        assert_like_long(number_add, a, b, false);
        assert_like_long(number_sub, a, b, false);
        assert_like_long(number_mul, a, b, true);
        if (number_sign(b) != 0) {
            assert_like_long(number_div, a, b, true);
        }
        assert_order_like_long(a, b);
        assert_rounds_like_long(a, g_rand_int_range(rand, -6, 15));
    }
    g_rand_free(rand);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/base/number/parse", test_parse);
    g_test_add_func("/base/number/parse-refuses", test_parse_refuses);
    g_test_add_func("/base/number/text-reads-back", test_text_reads_back);
    g_test_add_func("/base/number/arithmetic", test_arithmetic);
    g_test_add_func("/base/number/scale", test_scale);
    g_test_add_func("/base/number/n5-n6-round", test_round);
    g_test_add_func("/base/number/counts", test_counts);
    g_test_add_func("/base/number/rounding-names", test_rounding_names);
    g_test_add_func("/base/number/inverse", test_inverse);
    g_test_add_func("/base/number/root", test_root);
    g_test_add_func("/base/number/root-ends", test_root_ends);
    g_test_add_func("/base/number/root-rounds", test_root_rounds);
    g_test_add_func("/base/number/words", test_words);
    return g_test_run();
}
