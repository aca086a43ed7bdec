/*
 * Tagged PDF (ISO 32000-1, 14.7 and 14.8; ISO 14289-1): what is drawn on the
 * pages as content of structure elements, the structure tree, and the trees
 * that lead from the one to the other.  Private to render/.
 *
 * While pages are drawn the structure marks what each item belongs to; when
 * all are drawn it writes an element for each element of the document that has
 * content, in document order.
 */
#ifndef GONGBAO_RENDER_PDF_STRUCTURE_H
#define GONGBAO_RENDER_PDF_STRUCTURE_H

#include <stddef.h>

struct page_item;
struct pages;
struct pdf_attach;
struct pdf_content;
struct pdf_file;
struct pdf_object;
struct pdf_structure;

/* All are borrowed and outlive the result, which the caller frees. */
struct pdf_structure *pdf_structure_new(const struct pages *pages,
    struct pdf_object *const *objects, struct pdf_file *file,
    const struct pdf_attach *attach);
void pdf_structure_free(struct pdf_structure *structure);

/* What follows is on the page with that index. */
void pdf_structure_begin_page(struct pdf_structure *structure, size_t index);

/* Marks, in the content of the page, what the item is that is drawn next. */
void pdf_structure_mark(struct pdf_structure *structure,
    struct pdf_content *content, const struct page_item *item);

/*
 * The structural parent of the next annotation (its StructParent); the
 * annotation made of the link, by its object's number.
 */
unsigned pdf_structure_parent(const struct pdf_structure *structure);
void pdf_structure_link(struct pdf_structure *structure,
    const struct page_item *item, unsigned annotation);

/* Writes all elements; the structure tree's root. */
struct pdf_object *pdf_structure_write(struct pdf_structure *structure);

#endif
