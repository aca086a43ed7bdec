/*
 * Rules of PDF/A on the objects, fonts and shown codes of a file, as two
 * libraries that had no part in it see them: libqpdf the file, FreeType the
 * embedded fonts.
 *
 *     archived FILE...
 *
 * Writes a line for each fault, the rule first; exit status 1 if there was one.
 * The rules: A2, limits (ISO 19005-3, 6.1.13) and what no file holds; A4, fonts
 * (6.2.11); A5, codes have a meaning (6.2.11.7); A7, annotations (6.3).
 */
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <ft2build.h>
#include FT_FREETYPE_H
#include <glib.h>
#include <qpdf/qpdf-c.h>

#define STRING_MAX 32767
#define NAME_MAX_BYTES 127
#define OBJECTS_MAX 8388607
#define STATES_MAX 28
#define CODES 65536

static const char *file_name;
static bool is_bad;

static void fault(const char *rule, const char *format, ...)
    G_GNUC_PRINTF(2, 3);
static void fault(const char *rule, const char *format, ...)
{
    va_list values;

    printf("%s: %s: ", rule, file_name);
    va_start(values, format);
    vprintf(format, values);
    va_end(values);
    putchar('\n');
    is_bad = true;
}

/* --- A2: objects --- */

static void check_name(int id, const char *name)
{
    /* Filters, actions and entries that PDF/A forbids. */
    static const char *const forbidden[] = {"/LZWDecode", "/Crypt", "/Encrypt",
        "/Launch", "/JavaScript", "/JS", "/Sound", "/Movie", "/ResetForm",
        "/ImportData", "/Hide", "/SetOCGState", "/Rendition", "/Trans",
        "/GoTo3DView", "/AA", "/AcroForm", "/XFA", "/HTP", "/PS", "/OPI",
        "/Alternates", "/Ref", "/CIDSet", "/NeedsRendering"};

    if (strlen(name) - 1 > NAME_MAX_BYTES) {
        fault("A2", "object %d: a name of %zu bytes", id, strlen(name) - 1);
    }
    for (size_t i = 0; i < G_N_ELEMENTS(forbidden); i++) {
        if (strcmp(name, forbidden[i]) == 0) {
            fault("A2", "object %d: has %s", id, name);
        }
    }
}

static void check_annotation(qpdf_data pdf, int id, qpdf_oh dict)
{
    enum { INVISIBLE = 1, HIDDEN = 2, PRINT = 4, NO_VIEW = 32, TOGGLE = 256 };
    int flags =
        qpdf_oh_get_int_value_as_int(pdf, qpdf_oh_get_key(pdf, dict, "/F"));

    if ((flags & (INVISIBLE | HIDDEN | PRINT | NO_VIEW | TOGGLE)) != PRINT) {
        fault("A7", "object %d: an annotation with the flags %d", id, flags);
    }
    if (qpdf_oh_has_key(pdf, dict, "/AP")) {
        fault("A7", "object %d: a link with an appearance", id);
    }
}

static void check_value(qpdf_data pdf, int id, qpdf_oh value);

static void check_dictionary(qpdf_data pdf, int id, qpdf_oh dict)
{
    g_autoptr(GPtrArray) keys = g_ptr_array_new_with_free_func(g_free);

    qpdf_oh_begin_dict_key_iter(pdf, dict);
    while (qpdf_oh_dict_more_keys(pdf)) {
        g_ptr_array_add(keys, g_strdup(qpdf_oh_dict_next_key(pdf)));
    }
    for (guint i = 0; i < keys->len; i++) {
        qpdf_oh value = qpdf_oh_get_key(pdf, dict, keys->pdata[i]);

        check_name(id, keys->pdata[i]);
        check_value(pdf, id, value);
        qpdf_oh_release(pdf, value);
    }
    if (qpdf_oh_is_dictionary_of_type(pdf, dict, "/Annot", NULL)) {
        check_annotation(pdf, id, dict);
    }
}

static void check_text(qpdf_data pdf, int id, qpdf_oh value)
{
    size_t size;

    (void)qpdf_oh_get_binary_string_value(pdf, value, &size);
    if (size > STRING_MAX) {
        fault("A2", "object %d: a string of %zu bytes", id, size);
    }
}

