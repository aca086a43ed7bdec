/*
 * The faces of a run: chosen by style, language and character, opened when
 * first chosen.
 */
#include "type/font.h"

#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "base/diag.h"
#include "base/kept.h"
#include "type/catalogue.h"
#include "type/face.h"

#define LANG_COUNT 2
#define STYLE_COUNT (FONT_ROLE_COUNT * 2 * 2 * LANG_COUNT)
#define CHARACTER_MAX 0x10FFFF
#define BLOCK_BITS 8
#define BLOCK_SIZE (1u << BLOCK_BITS)

/* What was chosen before, for 256 characters of a style: a face's index in
 * the catalogue plus 1; 0: not looked for yet; NONE. */
struct block {
    uint8_t faces[BLOCK_SIZE];
};
#define NONE 255

struct fonts {
    struct catalogue *catalogue;
    struct diag *diag;
    struct font **by_face; /* by index in the catalogue; NULL: not open */
    bool *is_broken;       /* reported already */
    GPtrArray *opened;     /* of struct font, in order of use by the report */
    struct block **chosen[STYLE_COUNT]; /* by character / 256 */
};

static void chosen_free(struct block **blocks)
{
    if (blocks != NULL) {
        for (unsigned i = 0; i <= CHARACTER_MAX >> BLOCK_BITS; i++) {
            g_free(blocks[i]);
        }
        g_free(blocks);
    }
}

/* As they were before the first character was chosen; faces stay open. */
static void forget_report(struct fonts *fonts)
{
    for (unsigned i = 0; i < STYLE_COUNT; i++) {
        chosen_free(fonts->chosen[i]);
        fonts->chosen[i] = NULL;
    }
    for (guint i = 0; i < fonts->opened->len; i++) {
        struct font *font = fonts->opened->pdata[i];

        font->index = FACE_UNUSED;
    }
    g_ptr_array_set_size(fonts->opened, 0);
    memset(fonts->is_broken, 0,
        fonts->catalogue->faces->len * sizeof *fonts->is_broken);
    fonts->diag = NULL;
}

static void fonts_free(void *data)
{
    struct fonts *fonts = data;

    for (guint i = 0; i < fonts->catalogue->faces->len; i++) {
        face_close(fonts->by_face[i]);
    }
    g_ptr_array_unref(fonts->opened);
    g_free(fonts->by_face);
    g_free(fonts->is_broken);
    catalogue_free(fonts->catalogue);
    g_free(fonts);
}

void fonts_close(struct fonts *fonts)
{
    if (fonts != NULL) {
        forget_report(fonts);
        kept_give("fonts", fonts->catalogue->path, fonts, fonts_free);
    }
}

static void report_unreadable(
    const struct catalogue_face *face, struct diag *diag)
{
    diag_report(diag, DIAG_FONT_READ, face->pos, face->file, face->family,
        face->style, face->package);
}

/* False: a file is not there or does not begin as fonts do; reported. */
static bool can_read(const struct catalogue *catalogue, struct diag *diag)
{
    static const char *const beginnings[] = {
        "\0\1\0\0", "OTTO", "ttcf", "true"};
    bool done = true;

    for (guint i = 0; i < catalogue->faces->len; i++) {
        const struct catalogue_face *face =
            &g_array_index(catalogue->faces, struct catalogue_face, i);
        char bytes[4] = "";
        bool is_font = false;
        int fd;

        kept_note(face->file);
        fd = open(face->file, O_RDONLY | O_CLOEXEC);
        if (fd >= 0 && read(fd, bytes, sizeof bytes) == sizeof bytes) {
            for (size_t j = 0; j < G_N_ELEMENTS(beginnings); j++) {
                is_font |= memcmp(bytes, beginnings[j], sizeof bytes) == 0;
            }
        }
        if (fd >= 0) {
            close(fd);
        }
        if (!is_font) {
            report_unreadable(face, diag);
            done = false;
        }
    }
    return done;
}

struct fonts *fonts_open(const char *path, struct diag *diag)
{
    struct fonts *fonts = kept_take("fonts", path);
    struct catalogue *catalogue;

    if (fonts != NULL) {
        fonts->diag = diag;
        return fonts;
    }
    kept_note(path);
    catalogue = catalogue_open(g_intern_string(path), diag);
    if (catalogue == NULL) {
        return NULL;
    }
    if (!catalogue_locate(catalogue, diag) || !can_read(catalogue, diag)) {
        catalogue_free(catalogue);
        return NULL;
    }
    fonts = g_new0(struct fonts, 1);
    fonts->catalogue = catalogue;
    fonts->diag = diag;
    fonts->by_face = g_new0(struct font *, catalogue->faces->len);
    fonts->is_broken = g_new0(bool, catalogue->faces->len);
    fonts->opened = g_ptr_array_new();
    return fonts;
}

