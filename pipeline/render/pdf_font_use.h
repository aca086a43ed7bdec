/*
 * What was shown of one face; between pdf_fonts.c, which notes it, and
 * pdf_font.c, which makes the font's objects of it.  Private to render/.
 */
#ifndef GONGBAO_RENDER_PDF_FONT_USE_H
#define GONGBAO_RENDER_PDF_FONT_USE_H

#include <stdbool.h>
#include <stdint.h>

#include <glib.h>

#include "type/subset.h"

struct diag;
struct font;
struct pdf_file;
struct pdf_object;

/* What a glyph stands for: 0: not shown; a character plus 1; or, with the
 * high bit, an index in texts. */
#define PDF_IN_TEXTS 0x80000000u
#define PDF_NO_TEXT (PDF_IN_TEXTS - 1) /* shown, but for nothing of its own */

struct pdf_shown {
    uint32_t stands_for;
    int32_t width; /* millionths of the em, plus 1; 0: not asked yet */
};

struct pdf_font_use {
    const struct font *font;  /* NULL: nothing was shown of it */
    struct pdf_shown *glyphs; /* by number */
    uint32_t glyph_count;     /* of the face */
    GArray *shown;            /* numbers of the glyphs, as they first came */
    GPtrArray *texts;         /* strings */
    struct subset subset;     /* when it has been cut */
    bool is_cut;              /* false: it cannot be */
};

/* The glyph's width in millionths of the em. */
int32_t pdf_font_width(const struct pdf_font_use *use, uint32_t glyph);

/* Cuts the face down to what was shown; a job (base/jobs.h) of its own. */
void pdf_font_cut(void *use);

/* Makes the objects of a font that was used and cut.  NULL: reported. */
struct pdf_object *pdf_font_write(const struct pdf_font_use *use,
    struct pdf_file *file, struct diag *diag);

#endif
