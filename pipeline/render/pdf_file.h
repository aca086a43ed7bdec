/*
 * A PDF file as numbered objects, written by libharu, whose only user this
 * is.  Private to render/.
 *
 * libharu's own calls for fonts, annotations, outlines and information cannot
 * say what a report needs (characters above U+FFFF, CFF outlines, bytes that
 * are the same each time), so those objects are made of text here; documents,
 * pages and streams are libharu's, compression is zlib's
 * (render/pdf_deflate.h); the file, with compressed objects, is written by
 * render/pdf_body.h.
 *
 * Errors of libharu are kept; pdf_file_save reports the first one.
 */
#ifndef GONGBAO_RENDER_PDF_FILE_H
#define GONGBAO_RENDER_PDF_FILE_H

#include <stddef.h>

#include <glib.h>

#include "base/len.h"

struct diag;
struct pdf_file;
struct pdf_object;

/* Of libharu, as it runs. */
const char *pdf_file_library_version(void);

/* The caller frees it. */
struct pdf_file *pdf_file_new(void);
void pdf_file_free(struct pdf_file *file);

/*
 * A dictionary with entries ("/Type /Font ..."), which is taken; NULL: to be
 * given later.  Borrowed, as are all objects.
 */
struct pdf_object *pdf_object_new(struct pdf_file *file, GString *entries);
void pdf_object_set(struct pdf_object *object, GString *entries);

/* Numbers of so many objects that are written later, consecutive; the first of
 * them. */
unsigned pdf_file_reserve(struct pdf_file *file, unsigned count);
/*
 * Writes the object of a reserved number, once: its value ("<< ... >>"),
 * borrowed; kept compressed.  In any order.
 */
void pdf_file_write(
    struct pdf_file *file, unsigned id, const char *value, size_t size);

/* A stream, compressed, with further entries (taken) or NULL. */
struct pdf_object *pdf_stream_new(
    struct pdf_file *file, GString *entries, const void *bytes, size_t size);

/* The same, not compressed: metadata for who knows no PDF to find. */
struct pdf_object *pdf_stream_new_plain(
    struct pdf_file *file, GString *entries, const void *bytes, size_t size);

/* The same of bytes that are compressed already, by render/pdf_deflate.h. */
struct pdf_object *pdf_stream_new_deflated(
    struct pdf_file *file, GString *entries, const void *bytes, size_t size);

/* The number by which others refer to it ("12 0 R"). */
unsigned pdf_object_id(const struct pdf_object *object);

/*
 * An empty page with the resources; its content is given later, once.  NULL:
 * libharu cannot, which pdf_file_save will report.
 */
struct pdf_object *pdf_page_new(
    struct pdf_file *file, len width, len height, struct pdf_object *resources);
/* Viewers show the page turned by a quarter with the clock. */
void pdf_page_turn(struct pdf_file *file, struct pdf_object *page);

/* Its content is part of the structure under that key, and its annotations are
 * read in the order of the structure (ISO 32000-1, 14.7.4.4 and 12.5.1). */
void pdf_page_tag(struct pdf_file *file, struct pdf_object *page, size_t key);

void pdf_page_draw(
    struct pdf_file *file, struct pdf_object *page, const GString *content);

/* Objects that the page refers to as /Annots, in order. */
void pdf_page_annotate(struct pdf_file *file, struct pdf_object *page,
    struct pdf_object *const *annotations, size_t count);

/* Entries (taken) of the catalog and of the document information. */
void pdf_catalog_set(struct pdf_file *file, GString *entries);
void pdf_info_set(struct pdf_file *file, GString *entries);

/* The finished file; NULL: reported.  The caller unrefs it. */
GBytes *pdf_file_save(struct pdf_file *file, struct diag *diag);

#endif
