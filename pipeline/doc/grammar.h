/*
 * What a language does with numbers and dates; one file each.  Only the
 * formatter sees this.
 */
#ifndef GONGBAO_DOC_GRAMMAR_H
#define GONGBAO_DOC_GRAMMAR_H

#include <stdbool.h>
#include <stddef.h>

#include "doc/format.h"

struct grammar_period {
    int year; /* 0: unknown */
    int half; /* 1 or 2; 0: none; likewise below */
    int quarter;
    int month;
    int day;
    bool is_start; /* early in it */
    bool is_end;
    bool is_cumulative; /* from the year's beginning: of months 2 to 11, and
                           of the third quarter; others have another name */
};

struct grammar {
    const char *tag;
    int group_from;    /* digits before the point that are grouped; 0: never */
    const char *comma; /* between the items of a list, and before the last */
    const char *and;
    const char *clause_comma; /* the same for clauses with figures */
    const char *clause_and;
#define GRAMMAR_WORDS 10
    const char *const *words; /* for numbers from 1 to 10; NULL: digits */

    /* The power of ten to count in; magnitude: digits before the point of the
     * value in its unit, at least 1. */
    int (*scale)(int unit_mult, int magnitude);

    /*
     * Puts a number, printed at a scale, together with qualifier and unit.
     * with_unit: in running text; else for a table cell.
     */
    char *(*compose)(const struct format_figure *figure, const char *printed,
        int scale, bool with_unit);
    char *(*unit)(const struct format_figure *figure, int scale);
    char *(*date)(const struct grammar_period *period, enum format_date form);
};

extern const struct grammar grammar_zh;
extern const struct grammar grammar_en;

#endif
