/*
 * The content of one page: items to operators.  Private to render/.
 *
 * What is set stays set in PDF; the content remembers it and writes only what
 * changes.
 */
#ifndef GONGBAO_RENDER_PDF_CONTENT_H
#define GONGBAO_RENDER_PDF_CONTENT_H

#include <stdbool.h>

#include <glib.h>

#include "base/len.h"
#include "page/page.h"

struct pdf_fonts;

/* The graphics state, as far as it is used here.  Lengths are kept as they
 * are printed: in thousandths of a point. */
struct pdf_state {
    struct page_color fill;
    struct page_color stroke;
    int64_t line_width; /* -1: not set */
    int64_t dash;
    const struct font *font;
    int64_t size;
    int64_t rise;
    int64_t space; /* behind each glyph */
    bool is_bold;  /* glyphs have an outline */
};

struct pdf_content {
    GString *out;
    struct pdf_fonts *fonts;
    len height; /* of the page, as what is drawn sees it */
    struct pdf_state state;
    bool is_text;         /* between BT and ET */
    bool is_marked;       /* inside a marked-content sequence */
    bool is_mark_in_text; /* which began between BT and ET and ends there */
    int64_t text_x;       /* where the line of text began last */
    int64_t text_y;
};

/* Begins an empty page; out is emptied. */
void pdf_content_begin(struct pdf_content *content, GString *out,
    struct pdf_fonts *fonts, len height);

/*
 * What follows is turned by a quarter against the clock, on a page of that
 * width; is upright again, on one of that height.
 */
void pdf_content_turn(struct pdf_content *content, len width);
void pdf_content_turn_back(struct pdf_content *content, len height);

/* Ends an open text object. */
void pdf_content_end(struct pdf_content *content);
void pdf_content_begin_text(struct pdf_content *content);

/*
 * Marked content (ISO 32000-1, 14.6): what is drawn from here on is part of a
 * structure element of that type, by its number on the page, or an artifact
 * with a property list ("<</Type/Layout>>").  The sequence before ends.
 * in_text: only text follows, and it begins and ends inside a text object.
 */
void pdf_content_mark(
    struct pdf_content *content, const char *type, unsigned id, bool in_text);
void pdf_content_artifact(
    struct pdf_content *content, const char *properties, bool in_text);
void pdf_content_unmark(struct pdf_content *content);

void pdf_content_text(
    struct pdf_content *content, const struct page_text *text);
void pdf_content_fill(
    struct pdf_content *content, const struct page_fill *fill);
void pdf_content_path(
    struct pdf_content *content, const struct page_path *path);

/* Sets a colour, for filling or for strokes. */
void pdf_content_color(
    struct pdf_content *content, struct page_color color, bool is_stroke);

/* A blank and the distance of y from the lower edge, from the upper one. */
void pdf_content_y(struct pdf_content *content, len y);

#endif
