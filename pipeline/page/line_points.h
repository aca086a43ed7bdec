/*
 * The points of a paragraph where a line may end, with what a line between two
 * of them measures.  Only lines.c and its tests see this header.
 */
#ifndef GONGBAO_PAGE_LINE_POINTS_H
#define GONGBAO_PAGE_LINE_POINTS_H

#include <stdbool.h>
#include <stdint.h>

#include <glib.h>

#include "base/len.h"

struct compose;

/* From the beginning of the paragraph. */
struct sums {
    len width;
    len shrink;
    len stretch;
};

struct point {
    struct sums end;   /* of a line that ends here, from the beginning */
    struct sums start; /* of the line that begins after it */
    uint32_t last;     /* the last item that is set */
    uint32_t next;     /* the first one of the next line */
    uint8_t permit;
    bool is_emergency;
};

/*
 * Fills points (of struct point) in order, the beginning first; with_all: also
 * between any two characters, for what is wider than the line.
 */
void line_points_find(
    const struct compose *compose, GArray *points, bool with_all);

/* C11: takes away points that leave less than two characters behind. */
void line_points_keep_ends(const struct compose *compose, GArray *points);

#endif
