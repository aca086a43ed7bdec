/*
 * Quoting, and the signs that a formula begins with.
 */
#include "base/cells.h"

#include <stdbool.h>
#include <string.h>

/* A sign alone is none, nor is it anything else that is computed. */
static bool is_formula(const char *text)
{
    static const char *const signs[] = {"=", "+", "-", "@", "\xEF\xBC\x9D",
        "\xEF\xBC\x8B", "\xEF\xBC\x8D", "\xEF\xBC\xA0"};

    for (size_t i = 0; i < G_N_ELEMENTS(signs); i++) {
        if (g_str_has_prefix(text, signs[i])) {
            return text[strlen(signs[i])] != '\0';
        }
    }
    return false;
}

static void append(GString *out, const char *text, bool is_guarded)
{
    bool is_quoted = strpbrk(text, "\",\r\n") != NULL;

    if (is_quoted) {
        g_string_append_c(out, '"');
    }
    if (is_guarded && is_formula(text)) {
        g_string_append_c(out, '\'');
    }
    for (const char *p = text; *p != '\0'; p++) {
        if (*p == '"') {
            g_string_append_c(out, '"');
        }
        g_string_append_c(out, *p);
    }
    if (is_quoted) {
        g_string_append_c(out, '"');
    }
}

void cells_append(GString *out, const char *text)
{
    append(out, text, false);
}

void cells_append_guarded(GString *out, const char *text)
{
    append(out, text, true);
}
