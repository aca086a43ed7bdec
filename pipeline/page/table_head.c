/*
 * What a table begins with on each of its pages: the rules and rows of its
 * head, and on later pages its label and that of the group that goes on.
 */
#include "base/arena.h"
#include "page/blocks.h"
#include "page/compose.h"
#include "page/table.h"

struct page_item *table_rule(
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

struct table_row *table_rows_new(const struct table *table, int count)
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

    head->items = table_rule(table, 0, style->table.heavy, style->colors.text);
    head->height = compose_rule(table->compose, style->table.heavy);
    while (tr != NULL) {
        int count = table_tied_rows(tr);
        struct table_row *rows = table_rows_new(table, count);

        for (int i = 0; i < count; i++, tr = tr->next) {
            rows[i].tr = tr;
        }
        table_set_rows(table, rows, count, role);
        for (int i = 0; i < count; i++) {
            add_head_rows(table, head, &rows[i]);
        }
    }
    if (thead != NULL) {
        len light = compose_rule(table->compose, style->table.light);

        head->height += light;
        head->items = items_join(
            head->items, table_rule(table, head->height - style->table.light,
                             style->table.light, style->colors.text));
    }
}

struct page_item *table_row_ground(
    const struct table *table, const struct table_row *row)
{
    const struct color_style *colors = &table->compose->style->colors;

    if (doc_has_class(row->tr, "group")) {
        return flow_fill(
            table->compose, 0, 0, table->measure, row->height, colors->tint);
    }
    if (doc_has_class(row->tr, "total")) {
        return table_rule(
            table, 0, table->compose->style->table.light, colors->rule);
    }
    return NULL;
}

static len label_height(const struct table *table)
{
    const struct text_style *style =
        &table->compose->style->text[STYLE_CAPTION];

    return numbering_continued(table->compose->numbering, table->node) != NULL
               ? compose_whole(table->compose, style->line + style->after)
               : 0;
}

/* "Table 3 (continued)", in both languages; NULL: the table has no number. */
static const char *continued_label(
    struct compose *compose, const struct doc_node *node)
{
    const char *label = numbering_continued(compose->numbering, node);

    if (label == NULL || compose->translated == NULL) {
        return label;
    }
    return arena_printf(compose->arena, "%s　%s", label,
        numbering_continued(compose->translated, node));
}

/* The label, its baseline placed. */
static struct page_item *make_label(struct table *table)
{
    struct compose *compose = table->compose;
    const char *label = continued_label(compose, table->node);
    struct text_style style = compose->style->text[STYLE_CAPTION];
    struct para para = {.node = table->node,
        .style = &style,
        .measure = table->measure,
        .role = PAGE_ARTIFACT};
    struct line *line =
        label != NULL ? para_set_text(compose, &para, label) : NULL;

    if (line == NULL) {
        return NULL;
    }
    items_shift(line->first, 0, para_baseline(&style));
    return line->first;
}

/* All that is repeated, as one row. */
static void set_repeated(
    struct table *table, const struct doc_node *group, struct table_row *all)
{
    struct table_row row = {.tr = group};
    len y = label_height(table);

    all->items = make_label(table);
    table_set_head(table, PAGE_ARTIFACT, &row);
    items_shift(row.items, 0, y);
    all->items = items_join(all->items, row.items);
    all->height = y + row.height;
    if (group != NULL) {
        row = (struct table_row){.tr = group};
        table_set_rows(table, &row, 1, PAGE_ARTIFACT);
        row.items = items_join(table_row_ground(table, &row), row.items);
        items_shift(row.items, 0, all->height);
        all->items = items_join(all->items, row.items);
        all->height += row.height;
    }
}

/* Boxes point to it until the page after the table is made. */
struct repeated {
    struct flow_repeat repeat;
    struct table *table;
    const struct doc_node *group;
    const struct doc_node *header; /* of the row that goes on, or NULL */
    len gap;                       /* where a row is cut, or 0 */
};

/* The header of a row that goes on, beside what goes on there. */
static struct page_item *make_header(const struct repeated *repeated)
{
    struct table_row row = {.tr = repeated->header->parent};
    struct text_style style;
    struct line *lines;

    arena_reset(repeated->table->compose->scratch);
    lines = table_set_cell(repeated->table, repeated->table->compose->scratch,
        repeated->header, &style, PAGE_ARTIFACT);
    table_put_lines(&row, lines, &style,
        repeated->repeat.height + repeated->table->compose->style->table.gap -
            repeated->gap);
    return row.items;
}

static struct page_item *make_head(
    struct compose *compose, struct flow_repeat *repeat)
{
    struct repeated *repeated = repeat->data;
    struct table_row row = {0};

    (void)compose;
    set_repeated(repeated->table, repeated->group, &row);
    if (repeated->header != NULL) {
        row.items = items_join(row.items, make_header(repeated));
    }
    return row.items;
}

static struct page_item *make_closing(
    struct compose *compose, struct flow_repeat *repeat)
{
    const struct repeated *repeated = repeat->data;
    len light = compose->style->table.light;

    return table_rule(repeated->table,
        repeated->gap + compose_rule(compose, light) - light, light,
        compose->style->colors.text);
}

static struct repeated *new_repeated(
    struct table *table, const struct doc_node *group)
{
    struct repeated *repeated =
        ARENA_NEW(table->compose->arena, struct repeated);
    struct table_row row = {0};

    repeated->table = table;
    repeated->group = group;
    set_repeated(table, group, &row);
    repeated->repeat.height = row.height;
    repeated->repeat.closing =
        compose_rule(table->compose, table->compose->style->table.light);
    repeated->repeat.make_head = make_head;
    repeated->repeat.make_closing = make_closing;
    repeated->repeat.data = repeated;
    return repeated;
}

struct flow_repeat *table_repeat_new(
    struct table *table, const struct doc_node *group)
{
    return &new_repeated(table, group)->repeat;
}

struct flow_repeat *table_repeat_within(
    struct table *table, const struct doc_node *header, bool is_cut)
{
    const struct repeated *now = table->repeat->data;
    struct repeated *repeated = new_repeated(table, now->group);

    repeated->header = header;
    repeated->gap = is_cut ? table->compose->style->table.gap : 0;
    repeated->repeat.height += repeated->gap;
    repeated->repeat.closing += repeated->gap;
    return &repeated->repeat;
}
