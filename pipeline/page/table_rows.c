/*
 * Sets the rows of a table: the lines of each cell at their place, heights
 * with what spans several rows.
 */
#include <string.h>

#include "base/arena.h"
#include "page/blocks.h"
#include "page/compose.h"
#include "page/flat.h"
#include "page/lines.h"
#include "page/table.h"

static bool is_head_row(const struct doc_node *tr)
{
    return tr->parent->kind == DOC_THEAD;
}

void table_cell_style(const struct table *table, const struct doc_node *cell,
    struct text_style *style)
{
    const struct doc_node *tr = cell->parent;
    enum doc_align align = cell->as.cell.align;
    bool is_head = is_head_row(tr);

    *style = table->compose->style
                 ->text[is_head ? STYLE_TABLE_HEAD : STYLE_TABLE_CELL];
    if (is_head && (align == DOC_DECIMAL || cell->as.cell.colspan > 1)) {
        style->align = STYLE_CENTER;
    } else if (align == DOC_CENTER) {
        style->align = STYLE_CENTER;
    } else {
        style->align = align == DOC_END ? STYLE_END : STYLE_START;
    }
    if (doc_has_class(tr, "group")) {
        style->font.is_bold = true;
        style->color = table->compose->style->colors.accent;
    } else if (doc_has_class(tr, "total")) {
        style->font.is_bold = true;
    }
}

len table_cell_x(const struct table *table, const struct doc_node *cell)
{
    return table->columns[cell->as.cell.column].x;
}

len table_cell_width(const struct table *table, const struct doc_node *cell)
{
    const struct table_column *first = &table->columns[cell->as.cell.column];
    const struct table_column *last = first + cell->as.cell.colspan - 1;

    return last->x + last->width - first->x;
}

/* Where the number of a line begins, so that its point stands below others'. */
static len decimal_shift(
    const struct table *table, const struct doc_node *cell, size_t line)
{
    const struct table_column *column = &table->columns[cell->as.cell.column];
    size_t first = lines_at(table->compose, line)->first;
    len whole;
    len fraction;
    len rest;

    table_split(table->compose->flat, first, &whole, &fraction);
    if (column->whole + column->fraction > column->width) {
        return 0;
    }
    rest = column->width - column->whole - column->fraction;
    return rest / 2 + column->whole - whole;
}

/* The lines of a cell; x from the edge of the table, y from the baseline. */
static struct line *set_cell(struct table *table, struct arena *arena,
    const struct doc_node *cell, struct text_style *style, enum page_role role)
{
    struct para para = {.node = cell,
        .style = style,
        .measure = table_cell_width(table, cell),
        .role = role,
        .lines = arena};
    bool is_number = cell->as.cell.align == DOC_DECIMAL &&
                     !is_head_row(cell->parent) && cell->as.cell.colspan == 1;
    len x = table_cell_x(table, cell);
    struct line *lines;
    size_t i = 0;

    table_cell_style(table, cell, style);
    if (role == PAGE_ARTIFACT && !is_head_row(cell->parent) &&
        cell->previous == NULL) {
        para.suffix = numbering_continued_mark(compose_numbering(
            table->compose, cell->last != NULL ? cell->last : cell));
    }
    para_fill(table->compose, &para);
    lines = para_set_flat(table->compose, &para);
    for (struct line *line = lines; line != NULL; line = line->next) {
        len shift = is_number ? decimal_shift(table, cell, i++) : 0;

        items_shift(line->first, x + shift, 0);
    }
    return lines;
}

static int line_count(const struct line *line)
{
    int count = 0;

    for (; line != NULL; line = line->next) {
        count++;
    }
    return count;
}

static len cell_height(
    const struct table *table, const struct text_style *style, int lines)
{
    return style->line * MAX(lines, 1) + 2 * table->compose->style->table.gap;
}

/* Puts a cell's lines into the row, the first one at y. */
static void put_lines(struct table_row *row, struct line *line,
    const struct text_style *style, len y)
{
    struct note_mark **end = &row->notes;

    for (; line != NULL; line = line->next) {
        items_shift(line->first, 0, y + para_baseline(style));
        row->items = items_join(row->items, line->first);
        y += style->line;
        while (*end != NULL) {
            end = &(*end)->next;
        }
        *end = line->notes;
    }
}

