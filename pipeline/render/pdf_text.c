/*
 * Runs of glyphs to text operators.  A viewer moves on by the width that the
 * font states; what is missing to the next glyph's place is written between
 * the glyphs, in thousandths of the em, each time to the place itself: errors
 * do not add up.
 */
#include <string.h>

#include "render/pdf_content.h"
#include "render/pdf_fonts.h"
#include "render/pdf_write.h"
#include "type/font.h"

/*
 * A run being written.  Distances are in billionths of a point, in which the
 * widths of glyphs, letter spaces and corrections are all whole numbers.
 */
struct run {
    struct pdf_content *content;
    const struct page_text *text;
    int64_t size;   /* thousandths of a point */
    int64_t space;  /* letter space, in thousandths of a point */
    int64_t pen;    /* where the viewer is, from the run's beginning */
    bool is_open;   /* inside the array of TJ */
    bool is_string; /* inside a string of it */
};

#define MILLI ((int64_t)1000000) /* thousandths of a point */

static int64_t place_of(const struct page_glyph *glyph)
{
    return len_scale(glyph->x, 1000 * MILLI, LEN_PT);
}

static int64_t width_of(const struct run *run, const struct page_glyph *glyph)
{
    return run->size *
           pdf_fonts_width(run->content->fonts, run->text->font, glyph->id);
}

static int64_t divide(int64_t a, int64_t b)
{
    return (a + (a < 0 ? -b / 2 : b / 2)) / b;
}

static void close_string(struct run *run)
{
    if (run->is_string) {
        g_string_append_c(run->content->out, ')');
        run->is_string = false;
    }
}

static void close_array(struct run *run)
{
    close_string(run);
    if (run->is_open) {
        PDF_APPEND(run->content->out, "]TJ\n");
        run->is_open = false;
    }
}

/* A code, two bytes of a string. */
static void write_code(GString *out, uint32_t glyph)
{
    guchar bytes[4];
    size_t size = 0;

    for (int shift = 8; shift >= 0; shift -= 8) {
        guchar byte = (guchar)(glyph >> shift & 0xFF);

        if (byte == '(' || byte == ')' || byte == '\\' || byte == '\r') {
            bytes[size++] = '\\';
        }
        bytes[size++] = byte == '\r' ? 'r' : byte;
    }
    pdf_append(out, (const char *)bytes, size);
}

static void write_glyph(struct run *run, const struct page_glyph *glyph)
{
    GString *out = run->content->out;
    /* Corrections are in thousandths of the em. */
    int64_t adjust = divide(run->pen - place_of(glyph), run->size * 1000);

    if (!run->is_open) {
        g_string_append_c(out, '[');
        run->is_open = true;
    }
    if (adjust != 0) {
        close_string(run);
        pdf_write_int(out, adjust);
        run->pen -= adjust * run->size * 1000;
    }
    if (!run->is_string) {
        g_string_append_c(out, '(');
        run->is_string = true;
    }
    write_code(out, glyph->id);
    run->pen += width_of(run, glyph) + run->space * MILLI;
}

static void set_rise(struct run *run, len y)
{
    int64_t rise = len_to_milli(y);

    if (rise != run->content->state.rise) {
        close_array(run);
        pdf_write_milli(run->content->out, rise);
        PDF_APPEND(run->content->out, " Ts\n");
        run->content->state.rise = rise;
    }
}

/* Glyphs first to end (not included), which stand for text together. */
static void write_cluster(struct run *run, size_t first, size_t end)
{
    const struct page_text *text = run->text;
    size_t from = text->glyphs[first].text;
    size_t size =
        (end < text->count ? text->glyphs[end].text : text->text_size) - from;
    bool is_stated = true;

    for (size_t i = first; i < end; i++) {
        bool is_whole = end == first + 1;

        is_stated =
            pdf_fonts_use(run->content->fonts, text->font, text->glyphs[i].id,
                text->text + from, is_whole ? size : 0) &&
            is_stated;
    }
    if (!is_stated) {
        close_array(run);
        PDF_APPEND(run->content->out, "/Span<</ActualText<FEFF");
        pdf_write_utf16(run->content->out, text->text + from, size);
        PDF_APPEND(run->content->out, ">>>BDC\n");
    }
    for (size_t i = first; i < end; i++) {
        set_rise(run, page_text_rise(text, i));
        write_glyph(run, &text->glyphs[i]);
    }
    if (!is_stated) {
        close_array(run);
        PDF_APPEND(run->content->out, "EMC\n");
    }
}

