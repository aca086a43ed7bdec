/*
 * Which numerals of the source documents are figures of the datasets, which
 * are declared to be none, and which are not accounted for.
 */
#ifndef GONGBAO_CHECK_COVERAGE_H
#define GONGBAO_CHECK_COVERAGE_H

#include <glib.h>

struct coverage;
struct dataset;
struct diag;

/* Of the documents in folder.  The caller frees the result, after the diag
 * that coverage_list reported to, for messages have its paths. */
struct coverage *coverage_new(const char *folder);
void coverage_free(struct coverage *coverage);

/* Marks in the dataset's documents what it cites and what it declares. */
void coverage_add(struct coverage *coverage, const struct dataset *dataset);

/*
 * Each numeral of each document, a line each, and for each document the
 * counts; reports those that are not accounted for.  The caller frees it.
 */
GString *coverage_list(struct coverage *coverage, struct diag *diag);

#endif
