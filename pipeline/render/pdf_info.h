/*
 * What a PDF says of itself: information, language, page labels, dates.
 * Private to render/.
 */
#ifndef GONGBAO_RENDER_PDF_INFO_H
#define GONGBAO_RENDER_PDF_INFO_H

#include <stdbool.h>

struct diag;
struct document;
struct pages;
struct pdf_attach;
struct pdf_file;
struct pdf_object;

/*
 * The document's date as a PDF date ("D:20251001000000Z"), or NULL: it has
 * none.  False: it is wrong, reported.  The caller frees it.
 */
bool pdf_info_date(
    const struct document *document, char **date, struct diag *diag);

/* What the catalog names besides the pages. */
struct pdf_info {
    const struct pdf_object *outline; /* NULL: none */
    const struct pdf_object *structure;
    const struct pdf_attach *attach;
    const char *date; /* NULL: none */
};

/* Writes the catalog and the information. */
void pdf_info_write(const struct pages *pages, struct pdf_file *file,
    const struct pdf_info *info);

#endif
