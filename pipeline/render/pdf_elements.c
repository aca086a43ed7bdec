/*
 * The elements of a document as structure elements of the standard types
 * (ISO 32000-1, 14.8.4), in document order.
 */
#include "doc/doc.h"
#include "page/page.h"
#include "render/pdf_attach.h"
#include "render/pdf_tree.h"
#include "render/pdf_write.h"

#define LEVELS 6 /* of headings: H1 to H6 */

/* --- what stands in a paragraph --- */

static void add_marks(struct pdf_element *element, const struct doc_node *top,
    const struct pdf_mark *marks, size_t count);

/* A note stands behind its mark (14.8.4.4.1). */
static void add_note(struct pdf_element *parent, const struct doc_node *note)
{
    struct pdf_element element;
    struct pdf_element label;

    pdf_element_begin(&element, parent, "Note");
    pdf_element_language(&element, note);
    pdf_element_identify(&element);
    pdf_element_begin(&label, &element, "Lbl");
    pdf_elements_add_content(&label, note, PAGE_LABEL);
    pdf_element_end_used(&label, &element);
    pdf_elements_add_content(&element, note, PAGE_BODY);
    pdf_element_end(&element, parent);
}

static bool has_annotation(const struct pdf_mark *marks, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (marks[i].is_annotation) {
            return true;
        }
    }
    return false;
}

/* What leads elsewhere; without an annotation it is but a part of the text. */
static void add_link(struct pdf_element *parent, const struct doc_node *top,
    const struct pdf_mark *marks, size_t count)
{
    struct pdf_element link;

    pdf_element_begin(
        &link, parent, has_annotation(marks, count) ? "Link" : "Span");
    pdf_element_language(&link, top);
    add_marks(&link, top, marks, count);
    pdf_element_end(&link, parent);
}

/* An inline element, with the marks in it. */
static void add_inline(struct pdf_element *parent, const struct doc_node *node,
    const struct pdf_mark *marks, size_t count)
{
    struct pdf_element element;

    if (node->kind == DOC_A) {
        add_link(parent, node, marks, count);
        return;
    }
    pdf_element_begin(&element, parent,
        node->kind == DOC_REF || node->kind == DOC_FOOTNOTE ? "Reference"
                                                            : "Span");
    pdf_element_language(&element, node);
    if (node->kind == DOC_REF || node->kind == DOC_FOOTNOTE) {
        add_link(&element, node, marks, count);
    } else {
        add_marks(&element, node, marks, count);
    }
    pdf_element_end(&element, parent);
    if (node->kind == DOC_FOOTNOTE) {
        add_note(parent, node);
    }
}

/* Marks in order; those of one inline element together. */
static void add_marks(struct pdf_element *element, const struct doc_node *top,
    const struct pdf_mark *marks, size_t count)
{
    size_t i = 0;

    while (i < count) {
        const struct doc_node *inner = pdf_marks_inner(marks[i].item, top);
        size_t end = i + 1;

        if (inner == NULL) {
            pdf_element_add_mark(element, &marks[i]);
        } else {
            while (
                end < count && pdf_marks_inner(marks[end].item, top) == inner) {
                end++;
            }
            add_inline(element, inner, marks + i, end - i);
        }
        i = end;
    }
}

/* The mark of a list's item and the number of a note come before the text. */
void pdf_elements_add_content(
    struct pdf_element *element, const struct doc_node *block, unsigned part)
{
    size_t count;
    const struct pdf_mark *marks =
        pdf_marks_find(&element->tree->marks, block, &count);
    size_t labels = 0;

    while (labels < count && marks[labels].item->part == PAGE_LABEL) {
        labels++;
    }
    if (part == PAGE_LABEL) {
        add_marks(element, block, marks, labels);
    } else {
        add_marks(element, block, marks + labels, count - labels);
    }
}

/* --- blocks --- */

static void add_children(
    struct pdf_element *parent, const struct doc_node *node);

static void add_block(
    struct pdf_element *parent, const struct doc_node *node, const char *type)
{
    struct pdf_element element;

    pdf_element_begin(&element, parent, type);
    pdf_element_language(&element, node);
    pdf_elements_add_content(&element, node, PAGE_BODY);
    pdf_element_end_used(&element, parent);
}

/* A title in two languages is one: the second one a passage of it. */
static void add_heading(
    struct pdf_element *parent, const struct doc_node *node, int level)
{
    static const char *const types[LEVELS] = {
        "H1", "H2", "H3", "H4", "H5", "H6"};
    struct pdf_element element;

    pdf_element_begin(
        &element, parent, types[(level < LEVELS ? level : LEVELS) - 1]);
    pdf_element_language(&element, node);
    pdf_elements_add_content(&element, node, PAGE_BODY);
    for (node = doc_second(node); node != NULL; node = doc_second(node)) {
        add_block(&element, node, "Span");
    }
    pdf_element_end_used(&element, parent);
}

