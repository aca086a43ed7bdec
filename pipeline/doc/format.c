/*
 * Exact values to text.  What differs by language is in grammar_*.c.
 */
#include "doc/format.h"

#include <stdlib.h>
#include <string.h>

#include <glib.h>

#include "doc/grammar.h"

#define MINUS "\xE2\x88\x92"

struct format {
    const struct grammar *grammar;
    const struct grammar *tables; /* what figures there are counted in */
    enum rounding rounding;
};

static const struct grammar *grammar_of(const char *tag)
{
    return strcmp(tag, grammar_zh.tag) == 0 ? &grammar_zh : &grammar_en;
}

struct format *format_new(
    const char *tag, const char *tables, enum rounding rounding)
{
    struct format *format = g_new0(struct format, 1);

    format->grammar = grammar_of(tag);
    format->tables = grammar_of(tables);
    format->rounding = rounding;
    return format;
}

void format_free(struct format *format)
{
    g_free(format);
}

bool format_qualifier_parse(const char *name, enum format_qualifier *qualifier)
{
    static const char *const names[] = {
        [FORMAT_EXACT] = "",
        [FORMAT_OVER] = "over",
        [FORMAT_NEARLY] = "nearly",
        [FORMAT_ODD] = "odd",
        [FORMAT_WITHIN] = "within",
        [FORMAT_ABOUT] = "about",
    };

    for (size_t i = 0; i < G_N_ELEMENTS(names); i++) {
        if (strcmp(name != NULL ? name : "", names[i]) == 0) {
            *qualifier = (enum format_qualifier)i;
            return true;
        }
    }
    return false;
}

enum format_measure format_measure_parse(const char *measures)
{
    static const struct {
        const char *name;
        enum format_measure measure;
    } names[] = {{"count", FORMAT_COUNT}, {"percent", FORMAT_PERCENT},
        {"permille", FORMAT_PERCENT}, {"place", FORMAT_PLACE},
        {"ordinal", FORMAT_ORDINAL}};

    for (size_t i = 0; i < G_N_ELEMENTS(names); i++) {
        if (measures != NULL && strcmp(measures, names[i].name) == 0) {
            return names[i].measure;
        }
    }
    return FORMAT_AMOUNT;
}

/* ---- Numbers ---- */

/* "-36326.8" to "−36,326.8". */
static char *group(const struct format *format, const char *plain)
{
    GString *text = g_string_new(NULL);
    const char *digits = plain + (*plain == '-' ? 1 : 0);
    size_t whole = strcspn(digits, ".");
    size_t group_from = (size_t)format->grammar->group_from;

    if (*plain == '-') {
        g_string_append(text, MINUS);
    }
    for (size_t i = 0; i < whole; i++) {
        if (i > 0 && (whole - i) % 3 == 0 && group_from > 0 &&
            whole >= group_from) {
            g_string_append_c(text, ',');
        }
        g_string_append_c(text, digits[i]);
    }
    g_string_append(text, digits + whole);
    return g_string_free(text, FALSE);
}

/* The decimals of value as it is written; a fraction has none. */
static int decimals_of(const char *value, int decimals)
{
    if (decimals >= 0) {
        return decimals;
    }
    return strchr(value, '/') != NULL ? 0 : number_decimals(value);
}

static char *round_plain(
    const struct format *format, const char *value, int decimals)
{
    g_autoptr(number) exact = number_parse(value);

    if (exact == NULL) {
        return NULL;
    }
    return number_round_text(
        exact, decimals_of(value, decimals), format->rounding);
}

char *format_number(
    const struct format *format, const char *value, int decimals)
{
    g_autofree char *plain = round_plain(format, value, decimals);

    return plain != NULL ? group(format, plain) : NULL;
}

char *format_signed(
    const struct format *format, const char *value, int decimals)
{
    g_autofree char *plain = round_plain(format, value, decimals);
    g_autofree char *grouped = plain != NULL ? group(format, plain) : NULL;
    bool is_zero = plain != NULL && strspn(plain, "0.") == strlen(plain);

    if (grouped == NULL || *plain == '-' || is_zero) {
        return g_steal_pointer(&grouped);
    }
    return g_strconcat("+", grouped, NULL);
}

