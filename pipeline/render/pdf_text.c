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

/* A synthetic bold outline: a fortieth of the size. */
#define BOLD_OUTLINE 40

/* Where the viewer is in a run, in millionths of the em from its beginning. */
struct run {
    struct pdf_content *content;
    const struct page_text *text;
    int64_t pen;
    bool is_open;   /* inside the array of TJ */
    bool is_string; /* inside a string of it */
};

static void close_string(struct run *run)
{
    if (run->is_string) {
        g_string_append_c(run->content->out, '>');
        run->is_string = false;
    }
}

static void close_array(struct run *run)
{
    close_string(run);
    if (run->is_open) {
        g_string_append(run->content->out, "]TJ\n");
        run->is_open = false;
    }
}

static void write_glyph(struct run *run, const struct page_glyph *glyph)
{
    static const char hex[] = "0123456789ABCDEF";
    GString *out = run->content->out;
    int64_t target = len_scale(glyph->x, 1000000, run->text->size);
    int64_t off = run->pen - target;
    int64_t adjust = (off + (off < 0 ? -500 : 500)) / 1000;
    char code[4] = {hex[glyph->id >> 12 & 15], hex[glyph->id >> 8 & 15],
        hex[glyph->id >> 4 & 15], hex[glyph->id & 15]};

    if (!run->is_open) {
        g_string_append_c(out, '[');
        run->is_open = true;
    }
    if (adjust != 0) {
        close_string(run);
        pdf_write_int(out, adjust);
        run->pen -= adjust * 1000;
    }
    if (!run->is_string) {
        g_string_append_c(out, '<');
        run->is_string = true;
    }
    g_string_append_len(out, code, sizeof code);
    run->pen += pdf_fonts_width(run->text->font, glyph->id);
}

static void set_rise(struct run *run, len y)
{
    int64_t rise = len_to_milli(y);

    if (rise != run->content->state.rise) {
        close_array(run);
        pdf_write_milli(run->content->out, rise);
        g_string_append(run->content->out, " Ts\n");
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

        is_stated = pdf_fonts_use(run->content->fonts, text->font,
                        text->glyphs[i].id, text->text + from,
                        is_whole ? size : 0) &&
                    is_stated;
    }
    if (!is_stated) {
        close_array(run);
        g_string_append(run->content->out, "/Span<</ActualText<FEFF");
        pdf_write_utf16(run->content->out, text->text + from, size);
        g_string_append(run->content->out, ">>>BDC\n");
    }
    for (size_t i = first; i < end; i++) {
        set_rise(run, text->glyphs[i].y);
        write_glyph(run, &text->glyphs[i]);
    }
    if (!is_stated) {
        close_array(run);
        g_string_append(run->content->out, "EMC\n");
    }
}

static void begin_text(struct pdf_content *content)
{
    if (!content->is_text) {
        g_string_append(content->out, "BT\n");
        content->is_text = true;
        content->text_x = 0;
        content->text_y = 0;
    }
}

static void set_bold(struct pdf_content *content, const struct page_text *text)
{
    bool is_bold = font_is_synthetic_bold(text->font);
    int64_t width = len_to_milli(text->size) / BOLD_OUTLINE;

    if (is_bold != content->state.is_bold) {
        g_string_append(content->out, is_bold ? "2 Tr\n" : "0 Tr\n");
        content->state.is_bold = is_bold;
    }
    if (is_bold) {
        pdf_content_color(content, text->color, true);
        if (width != content->state.line_width) {
            pdf_write_milli(content->out, width);
            g_string_append(content->out, " w\n");
            content->state.line_width = width;
        }
    }
}

static void set_font(struct pdf_content *content, const struct page_text *text)
{
    struct pdf_state *state = &content->state;
    int64_t size = len_to_milli(text->size);

    if (state->font != text->font || state->size != size) {
        g_string_append(content->out, "/F");
        pdf_write_int(content->out, font_index(text->font));
        g_string_append_c(content->out, ' ');
        pdf_write_milli(content->out, size);
        g_string_append(content->out, " Tf\n");
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
    g_string_append(content->out, " Td\n");
    content->text_x = x;
    content->text_y = y;
}

void pdf_content_text(struct pdf_content *content, const struct page_text *text)
{
    struct run run = {.content = content, .text = text};
    size_t first = 0;

    if (text->count == 0) {
        return;
    }
    begin_text(content);
    pdf_content_color(content, text->color, false);
    set_bold(content, text);
    set_font(content, text);
    set_place(content, text);
    while (first < text->count) {
        size_t end = first + 1;

        while (end < text->count &&
               text->glyphs[end].text == text->glyphs[first].text) {
            end++;
        }
        write_cluster(&run, first, end);
        first = end;
    }
    close_array(&run);
}
