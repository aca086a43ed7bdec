/*
 * base/out: several files at a time, more than are open at once; a link to one
 * of them, which leads to what is locked.
 */
#include "base/out.h"

#include <string.h>
#include <unistd.h>

#include <glib.h>
#include <glib/gstdio.h>

#include "base/diag.h"

#define COUNT 70
#define LINK 40 /* to the one before it */

static char *folder;

static void fill(struct out_file *files)
{
    for (int i = 0; i < COUNT; i++) {
        char *text = g_strdup_printf("text %d", i);

        files[i].path = g_strdup_printf("%s/%02d", folder, COUNT - 1 - i);
        files[i].bytes = g_bytes_new_take(text, strlen(text));
    }
}

static void clear(struct out_file *files)
{
    for (int i = 0; i < COUNT; i++) {
        g_unlink(files[i].path);
        g_free(files[i].path);
        g_bytes_unref(files[i].bytes);
    }
}

static bool holds(const char *path, GBytes *bytes)
{
    gsize size;
    const char *text = g_bytes_get_data(bytes, &size);
    g_autofree char *read = NULL;
    gsize read_size;

    return g_file_get_contents(path, &read, &read_size, NULL) &&
           read_size == size && memcmp(read, text, size) == 0;
}

static void test_many(void)
{
    struct out_file files[COUNT];
    struct diag *diag = diag_new("test");

    fill(files);
    g_assert_true(out_write_files(files, COUNT, diag));
    for (int i = 0; i < COUNT; i++) {
        g_assert_true(holds(files[i].path, files[i].bytes));
    }
    clear(files);
    g_assert_cmpint(g_rmdir(folder), ==, 0);
    g_assert_cmpint(g_mkdir(folder, 0777), ==, 0);
    diag_free(diag);
}

static void test_link(void)
{
    struct out_file files[COUNT];
    struct diag *diag = diag_new("test");
    g_autofree char *link = g_strdup_printf("%s/%02d", folder, LINK);
    g_autofree char *target = g_strdup_printf("%02d", LINK - 1);

    fill(files);
    g_assert_cmpint(symlink(target, link), ==, 0);
    g_assert_true(out_write_files(files, COUNT, diag));
    g_assert_true(g_file_test(link, G_FILE_TEST_IS_SYMLINK));
    g_assert_true(holds(link, files[LINK].bytes)); /* the later of the two */
    clear(files);
    diag_free(diag);
}

int main(int argc, char **argv)
{
    int status;

    g_test_init(&argc, &argv, NULL);
    folder = g_dir_make_tmp("out-XXXXXX", NULL);
    g_test_add_func("/base/out/many", test_many);
    g_test_add_func("/base/out/link", test_link);
    status = g_test_run();
    g_rmdir(folder);
    g_free(folder);
    return status;
}
