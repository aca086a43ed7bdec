/*
 * The source documents themselves: does each cited line exist, and does each
 * cited figure stand in its lines.  White space is nothing here: documents
 * break lines inside figures.
 */
#include "check/check.h"

#include <errno.h>
#include <stdbool.h>
#include <string.h>

#include <glib.h>

#include "base/diag.h"
#include "check/qualifiers.h"
#include "check/source_text.h"
#include "model/dataset.h"

struct sources {
    const struct dataset *dataset;
    struct diag *diag;
    struct source_texts *texts;
};

/* The cited lines, one range after the other; the caller clears it. */
static struct packed cited_lines(
    const struct source_text *text, const struct dataset_cite *cite)
{
    struct packed cited = packed_new(256);

    for (size_t i = 0; i < cite->line_count; i++) {
        source_text_append(
            text, cite->lines[i].first, cite->lines[i].last, &cited);
    }
    return cited;
}

/* True if all cited lines exist, in order; the order is another rule's. */
static bool lines_exist(const struct sources *sources,
    const struct source_text *text, const struct dataset_cite *cite)
{
    long count = source_text_line_count(text);

    for (size_t i = 0; i < cite->line_count; i++) {
        const struct dataset_lines *lines = &cite->lines[i];

        if (MAX(lines->first, lines->last) > count) {
            g_autofree char *have = g_strdup_printf("%ld", count);

            diag_report(sources->diag, DIAG_CITE_LINE_MISSING, cite->pos,
                cite->lines_text, cite->source->file, have);
            return false;
        }
        if (lines->last < lines->first) {
            return false;
        }
    }
    return true;
}

/* ---- Qualifiers beside the figures ---- */

/* What the sources have beside the value of an observation. */
struct beside {
    const struct dataset_obs *obs;
    const struct qualifiers_word *word; /* at all places of one citation */
    bool has_some;                      /* at some place of some citation */
    bool has_none;                      /* a Chinese source has it bare */
};

static bool has_chinese(const char *text)
{
    for (; *text != '\0'; text = g_utf8_next_char(text)) {
        if (g_unichar_get_script(g_utf8_get_char(text)) ==
            G_UNICODE_SCRIPT_HAN) {
            return true;
        }
    }
    return false;
}

/* As many bytes of text around a token as words beside it can take. */
#define NEARBY 64

/* The last of it before end, and the first of it; the caller frees them. */
static char *nearby_before(const char *text, const char *end)
{
    const char *from = end - text > NEARBY ? end - NEARBY : text;

    while (((guchar)*from & 0xC0) == 0x80) {
        from++;
    }
    return g_strndup(from, (gsize)(end - from));
}

static char *nearby_after(const char *text)
{
    const char *to = text;

    while (*to != '\0' && to - text < NEARBY) {
        to = g_utf8_next_char(to);
    }
    return g_strndup(text, (gsize)(to - text));
}

/* Looks at each place of the token, for a short one may stand at several. */
static void look_beside(struct beside *beside, const struct packed *cited,
    const GString *token, const char *place)
{
    const char *text = cited->text->str;
    const struct qualifiers_word *word = NULL;
    bool is_bare = false;

    for (; place != NULL; place = packed_find(cited, place + 1, token)) {
        g_autofree char *before = nearby_before(text, place);
        g_autofree char *after = nearby_after(place + token->len);
        const struct qualifiers_context context = {before, after};
        const struct qualifiers_word *found = NULL;
        bool is_printed = false;

        found = qualifiers_find(beside->obs, token->str, &context, &is_printed);
        word = found != NULL ? found : word;
        is_bare = is_bare || (found == NULL && is_printed);
    }
    beside->has_some = beside->has_some || word != NULL;
    beside->has_none = beside->has_none || (is_bare && has_chinese(text));
    if (word != NULL && !is_bare && beside->word == NULL) {
        beside->word = word;
    }
}

/* A word within the token was the business of its rule. */
static void judge_qualifier(
    const struct sources *sources, const struct beside *beside)
{
    const struct dataset_obs *obs = beside->obs;

    if (beside->word != NULL && qualifiers_in_tokens(obs) == NULL) {
        qualifiers_compare(sources->diag, obs, beside->word);
    } else if (beside->has_none && !beside->has_some &&
               obs->qualifier != QUALIFIER_NONE) {
        diag_report(sources->diag, DIAG_QUALIFIER_UNFOUNDED, obs->pos,
            dataset_qualifier_name(obs->qualifier), obs->value_text);
    }
}

/* ---- The run ---- */

/* beside: what to note of the value's surroundings, or NULL. */
static void check_cite(const struct sources *sources,
    const struct dataset_cite *cite, struct beside *beside)
{
    const struct source_text *text;
    const char *place;
    struct packed cited;
    struct packed token;

    if (cite->source == NULL || *cite->token == '\0') {
        return;
    }
    text = source_texts_find(sources->texts, cite->source);
    if (text == NULL || !lines_exist(sources, text, cite)) {
        return;
    }
    cited = cited_lines(text, cite);
    token = packed_new(32);
    packed_append(&token, cite->token, cite->token + strlen(cite->token));
    place = packed_find(&cited, cited.text->str, token.text);
    if (place == NULL) {
        diag_report(sources->diag, DIAG_CITE_TOKEN, cite->pos, cite->token,
            cite->source->file, cite->lines_text);
    } else if (beside != NULL) {
        look_beside(beside, &cited, token.text, place);
    }
    packed_clear(&token);
    packed_clear(&cited);
}

static void check_cites(const struct sources *sources,
    const struct dataset_cites *cites, struct beside *beside)
{
    for (size_t i = 0; i < cites->count; i++) {
        check_cite(sources, &cites->items[i], beside);
    }
}

static void check_obs(
    const struct sources *sources, const struct dataset_obs *obs)
{
    struct beside beside = {.obs = obs};

    check_cites(sources, &obs->cites, qualifiers_matter(obs) ? &beside : NULL);
    judge_qualifier(sources, &beside);
    if (obs->base != NULL) {
        check_cites(sources, &obs->base->cites, NULL);
    }
    for (size_t i = 0; i < obs->change_count; i++) {
        check_cites(sources, &obs->changes[i].cites, NULL);
    }
}

void check_sources(
    const struct dataset *dataset, const char *folder, struct diag *diag)
{
    struct sources sources = {dataset, diag, source_texts_new(folder, diag)};
    bool is_folder = g_file_test(folder, G_FILE_TEST_IS_DIR);

    if (!is_folder) {
        diag_report(
            diag, DIAG_INPUT_READ, DIAG_NOWHERE, folder, g_strerror(ENOTDIR));
    }
    for (size_t i = 0; is_folder && i < dataset->obs_count; i++) {
        check_obs(&sources, &dataset->obs[i]);
    }
    for (size_t i = 0; is_folder && i < dataset->unused_count; i++) {
        check_cite(&sources, &dataset->unused[i].cite, NULL);
    }
    source_texts_free(sources.texts);
}
