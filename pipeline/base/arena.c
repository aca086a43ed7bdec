/*
 * Blocks in a chain, the newest first; an object larger than a block gets a
 * block of its own.
 */
#include "base/arena.h"

#include <glib.h>
#include <stdalign.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#define BLOCK_SIZE ((size_t)1 << 16)

struct block {
    struct block *next;
    size_t size;
    size_t used;
    alignas(max_align_t) unsigned char bytes[];
};

struct arena {
    struct block *newest;
};

static struct block *block_new(size_t size, struct block *next)
{
    struct block *block = g_malloc(sizeof *block + size);

    block->next = next;
    block->size = size;
    block->used = 0;
    return block;
}

struct arena *arena_new(void)
{
    struct arena *arena = g_new0(struct arena, 1);

    arena->newest = block_new(BLOCK_SIZE, NULL);
    return arena;
}

static void free_after(struct block *block)
{
    while (block->next != NULL) {
        struct block *next = block->next;

        block->next = next->next;
        g_free(next);
    }
}

void arena_free(struct arena *arena)
{
    if (arena != NULL) {
        free_after(arena->newest);
        g_free(arena->newest);
        g_free(arena);
    }
}

void arena_reset(struct arena *arena)
{
    while (arena->newest->next != NULL) {
        struct block *next = arena->newest->next;

        g_free(arena->newest);
        arena->newest = next;
    }
    arena->newest->used = 0;
}

void *arena_alloc(struct arena *arena, size_t count, size_t size)
{
    const size_t align = alignof(max_align_t);
    struct block *block = arena->newest;
    size_t bytes;
    void *result;

    if (size != 0 && count > (SIZE_MAX - BLOCK_SIZE) / size) {
        g_error("arena: %zu objects of %zu bytes", count, size);
    }
    bytes = (count * size + align - 1) / align * align;
    if (bytes > block->size - block->used) {
        block = block_new(MAX(BLOCK_SIZE, bytes), arena->newest);
        arena->newest = block;
    }
    result = block->bytes + block->used;
    block->used += bytes;
    return memset(result, 0, bytes);
}

char *arena_strndup(struct arena *arena, const char *text, size_t size)
{
    char *copy = arena_alloc(arena, size + 1, 1);

    memcpy(copy, text, size);
    return copy;
}

char *arena_strdup(struct arena *arena, const char *text)
{
    return arena_strndup(arena, text, strlen(text));
}

char *arena_printf(struct arena *arena, const char *format, ...)
{
    va_list args;
    char *text;
    char *copy;

    va_start(args, format);
    text = g_strdup_vprintf(format, args);
    va_end(args);
    copy = arena_strdup(arena, text);
    g_free(text);
    return copy;
}
