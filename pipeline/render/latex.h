/*
 * A document tree to LaTeX source for XeLaTeX with ctex.
 */
#ifndef GONGBAO_RENDER_LATEX_H
#define GONGBAO_RENDER_LATEX_H

#include <glib.h>

struct diag;
struct document;

/*
 * preamble is the path of templates/preamble.tex.  NULL: reported.  The caller
 * frees the result.
 */
GString *latex_render(
    const struct document *document, const char *preamble, struct diag *diag);

#endif