static void check_integer(qpdf_data pdf, int id, qpdf_oh value)
{
    long long number = qpdf_oh_get_int_value(pdf, value);

    if (number > INT32_MAX || number < INT32_MIN) {
        fault("A2", "object %d: the integer %lld", id, number);
    }
}

static void check_array(qpdf_data pdf, int id, qpdf_oh value)
{
    int count = qpdf_oh_get_array_n_items(pdf, value);

    for (int i = 0; i < count; i++) {
        qpdf_oh item = qpdf_oh_get_array_item(pdf, value, i);

        check_value(pdf, id, item);
        qpdf_oh_release(pdf, item);
    }
}

static void check_content(qpdf_data pdf, int id, qpdf_oh value)
{
    if (qpdf_oh_is_name(pdf, value)) {
        check_name(id, qpdf_oh_get_name(pdf, value));
    } else if (qpdf_oh_is_string(pdf, value)) {
        check_text(pdf, id, value);
    } else if (qpdf_oh_is_integer(pdf, value)) {
        check_integer(pdf, id, value);
    } else if (qpdf_oh_is_array(pdf, value)) {
        check_array(pdf, id, value);
    } else if (qpdf_oh_is_dictionary(pdf, value)) {
        check_dictionary(pdf, id, value);
    } else if (qpdf_oh_is_stream(pdf, value)) {
        qpdf_oh dict = qpdf_oh_get_dict(pdf, value);

        if (qpdf_oh_has_key(pdf, dict, "/F")) {
            fault("A2", "object %d: a stream in another file", id);
        }
        check_dictionary(pdf, id, dict);
    }
}

/* Other objects have their own turn. */
static void check_value(qpdf_data pdf, int id, qpdf_oh value)
{
    if (!qpdf_oh_is_indirect(pdf, value)) {
        check_content(pdf, id, value);
    }
}

static void check_objects(qpdf_data pdf)
{
    qpdf_oh trailer = qpdf_get_trailer(pdf);
    int count = qpdf_oh_get_int_value_as_int(
        pdf, qpdf_oh_get_key(pdf, trailer, "/Size"));

    if (count < 2 || count > OBJECTS_MAX) {
        fault("A2", "%d objects", count);
    }
    for (int id = 1; id < count; id++) {
        check_content(pdf, id, qpdf_get_object_by_id(pdf, id, 0));
        qpdf_oh_release_all(pdf);
    }
}

/* --- A4 and A5: fonts --- */

struct face {
    char *name; /* BaseFont */
    bool is_used[CODES];
    bool has_text[CODES];
    bool has_width[CODES];
    double widths[CODES]; /* thousandths of the em */
    double usual;
    GBytes *program;
    GBytes *glyphs; /* CIDToGIDMap; NULL: codes are glyphs or CIDs */
};

static GBytes *stream_bytes(qpdf_data pdf, qpdf_oh stream)
{
    unsigned char *bytes = NULL;
    size_t size = 0;
    GBytes *result;

    if (!qpdf_oh_is_stream(pdf, stream) ||
        qpdf_oh_get_stream_data(pdf, stream, qpdf_dl_generalized, NULL, &bytes,
            &size) != QPDF_SUCCESS) {
        return NULL;
    }
    result = g_bytes_new(bytes, size);
    free(bytes);
    return result;
}

/* The text of a code, in hexadecimal digits of UTF-16. */
static void check_meaning(
    const struct face *face, unsigned code, const char *text, size_t size)
{
    if (size == 0 || size % 4 != 0) {
        fault("A5", "%s: code %04X stands for <%.*s>", face->name, code,
            (int)size, text);
    }
    for (size_t i = 0; i + 4 <= size; i += 4) {
        if (memcmp(text + i, "0000", 4) == 0 ||
            g_ascii_strncasecmp(text + i, "FEFF", 4) == 0 ||
            g_ascii_strncasecmp(text + i, "FFFE", 4) == 0) {
            fault("A5", "%s: code %04X stands for U+%.4s", face->name, code,
                text + i);
        }
    }
}

