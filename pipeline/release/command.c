/*
 * By GLib's g_spawn, which searches PATH.
 */
#include "release/command.h"

#include <string.h>

#include "base/diag.h"
#include "base/i18n.h"

#define SHOWN_BYTES 400

static const char *word_of(const struct command_word *words, char letter)
{
    for (; words->letter != '\0'; words++) {
        if (words->letter == letter) {
            return words->text;
        }
    }
    return NULL;
}

static char *fill(const char *text, const struct command_word *words)
{
    GString *filled = g_string_new(NULL);

    for (; *text != '\0'; text++) {
        const char *word = *text == '%' ? word_of(words, text[1]) : NULL;

        if (word != NULL) {
            g_string_append(filled, word);
            text++;
        } else if (text[0] == '%' && text[1] == '%') {
            g_string_append_c(filled, '%');
            text++;
        } else {
            g_string_append_c(filled, *text);
        }
    }
    return g_string_free(filled, FALSE);
}

/* The end of what was said, on one line. */
static char *last_words(const char *said)
{
    g_autofree char *text = g_utf8_make_valid(said != NULL ? said : "", -1);
    const char *end;

    g_strstrip(text);
    end = text + strlen(text);
    if (end - text > SHOWN_BYTES) {
        return g_strconcat(
            "…", g_utf8_find_next_char(end - SHOWN_BYTES, NULL), NULL);
    }
    return g_strdup(*text != '\0' ? text : _("nothing"));
}

bool command_run_words(
    const char *const *argv, bool keeps_lock, struct diag *diag)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *said = NULL;
    GSpawnFlags flags = G_SPAWN_SEARCH_PATH;
    int status = 0;

    flags |= keeps_lock ? G_SPAWN_LEAVE_DESCRIPTORS_OPEN : 0;
    if (g_spawn_sync(NULL, (char **)(gpointer)argv, NULL,
            flags | G_SPAWN_STDOUT_TO_DEV_NULL, NULL, NULL, NULL, &said,
            &status, &error) &&
        g_spawn_check_wait_status(status, &error)) {
        return true;
    }
    {
        g_autofree char *last = last_words(said);

        diag_report(
            diag, DIAG_COMMAND, DIAG_NOWHERE, argv[0], error->message, last);
    }
    return false;
}

bool command_run(
    const char *text, const struct command_word *words, struct diag *diag)
{
    g_auto(GStrv) argv = NULL;
    int count = 0;

    if (!g_shell_parse_argv(text, &count, &argv, NULL)) {
        return false; /* run/config has refused such a one */
    }
    for (int i = 0; i < count; i++) {
        char *word = argv[i];

        argv[i] = fill(word, words);
        g_free(word);
    }
    return command_run_words((const char *const *)argv, false, diag);
}
