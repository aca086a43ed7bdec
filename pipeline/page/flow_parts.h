/*
 * What filling pages (flow.c), filling columns (columns.c) and making pages
 * (ship.c) share.  Only these see this header.
 */
#ifndef GONGBAO_PAGE_FLOW_PARTS_H
#define GONGBAO_PAGE_FLOW_PARTS_H

#include <glib.h>

#include "page/flow.h"

struct flow {
    struct compose *compose;
    struct flow_box *first; /* waiting for the page */
    struct flow_box *last;
    len height;                /* of what waits */
    len notes;                 /* height of its footnotes and those carried */
    struct flow_note *carried; /* lines that the page before had no room for */
    int bound;                 /* lines that the last heading still needs */
    bool is_column;            /* makes no pages */
    bool is_front;
    int number;          /* of the page that is being filled, from 1 */
    const char *section; /* title for the running head */
    GArray *pages;       /* of struct page */
    GArray *outline;     /* of struct page_outline */
};

/* The top of a box that follows one that ends at y. */
len flow_box_top(const struct flow *flow, const struct flow_box *previous,
    const struct flow_box *box, len y);

/* The rule that closes a table cut after this box. */
len flow_closing(const struct flow_box *box);

/* Makes a page that ends with that box; NULL: of what is left of notes. */
void flow_ship(struct flow *flow, struct flow_box *last);

/* Of facing pages: ends the sheet, so that the next page is an odd one. */
void flow_end_sheet(struct flow *flow);

#endif
