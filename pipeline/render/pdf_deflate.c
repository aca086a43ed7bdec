/*
 * zlib's deflate, a job for each stream.  libharu's own compresses in the
 * thread that calls it and copies each byte three times.
 */
#include "render/pdf_deflate.h"

#include <glib.h>
#include <zlib.h>

#include "base/jobs.h"

struct stream {
    void *owner;
    unsigned char *bytes; /* first those given, then the compressed ones */
    size_t size;
};

struct pdf_deflate {
    struct jobs *jobs;
    GPtrArray *streams; /* of struct stream, as they were given */
};

static void stream_free(gpointer item)
{
    struct stream *stream = item;

    g_free(stream->bytes);
    g_free(stream);
}

const char *pdf_deflate_library_version(void)
{
    return zlibVersion();
}

unsigned char *pdf_deflate_bytes(
    const void *bytes, size_t size, size_t *deflated)
{
    uLongf got = compressBound((uLong)size);
    unsigned char *room = g_malloc(got);

    /* The room is enough for anything: this fails without memory only. */
    if (compress(room, &got, bytes, (uLong)size) != Z_OK) {
        g_error("zlib: no memory");
    }
    *deflated = got;
    return g_realloc(room, got);
}

static void compress_stream(void *job)
{
    struct stream *stream = job;
    unsigned char *deflated =
        pdf_deflate_bytes(stream->bytes, stream->size, &stream->size);

    g_free(stream->bytes);
    stream->bytes = deflated;
}

struct pdf_deflate *pdf_deflate_new(void)
{
    struct pdf_deflate *deflate = g_new0(struct pdf_deflate, 1);

    deflate->jobs = jobs_new(compress_stream);
    deflate->streams = g_ptr_array_new_with_free_func(stream_free);
    return deflate;
}

void pdf_deflate_free(struct pdf_deflate *deflate)
{
    if (deflate != NULL) {
        jobs_free(deflate->jobs);
        g_ptr_array_unref(deflate->streams);
        g_free(deflate);
    }
}

void pdf_deflate_add(
    struct pdf_deflate *deflate, void *owner, const void *bytes, size_t size)
{
    struct stream *stream = g_new0(struct stream, 1);

    stream->owner = owner;
    stream->bytes = g_memdup2(bytes, size);
    stream->size = size;
    g_ptr_array_add(deflate->streams, stream);
    jobs_add(deflate->jobs, stream);
}

void pdf_deflate_add_done(
    struct pdf_deflate *deflate, void *owner, unsigned char *bytes, size_t size)
{
    struct stream *stream = g_new0(struct stream, 1);

    stream->owner = owner;
    stream->bytes = bytes;
    stream->size = size;
    g_ptr_array_add(deflate->streams, stream);
}

void pdf_deflate_finish(
    struct pdf_deflate *deflate, pdf_deflate_take *take, void *context)
{
    jobs_finish(deflate->jobs);
    for (guint i = 0; i < deflate->streams->len; i++) {
        struct stream *stream = deflate->streams->pdata[i];

        take(context, stream->owner, stream->bytes, stream->size);
        g_clear_pointer(&stream->bytes, g_free);
    }
    g_ptr_array_set_size(deflate->streams, 0);
}
