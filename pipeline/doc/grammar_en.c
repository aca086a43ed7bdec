/*
 * English: multipliers of four digits become thousands, millions and
 * billions, digits are grouped from the fourth on.
 */
#include "doc/grammar.h"

#include <string.h>

#include <glib.h>

/*
 * What was printed with 万 or 亿 is counted in billions or millions, or below
 * a million written out; what was printed without stays as it is.
 */
static int scale(int unit_mult, int magnitude)
{
    if (unit_mult < 4 || magnitude < 7) {
        return 0;
    }
    return magnitude < 10 ? 6 : 9;
}

/* Those of Chinese too: a table that both languages share counts in them. */
static const char *multiplier(int power)
{
    static const struct {
        int power;
        const char *word;
    } words[] = {{1, "10"}, {2, "100"}, {3, "1,000"}, {4, "10,000"},
        {6, "million"}, {8, "100 million"}, {9, "billion"}, {12, "trillion"}};

    for (size_t i = 0; i < G_N_ELEMENTS(words); i++) {
        if (words[i].power == power) {
            return words[i].word;
        }
    }
    return "";
}

/* "st", "nd", "rd" or "th" for the number's last digits. */
static const char *ordinal_ending(const char *printed)
{
    size_t size = strlen(printed);
    int last = size > 0 ? printed[size - 1] : '0';
    bool is_teen = size > 1 && printed[size - 2] == '1';

    if (is_teen || last < '1' || last > '3') {
        return "th";
    }
    return last == '1' ? "st" : last == '2' ? "nd" : "rd";
}

static const char *qualifier_word(enum format_qualifier qualifier, bool in_text)
{
    switch (qualifier) {
    case FORMAT_OVER:
    case FORMAT_ODD:
        return in_text ? "more than " : "over ";
    case FORMAT_NEARLY:
        return "nearly ";
    case FORMAT_WITHIN:
        return "within ";
    case FORMAT_ABOUT:
        return "about ";
    case FORMAT_EXACT:
        break;
    }
    return "";
}

static bool is_single(
    const struct format_figure *figure, const char *printed, int at_scale)
{
    return figure->unit_one != NULL && at_scale == 0 &&
           figure->qualifier == FORMAT_EXACT && strcmp(printed, "1") == 0;
}

static char *compose_ordinal(
    const struct format_figure *figure, const char *printed, bool with_unit)
{
    static const char *const words[] = {"", "first", "second", "third",
        "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"};
    bool names_unit =
        with_unit && figure->measure == FORMAT_ORDINAL && *figure->unit != '\0';
    gint64 place = g_ascii_strtoll(printed, NULL, 10);
    const char *unit =
        figure->unit_one != NULL ? figure->unit_one : figure->unit;

    if (names_unit && place >= 1 && place < (gint64)G_N_ELEMENTS(words)) {
        return g_strconcat(qualifier_word(figure->qualifier, with_unit),
            words[place], " ", unit, NULL);
    }
    return g_strconcat(qualifier_word(figure->qualifier, with_unit), printed,
        ordinal_ending(printed), names_unit ? " " : "", names_unit ? unit : "",
        NULL);
}

static char *compose(const struct format_figure *figure, const char *printed,
    int at_scale, bool with_unit)
{
    const char *word = with_unit ? multiplier(at_scale) : "";
    const char *unit = with_unit ? figure->unit : "";

    if (figure->measure == FORMAT_PLACE || figure->measure == FORMAT_ORDINAL) {
        return compose_ordinal(figure, printed, with_unit);
    }
    if (with_unit && is_single(figure, printed, at_scale)) {
        unit = figure->unit_one;
    }
    return g_strconcat(qualifier_word(figure->qualifier, with_unit), printed,
        *word != '\0' ? " " : "", word,
        *unit != '\0' && figure->measure != FORMAT_PERCENT ? " " : "", unit,
        NULL);
}

static char *unit(const struct format_figure *figure, int at_scale)
{
    const char *word = multiplier(at_scale);

    return g_strconcat(word, *word != '\0' ? " " : "", figure->unit, NULL);
}

static const char *const words[GRAMMAR_WORDS + 1] = {"", "one", "two", "three",
    "four", "five", "six", "seven", "eight", "nine", "ten"};

static const char *const months[] = {"", "January", "February", "March",
    "April", "May", "June", "July", "August", "September", "October",
    "November", "December"};

/* "2024", "the third quarter of 2024", "August 2024", "15 August 2024". */
static char *period_name(const struct grammar_period *period)
{
    static const char *const halves[] = {"", "first", "second"};
    static const char *const quarters[] = {
        "", "first", "second", "third", "fourth"};

    if (period->half > 0) {
        return g_strdup_printf(
            "the %s half of %d", halves[period->half], period->year);
    }
    if (period->quarter > 0 && period->is_cumulative) {
        return g_strdup_printf("the first three quarters of %d", period->year);
    }
    if (period->quarter > 0) {
        return g_strdup_printf(
            "the %s quarter of %d", quarters[period->quarter], period->year);
    }
    if (period->day > 0) {
        return g_strdup_printf(
            "%d %s %d", period->day, months[period->month], period->year);
    }
    if (period->month > 0 && period->is_cumulative) {
        return g_strdup_printf(
            "January to %s %d", months[period->month], period->year);
    }
    if (period->month > 0) {
        return g_strdup_printf("%s %d", months[period->month], period->year);
    }
    return g_strdup_printf("%d", period->year);
}

static char *date(const struct grammar_period *period, enum format_date form)
{
    g_autofree char *name = period_name(period);
    bool is_part = period->half > 0 || period->quarter > 0;

    if (period->is_end) {
        return g_strconcat(
            form == FORMAT_DATE_WHEN   ? "at the end of "
            : form == FORMAT_DATE_NAME ? "the end of "
                                       : "end of ",
            name, NULL);
    }
    if (period->is_start && is_part) {
        return g_strconcat(
            form == FORMAT_DATE_WHEN   ? "at the beginning of "
            : form == FORMAT_DATE_NAME ? "the beginning of "
                                       : "beginning of ",
            name, NULL);
    }
    if (form == FORMAT_DATE_NAME && period->is_cumulative &&
        period->month > 0) {
        return g_strdup_printf("the first %s months of %d",
            period->month <= GRAMMAR_WORDS ? words[period->month] : "eleven",
            period->year);
    }
    if (form != FORMAT_DATE_WHEN) {
        return g_strconcat(period->is_start ? "early " : "",
            is_part && form == FORMAT_DATE ? name + strlen("the ") : name,
            NULL);
    }
    return g_strconcat(period->day > 0 ? "on " : "in ",
        period->is_start ? "early " : "", name, NULL);
}

const struct grammar grammar_en = {
    .tag = "en",
    .group_from = 4,
    .comma = ", ",
    .and = " and ",
    .clause_comma = ", ",
    .clause_and = " and ",
    .words = words,
    .scale = scale,
    .compose = compose,
    .unit = unit,
    .date = date,
};
