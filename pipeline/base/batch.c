/*
 * The program's standard input and output are put aside for jobs and answers,
 * so that nothing else reads or writes there.
 */
#include "base/batch.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/cli.h"
#include "base/diag.h"
#include "base/files.h"
#include "base/heap.h"
#include "base/i18n.h"
#include "base/kept.h"
#include "base/newfile.h"

#define NAMES_MAX 4096

/* The one batch of the program. */
static struct {
    gboolean is_asked; /* --batch beside other words */
    FILE *jobs;
    FILE *answers;
    GString *answer;  /* to the job at hand; NULL: there is none */
    GHashTable *told; /* the paths in it */
    GHashTable *names; /* of files that were read: their local names */
    enum diag_class fault;
} batch;

gboolean *batch_option(void)
{
    return &batch.is_asked;
}

bool batch_is_serving(void)
{
    return batch.answer != NULL;
}

static void answer(const char *keyword, const char *text)
{
    g_string_append_printf(batch.answer, "%s\t%s\n", keyword, text);
}

/* Takes name over. */
static void answer_once(const char *keyword, char *name)
{
    g_autofree char *path = name;
    char *line = g_strconcat(keyword, "\t", path, NULL);

    if (g_hash_table_add(batch.told, line)) {
        answer(keyword, path);
    }
}

/* Most are the same in each job, and each costs a dozen system calls. */
static const char *known_name(const char *path)
{
    char *name = g_hash_table_lookup(batch.names, path);

    if (name == NULL) {
        if (g_hash_table_size(batch.names) == NAMES_MAX) {
            g_hash_table_remove_all(batch.names);
        }
        name = files_local_name(path);
        g_hash_table_insert(batch.names, g_strdup(path), name);
    }
    return name;
}

void batch_read(const char *path)
{
    if (batch_is_serving()) {
        answer_once("read", g_strdup(known_name(path)));
    }
}

void batch_read_all(const char *const *paths, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        batch_read(paths[i]);
    }
}

void batch_wrote(const char *path)
{
    if (batch_is_serving()) {
        answer_once("wrote", g_strdup(path));
    }
}

void batch_pages(size_t count)
{
    if (batch_is_serving()) {
        g_string_append_printf(batch.answer, "pages\t%zu\n", count);
    }
}

static void hear(const char *line, enum diag_class fault)
{
    answer("said", line);
    batch.fault = MAX(batch.fault, fault);
}

/* A file that is not there to be read or written by a job. */
static bool is_standard(const char *word)
{
    return strcmp(word, "-") == 0 || strcmp(word, "-o-") == 0 ||
           g_str_has_suffix(word, "=-");
}

static int do_job(char *program, const char *line, batch_job *job)
{
    g_auto(GStrv) words = g_strsplit(line, "\t", -1);
    guint count = g_strv_length(words);
    g_autofree char **argv = g_new(char *, count + 2);

    argv[0] = program;
    memcpy(argv + 1, words, (count + 1) * sizeof *words);
    for (guint i = 0; i < count; i++) {
        if (is_standard(words[i])) {
            return cli_usage(_("a job reads and writes files by their names, "
                               "not standard input and output"));
        }
    }
    return job((int)count + 1, argv);
}

/* line: NULL: a part of one.  False: nobody reads the answer. */
static bool serve_line(char *program, const char *line, batch_job *job)
{
    int status;
    bool is_heard;

    batch.answer = g_string_new(NULL);
    batch.told = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    batch.fault = DIAG_CLASS_NONE;
    batch.is_asked = FALSE;
    kept_renew();
    status = line != NULL
                 ? do_job(program, line, job)
                 : cli_usage(_("the last line of the jobs is cut off"));
    if (status != CLI_DONE) {
        answer("fault", diag_class_name(MAX(batch.fault, DIAG_CLASS_DATA)));
    }
    g_string_append_printf(batch.answer, "done\t%d\n", status);
    is_heard = fwrite(batch.answer->str, 1, batch.answer->len,
                   batch.answers) == batch.answer->len &&
               fflush(batch.answers) == 0;
    g_string_free(g_steal_pointer(&batch.answer), TRUE);
    g_clear_pointer(&batch.told, g_hash_table_unref);
    return is_heard;
}

/* Whoever reads standard input finds its end, whoever writes is heard on
 * standard error. */
static bool put_aside(void)
{
    int jobs = fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
    int answers = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);

    batch.jobs = jobs >= 0 ? fdopen(jobs, "r") : NULL;
    batch.answers = answers >= 0 ? fdopen(answers, "w") : NULL;
    return batch.jobs != NULL && batch.answers != NULL &&
           freopen("/dev/null", "r", stdin) != NULL &&
           dup2(STDERR_FILENO, STDOUT_FILENO) >= 0;
}

/* False, with errno: of the two files. */
static bool serve(char *program, batch_job *job)
{
    char *line = NULL;
    size_t room = 0;
    ssize_t length;
    bool done = true;

    while (done && (length = getline(&line, &room, batch.jobs)) > 0) {
        bool is_whole = line[length - 1] == '\n';

        line[length - 1] = '\0';
        done = serve_line(program, is_whole ? line : NULL, job);
    }
    free(line);
    return done && ferror(batch.jobs) == 0;
}

static int serve_all(char *program, batch_job *job)
{
    g_autofree char *name = g_path_get_basename(program);
    struct diag *diag;
    int status;

    g_set_prgname(name);
    diag = diag_new(name);
    diag_listen(hear);
    heap_keep();
    newfile_leave_sync();
    kept_open();
    batch.names =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    if (!put_aside() || !serve(program, job)) {
        diag_report(diag, DIAG_OUTPUT, DIAG_NOWHERE, _("standard output"),
            g_strerror(errno));
    }
    kept_close();
    g_clear_pointer(&batch.names, g_hash_table_unref);
    diag_listen(NULL);
    diag_flush(diag);
    status = diag_exit_status(diag);
    diag_free(diag);
    if (batch.jobs != NULL) {
        fclose(batch.jobs);
    }
    if (batch.answers != NULL) {
        fclose(batch.answers); /* flushed, or failed before */
    }
    return status;
}

int batch_run(int argc, char **argv, batch_job *job)
{
    return argc == 2 && strcmp(argv[1], "--batch") == 0
               ? serve_all(argv[0], job)
               : job(argc, argv);
}
