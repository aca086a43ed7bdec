/*
 * Character classes and prohibition levels.
 */
#include "page/class.h"

#include <glib.h>

static void test_classes(void)
{
    g_assert_cmpint(class_of(0x6C49), ==, CLASS_HAN);    /* 汉 */
    g_assert_cmpint(class_of(0x20BB7), ==, CLASS_HAN);   /* 𠮷 */
    g_assert_cmpint(class_of(0xFF08), ==, CLASS_OPEN);   /* （ */
    g_assert_cmpint(class_of(0x300B), ==, CLASS_CLOSE);  /* 》 */
    g_assert_cmpint(class_of(0x3001), ==, CLASS_COMMA);  /* 、 */
    g_assert_cmpint(class_of(0x3002), ==, CLASS_STOP);   /* 。 */
    g_assert_cmpint(class_of(0xFF1F), ==, CLASS_STOP);   /* ？ */
    g_assert_cmpint(class_of(0x2014), ==, CLASS_DASH);
    g_assert_cmpint(class_of(0x2026), ==, CLASS_ELLIPSIS);
    g_assert_cmpint(class_of(0x201C), ==, CLASS_QUOTE_OPEN);
    g_assert_cmpint(class_of(0x2236), ==, CLASS_RATIO);
    g_assert_cmpint(class_of('7'), ==, CLASS_DIGIT);
    g_assert_cmpint(class_of('%'), ==, CLASS_PERCENT);
    g_assert_cmpint(class_of('a'), ==, CLASS_LATIN);
    g_assert_cmpint(class_of(0xE9), ==, CLASS_LATIN);    /* é */
    g_assert_cmpint(class_of(0x3000), ==, CLASS_FIXED_SPACE);
}

static void test_levels(void)
{
    g_assert_false(class_no_start(CLASS_COMMA, LEVEL_NONE));
    g_assert_true(class_no_start(CLASS_COMMA, LEVEL_BASIC));
    g_assert_true(class_no_end(CLASS_OPEN, LEVEL_BASIC));
    g_assert_false(class_no_end(CLASS_SOLIDUS, LEVEL_BASIC));
    g_assert_true(class_no_end(CLASS_SOLIDUS, LEVEL_GB));
    g_assert_false(class_no_start(CLASS_ELLIPSIS, LEVEL_GB));
    g_assert_true(class_no_start(CLASS_ELLIPSIS, LEVEL_STRICT));
    g_assert_true(class_no_start(CLASS_PERCENT, LEVEL_GB));
    g_assert_true(class_no_end(CLASS_CURRENCY, LEVEL_GB));
    g_assert_false(class_no_start(CLASS_HAN, LEVEL_STRICT));
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/class/of", test_classes);
    g_test_add_func("/class/levels", test_levels);
    return g_test_run();
}
