/*
 * Where links lead and what they are called.
 */
#ifndef GONGBAO_PAGE_LINK_H
#define GONGBAO_PAGE_LINK_H

struct compose;
struct doc_node;
struct page_link;

/* Fills in address or anchor, and contents, for an a or a ref. */
void link_target(struct compose *compose, const struct doc_node *node,
    struct page_link *link);

/* The name of the anchor of a node: its id, or one made for it. */
const char *link_anchor(
    const struct compose *compose, const struct doc_node *node);

#endif
