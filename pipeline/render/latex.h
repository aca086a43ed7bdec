/*
 * A document tree to LaTeX source for XeLaTeX with the class gongbao.
 */
#ifndef GONGBAO_RENDER_LATEX_H
#define GONGBAO_RENDER_LATEX_H

#include <glib.h>

struct attachments;
struct diag;
struct document;
struct fonts;
struct style;

/*
 * The source asks for the class templates/gongbao.cls and sets it up as the
 * style says, and names the attachments and the CSV of each table.  NULL:
 * SOURCE_DATE_EPOCH is no time, reported.  The caller frees the result.
 */
GString *latex_render(const struct document *document,
    const struct style *style, struct fonts *fonts,
    struct attachments *attachments, struct diag *diag);

#endif
