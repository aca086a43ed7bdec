/*
 * How a report looks: page, grid, colours and text styles, read from a style
 * file (data/schema/style.xsd) for the language of one report.
 */
#ifndef GONGBAO_PAGE_STYLE_H
#define GONGBAO_PAGE_STYLE_H

#include <stdbool.h>

#include <glib.h>

#include "base/len.h"
#include "page/composition.h"
#include "page/emphasis.h"
#include "page/page.h"
#include "type/font.h"

struct diag;
struct doc_node;

enum style_name {
#define STYLE(id, name) STYLE_##id,
#include "page/style_names.def"
#undef STYLE
    STYLE_COUNT
};

enum style_align {
    STYLE_JUSTIFY,
    STYLE_START,
    STYLE_CENTER,
    STYLE_END,
    STYLE_OUTSIDE, /* of page numbers: the edge away from the binding */
    STYLE_INSIDE,
};

/* A paragraph and its text.  Lengths that are em in the file are of size. */
struct text_style {
    enum style_name name;
    struct font_style font;
    len size;
    len track;  /* what an em box is set wider than size: the character grid */
    len line;   /* from baseline to baseline */
    len before; /* blank above and below; the larger of two meeting counts */
    len after;
    len indent; /* of the first line, from left */
    len left;   /* of the whole paragraph, from the edge of the column */
    len right;
    enum style_align align;
    struct page_color color;
    bool is_balanced;  /* a title: lines of about one length */
    bool is_trapezoid; /* or that grow, shrink, or grow and then shrink */
    bool is_on_grid;   /* headings and running text: begins on the line grid */
};

struct page_style {
    len width;
    len height;
    len left;        /* margin */
    len top;         /* from the page's edge to the top of the first line */
    len measure;     /* line length */
    len notes;       /* line length of footnotes */
    len depth;       /* height of the text area, whole lines of body text */
    len head;        /* baseline of the running head above the text area */
    len foot;        /* baseline of the page number below the text area */
    int chars;       /* characters of the body on a line; 0: as they come */
    bool has_grid;   /* body lines keep to multiples of the line pitch */
    bool is_counted; /* and all else takes whole lines of the body */
    bool is_turned;
    bool is_facing; /* left is the binding margin of odd pages */
};

/* The rules for paragraphs of a class, where they are others. */
struct class_composition {
    char *class;
    struct composition composition;
};

/* Sections and indexes in columns. */
struct column_style {
    int count;
    len gap;
};

/* Where the two languages of a report stand side by side. */
struct pair_style {
    len first;  /* width of the first column */
    len gutter; /* between the columns; the second has the rest */
};

struct table_style {
    len heavy; /* rules above and below */
    len light; /* rule under the head */
    len pad;   /* blank between columns, half on either side */
    len gap;   /* blank above and below a cell's text */
};

struct color_style {
    struct page_color text;
    struct page_color accent;
    struct page_color quiet;
    struct page_color rule;
    struct page_color grid; /* lines of charts */
    struct page_color tint;
    struct page_color link;
};

#define STYLE_PALETTE_MAX 8

struct style {
    char *key;        /* it is kept under; NULL: it is not kept */
    GPtrArray *files; /* paths: it and what it extends; NULL likewise */
    struct page_style page;      /* any page; of facing ones the odd */
    struct page_style verso;     /* the even ones */
    struct page_style landscape; /* the same sheets, turned */
    struct page_style landscape_verso;
    bool has_cover_page; /* else the cover's title heads the first page */
    char *number;        /* how page numbers are printed, "{}" the number */
    struct composition composition;
    struct emphasis_style emphasis;
    GArray *classes;     /* of struct class_composition */
    bool has_page_notes; /* footnotes are counted by page, not through */
    struct column_style columns;
    struct pair_style pair;
    struct table_style table;
    struct color_style colors;
    struct page_color palette[STYLE_PALETTE_MAX]; /* of charts */
    int palette_count;
    struct text_style text[STYLE_COUNT];
    struct text_style second[STYLE_COUNT]; /* of the second language */
};

/*
 * Reads the style file for a report in lang ("zh-CN" or "en") and, unless it
 * is NULL, a second language; in a batch it is kept.  The names of the file and
 * of those that it extends are added to read, which must outlive the
 * diagnostics.  NULL: reported.  The caller closes the result.
 */
struct style *style_open(const char *path, const char *lang, const char *second,
    GPtrArray *read, struct diag *diag);
void style_close(struct style *style);

/*
 * The rules for what stands in the node: those of the class that it, or else
 * the nearest element around it, has; or those for all.
 */
const struct composition *style_composition(
    const struct style *style, const struct doc_node *node);

#endif
