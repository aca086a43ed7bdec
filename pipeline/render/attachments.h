/*
 * The files that a report carries (ISO 19005-3, 6.8): the datasets it was made
 * from, the aggregated data or the document that was laid out, and the record
 * of how it was made.  The CSV of each table is not among them, it comes of
 * the document (render/table_csv.h).
 */
#ifndef GONGBAO_RENDER_ATTACHMENTS_H
#define GONGBAO_RENDER_ATTACHMENTS_H

#include <stdbool.h>
#include <stddef.h>

#include <glib.h>

struct diag;
struct attachments;
struct document;

enum attachment_kind {
    ATTACHMENT_DATASET,
    ATTACHMENT_PREVIOUS, /* a dataset of the edition before */
    ATTACHMENT_AGGREGATED,
    ATTACHMENT_DOCUMENT,
    ATTACHMENT_RECORD,
    ATTACHMENT_TABLE,
    ATTACHMENT_KIND_COUNT,
};

/* All strings are borrowed from struct attachments; what is not packed has no
 * checksums. */
struct attachment {
    enum attachment_kind kind;
    const char *name; /* without a folder; no two have the same */
    size_t size;
    const char *md5; /* in hexadecimal digits, as is the other */
    const char *sha256;
    size_t deflated_size; /* compressed by zlib */
};

/* packed: bytes are compressed, by other threads.  The caller frees it. */
struct attachments *attachments_new(bool packed);
void attachments_free(struct attachments *attachments);

/* The same as what is not packed, packed. */
struct attachments *attachments_pack(const struct attachments *plain);

/*
 * Adds bytes, which are copied, under the last part of path; a name that is
 * taken already gets a number.
 */
void attachments_add(struct attachments *attachments, enum attachment_kind kind,
    const char *path, const void *bytes, size_t size);

/* The same with what is in the file.  False: reported. */
bool attachments_add_file(struct attachments *attachments,
    enum attachment_kind kind, const char *path, struct diag *diag);

/* How many there are (NULL: none); the one with that index, from 0, in order of
 * adding. */
size_t attachments_count(const struct attachments *attachments);
struct attachment attachments_at(struct attachments *attachments, size_t index);

/* Its bytes, compressed where they are packed; once.  The caller unrefs it. */
GBytes *attachments_bytes(struct attachments *attachments, size_t index);

/*
 * Opens the catalogue of the report's language, in which they are described;
 * its path is added to read (NULL: it has been) if there is one.  False:
 * reported.
 */
bool attachments_describe(
    const struct document *document, GPtrArray *read, struct diag *diag);

/* "Source", "Data", "Supplement"; "text/xml"; in English, to be translated. */
const char *attachment_relation(enum attachment_kind kind);
const char *attachment_mime(enum attachment_kind kind);
const char *attachment_description(enum attachment_kind kind);

#endif
