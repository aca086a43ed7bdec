/*
 * What the command lines of the programs share.
 */
#ifndef GONGBAO_BASE_CLI_H
#define GONGBAO_BASE_CLI_H

#include <stdbool.h>

#include <glib.h>

enum {
    CLI_DONE = 0,        /* output written; warnings are allowed */
    CLI_REJECTED = 1,    /* the input is at fault; no output touched */
    CLI_USAGE = 2,       /* the command line is */
    CLI_ENVIRONMENT = 3, /* the machine is: files, fonts, libraries, memory */
};

/*
 * Parses argv by options; --help and --version print and set *status to
 * CLI_DONE, a wrong command line says why and sets it to CLI_USAGE, both
 * return false.  summary is one line on what the program does; usage names
 * the operands ("-o OUT FILE...").
 *
 * From then on a file that would be larger than the system allows
 * (RLIMIT_FSIZE) is an error of its writing, and not the end of the process.
 */
bool cli_parse(int *argc, char ***argv, const GOptionEntry *options,
    const char *usage, const char *summary, int *status);

/*
 * Prints why, under the name that the program was called by, and where help
 * is; returns CLI_USAGE.  After cli_parse.
 */
int cli_usage(const char *why);

#endif
