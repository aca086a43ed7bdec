/*
 * Characters to TeX: every hostile one in every context.
 */
#include "render/latex_escape.h"

#include <string.h>

static void expect(
    enum latex_context context, const char *text, const char *expected)
{
    g_autoptr(GString) out = g_string_new(NULL);

    latex_escape(out, text, context);
    g_assert_cmpstr(out->str, ==, expected);
}

static void test_specials(void)
{
    static const enum latex_context contexts[] = {
        LATEX_TEXT, LATEX_PDF, LATEX_PLOT};

    for (size_t i = 0; i < G_N_ELEMENTS(contexts); i++) {
        expect(contexts[i], "R&D 100% $5 #1 a_b {c}",
            "R\\&D 100\\% \\$5 \\#1 a\\_b \\{c\\}");
        expect(contexts[i], "~^\\",
            "\\textasciitilde{}\\textasciicircum{}\\textbackslash{}");
        expect(contexts[i], "\\end{document}",
            "\\textbackslash{}end\\{document\\}");
        expect(contexts[i], "<|>", "\\textless{}\\textbar{}\\textgreater{}");
    }
}

/* Nothing that two characters make together. */
static void test_ligatures(void)
{
    expect(LATEX_TEXT, "a--b---c", "a-{}-b-{}-{}-c");
    expect(LATEX_TEXT, "a-b", "a-b");
    expect(LATEX_TEXT, ",,x,y", ",{},x,y");
    expect(LATEX_TEXT, "``", "\\textasciigrave{}\\textasciigrave{}");
    expect(LATEX_TEXT, "''", "\\textquotesingle{}\\textquotesingle{}");
    expect(LATEX_TEXT, "\"", "\\textquotedbl{}");
    expect(LATEX_TEXT, "?`!`", "?\\textasciigrave{}!\\textasciigrave{}");
}

/* After \\ and \item these would begin an argument. */
static void test_arguments(void)
{
    expect(LATEX_TEXT, "[x]", "{[}x{]}");
    expect(LATEX_TEXT, "*", "{*}");
    expect(LATEX_PLOT, "a, b = c] {", "a, b = c{]} \\{");
}

static void test_blanks(void)
{
    expect(LATEX_TEXT, "a\302\240b", "a~b");
    expect(LATEX_PDF, "a\302\240b", "a b");
    expect(LATEX_TEXT, "a\302\255b", "a\\-b");
    expect(LATEX_PDF, "a\302\255b", "ab");
    expect(LATEX_TEXT, "a\tb\nc", "a b c");
    expect(LATEX_TEXT, "1\342\200\257000", "1\\,000");
    expect(LATEX_TEXT, "a\342\200\213b", "a\\hspace{0pt}b");
    expect(LATEX_TEXT, "\357\273\277a", "a");
}

static void test_han(void)
{
    expect(LATEX_TEXT, "武汉𠮷——……", "武汉𠮷——……");
    expect(LATEX_PDF, "公报", "公报");
}

static void test_url(void)
{
    expect(LATEX_URL, "https://a.org/b_c/%E5?x=1&y=2#z",
        "https://a.org/b_c/\\%E5?x=1\\&y=2\\#z");
    expect(LATEX_URL, "~^\\{} \"", "\\%7E\\%5E\\%5C\\%7B\\%7D\\%20\\%22");
    expect(LATEX_URL, "公", "\\%E5\\%85\\%AC");
}

static void test_label(void)
{
    expect(LATEX_LABEL, "t_1.a-b", "t_1.a-b");
    expect(LATEX_LABEL, "a{", "a:7B:");
}

/* No context lets a character through that TeX would act on. */
static void test_all_ascii(void)
{
    for (gunichar c = 1; c < 128; c++) {
        g_autoptr(GString) out = g_string_new(NULL);

        latex_escape_char(out, c, 0, LATEX_TEXT);
        if (out->len == 1) {
            g_assert_null(strchr("#$%&\\^_{}~\"'`<>|[]*", out->str[0]));
        }
    }
}

static void test_western(void)
{
    g_assert_cmpstr(latex_escape_western(0x2019), ==, "\\textquoteright{}");
    g_assert_null(latex_escape_western('a'));
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/latex-escape/specials", test_specials);
    g_test_add_func("/latex-escape/ligatures", test_ligatures);
    g_test_add_func("/latex-escape/arguments", test_arguments);
    g_test_add_func("/latex-escape/blanks", test_blanks);
    g_test_add_func("/latex-escape/han", test_han);
    g_test_add_func("/latex-escape/url", test_url);
    g_test_add_func("/latex-escape/label", test_label);
    g_test_add_func("/latex-escape/ascii", test_all_ascii);
    g_test_add_func("/latex-escape/western", test_western);
    return g_test_run();
}
