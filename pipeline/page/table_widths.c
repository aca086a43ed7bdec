/*
 * Column widths from content, after the automatic layout of CSS tables: each
 * column's narrowest and widest need, then a share of the line.  One pass over
 * the cells; nothing of them is kept.
 */
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "page/compose.h"
#include "page/flat.h"
#include "page/lines.h"
#include "page/table.h"

/* The item after the last one of the line that item i is in. */
static size_t line_end(const struct flat *flat, size_t i)
{
    while (
        i < flat->items->len && flat_item(flat, i)->permit != PERMIT_FORCED) {
        i++;
    }
    return MIN(i + 1, flat->items->len);
}

size_t table_split(const struct flat *flat, size_t i, len *whole, len *fraction)
{
    size_t first = i;
    size_t count = line_end(flat, i);
    bool is_past = false;

    *whole = *fraction = 0;
    for (; i < count; i++) {
        const struct flat_item *item = flat_item(flat, i);
        len advance = item->advance + (i + 1 < count ? item->gap : 0);

        if (!is_past && i > first && i + 1 < count &&
            flat_char(flat, item->last)->code == '.' &&
            flat_item(flat, i - 1)->class == CLASS_DIGIT &&
            flat_item(flat, i + 1)->class == CLASS_DIGIT) {
            is_past = true;
        }
        *(is_past ? fraction : whole) += advance;
    }
    return count;
}

static bool is_in_head(const struct doc_node *cell)
{
    return cell->parent->parent->kind == DOC_THEAD;
}

/*
 * Least width of a column for a word that is longer than the whole line and so
 * is cut in any case; ems.
 */
#define CUT_WORD 4

/* Which characters an unbreakable piece has. */
struct piece {
    len width;
    bool has_digits;
    bool has_letters;
};

/* What the piece needs: a number its width; a word may be too long for that. */
static len piece_need(const struct table *table, const struct flat_item *item,
    const struct piece *piece, len width)
{
    bool is_number = piece->has_digits && !piece->has_letters;
    len line = table->measure - table->compose->style->table.pad;

    if (width > line && !is_number) {
        return MIN(
            line, CUT_WORD * flat_style(table->compose->flat, item)->size);
    }
    return width;
}

/* The widest piece, divided where it may be, soft hyphens too. */
static len hard_width(const struct table *table)
{
    const struct compose *compose = table->compose;
    const struct flat *flat = compose->flat;
    struct piece piece = {0};
    len need = 0;

    for (size_t i = 0; i < flat->items->len; i++) {
        const struct flat_item *item = flat_item(flat, i);
        bool is_inner = item->permit == PERMIT_NO;
        len end = item->permit == PERMIT_HYPHEN ? lines_hyphen_width(compose, i)
                                                : -item->right;

        piece.has_digits |= item->class == CLASS_DIGIT;
        piece.has_letters |= item->class == CLASS_LATIN;
        piece.width +=
            item->class == CLASS_SPACE && !is_inner ? 0 : item->advance;
        if (is_inner && i + 1 < flat->items->len) {
            piece.width += item->gap;
            continue;
        }
        need = MAX(need, piece_need(table, item, &piece, piece.width + end));
        piece = (struct piece){0};
    }
    return need;
}

/* The number on each line of the cell. */
static void take_numbers(const struct table *table, struct table_column *column)
{
    const struct flat *flat = table->compose->flat;
    size_t i = 0;

    while (i < flat->items->len) {
        len whole;
        len fraction;

        i = table_split(flat, i, &whole, &fraction);
        column->whole = MAX(column->whole, whole);
        column->fraction = MAX(column->fraction, fraction);
    }
    column->has_decimals = true;
}