/*
 * The letter space of a justified line: what most glyphs have behind them, if
 * one space has a majority (by the vote of Boyer and Moore; without a majority
 * it only costs a few bytes).
 */
static void set_space(struct run *run)
{
    const struct page_text *text = run->text;
    int64_t space = 0;
    size_t votes = 0;

    for (size_t i = 0; i + 1 < text->count; i++) {
        int64_t gap = place_of(&text->glyphs[i + 1]) -
                      place_of(&text->glyphs[i]) -
                      width_of(run, &text->glyphs[i]);
        int64_t vote = divide(gap, MILLI);

        if (vote == space) {
            votes++;
        } else if (votes > 0) {
            votes--;
        } else {
            space = vote;
            votes = 1;
        }
    }
    run->space = votes > 1 ? space : 0;
    if (run->space != run->content->state.space) {
        pdf_write_milli(run->content->out, run->space);
        PDF_APPEND(run->content->out, " Tc\n");
        run->content->state.space = run->space;
    }
}

static void set_bold(struct pdf_content *content, const struct page_text *text)
{
    bool is_bold = text->outline > 0;
    int64_t width = len_to_milli(text->outline);

    if (is_bold != content->state.is_bold) {
        g_string_append(content->out, is_bold ? "2 Tr\n" : "0 Tr\n");
        content->state.is_bold = is_bold;
    }
    if (is_bold) {
        pdf_content_color(content, text->color, true);
        if (width != content->state.line_width) {
            pdf_write_milli(content->out, width);
            PDF_APPEND(content->out, " w\n");
            content->state.line_width = width;
        }
    }
}

/* Readers of the structure part words at blanks alone (ISO 32000-1, 14.8.2.5):
 * one where a line ends, too. */
static void write_blank(struct run *run)
{
    const struct font *font = run->text->font;
    struct page_glyph blank = {.id = (uint16_t)font_glyph(font, ' ')};

    if (blank.id != 0 &&
        pdf_fonts_use(run->content->fonts, font, blank.id, " ", 1)) {
        blank.x = run->text->width;
        write_glyph(run, &blank);
    }
}

static void set_font(struct pdf_content *content, const struct page_text *text)
{
    struct pdf_state *state = &content->state;
    int64_t size = len_to_milli(text->size);

    if (state->font != text->font || state->size != size) {
        PDF_APPEND(content->out, "/F");
        pdf_write_int(content->out, font_index(text->font));
        g_string_append_c(content->out, ' ');
        pdf_write_milli(content->out, size);
        PDF_APPEND(content->out, " Tf\n");
        state->font = text->font;
        state->size = size;
    }
}

/* Moves to the beginning of the run, from the beginning of the last one. */
static void set_place(struct pdf_content *content, const struct page_text *text)
{
    int64_t x = len_to_milli(text->x);
    int64_t y = len_to_milli(content->height - text->y);

    pdf_write_milli(content->out, x - content->text_x);
    g_string_append_c(content->out, ' ');
    pdf_write_milli(content->out, y - content->text_y);
    PDF_APPEND(content->out, " Td\n");
    content->text_x = x;
    content->text_y = y;
}

void pdf_content_text(struct pdf_content *content, const struct page_text *text)
{
    struct run run = {
        .content = content,
        .text = text,
        .size = len_to_milli(text->size),
    };
    size_t first = 0;

    if (text->count == 0) {
        return;
    }
    pdf_content_begin_text(content);
    pdf_content_color(content, text->color, false);
    set_bold(content, text);
    set_font(content, text);
    set_place(content, text);
    set_space(&run);
    while (first < text->count) {
        size_t end = first + 1;

        while (end < text->count &&
               text->glyphs[end].text == text->glyphs[first].text) {
            end++;
        }
        write_cluster(&run, first, end);
        first = end;
    }
    if (text->ends_word) {
        write_blank(&run);
    }
    close_array(&run);
}
