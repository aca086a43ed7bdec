/*
 * The cover of a document whose style wants no page for it: a title at the
 * head of the first page, without the figure that covers show.
 */
#include "doc/doc.h"
#include "page/blocks.h"
#include "page/compose.h"
#include "page/flow.h"
#include "page/para.h"

static void add_line(
    struct blocks *blocks, const struct doc_node *node, const char *anchor)
{
    struct compose *compose = blocks->compose;
    enum style_name name = node->kind == DOC_TITLE      ? STYLE_COVER_TITLE
                           : node->kind == DOC_SUBTITLE ? STYLE_COVER_SUBTITLE
                                                        : STYLE_COVER_LINE;
    struct text_style style = compose->style->text[name];
    struct para para = {
        .node = node, .style = &style, .measure = compose->page->measure};

    style.before = node->kind == DOC_TITLE ? 0 : style.before;
    flow_add_heading(blocks->flow, compose, para_set(compose, &para),
        para.style, NULL, anchor);
}

void blocks_add_title(struct blocks *blocks, const struct doc_node *node)
{
    struct compose *compose = blocks->compose;
    const char *anchor = node->id;
    struct flow_box *blank = flow_box_new(compose);

    /* Pages drop what is blank above their first box. */
    blank->height = compose->style->text[STYLE_COVER_TITLE].before;
    blank->penalty = FLOW_NEVER;
    flow_add(blocks->flow, blank);
    for (const struct doc_node *n = node->first; n != NULL; n = n->next) {
        if (n->kind == DOC_TITLE || n->kind == DOC_SUBTITLE ||
            n->kind == DOC_P) {
            add_line(blocks, n, anchor);
            anchor = NULL;
        }
    }
}
