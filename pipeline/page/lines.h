/*
 * The lines of a paragraph: the set of breaks that makes the whole paragraph
 * best (Knuth and Plass 1981), in integers.
 */
#ifndef GONGBAO_PAGE_LINES_H
#define GONGBAO_PAGE_LINES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/len.h"

struct compose;
struct line_search;

struct line_shape {
    len first; /* length of the first line */
    len rest;  /* of the others */
    bool is_justified;
    bool is_balanced;  /* lines of about one length */
    bool is_trapezoid; /* of those, ones that grow and then shrink */
};

/* The items of one line; blanks at its ends are left out. */
struct line_range {
    size_t first;
    size_t last;
    bool has_hyphen; /* one is to be added */
    bool is_broken;  /* ends where no line may end: nothing else would do */
    bool is_last;    /* of the paragraph, or before a forced break */
};

struct line_search *line_search_new(void);
void line_search_free(struct line_search *search);

/*
 * Breaks the finished flat list of the paragraph.  Returns the number of lines;
 * lines_at has them until the next call.
 */
size_t lines_break(struct compose *compose, const struct line_shape *shape);
const struct line_range *lines_at(const struct compose *compose, size_t i);

/* Natural width of a line, marks at its ends trimmed, and its hyphen's. */
len lines_width(const struct compose *compose, const struct line_range *range);
len lines_hyphen_width(const struct compose *compose, size_t item);

/*
 * How bad a line is that is changed by that much where so much may be: 100 if
 * it is all of it, growing with the cube up to 10000, past which no line is
 * good, and from there on evenly, for the least bad to be found.
 */
int64_t lines_badness(len change, len capacity);

#endif