static void read_meanings(struct face *face, GBytes *map)
{
    gsize size;
    const char *bytes = g_bytes_get_data(map, &size);
    g_autofree char *text = g_strndup(bytes, size);
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    bool is_within = false;

    for (char **line = lines; *line != NULL; line++) {
        unsigned code;
        const char *begin = strrchr(*line, '<');

        if (strstr(*line, "bfchar") != NULL) {
            is_within = strstr(*line, "begin") != NULL;
        } else if (is_within && begin != NULL &&
                   sscanf(*line, "<%4x>", &code) == 1) {
            face->has_text[code] = true;
            check_meaning(face, code, begin + 1, strcspn(begin + 1, ">"));
        }
    }
}

/* W: a first code, then the widths from it on, over and over. */
static void read_widths(qpdf_data pdf, struct face *face, qpdf_oh widths)
{
    int count = qpdf_oh_get_array_n_items(pdf, widths);

    for (int i = 0; i + 1 < count; i += 2) {
        int first = qpdf_oh_get_int_value_as_int(
            pdf, qpdf_oh_get_array_item(pdf, widths, i));
        qpdf_oh some = qpdf_oh_get_array_item(pdf, widths, i + 1);
        int size = qpdf_oh_get_array_n_items(pdf, some);

        for (int j = 0; j < size && first + j < CODES; j++) {
            face->has_width[first + j] = true;
            face->widths[first + j] = qpdf_oh_get_numeric_value(
                pdf, qpdf_oh_get_array_item(pdf, some, j));
        }
    }
}

/* A subset: six letters before the name. */
static void check_font_name(const char *name)
{
    for (int i = 0; i < 6; i++) {
        if (!g_ascii_isupper(name[1 + i])) {
            fault("A4", "%s is no name of a subset", name);
            return;
        }
    }
    if (name[7] != '+') {
        fault("A4", "%s is no name of a subset", name);
    }
}

static void check_descriptor(
    qpdf_data pdf, const struct face *face, qpdf_oh descriptor)
{
    static const char *const keys[] = {"/FontName", "/Flags", "/FontBBox",
        "/ItalicAngle", "/Ascent", "/Descent", "/CapHeight", "/StemV"};

    for (size_t i = 0; i < G_N_ELEMENTS(keys); i++) {
        if (!qpdf_oh_has_key(pdf, descriptor, keys[i])) {
            fault("A4", "%s: no %s in its descriptor", face->name, keys[i]);
        }
    }
}

static void read_program(qpdf_data pdf, struct face *face, qpdf_oh font)
{
    qpdf_oh descriptor = qpdf_oh_get_key(pdf, font, "/FontDescriptor");
    const char *subtype =
        qpdf_oh_get_name(pdf, qpdf_oh_get_key(pdf, font, "/Subtype"));
    bool is_cff = strcmp(subtype, "/CIDFontType0") == 0;

    check_descriptor(pdf, face, descriptor);
    face->program = stream_bytes(pdf,
        qpdf_oh_get_key(pdf, descriptor, is_cff ? "/FontFile3" : "/FontFile2"));
    face->glyphs =
        stream_bytes(pdf, qpdf_oh_get_key(pdf, font, "/CIDToGIDMap"));
    if (face->program == NULL) {
        fault("A4", "%s: is not embedded", face->name);
    }
    if (!is_cff && face->glyphs == NULL) {
        fault("A4", "%s: has no CIDToGIDMap", face->name);
    }
}

static void is_name(qpdf_data pdf, const struct face *face, qpdf_oh dict,
    const char *key, const char *expected)
{
    qpdf_oh value = qpdf_oh_get_key(pdf, dict, key);

    if (!qpdf_oh_is_name(pdf, value) ||
        strcmp(qpdf_oh_get_name(pdf, value), expected) != 0) {
        fault("A4", "%s: %s is not %s", face->name, key, expected);
    }
}

static struct face *read_face(qpdf_data pdf, qpdf_oh font)
{
    struct face *face = g_new0(struct face, 1);
    qpdf_oh below = qpdf_oh_get_array_item(
        pdf, qpdf_oh_get_key(pdf, font, "/DescendantFonts"), 0);
    g_autoptr(GBytes) map =
        stream_bytes(pdf, qpdf_oh_get_key(pdf, font, "/ToUnicode"));

