/*
 * model/growth: what each kind of change makes of levels, and what must hold
 * of it for any levels.
 */
#include "model/growth.h"

#include <glib.h>

#define ROUNDS 1000

static number *any(int from, int to)
{
    return number_new(g_test_rand_int_range(from, to),
        (unsigned long)g_test_rand_int_range(1, 1000));
}

/* An interval around a value, as its digits might leave it. */
static interval *around(const number *a)
{
    g_autoptr(number) left = number_new(g_test_rand_int_range(0, 100), 1000000);
    g_autoptr(number) right =
        number_new(g_test_rand_int_range(0, 100), 1000000);
    g_autoptr(number) lo = number_sub(a, left);
    g_autoptr(number) hi = number_add(a, right);

    return interval_new(lo, hi);
}

static void assert_inside(const number *a, const interval *range)
{
    g_assert_cmpint(number_compare(range->lo, a), <=, 0);
    g_assert_cmpint(number_compare(a, range->hi), <=, 0);
}

/* Four levels as points and as intervals around them. */
struct levels {
    interval *points[4];
    interval *ranges[4];
};

static struct levels any_levels(void)
{
    struct levels levels;

    for (int i = 0; i < 4; i++) {
        g_autoptr(number) a = any(1, 1 << 20);

        levels.points[i] = interval_point(a);
        levels.ranges[i] = around(a);
    }
    return levels;
}

static void levels_clear(struct levels *levels)
{
    for (int i = 0; i < 4; i++) {
        interval_free(levels->points[i]);
        interval_free(levels->ranges[i]);
    }
}

static struct growth growth_of(interval *const levels[4], int years)
{
    return (struct growth){
        levels[0], levels[1], levels[2], levels[3], years, 0};
}

/* What follows from the true levels lies in what their intervals allow. */
static void test_ranges_contain(void)
{
    for (int i = 0; i < ROUNDS; i++) {
        struct levels levels = any_levels();
        int years = g_test_rand_int_range(1, 15);
        const struct growth points = growth_of(levels.points, years);
        const struct growth ranges = growth_of(levels.ranges, years);

        for (int kind = 0; kind < CHANGE_COUNT; kind++) {
            g_autoptr(interval) exact =
                growth_compute((enum dataset_change_kind)kind, &points);
            g_autoptr(interval) range =
                growth_compute((enum dataset_change_kind)kind, &ranges);

            if (exact != NULL && range != NULL) {
                assert_inside(exact->lo, range);
                assert_inside(exact->hi, range);
            }
        }
        levels_clear(&levels);
    }
}

/* S15: pulls of all parts add up to the growth of the whole. */
static void test_pulls_add_up(void)
{
    for (int i = 0; i < ROUNDS; i++) {
        g_autoptr(number) zero = number_new(0, 1);
        number *sums[2] = {number_copy(zero), number_copy(zero)};
        g_autoptr(number) pulls = NULL;
        g_autoptr(interval) growth = NULL;
        interval *parts[5][2];
        interval *whole[2];

        for (int j = 0; j < 5; j++) {
            for (int k = 0; k < 2; k++) {
                g_autoptr(number) level = any(1, 1 << 20);
                g_autoptr(number) before = sums[k];

                sums[k] = number_add(before, level);
                parts[j][k] = interval_point(level);
            }
        }
        whole[0] = interval_point(sums[0]);
        whole[1] = interval_point(sums[1]);
        pulls = number_copy(zero);
        for (int j = 0; j < 5; j++) {
            const struct growth one = {
                parts[j][0], parts[j][1], whole[0], whole[1], 1, 0};
            g_autoptr(interval) pull = growth_compute(CHANGE_PULL, &one);
            g_autoptr(number) before = g_steal_pointer(&pulls);

            pulls = number_add(before, pull->lo);
            interval_free(parts[j][0]);
            interval_free(parts[j][1]);
        }
        growth = growth_compute(CHANGE_PERCENT,
            &(const struct growth){whole[0], whole[1], NULL, NULL, 1, 0});
        g_assert_cmpint(number_compare(pulls, growth->lo), ==, 0);
        for (int k = 0; k < 2; k++) {
            interval_free(whole[k]);
            number_free(sums[k]);
        }
    }
}

/* A pull is the contribution's part of the whole's growth. */
static void test_pull_of_contribution(void)
{
    for (int i = 0; i < ROUNDS; i++) {
        struct levels levels = any_levels();
        const struct growth points = growth_of(levels.points, 1);
        const struct growth whole = {
            levels.points[2], levels.points[3], NULL, NULL, 1, 0};
        g_autoptr(interval) share =
            growth_compute(CHANGE_CONTRIBUTION, &points);
        g_autoptr(interval) pull = growth_compute(CHANGE_PULL, &points);
        g_autoptr(interval) growth = growth_compute(CHANGE_PERCENT, &whole);

        if (share != NULL) {
            g_autoptr(number) product = number_mul(share->lo, growth->lo);
            g_autoptr(number) points_of = number_scale10(product, -2);

            g_assert_cmpint(number_compare(points_of, pull->lo), ==, 0);
        }
        levels_clear(&levels);
    }
}

