/*
 * doc/format: the same figure in both languages, without a digit more or less.
 */
#include "doc/format.h"

#include <string.h>

#include <glib.h>

/* ---- Figures ---- */

static const struct {
    struct format_figure figure;
    const char *zh;
    const char *en;
} figures[] = {
    /* Money: the printed multiplier in Chinese, a scale in English. */
    {{"2608.33", -1, 8, FORMAT_EXACT, FORMAT_AMOUNT, "元|yuan", "yuan"},
        "2608.33亿元", "260.833 billion yuan"},
    {{"36326.8", -1, 8, FORMAT_EXACT, FORMAT_AMOUNT, "元|yuan", "yuan"},
        "36326.8亿元", "3,632.68 billion yuan"},
    {{"3000", -1, 4, FORMAT_OVER, FORMAT_AMOUNT, "元|yuan", "yuan"},
        "超过3000万元", "more than 30 million yuan"},
    {{"0.5", -1, 8, FORMAT_EXACT, FORMAT_AMOUNT, "元|yuan", "yuan"},
        "0.5亿元", "50 million yuan"},
    {{"1286.40", -1, 8, FORMAT_EXACT, FORMAT_AMOUNT, "元|yuan", "yuan"},
        "1286.40亿元", "128.640 billion yuan"},
    {{"23", 1, 8, FORMAT_EXACT, FORMAT_AMOUNT, "元|yuan", "yuan"},
        "23.0亿元", "2.30 billion yuan"},
    {{"20", -1, 8, FORMAT_EXACT, FORMAT_AMOUNT, "元|yuan", "yuan"},
        "20亿元", "2 billion yuan"},
    {{"5", -1, 4, FORMAT_EXACT, FORMAT_AMOUNT, "元|yuan", "yuan"},
        "5万元", "50,000 yuan"},
    {{"-5.8", -1, 8, FORMAT_EXACT, FORMAT_AMOUNT, "元|yuan", "yuan"},
        "−5.8亿元", "−580 million yuan"},
    {{"2198", -1, 8, FORMAT_ABOUT, FORMAT_AMOUNT, "元|yuan", "yuan"},
        "约2198亿元", "about 219.8 billion yuan"},

    /* Counts. */
    {{"1.6", -1, 4, FORMAT_OVER, FORMAT_COUNT, "家|enterprises",
         "enterprise"},
        "超过1.6万家", "more than 16,000 enterprises"},
    {{"1.6", -1, 4, FORMAT_ODD, FORMAT_COUNT, "家|enterprises",
         "enterprise"},
        "1.6万余家", "more than 16,000 enterprises"},
    {{"5034", -1, 0, FORMAT_EXACT, FORMAT_COUNT, "家|enterprises",
         "enterprise"},
        "5034家", "5,034 enterprises"},
    {{"12345678", -1, 0, FORMAT_EXACT, FORMAT_COUNT, "人|people", "person"},
        "12345678人", "12,345,678 people"},
    {{"1", -1, 0, FORMAT_EXACT, FORMAT_COUNT, "项|standards", "standard"},
        "1项", "1 standard"},
    {{"1", -1, 4, FORMAT_EXACT, FORMAT_COUNT, "家|enterprises",
         "enterprise"},
        "1万家", "10,000 enterprises"},
    {{"1.0", -1, 0, FORMAT_EXACT, FORMAT_AMOUNT, "分|points", "point"},
        "1.0分", "1.0 points"},
    {{"200", -1, 0, FORMAT_ODD, FORMAT_COUNT, "项|functions", "function"},
        "200余项", "more than 200 functions"},
    {{"10", -1, 0, FORMAT_NEARLY, FORMAT_COUNT, "台|machines", "machine"},
        "近10台", "nearly 10 machines"},

    /* Measures, shares, places, ordinals. */
    {{"118", -1, 4, FORMAT_EXACT, FORMAT_AMOUNT, "平方米|square metres",
         "square metre"},
        "118万平方米", "1.18 million square metres"},
    {{"20", -1, 0, FORMAT_WITHIN, FORMAT_AMOUNT, "分钟|minutes", "minute"},
        "20分钟以内", "within 20 minutes"},
    {{"18.65", -1, 0, FORMAT_EXACT, FORMAT_PERCENT, "%|%", NULL}, "18.65%",
        "18.65%"},
    {{"61/3", 1, 0, FORMAT_EXACT, FORMAT_PERCENT, "%|%", NULL}, "20.3%",
        "20.3%"},
    {{"13", -1, 0, FORMAT_EXACT, FORMAT_PLACE, "位|place", "place"},
        "第13位", "13th"},
    {{"1", -1, 0, FORMAT_EXACT, FORMAT_PLACE, "位|place", "place"}, "第1位",
        "1st"},
    {{"22", -1, 0, FORMAT_EXACT, FORMAT_PLACE, "位|place", "place"},
        "第22位", "22nd"},
    {{"113", -1, 0, FORMAT_EXACT, FORMAT_PLACE, "位|place", "place"},
        "第113位", "113th"},
    {{"3", -1, 0, FORMAT_EXACT, FORMAT_ORDINAL, "代|generation",
         "generation"},
        "第3代", "third generation"},
    {{"1", -1, 0, FORMAT_EXACT, FORMAT_ORDINAL, "款|of its kind", NULL}, "首款",
        "first of its kind"},
    {{"12", -1, 0, FORMAT_EXACT, FORMAT_ORDINAL, "届|edition", NULL}, "第12届",
        "12th edition"},
};

