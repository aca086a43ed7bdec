/*
 * Text to glyphs by HarfBuzz.  The same words come back on every page, so the
 * text is cut where shaping never looks across, and what a piece became is
 * kept: a Han character for itself, anything else up to the next blank.
 */
#include "type/shape.h"

#include <string.h>

#include "base/kept.h"
#include "type/face.h"
#include "type/figures.h"

#define PIECE_MAX 48         /* bytes of a piece that is kept */
#define PIECES_MAX (1 << 16) /* then the cache begins anew */
#define QUOTES_MAX 16        /* in one piece */
#define HAN_FIRST 0x3400
#define HAN_LAST 0x9FFF
#define HAN_BLOCKS ((HAN_LAST >> 8) + 1)

/* A Han character of one face and language; advance 0: not shaped yet. */
struct han {
    uint32_t glyph;
    int32_t advance;
};

/* Kept with the glyphs behind it; the key is all before them. */
struct piece {
    const struct font *font;
    bool is_english;
    uint8_t size;
    uint8_t count; /* of glyphs */
    char text[PIECE_MAX];
    struct glyph glyphs[];
};

struct shaper {
    hb_buffer_t *buffer;
    hb_language_t chinese;
    hb_language_t english;
    GHashTable *pieces; /* of struct piece */
    struct figures *figures;
    GPtrArray *han; /* of struct han *[HAN_BLOCKS], by font and language */
};

static guint piece_hash(gconstpointer key)
{
    const struct piece *piece = key;
    guint hash = piece->font->place * 2 + piece->is_english;

    for (unsigned i = 0; i < piece->size; i++) {
        hash = hash * 31 + (unsigned char)piece->text[i];
    }
    return hash;
}

static gboolean piece_equal(gconstpointer a, gconstpointer b)
{
    const struct piece *left = a;
    const struct piece *right = b;

    return left->font == right->font && left->is_english == right->is_english &&
           left->size == right->size &&
           memcmp(left->text, right->text, left->size) == 0;
}

static void han_free(gpointer item)
{
    struct han **blocks = item;

    if (blocks != NULL) {
        for (unsigned i = 0; i < HAN_BLOCKS; i++) {
            g_free(blocks[i]);
        }
        g_free(blocks);
    }
}

static void destroy(void *data)
{
    struct shaper *shaper = data;

    hb_buffer_destroy(shaper->buffer);
    g_hash_table_unref(shaper->pieces);
    figures_free(shaper->figures);
    g_ptr_array_unref(shaper->han);
    g_free(shaper);
}

void shaper_free(struct shaper *shaper)
{
    kept_give("shaper", "", shaper, destroy);
}

/* The script of the first character that has one. */
static hb_script_t script_of(hb_buffer_t *buffer, bool is_english)
{
    hb_unicode_funcs_t *unicode = hb_unicode_funcs_get_default();
    unsigned count;
    const hb_glyph_info_t *infos = hb_buffer_get_glyph_infos(buffer, &count);

    for (unsigned i = 0; i < count; i++) {
        hb_script_t script = hb_unicode_script(unicode, infos[i].codepoint);

        if (script != HB_SCRIPT_COMMON && script != HB_SCRIPT_INHERITED &&
            script != HB_SCRIPT_UNKNOWN) {
            return script;
        }
    }
    return is_english ? HB_SCRIPT_LATIN : HB_SCRIPT_HAN;
}

/*
 * The quotation marks of the SC faces are a full em wide, which English text
 * cannot use: asks for proportional ones, and for nothing else, as the same
 * feature changes the figures.
 */
static unsigned quotes_find(
    hb_buffer_t *buffer, hb_feature_t features[QUOTES_MAX])
{
    unsigned length;
    const hb_glyph_info_t *infos = hb_buffer_get_glyph_infos(buffer, &length);
    unsigned count = 0;

    for (unsigned i = 0; i < length && count < QUOTES_MAX; i++) {
        if (infos[i].codepoint >= 0x2018 && infos[i].codepoint <= 0x201D) {
            features[count++] = (hb_feature_t){
                .tag = HB_TAG('p', 'w', 'i', 'd'),
                .value = 1,
                .start = infos[i].cluster,
                .end = infos[i].cluster + 1,
            };
        }
    }
    return count;
}

