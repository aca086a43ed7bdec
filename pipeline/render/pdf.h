/*
 * Pages to a PDF file.
 */
#ifndef GONGBAO_RENDER_PDF_H
#define GONGBAO_RENDER_PDF_H

#include <glib.h>

struct attachments;
struct diag;
struct fonts;
struct pages;

/*
 * The PDF's bytes: the same for the same pages and attachments, which may be
 * NULL.  Dates come from the document (or SOURCE_DATE_EPOCH).  NULL: reported.
 * The caller unrefs the result.
 */
GBytes *pdf_render(const struct pages *pages, struct fonts *fonts,
    struct attachments *attachments, struct diag *diag);

#endif
