/*
 * Type 0 fonts with Identity-H: the codes on the page are glyph numbers of the
 * face.  What a glyph stands for comes from the text of the report, never from
 * the face's own table, where one glyph has several characters: the first
 * text a glyph is shown for is the one that the font states.
 */
#include "render/pdf_fonts.h"

#include <string.h>

#include "base/diag.h"
#include "render/pdf_file.h"
#include "render/pdf_write.h"
#include "type/font.h"
#include "type/subset.h"

#define SOFT_HYPHEN 0x00AD
#define REPLACEMENT 0xFFFD
#define CMAP_BLOCK 100 /* entries that a reader must accept in one block */
#define DEFAULT_WIDTH 1000

/* What a glyph stands for: 0: not shown; a character plus 1; or, with the
 * high bit, an index in texts. */
#define IN_TEXTS 0x80000000u
#define NO_TEXT (IN_TEXTS - 1) /* shown, but for nothing of its own */

/* A glyph as it is shown. */
struct shown {
    uint32_t stands_for;
    int32_t width; /* millionths of the em, plus 1; 0: not asked yet */
};

struct used {
    const struct font *font;
    struct shown *glyphs; /* by number */
    uint32_t glyph_count; /* of the face */
    GPtrArray *texts;     /* strings */
};

struct pdf_fonts {
    GArray *used; /* of struct used, by the fonts' index; font NULL: not used */
};

/* What the objects of one font are made from. */
struct making {
    const struct used *used;
    struct font_facts facts;
    struct subset subset;
    uint32_t *glyphs; /* in ascending order */
    size_t count;
    char *name; /* with the tag of the subset */
};

struct pdf_fonts *pdf_fonts_new(const struct fonts *fonts)
{
    struct pdf_fonts *pdf = g_new0(struct pdf_fonts, 1);

    pdf->used = g_array_new(FALSE, TRUE, sizeof(struct used));
    g_array_set_size(pdf->used, fonts_count(fonts));
    return pdf;
}

void pdf_fonts_free(struct pdf_fonts *pdf)
{
    if (pdf == NULL) {
        return;
    }
    for (guint i = 0; i < pdf->used->len; i++) {
        struct used *used = &g_array_index(pdf->used, struct used, i);

        if (used->font != NULL) {
            g_free(used->glyphs);
            g_ptr_array_unref(used->texts);
        }
    }
    g_array_unref(pdf->used);
    g_free(pdf);
}

static struct used *used_of(struct pdf_fonts *pdf, const struct font *font)
{
    struct used *used =
        &g_array_index(pdf->used, struct used, font_index(font));

    if (used->font == NULL) {
        struct font_facts facts;

        font_facts(font, &facts);
        used->font = font;
        used->glyph_count = facts.glyph_count;
        used->glyphs = g_new0(struct shown, facts.glyph_count);
        used->texts = g_ptr_array_new_with_free_func(g_free);
    }
    return used;
}

/* The character, if text is one; 0: it is none or several. */
static uint32_t single(const char *text, size_t size)
{
    if (size == 0 || (size_t)g_utf8_skip[(unsigned char)*text] != size) {
        return 0;
    }
    return g_utf8_get_char(text);
}

/* For several characters: true if they are what the glyph stands for. */
static bool use_text(
    struct used *used, uint32_t *stands_for, const char *text, size_t size)
{
    const char *before;

    if (*stands_for == 0 || *stands_for == NO_TEXT) {
        *stands_for = IN_TEXTS | used->texts->len;
        g_ptr_array_add(used->texts, g_strndup(text, size));
        return true;
    }
    if ((*stands_for & IN_TEXTS) == 0) {
        return false;
    }
    before = used->texts->pdata[*stands_for & ~IN_TEXTS];
    return strncmp(before, text, size) == 0 && before[size] == '\0';
}

bool pdf_fonts_use(struct pdf_fonts *pdf, const struct font *font,
    uint32_t glyph, const char *text, size_t size)
{
    struct used *used = used_of(pdf, font);
    uint32_t *stands_for = &used->glyphs[glyph].stands_for;
    uint32_t character = single(text, size);

    g_assert(glyph != 0 && glyph < used->glyph_count);
    /* A hyphen stands for itself, whatever line breaks made of it before. */
    if (size == 0 || character == SOFT_HYPHEN) {
        if (*stands_for == 0) {
            *stands_for = NO_TEXT;
        }
        return false;
    }
    if (character == 0) {
        return use_text(used, stands_for, text, size);
    }
    if (*stands_for == 0 || *stands_for == NO_TEXT) {
        *stands_for = character + 1;
    }
    return *stands_for == character + 1;
}

/* Asked for each glyph of each page: the face takes longer to answer. */
static int32_t width_of(const struct used *used, uint32_t glyph)
{
    struct shown *shown = &used->glyphs[glyph];

    if (shown->width == 0) {
        int64_t upem = font_upem(used->font);
        int64_t advance = font_advance(used->font, glyph);

        shown->width = (int32_t)((advance * 1000000 + upem / 2) / upem) + 1;
    }
    return shown->width - 1;
}

