/*
 * Subsets by hb-subset.  CFF glyphs are named by number in the PDF, so they
 * must keep them: CID-keyed fonts keep their CIDs by themselves, which are made
 * those numbers first where they are not; others are told to.
 */
#include "type/subset.h"

#include <string.h>

#include <hb-ot.h>
#include <hb-subset.h>

#include "type/cff.h"
#include "type/face.h"

#define TAG_CFF HB_TAG('C', 'F', 'F', ' ')
#define TAG_GLYF HB_TAG('g', 'l', 'y', 'f')

/* Nothing reads these in a PDF. */
static const hb_tag_t unused_tables[] = {
    HB_TAG('G', 'S', 'U', 'B'),
    HB_TAG('G', 'P', 'O', 'S'),
    HB_TAG('G', 'D', 'E', 'F'),
    HB_TAG('B', 'A', 'S', 'E'),
    HB_TAG('D', 'S', 'I', 'G'),
    HB_TAG('O', 'S', '/', '2'),
    HB_TAG('V', 'O', 'R', 'G'),
    HB_TAG('c', 'm', 'a', 'p'),
    HB_TAG('g', 'a', 's', 'p'),
    HB_TAG('k', 'e', 'r', 'n'),
    HB_TAG('m', 'e', 't', 'a'),
    HB_TAG('n', 'a', 'm', 'e'),
    HB_TAG('p', 'o', 's', 't'),
    HB_TAG('v', 'h', 'e', 'a'),
    HB_TAG('v', 'm', 't', 'x'),
};

static bool has_table(hb_face_t *face, hb_tag_t tag)
{
    hb_blob_t *table = hb_face_reference_table(face, tag);
    bool has = hb_blob_get_length(table) > 0;

    hb_blob_destroy(table);
    return has;
}

static GBytes *bytes_of(hb_blob_t *blob)
{
    unsigned size;
    const char *data = hb_blob_get_data(blob, &size);

    return g_bytes_new(data, size);
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

static unsigned flags_of(bool is_cff, enum cff_numbers numbers)
{
    unsigned flags = HB_SUBSET_FLAGS_DEFAULT;

    if (is_cff) {
        /* Without subroutines: faster, and smaller once compressed. */
        flags |= HB_SUBSET_FLAGS_DESUBROUTINIZE;
    }
    if (is_cff && numbers == CFF_BY_NAME) {
        flags |= HB_SUBSET_FLAGS_RETAIN_GIDS;
    }
    return flags;
}

static hb_subset_input_t *input_of(
    const uint32_t *glyphs, size_t count, unsigned flags)
{
    hb_subset_input_t *input = hb_subset_input_create_or_fail();
    hb_set_t *wanted;
    hb_set_t *dropped;

    if (input == NULL) {
        return NULL;
    }
    wanted = hb_subset_input_glyph_set(input);
    for (size_t i = 0; i < count; i++) {
        hb_set_add(wanted, glyphs[i]);
    }
    dropped = hb_subset_input_set(input, HB_SUBSET_SETS_DROP_TABLE_TAG);
    for (size_t i = 0; i < G_N_ELEMENTS(unused_tables); i++) {
        hb_set_add(dropped, unused_tables[i]);
    }
    hb_subset_input_set_flags(input, flags);
    return input;
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
static hb_face_t *outlines_of(hb_face_t *face, enum cff_numbers numbers)
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

static void take_renumbering(hb_subset_plan_t *plan, const uint32_t *glyphs,
    size_t count, struct subset *subset)
{
    const hb_map_t *map = hb_subset_plan_old_to_new_glyph_mapping(plan);

    subset->renumbered = g_new(uint16_t, count);
    for (size_t i = 0; i < count; i++) {
        subset->renumbered[i] = (uint16_t)hb_map_get(map, glyphs[i]);
    }
}

bool subset_make(const struct font *font, const uint32_t *glyphs, size_t count,
    struct subset *subset)
{
    bool is_cff = has_table(font->face, TAG_CFF);
    enum cff_numbers numbers = is_cff ? numbers_of(font->face) : CFF_SAME;
    hb_subset_input_t *input =
        input_of(glyphs, count, flags_of(is_cff, numbers));
    hb_face_t *whole = is_cff ? outlines_of(font->face, numbers)
                              : hb_face_reference(font->face);
    hb_subset_plan_t *plan = NULL;
    hb_face_t *face = NULL;
    hb_blob_t *blob = NULL;

    memset(subset, 0, sizeof *subset);
    subset->outlines = is_cff ? SUBSET_CFF : SUBSET_TRUETYPE;
    if (input == NULL || numbers == CFF_DAMAGED ||
        (!is_cff && !has_table(font->face, TAG_GLYF))) {
        goto out;
    }
    plan = hb_subset_plan_create_or_fail(whole, input);
    face = plan == NULL ? NULL : hb_subset_plan_execute_or_fail(plan);
    if (face == NULL) {
        goto out;
    }
    blob = is_cff ? hb_face_reference_table(face, TAG_CFF)
                  : hb_face_reference_blob(face);
    if (hb_blob_get_length(blob) > 0) {
        subset->program = bytes_of(blob);
        if (!is_cff) {
            take_renumbering(plan, glyphs, count, subset);
        }
    }
out:
    hb_blob_destroy(blob);
    hb_face_destroy(face);
    hb_face_destroy(whole);
    hb_subset_plan_destroy(plan);
    hb_subset_input_destroy(input);
    return subset->program != NULL;
}

void subset_clear(struct subset *subset)
{
    if (subset->program != NULL) {
        g_bytes_unref(subset->program);
    }
    g_free(subset->renumbered);
    memset(subset, 0, sizeof *subset);
}

static int thousandths(const struct font *font, int units)
{
    int upem = font->metrics.upem;
    int half = units < 0 ? -upem / 2 : upem / 2;

    return (units * 1000 + half) / upem;
}

void font_facts(const struct font *font, struct font_facts *facts)
{
    const struct face_metrics *metrics = &font->metrics;

    facts->ascent = thousandths(font, metrics->ascent);
    facts->descent = thousandths(font, metrics->descent);
    facts->cap_height = thousandths(font, metrics->cap_height);
    facts->x_height = thousandths(font, metrics->x_height);
    for (int i = 0; i < 4; i++) {
        facts->box[i] = thousandths(font, metrics->box[i]);
    }
    facts->weight = metrics->weight;
    facts->italic_angle = metrics->italic_angle;
    facts->is_serif = metrics->is_serif;
    facts->is_fixed = metrics->is_fixed;
    facts->glyph_count = hb_face_get_glyph_count(font->face);
}
