/*
 * What a project asks for: its datasets, and the reports of each, as
 * data/<dataset>/reports names them.  Paths are seen from the project folder.
 */
#ifndef GONGBAO_RUN_PLAN_H
#define GONGBAO_RUN_PLAN_H

#include <stdbool.h>

#include <glib.h>

#include "run/places.h"

struct diag;

/* A file of a dataset, and what it is when it was accepted. */
struct plan_file {
    char *year;     /* "2024" */
    char *raw;      /* data/wuhan/2024.xml */
    char *accepted; /* <work>/wuhan/2024.xml */
};

struct plan_dataset {
    char *name;          /* "wuhan" */
    GPtrArray *years;    /* of struct plan_file, oldest first, at least one */
    GPtrArray *previous; /* the same of the edition before; may be empty */
    char *terms;         /* data/wuhan/terms.xml; NULL: it has none */
    char *aggregated;    /* <work>/wuhan/aggregated.xml */
};

struct plan_report {
    const struct plan_dataset *dataset;
    char *name;   /* "wuhan-annual-2024.zh_CN" */
    char *design; /* "annual": of annual.xsl */
    char *style;  /* "other": of other.xml; NULL: the design's own */
    char *lang;   /* "zh_CN", "en", "zh_CN+en" */
    char *year;   /* the newest of the dataset */
    char *pdf;    /* <output>/<name>.pdf */
    char *tex;    /* <output>/<name>.tex */
    char *data;   /* <output>/<name>.data, files that the LaTeX source embeds */
};

struct plan {
    GPtrArray *datasets; /* of struct plan_dataset, by name */
    GPtrArray *reports;  /* of struct plan_report, dataset by dataset */
    GPtrArray *faulty;   /* of char *, datasets of which something is wrong */
    bool is_unread;      /* what datasets there are is not known */
    char *class_file;    /* <output>/gongbao.cls */
};

/*
 * Reads the project in the working folder.  What is wrong with it is reported;
 * the plan has all that is right.  The caller frees it.
 */
struct plan *plan_read(const struct places *places, struct diag *diag);
void plan_free(struct plan *plan);

#endif
