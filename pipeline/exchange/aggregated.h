/*
 * Aggregated data as a dataset again: all years in one, what the sources say
 * and nothing that was computed.
 */
#ifndef GONGBAO_EXCHANGE_AGGREGATED_H
#define GONGBAO_EXCHANGE_AGGREGATED_H

struct dataset;
struct diag;
struct xml_doc;

/*
 * Reads a file of data/schema/aggregated.xsd.  NULL: reported.  The caller
 * frees the dataset, and then *doc, which it was read from.
 */
struct dataset *aggregated_read(
    const char *path, struct xml_doc **doc, struct diag *diag);

#endif
