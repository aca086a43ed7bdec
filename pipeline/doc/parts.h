/*
 * The steps of document_build, each in a file of its own.  Only doc/ sees
 * this header.
 */
#ifndef GONGBAO_DOC_PARTS_H
#define GONGBAO_DOC_PARTS_H

#include <stdbool.h>

#include "doc/doc.h"

struct arena;

/* space.c: folds the white space of every flow element below root. */
void doc_fold_space(struct doc_node *root);

/*
 * grid.c: gives every cell of a table its column and alignment and the table
 * its columns.  False, reported: the rows do not fill the grid.
 */
bool doc_lay_grid(struct doc_node *table, struct diag *diag);

/* verify.c: sorts the nodes with an id into document; reports what two have. */
bool doc_index_ids(
    struct document *document, struct arena *arena, struct diag *diag);

/* charts.c: one chart.  False: reported. */
bool doc_verify_chart(const struct doc_node *chart, struct diag *diag);

/* verify.c: references, list items and charts.  False: reported. */
bool doc_verify(const struct document *document, struct diag *diag);

#endif
