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
struct pdf_record;

/*
 * The PDF's bytes: the same for the same pages, attachments (or NULL) and
 * record (what it states of how it was made; or NULL).  Dates are those of
 * render/file_date.h.  NULL: reported.  The caller unrefs the result.
 */
GBytes *pdf_render(const struct pages *pages, struct fonts *fonts,
    struct attachments *attachments, const struct pdf_record *record,
    struct diag *diag);

#endif
