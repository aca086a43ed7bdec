/*
 * Characters of one face and one language to glyphs.
 */
#ifndef GONGBAO_TYPE_SHAPE_H
#define GONGBAO_TYPE_SHAPE_H

#include <stddef.h>
#include <stdint.h>

#include <glib.h>

struct font;
struct shaper;

/* Distances in design units of the font (font_upem). */
struct glyph {
    uint32_t id;
    uint32_t cluster; /* byte offset in the shaped text */
    int32_t advance;
    int32_t x_offset;
    int32_t y_offset;
};

/* Keeps one HarfBuzz buffer and a cache of short strings, of faces of one
 * catalogue.  In a batch it is kept with what it knows. */
struct shaper *shaper_new(void);
void shaper_free(struct shaper *shaper);

/*
 * Shapes size bytes of UTF-8, all of one script, left to right, and appends
 * the glyphs to out (of struct glyph).  lang is "zh-CN" or "en".  Clusters
 * count from the beginning of text.
 */
void shape(struct shaper *shaper, const struct font *font, const char *lang,
    const char *text, size_t size, GArray *out);

#endif
