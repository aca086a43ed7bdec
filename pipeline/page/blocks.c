/*
 * Walks the document and adds headings and paragraphs; other elements have
 * files of their own.
 */
#include "page/blocks.h"

#include "base/arena.h"
#include "doc/doc.h"
#include "page/columns.h"
#include "page/compose.h"
#include "page/flow.h"
#include "page/link.h"
#include "page/pair.h"
#include "page/para.h"

static const struct text_style *heading_style(
    const struct compose *compose, int level)
{
    static const enum style_name names[] = {
        STYLE_HEADING_1, STYLE_HEADING_2, STYLE_HEADING_3, STYLE_HEADING_4};

    return &compose->style->text[names[CLAMP(level, 1, 4) - 1]];
}

/* Number and title for a list of bookmarks, in both languages. */
static const char *heading_title(
    struct compose *compose, const struct doc_node *section)
{
    const struct doc_node *h = doc_child(section, DOC_H);
    const struct doc_node *second = doc_second(h);
    const char *prefix = numbering_prefix(compose->numbering, section);
    g_autofree char *text = doc_text(h);
    g_autofree char *other = second != NULL ? doc_text(second) : NULL;

    return arena_printf(compose->arena, "%s%s%s%s",
        prefix != NULL ? prefix : "", text, other != NULL ? " " : "",
        other != NULL ? other : "");
}

static void add_heading(struct blocks *blocks, const struct doc_node *h)
{
    struct compose *compose = blocks->compose;
    const struct doc_node *section = h->parent;
    const char *prefix = numbering_prefix(compose->numbering, section);
    struct para para = {.node = h,
        .style = heading_style(compose, section->as.section.level),
        .prefix = prefix,
        .prefix_gap = heading_style(compose, section->as.section.level)->size *
                      (compose->is_chinese ? 1 : 3) / 4,
        .measure = compose->page->measure};
    struct flow_mark *mark = ARENA_NEW(compose->arena, struct flow_mark);

    mark->level = section->as.section.level;
    mark->title = heading_title(compose, section);
    flow_add_heading(blocks->flow, compose,
        pair_set_title(compose, &para, section),
        heading_style(compose, section->as.section.level), mark,
        link_anchor(compose, section));
}

static void add_head(struct blocks *blocks, const struct doc_node *h)
{
    if (numbering_is_attachment(h->parent)) {
        blocks_add_attachment(blocks, h);
    } else {
        add_heading(blocks, h);
    }
}

enum style_name blocks_paragraph_style(const struct doc_node *p)
{
    static const struct {
        const char *class;
        enum style_name style;
    } classes[] = {{"source", STYLE_NOTES}, {"lead", STYLE_LEAD},
        {"signature", STYLE_SIGNATURE}, {"date", STYLE_DATE}};

    for (size_t i = 0; i < G_N_ELEMENTS(classes); i++) {
        if (doc_has_class(p, classes[i].class)) {
            return classes[i].style;
        }
    }
    return STYLE_BODY;
}

/* Of a pair its first language stands for both; NULL of NULL. */
static const struct doc_node *told(const struct doc_node *node)
{
    return node != NULL && node->kind == DOC_PAIR ? node->first : node;
}

/* No list follows, which the paragraph would belong to. */
static bool is_lone(const struct doc_node *p)
{
    const struct doc_node *next = told(p->next);

    return next == NULL || (next->kind != DOC_UL && next->kind != DOC_OL);
}

/* A line that sums up the text below it, as a heading does. */
static bool is_lead(const struct doc_node *p)
{
    const struct doc_node *next = told(p->next);

    return next != NULL && next->kind == DOC_P &&
           blocks_paragraph_style(told(p)) == STYLE_LEAD;
}

void blocks_add_lines(struct blocks *blocks, const struct doc_node *p,
    struct line *line, const struct text_style *style)
{
    struct flow *flow = blocks->flow;

    if (is_lead(p)) {
        flow_add_kept(flow, blocks->compose, line, style, told(p)->id);
    } else {
        flow_add_lines(flow, blocks->compose, line, style, NULL, told(p)->id);
    }
    if (!is_lone(p)) {
        flow_keep(flow);
    }
}

static void add_paragraph(struct blocks *blocks, const struct doc_node *p)
{
    struct compose *compose = blocks->compose;
    enum style_name name = blocks_paragraph_style(p);
    struct para para = {.node = p,
        .style = compose_text(compose, p, name),
        .measure = compose->page->measure};
    struct line *line = para_set(compose, &para);

    /* Stays with the last lines of the text, and with the date below it. */
    if (name == STYLE_SIGNATURE) {
        flow_keep(blocks->flow);
        flow_add_heading(blocks->flow, compose, line, para.style, NULL, p->id);
    } else {
        blocks_add_lines(blocks, p, line, para.style);
    }
}

