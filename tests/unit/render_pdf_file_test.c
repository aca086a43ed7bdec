/*
 * Objects that are written as text under reserved numbers: all of them in
 * object streams, the same bytes each time, each once.
 */
#include "render/pdf_file.h"

#include "base/diag.h"
#include "pdf_plain.h"

#define COUNT 1000
#define RESERVED_BEFORE 3

struct values {
    struct pdf_file *file;
    unsigned first;
};

static void begin(struct values *values)
{
    struct pdf_file *file = pdf_file_new();
    struct pdf_object *resources = pdf_object_new(file, NULL);
    g_autoptr(GString) content = g_string_new("0 0 m\n");
    struct pdf_object *page =
        pdf_page_new(file, 100 * LEN_PT, 100 * LEN_PT, resources);

    pdf_page_draw(file, page, content);
    values->file = file;
    values->first = pdf_file_reserve(file, COUNT);
}

static void write_value(const struct values *values, unsigned i)
{
    g_autofree char *value = g_strdup_printf(
        "<< /Number %u /Next %u 0 R >>", i, values->first + (i + 1) % COUNT);

    pdf_file_write(values->file, values->first + i, value, strlen(value));
}

static GBytes *end(struct values *values)
{
    struct diag *diag = diag_new("test");
    GBytes *pdf = pdf_file_save(values->file, diag);

    g_assert_nonnull(pdf);
    g_assert_false(diag_has(diag, DIAG_LEVEL_NOTE));
    pdf_file_free(values->file);
    diag_free(diag);
    return pdf;
}

static unsigned count_value(const GByteArray *plain, unsigned first, unsigned i)
{
    g_autofree char *value = g_strdup_printf(
        "<< /Number %u /Next %u 0 R >>\n", i, first + (i + 1) % COUNT);

    return pdf_plain_count(plain, value);
}

static GBytes *backwards(unsigned *first)
{
    struct values values;

    begin(&values);
    for (unsigned i = COUNT; i > 0; i--) {
        write_value(&values, i - 1);
    }
    *first = values.first;
    return end(&values);
}

static void test_backwards(void)
{
    unsigned first;
    g_autoptr(GBytes) pdf = backwards(&first);
    g_autoptr(GByteArray) plain = pdf_plain(pdf);

    for (unsigned i = 0; i < COUNT; i++) {
        g_assert_cmpuint(count_value(plain, first, i), ==, 1);
    }
    g_assert_cmpuint(count_value(plain, first, COUNT), ==, 0);
}

static void test_same(void)
{
    unsigned first;
    g_autoptr(GBytes) one = backwards(&first);
    g_autoptr(GBytes) two = backwards(&first);

    g_assert_true(g_bytes_equal(one, two));
}

/* What is made after them gets numbers of its own. */
static void test_numbers(void)
{
    struct pdf_file *file = pdf_file_new();
    struct pdf_object *before = pdf_object_new(file, NULL);
    unsigned first = pdf_file_reserve(file, RESERVED_BEFORE);
    struct pdf_object *after = pdf_object_new(file, NULL);

    g_assert_cmpuint(first, ==, pdf_object_id(before) + 1);
    g_assert_cmpuint(pdf_object_id(after), ==, first + RESERVED_BEFORE);
    g_assert_cmpuint(pdf_file_reserve(file, 1), ==, pdf_object_id(after) + 1);
    pdf_file_free(file);
}

static void test_missing(void)
{
    if (g_test_subprocess()) {
        struct values values;

        begin(&values);
        for (unsigned i = 1; i < COUNT; i++) {
            write_value(&values, i);
        }
        g_bytes_unref(end(&values));
        return;
    }
    g_test_trap_subprocess(NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
    g_test_trap_assert_failed();
}

static void test_twice(void)
{
    if (g_test_subprocess()) {
        struct values values;

        begin(&values);
        for (unsigned i = 0; i < COUNT; i++) {
            write_value(&values, i);
        }
        write_value(&values, 0);
        g_bytes_unref(end(&values));
        return;
    }
    g_test_trap_subprocess(NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
    g_test_trap_assert_failed();
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/render/pdf_file/backwards", test_backwards);
    g_test_add_func("/render/pdf_file/same", test_same);
    g_test_add_func("/render/pdf_file/numbers", test_numbers);
    g_test_add_func("/render/pdf_file/missing", test_missing);
    g_test_add_func("/render/pdf_file/twice", test_twice);
    return g_test_run();
}
