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
        if (is_last) {
            flow_add_lines(blocks->flow, compose, para_set(compose, &para),
                &style, NULL, NULL);
        } else {
            flow_add_heading(blocks->flow, compose, para_set(compose, &para),
                &style, NULL, NULL);
        }
    }
}

/*
 * A chart that is a little too high for what is left of the page is drawn
 * lower, down to two thirds, rather than leaving a hole there.
 */
static struct chart make_fitting(
    struct blocks *blocks, const struct doc_node *figure)
{
    struct compose *compose = blocks->compose;
    const struct doc_node *node = doc_child(figure, DOC_CHART);
    const struct style *style = compose->style;
    struct chart chart = chart_make(compose, node, 0);
    len around = style->text[STYLE_BODY].line +
                 2 * style->text[STYLE_CAPTION].line +
                 (doc_child(figure, DOC_NOTES) != NULL
                         ? 2 * style->text[STYLE_NOTES].line
                         : 0);
    len excess = chart.height + around - flow_room(blocks->flow);

    if (excess > 0 && excess <= chart.plot_height / 3 &&
        node->as.chart->type != DOC_HBAR) {
        return chart_make(compose, node, excess);
    }
    return chart;
}

void blocks_add_figure(struct blocks *blocks, const struct doc_node *node)
{
    struct compose *compose = blocks->compose;
    const struct doc_node *notes = doc_child(node, DOC_NOTES);
    bool has_caption = doc_child(node, DOC_FIGCAPTION) != NULL;
    struct chart chart = make_fitting(blocks, node);
    struct flow_box *box = flow_box_new(compose);

    if (chart.height > compose->page->depth) {
        diag_report(compose->diag, DIAG_CHART_HIGH,
            doc_pos(doc_child(node, DOC_CHART)));
    }
    flow_box_append(
        box, flow_anchor(compose, node, link_anchor(compose, node)));
    flow_box_append(box, chart.items);
    box->height = chart.height;
    box->before = compose->style->text[STYLE_BODY].line;
    box->after = has_caption || notes != NULL ? 0 : box->before;
    box->penalty = has_caption || notes != NULL ? FLOW_NEVER : 0;
    flow_add(blocks->flow, box);
    add_caption(blocks, node, notes != NULL);
    if (notes != NULL) {
        blocks_add_notes(blocks->flow, compose, notes);
    }
}
