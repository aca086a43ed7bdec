/*
 * A PDF with the record of how it was made, XML that it carries: the call,
 * the libraries, the parts that were read and the faces, each with a checksum
 * (data/schema/provenance.xsd).  verify makes the report again by it, and
 * where the result differs names what the two records do not share.
 */
#ifndef GONGBAO_RENDER_PROVENANCE_H
#define GONGBAO_RENDER_PROVENANCE_H

#include <glib.h>

struct attachments;
struct diag;
struct fonts;
struct pages;

struct provenance {
    const char *template; /* of the call; NULL: none, as the next two */
    const char *style;
    const char *lang;
    const char *dataset; /* its id, and its newest year; NULL: a document */
    const char *year;
    GPtrArray *parts; /* paths: templates, styles, catalogues */
};

/*
 * The PDF of the pages, with the record among its attachments and a summary of
 * it in the metadata; appends to the parts what it reads itself.  NULL:
 * reported.  The caller unrefs the result.
 */
GBytes *provenance_render(const struct provenance *provenance,
    const struct pages *pages, struct fonts *fonts,
    struct attachments *attachments, struct diag *diag);

#endif
