/*
 * base/interval: what printed digits allow, and what follows from it.
 */
#include "base/interval.h"

#include <string.h>

#include <glib.h>

static interval *of_ends(const char *lo, const char *hi)
{
    g_autoptr(number) low = number_parse(lo);
    g_autoptr(number) high = number_parse(hi);

    return interval_new(low, high);
}

static void assert_ends(const interval *a, const char *lo, const char *hi)
{
    g_autofree char *low = number_text(a->lo);
    g_autofree char *high = number_text(a->hi);

    g_assert_cmpstr(low, ==, lo);
    g_assert_cmpstr(high, ==, hi);
}

static void test_of_figure(void)
{
    static const struct {
        const char *value;
        int decimals;
        int unit_mult;
        const char *lo;
        const char *hi;
    } cases[] = {
        {"2608.33", -1, 0, "2608.325", "2608.335"},
        {"2608.33", -1, 8, "260832500000", "260833500000"},
        {"1.6", -1, 4, "15500", "16500"},
        {"8687", -1, 0, "8686.5", "8687.5"},
        {"8687", 1, 0, "8686.95", "8687.05"},
        {"-5.8", -1, 0, "-5.85", "-5.75"},
        {"0", -1, 0, "-0.5", "0.5"},
        {"61/3", -1, 0, "61/3", "61/3"},
    };

    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(interval) a = interval_of_figure(
            cases[i].value, cases[i].decimals, cases[i].unit_mult);

        assert_ends(a, cases[i].lo, cases[i].hi);
    }
    g_assert_null(interval_of_figure("1e5", -1, 0));
    g_assert_null(interval_of_figure("1", 1000000000, 0));
}

static void test_arithmetic(void)
{
    g_autoptr(interval) a = of_ends("-2", "3");
    g_autoptr(interval) b = of_ends("4", "5");
    g_autoptr(interval) sum = interval_add(a, b);
    g_autoptr(interval) difference = interval_sub(a, b);
    g_autoptr(interval) quotient = interval_div(a, b);
    g_autoptr(interval) tens = interval_scale10(a, 1);

    assert_ends(sum, "2", "8");
    assert_ends(difference, "-7", "-1");
    assert_ends(quotient, "-0.5", "0.75");
    assert_ends(tens, "-20", "30");
    g_assert_null(interval_div(b, a));
}

static void test_relations(void)
{
    g_autoptr(interval) a = of_ends("1", "2");
    g_autoptr(interval) touching = of_ends("2", "3");
    g_autoptr(interval) apart = of_ends("2.0001", "3");
    g_autoptr(interval) around = of_ends("-1", "1");

    g_assert_true(interval_overlaps(a, touching));
    g_assert_true(interval_overlaps(touching, a));
    g_assert_false(interval_overlaps(a, apart));
    g_assert_false(interval_overlaps(apart, a));
    g_assert_true(interval_contains_zero(around));
    g_assert_false(interval_contains_zero(a));
}

static void test_certain(void)
{
    static const struct {
        const char *lo;
        const char *hi;
        const char *certain;
    } cases[] = {
        {"2198.24", "2198.44", "2198"},
        {"-2198.44", "-2198.24", "-2198"},
        {"2198.31", "2198.34", "2198.3"},
        {"2180", "2220", "2200"},
        {"2149", "2151", "2150"},
        {"6454.4", "6454.6", "6454"},
        {"-6454.6", "-6454.4", "-6454"},
        {"6454.5", "6454.6", "6455"},
        {"2198.31", "2198.39", "2198.3"},
        {"6454.45", "6455.55", "6450"},
        {"499", "501", "500"},
        {"0.0312", "0.0314", "0.031"},
        {"0.449", "0.451", "0.45"},
        {"7.96", "8.04", "8.0"},
        {"400", "600", NULL},
        {"900", "1400", "1000"},
        {"-0.4", "0.4", NULL},
        {"-0.6", "0.6", NULL},
        {"2198.5", "2198.5", "2198.5"},
        {"1/3", "1/3", NULL},
        {"1/3", "334/1000", "0.33"},
        {"123456789012345678901234567890", "123456789012345678901234567894",
            "123456789012345678901234567890"},
    };

    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(interval) a = of_ends(cases[i].lo, cases[i].hi);
        g_autofree char *certain = interval_certain(a);

        g_assert_cmpstr(certain, ==, cases[i].certain);
    }
}