/* The half of "元|yuan" that the language reads. */
static char *unit_of(const char *both, bool is_chinese)
{
    g_auto(GStrv) halves = g_strsplit(both, "|", 2);

    return g_strdup(halves[is_chinese ? 0 : 1]);
}

static void assert_figure(const struct format *format,
    const struct format_figure *both, bool is_chinese, const char *expected)
{
    struct format_figure figure = *both;
    g_autofree char *unit = unit_of(both->unit, is_chinese);
    g_autofree char *text = NULL;

    figure.unit = unit;
    figure.unit_one = is_chinese ? NULL : both->unit_one;
    text = format_value(format, &figure);
    g_assert_cmpstr(text, ==, expected);
}

static void test_figures(void)
{
    struct format *zh = format_new("zh-CN", "zh-CN", ROUNDING_HALF_UP);
    struct format *en = format_new("en", "en", ROUNDING_HALF_UP);

    for (size_t i = 0; i < G_N_ELEMENTS(figures); i++) {
        assert_figure(zh, &figures[i].figure, true, figures[i].zh);
        assert_figure(en, &figures[i].figure, false, figures[i].en);
    }
    format_free(zh);
    format_free(en);
}

static void test_counted(void)
{
    const struct format_figure count = {"1.6", -1, 4, FORMAT_OVER,
        FORMAT_COUNT, "enterprises", "enterprise"};
    const struct format_figure money = {
        "2608.33", -1, 8, FORMAT_EXACT, FORMAT_AMOUNT, "yuan", "yuan"};
    struct format *en = format_new("en", "en", ROUNDING_HALF_UP);
    g_autofree char *counted = format_counted(en, &count);
    g_autofree char *amount = format_counted(en, &money);

    g_assert_cmpstr(counted, ==, "more than 16,000");
    g_assert_cmpstr(amount, ==, "260.833 billion yuan");
    format_free(en);
}

