/*
 * English hyphenation.  The patterns are read when the first word asks: a
 * Chinese report never does.
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <glib.h>
#include <hyphen.h>
#include <unistd.h>

#include "base/diag.h"
#include "base/kept.h"
#include "type/breaks.h"

#define PATTERNS "hyphen/hyph_en_US.dic"
#define BEFORE_MIN 2
#define AFTER_MIN 3
#define WORD_MAX 64
#define WORDS_MAX (1 << 16) /* then the memory of words begins anew */

struct hyphens {
    char *path;
    HyphenDict *patterns; /* NULL: not read yet, or not to be read */
    bool is_tried;
    GHashTable *words; /* of uint64_t: bit i, the word may end at byte i */
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
    struct hyphens *hyphens = kept_take("hyphens", "");
    char *path;

    if (hyphens != NULL) {
        return hyphens;
    }
    path = find_patterns();
    if (path == NULL) {
        diag_report(diag, DIAG_HYPHENS, DIAG_NOWHERE, PATTERNS);
        return NULL;
    }
    kept_note(path);
    hyphens = g_new0(struct hyphens, 1);
    hyphens->path = path;
    hyphens->words =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    return hyphens;
}

static void destroy(void *data)
{
    struct hyphens *hyphens = data;

    if (hyphens->patterns != NULL) {
        hnj_hyphen_free(hyphens->patterns);
    }
    g_hash_table_unref(hyphens->words);
    g_free(hyphens->path);
    g_free(hyphens);
}

void hyphens_close(struct hyphens *hyphens)
{
    kept_give("hyphens", "", hyphens, destroy);
}

const char *hyphens_file(const struct hyphens *hyphens)
{
    return hyphens->path;
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

/* By the patterns: bit i is set where the word may be divided at byte i. */
static uint64_t divide(
    const struct hyphens *hyphens, const char *lower, size_t size)
{
    char marks[WORD_MAX + 5];
    char **replacements = NULL;
    int *positions = NULL;
    int *cuts = NULL;
    uint64_t places = 0;

    if (hnj_hyphen_hyphenate2(hyphens->patterns, lower, (int)size, marks, NULL,
            &replacements, &positions, &cuts) == 0) {
        for (size_t i = BEFORE_MIN; i + AFTER_MIN <= size; i++) {
            /* marks[i] is odd if the word may be divided behind byte i, which
             * must not be inside a character. */
            if ((marks[i - 1] & 1) != 0 &&
                ((unsigned char)lower[i] & 0xC0) != 0x80) {
                places |= UINT64_C(1) << i;
            }
        }
    }
    free_replacements(replacements, positions, cuts, size);
    return places;
}

/* A text has the same words again and again. */
static uint64_t find_places(
    struct hyphens *hyphens, const char *lower, size_t size)
{
    const uint64_t *known = g_hash_table_lookup(hyphens->words, lower);
    uint64_t *places;

    if (known != NULL) {
        return *known;
    }
    if (g_hash_table_size(hyphens->words) >= WORDS_MAX) {
        g_hash_table_remove_all(hyphens->words);
    }
    places = g_new(uint64_t, 1);
    *places = divide(hyphens, lower, size);
    g_hash_table_insert(hyphens->words, g_strdup(lower), places);
    return *places;
}

void hyphens_find(struct hyphens *hyphens, const char *word, size_t size,
    unsigned char *allowed)
{
    char lower[WORD_MAX + 1];
    uint64_t places;

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
    lower[size] = '\0';
    places = find_places(hyphens, lower, size);
    for (size_t i = BEFORE_MIN; i + AFTER_MIN <= size; i++) {
        allowed[i] = (places >> i & 1) != 0;
    }
}
