/*
 * Figures and dates in the report's language, from exact values.  A figure is
 * rounded here, once, by the rule of the dataset, and no digit is invented:
 * 2608.33 with multiplier 8 is 2608.33亿元 and 260.833 billion yuan.
 *
 * Every function that returns char * gives it to the caller to g_free, or
 * returns NULL where a value is not a number (number_parse).
 */
#ifndef GONGBAO_DOC_FORMAT_H
#define GONGBAO_DOC_FORMAT_H

#include <stdbool.h>

#include "base/number.h"

struct format;

/*
 * tag: "zh-CN" or "en".  tables: the language whose multiples the figures of
 * tables and charts are counted in, tag or, where both languages share one
 * table, the other: 2608.33 in 100 million yuan.  The caller frees it.
 */
struct format *format_new(
    const char *tag, const char *tables, enum rounding rounding);
void format_free(struct format *format);

enum format_measure {
    FORMAT_AMOUNT,  /* the unit stands after the number */
    FORMAT_COUNT,   /* the same; an English label names what is counted */
    FORMAT_PERCENT, /* the unit is a sign */
    FORMAT_PLACE,   /* a place in a list: 第13位, 13th */
    FORMAT_ORDINAL, /* 第2代, 2nd generation */
};

enum format_qualifier {
    FORMAT_EXACT,
    FORMAT_OVER,
    FORMAT_NEARLY,
    FORMAT_ODD, /* somewhat more than */
    FORMAT_WITHIN,
    FORMAT_ABOUT,
};

/* A value as the dataset has it; strings borrowed. */
struct format_figure {
    const char *value; /* number_parse's */
    int decimals;      /* to print, at unit_mult; -1: those of value */
    int unit_mult;     /* value times ten to this is in the unit */
    enum format_qualifier qualifier;
    enum format_measure measure;
    const char *unit;     /* its label, in English the plural; "": none */
    const char *unit_one; /* its singular; NULL: the same */
};

/* "over", "nearly" ...; "" and NULL are FORMAT_EXACT.  False: unknown. */
bool format_qualifier_parse(const char *name, enum format_qualifier *qualifier);

/* What a unit measures ("money", "count", "place" ...). */
enum format_measure format_measure_parse(const char *measures);

/* In running text: 超过1.6万家, "more than 16,000 enterprises", 第13位. */
char *format_value(
    const struct format *format, const struct format_figure *figure);

/*
 * The same after a label that names what is counted: English leaves the unit
 * of a count out ("numbered 16").
 */
char *format_counted(
    const struct format *format, const struct format_figure *figure);

/*
 * The power of ten that the language counts the figure in: of 118万 it is 4
 * in Chinese and 6 in English (1.18 million); and that of tables.
 */
int format_scale(
    const struct format *format, const struct format_figure *figure);
int format_table_scale(
    const struct format *format, const struct format_figure *figure);

/*
 * For a table: the number at that scale, and the unit that goes with it.  In a
 * column of figures at one scale all keep the digits that they were printed
 * with: 52.00 beside 52.01.
 */
char *format_cell(const struct format *format,
    const struct format_figure *figure, int scale, bool in_column);
char *format_unit(
    const struct format *format, const struct format_figure *figure, int scale);

/* For a chart: a bare decimal at that scale, "." and "-", all its digits. */
char *format_point(
    const struct format *format, const struct format_figure *figure, int scale);

/*
 * Numbers without a unit; decimals -1: those that value has.  Grouped as the
 * language does, minus is U+2212.  signed: "+" too; magnitude: no sign.
 */
char *format_number(
    const struct format *format, const char *value, int decimals);
char *format_signed(
    const struct format *format, const char *value, int decimals);
char *format_magnitude(
    const struct format *format, const char *value, int decimals);

/*
 * The magnitude of a whole number as it is written among words: English has
 * words to ten ("three places"), Chinese digits.
 */
char *format_number_words(const struct format *format, const char *value);

/*
 * A number of bytes as the size of a file: 812 B, 380 KB, 1.2 MB, in multiples
 * of a thousand, with a blank that no line ends at.
 */
char *format_size(const struct format *format, const char *bytes);

/*
 * A period of the dataset ("2024", "2024-Q3", "2024-08-15"), with phase
 * "start", "end" or NULL: 2024年初, "early 2024".  "" for "unknown" and for
 * what is no period.
 */
enum format_date {
    FORMAT_DATE,      /* alone: "third quarter of 2024" */
    FORMAT_DATE_NAME, /* in a sentence: "the third quarter of 2024" */
    FORMAT_DATE_WHEN, /* "in the third quarter of 2024" */
};
char *format_date(const struct format *format, const char *period,
    const char *phase, enum format_date form);

/*
 * The same of a figure that covers the year from its beginning to the period's
 * end: 2024-08 is 2024年1—8月, "January to August 2024", within a sentence "the
 * first eight months of 2024"; 2024-Q2 the first half of the year.
 */
char *format_date_cumulative(
    const struct format *format, const char *period, enum format_date form);

/*
 * Items of a list, "A、B和C", "A, B and C"; clauses with figures, which
 * Chinese parts by commas, "A 1家，B 2家".
 */
enum format_joint { FORMAT_ITEMS, FORMAT_CLAUSES };
char *format_join(const struct format *format, enum format_joint joint,
    const char *const *items, size_t count);

/* The text with its first letter a capital. */
char *format_capital(const char *text);

#endif
