/*
 * The table of contents and the lists of tables and figures.  They stand
 * before the pages that they name: their lines are set first, without page
 * numbers, which are put in when all pages are made.
 */
#include <string.h>

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

/* What is listed, and how: level 0 is for tables and figures. */
#define LEVELS 4

struct toc_list {
    const struct doc_node *toc;
    /* From an entry's edge to its title, by language and level. */
    len columns[2][LEVELS];
};

struct toc_number {
    struct page_item *after; /* the item that the number follows: a link */
    const struct doc_node *toc;
    const char *anchor;
    struct text_style style;
    len x; /* of that item, from the edge of the column */
};

GArray *toc_numbers_new(void)
{
    return g_array_new(FALSE, FALSE, sizeof(struct toc_number));
}

static int entry_level(const struct doc_node *entry)
{
    return entry->kind == DOC_SECTION
               ? CLAMP(entry->as.section.level, 1, LEVELS - 1)
               : 0;
}

/* Tables and figures look as sections of the second level, and stand at the
 * edge. */
static struct text_style entry_style(const struct compose *compose,
    const struct doc_node *entry, const struct doc_node *title)
{
    static const enum style_name names[LEVELS] = {
        STYLE_TOC_2, STYLE_TOC_1, STYLE_TOC_2, STYLE_TOC_3};
    int level = entry_level(entry);
    struct text_style style = *compose_text(compose, title, names[level]);

    if (level == 0) {
        style.left = 0;
    }
    return style;
}

static const struct text_style *heading_style(
    const struct compose *compose, const struct doc_node *toc)
{
    return &compose->style
                ->text[toc->as.toc.of == DOC_TOC_SECTIONS ? STYLE_TOC_HEADING
                                                          : STYLE_HEADING_2];
}

/* The width of an entry's number; 0: it has none, or one that ends in a mark
 * and needs no blank. */
static len number_width(struct compose *compose, const struct doc_node *entry,
    const struct doc_node *title)
{
    const struct numbering *numbering = compose_numbering(compose, title);
    const char *prefix = numbering_prefix(numbering, entry);
    const char *number = numbering_of(numbering, entry);
    struct text_style style = entry_style(compose, entry, title);
    struct para para = {
        .node = title, .style = &style, .measure = compose->page->measure};
    struct compose_room room;
    const struct line *line;
    len width = 0;

    if (prefix == NULL || strcmp(prefix, number) == 0) {
        return 0;
    }
    style.left = 0;
    room = compose_begin_scratch(compose);
    line = para_set_text(compose, &para, number);
    if (line != NULL) {
        width = line->width;
    }
    compose_end_scratch(compose, room);
    return width;
}

static bool is_listed(const struct doc_node *toc, const struct doc_node *node)
{
    switch (toc->as.toc.of) {
    case DOC_TOC_TABLES:
        return node->kind == DOC_TABLE && numbering_counts(node);
    case DOC_TOC_FIGURES:
        return node->kind == DOC_FIGURE && numbering_counts(node);
    case DOC_TOC_SECTIONS:
        break;
    }
    return node->kind == DOC_SECTION &&
           node->as.section.level <= toc->as.toc.depth;
}

/* The next node of a walk that is listed; only sections have any in them. */
static const struct doc_node *next_entry(const struct doc_node *toc,
    const struct doc_node *node, const struct doc_node *root)
{
    do {
        node = node->kind == DOC_SECTION || node == root ? doc_next(node, root)
                                                         : doc_skip(node, root);
    } while (node != NULL && !is_listed(toc, node));
    return node;
}

static len *entry_column(const struct compose *compose, struct toc_list *list,
    const struct doc_node *entry, const struct doc_node *title)
{
    bool is_second = doc_is_translation(compose->document, title);

    return &list->columns[is_second][entry_level(entry)];
}

/* Titles stand below each other, but for those of appendices, whose numbers
 * are words. */
