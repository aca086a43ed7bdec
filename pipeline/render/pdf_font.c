/*
 * One face to the objects of a PDF font: subset, descriptor, widths, and the
 * map from codes to text.
 */
#include "render/pdf_font_use.h"

#include <string.h>

#include "base/diag.h"
#include "render/pdf_file.h"
#include "render/pdf_write.h"
#include "type/font.h"
#include "type/subset.h"

#define REPLACEMENT 0xFFFD
#define BYTE_ORDER_MARK 0xFEFF
#define WORD_JOINER "\u2060"
#define CMAP_BLOCK 100 /* entries that a reader must accept in one block */
#define DEFAULT_WIDTH 1000

/* What the objects of one font are made from. */
struct making {
    const struct pdf_font_use *used;
    struct font_facts facts;
    const struct subset *subset;
    const uint32_t *glyphs; /* in ascending order */
    size_t count;
    char *name; /* with the tag of the subset */
};

/* Asked for each glyph of each page: the face takes longer to answer. */
int32_t pdf_font_width(const struct pdf_font_use *used, uint32_t glyph)
{
    struct pdf_shown *shown = &used->glyphs[glyph];

    if (shown->width == 0) {
        int64_t upem = font_upem(used->font);
        int64_t advance = font_advance(used->font, glyph);

        shown->width = (int32_t)((advance * 1000000 + upem / 2) / upem) + 1;
    }
    return shown->width - 1;
}

static int compare_glyphs(gconstpointer a, gconstpointer b)
{
    uint32_t left = *(const uint32_t *)a;
    uint32_t right = *(const uint32_t *)b;

    return (left > right) - (left < right);
}

/* "ABCDEF+Name": six letters that the set of glyphs decides. */
static char *subset_name(const struct making *making)
{
    g_autoptr(GChecksum) checksum = g_checksum_new(G_CHECKSUM_SHA256);
    GString *name = g_string_new(NULL);
    guint8 digest[32];
    gsize size = sizeof digest;

    for (size_t i = 0; i < making->count; i++) {
        guchar bytes[2] = {(guchar)(making->glyphs[i] >> 8),
            (guchar)(making->glyphs[i] & 0xFF)};

        g_checksum_update(checksum, bytes, 2);
    }
    g_checksum_get_digest(checksum, digest, &size);
    for (int i = 0; i < 6; i++) {
        g_string_append_c(name, (char)('A' + digest[i] % 26));
    }
    g_string_append_c(name, '+');
    g_string_append(name, font_name(making->used->font));
    return g_string_free(name, FALSE);
}

static struct pdf_object *write_program(
    const struct making *making, struct pdf_file *file)
{
    GString *entries = g_string_new(NULL);
    gsize size;
    const void *bytes = g_bytes_get_data(making->subset->program, &size);

    if (making->subset->outlines == SUBSET_CFF) {
        g_string_append(entries, "/Subtype /CIDFontType0C\n");
    } else {
        g_string_append(entries, "/Length1 ");
        pdf_write_int(entries, (int64_t)size);
        g_string_append_c(entries, '\n');
    }
    return pdf_stream_new(file, entries, bytes, size);
}

/* For TrueType: which glyph of the subset a code shows. */
static struct pdf_object *write_glyph_map(
    const struct making *making, struct pdf_file *file)
{
    size_t size = 2 * ((size_t)making->glyphs[making->count - 1] + 1);
    guchar *map = g_malloc0(size);
    struct pdf_object *object;

    for (size_t i = 0; i < making->count; i++) {
        uint16_t glyph = making->subset->renumbered[i];
        size_t code = making->glyphs[i];

        map[code * 2] = (guchar)(glyph >> 8);
        map[code * 2 + 1] = (guchar)(glyph & 0xFF);
    }
    object = pdf_stream_new(file, NULL, map, size);
    g_free(map);
    return object;
}

static struct pdf_object *write_descriptor(
    const struct making *making, struct pdf_file *file)
{
    const struct font_facts *facts = &making->facts;
    GString *out = g_string_new("/Type /FontDescriptor\n");
    int flags = 4 | (facts->is_fixed ? 1 : 0) | (facts->is_serif ? 2 : 0) |
                (facts->italic_angle != 0 ? 64 : 0);
    const char *key =
        making->subset->outlines == SUBSET_CFF ? "FontFile3" : "FontFile2";

    g_string_append_printf(out,
        "/FontName /%s\n/Flags %d\n/FontBBox [%d %d %d %d]\n"
        "/ItalicAngle %d\n/Ascent %d\n/Descent %d\n"
        "/CapHeight %d\n/XHeight %d\n",
        making->name, flags, facts->box[0], facts->box[1], facts->box[2],
        facts->box[3], facts->italic_angle, facts->ascent, -facts->descent,
        facts->cap_height, facts->x_height);
    /* The file does not say how thick stems are; a usual estimate. */
    g_string_append_printf(
        out, "/StemV %d\n", 50 + facts->weight * facts->weight / (65 * 65));
    g_string_append_printf(
        out, "/%s %u 0 R\n", key, pdf_object_id(write_program(making, file)));
    return pdf_object_new(file, out);
}

/* Consecutive glyphs share one array: 5 [600 600] 20 [333]. */
static void write_widths(const struct making *making, GString *out)
{
    uint32_t next = 0; /* glyph that would go on in the open array; 0: none */

    g_string_append_printf(out, "/DW %d\n/W [", DEFAULT_WIDTH);
    for (size_t i = 0; i < making->count; i++) {
        uint32_t glyph = making->glyphs[i];
        int64_t width = pdf_font_width(making->used, glyph);

        if (width == DEFAULT_WIDTH * INT64_C(1000)) {
            continue;
        }
        if (glyph == next) {
            g_string_append_c(out, ' ');
        } else {
            g_string_append(out, next == 0 ? "" : "]");
            pdf_write_int(out, glyph);
            g_string_append_c(out, '[');
        }
        pdf_write_milli(out, width);
        next = glyph + 1;
    }
    g_string_append(out, next == 0 ? "]\n" : "]]\n");
}

