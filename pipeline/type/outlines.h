/*
 * What subsets of a face are cut from, made once for each face.  Private to
 * type/.
 */
#ifndef GONGBAO_TYPE_OUTLINES_H
#define GONGBAO_TYPE_OUTLINES_H

#include <stdbool.h>

#include <hb.h>

#include "type/cff.h"

#define OUTLINES_CFF HB_TAG('C', 'F', 'F', ' ')

struct font;

struct outlines {
    bool is_made;
    bool is_cff;
    enum cff_numbers numbers; /* of CFF; CFF_DIFFERENT has been mended */
    hb_face_t *face;          /* NULL: the face cannot be subset */
};

/* Borrowed from the font. */
const struct outlines *outlines_of(const struct font *font);
void outlines_clear(struct outlines *outlines);

#endif
