/*
 * English hyphenation.  The patterns are read when the first word asks: a
 * Chinese report never does.
 */
#include <stdlib.h>
#include <string.h>

#include <glib.h>
#include <hyphen.h>
#include <unistd.h>

#include "base/diag.h"
#include "type/breaks.h"

#define PATTERNS "/usr/share/hyphen/hyph_en_US.dic"
#define BEFORE_MIN 2
#define AFTER_MIN 3
#define WORD_MAX 64

struct hyphens {
    HyphenDict *patterns; /* NULL: not read yet, or not to be read */
    bool is_tried;
};

struct hyphens *hyphens_open(struct diag *diag)
{
    if (access(PATTERNS, R_OK) != 0) {
        diag_report(diag, DIAG_HYPHENS, DIAG_NOWHERE, PATTERNS);
        return NULL;
    }
    return g_new0(struct hyphens, 1);
}

void hyphens_close(struct hyphens *hyphens)
{
    if (hyphens != NULL) {
        if (hyphens->patterns != NULL) {
            hnj_hyphen_free(hyphens->patterns);
        }
        g_free(hyphens);
    }
}

/* The library leaves memory of its own here even for a plain language. */
static void free_replacements(
    char **replacements, int *positions, int *cuts, size_t size)
{
    for (size_t i = 0; replacements != NULL && i < size; i++) {
        free(replacements[i]);
    }
    free(replacements);
    free(positions);
    free(cuts);
}

void hyphens_find(struct hyphens *hyphens, const char *word, size_t size,
    unsigned char *allowed)
{
    char lower[WORD_MAX];
    char marks[WORD_MAX + 5];
    char **replacements = NULL;
    int *positions = NULL;
    int *cuts = NULL;

    memset(allowed, 0, size + 1);
    if (!hyphens->is_tried) {
        hyphens->patterns = hnj_hyphen_load(PATTERNS);
        hyphens->is_tried = true;
    }
    if (hyphens->patterns == NULL || size > WORD_MAX ||
        size < BEFORE_MIN + AFTER_MIN) {
        return;
    }
    for (size_t i = 0; i < size; i++) {
        lower[i] = g_ascii_tolower(word[i]);
    }
    if (hnj_hyphen_hyphenate2(hyphens->patterns, lower, (int)size, marks, NULL,
            &replacements, &positions, &cuts) == 0) {
        for (size_t i = BEFORE_MIN; i + AFTER_MIN <= size; i++) {
            /* marks[i] is odd if the word may be divided behind byte i, which
             * must not be inside a character. */
            allowed[i] = (marks[i - 1] & 1) != 0 &&
                         ((unsigned char)word[i] & 0xC0) != 0x80;
        }
    }
    free_replacements(replacements, positions, cuts, size);
}
