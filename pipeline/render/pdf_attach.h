/*
 * Files inside the PDF: embedded streams, their file specifications, the list
 * of them (ISO 32000-1, 7.11.3, 7.11.4; ISO 19005-3, 6.8 and annex E).
 * Private to render/.
 *
 * What belongs to the whole document is named by AF of the catalog; the CSV of
 * a table by AF of its structure element, which pdf_structure.c writes.  All
 * of them are in the name tree EmbeddedFiles, where viewers look.
 */
#ifndef GONGBAO_RENDER_PDF_ATTACH_H
#define GONGBAO_RENDER_PDF_ATTACH_H

#include <glib.h>

struct attachments;
struct doc_node;
struct document;
struct pdf_attach;
struct pdf_file;

/*
 * Embeds the attachments (NULL: none) and a CSV of each table of the document,
 * described in the language of i18n_report_open.  date is a PDF date, or NULL.
 * The document must outlive the result; the caller frees it.
 */
struct pdf_attach *pdf_attach_new(struct pdf_file *file,
    const struct document *document, struct attachments *attachments,
    const char *date);
void pdf_attach_free(struct pdf_attach *attach);

/*
 * The object number of the file specification of a table's CSV, for /AF
 * [N 0 R] of the Table element; 0: it has none.
 */
unsigned pdf_attach_of(
    const struct pdf_attach *attach, const struct doc_node *table);

/* Appends the entries /AF and /Names of the catalog. */
void pdf_attach_write_catalog(const struct pdf_attach *attach, GString *out);

#endif
