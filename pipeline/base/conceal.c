/*
 * Places and texts that are confidential, and messages without them.
 */
#include "base/conceal.h"

#include <string.h>

#include <glib.h>

struct lines {
    const char *file;
    int first;
    int last;
};

struct conceal {
    GArray *lines;    /* of struct lines, as they were added */
    GPtrArray *texts; /* of char */
};

struct conceal *conceal_new(void)
{
    struct conceal *conceal = g_new0(struct conceal, 1);

    conceal->lines = g_array_new(FALSE, FALSE, sizeof(struct lines));
    conceal->texts = g_ptr_array_new_with_free_func(g_free);
    return conceal;
}

void conceal_free(struct conceal *conceal)
{
    if (conceal != NULL) {
        g_array_unref(conceal->lines);
        g_ptr_array_unref(conceal->texts);
        g_free(conceal);
    }
}

void conceal_lines(
    struct conceal *conceal, const char *file, int first, int last)
{
    const struct lines lines = {file, first, last};

    g_array_append_val(conceal->lines, lines);
}

void conceal_text(struct conceal *conceal, const char *text)
{
    if (text != NULL && *text != '\0') {
        g_ptr_array_add(conceal->texts, g_strdup(text));
    }
}

/* A digit of any script. */
static bool is_digit(const char *at)
{
    return g_unichar_isdigit(g_utf8_get_char(at));
}

/* What stands at "at" in text is a part of a longer figure. */
static bool is_within_figure(const char *text, const char *at, size_t size)
{
    const char *before = g_utf8_find_prev_char(text, at);
    const char *after = at + size;

    return (before != NULL && is_digit(before) && is_digit(at)) ||
           (*after != '\0' && is_digit(after) &&
               is_digit(g_utf8_find_prev_char(at, after)));
}

/* The text in the message, not within a longer figure; NULL: nowhere. */
static const char *find(const char *message, const char *from, const char *text)
{
    size_t size = strlen(text);

    while ((from = strstr(from, text)) != NULL &&
           is_within_figure(message, from, size)) {
        from++;
    }
    return from;
}

bool conceal_applies(const struct conceal *conceal, const char *file, int line,
    const char *message)
{
    for (guint i = 0; i < conceal->lines->len; i++) {
        const struct lines *lines =
            &g_array_index(conceal->lines, struct lines, i);

        if (line >= lines->first && line <= lines->last &&
            g_strcmp0(lines->file, file) == 0) {
            return true;
        }
    }
    for (guint i = 0; i < conceal->texts->len; i++) {
        if (find(message, message, conceal->texts->pdata[i]) != NULL) {
            return true;
        }
    }
    return false;
}

static char *without_texts(const struct conceal *conceal, const char *message)
{
    char *left = g_strdup(message);

    for (guint i = 0; i < conceal->texts->len; i++) {
        const char *text = conceal->texts->pdata[i];
        GString *next = g_string_new(NULL);
        const char *at = left;
        const char *found;

        while ((found = find(left, at, text)) != NULL) {
            g_string_append_len(next, at, found - at);
            g_string_append(next, CONCEAL_MARK);
            at = found + strlen(text);
        }
        g_string_append(next, at);
        g_free(left);
        left = g_string_free(next, FALSE);
    }
    return left;
}

char *conceal_message(const struct conceal *conceal, const char *message)
{
    g_autofree char *left = without_texts(conceal, message);
    GString *out = g_string_new(NULL);

    for (const char *at = left; *at != '\0';) {
        const char *end = at;

        while (is_digit(end) || (end > at && (*end == '.' || *end == ',') &&
                                    is_digit(end + 1))) {
            end = g_utf8_next_char(end);
        }
        if (end > at) {
            g_string_append(out, CONCEAL_MARK);
            at = end;
        } else {
            end = g_utf8_next_char(at);
            g_string_append_len(out, at, end - at);
            at = end;
        }
    }
    return g_string_free(out, FALSE);
}
