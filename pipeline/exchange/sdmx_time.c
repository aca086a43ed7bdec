/*
 * Time periods of SDMX: those of XML Schema (2024, 2024-08, 2024-08-15,
 * 2024-08-15T00:00:00) and reporting periods (2024-A1, S1, T1, Q1, M01, W01,
 * D001), which count from the day that a reporting year begins on.
 */
#include "exchange/sdmx_parts.h"

#include <string.h>

#include "model/dataset.h"

/* Z, +08:00, -05:00 or nothing: the zone does not change the period. */
static bool is_zone(const char *text)
{
    if (text[0] == '\0' || strcmp(text, "Z") == 0) {
        return true;
    }
    return strchr("+-", text[0]) != NULL &&
           dataset_digits_read(text + 1, 2) >= 0 && text[3] == ':' &&
           dataset_digits_read(text + 4, 2) >= 0 && text[6] == '\0';
}

/* letter: S, Q, M for a month's two digits, A for the year alone. */
static enum sdmx_time done(char period[11], int year, char letter, int ordinal)
{
    if (letter == 'A') {
        g_snprintf(period, 11, "%04d", year);
    } else if (letter == 'M') {
        g_snprintf(period, 11, "%04d-%02d", year, ordinal);
    } else {
        g_snprintf(period, 11, "%04d-%c%d", year, letter, ordinal);
    }
    return SDMX_TIME_READ;
}

/* The day of a reporting year, counted from 1. */
static enum sdmx_time read_day(
    int year, int month, int day, int ordinal, char period[11])
{
    GDate date;

    if (ordinal < 1 || ordinal > 366 ||
        !g_date_valid_dmy((GDateDay)day, (GDateMonth)month, (GDateYear)year)) {
        return SDMX_TIME_MALFORMED;
    }
    g_date_set_dmy(&date, (GDateDay)day, (GDateMonth)month, (GDateYear)year);
    g_date_add_days(&date, (guint)ordinal - 1);
    g_date_strftime(period, 11, "%Y-%m-%d", &date);
    return SDMX_TIME_READ;
}

/* A part of so many months of a year that begins with a month. */
static enum sdmx_time read_part(
    int year, int month, char letter, int ordinal, char period[11])
{
    static const struct {
        char letter;
        int months;
    } parts[] = {{'A', 12}, {'S', 6}, {'Q', 3}, {'M', 1}};

    for (size_t i = 0; i < G_N_ELEMENTS(parts); i++) {
        int first = month - 1 + (ordinal - 1) * parts[i].months;

        if (parts[i].letter != letter) {
            continue;
        }
        if (ordinal < 1 || ordinal > 12 / parts[i].months) {
            return SDMX_TIME_MALFORMED;
        }
        if (first % parts[i].months != 0) {
            return SDMX_TIME_START_DAY;
        }
        return done(period, year + first / 12, letter,
            first % 12 / parts[i].months + 1);
    }
    return SDMX_TIME_MALFORMED;
}

/* What stands behind "2024-" and begins with a letter. */
static enum sdmx_time read_reporting(
    int year, const char *rest, const char *start_day, char period[11])
{
    char letter = rest[0];
    int count = letter == 'D' ? 3 : strchr("MW", letter) != NULL ? 2 : 1;
    int ordinal = dataset_digits_read(rest + 1, count);
    int month = 1;
    int day = 1;

    if (ordinal < 0 || !is_zone(rest + 1 + count)) {
        return SDMX_TIME_MALFORMED;
    }
    if (strchr("TW", letter) != NULL) {
        return SDMX_TIME_WEEK;
    }
    if (start_day != NULL) {
        if (strlen(start_day) < 7 || strncmp(start_day, "--", 2) != 0 ||
            start_day[4] != '-' || !is_zone(start_day + 7)) {
            return SDMX_TIME_START_DAY;
        }
        month = dataset_digits_read(start_day + 2, 2);
        day = dataset_digits_read(start_day + 5, 2);
        if (month < 1 || month > 12 || day < 1 || day > 31) {
            return SDMX_TIME_START_DAY;
        }
    }
    if (letter == 'D') {
        return read_day(year, month, day, ordinal, period);
    }
    return day == 1 ? read_part(year, month, letter, ordinal, period)
                    : SDMX_TIME_START_DAY;
}

/* 08, 08-15, 08-15T00:00:00, with or without a zone. */
static enum sdmx_time read_calendar(
    int year, const char *rest, char period[11])
{
    int month = dataset_digits_read(rest, 2);
    int day;

    if (month < 1 || month > 12) {
        return SDMX_TIME_MALFORMED;
    }
    if (is_zone(rest + 2)) {
        return done(period, year, 'M', month);
    }
    day = rest[2] == '-' ? dataset_digits_read(rest + 3, 2) : -1;
    if (day < 1 ||
        !g_date_valid_dmy((GDateDay)day, (GDateMonth)month, (GDateYear)year)) {
        return SDMX_TIME_MALFORMED;
    }
    g_snprintf(period, 11, "%04d-%02d-%02d", year, month, day);
    rest += 5;
    if (rest[0] == 'T') {
        if (!g_str_has_prefix(rest, "T00:00:00")) {
            return SDMX_TIME_CLOCK;
        }
        rest += strlen("T00:00:00");
        rest += rest[0] == '.' ? 1 + strspn(rest + 1, "0") : 0;
    }
    return is_zone(rest) ? SDMX_TIME_READ : SDMX_TIME_MALFORMED;
}

enum sdmx_time sdmx_time_read(
    const char *text, const char *start_day, char period[11])
{
    int year = strlen(text) >= 4 ? dataset_digits_read(text, 4) : -1;

    if (strchr(text, '/') != NULL) {
        return SDMX_TIME_RANGE;
    }
    if (year < 1) {
        return SDMX_TIME_MALFORMED;
    }
    if (is_zone(text + 4)) {
        return done(period, year, 'A', 0);
    }
    if (text[4] != '-' || text[5] == '\0') {
        return SDMX_TIME_MALFORMED;
    }
    return strchr("ASTQMWD", text[5]) != NULL
               ? read_reporting(year, text + 5, start_day, period)
               : read_calendar(year, text + 5, period);
}
