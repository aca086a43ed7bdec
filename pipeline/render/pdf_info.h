/*
 * What a PDF says of itself: information, language, page labels, dates.
 * Private to render/.
 */
#ifndef GONGBAO_RENDER_PDF_INFO_H
#define GONGBAO_RENDER_PDF_INFO_H

#include <stdbool.h>

struct diag;
struct pages;
struct pdf_file;
struct pdf_object;

/*
 * Writes the catalog and the information; outline may be NULL.  False: the
 * date is wrong, reported.
 */
bool pdf_info_write(const struct pages *pages, struct pdf_file *file,
    const struct pdf_object *outline, const struct pdf_object *structure,
    struct diag *diag);

#endif
