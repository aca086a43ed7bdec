/*
 * Citations, as far as the dataset alone can tell.  What the source documents
 * say to them is the business of sources.c.
 */
#include "check/rules.h"

#include <string.h>

static void lines_ascend(
    const struct check *check, const struct dataset_cite *cite)
{
    long before = 0;

    for (size_t i = 0; i < cite->line_count; i++) {
        const struct dataset_lines *lines = &cite->lines[i];

        if (lines->last < lines->first || lines->first <= before) {
            diag_report(check->diag, DIAG_CITE_ORDER, cite->pos,
                cite->lines_text);
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

/* The first number in text: digits and points, commas of grouping dropped. */
static const char *next_figure(const char *text, GString *figure)
{
    g_string_truncate(figure, 0);
    while (*text != '\0' && !g_ascii_isdigit(*text)) {
        text++;
    }
    while (g_ascii_isdigit(*text) ||
        ((*text == '.' || *text == ',') && g_ascii_isdigit(text[1]))) {
        if (*text != ',') {
            g_string_append_c(figure, *text);
        }
        text++;
    }
    return text;
}

/* Chinese numerals may say anything: they are not read. */
static bool has_chinese_numeral(const char *text)
{
    static const char *const numerals = "〇零一二三四五六七八九十两百千半首";

    for (; *text != '\0'; text = g_utf8_next_char(text)) {
        if (g_utf8_strchr(numerals, -1, g_utf8_get_char(text)) != NULL) {
            return true;
        }
    }
    return false;
}

/*
 * True if a token prints the magnitude of value, or if nobody can tell: no
 * token with digits, or one with Chinese numerals.
 */
static bool is_cited(const struct dataset_cites *cites, const number *value)
{
    g_autoptr(GString) figure = g_string_new(NULL);
    g_autoptr(number) negative = number_neg(value);
    const number *magnitude = number_sign(value) < 0 ? negative : value;
    bool has_figures = false;

    for (size_t i = 0; i < cites->count; i++) {
        g_autofree char *token =
            g_utf8_normalize(cites->items[i].token, -1, G_NORMALIZE_NFKC);
        const char *rest = token;

        if (token == NULL || has_chinese_numeral(token)) {
            return true;
        }
        while (*(rest = next_figure(rest, figure)) != '\0' ||
            figure->len > 0) {
            g_autoptr(number) printed = number_parse(figure->str);

            has_figures = true;
            if (printed != NULL && number_compare(printed, magnitude) == 0) {
                return true;
            }
        }
    }
    return !has_figures;
}

static void value_is_cited(const struct check *check, struct diag_pos pos,
    const struct dataset_cites *cites, const char *text, const number *value)
{
    if (value != NULL && !is_cited(cites, value)) {
        diag_report(check->diag, DIAG_VALUE_NOT_CITED, pos, text);
    }
}

static void values_are_cited(
    const struct check *check, const struct dataset_obs *obs)
{
    value_is_cited(
        check, obs->pos, &obs->cites, obs->value_text, obs->value);
    if (obs->base != NULL) {
        value_is_cited(check, obs->base->pos, &obs->base->cites,
            obs->base->value_text, obs->base->value);
    }
    for (size_t i = 0; i < obs->change_count; i++) {
        const struct dataset_change *change = &obs->changes[i];

        value_is_cited(check, change->pos, &change->cites,
            change->value_text, change->value);
    }
}

/* A document is a plain file name: validate looks in one folder only. */
static void plain_file_names(const struct check *check)
{
    const struct dataset *dataset = check->dataset;

    for (size_t i = 0; i < dataset->source_count; i++) {
        const struct dataset_source *source = &dataset->sources[i];

        if (*source->file == '\0' || strchr(source->file, '/') != NULL ||
            strcmp(source->file, "..") == 0 ||
            strcmp(source->file, ".") == 0) {
            diag_report(check->diag, DIAG_SOURCE_FILE_NAME, source->pos,
                source->file);
        }
    }
}

static const struct rule items[] = {
    {.dataset = plain_file_names},
    {.obs = cites},
    {.obs = values_are_cited},
};

const struct rules rules_citations = RULES(items);
