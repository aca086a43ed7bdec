/*
 * "<64 digits>  <name>" a line; no name of a release has a line break.
 */
#include "release/sums.h"

#include <string.h>

#include "base/diag.h"
#include "base/files.h"

#define DIGITS 64
#define NAME_AT (DIGITS + 2)

struct sums {
    GHashTable *by_name;
};

struct sums *sums_new(void)
{
    struct sums *sums = g_new0(struct sums, 1);

    sums->by_name =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    return sums;
}

void sums_free(struct sums *sums)
{
    if (sums != NULL) {
        g_hash_table_unref(sums->by_name);
        g_free(sums);
    }
}

void sums_add(struct sums *sums, const char *path, const char *sha256)
{
    g_hash_table_insert(sums->by_name, g_strdup(path), g_strdup(sha256));
}

const char *sums_of(const struct sums *sums, const char *path)
{
    return g_hash_table_lookup(sums->by_name, path);
}

static gint by_bytes(gconstpointer left, gconstpointer right)
{
    return strcmp(*(char *const *)left, *(char *const *)right);
}

GPtrArray *sums_names(const struct sums *sums)
{
    GPtrArray *names = g_ptr_array_new();
    GHashTableIter iter;
    gpointer name;

    g_hash_table_iter_init(&iter, sums->by_name);
    while (g_hash_table_iter_next(&iter, &name, NULL)) {
        g_ptr_array_add(names, name);
    }
    g_ptr_array_sort(names, by_bytes);
    return names;
}

GString *sums_write(const struct sums *sums)
{
    GString *text = g_string_new(NULL);
    g_autoptr(GPtrArray) names = sums_names(sums);

    for (guint i = 0; i < names->len; i++) {
        const char *name = names->pdata[i];

        g_string_append_printf(text, "%s  %s\n", sums_of(sums, name), name);
    }
    return text;
}

/* False: it is no line of it. */
static bool read_line(struct sums *sums, const char *line)
{
    g_autofree char *sha256 = NULL;

    if (strlen(line) <= NAME_AT ||
        strspn(line, "0123456789abcdef") != DIGITS || line[DIGITS] != ' ' ||
        (line[DIGITS + 1] != ' ' && line[DIGITS + 1] != '*')) {
        return false;
    }
    sha256 = g_strndup(line, DIGITS);
    sums_add(sums, line + NAME_AT, sha256);
    return true;
}

struct sums *sums_read(const char *path, struct diag *diag)
{
    g_autoptr(GBytes) bytes = files_read(path, diag);
    g_autofree char *text = NULL;
    g_auto(GStrv) lines = NULL;
    struct sums *sums;

    if (bytes == NULL) {
        return NULL;
    }
    text = g_strndup(g_bytes_get_data(bytes, NULL), g_bytes_get_size(bytes));
    lines = g_strsplit(text, "\n", -1);
    sums = sums_new();
    for (int i = 0; lines[i] != NULL; i++) {
        bool is_end = *lines[i] == '\0' && lines[i + 1] == NULL;

        if (!is_end && !read_line(sums, lines[i])) {
            diag_report(diag, DIAG_SUMS_LINE,
                ((struct diag_pos){path, i + 1, 0}));
            sums_free(sums);
            return NULL;
        }
    }
    return sums;
}

struct sums *sums_in(const char *folder)
{
    g_autofree char *path = g_build_filename(folder, SUMS_NAME, NULL);
    struct diag *unheard = diag_new("");
    struct sums *sums = sums_read(path, unheard);

    diag_free(unheard);
    return sums;
}