int64_t pdf_fonts_width(
    struct pdf_fonts *pdf, const struct font *font, uint32_t glyph)
{
    return width_of(used_of(pdf, font), glyph);
}

/* --- the objects of one font --- */

static void collect_glyphs(struct making *making)
{
    const struct used *used = making->used;

    making->glyphs = g_new(uint32_t, used->glyph_count);
    for (uint32_t i = 0; i < used->glyph_count; i++) {
        if (used->glyphs[i].stands_for != 0) {
            making->glyphs[making->count++] = i;
        }
    }
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
    const void *bytes = g_bytes_get_data(making->subset.program, &size);

    if (making->subset.outlines == SUBSET_CFF) {
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
    size_t size = (making->glyphs[making->count - 1] + 1) * 2;
    g_autofree guchar *map = g_malloc0(size);

    for (size_t i = 0; i < making->count; i++) {
        uint16_t glyph = making->subset.renumbered[i];

        map[making->glyphs[i] * 2] = (guchar)(glyph >> 8);
        map[making->glyphs[i] * 2 + 1] = (guchar)(glyph & 0xFF);
    }
    return pdf_stream_new(file, NULL, map, size);
}

static struct pdf_object *write_descriptor(
    const struct making *making, struct pdf_file *file)
{
    const struct font_facts *facts = &making->facts;
    GString *out = g_string_new("/Type /FontDescriptor\n");
    int flags = 4 | (facts->is_fixed ? 1 : 0) | (facts->is_serif ? 2 : 0) |
                (facts->italic_angle != 0 ? 64 : 0);
    const char *key =
        making->subset.outlines == SUBSET_CFF ? "FontFile3" : "FontFile2";

    g_string_append_printf(out,
        "/FontName /%s\n/Flags %d\n/FontBBox [%d %d %d %d]\n"
        "/ItalicAngle %d\n/Ascent %d\n/Descent %d\n"
        "/CapHeight %d\n/XHeight %d\n",
        making->name, flags, facts->box[0], facts->box[1], facts->box[2],
        facts->box[3], facts->italic_angle, facts->ascent, -facts->descent,
        facts->cap_height, facts->x_height);
    /* The file does not say how thick stems are; a usual estimate. */
    g_string_append_printf(out, "/StemV %d\n",
        50 + facts->weight * facts->weight / (65 * 65));
    g_string_append_printf(out, "/%s %u 0 R\n", key,
        pdf_object_id(write_program(making, file)));
    return pdf_object_new(file, out);
}

/* Consecutive glyphs share one array: 5 [600 600] 20 [333]. */
static void write_widths(const struct making *making, GString *out)
{
    uint32_t next = 0; /* glyph that would go on in the open array; 0: none */

    g_string_append_printf(out, "/DW %d\n/W [", DEFAULT_WIDTH);
    for (size_t i = 0; i < making->count; i++) {
        uint32_t glyph = making->glyphs[i];
        int64_t width = width_of(making->used, glyph);

        if (width == DEFAULT_WIDTH * 1000) {
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

/* One line of the map from codes to text: <0A1B> <6B66>. */
static void write_mapping(
    const struct used *used, uint32_t glyph, GString *out)
{
    uint32_t stands_for = used->glyphs[glyph].stands_for;
    char utf8[6];

    g_string_append_printf(out, "<%04X> <", glyph);
    if (stands_for == NO_TEXT) {
        uint32_t hyphen = font_glyph(used->font, '-');
        gint size = g_unichar_to_utf8(glyph == hyphen ? '-' : REPLACEMENT, utf8);

        pdf_write_utf16(out, utf8, (size_t)size);
    } else if ((stands_for & IN_TEXTS) != 0) {
        const char *text = used->texts->pdata[stands_for & ~IN_TEXTS];

        pdf_write_utf16(out, text, strlen(text));
    } else {
        gint size = g_unichar_to_utf8(stands_for - 1, utf8);

        pdf_write_utf16(out, utf8, (size_t)size);
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
    bool is_cff = making->subset.outlines == SUBSET_CFF;
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

static struct pdf_object *write_font(
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
        making->subset.outlines == SUBSET_CFF ? "-Identity-H" : "",
        pdf_object_id(descendant),
        pdf_object_id(to_unicode));
    return pdf_object_new(file, out);
}

bool pdf_fonts_write(struct pdf_fonts *pdf, struct pdf_file *file,
    GString *resources, struct diag *diag)
{
    bool done = true;

    for (guint i = 0; i < pdf->used->len; i++) {
        struct making making = {
            .used = &g_array_index(pdf->used, struct used, i),
        };

        if (making.used->font == NULL) {
            continue;
        }
        collect_glyphs(&making);
        if (subset_make(making.used->font, making.glyphs, making.count,
                &making.subset)) {
            g_string_append_printf(resources, "/F%u %u 0 R ", i,
                pdf_object_id(write_font(&making, file)));
        } else {
            diag_report(diag, DIAG_FONT_SUBSET, DIAG_NOWHERE,
                font_name(making.used->font));
            done = false;
        }
        subset_clear(&making.subset);
        g_free(making.glyphs);
        g_free(making.name);
    }
    return done;
}
