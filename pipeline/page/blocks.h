/*
 * The elements of a document to boxes in the flow.
 */
#ifndef GONGBAO_PAGE_BLOCKS_H
#define GONGBAO_PAGE_BLOCKS_H

#include <stdbool.h>

#include <glib.h>

#include "base/len.h"
#include "page/style.h"

struct compose;
struct doc_node;
struct flow;
struct line;
struct page_item;
struct pages;
struct table;

struct blocks {
    struct compose *compose;
    struct flow *flow;
    GArray *numbers;     /* of struct toc_number: to be filled in at the end */
    struct table *table; /* that was measured last */
};

/* Everything of the document, in order. */
void blocks_add_document(struct blocks *blocks);

/* That of a p outside lists and tables. */
enum style_name blocks_paragraph_style(const struct doc_node *p);

/* The lines of a p or of a pair of them, and what they stay with. */
void blocks_add_lines(struct blocks *blocks, const struct doc_node *p,
    struct line *line, const struct text_style *style);

/* One kind of element each. */
void blocks_add_pair(struct blocks *blocks, const struct doc_node *node);
void blocks_add_cover(struct blocks *blocks, const struct doc_node *node);
void blocks_add_title(struct blocks *blocks, const struct doc_node *cover);
void blocks_add_attachment(struct blocks *blocks, const struct doc_node *h);
void blocks_add_attachments(struct blocks *blocks, const struct doc_node *list);
void blocks_add_toc(struct blocks *blocks, const struct doc_node *node);
/* With the list after it beside it, if that is its translation. */
void blocks_add_list(struct blocks *blocks, const struct doc_node *node);
void blocks_add_keyfigures(struct blocks *blocks, const struct doc_node *node);
void blocks_add_table(struct blocks *blocks, const struct doc_node *node);
void blocks_add_index(struct blocks *blocks, const struct doc_node *node);
void blocks_add_figure(struct blocks *blocks, const struct doc_node *node);

/*
 * Begins a turned page, or one that is not, unless the flow is on such a page
 * (turn.c).
 */
void blocks_turn(struct blocks *blocks, bool is_turned);

/* The same for what a heading belongs to. */
void blocks_turn_heading(struct blocks *blocks, const struct doc_node *h);

/* Length of a line there; where no page can be turned, of any line. */
len blocks_measure(const struct blocks *blocks, bool is_turned);

/* Whether a table or a figure stands on a turned page. */
bool blocks_turns_table(struct blocks *blocks, const struct doc_node *node);
bool blocks_turns_figure(
    const struct blocks *blocks, const struct doc_node *node);

/* The notes below a table or a figure. */
void blocks_add_notes(
    struct flow *flow, struct compose *compose, const struct doc_node *notes);

/* An empty list for blocks.numbers. */
GArray *toc_numbers_new(void);

/* Puts page numbers into the contents, now that they are known. */
void toc_fill(struct blocks *blocks, struct pages *pages);

#endif
