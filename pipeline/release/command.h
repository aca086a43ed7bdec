/*
 * The operator's commands: words as a shell divides them, run without one.
 */
#ifndef GONGBAO_RELEASE_COMMAND_H
#define GONGBAO_RELEASE_COMMAND_H

#include <stdbool.h>

#include <glib.h>

struct diag;

/* What stands for a letter: %i, %o, %d; %% is a per cent sign. */
struct command_word {
    char letter;
    const char *text;
};

/*
 * Runs text (a value of gongbao.conf) with these words, ended by a letter 0, in
 * the working folder, and waits for it.  What it says is kept, and its last
 * lines are shown if it fails.  False: reported (DIAG_COMMAND), or a signal has
 * come (run/signals.h).
 */
bool command_run(
    const char *text, const struct command_word *words, struct diag *diag);

/*
 * The same of words that are complete.  With keeps_lock the program has our
 * open descriptors, and so the lock of the releases.
 */
bool command_run_words(
    const char *const *argv, bool keeps_lock, struct diag *diag);

#endif
