/*
 * Qualifiers as sources write them in Chinese.  Only words directly beside
 * the figure count; some of them are also the ends of other words ("recent",
 * "save", "sign a contract"), which are known by the character before.
 */
#include "check/qualifiers.h"

#include <string.h>

#include "base/diag.h"
#include "check/numerals.h"
#include "check/rules.h"

struct leading {
    struct qualifiers_word word;
    const char *others; /* characters that make another word of it */
};

/* Before the figure; the longer of two that end alike comes first. */
static const struct leading leading[] = {
    {{"超过", QUALIFIER_OVER}, ""},
    {{"突破", QUALIFIER_OVER}, ""},
    {{"超", QUALIFIER_OVER}, "赶反"},
    {{"逾", QUALIFIER_OVER}, ""},
    {{"近", QUALIFIER_NEARLY}, "最附邻临就相远"},
    {{"约", QUALIFIER_ABOUT}, "节签合条履预集契违特邀公制缔"},
};

/* Between the figure, with its multiplier, and the unit. */
static const struct qualifiers_word inner[] = {
    {"余", QUALIFIER_ODD},
    {"多", QUALIFIER_ODD},
    {"-odd", QUALIFIER_ODD},
    {"odd", QUALIFIER_ODD},
};

/* Behind the figure or its unit. */
static const struct qualifiers_word trailing[] = {
    {"以上", QUALIFIER_OVER},
    {"以内", QUALIFIER_WITHIN},
    {"以下", QUALIFIER_WITHIN},
    {"左右", QUALIFIER_ABOUT},
};

static const char *const multipliers[] = {"百", "千", "万", "亿"};

/* ---- Words beside a figure ---- */

/* The last character of text is one of set. */
static bool ends_in(const char *text, const char *end, const char *set)
{
    const char *last = g_utf8_find_prev_char(text, end);

    return last != NULL && g_utf8_strchr(set, -1, g_utf8_get_char(last));
}

static const struct qualifiers_word *find_leading(
    const char *text, const char *end)
{
    /* "exceeded" may have its particle. */
    if (ends_in(text, end, "了")) {
        end = g_utf8_find_prev_char(text, end);
    }
    for (size_t i = 0; i < G_N_ELEMENTS(leading); i++) {
        const char *word = leading[i].word.text;
        size_t size = strlen(word);

        if ((size_t)(end - text) >= size &&
            memcmp(end - size, word, size) == 0) {
            return ends_in(text, end - size, leading[i].others)
                       ? NULL
                       : &leading[i].word;
        }
    }
    return NULL;
}

static const struct qualifiers_word *find_word(
    const struct qualifiers_word *words, size_t count, const char *text)
{
    for (size_t i = 0; i < count; i++) {
        if (g_str_has_prefix(text, words[i].text)) {
            return &words[i];
        }
    }
    return NULL;
}

static const char *skip_multipliers(const char *text)
{
    for (size_t i = 0; i < G_N_ELEMENTS(multipliers);) {
        if (g_str_has_prefix(text, multipliers[i])) {
            text += strlen(multipliers[i]);
            i = 0;
        } else {
            i++;
        }
    }
    return text;
}

static const char *skip_unit(const char *text, const struct dataset_obs *obs)
{
    const struct dataset_unit *unit = obs->indicator->unit;
    const struct dataset_text *label =
        unit != NULL ? dataset_text_lookup(&unit->labels, "zh-CN") : NULL;

    return label != NULL && g_str_has_prefix(text, label->text)
               ? text + strlen(label->text)
               : text;
}

static const struct qualifiers_word *find_following(
    const char *text, const struct dataset_obs *obs)
{
    const char *unit = skip_multipliers(text);
    const struct qualifiers_word *word =
        find_word(inner, G_N_ELEMENTS(inner), text);

    if (word == NULL) {
        word = find_word(inner, G_N_ELEMENTS(inner), unit);
    }
    return word != NULL ? word
                        : find_word(trailing, G_N_ELEMENTS(trailing),
                              skip_unit(unit, obs));
}

