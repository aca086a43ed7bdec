/*
 * The flat list's characters to glyphs.  Characters composed on the em box
 * take the nominal glyph of their face; everything else is shaped, word by
 * word, so that the shaper's memory of words is of use.
 */
#include "page/glyphs.h"

#include <string.h>

#include "base/diag.h"
#include "base/kept.h"
#include "doc/doc.h"
#include "page/compose.h"
#include "page/flat.h"
#include "type/shape.h"

/* Direct-mapped: a later character of the same place takes it over. */
#define CACHE_SIZE 16384U

#define KEY_BITS 26 /* of a character and a style */
#define ROUNDS 64   /* that the bits above these tell apart */

struct cache_entry {
    uint32_t key; /* round, character and style; 0: empty */
    struct glyph_face face;
};

/* A batch keeps its memory, large for a report of one page; what an earlier
 * round left there is nothing. */
struct glyph_cache {
    struct fonts *fonts;
    GHashTable *missing; /* what was reported */
    uint32_t round;      /* from 1 */
    struct cache_entry entries[CACHE_SIZE];
};

struct glyph_cache *glyph_cache_new(struct fonts *fonts)
{
    struct glyph_cache *cache = kept_take("glyphs", "");

    if (cache == NULL) {
        cache = g_new0(struct glyph_cache, 1);
    }
    if (++cache->round == ROUNDS) {
        memset(cache->entries, 0, sizeof cache->entries);
        cache->round = 1;
    }
    cache->fonts = fonts;
    cache->missing =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    return cache;
}

void glyph_cache_free(struct glyph_cache *cache)
{
    g_hash_table_destroy(cache->missing);
    kept_give("glyphs", "", cache, g_free);
}

/* A full-width mark, or a quotation mark that is one in Chinese. */
static bool is_mark(uint32_t character, const char *lang)
{
    enum char_class class = class_of(character);

    return class_has_left(class) || class_has_right(class) ||
           (*lang == 'z' &&
               (class == CLASS_QUOTE_OPEN || class == CLASS_QUOTE_CLOSE));
}

static struct glyph_face find_face(struct fonts *fonts, struct font_style style,
    const char *lang, uint32_t character)
{
    struct glyph_face face = {
        .font = fonts_choose(fonts, style, lang, character)};

    if (face.font != NULL) {
        face.glyph = font_glyph(face.font, character);
        face.advance = font_advance(face.font, face.glyph);
        if (is_mark(character, lang)) {
            font_half(face.font, character, &face.left, &face.right);
        }
    }
    return face;
}

struct glyph_face glyph_cache_lookup(struct glyph_cache *cache,
    struct font_style style, const char *lang, uint32_t character)
{
    uint32_t key = character << 5 | (uint32_t)style.role << 3 |
                   (style.is_bold ? 4U : 0U) | (style.is_italic ? 2U : 0U) |
                   (*lang == 'z' ? 1U : 0U);
    struct cache_entry *entry = &cache->entries[(key * 2654435761U) >> 18];

    key |= cache->round << KEY_BITS;
    if (entry->key != key) {
        entry->key = key;
        entry->face = find_face(cache->fonts, style, lang, character);
    }
    return entry->face;
}

/* Set on the em box: not shaped with its neighbours. */
static bool is_single(const struct flat_char *c)
{
    return c->class == CLASS_SPACE || c->class == CLASS_FIXED_SPACE ||
           (class_is_cjk(c->class) && c->class != CLASS_DASH &&
               c->class != CLASS_ELLIPSIS);
}

/* The language that decides the form of a shared character. */
static const char *form_lang(const struct flat *flat, const struct flat_char *c)
{
    if (c->is_wide) {
        return "zh-CN";
    }
    if (c->code >= 0x2018 && c->code <= 0x201D) {
        return "en";
    }
    return g_array_index(flat->styles, struct flat_style, c->style).lang;
}

void glyph_report_missing(struct diag *diag, GHashTable *said,
    const struct doc_node *node, uint32_t code)
{
    char *key = g_strdup_printf("%p %x", (const void *)node, code);
    char character[7] = "";
    char number[12];

    character[g_unichar_to_utf8(code, character)] = '\0';
    g_snprintf(number, sizeof number, "%04X", code);
    if (g_hash_table_add(said, key)) {
        diag_report(diag, DIAG_NO_GLYPH, doc_pos(node), character, number);
    }
}

static struct glyph_face face_of(
    struct compose *compose, const struct flat_char *c, const char *lang)
{
    const struct flat_style *style =
        &g_array_index(compose->flat->styles, struct flat_style, c->style);
    struct glyph_face face =
        glyph_cache_lookup(compose->glyphs, style->font, lang, c->code);

    if (face.font == NULL) {
        glyph_report_missing(
            compose->diag, compose->glyphs->missing, style->node, c->code);
        face = glyph_cache_lookup(compose->glyphs, style->font, lang, ' ');
    }
    return face;
}

static uint32_t run_index(
    struct flat *flat, const struct font *font, uint32_t style)
{
    struct flat_run run = {.font = font, .style = style};
    guint count = flat->runs->len;