static void add_anchor(
    struct table *table, struct table_row *row, const struct doc_node *node)
{
    if (node->id != NULL) {
        row->items =
            items_join(row->items, flow_anchor(table->compose, node, node->id));
    }
}

/* A cell that is set and waits for the heights of its rows. */
struct set_cell {
    struct set_cell *next;
    const struct doc_node *node;
    struct line *lines;
    struct text_style style;
    int row;
};

static struct set_cell *set_cells(struct table *table, struct arena *arena,
    const struct table_row *rows, int count, enum page_role role)
{
    struct set_cell *first = NULL;
    struct set_cell **end = &first;

    for (int i = 0; i < count; i++) {
        for (const struct doc_node *cell = rows[i].tr->first; cell != NULL;
             cell = cell->next) {
            struct set_cell *set = ARENA_NEW(arena, struct set_cell);

            set->node = cell;
            set->row = i;
            set->lines = set_cell(table, arena, cell, &set->style, role);
            *end = set;
            end = &set->next;
        }
    }
    return first;
}

/* Heights by the cells of one row, then by those that span several. */
static void find_heights(const struct table *table, struct table_row *rows,
    const struct set_cell *cells)
{
    for (const struct set_cell *c = cells; c != NULL; c = c->next) {
        len height = cell_height(table, &c->style, line_count(c->lines));

        if (c->node->as.cell.rowspan == 1) {
            rows[c->row].height = MAX(rows[c->row].height, height);
        }
    }
    for (const struct set_cell *c = cells; c != NULL; c = c->next) {
        len height = cell_height(table, &c->style, line_count(c->lines));
        int last = c->row + c->node->as.cell.rowspan - 1;

        for (int i = c->row; i <= last; i++) {
            height -= rows[i].height;
        }
        rows[last].height += MAX(height, 0);
    }
}

/* From the top of a cell's rows to its first line: heads stand at the foot. */
static len cell_top(const struct table *table, const struct table_row *rows,
    const struct set_cell *cell)
{
    len room = -cell_height(table, &cell->style, line_count(cell->lines));
    bool is_head = is_head_row(cell->node->parent);

    for (int i = 0; i < cell->node->as.cell.rowspan; i++) {
        room += rows[cell->row + i].height;
    }
    return table->compose->style->table.gap + (is_head ? room : 0);
}

void table_set_rows(
    struct table *table, struct table_row *rows, int count, enum page_role role)
{
    struct set_cell *cells;

    arena_reset(table->compose->scratch);
    cells = set_cells(table, table->compose->scratch, rows, count, role);
    find_heights(table, rows, cells);
    for (int i = 0; i < count && role == PAGE_CONTENT; i++) {
        add_anchor(table, &rows[i], rows[i].tr);
    }
    for (struct set_cell *c = cells; c != NULL; c = c->next) {
        if (role == PAGE_CONTENT) {
            add_anchor(table, &rows[c->row], c->node);
        }
        put_lines(&rows[c->row], c->lines, &c->style, cell_top(table, rows, c));
    }
}

int table_tied_rows(const struct doc_node *tr)
{
    int count = 0;
    int need = 1;

    for (; tr != NULL && count < need; tr = tr->next) {
        for (const struct doc_node *cell = tr->first; cell != NULL;
             cell = cell->next) {
            need = MAX(need, count + cell->as.cell.rowspan);
        }
        count++;
    }
    return count;
}

/* The lines of a row, one box each: all first lines, all second ones ... */
void table_add_tall_row(struct table *table, const struct doc_node *tr)
{
    struct compose *compose = table->compose;
    struct table_row row = {.tr = tr};
    struct set_cell *cells;
    bool has_more = true;

    /* Pages end meanwhile, and their heads use the scratch arena. */
    cells = set_cells(table, compose->arena, &row, 1, PAGE_CONTENT);
    while (has_more) {
        struct table_row slice = {.tr = tr};
        struct flow_box *box = flow_box_new(compose);

        has_more = false;
        for (struct set_cell *c = cells; c != NULL; c = c->next) {
            struct line *line = c->lines;

            if (line == NULL) {
                continue;
            }
            c->lines = line->next;
            has_more = has_more || line->next != NULL;
            line->next = NULL;
            put_lines(&slice, line, &c->style, 0);
            box->height = MAX(box->height, c->style.line);
        }
        flow_box_append(box, slice.items);
        box->notes = flow_notes(compose, slice.notes);
        box->repeat = table->repeat;
        flow_add(table->flow, box);
    }
}
