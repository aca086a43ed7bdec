/*
 * Tries every pair of the characters once for each face: a face that kerns or
 * joins some pair is left to the shaper.
 */
#include "type/figures.h"

#include <stdint.h>

#include "type/face.h"
#include "type/shape.h"

#define COUNT 13
#define PAIRS_SIZE (COUNT * COUNT + 1)

static const char characters[COUNT + 1] = "0123456789., ";

struct figures_of_face {
    bool is_tried;
    bool is_plain;
    struct glyph glyphs[COUNT]; /* each at cluster 0 */
};

struct figures {
    figures_shape *setter;
    void *context;
    GArray *faces; /* of struct figures_of_face, by the place of the font */
};

struct figures *figures_new(figures_shape *setter, void *context)
{
    struct figures *figures = g_new0(struct figures, 1);

    figures->setter = setter;
    figures->context = context;
    figures->faces = g_array_new(FALSE, TRUE, sizeof(struct figures_of_face));
    return figures;
}

void figures_free(struct figures *figures)
{
    if (figures != NULL) {
        g_array_unref(figures->faces);
        g_free(figures);
    }
}

/* Index in characters; -1: not one of them. */
static int index_of(char c)
{
    if (c >= '0' && c <= '9') {
        return c - '0';
    }
    return c == '.' ? 10 : c == ',' ? 11 : c == ' ' ? 12 : -1;
}

static bool is_same(const struct glyph *a, const struct glyph *b)
{
    return a->id == b->id && a->advance == b->advance && a->x_offset == 0 &&
           a->y_offset == 0;
}

/* Every character after every other and itself, each pair once. */
static void write_pairs(char text[PAIRS_SIZE])
{
    for (size_t i = 0; i < COUNT; i++) {
        *text++ = characters[i];
        for (size_t j = i + 1; j < COUNT; j++) {
            *text++ = characters[i];
            *text++ = characters[j];
        }
    }
    *text = characters[0];
}

static void try_face(const struct figures *figures,
    struct figures_of_face *face, const struct font *font)
{
    g_autoptr(GArray) glyphs = g_array_new(FALSE, FALSE, sizeof(struct glyph));
    char text[PAIRS_SIZE];

    face->is_tried = true;
    for (size_t i = 0; i < COUNT; i++) {
        figures->setter(figures->context, font, &characters[i], 1, glyphs);
    }
    if (glyphs->len != COUNT) {
        return;
    }
    for (guint i = 0; i < COUNT; i++) {
        face->glyphs[i] = g_array_index(glyphs, struct glyph, i);
    }
    g_array_set_size(glyphs, 0);
    write_pairs(text);
    figures->setter(figures->context, font, text, sizeof text, glyphs);
    face->is_plain = glyphs->len == sizeof text;
    for (guint i = 0; i < glyphs->len && face->is_plain; i++) {
        const struct glyph *glyph = &g_array_index(glyphs, struct glyph, i);

        face->is_plain = glyph->cluster == i &&
                         is_same(glyph, &face->glyphs[index_of(text[i])]);
    }
}

bool figures_add(struct figures *figures, const struct font *font,
    const char *text, size_t from, size_t size, GArray *out)
{
    struct figures_of_face *face;
    guint first = out->len;

    for (size_t i = 0; i < size; i++) {
        if (index_of(text[from + i]) < 0) {
            return false;
        }
    }
    if (font->place >= figures->faces->len) {
        g_array_set_size(figures->faces, font->place + 1);
    }
    face = &g_array_index(figures->faces, struct figures_of_face, font->place);
    if (!face->is_tried) {
        try_face(figures, face, font);
    }
    if (!face->is_plain) {
        return false;
    }
    g_array_set_size(out, first + (guint)size);
    for (size_t i = 0; i < size; i++) {
        struct glyph *glyph =
            &g_array_index(out, struct glyph, first + (guint)i);

        *glyph = face->glyphs[index_of(text[from + i])];
        glyph->cluster = (uint32_t)(from + i);
    }
    return true;
}