/* ---- The value in its token ---- */

/* Where the value begins in a token and where it ends; false: nowhere. */
static bool find_value(const char *token, const number *value,
    const char **begin, const char **end)
{
    g_autoptr(GString) figure = g_string_new(NULL);
    g_autoptr(number) negative = number_neg(value);
    const number *magnitude = number_sign(value) < 0 ? negative : value;

    *end = token;
    while ((*begin = numerals_find(*end)) != NULL) {
        g_autoptr(number) printed = NULL;

        numerals_next(end, figure);
        printed = number_parse(figure->str);
        if (printed != NULL && number_compare(printed, magnitude) == 0) {
            return true;
        }
    }
    return false;
}

static char *plain(const char *text)
{
    return g_utf8_normalize(text, -1, G_NORMALIZE_NFKC);
}

const struct qualifiers_word *qualifiers_find(const struct dataset_obs *obs,
    const char *token, const struct qualifiers_context *context,
    bool *is_printed)
{
    g_autofree char *inside = plain(token);
    g_autofree char *before = plain(context->before);
    g_autofree char *after = plain(context->after);
    g_autofree char *left = NULL;
    g_autofree char *right = NULL;
    g_autofree char *head = NULL;
    const struct qualifiers_word *word;
    const char *begin;
    const char *end;
    bool is_found = find_value(inside, obs->value, &begin, &end);

    if (is_printed != NULL) {
        *is_printed = is_found;
    }
    if (!is_found) {
        return NULL;
    }
    head = g_strndup(inside, (gsize)(begin - inside));
    left = g_strconcat(before, head, NULL);
    right = g_strconcat(end, after, NULL);
    word = find_leading(left, left + strlen(left));
    return word != NULL ? word : find_following(right, obs);
}

/* ---- The rule, as far as tokens tell ---- */

bool qualifiers_matter(const struct dataset_obs *obs)
{
    return obs->value != NULL && obs->indicator != NULL &&
           obs->indicator->kind != KIND_RANK &&
           obs->indicator->kind != KIND_ORDINAL &&
           obs->indicator->kind != KIND_EVENT &&
           obs->indicator->kind != KIND_THRESHOLD;
}

/* "Odd" is a little over. */
static bool agrees(enum dataset_qualifier a, enum dataset_qualifier b)
{
    return a == b || (a == QUALIFIER_ODD && b == QUALIFIER_OVER) ||
           (a == QUALIFIER_OVER && b == QUALIFIER_ODD);
}

void qualifiers_compare(struct diag *diag, const struct dataset_obs *obs,
    const struct qualifiers_word *word)
{
    if (!agrees(obs->qualifier, word->means)) {
        diag_report(diag, DIAG_QUALIFIER_MISSING, obs->pos, word->text,
            obs->value_text, dataset_qualifier_name(word->means));
    }
}

const struct qualifiers_word *qualifiers_in_tokens(
    const struct dataset_obs *obs)
{
    const struct qualifiers_context nothing = {"", ""};
    const struct qualifiers_word *word = NULL;

    for (size_t i = 0; word == NULL && i < obs->cites.count; i++) {
        const char *token = obs->cites.items[i].token;

        if (!numerals_is_plain(token)) {
            word = qualifiers_find(obs, token, &nothing, NULL);
        }
    }
    return word;
}

static void qualifier_of_token(
    const struct check *check, const struct dataset_obs *obs)
{
    const struct qualifiers_word *word =
        qualifiers_matter(obs) ? qualifiers_in_tokens(obs) : NULL;

    if (word != NULL) {
        qualifiers_compare(check->diag, obs, word);
    }
}

static const struct rule items[] = {
    {.obs = qualifier_of_token},
};

const struct rules rules_qualifiers = RULES(items);
