/*
 * One report: a document, or aggregated data with a template, to what is read.
 */
#ifndef GONGBAO_RENDER_REPORT_H
#define GONGBAO_RENDER_REPORT_H

#include <stdbool.h>

struct diag;

enum report_format {
    REPORT_PDF,
    REPORT_TEX,
    REPORT_DOCUMENT,
    REPORT_TRACE,
    REPORT_FACTS,
    REPORT_FORMAT_COUNT,
};

/* What is asked for; all borrowed, and NULL where nothing is. */
struct report_call {
    const char *input;
    const char *template;
    const char *style;
    const char *lang; /* with a template */
    const char *out[REPORT_FORMAT_COUNT];
    const char *depfile;
    char *const *sources; /* ended by NULL, as the next one */
    char *const *previous;
    bool is_linted;
    int max_pages; /* 0: any number */
};

/* "pdf", "tex" and so on.  False: name is none of them. */
bool report_format_parse(const char *name, enum report_format *format);

/*
 * Makes all formats that are asked for of one document, and writes them when
 * all are made: none where one of them fails.  What fails is reported.
 */
void report_make(const struct report_call *call, struct diag *diag);

#endif
