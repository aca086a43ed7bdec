/*
 * Citations, as far as the dataset alone can tell.  What the source documents
 * say to them is the business of sources.c.
 */
#include "check/rules.h"

#include <string.h>

#include "check/multiples.h"
#include "check/numerals.h"

static void lines_ascend(
    const struct check *check, const struct dataset_cite *cite)
{
    long before = 0;

    for (size_t i = 0; i < cite->line_count; i++) {
        const struct dataset_lines *lines = &cite->lines[i];

        if (lines->last < lines->first || lines->first <= before) {
            diag_report(
                check->diag, DIAG_CITE_ORDER, cite->pos, cite->lines_text);
            return;
        }
        before = lines->last;
    }
}

static void each_cite(
    const struct check *check, const struct dataset_cites *cites)
{
    for (size_t i = 0; i < cites->count; i++) {
        lines_ascend(check, &cites->items[i]);
        if (*cites->items[i].token == '\0') {
            diag_report(
                check->diag, DIAG_CITE_TOKEN_EMPTY, cites->items[i].pos);
        }
    }
}

static void cites(const struct check *check, const struct dataset_obs *obs)
{
    each_cite(check, &obs->cites);
    if (obs->base != NULL) {
        each_cite(check, &obs->base->cites);
    }
    for (size_t i = 0; i < obs->change_count; i++) {
        each_cite(check, &obs->changes[i].cites);
    }
}

/* ---- The value is the figure that was printed ---- */

/* What the tokens of a value print. */
struct printed {
    bool is_value; /* the value itself */
    bool has_digits;
    bool has_dates; /* digits of a year, month or day */
    bool has_numerals;
    bool has_compounds; /* digits with a multiplier among them: 3 wan 5 qian */
};

/* The powers of ten of hundred, thousand, ten thousand, hundred million. */
static int power_of(gunichar c)
{
    return c == 0x767E   ? 2
           : c == 0x5343 ? 3
           : c == 0x4E07 ? 4
           : c == 0x4EBF ? 8
                         : 0;
}

/* Notes a figure that is not the value; rest is what follows it. */
static void note_figure(struct printed *printed, const char *rest)
{
    gunichar next = g_utf8_get_char(rest);

    if (!g_ascii_isdigit(rest[-1])) {
        printed->has_numerals = true;
    } else if (next == 0x5E74 || next == 0x6708 || next == 0x65E5) {
        printed->has_dates = true;
    } else {
        printed->has_digits = true;
    }
    if (power_of(next) > 0 && g_ascii_isdigit(*g_utf8_next_char(rest))) {
        printed->has_compounds = true;
    }
}

/* The numbers 1 to 12 as one character, large and small: "class III". */
static void read_roman(
    struct printed *printed, const char *token, const number *magnitude)
{
    for (; *token != '\0'; token = g_utf8_next_char(token)) {
        gunichar c = g_utf8_get_char(token);

        if (c >= 0x2160 && c <= 0x217F && (c & 0xF) < 12) {
            g_autoptr(number) found = number_new((c & 0xF) + 1, 1);

            printed->has_numerals = true;
            if (number_compare(found, magnitude) == 0) {
                printed->is_value = true;
            }
        }
    }
}

static void read_token(
    struct printed *printed, const char *token, const number *magnitude)
{
    g_autofree char *plain = g_utf8_normalize(token, -1, G_NORMALIZE_NFKC);
    g_autoptr(GString) figure = g_string_new(NULL);
    const char *rest = plain;

    while (rest != NULL && numerals_next(&rest, figure)) {
        g_autoptr(number) found = number_parse(figure->str);

        if (found != NULL && number_compare(found, magnitude) == 0) {
            printed->is_value = true;
        }
        note_figure(printed, rest);
    }
    read_roman(printed, token, magnitude);
}

/* Plain digits can be relied on; numerals and words may say it otherwise. */
static bool is_sure(const struct printed *printed)
{
    return !printed->has_compounds &&
           (printed->has_digits ||
               (printed->has_dates && !printed->has_numerals));
}

/* Nought and one are said in words: "unchanged", "the first". */
static bool is_said(const struct printed *printed, const number *magnitude)
{
    g_autoptr(number) one = number_new(1, 1);

    return number_sign(magnitude) == 0 ||
           (number_compare(magnitude, one) == 0 && !printed->has_digits &&
               !printed->has_dates && !printed->has_numerals);
}