/* 2608.33 at +18.65 %: about 2198 and never 2198.34. */
static void test_implied(void)
{
    g_autoptr(interval) value = interval_of_figure("2608.33", -1, 0);
    g_autoptr(interval) percent = interval_of_figure("18.65", -1, -2);
    g_autoptr(number) one = number_new(1, 1);
    g_autoptr(interval) whole = interval_point(one);
    g_autoptr(interval) factor = interval_add(whole, percent);
    g_autoptr(interval) earlier = interval_div(value, factor);
    g_autofree char *lo = number_round_text(earlier->lo, 2, ROUNDING_HALF_UP);
    g_autofree char *hi = number_round_text(earlier->hi, 2, ROUNDING_HALF_UP);
    g_autofree char *certain = interval_certain(earlier);

    assert_ends(factor, "1.18645", "1.18655");
    g_assert_cmpstr(lo, ==, "2198.24");
    g_assert_cmpstr(hi, ==, "2198.44");
    g_assert_cmpstr(certain, ==, "2198");
}

static number *random_inside(const interval *a)
{
    g_autoptr(number) part = number_new(g_test_rand_int_range(0, 1001), 1000);
    g_autoptr(number) width = number_sub(a->hi, a->lo);
    g_autoptr(number) step = number_mul(width, part);

    return number_add(a->lo, step);
}

static interval *random_interval(void)
{
    g_autoptr(number) a = number_new(g_test_rand_int_range(-5000, 5000), 100);
    g_autoptr(number) b = number_new(g_test_rand_int_range(0, 3000), 100);
    g_autoptr(number) hi = number_add(a, b);

    return interval_new(a, hi);
}

static bool contains(const interval *a, const number *value)
{
    return number_compare(a->lo, value) <= 0 &&
           number_compare(value, a->hi) <= 0;
}

/* The result of values inside lies inside the result of the intervals. */
static void test_encloses(void)
{
    for (int i = 0; i < 2000; i++) {
        g_autoptr(interval) a = random_interval();
        g_autoptr(interval) b = random_interval();
        g_autoptr(number) x = random_inside(a);
        g_autoptr(number) y = random_inside(b);
        g_autoptr(interval) quotient = interval_div(a, b);

        g_assert_true((quotient == NULL) == interval_contains_zero(b));
        if (quotient != NULL) {
            g_autoptr(number) ratio = number_div(x, y);

            g_assert_true(contains(quotient, ratio));
        }
    }
}

/* Every value inside is less than one unit of the last digit away. */
static void test_certain_holds(void)
{
    for (int i = 0; i < 2000; i++) {
        g_autoptr(interval) a = random_interval();
        g_autoptr(number) x = random_inside(a);
        g_autofree char *certain = interval_certain(a);
        g_autofree char *rounded = NULL;
        g_autofree char *cut = NULL;
        int decimals;

        if (certain == NULL || number_decimals(certain) == 0) {
            continue;
        }
        decimals = number_decimals(certain);
        rounded = number_round_text(x, decimals, ROUNDING_HALF_UP);
        cut = number_round_text(x, decimals, ROUNDING_DOWN);
        g_assert_true(
            strcmp(certain, rounded) == 0 || strcmp(certain, cut) == 0);
    }
}

static void test_decimals(void)
{
    static const struct {
        const char *lo;
        const char *hi;
        int most;
        int decimals;
    } cases[] = {
        {"6.4", "13.8", 1, 0},
        {"9.95", "10.05", 1, 1},
        {"9.95", "10.0501", 1, 0},
        {"18.645", "18.655", 2, 2},
        {"18.6", "18.7", 3, 1},
        {"-0.2", "0.2", 2, 0},
        {"10", "10", 2, 2},
        {"0", "400", 0, 0},
    };

    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(interval) a = of_ends(cases[i].lo, cases[i].hi);

        g_assert_cmpint(
            interval_decimals(a, cases[i].most), ==, cases[i].decimals);
    }
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/base/interval/of-figure", test_of_figure);
    g_test_add_func("/base/interval/arithmetic", test_arithmetic);
    g_test_add_func("/base/interval/relations", test_relations);
    g_test_add_func("/base/interval/certain", test_certain);
    g_test_add_func("/base/interval/implied", test_implied);
    g_test_add_func("/base/interval/encloses", test_encloses);
    g_test_add_func("/base/interval/certain-holds", test_certain_holds);
    g_test_add_func("/base/interval/decimals", test_decimals);
    return g_test_run();
}