/*
 * The text of a code.  U+FEFF, which no code may have (ISO 19005-3,
 * 6.2.11.7.2), has the meaning of U+2060 within text.
 */
static void write_meaning(GString *out, const char *utf8, size_t size)
{
    const char *end = utf8 + size;

    for (const char *p = utf8; p < end; p = g_utf8_next_char(p)) {
        bool is_mark = g_utf8_get_char(p) == BYTE_ORDER_MARK;
        const char *c = is_mark ? WORD_JOINER : p;

        pdf_write_utf16(out, c, (size_t)g_utf8_skip[(guchar)*c]);
    }
}

/* One line of the map from codes to text: <0A1B> <6B66>. */
static void write_mapping(
    const struct pdf_font_use *used, uint32_t glyph, GString *out)
{
    uint32_t stands_for = used->glyphs[glyph].stands_for;
    char utf8[6];

    g_string_append_printf(out, "<%04X> <", glyph);
    if (stands_for == PDF_NO_TEXT) {
        uint32_t hyphen = font_glyph(used->font, '-');
        gint size =
            g_unichar_to_utf8(glyph == hyphen ? '-' : REPLACEMENT, utf8);

        pdf_write_utf16(out, utf8, (size_t)size);
    } else if ((stands_for & PDF_IN_TEXTS) != 0) {
        const char *text = used->texts->pdata[stands_for & ~PDF_IN_TEXTS];

        write_meaning(out, text, strlen(text));
    } else {
        gint size = g_unichar_to_utf8(stands_for - 1, utf8);

        write_meaning(out, utf8, (size_t)size);
    }
    g_string_append(out, ">\n");
}

static struct pdf_object *write_to_unicode(
    const struct making *making, struct pdf_file *file)
{
    g_autoptr(GString) out = g_string_new(
        "/CIDInit /ProcSet findresource begin\n"
        "12 dict begin\n"
        "begincmap\n"
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >>"
        " def\n"
        "/CMapName /Adobe-Identity-UCS def\n"
        "/CMapType 2 def\n"
        "1 begincodespacerange\n"
        "<0000> <FFFF>\n"
        "endcodespacerange\n");

    for (size_t i = 0; i < making->count; i++) {
        if (i % CMAP_BLOCK == 0) {
            g_string_append_printf(out, "%s%zu beginbfchar\n",
                i == 0 ? "" : "endbfchar\n",
                MIN((size_t)CMAP_BLOCK, making->count - i));
        }
        write_mapping(making->used, making->glyphs[i], out);
    }
    g_string_append(out, "endbfchar\n"
                         "endcmap\n"
                         "CMapName currentdict /CMap defineresource pop\n"
                         "end\n"
                         "end\n");
    return pdf_stream_new(file, NULL, out->str, out->len);
}

static struct pdf_object *write_descendant(
    const struct making *making, struct pdf_file *file)
{
    bool is_cff = making->subset->outlines == SUBSET_CFF;
    GString *out = g_string_new("/Type /Font\n");

    g_string_append_printf(out,
        "/Subtype /%s\n/BaseFont /%s\n"
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity)"
        " /Supplement 0 >>\n",
        is_cff ? "CIDFontType0" : "CIDFontType2", making->name);
    write_widths(making, out);
    g_string_append_printf(out, "/FontDescriptor %u 0 R\n",
        pdf_object_id(write_descriptor(making, file)));
    if (!is_cff) {
        g_string_append_printf(out, "/CIDToGIDMap %u 0 R\n",
            pdf_object_id(write_glyph_map(making, file)));
    }
    return pdf_object_new(file, out);
}

static struct pdf_object *write_objects(
    struct making *making, struct pdf_file *file)
{
    GString *out = g_string_new("/Type /Font\n/Subtype /Type0\n");
    const struct pdf_object *descendant;
    const struct pdf_object *to_unicode;

    making->name = subset_name(making);
    font_facts(making->used->font, &making->facts);
    descendant = write_descendant(making, file);
    to_unicode = write_to_unicode(making, file);
    g_string_append_printf(out,
        "/BaseFont /%s%s\n/Encoding /Identity-H\n"
        "/DescendantFonts [%u 0 R]\n/ToUnicode %u 0 R\n",
        making->name,
        making->subset->outlines == SUBSET_CFF ? "-Identity-H" : "",
        pdf_object_id(descendant), pdf_object_id(to_unicode));
    return pdf_object_new(file, out);
}

void pdf_font_cut(void *use)
{
    struct pdf_font_use *used = use;

    g_array_sort(used->shown, compare_glyphs);
    used->is_cut = subset_make(used->font,
        (const uint32_t *)(const void *)used->shown->data, used->shown->len,
        &used->subset);
}

struct pdf_object *pdf_font_write(
    const struct pdf_font_use *use, struct pdf_file *file, struct diag *diag)
{
    struct making making = {
        .used = use,
        .subset = &use->subset,
        .glyphs = (const uint32_t *)(const void *)use->shown->data,
        .count = use->shown->len,
    };
    struct pdf_object *object;

    if (!use->is_cut) {
        diag_report(diag, DIAG_FONT_SUBSET, DIAG_NOWHERE, font_name(use->font));
        return NULL;
    }
    object = write_objects(&making, file);
    g_free(making.name);
    return object;
}
