/*
 * Of a CFF face the outlines alone, with the CIDs of its glyphs their numbers;
 * the whole of a TrueType one.
 */
#include "type/outlines.h"

#include <glib.h>
#include <hb-ot.h>

#include "type/face.h"

#define TAG_CFF OUTLINES_CFF
#define TAG_GLYF HB_TAG('g', 'l', 'y', 'f')

static bool has_table(hb_face_t *face, hb_tag_t tag)
{
    hb_blob_t *table = hb_face_reference_table(face, tag);
    bool has = hb_blob_get_length(table) > 0;

    hb_blob_destroy(table);
    return has;
}

static enum cff_numbers numbers_of(hb_face_t *face)
{
    hb_blob_t *table = hb_face_reference_table(face, TAG_CFF);
    unsigned size;
    const char *bytes = hb_blob_get_data(table, &size);
    enum cff_numbers numbers = cff_numbers(
        (const unsigned char *)bytes, size, hb_face_get_glyph_count(face));

    hb_blob_destroy(table);
    return numbers;
}

/* A copy of the table "CFF " in which the CID of a glyph is its number. */
static hb_blob_t *renumbered(hb_face_t *face)
{
    hb_blob_t *table = hb_face_reference_table(face, TAG_CFF);
    unsigned size;
    const char *bytes = hb_blob_get_data(table, &size);
    unsigned char *copy = g_memdup2(bytes, size);

    hb_blob_destroy(table);
    cff_renumber(copy, size, hb_face_get_glyph_count(face));
    return hb_blob_create(
        (const char *)copy, size, HB_MEMORY_MODE_WRITABLE, copy, g_free);
}

/*
 * The face with the tables that the outlines need and no more: hb-subset goes
 * through all characters of a face that has a cmap.  The caller destroys it.
 */
static hb_face_t *outlines_alone(hb_face_t *face, enum cff_numbers numbers)
{
    static const hb_tag_t needed[] = {
        TAG_CFF,
        HB_TAG('h', 'e', 'a', 'd'),
        HB_TAG('m', 'a', 'x', 'p'),
    };
    hb_face_t *outlines = hb_face_builder_create();

    for (size_t i = 0; i < G_N_ELEMENTS(needed); i++) {
        hb_blob_t *table = needed[i] == TAG_CFF && numbers == CFF_DIFFERENT
                               ? renumbered(face)
                               : hb_face_reference_table(face, needed[i]);

        hb_face_builder_add_table(outlines, needed[i], table);
        hb_blob_destroy(table);
    }
    return outlines;
}

const struct outlines *outlines_of(const struct font *font)
{
    struct outlines *outlines = font->outlines;

    if (outlines->is_made) {
        return outlines;
    }
    outlines->is_made = true;
    outlines->is_cff = has_table(font->face, TAG_CFF);
    outlines->numbers =
        outlines->is_cff ? numbers_of(font->face) : CFF_SAME;
    if (outlines->is_cff && outlines->numbers != CFF_DAMAGED) {
        outlines->face = outlines_alone(font->face, outlines->numbers);
    } else if (!outlines->is_cff && has_table(font->face, TAG_GLYF)) {
        outlines->face = hb_face_reference(font->face);
    }
    return outlines;
}

void outlines_clear(struct outlines *outlines)
{
    hb_face_destroy(outlines->face);
}
