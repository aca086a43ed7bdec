/*
 * The line is drawn ten times a second at most.
 */
#include "run/progress.h"

#include <stdbool.h>
#include <stdint.h>
#include <unistd.h>

#include "base/i18n.h"
#include "run/say.h"

#define REDRAW INT64_C(100000)
/* Of the line, which is then empty. */
#define TO_START "\r\033[K"
#define SECOND INT64_C(1000000)

struct progress {
    unsigned total;
    int64_t begun;
    int64_t drawn;
    bool is_terminal;
    bool is_shown;
};

void progress_note(const char *text)
{
    if (isatty(STDERR_FILENO) == 1) {
        say_raw(TO_START);
        say_raw(text);
    }
}

struct progress *progress_new(unsigned total)
{
    struct progress *progress = g_new0(struct progress, 1);

    progress->total = total;
    progress->begun = g_get_monotonic_time();
    progress->is_terminal = isatty(STDERR_FILENO) == 1;
    return progress;
}

void progress_free(struct progress *progress)
{
    if (progress != NULL) {
        progress_hide(progress);
        g_free(progress);
    }
}

void progress_show(struct progress *progress, unsigned over, unsigned failed)
{
    int64_t now = g_get_monotonic_time();
    g_autofree char *line = NULL;

    if (!progress->is_terminal || now - progress->drawn < REDRAW) {
        return;
    }
    line = g_strdup_printf(_("%u of %u, %u failed, %u s"), over,
        progress->total, failed, (unsigned)((now - progress->begun) / SECOND));
    say_raw(TO_START);
    say_raw(line);
    progress->drawn = now;
    progress->is_shown = true;
}

void progress_hide(struct progress *progress)
{
    if (progress->is_shown) {
        say_raw(TO_START);
        progress->is_shown = false;
    }
}
