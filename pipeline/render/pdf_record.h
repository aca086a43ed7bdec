/*
 * What a PDF records of how it was made, so that it can be made again: names
 * and values that whoever renders knows.  The metadata states them as
 * properties of the namespace PDF_RECORD_NAMESPACE and declares them there as
 * ISO 19005-3, 6.6.2.3 asks (an extension schema; render/pdf_xmp.h).
 */
#ifndef GONGBAO_RENDER_PDF_RECORD_H
#define GONGBAO_RENDER_PDF_RECORD_H

#include <stddef.h>

/* Ends with a mark, since RDF puts the property's name behind it. */
#define PDF_RECORD_NAMESPACE "urn:gongbao:report:1#"

/* Text in UTF-8.  The description is in English and the same in each file. */
struct pdf_property {
    const char *name;  /* an XML name without a prefix: "datasetHash" */
    const char *value; /* NULL: not known; then it is not declared either */
    const char *description;
};

/* All borrowed.  Names differ; they are written in this order. */
struct pdf_record {
    const struct pdf_property *properties;
    size_t count;
};

#endif