/* A table that is shared counts as the other language; text does not. */
static void test_shared(void)
{
    const struct format_figure money = {
        "2608.33", -1, 8, FORMAT_EXACT, FORMAT_AMOUNT, "yuan", "yuan"};
    const struct format_figure count = {"1.6", -1, 4, FORMAT_OVER,
        FORMAT_COUNT, "enterprises", "enterprise"};
    struct format *en = format_new("en", "zh-CN", ROUNDING_HALF_UP);
    g_autofree char *cell = format_cell(en, &money, 8, false);
    g_autofree char *unit =
        format_unit(en, &money, format_table_scale(en, &money));
    g_autofree char *counted =
        format_unit(en, &count, format_table_scale(en, &count));
    g_autofree char *text = format_value(en, &money);

    g_assert_cmpint(format_table_scale(en, &money), ==, 8);
    g_assert_cmpint(format_scale(en, &money), ==, 9);
    g_assert_cmpstr(cell, ==, "2,608.33");
    g_assert_cmpstr(unit, ==, "100 million yuan");
    g_assert_cmpstr(counted, ==, "10,000 enterprises");
    g_assert_cmpstr(text, ==, "260.833 billion yuan");
    format_free(en);
}

/* Cells of one column have one scale, and the unit beside says which. */
static void test_columns(void)
{
    const struct format_figure large = {
        "29520.4", 1, 8, FORMAT_EXACT, FORMAT_AMOUNT, "yuan", "yuan"};
    const struct format_figure small = {
        "8687", 1, 4, FORMAT_EXACT, FORMAT_AMOUNT, "yuan", "yuan"};
    struct format *en = format_new("en", "en", ROUNDING_HALF_UP);
    int scale = format_scale(en, &large);
    g_autofree char *cell = format_cell(en, &large, scale, true);
    g_autofree char *other = format_cell(en, &small, scale, true);
    g_autofree char *unit = format_unit(en, &large, scale);
    g_autofree char *point = format_point(en, &large, scale);

    g_assert_cmpint(scale, ==, 9);
    g_assert_cmpstr(cell, ==, "2,952.04");
    g_assert_cmpstr(other, ==, "0.086870");
    g_assert_cmpstr(unit, ==, "billion yuan");
    g_assert_cmpstr(point, ==, "2952.04");
    g_assert_cmpint(format_scale(en, &small), ==, 6);
    format_free(en);
}

/* A whole number's zeros are not decimals, but in a column they stay. */
static void test_zeros(void)
{
    const struct format_figure figure = {
        "5200", -1, 4, FORMAT_EXACT, FORMAT_AMOUNT, "yuan", "yuan"};
    struct format *en = format_new("en", "en", ROUNDING_HALF_UP);
    g_autofree char *alone = format_cell(en, &figure, 6, false);
    g_autofree char *in_column = format_cell(en, &figure, 6, true);

    g_assert_cmpstr(alone, ==, "52");
    g_assert_cmpstr(in_column, ==, "52.00");
    format_free(en);
}

/* ---- Numbers ---- */

static void test_numbers(void)
{
    static const struct {
        const char *value;
        int decimals;
        enum rounding rounding;
        const char *plain;
        const char *with_sign;
    } cases[] = {
        {"1234.5", -1, ROUNDING_HALF_UP, "1,234.5", "+1,234.5"},
        {"0.05", 1, ROUNDING_HALF_UP, "0.1", "+0.1"},
        {"0.05", 1, ROUNDING_HALF_EVEN, "0.0", "0.0"},
        {"-18.5185", 2, ROUNDING_HALF_UP, "−18.52", "−18.52"},
        {"-0.04", 1, ROUNDING_HALF_UP, "0.0", "0.0"},
        {"3.99", 1, ROUNDING_DOWN, "3.9", "+3.9"},
        {"2/3", 3, ROUNDING_HALF_UP, "0.667", "+0.667"},
        {"999", -1, ROUNDING_HALF_UP, "999", "+999"},
        {"-1234567.25", -1, ROUNDING_HALF_UP, "−1,234,567.25",
            "−1,234,567.25"},
    };

    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        struct format *en = format_new("en", "en", cases[i].rounding);
        g_autofree char *plain =
            format_number(en, cases[i].value, cases[i].decimals);
        g_autofree char *with_sign =
            format_signed(en, cases[i].value, cases[i].decimals);

        g_assert_cmpstr(plain, ==, cases[i].plain);
        g_assert_cmpstr(with_sign, ==, cases[i].with_sign);
        format_free(en);
    }
}

