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

struct blocks {
    struct compose *compose;
    struct flow *flow;
    GArray *numbers; /* of struct toc_number: to be filled in at the end */
};

/* Everything of the document, in order. */
void blocks_add_document(struct blocks *blocks);

/* That of a p outside lists and tables. */
enum style_name blocks_paragraph_style(const struct doc_node *p);

/* One kind of element each. */
void blocks_add_pair(struct blocks *blocks, const struct doc_node *node);
void blocks_add_cover(struct blocks *blocks, const struct doc_node *node);
void blocks_add_toc(struct blocks *blocks, const struct doc_node *node);
/* With the list after it beside it, if that is its translation. */
void blocks_add_list(struct blocks *blocks, const struct doc_node *node);
void blocks_add_keyfigures(struct blocks *blocks, const struct doc_node *node);
void blocks_add_table(struct blocks *blocks, const struct doc_node *node);
void blocks_add_index(struct blocks *blocks, const struct doc_node *node);
void blocks_add_figure(struct blocks *blocks, const struct doc_node *node);

/* The notes below a table or a figure. */
void blocks_add_notes(
    struct flow *flow, struct compose *compose, const struct doc_node *notes);

/* An empty list for blocks.numbers. */
GArray *toc_numbers_new(void);

/* Puts page numbers into the contents, now that they are known. */
void toc_fill(struct blocks *blocks, struct pages *pages);

#endif
