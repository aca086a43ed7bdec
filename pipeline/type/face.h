/*
 * One face, opened.  Private to type/.
 */
#ifndef GONGBAO_TYPE_FACE_H
#define GONGBAO_TYPE_FACE_H

#include <stdbool.h>
#include <stdint.h>

#include <glib.h>
#include <hb.h>

struct catalogue_face;
struct outlines;

/* In design units, from the tables OS/2, head and post. */
struct face_metrics {
    int upem;
    int ascent;
    int descent; /* positive: down */
    int cap_height;
    int x_height;
    int box[4]; /* left, bottom, right, top of all glyphs */
    int weight; /* 400, 700 ... */
    int italic_angle; /* degrees, negative: leans to the right */
    bool is_serif;
    bool is_fixed;
};

struct font {
    unsigned place; /* in the catalogue: the same in all jobs of a batch */
    unsigned index; /* in the order of a report; FACE_UNUSED: it is in none */
    char *name; /* PostScript */
    const char *file; /* the catalogue's */
    bool is_synthetic_bold;
    hb_face_t *face;
    hb_font_t *font; /* its scale is the em in design units */
    struct face_metrics metrics;
    GHashTable *halves;      /* of font_half, by character */
    struct outlines *outlines; /* owned */
};

#define FACE_UNUSED G_MAXUINT

/* NULL: the file is not a font that can be used.  The caller frees it. */
struct font *face_open(const struct catalogue_face *face, unsigned place);
void face_close(struct font *font);

#endif
