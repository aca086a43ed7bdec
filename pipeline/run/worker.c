/*
 * Processes and pipes.  A worker does not outlive this process, or it would
 * write over what the next run makes.
 */
#include "run/worker.h"

#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "run/steps.h"

#define SECOND INT64_C(1000000)

static void answer_open(struct answer *answer)
{
    answer->reads = g_ptr_array_new_with_free_func(g_free);
    answer->wrote = g_ptr_array_new_with_free_func(g_free);
    answer->said = g_ptr_array_new_with_free_func(g_free);
}

static void answer_close(struct answer *answer)
{
    g_ptr_array_unref(answer->reads);
    g_ptr_array_unref(answer->wrote);
    g_ptr_array_unref(answer->said);
    g_free(answer->class);
}

void answer_clear(struct answer *answer)
{
    g_ptr_array_set_size(answer->reads, 0);
    g_ptr_array_set_size(answer->wrote, 0);
    g_ptr_array_set_size(answer->said, 0);
    g_clear_pointer(&answer->class, g_free);
    answer->pages = 0;
    answer->status = 0;
    answer->is_done = false;
}

/* In the new process, before the program: nothing but system calls. */
static void prepare(gpointer data)
{
    sigset_t none;

    (void)data;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
    signal(SIGPIPE, SIG_DFL);
    /* In its own group, so that a terminal's signals come to us alone. */
    setpgid(0, 0);
    prctl(PR_SET_PDEATHSIG, SIGKILL);
}

struct worker *worker_new(enum tool tool, char **why)
{
    g_autofree char *program = tool_program(tool);
    char *words[] = {program, (char[]){"--batch"}, NULL};
    g_autoptr(GError) error = NULL;
    struct worker *worker;

    if (access(program, X_OK) != 0) {
        *why = g_strdup(g_strerror(errno));
        return NULL;
    }
    worker = g_new0(struct worker, 1);
    if (!g_spawn_async_with_pipes(NULL, words, NULL,
            G_SPAWN_DO_NOT_REAP_CHILD, prepare, NULL, &worker->process,
            &worker->input, &worker->output, NULL, &error)) {
        *why = g_strdup(error->message);
        g_free(worker);
        return NULL;
    }
    worker->tool = tool;
    worker->unread = g_string_new(NULL);
    answer_open(&worker->answer);
    return worker;
}

/* What the loader ends with, and no program of ours. */
#define NOT_LOADED 127

char *worker_end(struct worker *worker)
{
    int status = 0;

    if (worker->process == 0) {
        return g_strdup("");
    }
    while (waitpid(worker->process, &status, 0) < 0 && errno == EINTR) {
    }
    worker->process = 0;
    worker->is_unloaded =
        WIFEXITED(status) && WEXITSTATUS(status) == NOT_LOADED;
    return WIFSIGNALED(status)
               ? g_strdup_printf("signal %d", WTERMSIG(status))
               : g_strdup_printf("exit status %d", WEXITSTATUS(status));
}

void worker_free(struct worker *worker)
{
    if (worker->process != 0 && worker->step != NULL) {
        kill(worker->process, SIGKILL);
    }
    close(worker->input);
    g_free(worker_end(worker));
    close(worker->output);
    g_string_free(worker->unread, TRUE);
    answer_close(&worker->answer);
    g_free(worker);
}

bool worker_begin(struct worker *worker, struct step *step, int64_t seconds)
{
    g_autofree char *words =
        g_strjoinv("\t", (char **)step->words->pdata);
    g_autofree char *line = g_strconcat(words, "\n", NULL);
    size_t length = strlen(line);

    answer_clear(&worker->answer);
    worker->step = step;
    worker->deadline = g_get_monotonic_time() + seconds * SECOND;
    for (size_t sent = 0; sent < length;) {
        ssize_t got = write(worker->input, line + sent, length - sent);

        if (got < 0 && errno != EINTR) {
            return false;
        }
        sent += got > 0 ? (size_t)got : 0;
    }
    return true;
}

/* --- answers --- */

static void read_line(struct answer *answer, const char *line)
{
    const char *tab = strchr(line, '\t');
    const char *text = tab != NULL ? tab + 1 : "";

    if (g_str_has_prefix(line, "read\t")) {
        g_ptr_array_add(answer->reads, g_strdup(text));
    } else if (g_str_has_prefix(line, "wrote\t")) {
        g_ptr_array_add(answer->wrote, g_strdup(text));
    } else if (g_str_has_prefix(line, "said\t")) {
        g_ptr_array_add(answer->said, g_strdup(text));
    } else if (g_str_has_prefix(line, "pages\t")) {
        answer->pages = (unsigned)strtoul(text, NULL, 10);
    } else if (g_str_has_prefix(line, "fault\t")) {
        g_free(answer->class);
        answer->class = g_strdup(text);
    } else if (g_str_has_prefix(line, "done\t")) {
        answer->status = (int)strtol(text, NULL, 10);
        answer->is_done = true;
    }
}

bool worker_read(struct worker *worker)
{
    char buffer[1 << 14];
    ssize_t got = read(worker->output, buffer, sizeof buffer);
    char *start;
    char *end;

    if (got < 0 && (errno == EINTR || errno == EAGAIN)) {
        return true;
    }
    if (got <= 0) {
        return false;
    }
    g_string_append_len(worker->unread, buffer, got);
    start = worker->unread->str;
    while ((end = strchr(start, '\n')) != NULL) {
        *end = '\0';
        read_line(&worker->answer, start);
        start = end + 1;
    }
    g_string_erase(
        worker->unread, 0, (gssize)(start - worker->unread->str));
    return true;
}
