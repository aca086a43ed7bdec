/*
 * Two kinds of language.  What the programs say to their user follows the
 * user's locale (domain "gongbao").  What a report says follows the report's
 * own language, whatever the machine's locale (domain "gongbao-report").
 */
#ifndef GONGBAO_BASE_I18N_H
#define GONGBAO_BASE_I18N_H

#include <stdbool.h>

struct diag;

/* A message of the program, in the user's language. */
const char *i18n_message(const char *text) __attribute__((format_arg(1)));
#define _(text) i18n_message(text)
#define N_(text) text

/* Marks a text of reports, which i18n_report translates. */
#define R_(text) text

/* Once, first thing in main: locale for messages; LC_NUMERIC stays "C". */
void i18n_open(void);

/*
 * Chooses the report's language: "zh_CN" or "en".  Opens its catalogue by
 * path; needs no locale of the machine.  False, reported: unknown language,
 * or the catalogue is missing or does not translate a message known to be
 * in it.
 */
bool i18n_report_open(const char *language, struct diag *diag);

/*
 * The report's text for an English message; context is NULL or its msgctxt.
 * The result lives as long as the program.
 */
const char *i18n_report(const char *context, const char *text);

/* With a plural: one and many are the English forms, n decides. */
const char *i18n_report_plural(
    const char *context, const char *one, const char *many, unsigned long n);

/* The file that i18n_report reads, for the depfile; NULL for English. */
const char *i18n_report_file(void);

#endif