/* Appends the glyphs of a piece, clusters counted from its beginning. */
static void shape_piece(struct shaper *shaper, const struct font *font,
    bool is_english, const char *text, size_t size, GArray *out)
{
    hb_buffer_t *buffer = shaper->buffer;
    const hb_glyph_info_t *infos;
    const hb_glyph_position_t *positions;
    hb_feature_t features[QUOTES_MAX];
    unsigned count;

    hb_buffer_clear_contents(buffer);
    hb_buffer_set_cluster_level(
        buffer, HB_BUFFER_CLUSTER_LEVEL_MONOTONE_GRAPHEMES);
    hb_buffer_add_utf8(buffer, text, (int)size, 0, (int)size);
    /* Chinese figures are proportional in the Noto faces, others are all of
     * one width: columns need the latter, and ASCII has no other forms. */
    is_english = is_english || (unsigned char)*text < 0x80;
    hb_buffer_set_direction(buffer, HB_DIRECTION_LTR);
    hb_buffer_set_script(buffer, script_of(buffer, is_english));
    hb_buffer_set_language(
        buffer, is_english ? shaper->english : shaper->chinese);
    count = is_english ? quotes_find(buffer, features) : 0;
    hb_shape(font->font, buffer, features, count);
    infos = hb_buffer_get_glyph_infos(buffer, &count);
    positions = hb_buffer_get_glyph_positions(buffer, &count);
    for (unsigned i = 0; i < count; i++) {
        struct glyph glyph = {
            .id = infos[i].codepoint,
            .cluster = infos[i].cluster,
            .advance = positions[i].x_advance,
            .x_offset = positions[i].x_offset,
            .y_offset = positions[i].y_offset,
        };

        g_array_append_val(out, glyph);
    }
}

/* Counts the clusters of the glyphs from first on from offset instead of 0. */
static void move_clusters(GArray *out, guint first, size_t offset)
{
    for (guint i = first; i < out->len; i++) {
        g_array_index(out, struct glyph, i).cluster += (uint32_t)offset;
    }
}

static void keep_piece(
    struct shaper *shaper, const struct piece *key, GArray *out, guint first)
{
    guint count = out->len - first;
    struct piece *piece;

    if (count > UINT8_MAX) {
        return;
    }
    if (g_hash_table_size(shaper->pieces) >= PIECES_MAX) {
        g_hash_table_remove_all(shaper->pieces);
    }
    piece = g_malloc(sizeof *piece + count * sizeof piece->glyphs[0]);
    *piece = *key;
    piece->count = (uint8_t)count;
    if (count > 0) {
        memcpy(piece->glyphs, &g_array_index(out, struct glyph, first),
            count * sizeof piece->glyphs[0]);
    }
    g_hash_table_add(shaper->pieces, piece);
}

static void shape_ascii(void *context, const struct font *font,
    const char *text, size_t size, GArray *out)
{
    shape_piece(context, font, true, text, size, out);
}

struct shaper *shaper_new(void)
{
    struct shaper *shaper = kept_take("shaper", "");

    if (shaper != NULL) {
        return shaper;
    }
    shaper = g_new0(struct shaper, 1);
    shaper->buffer = hb_buffer_create();
    shaper->chinese = hb_language_from_string("zh-Hans", -1);
    shaper->english = hb_language_from_string("en", -1);
    shaper->pieces =
        g_hash_table_new_full(piece_hash, piece_equal, g_free, NULL);
    shaper->figures = figures_new(shape_ascii, shaper);
    shaper->han = g_ptr_array_new_with_free_func(han_free);
    return shaper;
}

static void add_piece(struct shaper *shaper, const struct font *font,
    bool is_english, const char *text, size_t from, size_t size, GArray *out)
{
    struct piece key = {.font = font, .is_english = is_english};
    const struct piece *found = NULL;
    guint first = out->len;

    if (figures_add(shaper->figures, font, text, from, size, out)) {
        return;
    }
    if (size <= PIECE_MAX) {
        key.size = (uint8_t)size;
        memcpy(key.text, text + from, size);
        found = g_hash_table_lookup(shaper->pieces, &key);
    }
    if (found != NULL) {
        g_array_append_vals(out, found->glyphs, found->count);
    } else {
        shape_piece(shaper, font, is_english, text + from, size, out);
        if (size <= PIECE_MAX) {
            keep_piece(shaper, &key, out, first);
        }
    }
    move_clusters(out, first, from);
}

