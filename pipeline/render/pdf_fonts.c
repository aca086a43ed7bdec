/*
 * What a glyph stands for comes from the text of the report, never from the
 * face's own table, where one glyph has several characters: the first text
 * that a glyph is shown for is the one that the font states.
 */
#include "render/pdf_fonts.h"

#include <string.h>

#include "base/jobs.h"
#include "render/pdf_file.h"
#include "render/pdf_font_use.h"
#include "type/font.h"
#include "type/subset.h"

#define SOFT_HYPHEN 0x00AD

struct pdf_fonts {
    GArray *used; /* of struct pdf_font_use, by the index of the font */
};

static struct pdf_font_use *used_at(struct pdf_fonts *pdf, guint index)
{
    return &g_array_index(pdf->used, struct pdf_font_use, index);
}

struct pdf_fonts *pdf_fonts_new(const struct fonts *fonts)
{
    struct pdf_fonts *pdf = g_new0(struct pdf_fonts, 1);

    pdf->used = g_array_new(FALSE, TRUE, sizeof(struct pdf_font_use));
    g_array_set_size(pdf->used, fonts_count(fonts));
    return pdf;
}

void pdf_fonts_free(struct pdf_fonts *pdf)
{
    if (pdf == NULL) {
        return;
    }
    for (guint i = 0; i < pdf->used->len; i++) {
        struct pdf_font_use *used = used_at(pdf, i);

        if (used->font != NULL) {
            g_free(used->glyphs);
            g_array_unref(used->shown);
            g_ptr_array_unref(used->texts);
            subset_clear(&used->subset);
        }
    }
    g_array_unref(pdf->used);
    g_free(pdf);
}

static struct pdf_font_use *used_of(
    struct pdf_fonts *pdf, const struct font *font)
{
    struct pdf_font_use *used = used_at(pdf, font_index(font));

    if (used->font == NULL) {
        struct font_facts facts;

        font_facts(font, &facts);
        used->font = font;
        used->glyph_count = facts.glyph_count;
        used->glyphs = g_new0(struct pdf_shown, facts.glyph_count);
        used->shown = g_array_new(FALSE, FALSE, sizeof(uint32_t));
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

/*
 * The page states characters that only who has the face knows (ISO 19005-3,
 * 6.2.11.7.3), though it can say no more of them.
 */
static bool is_private(uint32_t c)
{
    return (c >= 0xE000 && c <= 0xF8FF) || c >= 0xF0000;
}

static bool has_private(const char *text, size_t size)
{
    for (const char *p = text; p < text + size; p = g_utf8_next_char(p)) {
        if (is_private(g_utf8_get_char(p))) {
            return true;
        }
    }
    return false;
}

/* For several characters: true if they are what the glyph stands for. */
static bool use_text(struct pdf_font_use *used, uint32_t *stands_for,
    const char *text, size_t size)
{
    const char *before;

    if (*stands_for == 0 || *stands_for == PDF_NO_TEXT) {
        *stands_for = PDF_IN_TEXTS | used->texts->len;
        g_ptr_array_add(used->texts, g_strndup(text, size));
        return !has_private(text, size);
    }
    if ((*stands_for & PDF_IN_TEXTS) == 0) {
        return false;
    }
    before = used->texts->pdata[*stands_for & ~PDF_IN_TEXTS];
    return strncmp(before, text, size) == 0 && before[size] == '\0' &&
           !has_private(text, size);
}

bool pdf_fonts_use(struct pdf_fonts *pdf, const struct font *font,
    uint32_t glyph, const char *text, size_t size)
{
    struct pdf_font_use *used = used_of(pdf, font);
    uint32_t *stands_for = &used->glyphs[glyph].stands_for;
    uint32_t character = single(text, size);

    g_assert(glyph != 0 && glyph < used->glyph_count);
    if (*stands_for == 0) {
        g_array_append_val(used->shown, glyph);
    }
    /* A hyphen stands for itself, whatever line breaks made of it before. */
    if (size == 0 || character == SOFT_HYPHEN) {
        if (*stands_for == 0) {
            *stands_for = PDF_NO_TEXT;
        }
        return false;
    }
    if (character == 0) {
        return use_text(used, stands_for, text, size);
    }
    if (*stands_for == 0 || *stands_for == PDF_NO_TEXT) {
        *stands_for = character + 1;
    }
    return *stands_for == character + 1 && !is_private(character);
}

int64_t pdf_fonts_width(
    struct pdf_fonts *pdf, const struct font *font, uint32_t glyph)
{
    return pdf_font_width(used_of(pdf, font), glyph);
}

/* Half of the time that fonts take, and each by itself. */
static void cut_all(struct pdf_fonts *pdf)
{
    struct jobs *jobs = jobs_new(pdf_font_cut);

    for (guint i = 0; i < pdf->used->len; i++) {
        if (used_at(pdf, i)->font != NULL) {
            jobs_add(jobs, used_at(pdf, i));
        }
    }
    jobs_free(jobs);
}

bool pdf_fonts_write(struct pdf_fonts *pdf, struct pdf_file *file,
    GString *resources, struct diag *diag)
{
    bool done = true;

    cut_all(pdf);
    for (guint i = 0; i < pdf->used->len; i++) {
        const struct pdf_font_use *use = used_at(pdf, i);
        const struct pdf_object *font;

        if (use->font == NULL) {
            continue;
        }
        font = pdf_font_write(use, file, diag);
        if (font == NULL) {
            done = false;
        } else {
            g_string_append_printf(
                resources, "/F%u %u 0 R ", i, pdf_object_id(font));
        }
    }
    return done;
}
