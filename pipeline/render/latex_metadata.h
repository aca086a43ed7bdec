/*
 * What the LaTeX source says of the report as a file.  Private to render/.
 */
#ifndef GONGBAO_RENDER_LATEX_METADATA_H
#define GONGBAO_RENDER_LATEX_METADATA_H

#include <glib.h>

struct document;

/*
 * date: render/file_date.h, or NULL.
 *
 * The first lines: how the source is compiled, what of our own PDF the one of
 * TeX cannot have.
 */
void latex_metadata_preface(GString *out, const char *date);

/*
 * The same title, author, dates, ... as in our own PDF: \hypersetup and
 * \secondtitle, from which gongbao.cls makes a packet of XMP too.
 */
void latex_metadata_write(
    GString *out, const struct document *document, const char *date);

#endif
