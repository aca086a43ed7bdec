/*
 * xml/marks: what goes with the text of a figure, and how it is taken out.
 */
#include "xml/marks.h"

#include <glib.h>

/* "[key:text]" for a stretch with a mark, "text" for one without. */
static char *read_all(const char *text)
{
    GString *all = g_string_new(NULL);
    struct marks_piece piece = {g_string_new(NULL), g_string_new(NULL)};

    while (marks_next(&text, &piece)) {
        if (piece.key->len > 0) {
            g_string_append_printf(
                all, "[%s:%s]", piece.key->str, piece.text->str);
        } else {
            g_string_append_printf(all, "(%s)", piece.text->str);
        }
    }
    g_string_free(piece.key, TRUE);
    g_string_free(piece.text, TRUE);
    return g_string_free(all, FALSE);
}

static void assert_pieces(const char *text, const char *pieces)
{
    g_autofree char *all = read_all(text);

    g_assert_cmpstr(all, ==, pieces);
}

static void test_pieces(void)
{
    g_autofree char *one = marks_around("f.a.2024", "12%");
    g_autofree char *two = marks_around("f.b.2024", "34");
    g_autofree char *none = marks_around("f.c.2024", "");
    g_autofree char *within = g_strconcat("x", two, "y", NULL);
    g_autofree char *outer = marks_around("f.d.2024", within);
    g_autofree char *text =
        g_strconcat("up ", one, two, none, " to ", outer, ".", NULL);

    assert_pieces("", "");
    assert_pieces("plain", "(plain)");
    assert_pieces(one, "[f.a.2024:12%]");
    assert_pieces(none, "");
    assert_pieces(text,
        "(up )[f.a.2024:12%][f.b.2024:34]( to )[f.d.2024:x34y](.)");
}

/* Input with the noncharacters themselves: the text is kept. */
static void test_stray(void)
{
    assert_pieces("a\xEF\xB7\x92z", "(az)");
    assert_pieces("a\xEF\xB7\x91z", "(az)");
    assert_pieces("a\xEF\xB7\x90z", "(a)(z)");
    assert_pieces("\xEF\xB7\x90", "");
}

static void test_drop(void)
{
    g_autofree char *one = marks_around("f.a.2024", "12");
    g_autofree char *text = g_strconcat(one, " of \xE4\xBA\xBF", NULL);
    g_autofree char *plain = g_strdup("12 of \xE4\xBA\xBF");

    g_assert_true(marks_any(text));
    g_assert_cmpstr(marks_skip(text), !=, text);
    marks_drop(text);
    g_assert_cmpstr(text, ==, plain);
    g_assert_false(marks_any(text));
    g_assert_true(marks_skip(text) == text);
    marks_drop(plain);
    g_assert_cmpstr(text, ==, plain);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/marks/pieces", test_pieces);
    g_test_add_func("/marks/stray", test_stray);
    g_test_add_func("/marks/drop", test_drop);
    return g_test_run();
}