    face->name = g_strdup(
        qpdf_oh_get_name(pdf, qpdf_oh_get_key(pdf, font, "/BaseFont")));
    check_font_name(face->name);
    is_name(pdf, face, font, "/Subtype", "/Type0");
    is_name(pdf, face, font, "/Encoding", "/Identity-H");
    face->usual =
        qpdf_oh_get_numeric_value(pdf, qpdf_oh_get_key(pdf, below, "/DW"));
    read_widths(pdf, face, qpdf_oh_get_key(pdf, below, "/W"));
    read_program(pdf, face, below);
    if (map == NULL) {
        fault("A5", "%s: no ToUnicode", face->name);
    } else {
        read_meanings(face, map);
    }
    return face;
}

static void face_free(gpointer data)
{
    struct face *face = data;

    g_bytes_unref(face->program);
    g_bytes_unref(face->glyphs);
    g_free(face->name);
    g_free(face);
}

/* --- what pages show --- */

/* Codes of two bytes in a string behind its "("; ours are no other way. Returns
 * what follows it. */
static const char *read_codes(const char *p, const char *end, struct face *face)
{
    GString *bytes = g_string_new(NULL);
    int depth = 1;

    for (; p < end; p++) {
        if (*p == '\\' && p + 1 < end) {
            p++;
            g_string_append_c(bytes, *p == 'r' ? '\r' : *p);
            continue;
        }
        depth += *p == '(' ? 1 : *p == ')' ? -1 : 0;
        if (depth == 0) {
            break;
        }
        g_string_append_c(bytes, *p);
    }
    for (gsize i = 0; face != NULL && i + 1 < bytes->len; i += 2) {
        unsigned code =
            (unsigned)(guchar)bytes->str[i] << 8 | (guchar)bytes->str[i + 1];

        face->is_used[code] = true;
    }
    g_string_free(bytes, TRUE);
    return p < end ? p + 1 : end;
}

static const char *word_end(const char *p, const char *end)
{
    const char *begin = p;

    while (p < end && strchr(" \n\r\t()[]<>", *p) == NULL &&
           (p == begin || *p != '/')) {
        p++;
    }
    return p > begin ? p : p + 1;
}

/* What marked content states of itself, between << and >>, is not shown. */
static void read_page(GBytes *content, GHashTable *faces)
{
    gsize size;
    const char *p = g_bytes_get_data(content, &size);
    const char *end = p + size;
    g_autofree char *name = NULL;
    struct face *face = NULL;
    int states = 0;
    int depth = 0;

    while (p < end) {
        const char *next;
        g_autofree char *word = NULL;

        if (*p == '(') {
            p = read_codes(p + 1, end, depth == 0 ? face : NULL);
            continue;
        }
        if (p + 1 < end && *p == p[1] && (*p == '<' || *p == '>')) {
            depth += *p == '<' ? 1 : -1;
            p += 2;
            continue;
        }
        next = word_end(p, end);
        word = g_strndup(p, (gsize)(next - p));
        if (*word == '/') {
            g_free(name);
            name = g_steal_pointer(&word);
        } else if (strcmp(word, "Tf") == 0) {
            face = g_hash_table_lookup(faces, name);
            if (face == NULL) {
                fault("A4", "no font %s", name);
            }
        } else if (strcmp(word, "q") == 0 || strcmp(word, "Q") == 0) {
            states += *word == 'q' ? 1 : -1;
            if (states < 0 || states > STATES_MAX) {
                fault("A2", "q is %d deep", states);
            }
        }
        p = next;
    }
    if (states != 0) {
        fault("A2", "q without Q");
    }
}

static GHashTable *read_faces(qpdf_data pdf)
{
    GHashTable *faces =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, face_free);
    g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
    qpdf_oh fonts = qpdf_oh_get_key(pdf,
        qpdf_oh_get_key(pdf, qpdf_get_page_n(pdf, 0), "/Resources"), "/Font");

    qpdf_oh_begin_dict_key_iter(pdf, fonts);
    while (qpdf_oh_dict_more_keys(pdf)) {
        g_ptr_array_add(names, g_strdup(qpdf_oh_dict_next_key(pdf)));
    }
    for (guint i = 0; i < names->len; i++) {
        qpdf_oh font = qpdf_oh_get_key(pdf, fonts, names->pdata[i]);

        g_hash_table_insert(
            faces, g_strdup(names->pdata[i]), read_face(pdf, font));
    }
    return faces;
}