static void test_grouping(void)
{
    struct format *zh = format_new("zh-CN", "zh-CN", ROUNDING_HALF_UP);
    g_autofree char *four = format_number(zh, "7062.6", -1);
    g_autofree char *five = format_number(zh, "10298.4", -1);

    g_assert_cmpstr(four, ==, "7062.6");
    g_assert_cmpstr(five, ==, "10298.4");
    g_assert_null(format_number(zh, "12 345", -1));
    g_assert_null(format_number(zh, "", -1));
    format_free(zh);
}

/* ---- Dates ---- */

static void test_sizes(void)
{
    static const char *const cases[][2] = {
        {"0", "0\u00a0B"},
        {"999", "999\u00a0B"},
        {"1000", "1\u00a0KB"},
        {"380499", "380\u00a0KB"},
        {"999500", "1,000\u00a0KB"},
        {"1250000", "1.3\u00a0MB"},
        {"1234567890123", "1,234.6\u00a0GB"},
    };
    struct format *en = format_new("en", "en", ROUNDING_HALF_UP);

    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *size = format_size(en, cases[i][0]);

        g_assert_cmpstr(size, ==, cases[i][1]);
    }
    g_assert_null(format_size(en, "much"));
    format_free(en);
}

static void test_dates(void)
{
    static const struct {
        const char *period;
        const char *phase;
        const char *zh;
        const char *en;
        const char *when;
    } cases[] = {
        {"2024", NULL, "2024年", "2024", "in 2024"},
        {"2024", "start", "2024年初", "early 2024", "in early 2024"},
        {"2024", "end", "2024年末", "end of 2024", "at the end of 2024"},
        {"2024-S1", NULL, "2024年上半年", "first half of 2024",
            "in the first half of 2024"},
        {"2024-Q3", NULL, "2024年第三季度", "third quarter of 2024",
            "in the third quarter of 2024"},
        {"2024-Q3", "start", "2024年第三季度初",
            "beginning of the third quarter of 2024",
            "at the beginning of the third quarter of 2024"},
        {"2024-08", NULL, "2024年8月", "August 2024", "in August 2024"},
        {"2025-01", "start", "2025年1月初", "early January 2025",
            "in early January 2025"},
        {"2024-08-15", NULL, "2024年8月15日", "15 August 2024",
            "on 15 August 2024"},
        {"unknown", NULL, "", "", ""},
        {"2024-13", NULL, "", "", ""},
        {"2024-Q5", NULL, "", "", ""},
        {"", NULL, "", "", ""},
    };
    struct format *zh = format_new("zh-CN", "zh-CN", ROUNDING_HALF_UP);
    struct format *en = format_new("en", "en", ROUNDING_HALF_UP);

    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *chinese =
            format_date(zh, cases[i].period, cases[i].phase, FORMAT_DATE);
        g_autofree char *english =
            format_date(en, cases[i].period, cases[i].phase, FORMAT_DATE);
        g_autofree char *when = format_date(
            en, cases[i].period, cases[i].phase, FORMAT_DATE_WHEN);

        g_assert_cmpstr(chinese, ==, cases[i].zh);
        g_assert_cmpstr(english, ==, cases[i].en);
        g_assert_cmpstr(when, ==, cases[i].when);
    }
    format_free(zh);
    format_free(en);
}

