/*
 * Labels moved apart: never nearer than their pitch, and only where needed.
 */
#include "page/spread.h"

#include <glib.h>

static void expect(len *places, int count, const len *wanted)
{
    spread(places, count, 10, 0, 100);
    for (int i = 0; i < count; i++) {
        g_assert_cmpint(places[i], ==, wanted[i]);
    }
}

static void test_free(void)
{
    expect((len[]){5, 20, 90}, 3, (len[]){5, 20, 90});
    expect((len[]){5}, 1, (len[]){5});
    expect((len[]){0}, 0, (len[]){0});
}

/* Two that touch give way alike; a third one pushes both. */
static void test_pairs(void)
{
    expect((len[]){50, 50}, 2, (len[]){45, 55});
    expect((len[]){50, 54}, 2, (len[]){47, 57});
    expect((len[]){50, 50, 50}, 3, (len[]){40, 50, 60});
    expect((len[]){10, 50, 52, 90}, 4, (len[]){10, 46, 56, 90});
}

static void test_ends(void)
{
    expect((len[]){0, 0, 0}, 3, (len[]){0, 10, 20});
    expect((len[]){99, 100, 100}, 3, (len[]){80, 90, 100});
}

/* More than there is room for: still apart. */
static void test_full(void)
{
    len places[20] = {0};

    spread(places, 20, 10, 0, 100);
    for (int i = 0; i < 20; i++) {
        g_assert_cmpint(places[i], ==, 10 * i);
    }
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/spread/free", test_free);
    g_test_add_func("/spread/pairs", test_pairs);
    g_test_add_func("/spread/ends", test_ends);
    g_test_add_func("/spread/full", test_full);
    return g_test_run();
}
