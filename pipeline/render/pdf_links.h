/*
 * What leads from place to place: links, their targets, and the outline.
 * Private to render/.
 */
#ifndef GONGBAO_RENDER_PDF_LINKS_H
#define GONGBAO_RENDER_PDF_LINKS_H

#include <glib.h>

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

/* Makes the links of the page with that index. */
void pdf_links_write_page(struct pdf_links *links, size_t index);

/* Makes the outline.  NULL: there is none. */
struct pdf_object *pdf_links_write_outline(struct pdf_links *links);

#endif
