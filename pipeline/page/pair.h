/*
 * Two languages side by side: lines of one column beside those of the other.
 */
#ifndef GONGBAO_PAGE_PAIR_H
#define GONGBAO_PAGE_PAIR_H

#include "base/len.h"

struct blocks;
struct compose;
struct doc_node;
struct line;
struct para;

/* Where the second column begins, and its width. */
len pair_second_x(const struct compose *compose);
len pair_second_width(const struct compose *compose);

/*
 * Puts the lines of the second column beside those of the first; where one
 * has fewer, its column stays blank.  Either may be NULL.  The items of the
 * second are kept apart, so that pages have them in the order of reading.
 */
struct line *pair_beside(
    const struct compose *compose, struct line *first, struct line *second);

/*
 * Sets a title over the line, or title and second beside each other.  para is
 * what the title is to be set with; the second has its own style.
 */
struct line *pair_set_title(struct compose *compose, struct para *para,
    const struct doc_node *numbered);

#endif
