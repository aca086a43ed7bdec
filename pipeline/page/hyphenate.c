/*
 * Words of English text divided by hyphens, where a paragraph needs it.
 */
#include <string.h>

#include "base/diag.h"
#include "page/compose.h"
#include "page/flat.h"
#include "type/breaks.h"

/* Hyphenated words have at least this many letters. */
#define WORD_MIN 6
#define WORD_MAX 64

static bool is_word_letter(const struct flat *flat, size_t i)
{
    const struct flat_char *c = flat_char(flat, i);

    return c->class == CLASS_LATIN && !c->is_raised && c->code < 0x250;
}

/* Names and abbreviations, which have capitals, are not divided. */
static bool is_plain_word(
    const struct flat *flat, size_t first, size_t end, enum flat_hyphens which)
{
    if (end - first < WORD_MIN || end - first > WORD_MAX) {
        return false;
    }
    for (size_t i = first; i < end; i++) {
        const struct flat_char *c = flat_char(flat, i);

        if (c->code > 0x7F || !g_ascii_islower((char)c->code) ||
            (c->is_bound && which < HYPHENS_UNITS)) {
            return false;
        }
    }
    return true;
}

static void hyphenate_word(struct compose *compose, size_t first, size_t end)
{
    struct flat *flat = compose->flat;
    unsigned char allowed[WORD_MAX + 1] = {0};
    char word[WORD_MAX + 1];

    for (size_t i = first; i < end; i++) {
        word[i - first] = (char)flat_char(flat, i)->code;
    }
    word[end - first] = '\0';
    hyphens_find(compose->hyphens, word, end - first, allowed);
    for (size_t i = first + 1; i < end; i++) {
        struct flat_char *before = flat_char(flat, i - 1);

        if (allowed[i - first] != 0 && before->permit == PERMIT_NO) {
            before->permit = PERMIT_HYPHEN;
        }
    }
}

/* A hyphenated compound is divided at its hyphen only. */
static bool is_word_edge(const struct flat *flat, size_t i)
{
    const struct flat_char *c;

    if (i >= flat->chars->len) {
        return true;
    }
    c = flat_char(flat, i);
    return c->class != CLASS_DIGIT && c->code != '-' && c->code != '/' &&
           c->code != '@';
}

/* NULL: there are no patterns, which is said once. */
static struct hyphens *patterns(struct compose *compose)
{
    if (compose->hyphens == NULL &&
        !diag_has(compose->diag, DIAG_LEVEL_ENVIRONMENT)) {
        compose->hyphens = hyphens_open(compose->diag);
    }
    return compose->hyphens;
}

/* What is permitted behind a character is so behind its last glyph. */
static void permit_items(const struct flat *flat)
{
    for (size_t k = 0; k < flat->items->len; k++) {
        struct flat_item *item = flat_item(flat, k);

        if (item->permit == PERMIT_NO &&
            flat_char(flat, item->last)->permit == PERMIT_HYPHEN &&
            (k + 1 == flat->items->len ||
                flat_item(flat, k + 1)->text != item->text)) {
            item->permit = PERMIT_HYPHEN;
        }
    }
}

bool flat_hyphenate(struct compose *compose, enum flat_hyphens which)
{
    struct flat *flat = compose->flat;
    size_t i = 0;

    if (flat->hyphens >= which || flat->is_chinese ||
        patterns(compose) == NULL) {
        return false;
    }
    flat->hyphens = which;
    while (i < flat->chars->len) {
        size_t first = i;

        while (i < flat->chars->len && is_word_letter(flat, i)) {
            i++;
        }
        if (is_plain_word(flat, first, i, which) && is_word_edge(flat, i) &&
            (first == 0 || is_word_edge(flat, first - 1))) {
            hyphenate_word(compose, first, i);
        }
        i += i == first;
    }
    permit_items(flat);
    return true;
}
