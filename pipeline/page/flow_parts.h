/*
 * What collecting boxes (flow.c), choosing where pages end (page_ends.c),
 * filling columns (columns.c) and making pages (ship.c) share.  Only these see
 * this header.
 */
#ifndef GONGBAO_PAGE_FLOW_PARTS_H
#define GONGBAO_PAGE_FLOW_PARTS_H

#include <glib.h>

#include "page/flow.h"

/* In so many steps blanks are made lower, each by this part of itself. */
#define FLOW_SQUEEZE_MAX 4
#define FLOW_SQUEEZE_PART 16

struct flow {
    struct compose *compose;
    struct flow_box *first; /* waiting for the page */
    struct flow_box *last;
    len height;              /* of what waits */
    len notes_end;           /* height of all notes that have come */
    struct flow_note *notes; /* the first line that is on no page yet */
    struct flow_note *note;  /* the last one that has come */
    int bound;               /* lines that the last heading still needs */
    enum flow_kind kind;     /* of the block that is being added */
    bool begins_block;       /* with the next box */
    int squeeze;             /* of the page that is being made */
    bool is_column;          /* makes no pages */
    bool is_front;
    int number;          /* of the page that is being filled, from 1 */
    const char *section; /* title for the running head */
    GArray *pages;       /* of struct page */
    GArray *outline;     /* of struct page_outline */
};

/* The top of a box that follows one that ends at y; NULL: it is the first. */
len flow_box_top(const struct flow *flow, const struct flow_box *previous,
    const struct flow_box *box, len y);

/* The same with blanks that are lower by so many steps. */
len flow_squeezed_top(const struct flow *flow, const struct flow_box *previous,
    const struct flow_box *box, len y, int squeeze);

/* The rule that closes a table cut after this box. */
len flow_closing(const struct flow_box *box);

/* What a page of that much text and notes needs. */
len flow_needed(const struct flow *flow, len height, len notes);

/* Height of the notes that are on no page yet, up to end. */
len flow_notes_waiting(const struct flow *flow, len end);

/* A page: its last box, and whether blanks and charts give way for it. */
struct flow_end {
    struct flow_box *last;
    bool is_tight;
};

/* Makes a page that ends with that box; NULL: of what is left of notes. */
void flow_ship(struct flow *flow, struct flow_box *last);

/* Of facing pages: ends the sheet, so that the next page is an odd one. */
void flow_end_sheet(struct flow *flow);

/* What there is to choose by. */
enum flow_more {
    FLOW_MORE, /* goes on; pages are wanted that the rest cannot change much */
    FLOW_OPEN, /* goes on below the last box; all pages but the last */
    FLOW_DONE, /* nothing comes on these pages; all of them */
};

/*
 * The ends of pages that are best for all that waits, the first ones of them;
 * what follows a table and comes before it is put there.
 */
GArray *flow_page_ends(struct flow *flow, enum flow_more more);

#endif
