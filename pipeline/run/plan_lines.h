/*
 * data/<dataset>/reports: a report a line, its design, style=NAME where it
 * shall have another style than usual, and its languages.
 */
#ifndef GONGBAO_RUN_PLAN_LINES_H
#define GONGBAO_RUN_PLAN_LINES_H

#include <glib.h>

#include "base/diag.h"

struct plan_line {
    struct diag_pos pos;
    const char *design;
    const char *style; /* NULL: none is named */
    GPtrArray *langs;  /* of char *, at least one */
};

struct plan_lines;

/* What is there to be named is looked up once.  The caller frees it. */
struct plan_lines *plan_lines_new(struct diag *diag);
void plan_lines_free(struct plan_lines *lines);

/* Calls add for each line that is right, reports what is wrong. */
void plan_lines_read(struct plan_lines *lines, const char *path,
    void (*add)(const struct plan_line *line, void *user), void *user);

/*
 * True if the part is there: a template "annual.xsl" or a style "annual.xml",
 * among the installed ones, or else in the project folder.
 */
bool plan_lines_has_part(const char *name);

#endif
