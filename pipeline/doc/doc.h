/*
 * The document tree: what a report says, in one language.  Built from
 * document XML by build.h, read by the LaTeX writer (the tree) and by the
 * page maker.  All nodes and strings live in the document's arena.
 *
 * White space is normalised when the tree is built: a run of it is one blank,
 * none stands at the beginning or end of a flow element, and a run with a line
 * break between two Han characters or beside a full-width mark is nothing at
 * all.
 */
#ifndef GONGBAO_DOC_DOC_H
#define GONGBAO_DOC_DOC_H

#include <stdbool.h>
#include <stddef.h>

#include "base/diag.h"

enum doc_kind {
#define DOC_KIND(kind, name, content) DOC_##kind,
#include "doc/doc_kinds.def"
#undef DOC_KIND
    DOC_KIND_COUNT
};

enum doc_content {
    DOC_CONTENT_TEXT,
    DOC_CONTENT_INLINE,
    DOC_CONTENT_FLOW,
    DOC_CONTENT_STRUCT,
    DOC_CONTENT_EMPTY,
};

enum doc_align { DOC_START, DOC_END, DOC_CENTER, DOC_DECIMAL };
enum doc_scope {
    DOC_SCOPE_COL,
    DOC_SCOPE_ROW,
    DOC_SCOPE_COLGROUP,
    DOC_SCOPE_ROWGROUP,
};
enum doc_chart {
    DOC_BAR,
    DOC_HBAR,
    DOC_GROUPED_BAR,
    DOC_STACKED_BAR,
    DOC_STACKED_HBAR,
    DOC_LINE,
    DOC_SLOPE,
    DOC_MULTIPLES,
};
enum doc_toc { DOC_TOC_SECTIONS, DOC_TOC_TABLES, DOC_TOC_FIGURES };
enum doc_ref { DOC_REF_NUMBER, DOC_REF_PAGE, DOC_REF_TITLE };

/* In the alt of a chart: what follows is the second language's. */
#define DOC_ALT_SECOND "\u2028"

struct doc_chart_data {
    enum doc_chart type;
    const char *alt;  /* in both languages of a report that has two */
    size_t alt_first; /* how much of it is the first one's; 0: all */
    const char *unit; /* NULL: none */
};

struct doc_link_data {
    const char *href;  /* "#id" or an address */
    const char *title; /* what it leads to, in words; NULL: not said */
};

struct doc_ref_data {
    const char *to;
    enum doc_ref what;
};

struct doc_point_data {
    const char *value; /* a decimal; NULL: none here */
    const char *label; /* the value as text; NULL: none */
    bool is_break;     /* no line leads to it */
};

#define DOC_LINE_MAX ((1U << 25) - 1)
#define DOC_COLUMNS_MAX ((1 << 16) - 1)
#define DOC_ROWS_MAX ((1 << 26) - 1)

/* There are very many of them: kept small. */
struct doc_node {
    enum doc_kind kind : 6;
    bool is_chinese : 1; /* its own language or inherited; else English */
    unsigned line : 25;  /* in the document XML; DOC_LINE_MAX: or beyond */
    union {
        int col;            /* of an element */
        unsigned text_size; /* DOC_TEXT: bytes */
    };
    struct doc_node *parent;
    struct doc_node *first;
    struct doc_node *last;
    struct doc_node *next;
    struct doc_node *previous;
    const char *id;    /* NULL: none; unique in the document */
    const char *class; /* NULL: none */
    union {
        const char *file; /* DOC_REPORT: the document XML's; NULL: none */
        const char *text; /* DOC_TEXT: UTF-8, ended by a zero byte */
        struct {
            int columns; /* of the grid, spans counted */
        } table;         /* DOC_TABLE */
        struct {
            unsigned colspan : 16;    /* DOC_COLUMNS_MAX: or more */
            unsigned column : 16;     /* first grid column, from 0 */
            unsigned rowspan : 26;    /* DOC_ROWS_MAX: or more */
            enum doc_align align : 3; /* its own or its column's */
            enum doc_scope scope : 2; /* of a TH */
            bool has_align : 1;       /* align is its own */
        } cell;                       /* DOC_TH, DOC_TD */
        enum doc_align align;         /* DOC_COL */
        struct {
            int start;
        } list; /* DOC_OL */
        struct {
            bool is_numbered; /* and all sections above it are */
            int level;        /* 1: the outermost */
        } section;            /* DOC_SECTION */
        struct {
            enum doc_toc of;
            int depth;                      /* of sections */
        } toc;                              /* DOC_TOC */
        const struct doc_link_data *link;   /* DOC_A */
        const struct doc_ref_data *ref;     /* DOC_REF */
        const struct doc_chart_data *chart; /* DOC_CHART */
        const char *label; /* DOC_SERIES; DOC_CATEGORY: its total, or NULL */
        const struct doc_point_data *point; /* DOC_POINT */
    } as;
};
_Static_assert(DOC_KIND_COUNT <= 64, "doc_node.kind");