char *format_magnitude(
    const struct format *format, const char *value, int decimals)
{
    g_autofree char *plain = round_plain(format, value, decimals);

    return plain != NULL ? group(format, plain + (*plain == '-' ? 1 : 0))
                         : NULL;
}

char *format_number_words(const struct format *format, const char *value)
{
    g_autofree char *digits = format_magnitude(format, value, 0);
    const char *const *words = format->grammar->words;
    gint64 count = digits != NULL ? g_ascii_strtoll(digits, NULL, 10) : 0;

    if (words == NULL || count < 1 || count > GRAMMAR_WORDS ||
        strlen(digits) > 2) {
        return g_steal_pointer(&digits);
    }
    return g_strdup(words[count]);
}

/* ---- Figures ---- */

/*
 * A figure printed as a whole number says nothing of decimals: those that a
 * larger scale brings lose their zeros at the end (3000万 is 30 million).
 */
static void drop_zeros(char *plain)
{
    size_t size = strlen(plain);

    if (strchr(plain, '.') == NULL) {
        return;
    }
    while (plain[size - 1] == '0') {
        size--;
    }
    if (plain[size - 1] == '.') {
        size--;
    }
    plain[size] = '\0';
}

static char *scaled(const struct format *format,
    const struct format_figure *figure, int scale, bool keeps_zeros)
{
    g_autoptr(number) exact = number_parse(figure->value);
    g_autoptr(number) moved = NULL;
    int decimals;
    char *plain;

    if (exact == NULL) {
        return NULL;
    }
    decimals = decimals_of(figure->value, figure->decimals);
    moved = number_scale10(exact, figure->unit_mult - scale);
    plain = number_round_text(
        moved, MAX(decimals + scale - figure->unit_mult, 0), format->rounding);
    if (decimals == 0 && !keeps_zeros) {
        drop_zeros(plain);
    }
    return plain;
}

char *format_point(
    const struct format *format, const struct format_figure *figure, int scale)
{
    return scaled(format, figure, scale, true);
}

static int scale(const struct format *format, const struct grammar *grammar,
    const struct format_figure *figure)
{
    g_autofree char *plain = format_point(format, figure, 0);
    const char *digits;

    if (plain == NULL) {
        return 0;
    }
    digits = plain + (*plain == '-' ? 1 : 0);
    return grammar->scale(figure->unit_mult, (int)strcspn(digits, "."));
}

int format_scale(
    const struct format *format, const struct format_figure *figure)
{
    return scale(format, format->grammar, figure);
}

int format_table_scale(
    const struct format *format, const struct format_figure *figure)
{
    return scale(format, format->tables, figure);
}

static char *compose(const struct format *format,
    const struct format_figure *figure, int scale, bool with_unit,
    bool keeps_zeros)
{
    g_autofree char *plain = scaled(format, figure, scale, keeps_zeros);
    g_autofree char *grouped = plain != NULL ? group(format, plain) : NULL;

    return grouped != NULL
               ? format->grammar->compose(figure, grouped, scale, with_unit)
               : NULL;
}

char *format_value(
    const struct format *format, const struct format_figure *figure)
{
    return compose(format, figure, format_scale(format, figure), true, false);
}

char *format_counted(
    const struct format *format, const struct format_figure *figure)
{
    struct format_figure bare = *figure;

    if (figure->measure == FORMAT_COUNT && format->grammar == &grammar_en) {
        bare.unit = "";
        bare.unit_one = NULL;
    }
    return format_value(format, &bare);
}

char *format_cell(const struct format *format,
    const struct format_figure *figure, int scale, bool in_column)
{
    return compose(format, figure, scale, false, in_column);
}

char *format_unit(
    const struct format *format, const struct format_figure *figure, int scale)
{
    return format->grammar->unit(figure, scale);
}

#define NO_BREAK_SPACE "\u00a0"