    if (count > 0) {
        const struct flat_run *last =
            &g_array_index(flat->runs, struct flat_run, count - 1);

        if (last->font == font && last->style == style) {
            return (uint32_t)(count - 1);
        }
    }
    g_array_append_val(flat->runs, run);
    return (uint32_t)count;
}

static int32_t to_len(int32_t units, len size, const struct font *font)
{
    return (int32_t)len_scale(size, units, font_upem(font));
}

static void add_single(
    struct compose *compose, const struct glyph_face *face, size_t i)
{
    struct flat *flat = compose->flat;
    const struct flat_char *c = flat_char(flat, i);
    struct flat_item item = {.glyph = face->glyph,
        .text = c->offset,
        .last = (uint32_t)i,
        .run = run_index(flat, face->font, c->style),
        .class = c->class,
        .permit = c->permit};
    const struct flat_style *style =
        &g_array_index(flat->styles, struct flat_style, c->style);

    item.advance = to_len(face->advance, style->size, face->font);
    item.left = to_len(face->left, style->size, face->font);
    item.right = to_len(face->right, style->size, face->font);
    if (class_is_cjk(c->class) || c->code == 0x3000) {
        item.advance += (int32_t)style->track;
        /* Half a mark is half a cell of the grid. */
        item.left += item.left > 0 ? (int32_t)style->track / 2 : 0;
        item.right += item.right > 0 ? (int32_t)style->track / 2 : 0;
    }
    g_array_append_val(flat->items, item);
}

/* The character of the paragraph that begins at this byte, from i on. */
static size_t char_at(const struct flat *flat, size_t i, uint32_t offset)
{
    while (
        i + 1 < flat->chars->len && flat_char(flat, i + 1)->offset <= offset) {
        i++;
    }
    return i;
}

/* Characters first to end, of one face and style, through the shaper. */
static void add_shaped(struct compose *compose, const struct font *font,
    const char *lang, size_t first, size_t end)
{
    struct flat *flat = compose->flat;
    const struct flat_char *c = flat_char(flat, first);
    uint32_t offset = c->offset;
    uint32_t stop = end < flat->chars->len ? flat_char(flat, end)->offset
                                           : (uint32_t)flat->text_size;
    len size = g_array_index(flat->styles, struct flat_style, c->style).size;
    uint32_t run = run_index(flat, font, c->style);
    size_t position = first;
    guint count = flat->items->len;

    g_array_set_size(flat->glyphs, 0);
    shape(compose->shaper, font, lang, flat->text + offset, stop - offset,
        flat->glyphs);
    g_array_set_size(flat->items, count + flat->glyphs->len);
    for (guint i = 0; i < flat->glyphs->len; i++) {
        const struct glyph *g = &g_array_index(flat->glyphs, struct glyph, i);
        uint32_t next = stop;
        struct flat_item item = {.glyph = g->id, .run = run};

        for (guint k = i + 1; k < flat->glyphs->len; k++) {
            const struct glyph *later =
                &g_array_index(flat->glyphs, struct glyph, k);

            if (later->cluster != g->cluster) {
                next = offset + later->cluster;
                break;
            }
        }
        item.text = offset + g->cluster;
        position = char_at(flat, position, item.text);
        item.class = flat_char(flat, position)->class;
        item.last = (uint32_t)char_at(flat, position, next - 1);
        item.permit = flat_char(flat, item.last)->permit;
        if (i + 1 < flat->glyphs->len &&
            g_array_index(flat->glyphs, struct glyph, i + 1).cluster ==
                g->cluster) {
            item.permit = PERMIT_NO;
        }
        item.advance = to_len(g->advance, size, font);
        item.x_offset = to_len(g->x_offset, size, font);
        item.y_offset = to_len(g->y_offset, size, font);
        *flat_item(flat, count++) = item;
    }
}

/* Where the stretch that is shaped together with i ends. */
static size_t shaped_end(struct compose *compose, size_t i,
    const struct font *font, const char *lang)
{
    struct flat *flat = compose->flat;
    uint32_t style = flat_char(flat, i)->style;

    while (++i < flat->chars->len) {
        const struct flat_char *c = flat_char(flat, i);

        if (c->style != style || is_single(c) || c->class == CLASS_BREAK ||
            c->class == CLASS_CONTROL) {
            break;
        }
        if (strcmp(form_lang(flat, c), lang) != 0 ||
            face_of(compose, c, lang).font != font) {
            break;
        }
    }
    return i;
}

void flat_shape(struct compose *compose)
{
    struct flat *flat = compose->flat;
    size_t i = 0;

    while (i < flat->chars->len) {
        const struct flat_char *c = flat_char(flat, i);
        const char *lang;
        struct glyph_face face;

        if (c->class == CLASS_BREAK || c->class == CLASS_CONTROL) {
            i++;
            continue;
        }
        lang = form_lang(flat, c);
        face = face_of(compose, c, lang);
        if (face.font == NULL) {
            i++; /* not even a blank: reported */
        } else if (is_single(c)) {
            add_single(compose, &face, i);
            i++;
        } else {
            size_t end = shaped_end(compose, i, face.font, lang);

            add_shaped(compose, face.font, lang, i, end);
            i = end;
        }
    }
}
