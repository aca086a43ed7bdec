/*
 * Finished pages: what stands where.  Made by page/, read by the devices in
 * render/.  Lengths in len units; x from the left edge of the page to the
 * right, y from the TOP edge DOWN, to baselines for text.  The items of a page
 * are in reading order.  Everything lives in one arena, glyphs and texts in one
 * inside it.
 */
#ifndef GONGBAO_PAGE_PAGE_H
#define GONGBAO_PAGE_PAGE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/len.h"

struct arena;
struct doc_node;
struct document;
struct font;

/* sRGB. */
struct page_color {
    uint8_t red;
    uint8_t green;
    uint8_t blue;
};

/* What an item is to a reader who does not see the page. */
enum page_role {
    PAGE_CONTENT,  /* part of the document's text, in order */
    PAGE_ARTIFACT, /* running head, page number, rule, repeated table head */
};

/* Which part of its element an item is. */
enum page_part {
    PAGE_BODY,  /* its content */
    PAGE_LABEL, /* the mark of a list's item, the number of a note */
    PAGE_MARK,  /* of a footnote, in the text */
    PAGE_ENTRY, /* of contents, whose element it is */
    PAGE_HEAD,  /* an artifact: the running head */
    PAGE_FOOT,  /* an artifact: the page number */
};

/*
 * A length where there are very many: half of a len, in its units, it reaches
 * over a sheet of eleven metres.
 */
typedef int32_t page_len;

/* One glyph; the text it stands for ends where the next glyph's begins. */
struct page_glyph {
    uint16_t id;
    uint16_t text; /* offset of its first byte in the run's text */
    page_len x;    /* of its origin, from the run's x */
};

/*
 * Glyphs of one face and size on one baseline.  Blanks inside a line are
 * glyphs like others; there is none at its end.  A hyphen that a line break
 * brought in stands for U+00AD in the text.
 */
struct page_text {
    const struct font *font;
    const char *text; /* UTF-8: what is copied and searched */
    const struct page_glyph *glyphs;
    const page_len *rises; /* of the glyphs above the baseline; NULL: none is */
    uint32_t text_size;
    uint32_t count;
    page_len size;
    page_len x;
    page_len y;
    page_len width;   /* from x to the end of the last advance */
    page_len outline; /* around the glyphs, to make them bolder; 0: none */
    struct page_color color;
    bool is_chinese : 1; /* its language; else English */
    bool ends_word : 1;  /* the line ends where a blank is not set */
};

/* How far glyph i is above the baseline: superscripts. */
static inline len page_text_rise(const struct page_text *text, size_t i)
{
    return text->rises != NULL ? text->rises[i] : 0;
}

/* A filled rectangle, x and y its upper left corner: rules, bars. */
struct page_fill {
    len x;
    len y;
    len width;
    len height;
    struct page_color color;
    int pattern; /* 0: solid; 1 to 3: hatchings for charts */
};

/* A polyline or polygon. */
struct page_point {
    len x;
    len y;
};
struct page_path {
    const struct page_point *points;
    size_t count;
    bool is_closed;
    bool is_filled;
    len width; /* of the stroke; 0: none */
    len dash;  /* on and off; 0: solid */
    struct page_color color;
};

/* A link area, upper left corner and size. */
struct page_link {
    len x;
    len y;
    len width;
    len height;
    const char *uri;      /* an address, or NULL */
    const char *to;       /* an anchor's name, or NULL */
    const char *contents; /* what it leads to, for a reader who hears it */
};

/* A place that links lead to. */
struct page_anchor {
    const char *name;
    len x;
    len y;
};

enum page_item_kind {
    PAGE_TEXT,
    PAGE_FILL,
    PAGE_PATH,
    PAGE_LINK,
    PAGE_ANCHOR,
};

struct page_item {
    struct page_item *next;
    enum page_item_kind kind : 8;
    enum page_role role : 8;
    enum page_part part : 8;
    uint32_t entry; /* of contents: which, from 0 */
    /* The element that it comes from: structure and position; NULL: none. */
    const struct doc_node *node;
    union {
        struct page_text text;
        struct page_fill fill;
        struct page_path path;
        struct page_link link;
        struct page_anchor anchor;
    } as;
};

/*
 * A page whose content is turned by a quarter against the clock, its head at
 * the left edge: the lengths of its items are those of the page as its reader
 * holds it, height wide and width high.  What stands around it is upright.
 */
struct page {
    len width; /* of the sheet, turned or not */
    len height;
    const char *label; /* "i", "1": what a viewer shows */
    struct page_item *first;
    struct page_item *last;
    const struct page_item *upright; /* of a turned page: from this item on */
    bool is_turned;
};

/* An entry of the document outline (bookmarks). */
struct page_outline {
    int level; /* 1: the outermost */
    const char *title;
    size_t page; /* index in pages */
    len y;       /* turned with the page */
};

struct pages {
    const struct document *document; /* title, author, language, date */
    struct page *pages;
    size_t count;
    struct page_outline *outline;
    size_t outline_count;
    const char *patterns; /* file of hyphenation that was read; NULL: none */
    /* Of glyphs, their rises and their texts, a third of the memory: may be
     * dropped when all is drawn.  NULL: they live elsewhere. */
    struct arena *texts;
};

#endif
