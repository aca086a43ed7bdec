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

#define PATTERNS "hyphen/hyph_en_US.dic"
#define BEFORE_MIN 2
#define AFTER_MIN 3
#define WORD_MAX 64

struct hyphens {
    char *path;
    HyphenDict *patterns; /* NULL: not read yet, or not to be read */
    bool is_tried;
};

/* The file of the patterns below one of the folders of shared data (/usr/share
 * unless XDG_DATA_DIRS says others); NULL: not there.  The caller frees it. */
static char *find_patterns(void)
{
    const gchar *const *folders = g_get_system_data_dirs();

    for (size_t i = 0; folders[i] != NULL; i++) {
        char *path = g_build_filename(folders[i], PATTERNS, NULL);

        if (access(path, R_OK) == 0) {
            return path;
        }
        g_free(path);
    }
    return NULL;
}

struct hyphens *hyphens_open(struct diag *diag)
{
    char *path = find_patterns();
    struct hyphens *hyphens;

    if (path == NULL) {
        diag_report(diag, DIAG_HYPHENS, DIAG_NOWHERE, PATTERNS);
        return NULL;
    }
    hyphens = g_new0(struct hyphens, 1);
    hyphens->path = path;
    return hyphens;
}

void hyphens_close(struct hyphens *hyphens)
{
    if (hyphens != NULL) {
        if (hyphens->patterns != NULL) {
            hnj_hyphen_free(hyphens->patterns);
        }
        g_free(hyphens->path);
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
        hyphens->patterns = hnj_hyphen_load(hyphens->path);
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
