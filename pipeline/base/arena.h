/*
 * A bump allocator for what is small and many: glyphs, lines, boxes, nodes.
 * Everything in an arena dies with it; nothing is freed singly.  Memory
 * comes zeroed.  Running out ends the program.
 */
#ifndef GONGBAO_BASE_ARENA_H
#define GONGBAO_BASE_ARENA_H

#include <stddef.h>

struct arena;

/* The caller frees it. */
struct arena *arena_new(void);
void arena_free(struct arena *arena);

/* One that is freed with the arena; what it holds may be dropped before. */
struct arena *arena_inner(struct arena *arena);

/* Drops what the arena holds and keeps its first block for reuse; leaves inner
 * ones alone. */
void arena_reset(struct arena *arena);

/* count objects of size bytes, zeroed, aligned for pointers and integers. */
void *arena_alloc(struct arena *arena, size_t count, size_t size);

/* Room for size bytes of text, neither zeroed nor aligned. */
char *arena_bytes(struct arena *arena, size_t size);

/* Copies of text, ended by a zero byte. */
char *arena_strdup(struct arena *arena, const char *text);
char *arena_strndup(struct arena *arena, const char *text, size_t size);
char *arena_printf(struct arena *arena, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

#define ARENA_NEW(arena, type) ((type *)arena_alloc((arena), 1, sizeof(type)))
#define ARENA_ARRAY(arena, count, type)                                        \
    ((type *)arena_alloc((arena), (count), sizeof(type)))

#endif