/* Nothing but the value, as it is written; a minus sign is no digit. */
static bool is_value_itself(const char *token, const char *value)
{
    return numerals_is_plain(value) &&
           (strcmp(token, value) == 0 ||
               (*value == '-' && strcmp(token, value + 1) == 0));
}

static void value_is_cited(const struct check *check, struct diag_pos pos,
    const struct dataset_cites *cites, const char *text, const number *value)
{
    g_autoptr(number) negative = value != NULL ? number_neg(value) : NULL;
    const number *magnitude =
        value != NULL && number_sign(value) < 0 ? negative : value;
    struct printed printed = {.is_value = false};

    if (value == NULL) {
        return;
    }
    for (size_t i = 0; i < cites->count; i++) {
        if (is_value_itself(cites->items[i].token, text)) {
            return;
        }
    }
    for (size_t i = 0; i < cites->count; i++) {
        read_token(&printed, cites->items[i].token, magnitude);
    }
    if (!printed.is_value && !is_said(&printed, magnitude)) {
        diag_report(check->diag,
            is_sure(&printed) ? DIAG_VALUE_NOT_CITED : DIAG_VALUE_UNREAD, pos,
            text);
    }
}

/* Of growth by a multiple the token prints one less than the level. */
static void change_is_cited(
    const struct check *check, const struct dataset_change *change)
{
    g_autoptr(number) level =
        change->kind == CHANGE_TIMES ? multiples_of_growth(change) : NULL;

    if (level == NULL) {
        value_is_cited(check, change->pos, &change->cites, change->value_text,
            change->value);
    }
}

static void values_are_cited(
    const struct check *check, const struct dataset_obs *obs)
{
    value_is_cited(check, obs->pos, &obs->cites, obs->value_text, obs->value);
    if (obs->base != NULL) {
        value_is_cited(check, obs->base->pos, &obs->base->cites,
            obs->base->value_text, obs->base->value);
    }
    for (size_t i = 0; i < obs->change_count; i++) {
        const struct dataset_change *change = &obs->changes[i];

        change_is_cited(check, change);
    }
}

/* ---- The multiplier is the one that was printed ---- */

/*
 * The power of ten that is printed between a figure and its unit; -1: none is
 * to be seen.  Units may begin with a multiplier themselves (kilometres), so
 * the smaller two count only before the unit's label.
 */
static int printed_power(const char *text, const struct dataset_unit *unit)
{
    const struct dataset_text *label =
        dataset_text_lookup(&unit->labels, "zh-CN");
    bool is_sure = true;
    int power = 0;

    for (;;) {
        int more = power_of(g_utf8_get_char(text));

        if (label != NULL && *label->text != '\0' &&
            g_str_has_prefix(text, label->text)) {
            return power;
        }
        if (more == 0) {
            return is_sure && power > 0 ? power : -1;
        }
        is_sure = is_sure && more >= 4;
        power += more;
        text = g_utf8_next_char(text);
    }
}

/* The power printed with value in token; -1: none, or not value. */
static int token_power(
    const char *token, const number *value, const struct dataset_unit *unit)
{
    g_autofree char *plain = g_utf8_normalize(token, -1, G_NORMALIZE_NFKC);
    g_autoptr(GString) figure = g_string_new(NULL);
    g_autoptr(number) negative = number_neg(value);
    const number *magnitude = number_sign(value) < 0 ? negative : value;
    const char *rest = plain;

    while (rest != NULL && numerals_next(&rest, figure)) {
        g_autoptr(number) printed = number_parse(figure->str);

        if (printed != NULL && number_compare(printed, magnitude) == 0) {
            return printed_power(rest, unit);
        }
    }
    return -1;
}

static void multiplier_of(const struct check *check, struct diag_pos pos,
    const struct dataset_obs *obs, const struct dataset_cites *cites,
    const char *text, const number *value)
{
    for (size_t i = 0; value != NULL && i < cites->count; i++) {
        const char *token = cites->items[i].token;
        int power = numerals_is_plain(token)
                        ? -1
                        : token_power(token, value, obs->indicator->unit);

        if (power >= 0 && power != obs->unit_mult) {
            char printed[16];
            char entered[16];

            g_snprintf(printed, sizeof printed, "%d", power);
            g_snprintf(entered, sizeof entered, "%d", obs->unit_mult);
            diag_report(check->diag, DIAG_VALUE_MULTIPLIER, pos, token, text,
                printed, entered);
            return;
        }
    }
}

