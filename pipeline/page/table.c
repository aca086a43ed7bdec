/*
 * A table as boxes: caption, unit line, head, rows, closing rule, notes.  Rows
 * are set one after the other and given to the flow at once; on later pages
 * the flow asks for the head again.
 */
#include "page/table.h"

#include "base/arena.h"
#include "base/diag.h"
#include "page/blocks.h"
#include "page/compose.h"
#include "page/link.h"

/* A table of more rows than this may be divided wherever a page ends. */
#define SHORT_ROWS 14

static struct page_item *rule(
    const struct table *table, len y, len weight, struct page_color color)
{
    return flow_fill(table->compose, 0, y, table->measure, weight, color);
}

/* A rule below a head that spans columns, as wide as they are. */
static struct page_item *span_rules(
    const struct table *table, const struct doc_node *tr, len y)
{
    const struct table_style *style = &table->compose->style->table;
    struct page_item *items = NULL;

    for (const struct doc_node *cell = tr->first; cell != NULL;
         cell = cell->next) {
        if (cell->as.cell.colspan > 1 && tr->next != NULL) {
            items = items_join(
                items, flow_fill(table->compose, table_cell_x(table, cell),
                           y - style->light, table_cell_width(table, cell),
                           style->light, table->compose->style->colors.rule));
        }
    }
    return items;
}

static struct table_row *new_rows(const struct table *table, int count)
{
    return ARENA_ARRAY(table->compose->arena, (size_t)count, struct table_row);
}

/* Puts rows that are set below what the head has; their notes are its own. */
static void add_head_rows(
    struct table *table, struct table_row *head, struct table_row *rows)
{
    struct note_mark **end = &head->notes;

    items_shift(rows->items, 0, head->height);
    head->items = items_join(head->items, rows->items);
    head->height += rows->height;
    head->items =
        items_join(head->items, span_rules(table, rows->tr, head->height));
    while (*end != NULL) {
        end = &(*end)->next;
    }
    *end = rows->notes;
}

void table_set_head(
    struct table *table, enum page_role role, struct table_row *head)
{
    const struct style *style = table->compose->style;
    const struct doc_node *thead = doc_child(table->node, DOC_THEAD);
    const struct doc_node *tr = thead != NULL ? thead->first : NULL;

    head->items = rule(table, 0, style->table.heavy, style->colors.text);
    head->height = style->table.heavy;
    while (tr != NULL) {
        int count = table_tied_rows(tr);
        struct table_row *rows = new_rows(table, count);

        for (int i = 0; i < count; i++, tr = tr->next) {
            rows[i].tr = tr;
        }
        table_set_rows(table, rows, count, role);
        for (int i = 0; i < count; i++) {
            add_head_rows(table, head, &rows[i]);
        }
    }
    if (thead != NULL) {
        head->items = items_join(head->items,
            rule(table, head->height, style->table.light, style->colors.text));
        head->height += style->table.light;
    }
}

static len label_height(const struct table *table)
{
    const struct style *style = table->compose->style;

    return numbering_continued(table->compose->numbering, table->node) != NULL
               ? style->text[STYLE_CAPTION].line +
                     style->text[STYLE_CAPTION].after
               : 0;
}

/* "Table 3 (continued)" and the head, as artifacts. */
static struct page_item *make_head(
    struct compose *compose, struct flow_repeat *repeat)
{
    struct table *table = repeat->data;
    const char *label = numbering_continued(compose->numbering, table->node);
    struct text_style style = compose->style->text[STYLE_CAPTION];
    struct para para = {.node = table->node,
        .style = &style,
        .measure = table->measure,
        .role = PAGE_ARTIFACT};
    struct page_item *items = NULL;
    struct table_row head = {0};

    if (label != NULL) {
        struct line *line = para_set_text(compose, &para, label);

        if (line != NULL) {
            items_shift(line->first, 0, para_baseline(&style));
            items = line->first;
        }
    }
    table_set_head(table, PAGE_ARTIFACT, &head);
    items_shift(head.items, 0, label_height(table));
    return items_join(items, head.items);
}

static struct page_item *make_closing(
    struct compose *compose, struct flow_repeat *repeat)
{
    const struct table *table = repeat->data;

    return rule(
        table, 0, compose->style->table.light, compose->style->colors.text);
}

static void add_caption(struct table *table)
{
    struct compose *compose = table->compose;
    const struct doc_node *caption = doc_child(table->node, DOC_CAPTION);
    const struct doc_node *unit = doc_child(table->node, DOC_UNIT);
    const char *anchor = link_anchor(compose, table->node);
    struct para para = {.measure = table->measure};

    if (caption != NULL) {
        para.node = caption;
        para.style = &compose->style->text[STYLE_CAPTION];
        para.prefix = numbering_prefix(compose->numbering, table->node);
        para.prefix_gap = para.style->size * 3 / 4;
        flow_add_heading(table->flow, compose, para_set(compose, &para),
            para.style, NULL, anchor);
        anchor = NULL;
    }
    if (unit != NULL) {
        para.node = unit;
        para.style = &compose->style->text[STYLE_UNIT];
        para.prefix = NULL;
        flow_add_heading(table->flow, compose, para_set(compose, &para),
            para.style, NULL, anchor);
    }
}