void blocks_add_notes(
    struct flow *flow, struct compose *compose, const struct doc_node *notes)
{
    for (const struct doc_node *p = notes->first; p != NULL; p = p->next) {
        struct text_style style = *compose_text(compose, p, STYLE_NOTES);
        struct para para = {
            .node = p, .style = &style, .measure = compose->page->measure};

        if (p != notes->first) {
            style.before = 0;
        }
        if (p == notes->last) {
            style.after =
                MAX(style.after, compose->style->text[STYLE_BODY].line * 2 / 3);
        }
        flow_add_lines(
            flow, compose, para_set(compose, &para), &style, NULL, p->id);
        /* No page break leaves one note alone, or parts its languages. */
        if (p->next != NULL &&
            (p == notes->first || p->next == notes->last ||
                doc_is_translation(compose->document, p->next))) {
            flow_keep(flow);
        }
    }
}

static void add_cover(struct blocks *blocks, const struct doc_node *cover)
{
    if (blocks->compose->style->has_cover_page) {
        blocks_add_cover(blocks, cover);
    } else {
        blocks_add_title(blocks, cover);
    }
}

static enum flow_kind flow_kind(const struct doc_node *node)
{
    bool is_text;

    if (node->kind == DOC_TABLE || node->kind == DOC_FIGURE) {
        return FLOW_DISPLAY;
    }
    is_text = (node->kind == DOC_P &&
                  blocks_paragraph_style(node) < STYLE_SIGNATURE) ||
              (node->kind == DOC_PAIR && node->first->kind == DOC_P);
    return is_text && is_lone(node) ? FLOW_TEXT : FLOW_FIXED;
}

static void walk(struct blocks *blocks, const struct doc_node *root,
    const struct doc_node *node, const struct doc_node *front);

/* A section whose text below the heading stands in columns. */
static void add_columns(struct blocks *blocks, const struct doc_node *section)
{
    struct compose *compose = blocks->compose;
    struct flow *flow = blocks->flow;
    const struct page_style *page = &compose->style->page;
    struct page_style column = *page;
    const struct doc_node *h = doc_child(section, DOC_H);
    struct flow_box *first;

    blocks_turn(blocks, false);
    add_head(blocks, h);
    column.measure = columns_width(compose);
    compose->page = &column;
    blocks->flow = flow_new_column(compose);
    walk(blocks, section, h->next, NULL);
    first = flow_take_column(blocks->flow);
    blocks->flow = flow;
    compose->page = page;
    if (first != NULL) {
        columns_add(blocks, first, compose->style->text[STYLE_BODY].line);
    }
}

/* What stands on no turned page. */
static void add_upright(struct blocks *blocks, const struct doc_node *node)
{
    /* Each element appears once; those inside others are left to them. */
    if (node->kind == DOC_P) {
        add_paragraph(blocks, node);
    } else if (node->kind == DOC_OL && doc_has_class(node, "attachments")) {
        blocks_add_attachments(blocks, node);
    } else if (node->kind == DOC_UL || node->kind == DOC_OL) {
        blocks_add_list(blocks, node);
    } else if (node->kind == DOC_PAIR) {
        blocks_add_pair(blocks, node);
    } else if (node->kind == DOC_KEYFIGURES) {
        blocks_add_keyfigures(blocks, node);
    } else if (node->kind == DOC_INDEX) {
        blocks_add_index(blocks, node);
    } else if (node->kind == DOC_COVER) {
        add_cover(blocks, node);
    } else if (node->kind == DOC_TOC) {
        blocks_add_toc(blocks, node);
    }
}

/* One element; false: its children are blocks to be walked. */
static bool add_block(struct blocks *blocks, const struct doc_node *node)
{
    if (node->kind == DOC_SECTION) {
        if (doc_begins_page(blocks->compose->document, node)) {
            blocks_turn(blocks, false);
            flow_new_page(blocks->flow);
        }
        if (!doc_has_class(node, "columns") || flow_is_column(blocks->flow)) {
            return false;
        }
        flow_begin_block(blocks->flow, FLOW_FIXED);
        add_columns(blocks, node);
        return true;
    }
    flow_begin_block(blocks->flow, flow_kind(node));
    if (node->kind == DOC_H) {
        if (node == node->parent->first) {
            blocks_turn_heading(blocks, node);
            add_head(blocks, node);
        }
    } else if (node->kind == DOC_TABLE) {
        blocks_add_table(blocks, node);
    } else if (node->kind == DOC_FIGURE) {
        blocks_add_figure(blocks, node);
    } else {
        blocks_turn(blocks, false);
        add_upright(blocks, node);
    }
    return true;
}

/* The last element before the body: the contents, or else the cover's page. */
static const struct doc_node *front_end(const struct compose *compose)
{
    const struct doc_node *last = doc_front_end(compose->document);

    return last != NULL && last->kind == DOC_COVER &&
                   !compose->style->has_cover_page
               ? NULL
               : last;
}

/* The elements from node on inside root; front: the last before the body. */
static void walk(struct blocks *blocks, const struct doc_node *root,
    const struct doc_node *node, const struct doc_node *front)
{
    while (node != NULL) {
        bool is_done = add_block(blocks, node);

        if (node == front) {
            flow_begin_body(blocks->flow);
        }
        node = is_done ? doc_skip(node, root) : doc_next(node, root);
    }
}

void blocks_add_document(struct blocks *blocks)
{
    const struct doc_node *root = blocks->compose->document->root;
    const struct doc_node *front = front_end(blocks->compose);

    if (front == NULL) {
        flow_begin_body(blocks->flow);
    }
    walk(blocks, root, root->first, front);
    blocks_turn(blocks, false);
}
