/*
 * Rules, bars and lines.  Hatchings are drawn line by line inside a clip: a
 * tiling pattern shows seams in some viewers.
 */
#include <string.h>

#include "render/pdf_content.h"
#include "render/pdf_write.h"

#define HATCH_PITCH (4 * LEN_PT)
#define HATCH_WIDTH 600 /* thousandths of a point */
#define HATCH_BORDER 500

/* What a page begins with: black, and no line width that is known. */
static const struct pdf_state fresh = {.line_width = -1};

void pdf_content_begin(struct pdf_content *content, GString *out,
    struct pdf_fonts *fonts, len height)
{
    g_string_truncate(out, 0);
    memset(content, 0, sizeof *content);
    content->out = out;
    content->fonts = fonts;
    content->height = height;
    content->state = fresh;
}

void pdf_content_begin_text(struct pdf_content *content)
{
    if (!content->is_text) {
        PDF_APPEND(content->out, "BT\n");
        content->is_text = true;
        content->text_x = 0;
        content->text_y = 0;
    }
}

void pdf_content_end(struct pdf_content *content)
{
    if (content->is_text) {
        PDF_APPEND(content->out, "ET\n");
        content->is_text = false;
    }
}

/* --- marked content --- */

void pdf_content_unmark(struct pdf_content *content)
{
    if (content->is_marked) {
        if (!content->is_mark_in_text) {
            pdf_content_end(content);
        }
        PDF_APPEND(content->out, "EMC\n");
        content->is_marked = false;
    }
}

/* The sequence begins where it will end: inside a text object or outside. */
static void begin_mark(struct pdf_content *content, bool in_text)
{
    pdf_content_unmark(content);
    if (in_text) {
        pdf_content_begin_text(content);
    } else {
        pdf_content_end(content);
    }
    content->is_marked = true;
    content->is_mark_in_text = in_text;
}

void pdf_content_mark(
    struct pdf_content *content, const char *type, unsigned id, bool in_text)
{
    begin_mark(content, in_text);
    g_string_append_c(content->out, '/');
    g_string_append(content->out, type);
    PDF_APPEND(content->out, "<</MCID ");
    pdf_write_int(content->out, id);
    PDF_APPEND(content->out, ">>BDC\n");
}

void pdf_content_artifact(
    struct pdf_content *content, const char *properties, bool in_text)
{
    begin_mark(content, in_text);
    PDF_APPEND(content->out, "/Artifact");
    g_string_append(content->out, properties);
    PDF_APPEND(content->out, "BDC\n");
}

void pdf_content_turn(struct pdf_content *content, len width)
{
    /* (x, y) goes to (width - y, x). */
    PDF_APPEND(content->out, "q\n0 1 -1 0");
    pdf_write_len(content->out, width);
    PDF_APPEND(content->out, " 0 cm\n");
    content->height = width;
}

void pdf_content_turn_back(struct pdf_content *content, len height)
{
    pdf_content_unmark(content);
    pdf_content_end(content);
    PDF_APPEND(content->out, "Q\n");
    content->state = fresh;
    content->height = height;
}

static bool is_same(struct page_color a, struct page_color b)
{
    return a.red == b.red && a.green == b.green && a.blue == b.blue;
}

static void write_component(GString *out, uint8_t value)
{
    pdf_write_milli(out, (value * 1000 + 127) / 255);
    g_string_append_c(out, ' ');
}

void pdf_content_color(
    struct pdf_content *content, struct page_color color, bool is_stroke)
{
    struct page_color *set =
        is_stroke ? &content->state.stroke : &content->state.fill;

    if (is_same(*set, color)) {
        return;
    }
    *set = color;
    write_component(content->out, color.red);
    if (color.red == color.green && color.green == color.blue) {
        g_string_append(content->out, is_stroke ? "G\n" : "g\n");
        return;
    }
    write_component(content->out, color.green);
    write_component(content->out, color.blue);
    g_string_append(content->out, is_stroke ? "RG\n" : "rg\n");
}

void pdf_content_y(struct pdf_content *content, len y)
{
    pdf_write_len(content->out, content->height - y);
}

