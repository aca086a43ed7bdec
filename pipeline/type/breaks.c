/*
 * Break opportunities by ICU's line breaker, words by its word breaker.  The
 * iterators are opened once and see the text as UTF-16, which they are fast on.
 */
#include "type/breaks.h"

#include <string.h>

#include <glib.h>
#include <unicode/ubrk.h>

#include "base/kept.h"

struct breaks {
    UBreakIterator *lines[2]; /* Chinese, English */
    UBreakIterator *words[2];
    GArray *units;            /* of UChar */
    GArray *offsets;          /* of size_t: the byte where a unit begins */
};

struct breaks *breaks_new(void)
{
    struct breaks *breaks = kept_take("breaks", "");

    if (breaks != NULL) {
        return breaks;
    }
    breaks = g_new0(struct breaks, 1);
    breaks->units = g_array_new(FALSE, FALSE, sizeof(UChar));
    breaks->offsets = g_array_new(FALSE, FALSE, sizeof(size_t));
    return breaks;
}

static void iterator_free(UBreakIterator *iterator)
{
    if (iterator != NULL) {
        ubrk_close(iterator);
    }
}

static void destroy(void *data)
{
    struct breaks *breaks = data;

    for (size_t i = 0; i < G_N_ELEMENTS(breaks->lines); i++) {
        iterator_free(breaks->lines[i]);
        iterator_free(breaks->words[i]);
    }
    g_array_unref(breaks->units);
    g_array_unref(breaks->offsets);
    g_free(breaks);
}

void breaks_free(struct breaks *breaks)
{
    kept_give("breaks", "", breaks, destroy);
}

static UBreakIterator *iterator(
    UBreakIterator **opened, UBreakIteratorType type, const char *lang)
{
    bool is_chinese = lang[0] == 'z';
    UBreakIterator **place = &opened[is_chinese ? 0 : 1];
    UErrorCode status = U_ZERO_ERROR;

    if (*place == NULL) {
        *place = ubrk_open(type, is_chinese ? "zh" : "en", NULL, 0, &status);
    }
    return *place;
}

static void add_unit(struct breaks *breaks, uint32_t unit, size_t offset)
{
    UChar u = (UChar)unit;

    g_array_append_val(breaks->units, u);
    g_array_append_val(breaks->offsets, offset);
}

static void to_utf16(struct breaks *breaks, const char *text, size_t size)
{
    const char *end = text + size;

    g_array_set_size(breaks->units, 0);
    g_array_set_size(breaks->offsets, 0);
    for (const char *p = text; p < end; p = g_utf8_next_char(p)) {
        uint32_t c = g_utf8_get_char(p);
        size_t offset = (size_t)(p - text);

        if (c >= 0x10000) {
            add_unit(breaks, 0xD7C0 + (c >> 10), offset);
            add_unit(breaks, 0xDC00 + (c & 0x3FF), offset);
        } else {
            add_unit(breaks, c, offset);
        }
    }
    g_array_append_val(breaks->offsets, size);
}

static void find(struct breaks *breaks, UBreakIterator *iterator,
    const char *text, size_t size, unsigned char *places)
{
    UErrorCode status = U_ZERO_ERROR;

    memset(places, 0, size + 1);
    to_utf16(breaks, text, size);
    /* Failing means no memory or no ICU data: a line without breaks then. */
    if (iterator == NULL) {
        return;
    }
    ubrk_setText(iterator, (const UChar *)(void *)breaks->units->data,
        (int32_t)breaks->units->len, &status);
    if (U_SUCCESS(status)) {
        for (int32_t i = ubrk_next(iterator); i != UBRK_DONE;
             i = ubrk_next(iterator)) {
            places[g_array_index(breaks->offsets, size_t, i)] = 1;
        }
    }
}

void breaks_find(struct breaks *breaks, const char *text, size_t size,
    const char *lang, unsigned char *allowed)
{
    find(breaks, iterator(breaks->lines, UBRK_LINE, lang), text, size, allowed);
}

void breaks_find_words(struct breaks *breaks, const char *text, size_t size,
    const char *lang, unsigned char *edges)
{
    find(breaks, iterator(breaks->words, UBRK_WORD, lang), text, size, edges);
}