/* A column takes part with what one of its cells needs. */
static void take_cell(struct table *table, const struct doc_node *cell)
{
    struct table_column *column = &table->columns[cell->as.cell.column];
    struct text_style style;
    struct para para = {.node = cell, .style = &style};
    len min;
    len max;

    table_cell_style(table, cell, &style);
    para_fill(table->compose, &para);
    flat_widths(table->compose->flat, &min, &max);
    column->min = MAX(column->min, min);
    column->max = MAX(column->max, max);
    column->hard = MAX(column->hard, hard_width(table));
    if (cell->as.cell.align == DOC_DECIMAL && !is_in_head(cell)) {
        take_numbers(table, column);
    }
}

static bool is_group(const struct doc_node *cell)
{
    return cell->as.cell.colspan > 1 && !is_in_head(cell);
}

/*
 * A cell over several columns widens them where they are too narrow; one in
 * the body, by what it needs in any case only.
 */
static void take_span(struct table *table, const struct doc_node *cell)
{
    struct table_column *first = &table->columns[cell->as.cell.column];
    int span = cell->as.cell.colspan;
    len gaps = table->compose->style->table.pad * (span - 1);
    struct text_style style;
    struct para para = {.node = cell, .style = &style};
    len min;
    len max;
    len sum_min = gaps;
    len sum_max = gaps;
    len sum_hard = gaps;
    len hard;

    table_cell_style(table, cell, &style);
    para_fill(table->compose, &para);
    flat_widths(table->compose->flat, &min, &max);
    hard = hard_width(table);
    for (int i = 0; i < span; i++) {
        sum_min += first[i].min;
        sum_max += first[i].max;
        sum_hard += first[i].hard;
    }
    for (int i = 0; i < span; i++) {
        first[i].hard += (MAX(hard - sum_hard, 0) + span - 1) / span;
        if (is_group(cell)) {
            continue;
        }
        first[i].min += MAX(min - sum_min, 0) / span;
        first[i].max += MAX(max - sum_max, 0) / span;
        first[i].max = MAX(first[i].max, first[i].min);
    }
}

/* Cells of one column first, then those that span several. */
static void take_cells(struct table *table, bool with_spans)
{
    const struct doc_node *top = table->node;
    const struct doc_node *node = top;

    while (node != NULL) {
        if (table_is_cell(node)) {
            bool is_span = node->as.cell.colspan > 1;

            if (!is_span && !with_spans) {
                take_cell(table, node);
            } else if (is_span && with_spans) {
                take_span(table, node);
            }
            node = doc_skip(node, top);
        } else {
            if (node->kind == DOC_TR) {
                arena_reset(table->compose->scratch);
            }
            node = node->kind == DOC_CAPTION || node->kind == DOC_NOTES
                       ? doc_skip(node, top)
                       : doc_next(node, top);
        }
    }
}

/*
 * Gives every open column that needs at most an equal share its need, where
 * that leaves the others min, the narrowest of all open ones together.
 */
static bool settle(
    struct table_column *columns, int count, len *rest, len *min, int *open)
{
    len share = *rest / *open;
    bool has_settled = false;

    for (int i = 0; i<count && * open> 0; i++) {
        if (columns[i].width < 0 && columns[i].max <= share &&
            *rest - columns[i].max >= *min - columns[i].min) {
            columns[i].width = columns[i].max;
            *rest -= columns[i].max;
            *min -= columns[i].min;
            *open -= 1;
            has_settled = true;
        }
    }
    return has_settled;
}

/* Extra width in proportion to the need; nothing is lost to rounding. */
static void widen(struct table_column *columns, int count, len rest)
{
    len total = 0;
    len met = 0;
    len given = 0;

    for (int i = 0; i < count; i++) {
        total += columns[i].max + LEN_PT;
    }
    for (int i = 0; i < count; i++) {
        len part;

        met += columns[i].max + LEN_PT;
        part = len_scale(rest, met, total) - given;
        columns[i].width += part;
        given += part;
    }
}