char *format_size(const struct format *format, const char *bytes)
{
    static const char *const units[] = {"B", "KB", "MB", "GB"};
    g_autoptr(number) exact = number_parse(bytes);
    g_autoptr(number) moved = NULL;
    g_autofree char *plain = NULL;
    g_autofree char *grouped = NULL;
    int step;

    if (exact == NULL) {
        return NULL;
    }
    step = ((int)strcspn(bytes, ".") - 1) / 3;
    step = CLAMP(step, 0, (int)G_N_ELEMENTS(units) - 1);
    moved = number_scale10(exact, -3 * step);
    plain = number_round_text(moved, step > 1 ? 1 : 0, format->rounding);
    grouped = group(format, plain);
    return g_strconcat(grouped, NO_BREAK_SPACE, units[step], NULL);
}

/* ---- Dates ---- */

static int read_digits(const char **text, int digits)
{
    int value = 0;

    for (int i = 0; i < digits; i++, (*text)++) {
        if (!g_ascii_isdigit(**text)) {
            return 0;
        }
        value = value * 10 + (**text - '0');
    }
    return value;
}

/* False: unknown, or no period at all. */
static bool read_period(
    const char *text, const char *phase, struct grammar_period *period)
{
    *period = (struct grammar_period){.year = read_digits(&text, 4)};
    if (period->year == 0) {
        return false;
    }
    period->is_start = phase != NULL && strcmp(phase, "start") == 0;
    period->is_end = phase != NULL && strcmp(phase, "end") == 0;
    if (*text == '\0') {
        return true;
    }
    if (*text++ != '-') {
        return false;
    }
    if (*text == 'S' || *text == 'Q') {
        bool is_half = *text++ == 'S';
        int part = read_digits(&text, 1);

        *(is_half ? &period->half : &period->quarter) = part;
        return part >= 1 && part <= (is_half ? 2 : 4) && *text == '\0';
    }
    period->month = read_digits(&text, 2);
    if (*text == '-') {
        text++;
        period->day = read_digits(&text, 2);
    }
    return period->month >= 1 && period->month <= 12 && *text == '\0';
}

char *format_date(const struct format *format, const char *period,
    const char *phase, enum format_date form)
{
    struct grammar_period parts;

    if (!read_period(period, phase, &parts)) {
        return g_strdup("");
    }
    return format->grammar->date(&parts, form);
}

/* From the year's beginning: what has a name of its own gets it. */
static void accumulate(struct grammar_period *period)
{
    if (period->quarter == 2) {
        period->half = 1;
    }
    if (period->half == 2 || period->quarter == 4 || period->month == 12) {
        period->half = period->quarter = period->month = 0;
    }
    if (period->quarter == 2) {
        period->quarter = 0;
    }
    period->is_cumulative = period->quarter == 3 || period->month > 1;
}

char *format_date_cumulative(
    const struct format *format, const char *period, enum format_date form)
{
    struct grammar_period parts;

    if (!read_period(period, NULL, &parts)) {
        return g_strdup("");
    }
    accumulate(&parts);
    return format->grammar->date(&parts, form);
}

/* ---- Words ---- */

char *format_join(const struct format *format, enum format_joint joint,
    const char *const *items, size_t count)
{
    const struct grammar *grammar = format->grammar;
    const char *between[] = {grammar->comma, grammar->clause_comma};
    const char *last[] = {grammar->and, grammar->clause_and};
    GString *text = g_string_new(NULL);

    for (size_t i = 0; i < count; i++) {
        if (i > 0) {
            g_string_append(text, i + 1 < count ? between[joint] : last[joint]);
        }
        g_string_append(text, items[i]);
    }
    return g_string_free(text, FALSE);
}

char *format_capital(const char *text)
{
    gunichar first = g_utf8_get_char(text);
    GString *capital = g_string_new(NULL);

    if (*text != '\0') {
        g_string_append_unichar(capital, g_unichar_toupper(first));
        g_string_append(capital, g_utf8_next_char(text));
    }
    return g_string_free(capital, FALSE);
}
