/*
 * A face cut down to the glyphs that were used, for embedding, and what a PDF
 * says of a face.
 */
#ifndef GONGBAO_TYPE_SUBSET_H
#define GONGBAO_TYPE_SUBSET_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <glib.h>

struct font;

enum subset_outlines { SUBSET_CFF, SUBSET_TRUETYPE };

struct subset {
    enum subset_outlines outlines;
    /* The table "CFF " alone, or a TrueType file. */
    GBytes *program;
    /* TrueType: the glyph in program of glyphs[i]; NULL for CFF, whose glyphs
     * keep their numbers. */
    uint16_t *renumbered;
};

/*
 * Cuts font down to count glyphs, in ascending order.  False: HarfBuzz cannot,
 * or the face numbers its characters otherwise than its glyphs.  The result is
 * to be cleared with subset_clear.
 */
bool subset_make(const struct font *font, const uint32_t *glyphs, size_t count,
    struct subset *subset);
void subset_clear(struct subset *subset);

/* Lengths in thousandths of the em. */
struct font_facts {
    int ascent;
    int descent; /* positive: down */
    int cap_height;
    int x_height;
    int box[4];       /* left, bottom, right, top */
    int weight;       /* 400, 700 */
    int italic_angle; /* degrees, negative: leans to the right */
    bool is_serif;
    bool is_fixed;
    unsigned glyph_count;
};

void font_facts(const struct font *font, struct font_facts *facts);

#endif
