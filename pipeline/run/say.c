/*
 * Whole lines in one write each, so that those of several runs do not mix.
 */
#include "run/say.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include <glib.h>

void say_raw(const char *text)
{
    size_t left = strlen(text);

    while (left > 0) {
        ssize_t done = write(STDERR_FILENO, text, left);

        if (done < 0 && errno != EINTR) {
            return; /* there is nobody to tell */
        }
        left -= done > 0 ? (size_t)done : 0;
        text += done > 0 ? done : 0;
    }
}

void say_line(const char *line)
{
    static GHashTable *said;
    g_autofree char *whole = g_strconcat(line, "\n", NULL);

    if (said == NULL) {
        said = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    }
    if (g_hash_table_add(said, g_strdup(line))) {
        say_raw(whole);
    }
}