static void measure_columns(struct compose *compose, struct toc_list *list)
{
    const struct doc_node *root = compose->document->root;

    for (const struct doc_node *entry = next_entry(list->toc, root, root);
         entry != NULL; entry = next_entry(list->toc, entry, root)) {
        const struct doc_node *title = doc_heading(entry);

        for (; title != NULL && !doc_has_class(entry, "appendix");
             title = doc_second(title)) {
            len *column = entry_column(compose, list, entry, title);

            *column = MAX(*column, number_width(compose, entry, title));
        }
    }
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
    uint32_t count = room > 0 ? (uint32_t)MIN(room / pitch, UINT16_MAX) : 0;
    struct page_item *item;
    struct page_glyph *glyphs;
    char *dots;

    if (face.font == NULL || count < 2) {
        return NULL;
    }
    item = flow_item(compose, PAGE_TEXT, PAGE_ARTIFACT, NULL);
    glyphs = ARENA_ARRAY(compose->texts, count, struct page_glyph);
    dots = arena_bytes(compose->texts, count);
    for (uint32_t i = 0; i < count; i++) {
        glyphs[i].id = (uint16_t)face.glyph;
        glyphs[i].text = (uint16_t)i;
        glyphs[i].x = (page_len)((len)i * pitch);
        dots[i] = '.';
    }
    item->as.text = (struct page_text){.font = face.font,
        .size = (page_len)style->size,
        .x = (page_len)(end - (len)count * pitch),
        .width = (page_len)((len)count * pitch),
        .color = compose->style->colors.quiet,
        .is_chinese = compose->document->root->is_chinese,
        .text = dots,
        .text_size = count,
        .glyphs = glyphs,
        .count = count};
    return item;
}

