/*
 * By HarfBuzz, the file mapped into memory.
 */
#include "type/embedding.h"

#include <string.h>

#include <hb-ot.h>

#define NAME_SIZE 128
#define TYPE_AT 8 /* in the table */

static int type_of(hb_face_t *face, const char *name)
{
    char text[NAME_SIZE];
    unsigned length = sizeof text;
    unsigned size;
    hb_blob_t *table;
    const unsigned char *bytes;
    int type = -1;

    hb_ot_name_get_utf8(face, HB_OT_NAME_ID_POSTSCRIPT_NAME,
        hb_language_from_string("en", -1), &length, text);
    if (strcmp(text, name) != 0) {
        return -1;
    }
    table = hb_face_reference_table(face, HB_TAG('O', 'S', '/', '2'));
    bytes = (const unsigned char *)hb_blob_get_data(table, &size);
    if (size >= TYPE_AT + 2) {
        type = bytes[TYPE_AT] << 8 | bytes[TYPE_AT + 1];
    }
    hb_blob_destroy(table);
    return type;
}

int embedding_of(const char *file, const char *name)
{
    hb_blob_t *blob = hb_blob_create_from_file(file);
    unsigned count = hb_face_count(blob);
    int type = -1;

    for (unsigned i = 0; i < count && type < 0; i++) {
        hb_face_t *face = hb_face_create(blob, i);

        type = type_of(face, name);
        hb_face_destroy(face);
    }
    hb_blob_destroy(blob);
    return type;
}
