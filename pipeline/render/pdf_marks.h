/*
 * What of the pages belongs to which element of the document: a list of
 * marks, made while pages are drawn, then read by element.  Private to
 * pdf_structure.c and the writers of elements.
 */
#ifndef GONGBAO_RENDER_PDF_MARKS_H
#define GONGBAO_RENDER_PDF_MARKS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <glib.h>

struct doc_node;
struct page_item;

/* A marked-content sequence, or an annotation; there are very many. */
struct pdf_mark {
    const struct doc_node *owner; /* the block that it is part of */
    const struct page_item *item; /* the first one in it */
    uint32_t page;                /* index */
    uint32_t id : 31;             /* MCID, or the annotation's object number */
    bool is_annotation : 1;
};

struct pdf_marks {
    GArray *list;   /* of struct pdf_mark */
    bool is_sorted; /* by owner, and as drawn */
    size_t next;    /* behind the marks found last */
};

/*
 * The block that content of an item is part of: the element that holds its
 * paragraph, or the value that a key figure's unit stands with; NULL: an
 * artifact.
 */
const struct doc_node *pdf_marks_owner(const struct page_item *item);

/*
 * The outermost inline element around the item that has a structure element of
 * its own (a link, a note's mark, a passage in another language), below top;
 * NULL: the item is content of top itself.
 */
const struct doc_node *pdf_marks_inner(
    const struct page_item *item, const struct doc_node *top);

/* A text is in the language of the element that it is marked as part of; an
 * entry of contents in two languages has both. */
bool pdf_marks_is_translation(const struct page_item *item);

/* The marks of a block, in the order that they were drawn in. */
const struct pdf_mark *pdf_marks_find(
    struct pdf_marks *marks, const struct doc_node *owner, size_t *count);

#endif
