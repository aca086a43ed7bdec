/*
 * The fonts of a PDF: which glyphs were shown and what each stands for, and at
 * the end the font objects with subsets of the faces.  Private to render/.
 */
#ifndef GONGBAO_RENDER_PDF_FONTS_H
#define GONGBAO_RENDER_PDF_FONTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <glib.h>

struct diag;
struct font;
struct fonts;
struct pdf_file;
struct pdf_fonts;

/* For the faces that fonts has opened. */
struct pdf_fonts *pdf_fonts_new(const struct fonts *fonts);
void pdf_fonts_free(struct pdf_fonts *fonts);

/*
 * Says that a glyph is shown for text (UTF-8, may be empty).  True: the font
 * itself will say so to who copies; false: it says something else, and the
 * page must say it (ActualText).
 */
bool pdf_fonts_use(struct pdf_fonts *fonts, const struct font *font,
    uint32_t glyph, const char *text, size_t size);

/* Width as the font object states it: in millionths of the em. */
int64_t pdf_fonts_width(
    struct pdf_fonts *fonts, const struct font *font, uint32_t glyph);

/*
 * Makes the objects of all fonts used and appends their resource entries
 * ("/F0 12 0 R ...").  False: reported.
 */
bool pdf_fonts_write(struct pdf_fonts *fonts, struct pdf_file *file,
    GString *resources, struct diag *diag);

#endif
