/*
 * Few and not large: they are compared byte for byte.
 */
#include "render/packed.h"

#include "base/kept.h"
#include "render/pdf_deflate.h"

#define REMEMBERED_MAX 16
#define BYTES_MAX ((size_t)1 << 20)

struct packed *packed_new(GBytes *bytes)
{
    struct packed *packed = g_new0(struct packed, 1);
    size_t size;
    const void *given = g_bytes_get_data(bytes, &size);
    size_t room;
    unsigned char *deflated =
        pdf_deflate_bytes(given, size, PDF_DEFLATE_SMALL, &room);

    g_atomic_ref_count_init(&packed->references);
    packed->deflated = g_bytes_new_take(deflated, room);
    packed->md5 = g_compute_checksum_for_bytes(G_CHECKSUM_MD5, bytes);
    packed->sha256 = g_compute_checksum_for_bytes(G_CHECKSUM_SHA256, bytes);
    if (kept_is_open() && size <= BYTES_MAX) {
        packed->given = g_bytes_ref(bytes);
    }
    return packed;
}

void packed_unref(struct packed *packed)
{
    if (packed != NULL && g_atomic_ref_count_dec(&packed->references)) {
        if (packed->given != NULL) {
            g_bytes_unref(packed->given);
        }
        g_bytes_unref(packed->deflated);
        g_free(packed->md5);
        g_free(packed->sha256);
        g_free(packed);
    }
}

static void forget(void *data)
{
    g_queue_free_full(data, (GDestroyNotify)packed_unref);
}

struct packed *packed_recall(GBytes *bytes)
{
    GQueue *known = kept_take("packed", "");
    struct packed *found = NULL;

    for (GList *link = known != NULL ? known->head : NULL; link != NULL;
         link = link->next) {
        struct packed *packed = link->data;

        if (g_bytes_equal(packed->given, bytes)) {
            found = packed;
            g_atomic_ref_count_inc(&found->references);
            break;
        }
    }
    kept_give("packed", "", known, forget);
    return found;
}

void packed_remember(struct packed *packed)
{
    GQueue *known;

    if (packed->given == NULL) {
        return;
    }
    known = kept_take("packed", "");
    if (known == NULL) {
        known = g_queue_new();
    }
    if (g_queue_find(known, packed) == NULL) {
        g_atomic_ref_count_inc(&packed->references);
        g_queue_push_head(known, packed);
    }
    if (known->length > REMEMBERED_MAX) {
        packed_unref(g_queue_pop_tail(known));
    }
    kept_give("packed", "", known, forget);
}
