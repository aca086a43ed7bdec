/*
 * The bytes of a PDF file (ISO 32000-1, 7.5): objects in compressed streams of
 * many (7.5.7), streams between them, and at its end the stream of references
 * that says where each is (7.5.8).  Private to pdf_file.c.
 *
 * The same objects in the same order make the same bytes.
 */
#ifndef GONGBAO_RENDER_PDF_BODY_H
#define GONGBAO_RENDER_PDF_BODY_H

#include <stdbool.h>
#include <stddef.h>

#include <glib.h>

struct pdf_body;

/* The caller frees it. */
struct pdf_body *pdf_body_new(void);
void pdf_body_free(struct pdf_body *body);

/* An object that is no stream; it waits until others are enough to be packed.
 */
void pdf_body_add(
    struct pdf_body *body, unsigned id, const char *value, size_t size);
bool pdf_body_is_full(const struct pdf_body *body);

/*
 * The objects that wait as the content of an object stream, of which the first
 * one begins at first; how many they are.  pdf_body_pack says which stream has
 * become of them.
 */
size_t pdf_body_packed(
    const struct pdf_body *body, GString *content, size_t *first);
void pdf_body_pack(struct pdf_body *body, unsigned stream);

/* A stream with the entries of its dictionary but for the length. */
void pdf_body_add_stream(struct pdf_body *body, unsigned id,
    const GString *entries, const void *bytes, size_t size);

/*
 * The finished file, which the caller unrefs; id: of its last object, the
 * references; catalog and info: of those.  Nothing can be added any more.
 */
GBytes *pdf_body_finish(
    struct pdf_body *body, unsigned id, unsigned catalog, unsigned info);

#endif