static void multipliers(
    const struct check *check, const struct dataset_obs *obs)
{
    if (obs->indicator == NULL || obs->indicator->unit == NULL) {
        return;
    }
    multiplier_of(
        check, obs->pos, obs, &obs->cites, obs->value_text, obs->value);
    if (obs->base != NULL) {
        multiplier_of(check, obs->base->pos, obs, &obs->base->cites,
            obs->base->value_text, obs->base->value);
    }
    for (size_t i = 0; i < obs->change_count; i++) {
        const struct dataset_change *change = &obs->changes[i];

        if (change->kind == CHANGE_DIFFERENCE) {
            multiplier_of(check, change->pos, obs, &change->cites,
                change->value_text, change->value);
        }
    }
}

/* A document is a plain file name: validate looks in one folder only. */
static void plain_file_names(const struct check *check)
{
    const struct dataset *dataset = check->dataset;

    for (size_t i = 0; i < dataset->source_count; i++) {
        const struct dataset_source *source = &dataset->sources[i];

        if (*source->file == '\0' || strchr(source->file, '/') != NULL ||
            strcmp(source->file, "..") == 0 || strcmp(source->file, ".") == 0) {
            diag_report(
                check->diag, DIAG_SOURCE_FILE_NAME, source->pos, source->file);
        }
    }
}

/* ---- What is declared to be no figure ---- */

static bool lines_meet(
    const struct dataset_cite *a, const struct dataset_cite *b)
{
    for (size_t i = 0; i < a->line_count; i++) {
        for (size_t j = 0; j < b->line_count; j++) {
            if (a->lines[i].first <= b->lines[j].last &&
                b->lines[j].first <= a->lines[i].last) {
                return true;
            }
        }
    }
    return false;
}

/* The same token of a document in lines that both have. */
static bool is_same(const struct dataset_cite *a, const struct dataset_cite *b)
{
    return a->source != NULL && b->source != NULL &&
           strcmp(a->source->file, b->source->file) == 0 &&
           strcmp(a->token, b->token) == 0 && lines_meet(a, b);
}

static void unless_cited(const struct check *check,
    const struct dataset_cite *unused, const struct dataset_cites *cites)
{
    for (size_t i = 0; i < cites->count; i++) {
        if (is_same(unused, &cites->items[i])) {
            diag_report(check->diag, DIAG_UNUSED_CITED, unused->pos,
                unused->token, rules_line(cites->items[i].pos).text);
            return;
        }
    }
}

static void not_cited(
    const struct check *check, const struct dataset_cite *unused)
{
    for (size_t i = 0; i < check->dataset->obs_count; i++) {
        const struct dataset_obs *obs = &check->dataset->obs[i];

        unless_cited(check, unused, &obs->cites);
        if (obs->base != NULL) {
            unless_cited(check, unused, &obs->base->cites);
        }
        for (size_t j = 0; j < obs->change_count; j++) {
            unless_cited(check, unused, &obs->changes[j].cites);
        }
    }
}

static void unused_numerals(const struct check *check)
{
    const struct dataset *dataset = check->dataset;

    for (size_t i = 0; i < dataset->unused_count; i++) {
        struct dataset_cite *unused = &dataset->unused[i].cite;
        const struct dataset_cites one = {unused, 1};

        each_cite(check, &one);
        not_cited(check, unused);
        for (size_t j = 0; j < i; j++) {
            const struct dataset_cite *other = &dataset->unused[j].cite;

            if (is_same(unused, other)) {
                diag_report(check->diag, DIAG_UNUSED_TWICE, unused->pos,
                    unused->token, rules_line(other->pos).text);
                break;
            }
        }
    }
}

static const struct rule items[] = {
    {.dataset = plain_file_names},
    {.dataset = unused_numerals},
    {.obs = cites},
    {.obs = values_are_cited},
    {.obs = multipliers},
};

const struct rules rules_citations = RULES(items);
