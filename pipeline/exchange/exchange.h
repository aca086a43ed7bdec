/*
 * Data from outside and to outside: the formats that import and export know.
 * Each has one function of the types below, named in the table of its program.
 */
#ifndef GONGBAO_EXCHANGE_EXCHANGE_H
#define GONGBAO_EXCHANGE_EXCHANGE_H

#include <stdbool.h>

#include <glib.h>

struct dataset;
struct diag;

/* One file to write. */
struct exchange_file {
    /*
     * import: the year it is about, or 0 where all is one file; export: 0, or
     * 1 for the file that explains the first one.
     */
    int which;
    GString *bytes;
};

struct exchange_files {
    GArray *items; /* of struct exchange_file */
};

void exchange_files_init(struct exchange_files *files);
void exchange_files_clear(struct exchange_files *files);

/* The bytes are taken over. */
void exchange_files_add(
    struct exchange_files *files, int which, GString *bytes);

/* What import is asked for; strings live as long as the run. */
struct exchange_request {
    const char *path;    /* of the file to read */
    const char *mapping; /* what its columns mean; NULL: not given */
    bool is_by_year;     /* a dataset for each year */
    const char *structure; /* what its codes mean (SDMX); NULL: not given */
};

/*
 * Reads a file and adds the datasets that it makes.  False: reported, and
 * nothing is written.  What was not understood is reported at its place.
 */
typedef bool exchange_import(const struct exchange_request *request,
    struct exchange_files *files, struct diag *diag);

/*
 * Adds what a dataset is in another format: file 0, and file 1 where a second
 * one says what the first one means.  Confidential values are not in it.
 */
typedef bool exchange_export(const struct dataset *dataset,
    struct exchange_files *files, struct diag *diag);

/* A table of comma-separated values, by its mapping. */
exchange_import import_csv;

/* The same from a dataset, a row an observation with all that belongs to it;
 * file 1 is the mapping by which import makes the dataset again. */
exchange_export export_csv;

/* For people: a row an indicator, a column a period. */
exchange_export export_csv_wide;

/* The dataset itself, in the one way of model/write.h. */
exchange_export export_dataset;

#endif
