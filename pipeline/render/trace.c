/*
 * Pages as text.  One line an item, in reading order; lengths in thousandths
 * of a point, x from the left and y from the top edge of the page:
 *
 *   page LABEL WIDTH HEIGHT
 *   text X Y SIZE FACE "TEXT" gid=ID,... adv=ADVANCE,... [rise=RISE]
 *        [outline=WIDTH] [lang=LANG] [color=RRGGBB] in=ELEMENT
 *   fill X Y WIDTH HEIGHT color=RRGGBB [pattern=N]
 *   path [closed] [filled] width=W [dash=D] color=RRGGBB X,Y X,Y ...
 *   link X Y WIDTH HEIGHT to=NAME|uri=ADDRESS "CONTENTS"
 *   anchor X Y NAME
 *   outline LEVEL PAGE Y "TITLE"          after all pages; PAGE from 1
 *
 * A text item is on one line.  Its advances are the distances from the origin
 * of a glyph to that of the next one, the last to the end of the text.  An
 * artifact's line begins with a tilde.  In quoted text " and \ have a \ before
 * them.  lang is left out where it is the report's.
 */
#include "render/trace.h"

#include <inttypes.h>
#include <string.h>

#include "doc/doc.h"
#include "page/page.h"
#include "type/font.h"

static void append_milli(GString *out, const char *before, len length)
{
    g_string_append_printf(out, "%s%" PRId64, before, len_to_milli(length));
}

static void append_quoted(GString *out, const char *text, size_t size)
{
    g_string_append(out, " \"");
    for (size_t i = 0; i < size; i++) {
        if (text[i] == '"' || text[i] == '\\') {
            g_string_append_c(out, '\\');
        }
        g_string_append_c(out, text[i]);
    }
    g_string_append_c(out, '"');
}

static void append_color(GString *out, struct page_color color)
{
    g_string_append_printf(
        out, " color=%02X%02X%02X", color.red, color.green, color.blue);
}

static void append_glyphs(GString *out, const struct page_text *text)
{
    g_string_append(out, " gid=");
    for (size_t i = 0; i < text->count; i++) {
        g_string_append_printf(
            out, "%s%u", i > 0 ? "," : "", text->glyphs[i].id);
    }
    g_string_append(out, " adv=");
    for (size_t i = 0; i < text->count; i++) {
        len next = i + 1 < text->count ? text->glyphs[i + 1].x : text->width;

        append_milli(out, i > 0 ? "," : "", next - text->glyphs[i].x);
    }
}

static void trace_text(
    GString *out, const struct page_item *item, const struct document *document)
{
    const struct page_text *text = &item->as.text;

    append_milli(
        out, "text ", text->x + (text->count > 0 ? text->glyphs[0].x : 0));
    append_milli(out, " ", text->y);
    append_milli(out, " ", text->size);
    g_string_append_printf(out, " %s", font_name(text->font));
    append_quoted(out, text->text, text->text_size);
    append_glyphs(out, text);
    if (text->count > 0 && page_text_rise(text, 0) != 0) {
        append_milli(out, " rise=", page_text_rise(text, 0));
    }
    if (text->outline != 0) {
        append_milli(out, " outline=", text->outline);
    }
    if (text->is_chinese != document->root->is_chinese) {
        g_string_append(out, text->is_chinese ? " lang=zh-CN" : " lang=en");
    }
    append_color(out, text->color);
    if (item->node != NULL) {
        g_string_append_printf(out, " in=%s", doc_kind_name(item->node->kind));
    }
}

static void trace_fill(GString *out, const struct page_fill *fill)
{
    append_milli(out, "fill ", fill->x);
    append_milli(out, " ", fill->y);
    append_milli(out, " ", fill->width);
    append_milli(out, " ", fill->height);
    append_color(out, fill->color);
    if (fill->pattern != 0) {
        g_string_append_printf(out, " pattern=%d", fill->pattern);
    }
}

static void trace_path(GString *out, const struct page_path *path)
{
    g_string_append_printf(out, "path%s%s", path->is_closed ? " closed" : "",
        path->is_filled ? " filled" : "");
    append_milli(out, " width=", path->width);
    if (path->dash != 0) {
        append_milli(out, " dash=", path->dash);
    }
    append_color(out, path->color);
    for (size_t i = 0; i < path->count; i++) {
        append_milli(out, " ", path->points[i].x);
        append_milli(out, ",", path->points[i].y);
    }
}

static void trace_link(GString *out, const struct page_link *link)
{
    append_milli(out, "link ", link->x);
    append_milli(out, " ", link->y);
    append_milli(out, " ", link->width);
    append_milli(out, " ", link->height);
    g_string_append_printf(out, " %s=%s", link->uri != NULL ? "uri" : "to",
        link->uri != NULL ? link->uri : link->to);
    append_quoted(out, link->contents, strlen(link->contents));
}

static void trace_item(
    GString *out, const struct page_item *item, const struct document *document)
{
    if (item->role == PAGE_ARTIFACT) {
        g_string_append_c(out, '~');
    }
    switch (item->kind) {
    case PAGE_TEXT:
        trace_text(out, item, document);
        break;
    case PAGE_FILL:
        trace_fill(out, &item->as.fill);
        break;
    case PAGE_PATH:
        trace_path(out, &item->as.path);
        break;
    case PAGE_LINK:
        trace_link(out, &item->as.link);
        break;
    case PAGE_ANCHOR:
        append_milli(out, "anchor ", item->as.anchor.x);
        append_milli(out, " ", item->as.anchor.y);
        g_string_append_printf(out, " %s", item->as.anchor.name);
        break;
    }
    g_string_append_c(out, '\n');
}

GString *trace_render(const struct pages *pages)
{
    GString *out = g_string_new(NULL);

    for (size_t i = 0; i < pages->count; i++) {
        const struct page *page = &pages->pages[i];

        g_string_append_printf(out, "page %s", page->label);
        append_milli(out, " ", page->width);
        append_milli(out, " ", page->height);
        g_string_append(out, page->is_turned ? " turned\n" : "\n");
        for (const struct page_item *item = page->first; item != NULL;
             item = item->next) {
            if (page->is_turned && item == page->upright) {
                g_string_append(out, "upright\n");
            }
            trace_item(out, item, pages->document);
        }
    }
    for (size_t i = 0; i < pages->outline_count; i++) {
        const struct page_outline *outline = &pages->outline[i];

        g_string_append_printf(
            out, "outline %d %zu", outline->level, outline->page + 1);
        append_milli(out, " ", outline->y);
        append_quoted(out, outline->title, strlen(outline->title));
        g_string_append_c(out, '\n');
    }
    return out;
}
