/*
 * Subsets by hb-subset.  CFF glyphs are named by number in the PDF, so they
 * must keep them: CID-keyed fonts keep their CIDs by themselves, which are
 * those numbers (type/outlines.h); others are told to.
 */
#include "type/subset.h"

#include <string.h>

#include <hb-ot.h>
#include <hb-subset.h>

#include "type/face.h"
#include "type/outlines.h"

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

static GBytes *bytes_of(hb_blob_t *blob)
{
    unsigned size;
    const char *data = hb_blob_get_data(blob, &size);

    return g_bytes_new(data, size);
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
    const struct outlines *outlines = outlines_of(font);
    bool is_cff = outlines->is_cff;
    hb_subset_input_t *input =
        input_of(glyphs, count, flags_of(is_cff, outlines->numbers));
    hb_subset_plan_t *plan = NULL;
    hb_face_t *face = NULL;
    hb_blob_t *blob = NULL;

    memset(subset, 0, sizeof *subset);
    subset->outlines = is_cff ? SUBSET_CFF : SUBSET_TRUETYPE;
    if (input == NULL || outlines->face == NULL) {
        goto out;
    }
    plan = hb_subset_plan_create_or_fail(outlines->face, input);
    face = plan == NULL ? NULL : hb_subset_plan_execute_or_fail(plan);
    if (face == NULL) {
        goto out;
    }
    blob = is_cff ? hb_face_reference_table(face, OUTLINES_CFF)
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
