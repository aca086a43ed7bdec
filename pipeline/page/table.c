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

/*
 * A table of more rows than this may be divided wherever a page ends.  So many
 * rows at least stand on either side.
 */
#define SHORT_ROWS 14
#define EDGE_ROWS 2
#define SHORT_EDGE_ROWS 3
#define LAST_ROWS 6 /* that a long one should have on its last page */

/* The caption; the second language's follows it. */
static void add_captions(struct table *table, const char **anchor)
{
    struct compose *compose = table->compose;
    const struct doc_node *caption = doc_child(table->node, DOC_CAPTION);

    for (; caption != NULL; caption = doc_second(caption)) {
        struct text_style style =
            *compose_text(compose, caption, STYLE_CAPTION);
        struct para para = {.node = caption,
            .style = &style,
            .prefix = numbering_prefix(
                compose_numbering(compose, caption), table->node),
            .prefix_gap = style.size * 3 / 4,
            .measure = table->measure};

        style.after = doc_second(caption) != NULL ? 0 : style.after;
        flow_add_heading(table->flow, compose, para_set(compose, &para), &style,
            NULL, *anchor);
        *anchor = NULL;
    }
}

static void add_caption(struct table *table)
{
    struct compose *compose = table->compose;
    const struct doc_node *unit = doc_child(table->node, DOC_UNIT);
    const char *anchor = link_anchor(compose, table->node);
    struct para para = {.node = unit,
        .style = &compose->style->text[STYLE_UNIT],
        .measure = table->measure};

    add_captions(table, &anchor);
    if (unit != NULL) {
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

static bool is_group(const struct doc_node *tr)
{
    return tr != NULL && doc_has_class(tr, "group");
}

/* One row of a group stays behind at the page's end after tr, or goes on. */
static bool leaves_single(const struct doc_node *tr)
{
    const struct doc_node *next = tr->next;

    return is_group(tr->previous) ||
           (next != NULL && !is_group(next) && is_group(next->next));
}

/* Of the page's end after the row of that index, from 0. */
static int row_penalty(
    const struct doc_node *tr, int index, int count, bool is_tied)
{
    int rows = count > SHORT_ROWS ? EDGE_ROWS : SHORT_EDGE_ROWS;
    bool is_edge = index + 1 < rows || count - index - 1 < rows;
    int penalty = count > SHORT_ROWS ? FLOW_ROW : FLOW_SHORT_ROW;

    if (is_tied || is_edge || is_group(tr)) {
        return FLOW_NEVER;
    }
    if (count > SHORT_ROWS && count - index - 1 < LAST_ROWS) {
        penalty += FLOW_FEW_ROWS;
    }
    return penalty + (leaves_single(tr) ? FLOW_SINGLE_ROW : 0);
}

static void add_row(struct table *table, struct table_row *row, int index,
    int count, bool is_tied)
{
    struct flow_box *box = flow_box_new(table->compose);

    flow_box_append(box, table_row_ground(table, row));
    flow_box_append(box, row->items);
    box->height = row->height;
    box->penalty = row_penalty(row->tr, index, count, is_tied);
    box->repeat = table->repeat;
    box->notes = flow_notes(table->compose, row->notes);
    flow_add(table->flow, box);
}

bool table_is_too_tall(const struct table *table, len height)
{
    const struct page_style *page = table->compose->page;

    return height >
           page->depth - table->repeat->height - table->repeat->closing;
}

/* A page that begins so has room for a row of one line. */
static bool leaves_room(
    const struct table *table, const struct flow_repeat *repeat)
{
    const struct style *style = table->compose->style;
    len row = style->text[STYLE_TABLE_CELL].line + 2 * style->table.gap;

    return repeat->height + row + repeat->closing <=
           table->compose->page->depth;
}

static len total_height(const struct table_row *rows, int count)
{
    len height = 0;

    for (int i = 0; i < count; i++) {
        height += rows[i].height;
    }
    return height;
}

/* Rows that spans tie together; returns how many. */
static int add_rows(
    struct table *table, const struct doc_node *tr, int index, int count)
{
    int tied = table_tied_rows(tr);
    struct table_row single = {.tr = tr};
    struct table_row *rows = &single;

    if (tied > 1) {
        rows = table_rows_new(table, tied);
    }
    for (int i = 0; i < tied; i++, tr = tr->next) {
        rows[i].tr = tr;
    }
    table_set_rows(table, rows, tied, PAGE_CONTENT);
    if (table_is_too_tall(table, total_height(rows, tied))) {
        diag_report(table->compose->diag, DIAG_ROW_SPLIT, doc_pos(rows->tr));
        table_add_tall_rows(table, rows, tied,
            row_penalty(rows[tied - 1].tr, index + tied - 1, count, false));
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

/* The rows of a body; a group goes on until the next one or its end. */
static int add_body(
    struct table *table, const struct doc_node *body, int index, int count)
{
    struct flow_repeat *repeat = table->repeat;
    const struct doc_node *tr = body->first;

    while (tr != NULL) {
        int tied;

        table->repeat = is_group(tr) ? repeat : table->repeat;
        tied = add_rows(table, tr, index, count);
        if (is_group(tr) && tied == 1) {
            table->repeat = table_repeat_new(table, tr);
            if (!leaves_room(table, table->repeat)) {
                table->repeat = repeat;
            }
        }
        index += tied;
        for (int i = 0; i < tied; i++) {
            tr = tr->next;
        }
    }
    table->repeat = repeat;
    return index;
}

static void add_bodies(struct table *table)
{
    int count = count_rows(table->node);
    int index = 0;

    for (const struct doc_node *body = table->node->first; body != NULL;
         body = body->next) {
        if (body->kind == DOC_TBODY) {
            index = add_body(table, body, index, count);
        }
    }
}

static void add_end(struct table *table)
{
    struct compose *compose = table->compose;
    const struct doc_node *notes = doc_child(table->node, DOC_NOTES);
    len heavy = compose->style->table.heavy;
    struct flow_box *box = flow_box_new(compose);

    box->height = compose_rule(compose, heavy);
    flow_box_append(box, table_rule(table, box->height - heavy, heavy,
                             compose->style->colors.text));
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

/*
 * A table measured, for an upright page or for a turned one: by its class, or
 * because it is too wide for the one and not for the other.
 */
static struct table *prepare(struct blocks *blocks, const struct doc_node *node)
{
    struct compose *compose = blocks->compose;
    len upright = blocks_measure(blocks, false);
    len turned = blocks_measure(blocks, true);
    /* Boxes point to it until the page after the table is made. */
    struct table *table = ARENA_NEW(compose->arena, struct table);

    table->compose = compose;
    table->flow = blocks->flow;
    table->node = node;
    table->count = MAX(node->as.table.columns, 1);
    table->columns =
        ARENA_ARRAY(compose->arena, (size_t)table->count, struct table_column);
    table->measure = doc_has_class(node, "landscape") ? turned : upright;
    table_take(table);
    if (table->measure < turned && table_least(table) > table->measure) {
        table->measure = turned;
        table_take(table);
    }
    table->is_turned = table->measure == turned && turned != upright;
    return table;
}

bool blocks_turns_table(struct blocks *blocks, const struct doc_node *node)
{
    if (blocks->table == NULL || blocks->table->node != node) {
        blocks->table = prepare(blocks, node);
    }
    return blocks->table->is_turned;
}

void blocks_add_table(struct blocks *blocks, const struct doc_node *node)
{
    struct compose *compose = blocks->compose;
    const struct doc_node *thead = doc_child(node, DOC_THEAD);
    struct table *table;

    blocks_turn(blocks, blocks_turns_table(blocks, node));
    table = blocks->table;
    add_caption(table);
    if (table_measure(table)) {
        table->repeat = table_repeat_new(table, NULL);
        if (thead != NULL && !leaves_room(table, table->repeat)) {
            diag_report(compose->diag, DIAG_TABLE_HEAD_HIGH, doc_pos(thead));
        } else {
            add_head(table);
            add_bodies(table);
        }
    }
    add_end(table);
}
