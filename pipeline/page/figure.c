/*
 * A figure: the chart, its caption below, notes.
 */
#include "base/arena.h"
#include "doc/doc.h"
#include "page/blocks.h"
#include "page/chart.h"
#include "page/compose.h"
#include "page/link.h"

/* The caption; the second language's follows it. */
static void add_caption(
    struct blocks *blocks, const struct doc_node *figure, bool has_notes)
{
    struct compose *compose = blocks->compose;
    const struct doc_node *caption = doc_child(figure, DOC_FIGCAPTION);
    len before = compose->style->text[STYLE_NOTES].before * 2;

    for (; caption != NULL; caption = doc_second(caption)) {
        bool is_last = doc_second(caption) == NULL;
        struct text_style style =
            *compose_text(compose, caption, STYLE_CAPTION);
        struct para para = {.node = caption,
            .style = &style,
            .prefix =
                numbering_prefix(compose_numbering(compose, caption), figure),
            .prefix_gap = style.size * 3 / 4,
            .measure = compose->page->measure};

        style.before = before;
        style.after =
            has_notes || !is_last ? 0 : compose->style->text[STYLE_BODY].line;
        before = 0;
        if (has_notes || !is_last) {
            flow_add_kept(blocks->flow, compose, para_set(compose, &para),
                &style, NULL);
        } else {
            flow_add_lines(blocks->flow, compose, para_set(compose, &para),
                &style, NULL, NULL);
        }
    }
}

/* A chart is drawn lower, down to two thirds, rather than leave a hole. */
static void make_lower(struct compose *compose, struct flow_box *box, len by)
{
    const struct doc_node *figure = box->lower->data;
    struct chart chart = chart_make(compose, doc_child(figure, DOC_CHART), by);

    box->first = NULL;
    box->last = NULL;
    flow_box_append(
        box, flow_anchor(compose, figure, link_anchor(compose, figure)));
    flow_box_append(box, chart.items);
    box->height = chart.height;
}

static struct flow_lower *new_lower(struct compose *compose,
    const struct doc_node *figure, const struct chart *chart)
{
    struct flow_lower *lower = ARENA_NEW(compose->arena, struct flow_lower);

    lower->most = chart->plot_height / 3;
    lower->make = make_lower;
    lower->data = (void *)(uintptr_t)figure;
    return lower;
}

/* What is not drawn is said. */
static void add_text(struct blocks *blocks, const struct doc_node *figure)
{
    struct compose *compose = blocks->compose;
    const struct doc_node *chart = doc_child(figure, DOC_CHART);
    struct text_style style = compose->style->text[STYLE_BODY];
    struct para para = {
        .node = chart, .style = &style, .measure = compose->page->measure};

    flow_add_lines(blocks->flow, compose,
        para_set_text(compose, &para, chart->as.chart->alt), &style, NULL,
        link_anchor(compose, figure));
}

static void add_chart(struct blocks *blocks, const struct doc_node *node)
{
    struct compose *compose = blocks->compose;
    bool is_alone = node->last->kind == DOC_CHART;
    struct flow_box *box = flow_box_new(compose);
    struct chart chart;

    blocks_turn(blocks, blocks_turns_figure(blocks, node));
    chart = chart_make(compose, doc_child(node, DOC_CHART), 0);
    if (chart.height > compose->page->depth) {
        diag_report(compose->diag, DIAG_CHART_HIGH,
            doc_pos(doc_child(node, DOC_CHART)));
    }
    flow_box_append(
        box, flow_anchor(compose, node, link_anchor(compose, node)));
    flow_box_append(box, chart.items);
    box->height = chart.height;
    box->before = compose->style->text[STYLE_BODY].line;
    box->after = is_alone ? box->before : 0;
    box->penalty = is_alone ? 0 : FLOW_NEVER;
    if (chart.can_cut) {
        box->lower = new_lower(compose, node, &chart);
    }
    flow_add(blocks->flow, box);
}

void blocks_add_figure(struct blocks *blocks, const struct doc_node *node)
{
    const struct doc_node *notes = doc_child(node, DOC_NOTES);

    if (doc_chart_compares(doc_child(node, DOC_CHART))) {
        add_chart(blocks, node);
    } else {
        add_text(blocks, node);
    }
    add_caption(blocks, node, notes != NULL);
    if (notes != NULL) {
        blocks_add_notes(blocks->flow, blocks->compose, notes);
    }
}
