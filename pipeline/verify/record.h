/*
 * The record of a report (data/schema/provenance.xsd) in memory, and what two
 * of them do not share.
 */
#ifndef GONGBAO_VERIFY_RECORD_H
#define GONGBAO_VERIFY_RECORD_H

#include <stdbool.h>

#include <glib.h>

#include "base/diag.h"

/* One line of it, by the element's name. */
struct record_entry {
    const char *kind; /* "library", "part", "file", "face", "attachment" */
    const char *name;
    const char *value;   /* a version, or SHA-256 in hexadecimal digits */
    const char *version; /* of a face, else NULL */
};

/* All strings are borrowed from the record. */
struct record {
    struct xml_doc *xml;
    const char *version;  /* of gongbao */
    const char *template; /* of the call; NULL: none, as the next three */
    const char *style;
    const char *lang;
    const char *epoch;
    GArray *entries; /* of struct record_entry */
};

/*
 * name stands in diagnostics and outlives them.  NULL: it is no valid record,
 * reported.  The caller frees it.
 */
struct record *record_read(const char *name, GBytes *bytes, struct diag *diag);
void record_close(struct record *record);

/* The entry, or NULL. */
const struct record_entry *record_find(
    const struct record *record, const char *kind, const char *name);

/*
 * Reports each input that is another here than it was; attachments are not
 * compared.  True: there is one.
 */
bool record_differs(const struct record *then, const struct record *now,
    struct diag_pos pos, struct diag *diag);

#endif