static void set_line(struct pdf_content *content, int64_t width, int64_t dash)
{
    if (width != content->state.line_width) {
        pdf_write_milli(content->out, width);
        PDF_APPEND(content->out, " w\n");
        content->state.line_width = width;
    }
    if (dash != content->state.dash) {
        g_string_append_c(content->out, '[');
        if (dash != 0) {
            pdf_write_milli(content->out, dash);
        }
        PDF_APPEND(content->out, "]0 d\n");
        content->state.dash = dash;
    }
}

static void write_rectangle(
    struct pdf_content *content, const struct page_fill *fill)
{
    pdf_write_milli(content->out, len_to_milli(fill->x));
    pdf_content_y(content, fill->y + fill->height);
    pdf_write_len(content->out, fill->width);
    pdf_write_len(content->out, fill->height);
    PDF_APPEND(content->out, " re\n");
}

/* A line from (x, y) to (to_x, to_y), y from the upper edge. */
static void write_line(
    struct pdf_content *content, len x, len y, len to_x, len to_y)
{
    pdf_write_milli(content->out, len_to_milli(x));
    pdf_content_y(content, y);
    PDF_APPEND(content->out, " m");
    pdf_write_len(content->out, to_x);
    pdf_content_y(content, to_y);
    PDF_APPEND(content->out, " l\n");
}

/* Diagonals across the rectangle, one way or the other. */
static void write_diagonals(
    struct pdf_content *content, const struct page_fill *fill, bool is_rising)
{
    len right = fill->x + fill->width;

    for (len x = fill->x - fill->height; x < right; x += HATCH_PITCH) {
        len bottom = is_rising ? x : x + fill->height;
        len top = is_rising ? x + fill->height : x;

        write_line(content, bottom, fill->y + fill->height, top, fill->y);
    }
}

static void write_levels(
    struct pdf_content *content, const struct page_fill *fill)
{
    len bottom = fill->y + fill->height;

    for (len y = bottom - HATCH_PITCH / 2; y > fill->y; y -= HATCH_PITCH) {
        write_line(content, fill->x, y, fill->x + fill->width, y);
    }
}

static void hatch(struct pdf_content *content, const struct page_fill *fill)
{
    struct pdf_state outside = content->state;

    PDF_APPEND(content->out, "q\n");
    write_rectangle(content, fill);
    PDF_APPEND(content->out, "W n\n");
    pdf_content_color(content, fill->color, true);
    set_line(content, HATCH_WIDTH, 0);
    if (fill->pattern == 3) {
        write_levels(content, fill);
    } else {
        write_diagonals(content, fill, fill->pattern == 1);
    }
    PDF_APPEND(content->out, "S\nQ\n");
    content->state = outside;
    pdf_content_color(content, fill->color, true);
    set_line(content, HATCH_BORDER, 0);
    write_rectangle(content, fill);
    PDF_APPEND(content->out, "S\n");
}

void pdf_content_fill(struct pdf_content *content, const struct page_fill *fill)
{
    pdf_content_end(content);
    if (fill->pattern != 0) {
        hatch(content, fill);
        return;
    }
    pdf_content_color(content, fill->color, false);
    write_rectangle(content, fill);
    PDF_APPEND(content->out, "f\n");
}

/* By whether it is closed, filled, stroked. */
static const char *const paints[2][2][2] = {
    {{"n\n", "S\n"}, {"f\n", "B\n"}},
    {{"n\n", "s\n"}, {"f\n", "b\n"}},
};

void pdf_content_path(struct pdf_content *content, const struct page_path *path)
{
    bool is_stroked = path->width > 0;

    pdf_content_end(content);
    if (path->count == 0) {
        return;
    }
    if (path->is_filled) {
        pdf_content_color(content, path->color, false);
    }
    if (is_stroked) {
        pdf_content_color(content, path->color, true);
        set_line(content, len_to_milli(path->width), len_to_milli(path->dash));
    }
    for (size_t i = 0; i < path->count; i++) {
        pdf_write_milli(content->out, len_to_milli(path->points[i].x));
        pdf_content_y(content, path->points[i].y);
        g_string_append(content->out, i == 0 ? " m\n" : " l\n");
    }
    g_string_append(
        content->out, paints[path->is_closed][path->is_filled][is_stroked]);
}