static struct han *han_lookup(struct shaper *shaper, const struct font *font,
    bool is_english, uint32_t character)
{
    guint key = font->place * 2 + is_english;
    struct han **blocks;
    struct han **block;

    if (key >= shaper->han->len) {
        g_ptr_array_set_size(shaper->han, (gint)key + 1);
    }
    blocks = shaper->han->pdata[key];
    if (blocks == NULL) {
        blocks = g_new0(struct han *, HAN_BLOCKS);
        shaper->han->pdata[key] = blocks;
    }
    block = &blocks[character >> 8];
    if (*block == NULL) {
        *block = g_new0(struct han, 256);
    }
    return &(*block)[character & 0xFF];
}

/* A Han character that nothing follows that would change it. */
static void add_han(struct shaper *shaper, const struct font *font,
    bool is_english, const char *text, size_t from, uint32_t character,
    GArray *out)
{
    struct han *han = han_lookup(shaper, font, is_english, character);
    guint first = out->len;

    if (han->advance != 0) {
        struct glyph glyph = {
            .id = han->glyph,
            .cluster = (uint32_t)from,
            .advance = han->advance,
        };

        g_array_append_val(out, glyph);
        return;
    }
    shape_piece(shaper, font, is_english, text + from, 3, out);
    move_clusters(out, first, from);
    if (out->len == first + 1) {
        const struct glyph *glyph = &g_array_index(out, struct glyph, first);

        if (glyph->x_offset == 0 && glyph->y_offset == 0) {
            han->glyph = glyph->id;
            han->advance = glyph->advance;
        }
    }
}

/* In the BMP, hence three bytes long. */
static bool is_han(uint32_t c)
{
    return c >= HAN_FIRST && c <= HAN_LAST && !(c >= 0x4DC0 && c <= 0x4DFF);
}

/* Variation selectors and combining marks belong to what stands before. */
static bool joins_previous(const char *text, size_t from, size_t size)
{
    uint32_t c;

    if (from >= size || (unsigned char)text[from] < 0xCC) {
        return false;
    }
    c = g_utf8_get_char(text + from);
    return (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF) ||
           (c >= 0x302A && c <= 0x302F) || g_unichar_ismark(c);
}

/*
 * Where the piece that begins at from ends: before a Han character, behind a
 * run of blanks, and in Chinese between ASCII and the rest.
 */
static size_t piece_end(
    const char *text, size_t from, size_t size, bool is_english)
{
    bool is_ascii = (unsigned char)text[from] < 0x80;
    size_t i = (size_t)(g_utf8_next_char(text + from) - text);

    while (i < size) {
        if (text[i - 1] == ' ' && text[i] != ' ') {
            break;
        }
        if (!is_english && ((unsigned char)text[i] < 0x80) != is_ascii &&
            !joins_previous(text, i, size)) {
            break;
        }
        if ((unsigned char)text[i] >= 0xE3 &&
            is_han(g_utf8_get_char(text + i))) {
            break;
        }
        i = (size_t)(g_utf8_next_char(text + i) - text);
    }
    return MIN(i, size);
}

void shape(struct shaper *shaper, const struct font *font, const char *lang,
    const char *text, size_t size, GArray *out)
{
    bool is_english = strcmp(lang, "en") == 0;
    size_t from = 0;

    while (from < size) {
        uint32_t c = (unsigned char)text[from] >= 0xE3
                         ? g_utf8_get_char(text + from)
                         : 0;

        if (is_han(c) && !joins_previous(text, from + 3, size)) {
            add_han(shaper, font, is_english, text, from, c, out);
            from += 3;
        } else {
            size_t end = piece_end(text, from, size, is_english);

            add_piece(shaper, font, is_english, text, from, end - from, out);
            from = end;
        }
    }
}
