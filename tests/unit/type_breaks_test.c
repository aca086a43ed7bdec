/*
 * Where lines may end, and where English words may be divided.
 */
#include "type/breaks.h"

#include <string.h>

#include <glib.h>

#include "base/diag.h"

/* The text with "|" where a line may end inside it. */
static char *marked(
    struct breaks *breaks, const char *text, const char *lang)
{
    size_t size = strlen(text);
    g_autofree unsigned char *allowed = g_malloc(size + 1);
    GString *out = g_string_new(NULL);

    memset(allowed, 0xFF, size + 1);
    breaks_find(breaks, text, size, lang, allowed);
    g_assert_cmpuint(allowed[0], ==, 0);
    for (size_t i = 0; i < size; i++) {
        g_assert_cmpuint(allowed[i], <=, 1);
        if (allowed[i] != 0) {
            g_string_append_c(out, '|');
        }
        g_string_append_c(out, text[i]);
    }
    return g_string_free(out, FALSE);
}

static void expect(const char *text, const char *lang, const char *expected)
{
    struct breaks *breaks = breaks_new();
    g_autofree char *found = marked(breaks, text, lang);
    g_autofree char *again = marked(breaks, text, lang);

    g_assert_cmpstr(found, ==, expected);
    g_assert_cmpstr(again, ==, expected);
    breaks_free(breaks);
}

static void test_breaks(void)
{
    expect("武汉市，（中国）。", "zh-CN",
        "武|汉|市，|（中|国）。");
    expect("增长18.65%，达2608.33亿元", "zh-CN",
        "增|长|18.65%，|达|2608.33|亿|元");
    expect("up 18.65% to 260.833 billion", "en",
        "up |18.65% |to |260.833 |billion");
    expect("well-made R&D\xC2\xA0" "fund", "en",
        "well-|made |R&D\xC2\xA0" "fund");
    expect("", "en", "");
}

/* The word with "|" where it may be divided. */
static char *divided(struct hyphens *hyphens, const char *word)
{
    size_t size = strlen(word);
    g_autofree unsigned char *allowed = g_malloc(size + 1);
    GString *out = g_string_new(NULL);

    memset(allowed, 0xFF, size + 1);
    hyphens_find(hyphens, word, size, allowed);
    for (size_t i = 0; i < size; i++) {
        if (allowed[i] != 0) {
            g_string_append_c(out, '|');
        }
        g_string_append_c(out, word[i]);
    }
    g_assert_cmpuint(allowed[size], ==, 0);
    return g_string_free(out, FALSE);
}

static void test_hyphens(void)
{
    static const char *const words[] = {
        "pho|to|syn|the|sis",
        "in|no|va|tion",
        "In|no|va|tion",
        "city",  /* three letters must follow */
        "about", /* two must stand before */
        "year",
        "a",
        "",
    };
    struct diag *diag = diag_new("test");
    struct hyphens *hyphens = hyphens_open(diag);

    g_assert_nonnull(hyphens);
    for (size_t i = 0; i < G_N_ELEMENTS(words); i++) {
        g_autoptr(GString) word = g_string_new(words[i]);
        g_autofree char *found = NULL;

        g_string_replace(word, "|", "", 0);
        found = divided(hyphens, word->str);
        g_assert_cmpstr(found, ==, words[i]);
    }
    hyphens_close(hyphens);
    diag_free(diag);
}

/* Any length, any letters: never out of bounds, never inside a character. */
static void test_hyphens_odd(void)
{
    struct diag *diag = diag_new("test");
    struct hyphens *hyphens = hyphens_open(diag);
    g_autofree char *accents = divided(hyphens, "résumésconsidération");
    g_autoptr(GString) endless = g_string_new(NULL);
    g_autofree char *found = NULL;

    g_assert_true(g_utf8_validate(accents, -1, NULL));
    for (int i = 0; i < 200; i++) {
        g_string_append(endless, "nation");
    }
    found = divided(hyphens, endless->str);
    g_assert_cmpstr(found, ==, endless->str);
    hyphens_close(hyphens);
    diag_free(diag);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/type/breaks/lines", test_breaks);
    g_test_add_func("/type/breaks/hyphens", test_hyphens);
    g_test_add_func("/type/breaks/hyphens-odd", test_hyphens_odd);
    return g_test_run();
}
