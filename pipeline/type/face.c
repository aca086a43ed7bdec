/*
 * Opens a face with HarfBuzz, the file mapped into memory, and reads the few
 * metrics that HarfBuzz does not hand out as the font has them.
 */
#include "type/face.h"

#include <string.h>

#include <glib.h>
#include <hb-ot.h>

#include "type/catalogue.h"
#include "type/outlines.h"

/* Big-endian numbers of a table; 0 past its end. */
static int table_u16(hb_blob_t *table, unsigned offset)
{
    unsigned size;
    const char *bytes = hb_blob_get_data(table, &size);

    if (size < 2 || offset > size - 2) {
        return 0;
    }
    return (unsigned char)bytes[offset] << 8 |
           (unsigned char)bytes[offset + 1];
}

static int table_i16(hb_blob_t *table, unsigned offset)
{
    return (int16_t)table_u16(table, offset);
}

static void read_os2(hb_face_t *face, struct face_metrics *metrics)
{
    hb_blob_t *os2 =
        hb_face_reference_table(face, HB_TAG('O', 'S', '/', '2'));
    int family_class = table_i16(os2, 30) >> 8;

    metrics->weight = table_u16(os2, 4);
    /* Of IBM's classes 1 to 5 and 7 have serifs; PANOSE says so too. */
    metrics->is_serif = (family_class >= 1 && family_class <= 7) ||
                        (table_u16(os2, 32) >> 8 == 2 &&
                            (table_u16(os2, 32) & 0xFF) >= 2 &&
                            (table_u16(os2, 32) & 0xFF) <= 10);
    metrics->ascent = table_i16(os2, 68);
    metrics->descent = -table_i16(os2, 70);
    if (table_u16(os2, 0) >= 2) {
        metrics->x_height = table_i16(os2, 86);
        metrics->cap_height = table_i16(os2, 88);
    }
    hb_blob_destroy(os2);
}

static void read_metrics(hb_face_t *face, struct face_metrics *metrics)
{
    hb_blob_t *head =
        hb_face_reference_table(face, HB_TAG('h', 'e', 'a', 'd'));
    hb_blob_t *post =
        hb_face_reference_table(face, HB_TAG('p', 'o', 's', 't'));

    metrics->upem = (int)hb_face_get_upem(face);
    for (unsigned i = 0; i < 4; i++) {
        metrics->box[i] = table_i16(head, 36 + 2 * i);
    }
    metrics->italic_angle = table_i16(post, 4);
    metrics->is_fixed = (table_u16(post, 12) | table_u16(post, 14)) != 0;
    hb_blob_destroy(head);
    hb_blob_destroy(post);
    read_os2(face, metrics);
    /* Without the table: usual proportions. */
    if (metrics->ascent <= 0) {
        metrics->ascent = metrics->upem * 88 / 100;
        metrics->descent = metrics->upem - metrics->ascent;
    }
    if (metrics->cap_height <= 0) {
        metrics->cap_height = metrics->ascent * 8 / 10;
    }
    if (metrics->x_height <= 0) {
        metrics->x_height = metrics->cap_height * 7 / 10;
    }
}

/*
 * The PostScript name of the font, of the characters that a PDF name can hold
 * as they are.
 */
static char *read_name(hb_face_t *face)
{
    char name[64] = "";
    unsigned size = sizeof name;
    char *to = name;

    hb_ot_name_get_utf8(face, HB_OT_NAME_ID_POSTSCRIPT_NAME,
        hb_language_from_string("en", -1), &size, name);
    for (const char *p = name; *p != '\0'; p++) {
        if (g_ascii_isalnum(*p) || strchr("-_.", *p) != NULL) {
            *to++ = *p;
        }
    }
    *to = '\0';
    return g_strdup(*name == '\0' ? "Unnamed" : name);
}

struct font *face_open(const struct catalogue_face *source, unsigned place)
{
    hb_blob_t *blob = hb_blob_create_from_file_or_fail(source->file);
    hb_face_t *face;
    struct font *font;

    if (blob == NULL) {
        return NULL;
    }
    face = hb_face_create(blob, source->index);
    hb_blob_destroy(blob);
    if (hb_face_get_glyph_count(face) == 0) {
        hb_face_destroy(face);
        return NULL;
    }
    font = g_new0(struct font, 1);
    font->place = place;
    font->index = FACE_UNUSED;
    font->outlines = g_new0(struct outlines, 1);
    font->halves = g_hash_table_new_full(NULL, NULL, NULL, g_free);
    font->name = read_name(face);
    font->file = source->file;
    font->is_synthetic_bold = source->is_emboldened;
    font->face = face;
    font->font = hb_font_create(face);
    hb_face_make_immutable(face);
    hb_font_make_immutable(font->font);
    read_metrics(face, &font->metrics);
    return font;
}

void face_close(struct font *font)
{
    if (font != NULL) {
        outlines_clear(font->outlines);
        g_free(font->outlines);
        g_hash_table_unref(font->halves);
        hb_font_destroy(font->font);
        hb_face_destroy(font->face);
        g_free(font->name);
        g_free(font);
    }
}
