/*
 * base/kept: things are there until they are taken, replaced or crowded out,
 * each is freed once, and a file that changed is the end of all.
 */
#include "base/kept.h"

#include <glib.h>
#include <glib/gstdio.h>

static int freed;

static void count_free(void *thing)
{
    freed++;
    g_free(thing);
}

static void give(const char *name, const char *thing)
{
    kept_give("word", name, g_strdup(thing), count_free);
}

static void assert_taken(const char *name, const char *expected)
{
    g_autofree char *thing = kept_take("word", name);

    g_assert_cmpstr(thing, ==, expected);
}

static void test_outside(void)
{
    freed = 0;
    g_assert_false(kept_is_open());
    give("a", "one");
    g_assert_cmpint(freed, ==, 1);
    assert_taken("a", NULL);
}

static void test_take(void)
{
    freed = 0;
    kept_open();
    give("a", "one");
    give("b", "two");
    g_assert_null(kept_take("other", "a"));
    assert_taken("a", "one");
    assert_taken("a", NULL);
    give("b", "three");
    g_assert_cmpint(freed, ==, 1);
    assert_taken("b", "three");
    kept_give("word", "none", NULL, count_free);
    give("c", "four");
    kept_close();
    g_assert_cmpint(freed, ==, 2);
    g_assert_false(kept_is_open());
}

/* Memory does not grow with the number of names. */
static void test_many(void)
{
    freed = 0;
    kept_open();
    for (int i = 0; i < 2000; i++) {
        g_autofree char *name = g_strdup_printf("%d", i);

        give(name, name);
        give("always", "used");
        assert_taken("always", "used");
    }
    g_assert_cmpint(freed, >, 1000);
    assert_taken("0", NULL);
    assert_taken("1999", "1999");
    kept_close();
    g_assert_cmpint(freed, ==, 1999);
}

static void test_renew(void)
{
    g_autofree char *folder = g_dir_make_tmp(NULL, NULL);
    g_autofree char *path = g_build_filename(folder, "part", NULL);

    freed = 0;
    kept_open();
    g_assert_true(g_file_set_contents(path, "as it was", -1, NULL));
    kept_note(path);
    give("a", "one");
    kept_renew();
    assert_taken("a", "one");
    give("a", "one");
    g_assert_true(g_file_set_contents(path, "changed", -1, NULL));
    kept_renew();
    assert_taken("a", NULL);
    g_assert_cmpint(freed, ==, 1);
    kept_close();
    g_unlink(path);
    g_rmdir(folder);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/base/kept/outside", test_outside);
    g_test_add_func("/base/kept/take", test_take);
    g_test_add_func("/base/kept/many", test_many);
    g_test_add_func("/base/kept/renew", test_renew);
    return g_test_run();
}
