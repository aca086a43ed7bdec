/*
 * The record of how a report was made, as XML that the PDF carries: the call,
 * the libraries, the parts that were read and the faces, each with a checksum
 * (data/schema/provenance.xsd).  verify makes the report again by it, and
 * where the result differs names what the two records do not share.
 */
#ifndef GONGBAO_RENDER_PROVENANCE_H
#define GONGBAO_RENDER_PROVENANCE_H

#include <stdbool.h>

#include <glib.h>

struct attachments;
struct diag;
struct fonts;

#define PROVENANCE_NAME "provenance.xml"

struct provenance {
    const char *template; /* of the call; NULL: none, as the next two */
    const char *style;
    const char *lang;
    const char *epoch;    /* SOURCE_DATE_EPOCH where it was used, or NULL */
    const char *patterns; /* file of hyphenation; NULL: not used */
    GPtrArray *parts;     /* paths: templates, styles, catalogues */
    const struct fonts *fonts;
};

/*
 * Adds the record to the attachments, of which it names each.  False: a part
 * could not be read again, reported.
 */
bool provenance_attach(const struct provenance *provenance,
    struct attachments *attachments, struct diag *diag);

#endif
