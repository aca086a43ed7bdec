/*
 * How a CFF font numbers its glyphs.  Private to type/.
 */
#ifndef GONGBAO_TYPE_CFF_H
#define GONGBAO_TYPE_CFF_H

#include <stddef.h>

enum cff_numbers {
    CFF_BY_NAME,   /* not CID-keyed: a PDF numbers its glyphs in order */
    CFF_SAME,      /* CID-keyed, each glyph's number is its CID */
    CFF_DIFFERENT, /* CID-keyed with a numbering of its own */
    CFF_DAMAGED,
};

/* Of the table "CFF " of a font with that many glyphs. */
enum cff_numbers cff_numbers(
    const unsigned char *bytes, size_t size, unsigned glyph_count);

/* Makes of CFF_DIFFERENT, with glyph_count below 65536, CFF_SAME. */
void cff_renumber(unsigned char *bytes, size_t size, unsigned glyph_count);

#endif
