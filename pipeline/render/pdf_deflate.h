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

/* The caller frees it, with all that has not been taken. */
struct pdf_deflate *pdf_deflate_new(void);
void pdf_deflate_free(struct pdf_deflate *deflate);

/* zlib's levels: one that makes small streams, one that takes a third of the
 * time where there are very many. */
enum pdf_deflate_level { PDF_DEFLATE_FAST = 1, PDF_DEFLATE_SMALL = 6 };

/* At once: what the bytes are compressed to, for the caller to free. */
unsigned char *pdf_deflate_bytes(const void *bytes, size_t size,
    enum pdf_deflate_level level, size_t *compressed);

/* Gives bytes, which are copied, for the stream that owner stands for. */
void pdf_deflate_add(struct pdf_deflate *deflate, void *owner,
    const void *bytes, size_t size, enum pdf_deflate_level level);

/* How many have been given and not handed out. */
size_t pdf_deflate_count(const struct pdf_deflate *deflate);

/* Called for each stream with what it was compressed to (borrowed). */
typedef void pdf_deflate_take(
    void *context, void *owner, const unsigned char *bytes, size_t size);

/* Waits for all of them and hands them out in the order they were given. */
void pdf_deflate_finish(
    struct pdf_deflate *deflate, pdf_deflate_take *take, void *context);

#endif