/* The columns left over get their min and a part of the rest by need. */
static void squeeze(struct table_column *columns, int count, len rest)
{
    len min = 0;
    len wish = 0;
    len met = 0;
    len given = 0;

    for (int i = 0; i < count; i++) {
        if (columns[i].width < 0) {
            min += columns[i].min;
            wish += columns[i].max - columns[i].min;
        }
    }
    for (int i = 0; i < count; i++) {
        len part;

        if (columns[i].width >= 0) {
            continue;
        }
        if (rest >= min && wish > 0) {
            met += columns[i].max - columns[i].min;
            part = len_scale(rest - min, met, wish) - given;
            given += part;
            columns[i].width = columns[i].min + part;
        } else {
            columns[i].width =
                min > 0 ? len_scale(rest, columns[i].min, min) : 0;
        }
    }
}

static void sum_needs(
    const struct table_column *columns, int count, len *min, len *max)
{
    *min = *max = 0;
    for (int i = 0; i < count; i++) {
        *min += columns[i].min;
        *max += columns[i].max;
    }
}

void table_share(struct table_column *columns, int count, len width)
{
    len rest = width;
    int open = count;
    len min;
    len max;

    sum_needs(columns, count, &min, &max);
    for (int i = 0; i < count; i++) {
        columns[i].width = max <= width ? columns[i].max : -1;
    }
    if (max <= width) {
        widen(columns, count, width - max);
        return;
    }
    while (
        open > 0 && min <= rest && settle(columns, count, &rest, &min, &open)) {
    }
    squeeze(columns, count, rest);
}

/* Tenths of a millimetre, rounded up, as "12.3". */
static void report_wide(const struct table *table, len excess)
{
    int64_t tenths = (excess * 254 + 72 * LEN_PT - 1) / (72 * LEN_PT);
    char text[32];

    snprintf(text, sizeof text, "%lld.%lld", (long long)(tenths / 10),
        (long long)(tenths % 10));
    diag_report(
        table->compose->diag, DIAG_TABLE_WIDE, doc_pos(table->node), text);
}

/*
 * Where the narrowest columns do not fit side by side, words too long for any
 * line are cut; false: that does not do.
 */
static bool narrow(struct table *table, len width)
{
    len min = 0;
    len hard = 0;

    for (int i = 0; i < table->count; i++) {
        struct table_column *column = &table->columns[i];

        hard += column->hard;
        min += MAX(column->min, column->hard);
    }
    if (hard > width) {
        report_wide(table, hard - width);
        return false;
    }
    for (int i = 0; i < table->count; i++) {
        struct table_column *column = &table->columns[i];

        column->min =
            min > width ? column->hard : MAX(column->min, column->hard);
        column->max = MAX(column->max, column->min);
    }
    return true;
}

void table_take(struct table *table)
{
    struct compose *compose = table->compose;
    struct compose_room room = compose_begin_scratch(compose);

    memset(table->columns, 0, (size_t)table->count * sizeof *table->columns);
    take_cells(table, false);
    take_cells(table, true);
    compose_end_scratch(compose, room);
    for (int i = 0; i < table->count; i++) {
        struct table_column *column = &table->columns[i];

        if (column->has_decimals) {
            column->max = MAX(column->max, column->whole + column->fraction);
            column->min = MAX(column->min, column->whole + column->fraction);
        }
    }
}

len table_least(const struct table *table)
{
    len least = table->compose->style->table.pad * table->count;

    for (int i = 0; i < table->count; i++) {
        least += table->columns[i].hard;
    }
    return least;
}

bool table_measure(struct table *table)
{
    len pad = table->compose->style->table.pad;
    len width = table->measure - pad * table->count;
    len x = pad / 2;

    if (!narrow(table, width)) {
        return false;
    }
    table_share(table->columns, table->count, width);
    for (int i = 0; i < table->count; i++) {
        table->columns[i].x = x;
        x += table->columns[i].width + pad;
    }
    return true;
}
