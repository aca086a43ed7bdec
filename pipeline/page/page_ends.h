/*
 * What choosing where pages end (page_ends.c) and filling one of them, with its
 * costs (page_filling.c), share.  Only these see this header.
 */
#ifndef GONGBAO_PAGE_PAGE_ENDS_H
#define GONGBAO_PAGE_PAGE_ENDS_H

#include "page/flow_parts.h"

/* A box that waits. */
struct slot {
    struct flow_box *box;
    /*
     * The display, a table or figure, that it may come before: slots from
     * first to end; or -1.
     */
    int display_first;
    int display_end;
    int text_end; /* after its paragraph */
};

/*
 * The best way to have so many boxes on pages.  Where a display waits, the text
 * that is counted begins behind it.
 */
struct way {
    int64_t cost; /* negative: there is none */
    int from;     /* the way that its last page begins at */
    len notes;    /* the end of the notes that are placed */
    bool is_tight;
};

struct search {
    struct flow *flow;
    struct slot *slots;
    int count;
    /* Two for each number of boxes: all of them, a display waits among them. */
    struct way *ways;
    enum flow_more more;
};

static inline int way_index(int boxes, bool waits)
{
    return 2 * boxes + waits;
}

/* What a page may end in: a stretch of slots, and what is counted there. */
enum stretch_kind {
    STRETCH_PLAIN,   /* each box: all boxes up to it are on pages */
    STRETCH_BEFORE,  /* none: other pages end there in any case */
    STRETCH_WAITS,   /* each box: up to it, a display waits */
    STRETCH_DISPLAY, /* the last box: the display that has waited is there */
};

struct stretch {
    int first;
    int end;
    enum stretch_kind kind;
    int next; /* STRETCH_DISPLAY: the boxes that are on pages after it */
};

/* An end of the page that may be taken; to: its way, or -1. */
struct end {
    int to;
    struct way way;
};

/* Filling a page, box by box, from the end of a way. */
struct filling {
    const struct search *search;
    int from;
    const struct flow_box *previous;
    len y;             /* the foot of the last box */
    len tight;         /* the same with blanks as low as they may be */
    len lower;         /* what charts can give */
    len carried;       /* notes that come from the page before, as they count */
    len notes_at;      /* the end of those that its own boxes begin after */
    bool is_found;     /* an end that leaves no half of the page blank */
    struct end sparse; /* the last end that does */
    struct end broken; /* the last box that fits, though none may end there */
    int stop;          /* the slot that the page does not hold */
};

/* What nothing after a page's end makes up for: 40 in terms of penalties. */
#define FILLING_BEATEN 4000

/* Begins a page at the end of a way. */
void filling_begin(
    struct filling *filling, const struct search *search, int from);

/* Adds the boxes of a stretch, and tries the ends; false: the page is full. */
bool filling_add(struct filling *filling, const struct stretch *stretch);

/* Takes the best of the ends that are not good, if there is no other. */
void filling_close(struct filling *filling);

#endif
