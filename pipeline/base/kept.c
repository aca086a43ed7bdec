/*
 * A list, the newest first: there are few things.
 */
#include "base/kept.h"

#include <string.h>
#include <sys/stat.h>

#define THINGS_MAX 256

struct thing {
    char *kind;
    char *name;
    void *thing;
    GDestroyNotify destroy;
};

/* How a file was; all nought: there was none. */
struct stamp {
    guint64 device;
    guint64 inode;
    gint64 size;
    gint64 seconds;
    gint64 nanoseconds;
};

static struct {
    bool is_open;
    GQueue things;     /* of struct thing */
    GHashTable *files; /* path -> struct stamp; NULL: none yet */
} kept = {.things = G_QUEUE_INIT};

static void thing_free(struct thing *thing)
{
    if (thing->thing != NULL) {
        thing->destroy(thing->thing);
    }
    g_free(thing->kind);
    g_free(thing->name);
    g_free(thing);
}

static struct stamp stamp_of(const char *path)
{
    struct stat info;

    if (stat(path, &info) != 0) {
        return (struct stamp){0};
    }
    return (struct stamp){.device = info.st_dev,
        .inode = info.st_ino,
        .size = info.st_size,
        .seconds = info.st_mtim.tv_sec,
        .nanoseconds = info.st_mtim.tv_nsec};
}

static bool is_same(const struct stamp *a, const struct stamp *b)
{
    return a->device == b->device && a->inode == b->inode &&
           a->size == b->size && a->seconds == b->seconds &&
           a->nanoseconds == b->nanoseconds;
}

void kept_open(void)
{
    kept.is_open = true;
    kept.files =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
}

void kept_note(const char *path)
{
    struct stamp stamp;

    if (kept.is_open && !g_hash_table_contains(kept.files, path)) {
        stamp = stamp_of(path);
        g_hash_table_insert(kept.files, g_strdup(path),
            g_memdup2(&stamp, sizeof stamp));
    }
}

/* True: no file has changed. */
static bool is_as_it_was(void)
{
    GHashTableIter iter;
    gpointer path;
    gpointer before;

    g_hash_table_iter_init(&iter, kept.files);
    while (g_hash_table_iter_next(&iter, &path, &before)) {
        struct stamp now = stamp_of(path);

        if (!is_same(before, &now)) {
            return false;
        }
    }
    return true;
}

void kept_renew(void)
{
    if (kept.is_open && !is_as_it_was()) {
        kept_close();
        kept_open();
    }
}

bool kept_is_open(void)
{
    return kept.is_open;
}

void kept_close(void)
{
    struct thing *thing;

    kept.is_open = false;
    g_clear_pointer(&kept.files, g_hash_table_unref);
    while ((thing = g_queue_pop_head(&kept.things)) != NULL) {
        thing_free(thing);
    }
}

void *kept_take(const char *kind, const char *name)
{
    for (GList *link = kept.things.head; link != NULL; link = link->next) {
        struct thing *thing = link->data;

        if (strcmp(thing->kind, kind) == 0 && strcmp(thing->name, name) == 0) {
            void *taken = g_steal_pointer(&thing->thing);

            g_queue_delete_link(&kept.things, link);
            thing_free(thing);
            return taken;
        }
    }
    return NULL;
}

void kept_give(
    const char *kind, const char *name, void *thing, GDestroyNotify destroy)
{
    struct thing *own;
    void *before;

    if (thing == NULL || !kept.is_open) {
        if (thing != NULL) {
            destroy(thing);
        }
        return;
    }
    before = kept_take(kind, name);
    if (before != NULL) {
        destroy(before);
    }
    own = g_new(struct thing, 1);
    own->kind = g_strdup(kind);
    own->name = g_strdup(name);
    own->thing = thing;
    own->destroy = destroy;
    g_queue_push_head(&kept.things, own);
    if (kept.things.length > THINGS_MAX) {
        thing_free(g_queue_pop_tail(&kept.things));
    }
}
