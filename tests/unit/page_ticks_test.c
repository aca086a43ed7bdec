/*
 * Axis ticks: round, few, and around all values.
 */
#include "page/ticks.h"

#include <glib.h>

static void expect(
    int64_t low, int64_t high, int64_t first, int64_t step, int count)
{
    struct ticks ticks = ticks_round(low, high, 5);

    g_assert_cmpint(ticks.first, ==, first);
    g_assert_cmpint(ticks.step, ==, step);
    g_assert_cmpint(ticks.count, ==, count);
}

static void test_round(void)
{
    expect(0, 41, 0, 10, 6);
    expect(0, 100, 0, 20, 6);
    expect(0, 128640, 0, 50000, 4);
    expect(-7, 12, -10, 5, 6);
    expect(70000, 107700, 70000, 10000, 5);
    expect(0, 12, 0, 5, 4);
    expect(0, 120, 0, 25, 6);
    expect(-60, 60, -75, 25, 7);
    expect(0, 0, 0, 1, 2);
    expect(5, 5, 5, 1, 2);
}

/* Whatever the range: enclosed, and neither too many nor too few. */
static void test_range(void)
{
    for (int64_t high = 1; high < TICKS_VALUE_MAX / 10; high = high * 3 + 1) {
        struct ticks ticks = ticks_round(0, high, 5);

        g_assert_cmpint(ticks.first, <=, 0);
        g_assert_cmpint(ticks.first + (ticks.count - 1) * ticks.step, >=, high);
        g_assert_cmpint(ticks.count, <=, 7);
        g_assert_cmpint(ticks.count, >=, 2);
    }
}

static void test_parse(void)
{
    g_assert_cmpint(ticks_parse("2608.33", 2), ==, 260833);
    g_assert_cmpint(ticks_parse("-0.5", 3), ==, -500);
    g_assert_cmpint(ticks_parse("7", 1), ==, 70);
    g_assert_cmpint(ticks_parse("1.239", 2), ==, 123);
    g_assert_cmpint(ticks_parse("123456", -2), ==, 1234);
    g_assert_cmpint(ticks_parse("12.5", -3), ==, 0);
    g_assert_cmpint(
        ticks_parse("99999999999999999999999", 0), ==, TICKS_VALUE_MAX);
}

static void expect_label(int64_t value, int64_t step, int decimals,
    _Bool is_grouped, const char *expected)
{
    g_autofree char *label = ticks_label(value, step, decimals, is_grouped);

    g_assert_cmpstr(label, ==, expected);
}

static void test_label(void)
{
    expect_label(150000, 50000, 1, FALSE, "15000");
    expect_label(150000, 50000, 1, TRUE, "15,000");
    expect_label(12345670, 10, 1, TRUE, "1,234,567");
    expect_label(25, 5, 1, FALSE, "2.5");
    expect_label(-25, 5, 1, FALSE, "\u22122.5");
    expect_label(0, 5, 1, FALSE, "0.0");
    expect_label(5, 5, -3, TRUE, "5,000");
    expect_label(0, 5, -3, TRUE, "0");
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/ticks/round", test_round);
    g_test_add_func("/ticks/range", test_range);
    g_test_add_func("/ticks/parse", test_parse);
    g_test_add_func("/ticks/label", test_label);
    return g_test_run();
}
