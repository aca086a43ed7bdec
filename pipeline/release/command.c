/*
 * By GLib's g_spawn, which searches PATH.
 */
#include "release/command.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/diag.h"
#include "base/i18n.h"
#include "run/signals.h"

#define SHOWN_BYTES 400
#define SAID_MAX 4000 /* bytes that are kept */
#define WAIT_MS 50

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

/* What a program says until it ends; a signal to us is passed on to it. */
static int listen(GPid process, int from, GString *said)
{
    char text[1024];
    int status = 0;
    ssize_t got = 1;

    while (got != 0) {
        struct pollfd wait = {.fd = from, .events = POLLIN};

        if (signals_caught() != 0) {
            kill(process, signals_caught());
        }
        if (poll(&wait, 1, WAIT_MS) <= 0) {
            /* It may have ended and left its output to somebody else. */
            if (waitpid(process, &status, WNOHANG) == process) {
                return status;
            }
            continue;
        }
        got = read(from, text, sizeof text);
        if (got > 0) {
            g_string_append_len(said, text, got);
            g_string_erase(said, 0, MAX((gssize)said->len - SAID_MAX, 0));
        }
    }
    while (waitpid(process, &status, 0) < 0 && errno == EINTR) {
        kill(process, signals_caught());
    }
    return status;
}

bool command_run_words(
    const char *const *argv, bool keeps_lock, struct diag *diag)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GString) said = g_string_new(NULL);
    g_autofree char *last = NULL;
    GSpawnFlags flags = G_SPAWN_SEARCH_PATH | G_SPAWN_DO_NOT_REAP_CHILD |
                        G_SPAWN_STDOUT_TO_DEV_NULL;
    GPid process;
    int from;
    int status;

    flags |= keeps_lock ? G_SPAWN_LEAVE_DESCRIPTORS_OPEN : 0;
    if (g_spawn_async_with_pipes(NULL, (char **)(gpointer)argv, NULL, flags,
            NULL, NULL, &process, NULL, NULL, &from, &error)) {
        status = listen(process, from, said);
        close(from);
        if (signals_caught() != 0) {
            return false;
        }
        if (g_spawn_check_wait_status(status, &error)) {
            return true;
        }
    }
    last = last_words(said->str);
    diag_report(
        diag, DIAG_COMMAND, DIAG_NOWHERE, argv[0], error->message, last);
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
