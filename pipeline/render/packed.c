/*
 * Few and not large: they are compared byte for byte.
 */
#include "render/packed.h"

#include <string.h>

#include "base/kept.h"
#include "render/pdf_deflate.h"

#define REMEMBERED_MAX 16
#define SIZE_MAX_REMEMBERED ((size_t)1 << 20)

struct packed *packed_new(unsigned char *bytes, size_t size)
{
    struct packed *packed = g_new0(struct packed, 1);
    size_t room;
    unsigned char *deflated =
        pdf_deflate_bytes(bytes, size, PDF_DEFLATE_SMALL, &room);

    g_atomic_ref_count_init(&packed->references);
    packed->deflated = g_bytes_new_take(deflated, room);
    packed->md5 = g_compute_checksum_for_data(G_CHECKSUM_MD5, bytes, size);
    packed->sha256 =
        g_compute_checksum_for_data(G_CHECKSUM_SHA256, bytes, size);
    if (kept_is_open() && size <= SIZE_MAX_REMEMBERED) {
        packed->given = g_bytes_new_take(bytes, size);
    } else {
        g_free(bytes);
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

static bool holds(const struct packed *packed, const void *bytes, size_t size)
{
    gsize length;
    const void *given = g_bytes_get_data(packed->given, &length);

    return length == size && memcmp(given, bytes, size) == 0;
}

static void forget(void *data)
{
    g_queue_free_full(data, (GDestroyNotify)packed_unref);
}

struct packed *packed_recall(const void *bytes, size_t size)
{
    GQueue *known = kept_take("packed", "");
    struct packed *found = NULL;

    for (GList *link = known != NULL ? known->head : NULL; link != NULL;
         link = link->next) {
        if (holds(link->data, bytes, size)) {
            found = link->data;
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
