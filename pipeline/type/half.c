/*
 * The half-width forms of full-width marks, as their designer drew them: the
 * feature "halt" says on which side of a mark its blank is.
 */
#include <hb-ot.h>
#include <hb.h>

#include "type/face.h"
#include "type/font.h"

/* What font_half found of a character: there are some dozens that are asked
 * for, once for each size in each report. */
struct half {
    int left;
    int right;
    bool is_narrower;
};

static hb_glyph_position_t set_alone(
    const struct font *font, uint32_t character, bool is_half)
{
    const hb_feature_t feature = {
        .tag = HB_TAG('h', 'a', 'l', 't'),
        .value = 1,
        .start = HB_FEATURE_GLOBAL_START,
        .end = HB_FEATURE_GLOBAL_END,
    };
    hb_buffer_t *buffer = hb_buffer_create();
    hb_glyph_position_t result = {0};
    unsigned count = 0;
    const hb_glyph_position_t *positions;

    hb_buffer_add_utf32(buffer, &character, 1, 0, 1);
    hb_buffer_set_direction(buffer, HB_DIRECTION_LTR);
    hb_buffer_set_script(buffer, HB_SCRIPT_HAN);
    hb_buffer_set_language(buffer, hb_language_from_string("zh-Hans", -1));
    hb_shape(font->font, buffer, &feature, is_half ? 1 : 0);
    positions = hb_buffer_get_glyph_positions(buffer, &count);
    if (count == 1) {
        result = positions[0];
    }
    hb_buffer_destroy(buffer);
    return result;
}

static struct half *find_half(const struct font *font, uint32_t character)
{
    gpointer key = GUINT_TO_POINTER(character);
    struct half *half = g_hash_table_lookup(font->halves, key);

    if (half == NULL) {
        hb_glyph_position_t whole = set_alone(font, character, false);
        hb_glyph_position_t narrow = set_alone(font, character, true);

        half = g_new(struct half, 1);
        half->left = whole.x_offset - narrow.x_offset;
        half->right = whole.x_advance - narrow.x_advance - half->left;
        half->is_narrower = narrow.x_advance < whole.x_advance;
        g_hash_table_insert(font->halves, key, half);
    }
    return half;
}

bool font_half(
    const struct font *font, uint32_t character, int *left, int *right)
{
    const struct half *half = find_half(font, character);

    *left = half->left;
    *right = half->right;
    return half->is_narrower;
}

int font_ink(const struct font *font, uint32_t glyph)
{
    hb_glyph_extents_t extents;

    if (!hb_font_get_glyph_extents(font->font, glyph, &extents)) {
        return font_advance(font, glyph);
    }
    return extents.width;
}
