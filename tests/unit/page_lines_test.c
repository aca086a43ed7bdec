/*
 * The cost of a line.
 */
#include "page/lines.h"

#include <glib.h>

static void test_badness(void)
{
    g_assert_cmpint(lines_badness(0, LEN_PT), ==, 0);
    g_assert_cmpint(lines_badness(LEN_PT, LEN_PT), ==, 100);
    g_assert_cmpint(lines_badness(LEN_PT / 2, LEN_PT), ==, 12);
    g_assert_cmpint(lines_badness(2 * LEN_PT, LEN_PT), ==, 800);
    g_assert_cmpint(lines_badness(5 * LEN_PT, LEN_PT), >, 10000);
    g_assert_cmpint(lines_badness(10000 * LEN_PT, 0), <=, 1000000);
}

/* Of two hopeless lines the less hopeless one is found. */
static void test_hopeless(void)
{
    g_assert_cmpint(lines_badness(20 * LEN_PT, LEN_PT), <,
        lines_badness(30 * LEN_PT, LEN_PT));
    g_assert_cmpint(
        lines_badness(20 * LEN_PT, 0), <, lines_badness(30 * LEN_PT, 0));
    g_assert_cmpint(
        lines_badness(30 * LEN_PT, LEN_PT), <, lines_badness(30 * LEN_PT, 0));
}

/* More change is never better, more room never worse. */
static void test_order(void)
{
    for (len change = 1; change < 60 * LEN_PT; change += LEN_PT / 7) {
        g_assert_cmpint(lines_badness(change, LEN_PT), <=,
            lines_badness(change + LEN_PT / 7, LEN_PT));
        g_assert_cmpint(lines_badness(change, 2 * LEN_PT), <=,
            lines_badness(change, LEN_PT));
    }
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/lines/badness", test_badness);
    g_test_add_func("/lines/hopeless", test_hopeless);
    g_test_add_func("/lines/order", test_order);
    return g_test_run();
}
