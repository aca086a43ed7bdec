/*
 * What a PDF says of itself outside of its metadata: document information and
 * the catalog's word on language and tags.  Private to render/.
 */
#ifndef GONGBAO_RENDER_PDF_INFO_H
#define GONGBAO_RENDER_PDF_INFO_H

#include <glib.h>

struct document;
struct pdf_file;
struct pdf_record;

/* Information (ISO 32000-1, 14.3.3) and metadata (render/pdf_xmp.h) state the
 * same, in two forms (ISO 19005-3, 6.6.2.2). */
#define PDF_INFO_CREATOR "gongbao " GONGBAO_VERSION
#define PDF_INFO_PRODUCER PDF_INFO_CREATOR " (libharu)"

/* What both state; all borrowed. */
struct pdf_facts {
    const struct document *document;
    const char *date;                /* render/file_date.h; or NULL */
    const struct pdf_record *record; /* or NULL */
};

/* The language tag of "zh-CN" or "en", as PDF and metadata state it. */
const char *pdf_info_lang(const char *lang);

void pdf_info_write(const struct pdf_facts *facts, struct pdf_file *file);

/* Appends the catalog's entries. */
void pdf_info_write_catalog(const struct pdf_facts *facts, GString *catalog);

#endif
