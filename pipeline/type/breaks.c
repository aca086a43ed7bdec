/*
 * Break opportunities by ICU's line breaker, straight on UTF-8.
 */
#include "type/breaks.h"

#include <string.h>

#include <unicode/ubrk.h>
#include <unicode/utext.h>

void breaks_find(
    const char *text, size_t size, const char *lang, unsigned char *allowed)
{
    UErrorCode status = U_ZERO_ERROR;
    UText utf8 = UTEXT_INITIALIZER;
    UBreakIterator *breaks =
        ubrk_open(UBRK_LINE, lang[0] == 'z' ? "zh" : "en", NULL, 0, &status);

    memset(allowed, 0, size + 1);
    utext_openUTF8(&utf8, text, (int64_t)size, &status);
    ubrk_setUText(breaks, &utf8, &status);
    /* Failing means no memory or no ICU data: a line without breaks then. */
    if (U_SUCCESS(status)) {
        for (int32_t i = ubrk_next(breaks); i != UBRK_DONE;
             i = ubrk_next(breaks)) {
            allowed[i] = 1;
        }
    }
    utext_close(&utf8);
    ubrk_close(breaks);
}
