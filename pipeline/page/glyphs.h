/*
 * Characters to faces and glyphs, remembered: reports say the same things many
 * times.
 */
#ifndef GONGBAO_PAGE_GLYPHS_H
#define GONGBAO_PAGE_GLYPHS_H

#include <stdint.h>

#include <glib.h>

#include "type/font.h"

struct diag;
struct doc_node;
struct glyph_cache;

struct glyph_face {
    const struct font *font; /* NULL: no face has the character */
    uint32_t glyph;
    int32_t advance; /* in design units, as the blanks of a full-width mark */
    int32_t left;
    int32_t right;
};

struct glyph_cache *glyph_cache_new(struct fonts *fonts);
void glyph_cache_free(struct glyph_cache *cache);

/*
 * Reports at the element that no face has the character, once: what was said
 * is in said, a set of strings to g_free.
 */
void glyph_report_missing(struct diag *diag, GHashTable *said,
    const struct doc_node *node, uint32_t code);

/* The face for a character, with its nominal glyph. */
struct glyph_face glyph_cache_lookup(struct glyph_cache *cache,
    struct font_style style, const char *lang, uint32_t character);

#endif
