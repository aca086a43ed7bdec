/*
 * Many jobs in one run of a program, which reads its parts once (--batch).
 * Each line of standard input is a job: the words of a command line, parted by
 * tabs.  Each is answered on standard output by lines of KEYWORD, tab, text:
 *
 *     read PATH      a file that the job read, as --depfile names it
 *     wrote PATH     a file that it wrote, as the job names it
 *     said LINE      what would have stood on standard error
 *     pages NUMBER   of the PDF that it wrote
 *     fault CLASS    the worst class of what failed (diag_class_name)
 *     done STATUS    the last line: the exit status that the job would have
 *
 * A job leaves nothing to the next but parts that are kept.  A file that holds
 * already what a job writes is not written again; one that takes the place of
 * another is synced before, but where there was none, that the file is on the
 * disk is for the caller to see to (syncfs), once for all.
 */
#ifndef GONGBAO_BASE_BATCH_H
#define GONGBAO_BASE_BATCH_H

#include <stdbool.h>
#include <stddef.h>

#include <glib.h>

/* Does what a command line asks for, argv[0] included; its exit status. */
typedef int batch_job(int argc, char **argv);

/*
 * The rest of main: does what the command line asks for, or, where it is
 * --batch, all jobs to the end of standard input.
 */
int batch_run(int argc, char **argv, batch_job *job);

/* The option in the list of a program's; as a job's own word it is none. */
#define BATCH_OPTION                                                           \
    {                                                                          \
        "batch", 0, 0, G_OPTION_ARG_NONE, batch_option(),                      \
            N_("do the jobs that are read from standard input"), NULL          \
    }
gboolean *batch_option(void);

/* True within a job: there is no standard input or output for it. */
bool batch_is_serving(void);

/* For the answer to the job at hand, each path once; else without effect. */
void batch_read(const char *path);
void batch_read_all(const char *const *paths, size_t count);
void batch_wrote(const char *path);
void batch_pages(size_t count);

#endif