static void add_head(struct table *table)
{
    struct compose *compose = table->compose;
    struct flow_box *box = flow_box_new(compose);
    struct table_row head = {0};

    if (doc_child(table->node, DOC_CAPTION) == NULL &&
        doc_child(table->node, DOC_UNIT) == NULL) {
        box->before = compose->style->text[STYLE_CAPTION].before;
        flow_box_append(box, flow_anchor(compose, table->node,
                                 link_anchor(compose, table->node)));
    }
    table_set_head(table, PAGE_CONTENT, &head);
    flow_box_append(box, head.items);
    box->height = head.height;
    box->notes = flow_notes(compose, head.notes);
    box->penalty = FLOW_NEVER;
    flow_add(table->flow, box);
}

/* What a row of a kind is drawn with, below its text. */
static struct page_item *row_ground(
    const struct table *table, const struct table_row *row)
{
    const struct color_style *colors = &table->compose->style->colors;

    if (block_has_class(row->tr, "group")) {
        return flow_fill(
            table->compose, 0, 0, table->measure, row->height, colors->tint);
    }
    if (block_has_class(row->tr, "total")) {
        return rule(table, 0, table->compose->style->table.light, colors->rule);
    }
    return NULL;
}

/* Rows counted from the first and back from the last, both from 0. */
static int row_penalty(int index, int count, bool is_tied, bool is_group)
{
    bool is_edge = index == 0 || index + 2 >= count;

    if (is_tied || is_edge || is_group) {
        return FLOW_NEVER;
    }
    return count > SHORT_ROWS ? FLOW_ROW : FLOW_SHORT_ROW;
}

static void add_row(struct table *table, struct table_row *row, int index,
    int count, bool is_tied)
{
    struct flow_box *box = flow_box_new(table->compose);

    flow_box_append(box, row_ground(table, row));
    flow_box_append(box, row->items);
    box->height = row->height;
    box->penalty =
        row_penalty(index, count, is_tied, block_has_class(row->tr, "group"));
    box->repeat = &table->repeat;
    box->notes = flow_notes(table->compose, row->notes);
    flow_add(table->flow, box);
}

static bool is_too_tall(const struct table *table, len height)
{
    const struct style *style = table->compose->style;

    return height >
           style->page.depth - table->repeat.height - table->repeat.closing;
}

/* Rows that spans tie together; returns how many. */
static int add_rows(
    struct table *table, const struct doc_node *tr, int index, int count)
{
    int tied = table_tied_rows(tr);
    struct table_row single = {.tr = tr};
    struct table_row *rows = &single;

    if (tied > 1) {
        rows = new_rows(table, tied);
    }
    for (int i = 0; i < tied; i++, tr = tr->next) {
        rows[i].tr = tr;
    }
    table_set_rows(table, rows, tied, PAGE_CONTENT);
    if (tied == 1 && is_too_tall(table, rows->height)) {
        diag_report(table->compose->diag, DIAG_ROW_SPLIT, rows->tr->pos);
        table_add_tall_row(table, rows->tr);
        return tied;
    }
    for (int i = 0; i < tied; i++) {
        add_row(table, &rows[i], index + i, count, i + 1 < tied);
    }
    return tied;
}

static int count_rows(const struct doc_node *table)
{
    int count = 0;

    for (const struct doc_node *body = table->first; body != NULL;
         body = body->next) {
        const struct doc_node *tr =
            body->kind == DOC_TBODY ? body->first : NULL;

        for (; tr != NULL; tr = tr->next) {
            count++;
        }
    }
    return count;
}

static void add_bodies(struct table *table)
{
    int count = count_rows(table->node);
    int index = 0;

    for (const struct doc_node *body = table->node->first; body != NULL;
         body = body->next) {
        const struct doc_node *tr =
            body->kind == DOC_TBODY ? body->first : NULL;

        while (tr != NULL) {
            int tied = add_rows(table, tr, index, count);

            index += tied;
            for (int i = 0; i < tied; i++) {
                tr = tr->next;
            }
        }
    }
}

static void add_end(struct table *table)
{
    struct compose *compose = table->compose;
    const struct doc_node *notes = doc_child(table->node, DOC_NOTES);
    struct flow_box *box = flow_box_new(compose);

    flow_box_append(box, rule(table, 0, compose->style->table.heavy,
                             compose->style->colors.text));
    box->height = compose->style->table.heavy;
    box->after = compose->style->text[STYLE_BODY].line;
    if (notes != NULL) {
        box->penalty = FLOW_NEVER;
        box->after = 0;
    }
    flow_add(table->flow, box);
    if (notes != NULL) {
        blocks_add_notes(table->flow, compose, notes);
    }
}

void blocks_add_table(struct blocks *blocks, const struct doc_node *node)
{
    struct compose *compose = blocks->compose;
    /* Boxes point to it until the page after the table is made. */
    struct table *table = ARENA_NEW(compose->arena, struct table);
    struct table_row head = {0};

    table->compose = compose;
    table->flow = blocks->flow;
    table->node = node;
    table->count = MAX(node->as.table.columns, 1);
    table->measure = compose->style->page.measure;
    table->columns =
        ARENA_ARRAY(compose->arena, (size_t)table->count, struct table_column);
    table_measure(table);
    table->repeat.make_head = make_head;
    table->repeat.make_closing = make_closing;
    table->repeat.data = table;
    table->repeat.closing = compose->style->table.light;
    table_set_head(table, PAGE_ARTIFACT, &head);
    table->repeat.height = label_height(table) + head.height;
    add_caption(table);
    add_head(table);
    add_bodies(table);
    add_end(table);
}
