/*
 * What the two ways of choosing lines share: the whole paragraph (lines.c) and
 * line after line (first_fit.c).  Only these and their tests see this header.
 */
#ifndef GONGBAO_PAGE_LINE_SEARCH_H
#define GONGBAO_PAGE_LINE_SEARCH_H

#include <stdbool.h>
#include <stdint.h>

#include <glib.h>

#include "base/len.h"
#include "page/lines.h"

struct point;

/* More than any badness. */
#define BADNESS_MAX 1000000

struct line_node {
    uint32_t point;
    int32_t previous; /* index of the node where the line begins; -1: none */
    int64_t cost;     /* of all lines up to here */
};

struct line_search {
    GArray *points; /* of struct point; the first is the beginning */
    GArray *nodes;  /* of struct line_node; the last ends the paragraph */
    GArray *active; /* of int32_t: indices of nodes, the oldest first */
    GArray *lines;  /* of struct line_range */
};

/* How a pass searches. */
struct pass {
    const struct line_shape *shape;
    int64_t tolerance; /* of badness */
    int64_t reach;     /* 256ths of its stretch; a line that needs more is not
                          tolerated; 0: any is */
    int reduction;     /* what reducing a line costs less than widening it */
    bool is_last;      /* sets lines too long rather than fail */
};

/* The line from a to b is longer than it can be made to fit. */
bool line_is_overfull(const struct pass *pass, const struct point *a,
    const struct point *b, len measure);

int64_t line_badness(const struct pass *pass, const struct point *a,
    const struct point *b, len measure);

/* Length of the line that begins at the point with that index. */
len line_measure(const struct pass *pass, uint32_t point);

/*
 * Makes each line as full as it gets, by the points of the search, and a node
 * of each.  False: some line cannot end where it may; nothing is wrong with
 * that unless the pass is the last.
 */
bool first_fit(struct line_search *search, const struct pass *pass);

#endif
