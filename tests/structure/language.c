/*
 * U8: what is in the other language says so: Han is never content of an
 * English element, and English sentences never that of a Chinese one.
 * U10: no leaders among what is read.
 */
#include <string.h>

#include "tagged.h"

#define WORDS 4 /* Latin ones in a row that make a passage */
#define REPEATS 5

static bool has_han(const char *text)
{
    for (const char *p = text; *p != '\0'; p = g_utf8_next_char(p)) {
        if (g_unichar_get_script(g_utf8_get_char(p)) == G_UNICODE_SCRIPT_HAN) {
            return true;
        }
    }
    return false;
}

/* Words of lower-case letters with blanks between them, so many in a row. */
static bool has_english(const char *text)
{
    int words = 0;

    for (const char *p = text; *p != '\0';) {
        size_t letters = strspn(p, "abcdefghijklmnopqrstuvwxyz");

        if (letters > 1) {
            words += p == text || p[-1] == ' ';
            p += letters;
        } else if (*p == ' ') {
            p++;
        } else {
            words = 0;
            p++;
        }
        if (words >= WORDS) {
            return true;
        }
    }
    return false;
}

static bool has_leader(const char *text)
{
    gunichar before = 0;
    int count = 0;

    for (const char *p = text; *p != '\0'; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);

        count = c == before && !g_unichar_isalnum(c) ? count + 1 : 1;
        before = c;
        if (count >= REPEATS || (c == ' ' && count >= 3)) {
            return true;
        }
    }
    return false;
}

static void check_passage(struct tagged *tagged, const struct element *element,
    const char *text, const char *lang)
{

    if (has_han(text) && !g_str_has_prefix(lang, "zh")) {
        find(tagged, "u8", element, "Chinese in what is said to be %s", lang);
    }
    if (has_english(text) && !g_str_has_prefix(lang, "en")) {
        find(tagged, "u8", element, "English in what is said to be %s", lang);
    }
    if (has_leader(text)) {
        find(tagged, "u10", element, "one character over and over");
    }
    if (strstr(text, "\357\277\275") != NULL) {
        find(tagged, "u11", element, "a code that stands for no character");
    }
}

/*
 * A string may change its language: the code of a language, and of a country,
 * between two characters U+001B (ISO 32000-1, 7.9.2.2); none: back again.
 */
static void check_content(
    struct tagged *tagged, const struct element *element, const char *text)
{
    const char *outer = element_lang(tagged, element);
    char **parts = g_strsplit(text, "\033", -1);
    const char *lang = outer;

    for (size_t i = 0; parts[i] != NULL; i++) {
        if (i % 2 == 1) {
            lang = *parts[i] == '\0' ? outer : parts[i];
        } else {
            check_passage(tagged, element, parts[i], lang);
        }
    }
    g_strfreev(parts);
}

void check_language(struct tagged *tagged)
{
    if (tagged->lang == NULL) {
        find(tagged, "u8", NULL, "the catalog states no language");
    }
    for (guint i = 0; i < tagged->pages->len; i++) {
        const struct page *page = g_ptr_array_index(tagged->pages, i);

        for (guint k = 0; k < page->sequences->len; k++) {
            const struct sequence *sequence = page->sequences->pdata[k];

            /* An Alt is read in place of what it describes. */
            if (sequence != NULL && sequence->owner != NULL &&
                sequence->owner->alt == NULL) {
                check_content(tagged, sequence->owner, sequence->text->str);
            }
        }
    }
    for (guint i = 0; i < tagged->elements->len; i++) {
        const struct element *element = g_ptr_array_index(tagged->elements, i);

        if (element->alt != NULL) {
            check_content(tagged, element, element->alt);
        }
    }
}
