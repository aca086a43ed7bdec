/*
 * What leads from place to place: links, their targets, and the outline.
 * Private to render/.
 */
#ifndef GONGBAO_RENDER_PDF_LINKS_H
#define GONGBAO_RENDER_PDF_LINKS_H

#include <glib.h>

struct page_link;
struct pages;
struct pdf_file;
struct pdf_object;
struct pdf_links;

/*
 * Notes where the anchors of pages are; objects are the pages' own.  Both
 * outlive the result, which the caller frees.
 */
struct pdf_links *pdf_links_new(const struct pages *pages,
    struct pdf_object *const *objects, struct pdf_file *file);
void pdf_links_free(struct pdf_links *links);

/*
 * Makes a link of the page with that index; parent: its structural parent.
 * The annotation's number; 0: it leads nowhere.
 */
unsigned pdf_links_add(struct pdf_links *links, const struct page_link *link,
    size_t index, unsigned parent);

/* Gives the page the links that were made since the one before. */
void pdf_links_end_page(struct pdf_links *links, size_t index);

/* Makes the outline.  NULL: there is none. */
struct pdf_object *pdf_links_write_outline(struct pdf_links *links);

#endif
