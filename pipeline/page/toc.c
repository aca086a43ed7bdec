/*
 * The table of contents.  It stands before the pages that it names: its lines
 * are set first, without numbers, which are put in when all pages are made.
 */
#include <glib.h>

#include "base/arena.h"
#include "doc/doc.h"
#include "page/blocks.h"
#include "page/compose.h"
#include "page/flow.h"
#include "page/glyphs.h"
#include "page/link.h"
#include "page/pair.h"
#include "page/para.h"

/* Blank kept for the page number, and between the leader's dots, in tenths of
 * an em. */
#define NUMBER_ROOM 30
#define DOT_PITCH 6

struct toc_number {
    struct page_item *after; /* the item that the number follows */
    const struct doc_node *toc;
    const char *anchor;
    const struct text_style *style;
};

GArray *toc_numbers_new(void)
{
    return g_array_new(FALSE, FALSE, sizeof(struct toc_number));
}

static const struct text_style *entry_style(
    const struct compose *compose, const struct doc_node *h, int level)
{
    static const enum style_name names[] = {
        STYLE_TOC_1, STYLE_TOC_2, STYLE_TOC_3};

    return compose_text(compose, h, names[CLAMP(level, 1, 3) - 1]);
}

/* Dots from the title to the number, each at a multiple of the pitch from the
 * right so that they stand below each other. */
static struct page_item *leader(
    struct compose *compose, const struct text_style *style, len from)
{
    struct glyph_face face = glyph_cache_lookup(
        compose->glyphs, style->font, compose->document->lang, '.');
    len pitch = len_scale(style->size, DOT_PITCH, 10);
    len end = compose->page->measure - len_scale(style->size, NUMBER_ROOM, 10) +
              style->size;
    len room = end - from - style->size / 2;
    size_t count = room > 0 ? (size_t)(room / pitch) : 0;
    struct page_item *item;
    struct page_glyph *glyphs;
    char *dots;

    if (face.font == NULL || count < 2) {
        return NULL;
    }
    item = flow_item(compose, PAGE_TEXT, PAGE_ARTIFACT, NULL);
    glyphs = ARENA_ARRAY(compose->arena, count, struct page_glyph);
    dots = arena_alloc(compose->arena, count + 1, 1);
    for (size_t i = 0; i < count; i++) {
        glyphs[i].id = face.glyph;
        glyphs[i].text = (uint32_t)i;
        glyphs[i].x = (int32_t)((len)i * pitch);
        dots[i] = '.';
    }
    item->as.text = (struct page_text){.font = face.font,
        .size = style->size,
        .x = end - (len)count * pitch,
        .width = (len)count * pitch,
        .color = compose->style->colors.quiet,
        .lang = compose->document->lang,
        .text = dots,
        .text_size = count,
        .glyphs = glyphs,
        .count = count};
    return item;
}

static struct page_item *link_over(struct compose *compose,
    const struct doc_node *section, const struct text_style *style,
    const char *title)
{
    struct page_item *item =
        flow_item(compose, PAGE_LINK, PAGE_CONTENT, section);

    item->as.link = (struct page_link){.x = style->left,
        .y = -style->size,
        .width = compose->page->measure - style->left,
        .height = len_scale(style->size, 13, 10),
        .to = link_anchor(compose, section),
        .contents = title};
    return item;
}

static struct page_item *last_item(struct page_item *item)
{
    while (item->next != NULL) {
        item = item->next;
    }
    return item;
}

/* Number and title of one language. */
static struct line *set_entry(struct compose *compose,
    const struct doc_node *toc, const struct doc_node *section,
    const struct doc_node *h, len measure)
{
    struct text_style hanging =
        *entry_style(compose, h, section->as.section.level);
    g_autofree char *title = doc_text(h);
    struct para para = {.node = h->is_chinese == toc->is_chinese ? toc : h,
        .style = &hanging,
        .prefix = numbering_prefix(compose_numbering(compose, h), section),
        .prefix_gap = hanging.size * 3 / 4,
        .measure = measure};

    return para_set_text(compose, &para, title);
}

static struct line *set_entries(struct compose *compose,
    const struct doc_node *toc, const struct doc_node *section)
{
    const struct doc_node *h = doc_child(section, DOC_H);
    const struct doc_node *second = doc_second(h);
    const struct text_style *style =
        entry_style(compose, h, section->as.section.level);
    len room = len_scale(style->size, NUMBER_ROOM, 10);

    if (second == NULL) {
        return set_entry(
            compose, toc, section, h, compose->page->measure - room);
    }
    return pair_beside(compose,
        set_entry(compose, toc, section, h, compose->style->pair.first),
        set_entry(
            compose, toc, section, second, pair_second_width(compose) - room));
}

