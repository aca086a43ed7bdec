/*
 * Titles of several lines: lines of about one length that end where a reader
 * would pause.  Only lines.c and its tests see this header.
 */
#ifndef GONGBAO_PAGE_BALANCE_H
#define GONGBAO_PAGE_BALANCE_H

#include <glib.h>

struct compose;
struct line_shape;

/*
 * Of the points (of struct point) of a paragraph that is longer than a line,
 * keeps those where its lines end best, and forces them.  Where no choice of
 * them fits the shape, all points stay as they are.
 */
void balance_points(const struct compose *compose,
    const struct line_shape *shape, GArray *points);

#endif
