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

struct line *table_set_cell(struct table *table, struct arena *arena,
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

void table_put_lines(struct table_row *row, struct line *line,
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

void table_put_anchor(
    struct table *table, struct table_row *row, const struct doc_node *node)
{
    if (node->id != NULL) {
        row->items =
            items_join(row->items, flow_anchor(table->compose, node, node->id));
    }
}

struct set_cell *table_set_cells(struct table *table, struct arena *arena,
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
            set->lines = table_set_cell(table, arena, cell, &set->style, role);
            *end = set;
            end = &set->next;
        }
    }
    return first;
}

void table_find_heights(const struct table *table, struct table_row *rows,
    int count, const struct set_cell *cells)
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
    for (int i = 0; i < count; i++) {
        len height = compose_whole(table->compose, rows[i].height);

        rows[i].slack = height - rows[i].height;
        rows[i].height = height;
    }
}

len table_cell_top(const struct table *table, const struct table_row *rows,
    const struct set_cell *cell)
{
    len room = -cell_height(table, &cell->style, line_count(cell->lines));
    bool is_head = is_head_row(cell->node->parent);

    for (int i = 0; i < cell->node->as.cell.rowspan; i++) {
        room += rows[cell->row + i].height;
    }
    if (is_head) {
        return table->compose->style->table.gap + room -
               rows[cell->row + cell->node->as.cell.rowspan - 1].slack / 2;
    }
    return table->compose->style->table.gap + rows[cell->row].slack / 2;
}

void table_set_rows(
    struct table *table, struct table_row *rows, int count, enum page_role role)
{
    struct set_cell *cells;

    arena_reset(table->compose->scratch);
    cells = table_set_cells(table, table->compose->scratch, rows, count, role);
    table_find_heights(table, rows, count, cells);
    for (int i = 0; i < count && role == PAGE_CONTENT; i++) {
        table_put_anchor(table, &rows[i], rows[i].tr);
    }
    for (struct set_cell *c = cells; c != NULL; c = c->next) {
        if (role == PAGE_CONTENT) {
            table_put_anchor(table, &rows[c->row], c->node);
        }
        table_put_lines(
            &rows[c->row], c->lines, &c->style, table_cell_top(table, rows, c));
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
