/*
 * Time periods as the vocabulary writes them: 2024, 2024-S1, 2024-Q3, 2024-07,
 * 2024-07-31, unknown.
 */
#include "model/dataset.h"

#include <string.h>

int dataset_digits_read(const char *text, int count)
{
    int value = 0;

    for (int i = 0; i < count; i++) {
        if (!g_ascii_isdigit(text[i])) {
            return -1;
        }
        value = value * 10 + (text[i] - '0');
    }
    return value;
}

static int month_length(int year, int month)
{
    static const int lengths[] = {
        31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool is_leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;

    return month == 2 && is_leap ? 29 : lengths[month - 1];
}

/* The days of months first to last, by their numbers. */
static void span(struct dataset_period *period, int first, int last)
{
    period->first = period->year * 10000 + first * 100 + 1;
    period->last =
        period->year * 10000 + last * 100 + month_length(period->year, last);
}

/* What stands behind "2024-": S1, Q4, 07, 07-31. */
static bool read_rest(const char *rest, struct dataset_period *period)
{
    size_t length = strlen(rest);
    bool is_lettered = length == 2 && strchr("SQ", rest[0]) != NULL;

    period->number =
        (signed char)(is_lettered ? dataset_digits_read(rest + 1, 1)
                                  : dataset_digits_read(rest, 2));
    if (period->number < 1) {
        return false;
    }
    if (is_lettered) {
        int months = rest[0] == 'S' ? 6 : 3;

        period->freq = rest[0];
        if (period->number * months > 12) {
            return false;
        }
        span(
            period, (period->number - 1) * months + 1, period->number * months);
        return true;
    }
    if (period->number > 12) {
        return false;
    }
    period->freq = length == 2 ? 'M' : 'D';
    span(period, period->number, period->number);
    if (length == 5 && rest[2] == '-') {
        period->day = (signed char)dataset_digits_read(rest + 3, 2);
        period->first += period->day - 1;
        period->last = period->first;
    }
    return length == 2 || (length == 5 && period->day > 0);
}

bool dataset_period_read(const char *text, struct dataset_period *period)
{
    *period = (struct dataset_period){.text = text};
    if (strcmp(text, "unknown") == 0) {
        return true;
    }
    if (strlen(text) < 4) {
        return false;
    }
    period->year = (short)dataset_digits_read(text, 4);
    if (period->year < 0) {
        return false;
    }
    if (text[4] == '\0') {
        period->freq = 'A';
        span(period, 1, 12);
        return true;
    }
    return text[4] == '-' && read_rest(text + 5, period);
}

bool dataset_period_is_real(const struct dataset_period *period)
{
    if (period->freq == '\0') {
        return true;
    }
    return period->year > 0 &&
           (period->freq != 'D' ||
               period->day <= month_length(period->year, period->number));
}

bool dataset_period_is_before(
    const struct dataset_period *a, const struct dataset_period *b)
{
    return a->freq != '\0' && b->freq != '\0' && a->last < b->first;
}

bool dataset_period_equal(
    const struct dataset_period *a, const struct dataset_period *b)
{
    return g_strcmp0(a->text, b->text) == 0;
}

int dataset_months(char freq)
{
    return freq == 'M' ? 1 : freq == 'Q' ? 3 : freq == 'S' ? 6 : 0;
}