/* Of the year so far. */
static void test_cumulative(void)
{
    static const struct {
        const char *period;
        const char *zh;
        const char *en;
        const char *name;
        const char *when;
    } cases[] = {
        {"2024-01", "2024年1月", "January 2024", "January 2024",
            "in January 2024"},
        {"2024-08", "2024年1—8月", "January to August 2024",
            "the first eight months of 2024", "in January to August 2024"},
        {"2024-11", "2024年1—11月", "January to November 2024",
            "the first eleven months of 2024", "in January to November 2024"},
        {"2024-12", "2024年", "2024", "2024", "in 2024"},
        {"2024-Q1", "2024年第一季度", "first quarter of 2024",
            "the first quarter of 2024", "in the first quarter of 2024"},
        {"2024-Q2", "2024年上半年", "first half of 2024",
            "the first half of 2024", "in the first half of 2024"},
        {"2024-Q3", "2024年前三季度", "first three quarters of 2024",
            "the first three quarters of 2024",
            "in the first three quarters of 2024"},
        {"2024-Q4", "2024年", "2024", "2024", "in 2024"},
        {"2024-S2", "2024年", "2024", "2024", "in 2024"},
        {"unknown", "", "", "", ""},
    };
    struct format *zh = format_new("zh-CN", "zh-CN", ROUNDING_HALF_UP);
    struct format *en = format_new("en", "en", ROUNDING_HALF_UP);

    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        const char *period = cases[i].period;
        g_autofree char *chinese =
            format_date_cumulative(zh, period, FORMAT_DATE);
        g_autofree char *english =
            format_date_cumulative(en, period, FORMAT_DATE);
        g_autofree char *name =
            format_date_cumulative(en, period, FORMAT_DATE_NAME);
        g_autofree char *when =
            format_date_cumulative(en, period, FORMAT_DATE_WHEN);

        g_assert_cmpstr(chinese, ==, cases[i].zh);
        g_assert_cmpstr(english, ==, cases[i].en);
        g_assert_cmpstr(name, ==, cases[i].name);
        g_assert_cmpstr(when, ==, cases[i].when);
    }
    format_free(zh);
    format_free(en);
}

/* ---- Words ---- */

static void test_number_words(void)
{
    struct format *zh = format_new("zh-CN", "zh-CN", ROUNDING_HALF_UP);
    struct format *en = format_new("en", "en", ROUNDING_HALF_UP);
    g_autofree char *three = format_number_words(en, "-3");
    g_autofree char *eleven = format_number_words(en, "11");
    g_autofree char *chinese = format_number_words(zh, "3");

    g_assert_cmpstr(three, ==, "three");
    g_assert_cmpstr(eleven, ==, "11");
    g_assert_cmpstr(chinese, ==, "3");
    g_assert_null(format_number_words(en, "many"));
    format_free(zh);
    format_free(en);
}

static void test_words(void)
{
    static const char *const items[] = {"A", "B", "C"};
    struct format *zh = format_new("zh-CN", "zh-CN", ROUNDING_HALF_UP);
    struct format *en = format_new("en", "en", ROUNDING_HALF_UP);
    g_autofree char *list = format_join(zh, FORMAT_ITEMS, items, 3);
    g_autofree char *clauses = format_join(zh, FORMAT_CLAUSES, items, 3);
    g_autofree char *english = format_join(en, FORMAT_ITEMS, items, 3);
    g_autofree char *one = format_join(en, FORMAT_ITEMS, items, 1);
    g_autofree char *capital = format_capital("élan");
    g_autofree char *han = format_capital("武汉");

    g_assert_cmpstr(list, ==, "A、B和C");
    g_assert_cmpstr(clauses, ==, "A，B，C");
    g_assert_cmpstr(english, ==, "A, B and C");
    g_assert_cmpstr(one, ==, "A");
    g_assert_cmpstr(capital, ==, "Élan");
    g_assert_cmpstr(han, ==, "武汉");
    format_free(zh);
    format_free(en);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/format/figures", test_figures);
    g_test_add_func("/format/counted", test_counted);
    g_test_add_func("/format/shared", test_shared);
    g_test_add_func("/format/columns", test_columns);
    g_test_add_func("/format/zeros", test_zeros);
    g_test_add_func("/format/n7-numbers", test_numbers);
    g_test_add_func("/format/grouping", test_grouping);
    g_test_add_func("/format/sizes", test_sizes);
    g_test_add_func("/format/n4-dates", test_dates);
    g_test_add_func("/format/n4-cumulative", test_cumulative);
    g_test_add_func("/format/n4-number-words", test_number_words);
    g_test_add_func("/format/words", test_words);
    return g_test_run();
}
