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
    enum pdf_deflate_level level;
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

unsigned char *pdf_deflate_bytes(const void *bytes, size_t size,
    enum pdf_deflate_level level, size_t *compressed)
{
    uLongf room = compressBound((uLong)size);
    unsigned char *result = g_malloc(room);

    /* The room is enough for anything: this fails without memory only. */
    if (compress2(result, &room, bytes, (uLong)size, (int)level) != Z_OK) {
        g_error("zlib: no memory");
    }
    *compressed = room;
    return g_realloc(result, room);
}

const char *pdf_deflate_library_version(void)
{
    return zlibVersion();
}

static void compress_stream(void *job)
{
    struct stream *stream = job;
    unsigned char *bytes = pdf_deflate_bytes(
        stream->bytes, stream->size, stream->level, &stream->size);

    g_free(stream->bytes);
    stream->bytes = bytes;
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

void pdf_deflate_add(struct pdf_deflate *deflate, void *owner,
    const void *bytes, size_t size, enum pdf_deflate_level level)
{
    struct stream *stream = g_new0(struct stream, 1);

    stream->owner = owner;
    stream->bytes = g_memdup2(bytes, size);
    stream->size = size;
    stream->level = level;
    g_ptr_array_add(deflate->streams, stream);
    jobs_add(deflate->jobs, stream);
}

size_t pdf_deflate_count(const struct pdf_deflate *deflate)
{
    return deflate->streams->len;
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