/* Growing back as many years undoes it. */
static void test_annual_inverts(void)
{
    for (int i = 0; i < ROUNDS; i++) {
        struct levels levels = any_levels();
        const struct growth growth =
            growth_of(levels.points, g_test_rand_int_range(1, 10));
        g_autoptr(interval) rate = growth_compute(CHANGE_ANNUAL, &growth);
        g_autoptr(number) near = growth_annual(
            growth.now->lo, growth.before->lo, growth.years);
        g_autoptr(number) one = number_new(1, 1);
        g_autoptr(number) lo = number_scale10(rate->lo, -2);
        g_autoptr(number) hi = number_scale10(rate->hi, -2);
        g_autoptr(number) least = number_copy(growth.before->lo);
        g_autoptr(number) most = number_copy(growth.before->lo);
        g_autoptr(number) slow = number_add(one, lo);
        g_autoptr(number) fast = number_add(one, hi);

        for (int j = 0; j < growth.years; j++) {
            g_autoptr(number) less = g_steal_pointer(&least);
            g_autoptr(number) more = g_steal_pointer(&most);

            least = number_mul(less, slow);
            most = number_mul(more, fast);
        }
        g_assert_cmpint(number_compare(least, growth.now->lo), <=, 0);
        g_assert_cmpint(number_compare(most, growth.now->lo), >=, 0);
        assert_inside(near, rate);
        levels_clear(&levels);
    }
}

static void test_undefined(void)
{
    g_autoptr(number) zero = number_new(0, 1);
    g_autoptr(number) two = number_new(2, 1);
    g_autoptr(number) minus = number_new(-2, 1);
    g_autoptr(interval) none = interval_point(zero);
    g_autoptr(interval) some = interval_point(two);
    g_autoptr(interval) debt = interval_point(minus);
    const struct growth on_none = {some, none, some, some, 2, 0};
    const struct growth on_debt = {some, debt, some, debt, 2, 0};
    const struct growth to_debt = {debt, some, some, none, 2, 0};

    g_assert_null(growth_compute(CHANGE_PERCENT, &on_none));
    g_assert_null(growth_compute(CHANGE_TIMES, &on_debt));
    g_assert_null(growth_compute(CHANGE_ANNUAL, &on_none));
    g_assert_null(growth_compute(CHANGE_ANNUAL, &to_debt));
    g_assert_null(growth_compute(CHANGE_CONTRIBUTION, &on_none));
    g_assert_null(growth_compute(CHANGE_PULL, &on_debt));
    g_assert_null(growth_compute(CHANGE_PULL, &to_debt));
}

static void test_years(void)
{
    static const struct {
        const char *base;
        const char *period;
        int years;
    } cases[] = {
        {"2020", "2024", 4},
        {"2024", "2024", 0},
        {"2024", "2020", 0},
        {"2020-Q3", "2024-Q3", 4},
        {"2020-Q3", "2024-Q4", 0},
        {"2020", "2024-Q4", 0},
        {"unknown", "2024", 0},
        {"2022-08", "2024-08", 2},
    };

    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        struct dataset_period base;
        struct dataset_period period;

        g_assert_true(dataset_period_read(cases[i].base, &base));
        g_assert_true(dataset_period_read(cases[i].period, &period));
        g_assert_cmpint(growth_years(&base, &period), ==, cases[i].years);
    }
}

static void test_doublings(void)
{
    static const struct {
        const char *multiple;
        int count;
    } cases[] = {{"0", 0}, {"1.9", 0}, {"2", 1}, {"3.99", 1}, {"4", 2},
        {"1023/2", 8}, {"512", 9}};

    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(number) multiple = number_parse(cases[i].multiple);

        g_assert_cmpint(growth_doublings(multiple), ==, cases[i].count);
    }
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/model/growth/ranges-contain", test_ranges_contain);
    g_test_add_func("/model/growth/s15-pulls-add-up", test_pulls_add_up);
    g_test_add_func("/model/growth/s15-pull-of-contribution",
        test_pull_of_contribution);
    g_test_add_func("/model/growth/annual-inverts", test_annual_inverts);
    g_test_add_func("/model/growth/undefined", test_undefined);
    g_test_add_func("/model/growth/years", test_years);
    g_test_add_func("/model/growth/doublings", test_doublings);
    return g_test_run();
}
