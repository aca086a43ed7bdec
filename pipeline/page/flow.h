/*
 * Boxes one below the other, onto pages.  The maker of blocks adds boxes in
 * reading order; pages are made when some more has come than they hold, so
 * that where each ends is chosen with a view to those after it.
 */
#ifndef GONGBAO_PAGE_FLOW_H
#define GONGBAO_PAGE_FLOW_H

#include <stdbool.h>
#include <stddef.h>

#include "page/page.h"

struct compose;
struct doc_node;
struct flow;
struct flow_box;
struct line;
struct note_mark;
struct text_style;

/* Cost of a page break after a box: 0 is free, FLOW_NEVER forbids it. */
#define FLOW_NEVER 10000
#define FLOW_ROW 10       /* between rows of a long table */
#define FLOW_SHORT_ROW 16 /* of a short one: where a fifth would be blank */
#define FLOW_SINGLE_ROW 8 /* more, where one row of a group stands alone */
#define FLOW_FEW_ROWS 16  /* more, where the last few rows do */
#define FLOW_LONE_ITEM 6  /* one item of a list on either side */

/* Whether a block of boxes keeps its place among the others. */
enum flow_kind {
    FLOW_FIXED,
    FLOW_DISPLAY, /* a table or figure: what follows may come before it ... */
    FLOW_TEXT,    /* ... if it is a paragraph that stands for itself */
};

/* A line of a footnote. */
struct flow_note {
    struct flow_note *next;
    struct page_item *first; /* y from its top */
    len height;
    len at; /* height of all lines of the flow before it */
    const struct doc_node *begins; /* the footnote, if it is its first line */
};

/* What is printed again when a page begins inside a table. */
struct flow_repeat {
    len height;  /* of the head */
    len closing; /* height of the rule where the page ends */
    /* Makes the items, artifacts, y from the top. */
    struct page_item *(*make_head)(
        struct compose *compose, struct flow_repeat *repeat);
    struct page_item *(*make_closing)(
        struct compose *compose, struct flow_repeat *repeat);
    void *data;
};

/* A box that may be drawn lower rather than leave a hole before it. */
struct flow_lower {
    len most; /* that it can give */
    /* Gives the box new items and its new height, by less than before. */
    void (*make)(struct compose *compose, struct flow_box *box, len by);
    void *data;
};

/* An entry of the document outline that begins in a box. */
struct flow_mark {
    struct flow_mark *next;
    int level;
    const char *title;
    len y; /* from the top of the box */
};

struct flow_box {
    struct flow_box *next;
    struct page_item *first; /* x from the column's edge, y from the top */
    struct page_item *last;
    struct page_item *second; /* of a pair: the other column's, or NULL */
    bool goes_on;             /* the pair does, in the next box */
    len height;
    len before; /* blank above and below: the larger of two that meet */
    len after;
    int penalty;                /* of a page break after it */
    bool is_on_grid;            /* a line of running text or a heading */
    bool is_snapped;            /* the first one: its top is put on the grid */
    bool is_text;               /* a line of a paragraph */
    bool is_heading;            /* stays with two lines after it */
    struct flow_note *notes;    /* whose marks it holds */
    struct flow_repeat *repeat; /* of the table that it continues */
    struct flow_mark *mark;
    struct flow_lower *lower; /* how it is made lower; NULL: it is not */
    /* The flow's own. */
    enum flow_kind kind; /* of its block */
    bool is_first;       /* of its block */
    bool is_moved;       /* its block, behind a paragraph that followed it */
    len notes_start;     /* height of all notes before its own */
    len notes_end;       /* and to the last of them */
    len notes_least;     /* to what of them stands on its page in any case */
};

/* The caller frees it with flow_finish. */
struct flow *flow_new(struct compose *compose);

/*
 * A flow that makes no pages: boxes of columns.  They are handed over with
 * their penalties, and the flow is freed.
 */
struct flow *flow_new_column(struct compose *compose);
struct flow_box *flow_take_column(struct flow *flow);

/* True where boxes are only collected: no page of its own can begin there. */
bool flow_is_column(const struct flow *flow);

/* What is added from here on is a block of that kind. */
void flow_begin_block(struct flow *flow, enum flow_kind kind);

/* Adds a box, which is in the arena. */
void flow_add(struct flow *flow, struct flow_box *box);

/* Ends the page, if there is anything on it. */
void flow_new_page(struct flow *flow);

/* Ends the page; what follows is the body, and its pages count from 1. */
void flow_begin_body(struct flow *flow);

/* A page of its own without running head and number. */
void flow_add_plain_page(struct flow *flow, struct page_item *first);

/* No page ends after the last box that was added. */
void flow_keep(struct flow *flow);

/* That a page ends there costs so much at least. */
void flow_penalize(struct flow *flow, int penalty);

/*
 * Blank that is left on the page below what is there.  Settles where the pages
 * before it end, so that only what must be made to measure asks.
 */
len flow_room(struct flow *flow);

/* Ends the last page and hands the pages over, in the arena. */
struct pages *flow_finish(struct flow *flow);

/* New boxes. */
struct flow_box *flow_box_new(struct compose *compose);
void flow_box_append(struct flow_box *box, struct page_item *first);

/* Adds the lines of a paragraph as boxes, with what keeps them together. */
void flow_add_lines(struct flow *flow, struct compose *compose,
    struct line *line, const struct text_style *style, struct flow_mark *mark,
    const char *anchor);

/* The same, kept together and with what follows: a caption above notes. */
void flow_add_kept(struct flow *flow, struct compose *compose,
    struct line *line, const struct text_style *style, const char *anchor);

/* The lines of a heading: kept together and with two lines that follow. */
void flow_add_heading(struct flow *flow, struct compose *compose,
    struct line *line, const struct text_style *style, struct flow_mark *mark,
    const char *anchor);

/* Sets the footnotes of marks (notes.c), line by line; NULL: there are none. */
struct flow_note *flow_notes(
    struct compose *compose, const struct note_mark *marks);
/*
 * The number of a note.  Where notes are counted by page it is that of the
 * pass before, to which flow_note_count says what it is in this one.
 */
const char *flow_note_number(
    struct compose *compose, const struct doc_node *note);
void flow_note_count(
    struct compose *compose, const struct doc_node *note, int number);

len flow_notes_gap(const struct compose *compose); /* above the first note */

/*
 * How much of the lines from note to end (a height, as at) that room holds,
 * gap not included, if no line of a note is left alone; 0 if none fits.
 */
len flow_notes_fit(const struct flow_note *note, len end, len room);

/* The end (as at) of what stands on the page of the notes' marks. */
len flow_notes_least(const struct flow_note *notes, len end);

struct page_item *flow_notes_rule(struct compose *compose);

/*
 * Running head and page number of a page (furniture.c); section: that it
 * begins in, or NULL; is_verso: the back of a sheet of facing pages.
 */
struct page_item *flow_furniture(struct compose *compose, const char *section,
    const char *label, bool is_verso);

/* i, ii, iii ... in the arena. */
const char *flow_roman(struct compose *compose, int n);

/* Items of the page maker's own. */
struct page_item *flow_item(struct compose *compose, enum page_item_kind kind,
    enum page_role role, const struct doc_node *node);
struct page_item *flow_anchor(
    struct compose *compose, const struct doc_node *node, const char *name);
struct page_item *flow_fill(struct compose *compose, len x, len y, len width,
    len height, struct page_color color);

/* Joins two lists of items; either may be NULL. */
struct page_item *items_join(struct page_item *a, struct page_item *b);

#endif
