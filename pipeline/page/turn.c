/*
 * Which blocks stand on pages that are turned: wide tables and figures, alone
 * or several in succession, with the headings right before them.
 */
#include "doc/doc.h"
#include "page/blocks.h"
#include "page/compose.h"
#include "page/flow.h"

void blocks_turn(struct blocks *blocks, bool is_turned)
{
    struct compose *compose = blocks->compose;

    if (compose->page->is_turned != is_turned &&
        !flow_is_column(blocks->flow)) {
        flow_new_page(blocks->flow);
        compose->page =
            is_turned ? &compose->style->landscape : &compose->style->page;
    }
}

len blocks_measure(const struct blocks *blocks, bool is_turned)
{
    const struct compose *compose = blocks->compose;

    if (flow_is_column(blocks->flow)) {
        return compose->page->measure;
    }
    return is_turned ? compose->style->landscape.measure
                     : compose->style->page.measure;
}

bool blocks_turns_figure(
    const struct blocks *blocks, const struct doc_node *node)
{
    return doc_has_class(node, "landscape") && !flow_is_column(blocks->flow);
}

void blocks_turn_heading(struct blocks *blocks, const struct doc_node *h)
{
    const struct doc_node *node = h->next;

    while (node != NULL && node->kind == DOC_SECTION) {
        node = doc_child(node, DOC_H)->next;
    }
    if (node != NULL && node->kind == DOC_TABLE) {
        blocks_turn(blocks, blocks_turns_table(blocks, node));
    } else {
        blocks_turn(blocks, node != NULL && node->kind == DOC_FIGURE &&
                                blocks_turns_figure(blocks, node));
    }
}
