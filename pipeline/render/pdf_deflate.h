/*
 * Compression on the side: streams are compressed by other threads while the
 * pages that follow are drawn.  What comes out, and in which order, does not
 * depend on the threads.  Private to render/.
 */
#ifndef GONGBAO_RENDER_PDF_DEFLATE_H
#define GONGBAO_RENDER_PDF_DEFLATE_H

#include <stddef.h>

struct pdf_deflate;

/* Of zlib, as it runs. */
const char *pdf_deflate_library_version(void);

/* What bytes are compressed to, of *deflated bytes; the caller frees it. */
unsigned char *pdf_deflate_bytes(
    const void *bytes, size_t size, size_t *deflated);

/* The caller frees it, with all that has not been taken. */
struct pdf_deflate *pdf_deflate_new(void);
void pdf_deflate_free(struct pdf_deflate *deflate);

/* Gives bytes, which are copied, for the stream that owner stands for. */
void pdf_deflate_add(
    struct pdf_deflate *deflate, void *owner, const void *bytes, size_t size);

/* The same with what bytes (taken) were compressed to already. */
void pdf_deflate_add_done(struct pdf_deflate *deflate, void *owner,
    unsigned char *bytes, size_t size);

/* Called for each stream with what it was compressed to (borrowed). */
typedef void pdf_deflate_take(
    void *context, void *owner, const unsigned char *bytes, size_t size);

/* Waits for all of them and hands them out in the order they were given. */
void pdf_deflate_finish(
    struct pdf_deflate *deflate, pdf_deflate_take *take, void *context);

#endif
