/*
 * Time periods and figures of SDMX, one by one.
 */
#include "base/number.h"
#include "exchange/sdmx_figure.h"
#include "exchange/sdmx_flags.h"
#include "exchange/sdmx_parts.h"

static void test_times(void)
{
    static const struct {
        const char *text;
        const char *start_day;
        const char *period; /* NULL: none */
    } times[] = {
        {"2024", NULL, "2024"},
        {"2024+08:00", NULL, "2024"},
        {"2024-A1", NULL, "2024"},
        {"2024-S2", NULL, "2024-S2"},
        {"2024-Q4Z", NULL, "2024-Q4"},
        {"2024-M12", NULL, "2024-12"},
        {"2024-02", NULL, "2024-02"},
        {"2024-02-29", NULL, "2024-02-29"},
        {"2024-02-29T00:00:00.000Z", NULL, "2024-02-29"},
        {"2024-D366", NULL, "2024-12-31"},
        {"2023-D060", NULL, "2023-03-01"},
        {"2024-Q1", "--07-01", "2024-Q3"},
        {"2024-Q4", "--07-01", "2025-Q2"},
        {"2024-S1", "--07-01", "2024-S2"},
        {"2024-M01", "--04-01", "2024-04"},
        {"2024-D001", "--04-06", "2024-04-06"},
        {"2024-02", "--07-01", "2024-02"},
        {"2024-A1", "--07-01", NULL},
        {"2024-Q1", "--02-01", NULL},
        {"2024-Q1", "07-01", NULL},
        {"2024-Q5", NULL, NULL},
        {"2024-S3", NULL, NULL},
        {"2024-M13", NULL, NULL},
        {"2024-13", NULL, NULL},
        {"2023-02-29", NULL, NULL},
        {"2024-D367", NULL, NULL},
        {"2024-W01", NULL, NULL},
        {"2024-T1", NULL, NULL},
        {"2024-02-29T12:00:00", NULL, NULL},
        {"2024-01-01/P1Y", NULL, NULL},
        {"2024-", NULL, NULL},
        {"24", NULL, NULL},
        {"", NULL, NULL},
    };

    for (size_t i = 0; i < G_N_ELEMENTS(times); i++) {
        char period[11];
        bool is_read = sdmx_time_read(times[i].text, times[i].start_day,
                           period) == SDMX_TIME_READ;

        g_assert_cmpstr(is_read ? period : NULL, ==, times[i].period);
    }
}

static void test_figures(void)
{
    static const struct {
        const char *text;
        const char *figure; /* NULL: none */
    } figures[] = {
        {"12.50", "12.50"},
        {"-0.5", "-0.5"},
        {"+5", "5"},
        {".5", "0.5"},
        {"007", "7"},
        {"5.", "5"},
        {"1.58E3", "1580"},
        {"1.58e-3", "0.00158"},
        {"-12e1", "-120"},
        {"0", "0"},
        {"00", "0"},
        {"INF", NULL},
        {"1E99", NULL},
        {"1,5", NULL},
        {"--5", NULL},
        {"", NULL},
    };
    struct cube *cube = cube_new("figures");

    for (size_t i = 0; i < G_N_ELEMENTS(figures); i++) {
        g_assert_cmpstr(
            sdmx_figure(cube, figures[i].text), ==, figures[i].figure);
    }
    cube_free(cube);
}

/* A value times its multiplier is the same before and after. */
static void test_multipliers(void)
{
    struct cube *cube = cube_new("multipliers");

    for (int mult = -3; mult <= 15; mult++) {
        int moved = mult;
        const char *figure = sdmx_flags_scale(cube, "12.30", &moved);
        g_autoptr(number) before = number_parse("12.30");
        g_autoptr(number) after = number_parse(figure);
        g_autoptr(number) one = number_scale10(before, mult);
        g_autoptr(number) other = number_scale10(after, moved);

        g_assert_cmpint(number_compare(one, other), ==, 0);
        g_assert_true(moved >= 0 && moved <= 12);
    }
    cube_free(cube);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/times", test_times);
    g_test_add_func("/figures", test_figures);
    g_test_add_func("/multipliers", test_multipliers);
    return g_test_run();
}
