/*
 * Chinese: figures keep the multiplier that they were printed with.  Digits are
 * not grouped, which GB/T 15835-2011 leaves open and the bulletins of the
 * national offices do.
 */
#include "doc/grammar.h"

#include <string.h>

#include <glib.h>

static int scale(int unit_mult, int magnitude)
{
    (void)magnitude;
    return unit_mult;
}

static const char *multiplier(int power)
{
    static const struct {
        int power;
        const char *word;
    } words[] = {{1, "十"}, {2, "百"}, {3, "千"}, {4, "万"}, {6, "百万"},
        {8, "亿"}, {9, "十亿"}, {12, "万亿"}};

    for (size_t i = 0; i < G_N_ELEMENTS(words); i++) {
        if (words[i].power == power) {
            return words[i].word;
        }
    }
    return "";
}

/* 第13位, 第2届; 首款. */
static const char *ordinal(
    const struct format_figure *figure, const char **printed)
{
    if (figure->measure == FORMAT_PLACE) {
        return "第";
    }
    if (figure->measure != FORMAT_ORDINAL) {
        return "";
    }
    if (strcmp(*printed, "1") == 0) {
        *printed = "首";
        return "";
    }
    return "第";
}

/* 超过1.6万家, 200余项, 1.6万余家, 20分钟以内, 第13位. */
static char *compose(const struct format_figure *figure, const char *printed,
    int at_scale, bool with_unit)
{
    static const char *const before[] = {
        [FORMAT_EXACT] = "",
        [FORMAT_OVER] = "超过",
        [FORMAT_NEARLY] = "近",
        [FORMAT_ODD] = "",
        [FORMAT_WITHIN] = "",
        [FORMAT_ABOUT] = "约",
    };
    const char *prefix = ordinal(figure, &printed);

    return g_strconcat(before[figure->qualifier], prefix, printed,
        with_unit ? multiplier(at_scale) : "",
        figure->qualifier == FORMAT_ODD ? "余" : "",
        with_unit ? figure->unit : "",
        figure->qualifier == FORMAT_WITHIN ? "以内" : "", NULL);
}

static char *unit(const struct format_figure *figure, int at_scale)
{
    return g_strconcat(multiplier(at_scale), figure->unit, NULL);
}

static char *date(const struct grammar_period *period, enum format_date form)
{
    static const char *const halves[] = {"", "上半年", "下半年"};
    static const char *const quarters[] = {
        "", "第一季度", "第二季度", "第三季度", "第四季度"};
    GString *text = g_string_new(NULL);

    (void)form;
    g_string_append_printf(text, "%d年%s%s", period->year, halves[period->half],
        period->is_cumulative && period->quarter == 3
            ? "前三季度"
            : quarters[period->quarter]);
    if (period->month > 0) {
        g_string_append_printf(text, "%s%d月",
            period->is_cumulative ? "1—" : "", period->month);
    }
    if (period->day > 0) {
        g_string_append_printf(text, "%d日", period->day);
    }
    /* 2024年初, but 2024年上半年初. */
    g_string_append(text, period->is_start ? "初" : period->is_end ? "末" : "");
    return g_string_free(text, FALSE);
}

const struct grammar grammar_zh = {
    .tag = "zh-CN",
    .group_from = 0,
    .comma = "、",
    .and = "和",
    .clause_comma = "，",
    .clause_and = "，",
    .scale = scale,
    .compose = compose,
    .unit = unit,
    .date = date,
};