static void add_entry(struct blocks *blocks, const struct doc_node *toc,
    const struct doc_node *section)
{
    struct compose *compose = blocks->compose;
    const struct doc_node *h = doc_child(section, DOC_H);
    const struct text_style *style =
        entry_style(compose, h, section->as.section.level);
    g_autofree char *title = doc_text(h);
    struct line *first = set_entries(compose, toc, section);

    for (struct line *line = first; line != NULL; line = line->next) {
        const char *contents = arena_strdup(compose->arena, title);

        line->first = items_join(
            line->first, link_over(compose, section, style, contents));
        if (line->next == NULL) {
            struct toc_number number = {.toc = toc,
                .anchor = link_anchor(compose, section),
                .style = style};

            number.after = last_item(line->first);
            line->first =
                items_join(line->first, leader(compose, style, line->width));
            g_array_append_val(blocks->numbers, number);
        }
    }
    flow_add_lines(blocks->flow, compose, first, style, NULL, NULL);
}

static bool is_listed(const struct doc_node *toc, const struct doc_node *node)
{
    return node->kind == DOC_SECTION &&
           node->as.section.level <= toc->as.toc.depth;
}

/* The next section of a walk, or what is no section and has none in it. */
static const struct doc_node *next_section(
    const struct doc_node *node, const struct doc_node *root)
{
    return node->kind == DOC_SECTION || node == root ? doc_next(node, root)
                                                     : doc_skip(node, root);
}

/* If every entry takes one line. */
static len expected_height(
    const struct compose *compose, const struct doc_node *toc)
{
    const struct text_style *heading = &compose->style->text[STYLE_TOC_HEADING];
    const struct doc_node *root = compose->document->root;
    len height = heading->before + heading->line + heading->after;

    for (const struct doc_node *n = root; n != NULL;
         n = next_section(n, root)) {
        if (is_listed(toc, n)) {
            const struct text_style *style =
                entry_style(compose, root, n->as.section.level);

            height += style->line + style->before + style->after;
        }
    }
    return height;
}

void blocks_add_toc(struct blocks *blocks, const struct doc_node *node)
{
    struct compose *compose = blocks->compose;
    const struct doc_node *h = doc_child(node, DOC_H);
    const struct doc_node *root = compose->document->root;
    struct para para = {.node = h,
        .style = &compose->style->text[STYLE_TOC_HEADING],
        .measure = compose->page->measure};
    struct flow_mark *mark = ARENA_NEW(compose->arena, struct flow_mark);
    g_autofree char *title = doc_text(h);
    len height = expected_height(compose, node);

    /* Contents that one page holds are not divided between two. */
    if (height > flow_room(blocks->flow) && height <= compose->page->depth) {
        flow_new_page(blocks->flow);
    }
    mark->level = 1;
    mark->title = arena_strdup(compose->arena, title);
    flow_add_heading(blocks->flow, compose,
        pair_set_title(compose, &para, NULL),
        &compose->style->text[STYLE_TOC_HEADING], mark, node->id);
    for (const struct doc_node *n = root; n != NULL;
         n = next_section(n, root)) {
        if (is_listed(node, n)) {
            add_entry(blocks, node, n);
        }
    }
}

/* The number at the right edge, on the line of its entry. */
static void fill_number(
    struct compose *compose, const struct toc_number *number, const char *label)
{
    const struct page_style *page = compose->page;
    struct text_style style = *number->style;
    struct para para = {
        .node = number->toc, .style = &style, .measure = page->measure};
    len y = number->after->as.link.y + number->style->size;
    struct line *line;

    style.align = STYLE_END;
    style.left = 0;
    style.indent = 0;
    line = para_set_text(compose, &para, label);
    if (line != NULL) {
        items_shift(line->first, page->left, y);
        last_item(line->first)->next = number->after->next;
        number->after->next = line->first;
    }
}

void toc_fill(struct blocks *blocks, struct pages *pages)
{
    struct compose *compose = blocks->compose;

    for (guint i = 0; i < blocks->numbers->len; i++) {
        const struct toc_number *number =
            &g_array_index(blocks->numbers, struct toc_number, i);
        const char *label =
            g_hash_table_lookup(compose->labels_now, number->anchor);

        if (label != NULL) {
            fill_number(compose, number, label);
        }
    }
    for (size_t i = 0; i < pages->count; i++) {
        if (pages->pages[i].last != NULL) {
            pages->pages[i].last = last_item(pages->pages[i].last);
        }
    }
}
