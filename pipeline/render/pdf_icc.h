/*
 * What colours mean: the output intent with a profile of sRGB (ISO 19005-3,
 * 6.2.3), so that the device colours of the pages have a meaning everywhere.
 * Private to render/.
 */
#ifndef GONGBAO_RENDER_PDF_ICC_H
#define GONGBAO_RENDER_PDF_ICC_H

#include <glib.h>

struct pdf_file;

/* Writes the profile and appends the catalog's entry. */
void pdf_icc_write(struct pdf_file *file, GString *catalog);

#endif
