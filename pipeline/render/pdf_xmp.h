/*
 * The metadata of a PDF, a packet of XMP (ISO 16684-1) as PDF/A-3 and PDF/UA-1
 * ask for.  Private to render/.
 */
#ifndef GONGBAO_RENDER_PDF_XMP_H
#define GONGBAO_RENDER_PDF_XMP_H

#include <glib.h>

struct pdf_facts;
struct pdf_file;
struct pdf_object;

/*
 * The packet: well-formed XML in UTF-8 of the same facts as the information.
 * Its identifiers follow from all else that it states: files of which nothing
 * else differs are the same instance.  The caller frees it.
 */
GString *pdf_xmp_packet(const struct pdf_facts *facts);

/* The same as a stream of the file, for the catalog to refer to. */
struct pdf_object *pdf_xmp_write(
    const struct pdf_facts *facts, struct pdf_file *file);

#endif
