/*
 * What the files of the templates' functions share.  Only doc/functions*.c
 * see it.
 */
#ifndef GONGBAO_DOC_FUNCTIONS_PARTS_H
#define GONGBAO_DOC_FUNCTIONS_PARTS_H

#include "doc/collate.h"
#include "doc/format.h"
#include "doc/functions.h"

struct functions {
    const char *tag;
    struct format *format;
    struct collate *collate; /* NULL: no key was asked for */
    GHashTable *units;       /* id -> unit element */
};

/* functions_numbers.c: the result, or the fault where there is none. */
char *functions_or_fault(char *text, const char **fault);

/* The text without marks, for it may be what a function made; g_free it. */
char *functions_plain_text(const struct xslt_argument *argument);

/* A whole number; absent: the text is NULL or empty. */
int functions_int(const char *text, int absent);

/* functions_numbers.c; each is an xslt_function. */
char *functions_number(void *data, const struct xslt_argument *arguments,
    size_t count, const char **fault);
char *functions_signed(void *data, const struct xslt_argument *arguments,
    size_t count, const char **fault);
char *functions_magnitude(void *data, const struct xslt_argument *arguments,
    size_t count, const char **fault);
char *functions_sign(void *data, const struct xslt_argument *arguments,
    size_t count, const char **fault);
char *functions_compare(void *data, const struct xslt_argument *arguments,
    size_t count, const char **fault);
char *functions_size(void *data, const struct xslt_argument *arguments,
    size_t count, const char **fault);

/* functions_text.c; each is an xslt_function. */
char *functions_date(void *data, const struct xslt_argument *arguments,
    size_t count, const char **fault);
char *functions_named(void *data, const struct xslt_argument *arguments,
    size_t count, const char **fault);
char *functions_when(void *data, const struct xslt_argument *arguments,
    size_t count, const char **fault);
char *functions_number_words(void *data, const struct xslt_argument *arguments,
    size_t count, const char **fault);
char *functions_text(void *data, const struct xslt_argument *arguments,
    size_t count, const char **fault);
char *functions_capital(void *data, const struct xslt_argument *arguments,
    size_t count, const char **fault);
char *functions_join(void *data, const struct xslt_argument *arguments,
    size_t count, const char **fault);
char *functions_clauses(void *data, const struct xslt_argument *arguments,
    size_t count, const char **fault);
char *functions_plain(void *data, const struct xslt_argument *arguments,
    size_t count, const char **fault);
char *functions_key(void *data, const struct xslt_argument *arguments,
    size_t count, const char **fault);
char *functions_from(void *data, const struct xslt_argument *arguments,
    size_t count, const char **fault);
char *functions_sort_key(void *data, const struct xslt_argument *arguments,
    size_t count, const char **fault);
char *functions_uuid(void *data, const struct xslt_argument *arguments,
    size_t count, const char **fault);

/* functions_series.c */
char *functions_base(void *data, const struct xslt_argument *arguments,
    size_t count, const char **fault);
char *functions_place(void *data, const struct xslt_argument *arguments,
    size_t count, const char **fault);
char *functions_run(void *data, const struct xslt_argument *arguments,
    size_t count, const char **fault);

#endif
