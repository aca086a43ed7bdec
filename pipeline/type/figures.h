/*
 * Figures without shaping.  A long table has hundreds of thousands of numbers,
 * no two the same, but each of the same few glyphs side by side.  Private to
 * type/.
 */
#ifndef GONGBAO_TYPE_FIGURES_H
#define GONGBAO_TYPE_FIGURES_H

#include <stdbool.h>
#include <stddef.h>

#include <glib.h>

struct font;
struct figures;

/*
 * Shapes text of ASCII and appends its glyphs (struct glyph), clusters counted
 * from its beginning.
 */
typedef void figures_shape(void *context, const struct font *font,
    const char *text, size_t size, GArray *out);

/* The caller frees it.  Faces are tried with setter, which gets context. */
struct figures *figures_new(figures_shape *setter, void *context);
void figures_free(struct figures *figures);

/*
 * Appends the glyphs of text at from if it has nothing but figures, points,
 * commas and blanks, and if the face sets each of these the same beside every
 * other, which is tried once.  False: nothing was appended.
 */
bool figures_add(struct figures *figures, const struct font *font,
    const char *text, size_t from, size_t size, GArray *out);

#endif
