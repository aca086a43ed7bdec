/*
 * Shared by the files of the LaTeX writer and by nobody else.
 */
#ifndef GONGBAO_RENDER_LATEX_PARTS_H
#define GONGBAO_RENDER_LATEX_PARTS_H

#include <stdbool.h>
#include <stddef.h>

#include <glib.h>

#include "doc/doc.h"

struct numbering;
struct style;

/* Levels of sections that TeX numbers: \section to \subparagraph. */
#define LATEX_LEVELS 5

struct latex {
    const struct document *document;
    const struct style *style;
    const struct numbering *numbering;
    const struct numbering *translated; /* in the second language, or NULL */
    GString *out;
    GHashTable *targets; /* id -> doc_node that a link or reference leads to */
    bool is_chinese;     /* the report */
    bool in_appendix;
    bool in_attachment;
    bool in_cell;          /* text stands on one line of the source */
    bool is_western_quote; /* the quotation that is open */
    /* A long word in a cell gets a break after so many characters; 0: none. */
    int word_max;
    /* Footnotes of a place that cannot hold them: marks there, texts after. */
    GPtrArray *deferred; /* of const struct doc_node; NULL: they may stand */
    /* Anchors of a head that is set on each page; NULL: anchors may stand. */
    GPtrArray *held; /* of const struct doc_node */
    size_t line;     /* where the last line of out begins */
    size_t measured; /* up to where out was searched for line ends */
};

/* Everything below node (not itself), in order; writes no blank line. */
void latex_content(struct latex *latex, const struct doc_node *node);

/* The inline elements and character data: latex_inline.c. */
bool latex_inline_enter(struct latex *latex, const struct doc_node *node);
void latex_inline_leave(struct latex *latex, const struct doc_node *node);

/* "\anchor{id}" or "\label{id}" where something leads to node. */
void latex_anchor(struct latex *latex, const struct doc_node *node);
void latex_label(struct latex *latex, const struct doc_node *node);

/* Footnote texts of what was written since latex_defer_begin. */
void latex_defer_begin(struct latex *latex);
void latex_defer_end(struct latex *latex);

/* Whole blocks; of a section its heading only. */
void latex_heading(struct latex *latex, const struct doc_node *section);
/*
 * A heading or caption as the contents have it, without its footnotes and line
 * breaks; NULL: it has none.  The caller g_frees it.  Written: "[{...}]".
 */
char *latex_short_title(const struct doc_node *title);
void latex_option_title(struct latex *latex, const struct doc_node *title);

/* Two languages (latex_pair.c): "second-" for a node of the second, or "". */
const char *latex_role_prefix(
    const struct latex *latex, const struct doc_node *node);
void latex_pair(struct latex *latex, const struct doc_node *pair);

/*
 * The content of a heading with that of the second language, if it has one,
 * beside it; name is TeX's of the heading.  Both as the contents have them.
 * The caption of the second language, if there is one.  numbered: whose number
 * the second has; NULL: none.
 */
void latex_pair_title(struct latex *latex, const struct doc_node *title,
    const char *name, const char *role, const struct doc_node *numbered);
void latex_pair_entry(struct latex *latex, const struct doc_node *title,
    const struct doc_node *numbered);
void latex_pair_caption(struct latex *latex, const struct doc_node *caption,
    const struct doc_node *numbered);
/* The list of attachments, the head of one, and that there are no more. */
void latex_attachments(struct latex *latex, const struct doc_node *list);
void latex_attachment(struct latex *latex, const struct doc_node *section);
void latex_finish_attachments(
    struct latex *latex, const struct doc_node *section);

void latex_table(struct latex *latex, const struct doc_node *table);
void latex_figure(struct latex *latex, const struct doc_node *figure);

/* The picture of a chart element. */
void latex_chart(struct latex *latex, const struct doc_node *chart);

/* The paragraphs of a NOTES element, each as \note{...}. */
void latex_notes(struct latex *latex, const struct doc_node *notes);

/* The widths of a table's columns in hundredths of an em: latex_columns.c. */
struct latex_columns {
    int count;
    int *widths;  /* of the text of each column */
    bool *number; /* aligned on the decimal point */
    int *before;  /* of its longest part up to the point */
    int *after;   /* of its longest part from the point on */
    char **tail;  /* that part; NULL: none */
    int gap;      /* between two columns, half of it at either edge */
};

/* line: the width of the table; gap: as above. */
void latex_columns_measure(struct latex_columns *columns,
    const struct doc_node *table, int line, int gap);
void latex_columns_clear(struct latex_columns *columns);

/* The width of count columns from first on, gaps between them included. */
int latex_columns_span(
    const struct latex_columns *columns, int first, int count);

/* The estimated width of a character, of UTF-8 text on one line. */
int latex_char_width(gunichar character);
int latex_text_width(const char *text, size_t size);

/* The width of the widest piece of text that no line break divides. */
int latex_word_width(const char *text);

/* Bytes of a cell's text that stand before the decimal point of its number;
 * all of them where there is none. */
size_t latex_whole_part(const char *text);

#endif
