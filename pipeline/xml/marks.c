/*
 * OPEN key TEXT text CLOSE.  Where one is missing, as only input that has the
 * noncharacters itself can bring about, the others are as good as not there.
 */
#include "xml/marks.h"

#include <string.h>

#define SIZE 3
#define OPEN "\xEF\xB7\x90"  /* U+FDD0 */
#define TEXT "\xEF\xB7\x91"  /* U+FDD1 */
#define CLOSE "\xEF\xB7\x92" /* U+FDD2 */

static bool is_at(const char *text, const char *mark)
{
    return strncmp(text, mark, SIZE) == 0;
}

char *marks_around(const char *key, const char *text)
{
    return g_strconcat(OPEN, key, TEXT, text, CLOSE, NULL);
}

bool marks_any(const char *text)
{
    return strstr(text, OPEN) != NULL || strstr(text, TEXT) != NULL ||
           strstr(text, CLOSE) != NULL;
}

/* Behind the key of the mark that opens at text. */
static const char *skip_key(const char *text)
{
    const char *end = strstr(text + SIZE, TEXT);

    return end != NULL ? end + SIZE : text + SIZE;
}

const char *marks_skip(const char *text)
{
    for (;;) {
        if (is_at(text, OPEN)) {
            text = skip_key(text);
        } else if (is_at(text, TEXT) || is_at(text, CLOSE)) {
            text += SIZE;
        } else {
            return text;
        }
    }
}

void marks_drop(char *text)
{
    const char *from = text;
    char *to = text;

    if (!marks_any(text)) {
        return;
    }
    for (from = marks_skip(from); *from != '\0'; from = marks_skip(from)) {
        *to++ = *from++;
    }
    *to = '\0';
}

/* The key of the mark that opens at text, if one does. */
static void read_key(const char *text, GString *key)
{
    const char *end = is_at(text, OPEN) ? strstr(text + SIZE, TEXT) : NULL;

    g_string_truncate(key, 0);
    if (end != NULL) {
        g_string_append_len(key, text + SIZE, end - text - SIZE);
    }
}

bool marks_next(const char **at, struct marks_piece *piece)
{
    const char *text = *at;
    int depth = 0;

    g_string_truncate(piece->text, 0);
    g_string_truncate(piece->key, 0);
    while (*text != '\0') {
        if (is_at(text, OPEN)) {
            if (depth == 0 && piece->text->len > 0) {
                break;
            }
            if (depth++ == 0) {
                read_key(text, piece->key);
            }
            text = skip_key(text);
        } else if (is_at(text, CLOSE)) {
            text += SIZE;
            depth = MAX(depth - 1, 0);
            if (depth == 0 && piece->key->len > 0 && piece->text->len > 0) {
                break;
            }
            g_string_truncate(piece->key, depth > 0 ? piece->key->len : 0);
        } else if (is_at(text, TEXT)) {
            text += SIZE;
        } else {
            g_string_append_c(piece->text, *text++);
        }
    }
    *at = text;
    return piece->text->len > 0;
}
