/*
 * An index in columns; the lines of an entry are not divided.
 */
#include "base/arena.h"
#include "doc/doc.h"
#include "page/blocks.h"
#include "page/columns.h"
#include "page/compose.h"
#include "page/flow.h"
#include "page/para.h"

static struct flow_box *set_entry(
    struct compose *compose, const struct doc_node *node)
{
    const struct text_style *style = compose_text(compose, node, STYLE_INDEX);
    struct para para = {
        .node = node, .style = style, .measure = columns_width(compose)};
    struct flow_box *box = flow_box_new(compose);
    struct note_mark *notes = NULL;
    struct note_mark **end = &notes;

    if (node->id != NULL) {
        flow_box_append(box, flow_anchor(compose, node, node->id));
    }
    for (struct line *line = para_set(compose, &para); line != NULL;
         line = line->next) {
        items_shift(line->first, 0, box->height + para_baseline(style));
        flow_box_append(box, line->first);
        box->height += style->line;
        while (*end != NULL) {
            end = &(*end)->next;
        }
        *end = line->notes;
    }
    box->notes = flow_notes(compose, notes);
    return box;
}

void blocks_add_index(struct blocks *blocks, const struct doc_node *node)
{
    struct compose *compose = blocks->compose;
    struct flow_box *first = NULL;
    struct flow_box **end = &first;

    for (const struct doc_node *n = node->first; n != NULL; n = n->next) {
        *end = set_entry(compose, n);
        end = &(*end)->next;
    }
    if (first != NULL) {
        if (node->previous != NULL && node->previous->kind == DOC_INDEX) {
            first->before = compose->style->text[STYLE_BODY].line;
        }
        columns_add(blocks, first, compose->style->text[STYLE_INDEX].line);
    }
}
