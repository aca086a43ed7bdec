/*
 * The date of a file: the document's own, but no later than SOURCE_DATE_EPOCH
 * where that is set (reproducible-builds.org, specification 1.1); that where
 * the document has none.  The clock is never asked.  Private to render/.
 */
#ifndef GONGBAO_RENDER_FILE_DATE_H
#define GONGBAO_RENDER_FILE_DATE_H

#include <stdbool.h>

struct diag;
struct document;

/*
 * "2025-10-01T00:00:00Z", a time of ISO 8601 in UTC, as metadata has it; NULL:
 * there is none.  False: SOURCE_DATE_EPOCH is no time, reported.  The caller
 * g_frees it.
 */
bool file_date_read(
    const struct document *document, char **iso, struct diag *diag);

/* "D:20251001000000Z" (ISO 32000-1, 7.9.4) of that time; NULL of NULL.  The
 * caller g_frees it. */
char *file_date_pdf(const char *iso);

#endif
