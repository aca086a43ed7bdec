/*
 * ICU's collation, opened when the first key is asked for.
 */
#include "doc/collate.h"

#include <string.h>

#include <glib.h>
#include <unicode/ucol.h>
#include <unicode/ustring.h>

struct collate {
    UCollator *collator;
};

struct collate *collate_new(const char *tag)
{
    struct collate *collate = g_new0(struct collate, 1);
    UErrorCode status = U_ZERO_ERROR;

    collate->collator = ucol_open(
        strcmp(tag, "zh-CN") == 0 ? "zh@collation=pinyin" : tag, &status);
    if (U_FAILURE(status)) {
        g_error("ICU: no collation for %s: %s", tag, u_errorName(status));
    }
    return collate;
}

void collate_free(struct collate *collate)
{
    if (collate != NULL) {
        ucol_close(collate->collator);
        g_free(collate);
    }
}

char *collate_key(const struct collate *collate, const char *text)
{
    g_autofree UChar *units =
        (UChar *)g_utf8_to_utf16(text, -1, NULL, NULL, NULL);
    int size = ucol_getSortKey(collate->collator, units, -1, NULL, 0);
    g_autofree uint8_t *key = g_malloc((gsize)size);
    GString *digits = g_string_new(NULL);

    ucol_getSortKey(collate->collator, units, -1, key, size);
    for (int i = 0; i < size; i++) {
        g_string_append_printf(digits, "%02x", key[i]);
    }
    return g_string_free(digits, FALSE);
}
