/*
 * The faces of the catalogue fonts/fonts.xml and nothing else: found with
 * fontconfig by the family and style that the catalogue names, opened with
 * HarfBuzz, chosen by role and coverage.
 */
#ifndef GONGBAO_TYPE_FONT_H
#define GONGBAO_TYPE_FONT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <glib.h>

#include "base/len.h"

struct diag;
struct font;
struct fonts;

enum font_role {
    FONT_SERIF,
    FONT_SANS,
    FONT_KAI,
    FONT_FANGSONG,
    FONT_ROLE_COUNT,
};

/* What a style asks for. */
struct font_style {
    enum font_role role;
    bool is_bold;
    bool is_italic;
};

/*
 * Reads the catalogue; faces are opened when first chosen.  In a batch all of
 * this is kept, and only the order in which faces are chosen begins anew.
 * NULL, reported: the catalogue is wrong, or a face it names is not installed
 * (which package has it is in the message).  diag must outlive the result; the
 * caller closes it.
 */
struct fonts *fonts_open(const char *catalogue, struct diag *diag);
void fonts_close(struct fonts *fonts);

/*
 * The first face in the fallback order of the style, for the language "zh-CN"
 * or "en", that has the character.  NULL: none has.  Borrowed.
 */
const struct font *fonts_choose(struct fonts *fonts, struct font_style style,
    const char *lang, uint32_t character);

/* Number of faces chosen from so far, and the face with that index, from 0. */
unsigned fonts_count(const struct fonts *fonts);
const struct font *fonts_at(const struct fonts *fonts, unsigned index);

/* Files read: the catalogue and the font files, for the depfile; appended to
 * inputs as strings to g_free. */
void fonts_inputs(const struct fonts *fonts, GPtrArray *inputs);

unsigned font_index(const struct font *font);
const char *font_name(const struct font *font); /* PostScript name */

/*
 * The version that the face states ("Version 2.001"), and a SHA-256 over its
 * table directory, which has a checksum of each of its tables.  The caller
 * g_frees them.
 */
char *font_version(const struct font *font);
char *font_checksum(const struct font *font);

bool font_is_synthetic_bold(const struct font *font);

/* Design units to the em, and metrics at a size (positive: up and down). */
unsigned font_upem(const struct font *font);
len font_ascent(const struct font *font, len size);
len font_descent(const struct font *font, len size);
len font_cap_height(const struct font *font, len size);
len font_x_height(const struct font *font, len size);

/* The nominal glyph of a character, 0: none; its advance in design units. */
uint32_t font_glyph(const struct font *font, uint32_t character);
int font_advance(const struct font *font, uint32_t glyph);

/*
 * What the face's own half-width form of a mark is narrower by on either side,
 * in design units.  False, and both 0: the face has no such form.
 */
bool font_half(
    const struct font *font, uint32_t character, int *left, int *right);

/* Width of what a glyph prints, in design units. */
int font_ink(const struct font *font, uint32_t glyph);

#endif
