/*
 * A paragraph to lines of page items.
 */
#ifndef GONGBAO_PAGE_PARA_H
#define GONGBAO_PAGE_PARA_H

#include <stddef.h>
#include <stdint.h>

#include "page/page.h"
#include "page/style.h"

struct arena;
struct compose;
struct doc_node;
struct line_range;

/* A footnote whose mark stands in a line. */
struct note_mark {
    struct note_mark *next;
    const struct doc_node *note;
};

/* Items with x from the left edge of the column and y from the baseline. */
struct line {
    struct line *next;
    struct page_item *first;
    struct page_item *last;
    struct page_item *second; /* of a pair: the other column's, or NULL */
    struct note_mark *notes;
    len width; /* from the edge of the column to the end of the text */
};

struct para {
    const struct doc_node *node; /* whose inline content it is */
    const struct text_style *style;
    const char *prefix; /* text of the program's before it, or NULL */
    len prefix_gap;     /* width of the blank that ends it; 0: as is */
    const char *suffix; /* text of the program's after it, or NULL */
    len measure;        /* width of the column */
    enum page_role role;
    enum page_part part;
    struct arena *lines; /* where they go; NULL: the document's */
};

/* The lines of a paragraph, items in the document's arena; NULL: no text. */
struct line *para_set(struct compose *compose, const struct para *para);

/* The same for text of the program's own, which belongs to node. */
struct line *para_set_text(
    struct compose *compose, const struct para *para, const char *text);

/* The same for a flat list that is finished already. */
struct line *para_set_flat(struct compose *compose, const struct para *para);

/* Fills the flat list with the paragraph, for para_set_flat or measuring. */
void para_fill(struct compose *compose, const struct para *para);

/* From the top of a line of this style to its baseline. */
len para_baseline(const struct text_style *style);

/* Moves items from first on. */
void items_shift(struct page_item *first, len x, len y);

/* The last text of a list ends a word: a blank parts it from what is next. */
void items_end_word(struct page_item *first);

/* How well a line fits its measure. */
struct line_fit {
    len rest;     /* what it is too short; negative: too long */
    int64_t over; /* thousandths of an em that a blank is too wide */
};

/* Changes the line's blanks so that it gets that much wider (justify.c). */
struct line_fit justify_line(
    struct compose *compose, const struct line_range *range, len change);

#endif
