/*
 * Numbers and strings in PDF syntax.
 */
#include "render/pdf_write.h"

#include <string.h>

static void expect_milli(int64_t value, const char *expected)
{
    g_autoptr(GString) out = g_string_new(NULL);

    pdf_write_milli(out, value);
    g_assert_cmpstr(out->str, ==, expected);
}

static void test_milli(void)
{
    expect_milli(0, "0");
    expect_milli(1000, "1");
    expect_milli(-1000, "-1");
    expect_milli(10500, "10.5");
    expect_milli(250, ".25");
    expect_milli(-250, "-.25");
    expect_milli(1, ".001");
    expect_milli(-1, "-.001");
    expect_milli(20, ".02");
    expect_milli(100010, "100.01");
    expect_milli(595276, "595.276");
    expect_milli(INT64_MIN, "-9223372036854775.808");
}

/* Every thousandth reads back as itself, with no digit too many. */
static void test_milli_all(void)
{
    for (int value = -3000; value <= 3000; value++) {
        g_autoptr(GString) out = g_string_new(NULL);
        double back;

        pdf_write_milli(out, value);
        back = g_ascii_strtod(out->str, NULL) * 1000;
        g_assert_cmpint((int)(back < 0 ? back - 0.5 : back + 0.5), ==, value);
        if (strchr(out->str, '.') != NULL) {
            g_assert_cmpint(out->str[out->len - 1], !=, '0');
            g_assert_cmpint(out->str[0], !=, '0');
        }
    }
}

static void test_int(void)
{
    static const int64_t values[] = {0, 7, -7, 10, 123456789, -1000000007,
        INT64_MAX, INT64_MIN};

    for (size_t i = 0; i < G_N_ELEMENTS(values); i++) {
        g_autoptr(GString) out = g_string_new(NULL);
        g_autofree char *expected =
            g_strdup_printf("%" G_GINT64_FORMAT, values[i]);

        pdf_write_int(out, values[i]);
        g_assert_cmpstr(out->str, ==, expected);
    }
}

static void test_len(void)
{
    g_autoptr(GString) out = g_string_new(NULL);

    pdf_write_len(out, len_milli(10500));
    pdf_write_len(out, -len_milli(125));
    g_assert_cmpstr(out->str, ==, " 10.5 -.125");
}

static void expect_text(const char *text, const char *expected)
{
    g_autoptr(GString) out = g_string_new(NULL);

    pdf_write_text(out, text);
    g_assert_cmpstr(out->str, ==, expected);
}

static void test_text(void)
{
    expect_text("", "()");
    expect_text("R&D <2024> (a\\b)", "(R&D <2024> \\(a\\\\b\\))");
    expect_text("a\rb", "(a\\rb)");
    expect_text("武", "<FEFF6B66>");
    expect_text("R𠮷", "<FEFF0052D842DFB7>");
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/render/pdf-write/milli", test_milli);
    g_test_add_func("/render/pdf-write/milli-all", test_milli_all);
    g_test_add_func("/render/pdf-write/int", test_int);
    g_test_add_func("/render/pdf-write/len", test_len);
    g_test_add_func("/render/pdf-write/text", test_text);
    return g_test_run();
}
