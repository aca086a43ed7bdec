/*
 * The functions that templates call in urn:gongbao:template:1: figures, dates
 * and words of aggregated data in the report's language (ARCHITECTURE.md,
 * "Templates").
 */
#ifndef GONGBAO_DOC_FUNCTIONS_H
#define GONGBAO_DOC_FUNCTIONS_H

#include "xml/xslt.h"

struct functions;

/*
 * For data (the root element of aggregated data, which must outlive it) and
 * the language tag "zh-CN" or "en"; tables: format_new's.  The caller frees it.
 */
struct functions *functions_new(
    const xmlNode *data, const char *tag, const char *tables);
void functions_free(struct functions *functions);

/* For struct xslt_setup, whose data is then the struct functions. */
extern const struct xslt_entry functions_table[];

#endif
