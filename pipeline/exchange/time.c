/*
 * A year of four digits, then what may follow it.
 */
#include "exchange/time.h"

#include <string.h>

#define YEAR_DIGITS 4

/* Takes up to max digits; -1: there is none. */
static int take_number(const char **p, int max)
{
    int value = -1;

    for (int i = 0; i < max && g_ascii_isdigit(**p); i++, (*p)++) {
        value = (value < 0 ? 0 : value) * 10 + (**p - '0');
    }
    return value;
}

static bool take(const char **p, const char *word)
{
    if (!g_str_has_prefix(*p, word)) {
        return false;
    }
    *p += strlen(word);
    return true;
}

/* 1 to 4, in digits or in Chinese. */
static int take_quarter(const char **p)
{
    static const char *const words[] = {"一", "二", "三", "四"};

    for (int i = 0; i < (int)G_N_ELEMENTS(words); i++) {
        if (take(p, words[i])) {
            return i + 1;
        }
    }
    return take_number(p, 1);
}

/* Behind the character for year. */
static bool read_chinese(const char *p, int year, GString *out)
{
    int part;
    int day;

    if (*p == '\0') {
        g_string_printf(out, "%d", year);
        return true;
    }
    if (strcmp(p, "上半年") == 0 || strcmp(p, "下半年") == 0) {
        g_string_printf(out, "%d-S%d", year, take(&p, "上") ? 1 : 2);
        return true;
    }
    take(&p, "第");
    part = take_quarter(&p);
    if (strcmp(p, "季度") == 0) {
        g_string_printf(out, "%d-Q%d", year, part);
        return true;
    }
    /* The digit that was taken may be the first of a month's two. */
    if (part > 0 && g_ascii_isdigit(p[-1]) && g_ascii_isdigit(*p)) {
        part = part * 10 + take_number(&p, 1);
    }
    if (part < 1 || !g_ascii_isdigit(p[-1]) || !take(&p, "月")) {
        return false;
    }
    g_string_printf(out, "%d-%02d", year, part);
    day = take_number(&p, 2);
    if (day > 0 && take(&p, "日")) {
        g_string_append_printf(out, "-%02d", day);
    }
    return *p == '\0';
}

/* Behind the year: Q3, H1, S1, M08, W.. is none; or a month and a day. */
static bool read_plain(const char *p, int year, GString *out)
{
    bool has_hyphen = take(&p, "-");
    char letter = *p != '\0' && strchr("QSHMA", *p) != NULL ? *p++ : '\0';
    bool has_slash = !has_hyphen && letter == '\0' && take(&p, "/");
    int part = take_number(&p, 2);

    if (part < 1 || (letter == '\0' && !has_hyphen && !has_slash)) {
        return false;
    }
    if (letter == 'A') {
        g_string_printf(out, "%d", year);
        return part == 1 && *p == '\0';
    }
    if (letter == 'Q' || letter == 'S' || letter == 'H') {
        g_string_printf(
            out, "%d-%c%d", year, letter == 'Q' ? 'Q' : 'S', part);
        return *p == '\0';
    }
    g_string_printf(out, "%d-%02d", year, part);
    if (letter == '\0' && take(&p, has_slash ? "/" : "-")) {
        part = take_number(&p, 2);
        g_string_append_printf(out, "-%02d", part);
    }
    return part > 0 && *p == '\0';
}

bool time_read(const char *text, GString *out)
{
    const char *p = text;
    struct dataset_period period;
    int year;

    if (dataset_period_read(text, &period)) {
        g_string_assign(out, text);
        return true;
    }
    year = take_number(&p, YEAR_DIGITS);
    if (p - text != YEAR_DIGITS ||
        !(take(&p, "年") ? read_chinese(p, year, out)
                         : read_plain(p, year, out))) {
        return false;
    }
    return dataset_period_read(out->str, &period);
}

bool time_year_before(const struct dataset_period *period, GString *out)
{
    if (period->freq == '\0') {
        return false;
    }
    g_string_printf(
        out, "%d%s", period->year - 1, period->text + YEAR_DIGITS);
    return true;
}

bool time_period_before(const struct dataset_period *period, GString *out)
{
    int last = period->freq == 'S' ? 2 : period->freq == 'Q' ? 4 : 12;
    int year = period->year - (period->number == 1);
    int before = period->number == 1 ? last : period->number - 1;

    if (period->freq == 'A') {
        return time_year_before(period, out);
    }
    if (period->freq == 'M') {
        g_string_printf(out, "%d-%02d", year, before);
    } else if (period->freq == 'S' || period->freq == 'Q') {
        g_string_printf(out, "%d-%c%d", year, period->freq, before);
    } else {
        return false;
    }
    return true;
}
