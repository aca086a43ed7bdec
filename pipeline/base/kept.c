/*
 * A list, the newest first: there are few things.
 */
#include "base/kept.h"

#include <string.h>

#define THINGS_MAX 256

struct thing {
    char *kind;
    char *name;
    void *thing;
    GDestroyNotify destroy;
};

static struct {
    bool is_open;
    GQueue things; /* of struct thing */
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

void kept_open(void)
{
    kept.is_open = true;
}

bool kept_is_open(void)
{
    return kept.is_open;
}

void kept_close(void)
{
    struct thing *thing;

    kept.is_open = false;
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