static bool is_second(const struct doc_node *node)
{
    return node->previous != NULL && node->previous->kind == node->kind;
}

/* The caption of a table or figure, in its languages, with the unit. */
static void add_caption(struct pdf_element *parent, const struct doc_node *node)
{
    struct pdf_element element;

    pdf_element_begin(&element, parent, "Caption");
    for (const struct doc_node *n = node->first; n != NULL; n = n->next) {
        if (n->kind == DOC_CAPTION || n->kind == DOC_FIGCAPTION ||
            n->kind == DOC_UNIT) {
            add_block(&element, n, "P");
        }
    }
    pdf_element_end_used(&element, parent);
}

static void add_item(struct pdf_element *parent, const struct doc_node *li)
{
    struct pdf_element element;
    struct pdf_element part;

    pdf_element_begin(&element, parent, "LI");
    pdf_element_language(&element, li);
    pdf_element_begin(&part, &element, "Lbl");
    pdf_elements_add_content(&part, li, PAGE_LABEL);
    pdf_element_end_used(&part, &element);
    pdf_element_begin(&part, &element, "LBody");
    pdf_elements_add_content(&part, li, PAGE_BODY);
    add_children(&part, li);
    pdf_element_end_used(&part, &element);
    pdf_element_end_used(&element, parent);
}

static void add_list(struct pdf_element *parent, const struct doc_node *node)
{
    struct pdf_element element;

    pdf_element_begin(&element, parent, "L");
    g_string_append(pdf_element_attributes(&element, "List"),
        node->kind == DOC_OL ? "/ListNumbering/Decimal"
                             : "/ListNumbering/Disc");
    for (const struct doc_node *li = node->first; li != NULL; li = li->next) {
        add_item(&element, li);
    }
    pdf_element_end_used(&element, parent);
}

/* A title, its page, and the title in the other language between them. */
static void add_entry(
    struct pdf_element *toc, const struct pdf_mark *marks, size_t count)
{
    struct pdf_element entry;
    struct pdf_element reference;
    struct pdf_element link;
    struct pdf_element other;

    pdf_element_begin(&entry, toc, "TOCI");
    pdf_element_begin(&reference, &entry, "Reference");
    pdf_element_begin(
        &link, &reference, has_annotation(marks, count) ? "Link" : "Span");
    for (size_t i = 0; i < count; i++) {
        if (pdf_marks_is_translation(marks[i].item)) {
            pdf_element_begin(&other, &link, "Span");
            pdf_element_translate(&other);
            pdf_element_add_mark(&other, &marks[i]);
            pdf_element_end(&other, &link);
        } else {
            pdf_element_add_mark(&link, &marks[i]);
        }
    }
    pdf_element_end(&link, &reference);
    pdf_element_end(&reference, &entry);
    pdf_element_end(&entry, toc);
}

static void add_entries(struct pdf_element *parent, const struct doc_node *toc)
{
    size_t count;
    const struct pdf_mark *marks =
        pdf_marks_find(&parent->tree->marks, toc, &count);
    size_t i = 0;

    while (i < count) {
        size_t end = i + 1;

        while (end < count && marks[end].item->entry == marks[i].item->entry) {
            end++;
        }
        add_entry(parent, marks + i, end - i);
        i = end;
    }
}

static void add_toc(struct pdf_element *parent, const struct doc_node *node)
{
    struct pdf_element section;
    struct pdf_element toc;

    pdf_element_begin(&section, parent, "Sect");
    add_heading(&section, doc_child(node, DOC_H), 1);
    pdf_element_begin(&toc, &section, "TOC");
    add_entries(&toc, node);
    pdf_element_end_used(&toc, &section);
    pdf_element_end_used(&section, parent);
}

static void write_box(GString *out, const struct pdf_box *box)
{
    g_string_append(out, "/BBox[");
    pdf_write_milli(out, box->left);
    g_string_append_c(out, ' ');
    pdf_write_milli(out, box->bottom);
    g_string_append_c(out, ' ');
    pdf_write_milli(out, box->right);
    g_string_append_c(out, ' ');
    pdf_write_milli(out, box->top);
    g_string_append_c(out, ']');
}

/* A chart that is not drawn is a paragraph that says what it would show. */
static void add_chart(struct pdf_element *parent, const struct doc_node *node)
{
    const struct pdf_box *box = g_hash_table_lookup(parent->tree->boxes, node);
    struct pdf_element figure;

    if (!doc_chart_compares(node)) {
        add_block(parent, node, "P");
        return;
    }
    pdf_element_begin(&figure, parent, "Figure");
    pdf_element_language(&figure, node);
    figure.alt = node->as.chart->alt;
    figure.alt_first = node->as.chart->alt_first;
    if (box != NULL) {
        write_box(pdf_element_attributes(&figure, "Layout"), box);
    }
    pdf_elements_add_content(&figure, node, PAGE_BODY);
    pdf_element_end_used(&figure, parent);
}

