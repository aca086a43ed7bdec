/*
 * How the width of a table is shared out among its columns.
 */
#include "page/table.h"

#include <glib.h>

static len total(const struct table_column *columns, int count)
{
    len sum = 0;

    for (int i = 0; i < count; i++) {
        sum += columns[i].width;
    }
    return sum;
}

static void test_room(void)
{
    struct table_column columns[] = {
        {.min = 20 * LEN_PT, .max = 60 * LEN_PT},
        {.min = 10 * LEN_PT, .max = 30 * LEN_PT}};

    table_share(columns, 2, 200 * LEN_PT);
    g_assert_cmpint(total(columns, 2), ==, 200 * LEN_PT);
    g_assert_cmpint(columns[0].width, >=, columns[0].max);
    g_assert_cmpint(columns[1].width, >=, columns[1].max);
    g_assert_cmpint(columns[0].width, >, columns[1].width);
}

/* Numbers keep their width; the text gives way. */
static void test_narrow(void)
{
    struct table_column columns[] = {
        {.min = 30 * LEN_PT, .max = 400 * LEN_PT},
        {.min = 40 * LEN_PT, .max = 40 * LEN_PT},
        {.min = 40 * LEN_PT, .max = 40 * LEN_PT}};

    table_share(columns, 3, 200 * LEN_PT);
    g_assert_cmpint(columns[1].width, ==, 40 * LEN_PT);
    g_assert_cmpint(columns[2].width, ==, 40 * LEN_PT);
    g_assert_cmpint(columns[0].width, ==, 120 * LEN_PT);
}

static void test_two_texts(void)
{
    struct table_column columns[] = {
        {.min = 30 * LEN_PT, .max = 300 * LEN_PT},
        {.min = 30 * LEN_PT, .max = 300 * LEN_PT}};

    table_share(columns, 2, 200 * LEN_PT);
    g_assert_cmpint(columns[0].width, ==, 100 * LEN_PT);
    g_assert_cmpint(columns[1].width, ==, 100 * LEN_PT);
}

/* Even the narrowest do not fit: nothing runs over the edge. */
static void test_overfull(void)
{
    struct table_column columns[] = {
        {.min = 150 * LEN_PT, .max = 300 * LEN_PT},
        {.min = 50 * LEN_PT, .max = 60 * LEN_PT}};

    table_share(columns, 2, 100 * LEN_PT);
    g_assert_cmpint(total(columns, 2), <=, 100 * LEN_PT);
    g_assert_cmpint(columns[0].width, ==, 75 * LEN_PT);
}

/* What needs less than its share does not take what others cannot spare. */
static void test_narrowest(void)
{
    struct table_column columns[] = {
        {.min = 20 * LEN_PT, .max = 100 * LEN_PT},
        {.min = 250 * LEN_PT, .max = 400 * LEN_PT}};

    table_share(columns, 2, 300 * LEN_PT);
    g_assert_cmpint(total(columns, 2), ==, 300 * LEN_PT);
    g_assert_cmpint(columns[0].width, >=, columns[0].min);
    g_assert_cmpint(columns[1].width, >=, columns[1].min);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/table/room", test_room);
    g_test_add_func("/table/narrow", test_narrow);
    g_test_add_func("/table/two-texts", test_two_texts);
    g_test_add_func("/table/overfull", test_overfull);
    g_test_add_func("/table/narrowest", test_narrowest);
    return g_test_run();
}
