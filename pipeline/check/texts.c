/*
 * Texts: each one in Chinese and in English, once, not empty, and with the
 * half-width digits and letters that typesetting expects.
 */
#include "check/rules.h"

static const char *const languages[] = {"zh-CN", "en"};

/* ---- Full-width digits, letters and percent signs ---- */

static bool is_full_width(gunichar c)
{
    return (c >= 0xFF10 && c <= 0xFF19) || (c >= 0xFF21 && c <= 0xFF3A) ||
           (c >= 0xFF41 && c <= 0xFF5A) || c == 0xFF05 || c == 0xFF0E;
}

/* One report a text, naming the first run of them. */
static void half_width(
    const struct check *check, struct diag_pos pos, const char *text)
{
    g_autoptr(GString) found = g_string_new(NULL);
    g_autoptr(GString) better = g_string_new(NULL);

    for (const char *p = text; *p != '\0'; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);

        if (is_full_width(c)) {
            g_string_append_unichar(found, c);
            g_string_append_unichar(better, c - 0xFF01 + '!');
        } else if (found->len > 0) {
            break;
        }
    }
    if (found->len > 0) {
        diag_report(check->diag, DIAG_FULL_WIDTH, pos, found->str, better->str);
    }
}

/* ---- Languages ---- */

static void each_once(const struct check *check, const char *element,
    const struct dataset_texts *texts)
{
    for (size_t i = 0; i < texts->count; i++) {
        const struct dataset_text *text = &texts->items[i];
        const struct dataset_text *first =
            dataset_text_lookup(texts, text->lang);

        if (first != text) {
            diag_report(check->diag, DIAG_LANGUAGE_TWICE, text->pos, element,
                text->lang, rules_line(first->pos).text);
        }
        if (*text->text == '\0') {
            diag_report(check->diag, DIAG_TEXT_EMPTY, text->pos, element);
        }
        half_width(check, text->pos, text->text);
        if (text->one != NULL) {
            half_width(check, text->pos, text->one);
        }
    }
}

/* pos: the element that the texts are in. */
static void complete(const struct check *check, struct diag_pos pos,
    const char *element, const struct dataset_texts *texts)
{
    for (size_t i = 0; i < G_N_ELEMENTS(languages); i++) {
        if (dataset_text_lookup(texts, languages[i]) == NULL) {
            diag_report(
                check->diag, DIAG_LANGUAGE_MISSING, pos, element, languages[i]);
        }
    }
    each_once(check, element, texts);
}

/* Nothing in any language, or all. */
static void complete_if_any(const struct check *check, struct diag_pos pos,
    const char *element, const struct dataset_texts *texts)
{
    if (texts->count > 0) {
        complete(check, pos, element, texts);
    }
}

static void complete_notes(
    const struct check *check, const struct dataset_notes *notes)
{
    for (size_t i = 0; i < notes->count; i++) {
        complete(check, notes->items[i].pos, "text", &notes->items[i].texts);
    }
}

static void declarations(const struct check *check)
{
    const struct dataset *dataset = check->dataset;

    complete(check, dataset->pos, "title", &dataset->titles);
    complete(check, dataset->pos, "publisher", &dataset->publishers);
    complete(check, dataset->pos, "refArea", &dataset->ref_areas);
    complete_notes(check, &dataset->notes);
    for (size_t i = 0; i < dataset->source_count; i++) {
        const struct dataset_source *source = &dataset->sources[i];

        complete(check, source->pos, "title", &source->titles);
        complete(check, source->pos, "publisher", &source->publishers);
        complete_notes(check, &source->notes);
    }
    for (size_t i = 0; i < dataset->unit_count; i++) {
        complete(
            check, dataset->units[i].pos, "label", &dataset->units[i].labels);
    }
    for (size_t i = 0; i < dataset->theme_count; i++) {
        complete(
            check, dataset->themes[i].pos, "label", &dataset->themes[i].labels);
    }
}

static void indicator_texts(
    const struct check *check, const struct dataset_indicator *indicator)
{
    const struct dataset_universe *universe = indicator->universe;

    complete(check, indicator->pos, "label", &indicator->labels);
    complete_if_any(
        check, indicator->pos, "definition", &indicator->definitions);
    if (universe != NULL) {
        complete_if_any(check, universe->pos, "list", &universe->lists);
        complete(check, universe->pos, "scope", &universe->scopes);
    }
    complete_notes(check, &indicator->notes);
}

static void obs_texts(const struct check *check, const struct dataset_obs *obs)
{
    complete_notes(check, &obs->notes);
    for (size_t i = 0; i < obs->change_count; i++) {
        complete_notes(check, &obs->changes[i].notes);
    }
    if (obs->edition != NULL) {
        half_width(check, obs->pos, obs->edition);
    }
}

static const struct rule items[] = {
    {.dataset = declarations},
    {.indicator = indicator_texts},
    {.obs = obs_texts},
};

const struct rules rules_texts = RULES(items);
