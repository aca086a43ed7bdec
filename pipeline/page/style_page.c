/*
 * The page element: type area, grid, facing pages, page numbers.
 */
#include <stdlib.h>
#include <string.h>

#include <glib.h>

#include "page/style_parts.h"

static void read_count(const xmlNode *node, const char *name, int *result)
{
    const char *text = xml_attribute(node, name);

    if (text != NULL) {
        *result = (int)strtol(text, NULL, 10);
    }
}

/* What one element says; lines and depth wait until all have been read. */
static void read_page(
    struct style_reader *reader, const xmlNode *node, int *lines)
{
    struct page_style *page = &reader->style->page;
    len em = reader->style->text[STYLE_BODY].size;
    const char *number = xml_attribute(node, "number");
    const char *grid = xml_attribute(node, "grid");

    style_read_len(node, "width", em, &page->width);
    style_read_len(node, "height", em, &page->height);
    style_read_len(node, "left", em, &page->left);
    style_read_len(node, "top", em, &page->top);
    style_read_len(node, "measure", em, &page->measure);
    style_read_len(node, "depth", em, &page->depth);
    style_read_len(node, "head", em, &page->head);
    style_read_len(node, "foot", em, &page->foot);
    if (grid != NULL) {
        page->has_grid = strcmp(grid, "false") != 0;
        page->is_counted = strcmp(grid, "all") == 0;
    }
    style_read_bool(node, "facing", &page->is_facing);
    read_count(node, "chars", &page->chars);
    read_count(node, "lines", lines);
    if (number != NULL) {
        g_free(reader->style->number);
        reader->style->number = g_strdup(number);
    }
}

/*
 * A depth that is given is that of the lines themselves, from the top of the
 * first one's em box to the foot of the last one's, as GB/T 9704 measures;
 * the page maker's lines have half of the blank between two on either side.
 */
static void fill_depth(struct style_reader *reader, int lines)
{
    struct page_style *page = &reader->style->page;
    len size = reader->style->text[STYLE_BODY].size;
    len half;

    if (lines > 1) {
        reader->line = (page->depth - size) / (lines - 1);
    } else {
        reader->line = page->depth;
    }
    half = (reader->line - size) / 2;
    page->top -= half;
    page->head -= page->head != 0 ? half : 0;
    page->foot -= page->foot != 0 ? half : 0;
    page->depth = lines * reader->line;
}

/*
 * The same text area, seen from its right: its head is at the left edge of the
 * sheet, the binding of odd pages and the fore edge of even ones (GB/T 9704).
 */
static struct page_style turn(const struct page_style *page)
{
    struct page_style turned = *page;

    turned.width = page->height;
    turned.height = page->width;
    turned.left = page->height - page->top - page->depth;
    turned.top = page->left;
    turned.measure = turned.notes = page->depth;
    turned.depth = page->measure;
    turned.has_grid = turned.is_counted = false;
    turned.is_turned = true;
    return turned;
}

static void derive(struct style *style)
{
    style->verso = style->page;
    if (style->page.is_facing) {
        style->verso.left =
            style->page.width - style->page.left - style->page.measure;
    }
    style->landscape = turn(&style->page);
    style->landscape_verso = turn(&style->verso);
}

/* Two columns, two em of the body apart, where nothing else is said. */
static void read_columns(struct style *style, const xmlNode *root)
{
    len em = style->text[STYLE_BODY].size;

    style->columns.count = 2;
    style->columns.gap = 2 * em;
    for (const xmlNode *node = xml_first_child(root); node != NULL;
         node = xml_next(node)) {
        if (xml_is(node, "columns")) {
            read_count(node, "count", &style->columns.count);
            style_read_len(node, "gap", em, &style->columns.gap);
        }
    }
}

/* Where nothing else is said, columns of equal width. */
static void read_pair(struct style *style, const xmlNode *root)
{
    len em = style->text[STYLE_BODY].size;

    style->pair.gutter = 2 * em;
    style->pair.first = (style->page.measure - style->pair.gutter) / 2;
    for (const xmlNode *node = xml_first_child(root); node != NULL;
         node = xml_next(node)) {
        if (xml_is(node, "pair")) {
            style_read_len(node, "first", em, &style->pair.first);
            style_read_len(node, "gutter", em, &style->pair.gutter);
        }
    }
}

void style_read_pages(struct style_reader *reader, const xmlNode *root)
{
    struct page_style *page = &reader->style->page;
    int lines = 0;

    for (int with_lang = 0; with_lang < 2; with_lang++) {
        for (const xmlNode *node = xml_first_child(root); node != NULL;
             node = xml_next(node)) {
            if (xml_is(node, "page") &&
                style_applies(reader, node, with_lang != 0)) {
                read_page(reader, node, &lines);
            }
        }
    }
    if (page->depth > 0 && lines > 0) {
        fill_depth(reader, lines);
    } else {
        page->depth = lines * reader->style->text[STYLE_BODY].line;
    }
    if (page->chars > 0) {
        reader->pitch = page->measure / page->chars;
    }
    page->notes = page->measure;
    derive(reader->style);
    read_columns(reader->style, root);
    read_pair(reader->style, root);
}

void style_count_lines(const struct style_reader *reader, enum style_name name,
    struct text_style *text)
{
    len line = reader->style->text[STYLE_BODY].line;
    bool is_inside = name == STYLE_TABLE_HEAD || name == STYLE_TABLE_CELL ||
                     name == STYLE_FOOTNOTE || name >= STYLE_COVER_TITLE;

    if (reader->style->page.is_counted && !is_inside) {
        text->line = (text->line + line - 1) / line * line;
        text->is_on_grid = true;
    }
}

len style_track(
    const struct style_reader *reader, const struct text_style *text)
{
    return reader->pitch > 0 &&
                   text->size == reader->style->text[STYLE_BODY].size
               ? reader->pitch - text->size
               : 0;
}

/* ISO 19005-3, 6.1.13. */
static bool check_size(const struct style_reader *reader, struct diag_pos pos)
{
    const struct page_style *page = &reader->style->page;
    len least = MIN(page->width, page->height);
    len most = MAX(page->width, page->height);
    g_autofree char *width = NULL;
    g_autofree char *height = NULL;

    if (least >= 3 * LEN_PT && most <= 14400 * LEN_PT) {
        return true;
    }
    width = g_strdup_printf("%d", (int)(page->width / LEN_PT));
    height = g_strdup_printf("%d", (int)(page->height / LEN_PT));
    diag_report(reader->diag, DIAG_STYLE_PAGE_SIZE, pos, width, height);
    return false;
}

bool style_check_page(const struct style_reader *reader, struct diag_pos pos)
{
    const struct page_style *page = &reader->style->page;
    const struct text_style *body = &reader->style->text[STYLE_BODY];
    const struct pair_style *pair = &reader->style->pair;
    bool is_whole = check_size(reader, pos);

    if (pair->first <= 0 || pair->gutter < 0 ||
        pair->first + pair->gutter >= page->measure || page->measure <= 0 ||
        page->depth <= 0 || page->left < 0 || page->top < 0 ||
        page->left + page->measure > page->width ||
        page->top + page->depth > page->height) {
        diag_report(reader->diag, DIAG_STYLE_PAGE, pos);
        is_whole = false;
    }
    if ((reader->pitch > 0 && reader->pitch < body->size) ||
        (reader->line > 0 && reader->line < body->size)) {
        diag_report(reader->diag, DIAG_STYLE_GRID, pos);
        is_whole = false;
    }
    return is_whole;
}
