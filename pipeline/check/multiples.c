/*
 * Finds the figure before the measure word for multiples and the verb before
 * the figure.
 */
#include "check/multiples.h"

#include <string.h>

#include "check/numerals.h"

#define TIMES "倍"

static const char *const growth[] = {
    "增长", "增加", "提高", "提升", "扩大", "上升"};
static const char *const fall[] = {
    "下降", "减少", "降低", "缩小", "回落", "收窄"};

/* What may stand between the verb and the figure. */
static const char *const between[] = {
    "了", "近", "约", "超过", "超", "逾", "将近"};

/* One of the words ends at end; NULL: none, else where it begins. */
static const char *ends_with(const char *text, const char *end,
    const char *const *words, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        size_t size = strlen(words[i]);

        if ((size_t)(end - text) >= size &&
            memcmp(end - size, words[i], size) == 0) {
            return end - size;
        }
    }
    return NULL;
}

static enum multiples verb_before(const char *text, const char *end)
{
    const char *shorter = end;

    while (shorter != NULL) {
        end = shorter;
        shorter = ends_with(text, end, between, G_N_ELEMENTS(between));
    }
    if (ends_with(text, end, growth, G_N_ELEMENTS(growth)) != NULL) {
        return MULTIPLES_GROWTH;
    }
    return ends_with(text, end, fall, G_N_ELEMENTS(fall)) != NULL
               ? MULTIPLES_FALL
               : MULTIPLES_LEVEL;
}

enum multiples multiples_read(const char *token, GString *figure)
{
    g_autofree char *plain = g_utf8_normalize(token, -1, G_NORMALIZE_NFKC);
    const char *rest = plain;

    while (rest != NULL) {
        const char *start = numerals_find(rest);

        if (!numerals_next(&rest, figure)) {
            break;
        }
        if (g_str_has_prefix(rest, TIMES)) {
            return verb_before(plain, start);
        }
    }
    return MULTIPLES_NONE;
}

number *multiples_of_growth(const struct dataset_change *change)
{
    g_autoptr(GString) figure = g_string_new(NULL);

    for (size_t i = 0; i < change->cites.count; i++) {
        const char *token = change->cites.items[i].token;

        if (multiples_read(token, figure) == MULTIPLES_GROWTH) {
            g_autoptr(number) one = number_new(1, 1);
            g_autoptr(number) added = number_parse(figure->str);

            return added != NULL ? number_add(added, one) : NULL;
        }
    }
    return NULL;
}
