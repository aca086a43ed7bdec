/*
 * Blocks in a chain, the newest first; what is larger than a block gets a
 * block of its own.  Objects are put in from the front of a block and bytes,
 * which need not be aligned, from its back: they meet.
 */
#include "base/arena.h"

#include <glib.h>
#include <stdalign.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#define BLOCK_SIZE ((size_t)1 << 18) /* base/heap.h: goes back when freed */
#define ALIGN MAX(alignof(void *), alignof(int64_t))

struct block {
    struct block *next;
    size_t size;
    size_t begin; /* of what is free */
    size_t end;
    alignas(max_align_t) unsigned char bytes[];
};

struct arena {
    struct block *newest;
    struct arena *inner; /* the newest one of its own */
    struct arena *next;  /* of the same owner */
};

static struct block *block_new(size_t size, struct block *next)
{
    struct block *block = g_malloc(sizeof *block + size);

    block->next = next;
    block->size = size;
    block->begin = 0;
    block->end = size;
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

struct arena *arena_inner(struct arena *arena)
{
    struct arena *inner = arena_new();

    inner->next = arena->inner;
    arena->inner = inner;
    return inner;
}

void arena_free(struct arena *arena)
{
    while (arena != NULL && arena->inner != NULL) {
        struct arena *inner = arena->inner;

        arena->inner = inner->next;
        arena_free(inner);
    }
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
    arena->newest->begin = 0;
    arena->newest->end = arena->newest->size;
}

/* The newest block, after there is room in it. */
static struct block *block_with(struct arena *arena, size_t size)
{
    struct block *block = arena->newest;

    if (size > block->end - block->begin) {
        block = block_new(MAX(BLOCK_SIZE, size), arena->newest);
        arena->newest = block;
    }
    return block;
}

void *arena_alloc(struct arena *arena, size_t count, size_t size)
{
    struct block *block;
    size_t bytes;
    void *result;

    if (size != 0 && count > (SIZE_MAX - BLOCK_SIZE) / size) {
        g_error("arena: %zu objects of %zu bytes", count, size);
    }
    bytes = (count * size + ALIGN - 1) / ALIGN * ALIGN;
    block = block_with(arena, bytes);
    result = block->bytes + block->begin;
    block->begin += bytes;
    return memset(result, 0, bytes);
}

char *arena_bytes(struct arena *arena, size_t size)
{
    struct block *block = block_with(arena, size);

    block->end -= size;
    return (char *)block->bytes + block->end;
}

char *arena_strndup(struct arena *arena, const char *text, size_t size)
{
    char *copy = arena_bytes(arena, size + 1);

    memcpy(copy, text, size);
    copy[size] = '\0';
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