static struct page_item *link_over(struct compose *compose,
    const struct doc_node *entry, const struct text_style *style,
    const char *title)
{
    struct page_item *item = flow_item(compose, PAGE_LINK, PAGE_CONTENT, entry);

    item->as.link = (struct page_link){.x = style->left,
        .y = -style->size,
        .width = compose->page->measure - style->left,
        .height = len_scale(style->size, 13, 10),
        .to = link_anchor(compose, entry),
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

/* Number and title; a title that takes several lines hangs below its first. */
static struct line *set_title(struct compose *compose, struct toc_list *list,
    const struct doc_node *entry, const struct doc_node *title, len measure)
{
    struct text_style style = entry_style(compose, entry, title);
    g_autofree char *text = doc_text(title);
    bool is_second = doc_is_translation(compose->document, title);
    len number = number_width(compose, entry, title);
    len column = MAX(number, *entry_column(compose, list, entry, title));
    len gap = style.size * 3 / 4;
    struct para para = {.node = is_second ? title : list->toc,
        .style = &style,
        .prefix = numbering_prefix(compose_numbering(compose, title), entry),
        .prefix_gap = column - number + gap,
        .measure = measure};

    if (number > 0) {
        style.left += column + gap;
        style.indent = -column - gap;
    }
    return para_set_text(compose, &para, text);
}

static int line_count(const struct line *line)
{
    int count = 0;

    for (; line != NULL; line = line->next) {
        count++;
    }
    return count;
}

/*
 * In both languages, if the report has two.  last: how many lines the one has
 * that the page number follows.
 */
static struct line *set_entry(struct compose *compose, struct toc_list *list,
    const struct doc_node *entry, len room, int *last)
{
    const struct doc_node *title = doc_heading(entry);
    const struct doc_node *second = doc_second(title);
    bool is_pair = second != NULL;
    struct line *line = set_title(compose, list, entry, title,
        is_pair ? compose->style->pair.first : compose->page->measure - room);
    struct line *other = is_pair ? set_title(compose, list, entry, second,
                                       pair_second_width(compose) - room)
                                 : NULL;

    *last = line_count(is_pair ? other : line);
    return is_pair ? pair_beside(compose, line, other) : line;
}

/* All of a line is part of the entry of that index. */
static void mark_entry(
    struct page_item *item, const struct doc_node *toc, uint32_t index)
{
    for (; item != NULL; item = item->next) {
        item->node = toc;
        item->part = PAGE_ENTRY;
        item->entry = index;
    }
}

static void add_entry(struct blocks *blocks, struct toc_list *list,
    const struct doc_node *entry, uint32_t index)
{
    struct compose *compose = blocks->compose;
    const struct doc_node *heading = doc_heading(entry);
    struct text_style style = entry_style(compose, entry, heading);
    g_autofree char *title = doc_text(heading);
    int last;
    struct line *first = set_entry(
        compose, list, entry, len_scale(style.size, NUMBER_ROOM, 10), &last);

    for (struct line *line = first; line != NULL; line = line->next) {
        const char *contents = arena_strdup(compose->arena, title);
        struct page_item **items =
            line->second != NULL ? &line->second : &line->first;

        items_end_word(line->first);
        items_end_word(line->second);
        *items =
            items_join(*items, link_over(compose, entry, &style, contents));
        mark_entry(line->first, list->toc, index);
        mark_entry(line->second, list->toc, index);
        if (--last == 0) {
            struct toc_number number = {.toc = list->toc,
                .anchor = link_anchor(compose, entry),
                .style = style};

            number.after = last_item(*items);
            number.x = number.after->as.link.x;
            *items = items_join(*items, leader(compose, &style, line->width));
            g_array_append_val(blocks->numbers, number);
        }
    }
    flow_add_lines(blocks->flow, compose, first, &style, NULL, NULL);
}

/* If every entry takes one line. */
static len expected_height(
    const struct compose *compose, const struct doc_node *toc)
{
    const struct text_style *heading = heading_style(compose, toc);
    const struct doc_node *root = compose->document->root;
    len height = heading->before + heading->line + heading->after;

    for (const struct doc_node *n = next_entry(toc, root, root); n != NULL;
         n = next_entry(toc, n, root)) {
        struct text_style style = entry_style(compose, n, doc_heading(n));

        height += style.line + style.before + style.after;
    }
    return height;
}

void blocks_add_toc(struct blocks *blocks, const struct doc_node *node)
{
    struct compose *compose = blocks->compose;
    const struct doc_node *h = doc_child(node, DOC_H);
    const struct doc_node *root = compose->document->root;
    struct toc_list list = {.toc = node};
    struct para para = {.node = h,
        .style = heading_style(compose, node),
        .measure = compose->page->measure};
    struct flow_mark *mark = ARENA_NEW(compose->arena, struct flow_mark);
    g_autofree char *title = doc_text(h);
    len height = expected_height(compose, node);
    uint32_t index = 0;

    /* Contents that one page holds are not divided between two. */
    if (height > flow_room(blocks->flow) && height <= compose->page->depth) {
        flow_new_page(blocks->flow);
    }
    mark->level = 1;
    mark->title = arena_strdup(compose->arena, title);
    flow_add_heading(blocks->flow, compose,
        pair_set_title(compose, &para, NULL), heading_style(compose, node),
        mark, node->id);
    measure_columns(compose, &list);
    for (const struct doc_node *n = next_entry(node, root, root); n != NULL;
         n = next_entry(node, n, root)) {
        add_entry(blocks, &list, n, index++);
    }
}

/* The number at the right edge, on the line of its entry. */
static void fill_number(
    struct compose *compose, const struct toc_number *number, const char *label)
{
    const struct page_style *page = compose->page;
    struct text_style style = number->style;
    struct para para = {
        .node = number->toc, .style = &style, .measure = page->measure};
    len x = number->after->as.link.x - number->x;
    len y = number->after->as.link.y + number->style.size;
    struct line *line;

    style.align = STYLE_END;
    style.left = 0;
    style.indent = 0;
    line = para_set_text(compose, &para, label);
    if (line != NULL) {
        items_shift(line->first, x, y);
        mark_entry(line->first, number->toc, number->after->entry);
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