/* The face, opened; NULL: its file is no font, reported once. */
static const struct font *open_face(struct fonts *fonts, unsigned index)
{
    struct catalogue_face *face =
        &g_array_index(fonts->catalogue->faces, struct catalogue_face, index);
    struct font *font = fonts->by_face[index];

    if (font == NULL && !fonts->is_broken[index]) {
        font = fonts->by_face[index] = face_open(face, index);
        if (font == NULL) {
            report_unreadable(face, fonts->diag);
            fonts->is_broken[index] = true;
        }
    }
    if (font != NULL && font->index == FACE_UNUSED) {
        font->index = fonts->opened->len;
        g_ptr_array_add(fonts->opened, font);
    }
    return font;
}

/* The first face in the order that has the character; NONE. */
static uint8_t search(struct fonts *fonts, const GArray *order,
    const char *lang, uint32_t character)
{
    for (guint i = 0; i < order->len; i++) {
        const struct catalogue_use *use =
            &g_array_index(order, struct catalogue_use, i);
        const struct font *font;

        if (character < use->first || character > use->last ||
            (use->lang != NULL && strcmp(use->lang, lang) != 0)) {
            continue;
        }
        font = open_face(fonts, use->face);
        if (font != NULL && font_glyph(font, character) != 0) {
            return (uint8_t)(use->face + 1);
        }
    }
    return NONE;
}

const struct font *fonts_choose(struct fonts *fonts, struct font_style style,
    const char *lang, uint32_t character)
{
    unsigned key = (unsigned)style.role * 8 + (style.is_bold ? 4u : 0u) +
                   (style.is_italic ? 2u : 0u) + (lang[0] == 'e' ? 1u : 0u);
    struct block ***blocks = &fonts->chosen[key];
    struct block **block;
    uint8_t *face;

    if (character > CHARACTER_MAX) {
        return NULL;
    }
    if (*blocks == NULL) {
        *blocks = g_new0(struct block *, (CHARACTER_MAX >> BLOCK_BITS) + 1);
    }
    block = &(*blocks)[character >> BLOCK_BITS];
    if (*block == NULL) {
        *block = g_new0(struct block, 1);
    }
    face = &(*block)->faces[character % BLOCK_SIZE];
    if (*face == 0) {
        *face = search(fonts,
            fonts->catalogue->orders[style.role][style.is_bold]
                                    [style.is_italic],
            lang, character);
    }
    return *face == NONE ? NULL : fonts->by_face[*face - 1];
}

unsigned fonts_count(const struct fonts *fonts)
{
    return fonts->opened->len;
}

const struct font *fonts_at(const struct fonts *fonts, unsigned index)
{
    return fonts->opened->pdata[index];
}

void fonts_inputs(const struct fonts *fonts, GPtrArray *inputs)
{
    g_ptr_array_add(inputs, g_strdup(fonts->catalogue->path));
    for (guint i = 0; i < fonts->opened->len; i++) {
        const struct font *font = fonts->opened->pdata[i];
        bool is_new = true;

        for (guint j = 0; j < i && is_new; j++) {
            const struct font *earlier = fonts->opened->pdata[j];

            is_new = strcmp(earlier->file, font->file) != 0;
        }
        if (is_new) {
            g_ptr_array_add(inputs, g_strdup(font->file));
        }
    }
}

unsigned font_index(const struct font *font)
{
    return font->index;
}

const char *font_name(const struct font *font)
{
    return font->name;
}

bool font_is_synthetic_bold(const struct font *font)
{
    return font->is_synthetic_bold;
}

unsigned font_upem(const struct font *font)
{
    return (unsigned)font->metrics.upem;
}

len font_ascent(const struct font *font, len size)
{
    return len_scale(size, font->metrics.ascent, font->metrics.upem);
}

len font_descent(const struct font *font, len size)
{
    return len_scale(size, font->metrics.descent, font->metrics.upem);
}

len font_cap_height(const struct font *font, len size)
{
    return len_scale(size, font->metrics.cap_height, font->metrics.upem);
}

len font_x_height(const struct font *font, len size)
{
    return len_scale(size, font->metrics.x_height, font->metrics.upem);
}

uint32_t font_glyph(const struct font *font, uint32_t character)
{
    hb_codepoint_t glyph = 0;

    hb_font_get_nominal_glyph(font->font, character, &glyph);
    return glyph;
}

int font_advance(const struct font *font, uint32_t glyph)
{
    return hb_font_get_glyph_h_advance(font->font, glyph);
}