/* "zh-CN" or "en". */
static inline const char *doc_lang(const struct doc_node *node)
{
    return node->is_chinese ? "zh-CN" : "en";
}

/* Where the element, or that of the text, begins. */
struct diag_pos doc_pos(const struct doc_node *node);

struct document {
    struct doc_node *root;    /* DOC_REPORT */
    const char *lang;         /* of the report: "zh-CN" or "en" */
    const char *translation;  /* its second language, or NULL */
    const char *date;         /* ISO 8601 */
    const char *title;        /* document information; the rest may be NULL */
    const char *second_title; /* in the second language */
    const char *author;
    const char *subject;
    const char *keywords;
    const struct doc_node **ids; /* those with an id, by strcmp: doc_find's */
    size_t id_count;
};

/* The node is in the second language of a report that has two. */
static inline bool doc_is_translation(
    const struct document *document, const struct doc_node *node)
{
    return document->translation != NULL &&
           node->is_chinese != document->root->is_chinese;
}

/* The element's name ("section"); the kind's class of content. */
const char *doc_kind_name(enum doc_kind kind);
enum doc_content doc_kind_content(enum doc_kind kind);

/*
 * The next node of a walk in document order that stays below top: first child,
 * else next sibling, else the next sibling of the nearest ancestor.  NULL: end.
 * doc_skip leaves the children of node out.
 */
const struct doc_node *doc_next(
    const struct doc_node *node, const struct doc_node *top);
const struct doc_node *doc_skip(
    const struct doc_node *node, const struct doc_node *top);

/* The first child of that kind, or NULL. */
const struct doc_node *doc_child(
    const struct doc_node *node, enum doc_kind kind);

/* The next sibling if of the same kind: a title's second language; or NULL. */
const struct doc_node *doc_second(const struct doc_node *node);

/* True if the class attribute of the node has this word. */
bool doc_has_class(const struct doc_node *node, const char *word);

/* Whether a chart has values that can be compared; else it is not drawn, and
 * its text stands in its place. */
bool doc_chart_compares(const struct doc_node *chart);

/*
 * The last element before the body: the contents with the lists that follow
 * them, else the cover; NULL: the document begins with its body.
 */
const struct doc_node *doc_front_end(const struct document *document);

/*
 * True of a section that begins a page: a summary, which has its page to
 * itself, and what follows it; but for a summary in two languages, which goes
 * on for a few lines of a second page.
 */
bool doc_begins_page(
    const struct document *document, const struct doc_node *section);

/*
 * The child that says what a section, a table, a figure or a key figure is
 * called; NULL: none.
 */
const struct doc_node *doc_heading(const struct doc_node *node);

/*
 * How many key figures row (from 0) of their grid has, of most at most: the
 * rows are full, and the first ones, of fewer and wider figures, matter most.
 */
int doc_key_row(const struct doc_node *keyfigures, int most, int row);

/* The node with this id, or NULL. */
const struct doc_node *doc_find(
    const struct document *document, const char *id);

/*
 * All character data below node, in order, as one string (footnotes left out,
 * br as a blank); the caller g_frees it.
 */
char *doc_text(const struct doc_node *node);

/* The same with br as a line break. */
char *doc_lines(const struct doc_node *node);

#endif