/* The caption beside the chart: what stands in a figure is not read where its
 * alternative text is. */
static void add_figure(struct pdf_element *parent, const struct doc_node *node)
{
    struct pdf_element group;

    pdf_element_begin(&group, parent, "Div");
    add_chart(&group, doc_child(node, DOC_CHART));
    add_caption(&group, node);
    if (doc_child(node, DOC_NOTES) != NULL) {
        add_children(&group, doc_child(node, DOC_NOTES));
    }
    pdf_element_end_used(&group, parent);
}

static void add_table(struct pdf_element *parent, const struct doc_node *node)
{
    struct pdf_element table;

    pdf_element_begin(&table, parent, "Table");
    table.file = pdf_attach_of(parent->tree->attach, node);
    pdf_element_language(&table, node);
    add_caption(&table, node);
    pdf_cells_write(&table, node);
    pdf_element_end_used(&table, parent);
    if (doc_child(node, DOC_NOTES) != NULL) {
        add_children(parent, doc_child(node, DOC_NOTES));
    }
}

/* What is called so, each time in all languages, then the figures. */
static void add_key_figure(
    struct pdf_element *parent, const struct doc_node *node)
{
    struct pdf_element item;
    struct pdf_element part;

    pdf_element_begin(&item, parent, "LI");
    pdf_element_begin(&part, &item, "LBody");
    add_children(&part, node);
    pdf_element_end_used(&part, &item);
    pdf_element_end_used(&item, parent);
}

static void add_key_figures(
    struct pdf_element *parent, const struct doc_node *node)
{
    struct pdf_element list;

    pdf_element_begin(&list, parent, "L");
    for (const struct doc_node *n = node->first; n != NULL; n = n->next) {
        add_key_figure(&list, n);
    }
    pdf_element_end_used(&list, parent);
}

static void add_group(
    struct pdf_element *parent, const struct doc_node *node, const char *type)
{
    struct pdf_element group;

    pdf_element_begin(&group, parent, type);
    pdf_element_language(&group, node);
    add_children(&group, node);
    pdf_element_end_used(&group, parent);
}

/* Paragraphs, of whatever use, and what else is no table, figure or list. */
static void add_other(struct pdf_element *parent, const struct doc_node *node)
{
    if (node->kind == DOC_H) {
        if (!is_second(node)) {
            add_heading(parent, node, node->parent->as.section.level);
        }
    } else if (node->kind == DOC_TITLE) {
        add_block(parent, node, "Title");
    } else if (node->kind == DOC_PAIR) {
        add_children(parent, node);
    } else if (doc_kind_content(node->kind) == DOC_CONTENT_FLOW) {
        add_block(parent, node, "P");
    }
}

static void add_node(struct pdf_element *parent, const struct doc_node *node)
{
    if (node->kind == DOC_SECTION || node->kind == DOC_COVER) {
        add_group(parent, node, "Sect");
    } else if (node->kind == DOC_TOC) {
        add_toc(parent, node);
    } else if (node->kind == DOC_UL || node->kind == DOC_OL) {
        add_list(parent, node);
    } else if (node->kind == DOC_TABLE) {
        add_table(parent, node);
    } else if (node->kind == DOC_FIGURE) {
        add_figure(parent, node);
    } else if (node->kind == DOC_KEYFIGURES) {
        add_key_figures(parent, node);
    } else if (node->kind == DOC_KEYFIGURE) {
        add_group(parent, node, "Div");
    } else if (node->kind == DOC_INDEX) {
        add_group(parent, node, "Index");
    } else {
        add_other(parent, node);
    }
}

static void add_children(
    struct pdf_element *parent, const struct doc_node *node)
{
    for (const struct doc_node *n = node->first; n != NULL; n = n->next) {
        if (doc_kind_content(n->kind) == DOC_CONTENT_STRUCT ||
            doc_kind_content(n->kind) == DOC_CONTENT_FLOW) {
            add_node(parent, n);
        }
    }
}

unsigned pdf_elements_write(struct pdf_tree *tree, unsigned root)
{
    const struct pdf_element top = {.tree = tree,
        .id = root,
        .is_chinese = tree->document->root->is_chinese};
    struct pdf_element document;

    pdf_element_begin(&document, &top, "Document");
    add_children(&document, tree->document->root);
    pdf_element_end(&document, NULL);
    return document.id;
}
