/*
 * An index in two columns: as much of it as the page holds goes into one box,
 * the left column filled before the right one; the last box is balanced.
 */
#include "base/arena.h"
#include "doc/doc.h"
#include "page/blocks.h"
#include "page/compose.h"
#include "page/flow.h"
#include "page/para.h"

#define COLUMN_GAP 2 /* em */
#define ROOM_MIN 6   /* lines worth beginning an index on a page */
#define HEAD_LINES                                                             \
    4 /* kept for a heading that goes to the next page with it                 \
       */

/* An entry that is set; its lines are not divided. */
struct index_entry {
    struct page_item *items; /* y from its top */
    struct note_mark *notes;
    int lines;
};

static len column_width(const struct compose *compose)
{
    const struct text_style *style = &compose->style->text[STYLE_INDEX];

    return (compose->page->measure - COLUMN_GAP * style->size) / 2;
}

static struct index_entry set_entry(
    struct compose *compose, const struct doc_node *node)
{
    const struct text_style *style = compose_text(compose, node, STYLE_INDEX);
    struct para para = {
        .node = node, .style = style, .measure = column_width(compose)};
    struct index_entry entry = {0};
    struct note_mark **end = &entry.notes;

    if (node->id != NULL) {
        entry.items = flow_anchor(compose, node, node->id);
    }
    for (struct line *line = para_set(compose, &para); line != NULL;
         line = line->next) {
        items_shift(
            line->first, 0, entry.lines * style->line + para_baseline(style));
        entry.items = items_join(entry.items, line->first);
        entry.lines++;
        while (*end != NULL) {
            end = &(*end)->next;
        }
        *end = line->notes;
    }
    return entry;
}

/* How many of the entries fill a column of so many lines. */
static guint fill_column(const GArray *entries, guint first, int lines)
{
    guint i = first;

    for (; i < entries->len; i++) {
        lines -= g_array_index(entries, struct index_entry, i).lines;
        if (lines < 0 && i > first) {
            break;
        }
    }
    return i;
}

/* The lowest number of lines in which two columns hold all from first on. */
static int balanced(const GArray *entries, guint first, int limit)
{
    int lines = 0;

    for (guint i = first; i < entries->len; i++) {
        lines += g_array_index(entries, struct index_entry, i).lines;
    }
    lines = (lines + 1) / 2;
    while (lines < limit &&
           fill_column(entries, fill_column(entries, first, lines), lines) <
               entries->len) {
        lines++;
    }
    return MIN(lines, limit);
}

/* Puts entries first to end into the box, from its top down. */
static void put_column(struct compose *compose, struct flow_box *box,
    const GArray *entries, guint first, guint end, len x)
{
    len pitch = compose->style->text[STYLE_INDEX].line;
    struct flow_note **notes = &box->notes;
    len y = 0;

    for (guint i = first; i < end; i++) {
        const struct index_entry *entry =
            &g_array_index(entries, struct index_entry, i);

        items_shift(entry->items, x, y);
        flow_box_append(box, entry->items);
        y += entry->lines * pitch;
        while (*notes != NULL) {
            notes = &(*notes)->next;
        }
        *notes = flow_notes(compose, entry->notes);
    }
    box->height = MAX(box->height, y);
}

/* Lines that what is left of the page has room for, or the next one. */
static int room_lines(const struct blocks *blocks, bool is_first)
{
    const struct style *style = blocks->compose->style;
    len pitch = style->text[STYLE_INDEX].line;
    len room = flow_room(blocks->flow);

    if (room < ROOM_MIN * pitch) {
        room = blocks->compose->page->depth;
        if (is_first) {
            room -= HEAD_LINES * style->text[STYLE_BODY].line;
        }
    }
    return MAX((int)(room / pitch), 1);
}

void blocks_add_index(struct blocks *blocks, const struct doc_node *node)
{
    struct compose *compose = blocks->compose;
    g_autoptr(GArray) entries =
        g_array_new(FALSE, FALSE, sizeof(struct index_entry));
    guint first = 0;

    for (const struct doc_node *n = node->first; n != NULL; n = n->next) {
        struct index_entry entry = set_entry(compose, n);

        g_array_append_val(entries, entry);
    }
    while (first < entries->len) {
        struct flow_box *box = flow_box_new(compose);
        int lines = balanced(entries, first, room_lines(blocks, first == 0));
        guint middle = fill_column(entries, first, lines);
        guint end = fill_column(entries, middle, lines);

        put_column(compose, box, entries, first, middle, 0);
        put_column(compose, box, entries, middle, end,
            compose->page->measure - column_width(compose));
        if (first == 0 && node->previous != NULL &&
            node->previous->kind == DOC_INDEX) {
            box->before = compose->style->text[STYLE_BODY].line;
        }
        flow_add(blocks->flow, box);
        first = end;
    }
}
