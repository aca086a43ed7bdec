/*
 * Words of lines, each looked at where it stands.
 */
#include "run/plan_lines.h"

#include <string.h>

#include "base/files.h"
#include "base/paths.h"

struct plan_lines {
    struct diag *diag;
    GHashTable *parts; /* name -> whether it is there */
};

struct plan_lines *plan_lines_new(struct diag *diag)
{
    struct plan_lines *lines = g_new0(struct plan_lines, 1);

    lines->diag = diag;
    lines->parts =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    return lines;
}

void plan_lines_free(struct plan_lines *lines)
{
    g_hash_table_unref(lines->parts);
    g_free(lines);
}

bool plan_lines_has_part(const char *name)
{
    g_autofree char *part = g_strconcat("templates/", name, NULL);
    g_autofree char *path = paths_data(part);

    return g_file_test(path, G_FILE_TEST_EXISTS) ||
           g_file_test(name, G_FILE_TEST_EXISTS);
}

static bool has_part(
    struct plan_lines *lines, const char *stem, const char *end)
{
    g_autofree char *name = g_strconcat(stem, end, NULL);
    gpointer known;

    if (!g_hash_table_lookup_extended(lines->parts, name, NULL, &known)) {
        known = GINT_TO_POINTER(plan_lines_has_part(name));
        g_hash_table_insert(lines->parts, g_steal_pointer(&name), known);
    }
    return GPOINTER_TO_INT(known) != 0;
}

/* "zh_CN", "en", or two of them with a plus between. */
static bool is_lang(const char *word)
{
    static const char *const langs[] = {
        "zh_CN", "en", "zh_CN+en", "en+zh_CN", NULL};

    return g_strv_contains(langs, word);
}

/* False: reported. */
static bool read_style(
    struct plan_lines *lines, struct plan_line *line, const char *style)
{
    if (line->style != NULL) {
        diag_report(lines->diag, DIAG_REPORTS_STYLE_TWICE, line->pos);
        return false;
    }
    line->style = style;
    if (*style == '\0' || strchr(style, '/') != NULL ||
        !has_part(lines, style, ".xml")) {
        diag_report(lines->diag, DIAG_REPORTS_STYLE, line->pos, style);
        return false;
    }
    return true;
}

/* False: reported. */
static bool read_word(
    struct plan_lines *lines, struct plan_line *line, char *word)
{
    if (g_str_has_prefix(word, "style=")) {
        return read_style(lines, line, word + strlen("style="));
    }
    if (line->design == NULL) {
        line->design = word;
        if (strchr(word, '/') != NULL || !has_part(lines, word, ".xsl")) {
            diag_report(lines->diag, DIAG_REPORTS_DESIGN, line->pos, word);
            return false;
        }
        return true;
    }
    if (!is_lang(word)) {
        diag_report(lines->diag, DIAG_REPORTS_LANGUAGE, line->pos, word);
        return false;
    }
    g_ptr_array_add(line->langs, word);
    return true;
}

/* False: there is no report, or it is wrong, and reported. */
static bool read_line(
    struct plan_lines *lines, struct plan_line *line, char *text)
{
    bool is_right = true;

    g_strdelimit(text, "\t\r", ' ');
    text = g_strchug(text);
    if (*text == '\0' || *text == '#') {
        return false;
    }
    for (char *word = strtok(text, " "); word != NULL;
         word = strtok(NULL, " ")) {
        is_right = read_word(lines, line, word) && is_right;
    }
    if (is_right && line->langs->len == 0) {
        diag_report(lines->diag, DIAG_REPORTS_LANGUAGES, line->pos,
            line->design != NULL ? line->design : "");
        is_right = false;
    }
    return is_right;
}

void plan_lines_read(struct plan_lines *lines, const char *path,
    void (*add)(const struct plan_line *line, void *user), void *user)
{
    g_autoptr(GBytes) bytes = files_read(path, lines->diag);
    g_autofree char *text = NULL;
    g_autoptr(GPtrArray) langs = g_ptr_array_new();
    int number = 1;

    if (bytes == NULL) {
        return;
    }
    text = g_strndup(
        g_bytes_get_data(bytes, NULL), g_bytes_get_size(bytes));
    for (char *start = text; start != NULL; number++) {
        char *end = strchr(start, '\n');
        struct plan_line line = {
            .pos = {g_intern_string(path), number, 0}, .langs = langs};

        if (end != NULL) {
            *end++ = '\0';
        }
        g_ptr_array_set_size(langs, 0);
        if (read_line(lines, &line, start)) {
            add(&line, user);
        }
        start = end;
    }
}