/* --- what was shown against the program --- */

static void check_code(const struct face *face, FT_Face program, unsigned code)
{
    gsize size = 0;
    const guchar *map =
        face->glyphs == NULL ? NULL : g_bytes_get_data(face->glyphs, &size);
    FT_UInt glyph = code;
    double width = face->has_width[code] ? face->widths[code] : face->usual;
    double advance;

    if (map != NULL) {
        glyph = 2 * code + 1 < size
                    ? (FT_UInt)map[2 * code] << 8 | map[2 * code + 1]
                    : 0;
    }
    if (!face->has_text[code]) {
        fault("A5", "%s: code %04X has no text", face->name, code);
    }
    if (glyph == 0) {
        fault("A4", "%s: code %04X shows .notdef", face->name, code);
    } else if (FT_Load_Glyph(program, glyph, FT_LOAD_NO_SCALE) != 0) {
        fault("A4", "%s: code %04X has no glyph", face->name, code);
    } else {
        advance = (double)program->glyph->metrics.horiAdvance * 1000 /
                  program->units_per_EM;
        if (advance - width > 1 || width - advance > 1) {
            fault("A4", "%s: code %04X is %.3f wide, not %.3f", face->name,
                code, advance, width);
        }
    }
}

static void check_face(const struct face *face, FT_Library library)
{
    FT_Face program;
    gsize size = 0;
    int count = 0;
    const void *bytes =
        face->program == NULL ? NULL : g_bytes_get_data(face->program, &size);

    if (bytes == NULL ||
        FT_New_Memory_Face(library, bytes, (FT_Long)size, 0, &program) != 0) {
        fault("A4", "%s: FreeType cannot read it", face->name);
        return;
    }
    for (unsigned code = 0; code < CODES; code++) {
        if (face->is_used[code]) {
            check_code(face, program, code);
            count++;
        }
    }
    if (count == 0) {
        fault("A4", "%s: shows nothing", face->name);
    }
    FT_Done_Face(program);
}

static void check_fonts(qpdf_data pdf, FT_Library library)
{
    g_autoptr(GHashTable) faces = read_faces(pdf);
    int count = qpdf_get_num_pages(pdf);
    GHashTableIter iter;
    gpointer face;

    for (int i = 0; i < count; i++) {
        unsigned char *bytes;
        size_t size;
        g_autoptr(GBytes) content = NULL;

        if (qpdf_oh_get_page_content_data(pdf, qpdf_get_page_n(pdf, (size_t)i),
                &bytes, &size) != QPDF_SUCCESS) {
            fault("A2", "page %d cannot be read", i + 1);
            continue;
        }
        content = g_bytes_new(bytes, size);
        free(bytes);
        read_page(content, faces);
    }
    g_hash_table_iter_init(&iter, faces);
    while (g_hash_table_iter_next(&iter, NULL, &face)) {
        check_face(face, library);
    }
}

static void check_file(const char *path, FT_Library library)
{
    qpdf_data pdf = qpdf_init();

    file_name = path;
    qpdf_set_suppress_warnings(pdf, QPDF_TRUE);
    qpdf_silence_errors(pdf);
    if ((qpdf_read(pdf, path, NULL) & QPDF_ERRORS) != 0 ||
        qpdf_get_num_pages(pdf) < 1) {
        fault("A2", "cannot be read");
    } else {
        check_objects(pdf);
        check_fonts(pdf, library);
    }
    qpdf_cleanup(&pdf);
}

int main(int argc, char **argv)
{
    FT_Library library;

    if (FT_Init_FreeType(&library) != 0) {
        return EXIT_FAILURE;
    }
    for (int i = 1; i < argc; i++) {
        check_file(argv[i], library);
    }
    FT_Done_FreeType(library);
    return is_bad ? EXIT_FAILURE : EXIT_SUCCESS;
}
