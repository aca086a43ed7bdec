/*
 * The walk over the document tree, and the blocks: cover, paragraphs, lists,
 * key figures, index.
 */
#include "doc/numbering.h"
#include "page/style.h"
#include "render/latex_parts.h"

/* True: the walk goes on into the node's children, and leave follows. */
typedef bool enter_function(struct latex *latex, const struct doc_node *node);
typedef void leave_function(struct latex *latex, const struct doc_node *node);

struct writer {
    enter_function *enter;
    leave_function *leave;
};

static const struct writer writers[DOC_KIND_COUNT];

/* A walk without recursion: input depth does not decide stack depth. */
void latex_content(struct latex *latex, const struct doc_node *top)
{
    const struct doc_node *node = top->first;

    while (node != NULL) {
        if (writers[node->kind].enter(latex, node)) {
            if (node->first != NULL) {
                node = node->first;
                continue;
            }
            writers[node->kind].leave(latex, node);
        }
        while (node->next == NULL) {
            node = node->parent;
            if (node == top) {
                return;
            }
            writers[node->kind].leave(latex, node);
        }
        node = node->next;
    }
}

/* Ends the line, and leaves one line blank. */
static void begin_block(struct latex *latex)
{
    GString *out = latex->out;

    if (out->len > 0 && out->str[out->len - 1] != '\n') {
        g_string_append_c(out, '\n');
    }
    if (out->len > 1 && out->str[out->len - 2] != '\n') {
        g_string_append_c(out, '\n');
    }
}

static void end_line(struct latex *latex, const struct doc_node *node)
{
    (void)node;
    if (latex->out->str[latex->out->len - 1] != '\n') {
        g_string_append_c(latex->out, '\n');
    }
}

/* --- headings, contents, cover --- */

/* Text in columns has no columns in it. */
static bool begins_columns(const struct doc_node *section)
{
    for (const struct doc_node *n = section->parent; n != NULL; n = n->parent) {
        if (n->kind == DOC_SECTION && doc_has_class(n, "columns")) {
            return false;
        }
    }
    return doc_has_class(section, "columns");
}

static bool enter_section(struct latex *latex, const struct doc_node *node)
{
    begin_block(latex);
    if (doc_begins_page(latex->document, node)) {
        g_string_append(latex->out, "\\clearpage\n");
    }
    if (numbering_is_attachment(node)) {
        latex_attachment(latex, node);
    } else {
        latex_finish_attachments(latex, node);
        latex_heading(latex, node);
    }
    if (begins_columns(node)) {
        g_string_append(latex->out, "\\begin{columns}\n");
    }
    return true;
}

static void leave_section(struct latex *latex, const struct doc_node *node)
{
    if (begins_columns(node)) {
        end_line(latex, node);
        g_string_append(latex->out, "\\end{columns}\n");
    }
}

/* Pages before the body are numbered apart: cover and contents. */
static void end_front(struct latex *latex, const struct doc_node *node)
{
    if (node == doc_front_end(latex->document) &&
        (node->kind != DOC_COVER || latex->style->has_cover_page)) {
        g_string_append(latex->out, "\\bodypages\n");
    }
}

static bool enter_toc(struct latex *latex, const struct doc_node *node)
{
    bool is_list;

    begin_block(latex);
    latex_defer_begin(latex);
    if (node->as.toc.of == DOC_TOC_SECTIONS) {
        g_string_append_printf(
            latex->out, "\\contents{%d}{", node->as.toc.depth);
    } else {
        g_string_append(latex->out, node->as.toc.of == DOC_TOC_TABLES
                                        ? "\\tablelist{"
                                        : "\\figurelist{");
    }
    is_list = node->as.toc.of != DOC_TOC_SECTIONS;
    latex_pair_title(latex, doc_child(node, DOC_H),
        is_list ? "subsection" : "section",
        is_list ? "heading-2" : "toc-heading", NULL);
    g_string_append(latex->out, "}\n");
    latex_defer_end(latex);
    end_front(latex, node);
    return false;
}

static bool enter_cover(struct latex *latex, const struct doc_node *node)
{
    (void)node;
    g_string_append(latex->out, "\\begin{cover}\n");
    latex_defer_begin(latex);
    return true;
}

static void leave_cover(struct latex *latex, const struct doc_node *node)
{
    latex_defer_end(latex);
    g_string_append(latex->out, "\\end{cover}\n");
    end_front(latex, node);
}

/* A command of the class around the content, on a line of its own. */
static const char *const commands[DOC_KIND_COUNT] = {
    [DOC_TITLE] = "covertitle",
    [DOC_SUBTITLE] = "coversubtitle",
    [DOC_ENTRY] = "entry",
};

static bool enter_command(struct latex *latex, const struct doc_node *node)
{
    bool is_second =
        node->kind != DOC_ENTRY && doc_is_translation(latex->document, node);

    g_string_append_printf(latex->out, "  \\%s%s{", commands[node->kind],
        is_second ? "[second-]" : "");
    latex_anchor(latex, node);
    return true;
}

static void leave_command(struct latex *latex, const struct doc_node *node)
{
    (void)node;
    g_string_append(latex->out, "}\n");
}

/* --- key figures: \keyfigure{label}{value}{unit}{detail} --- */

/* The grid: most columns, blank between cards, blank in them with that before
 * a unit; the class has the same. */
#define KEY_COLUMNS 3
#define KEY_GAP (10 * LEN_PT)
#define KEY_PAD (23 * LEN_PT)

static len part_width(const struct latex *latex, const struct doc_node *figure,
    enum doc_kind kind, enum style_name name)
{
    const struct text_style *style = &latex->style->text[name];
    const struct doc_node *part = doc_child(figure, kind);
    g_autofree char *text = part != NULL ? doc_text(part) : g_strdup("");

    return latex_text_width(text, strlen(text)) * style->size / 100;
}

/* The most columns in which each figure has room for its unit. */
static int key_columns(
    const struct latex *latex, const struct doc_node *keyfigures)
{
    int columns = KEY_COLUMNS;
    len need = 0;

    for (const struct doc_node *n = keyfigures->first; n != NULL; n = n->next) {
        len width = part_width(latex, n, DOC_VALUE, STYLE_KEY_VALUE) +
                    part_width(latex, n, DOC_UNIT, STYLE_KEY_UNIT);

        need = MAX(need, width + KEY_PAD);
    }
    while (columns > 1 &&
           need > (latex->style->page.measure - (columns - 1) * KEY_GAP) /
                      columns) {
        columns--;
    }
    return columns;
}

static void begin_key_row(struct latex *latex, int figures)
{
    g_string_append_printf(latex->out, "\\begin{keyfigures}{%d}\n", figures);
}

static bool enter_keyfigures(struct latex *latex, const struct doc_node *node)
{
    begin_block(latex);
    latex_anchor(latex, node);
    latex_defer_begin(latex);
    latex->in_cell = true;
    begin_key_row(latex, doc_key_row(node, key_columns(latex, node), 0));
    return true;
}

static void leave_keyfigures(struct latex *latex, const struct doc_node *node)
{
    (void)node;
    g_string_append(latex->out, "\\end{keyfigures}\n\\keyend\n");
    latex->in_cell = false;
    latex_defer_end(latex);
}

/* Each row is a table of its own, for rows differ in what they hold. */
static void end_keyfigure(struct latex *latex, const struct doc_node *node)
{
    int most = key_columns(latex, node->parent);
    int left = 0;
    int row = -1;

    for (const struct doc_node *n = node; n != NULL; n = n->previous) {
        left++;
    }
    while (left > 0) {
        left -= doc_key_row(node->parent, most, ++row);
    }
    if (node->next == NULL) {
        g_string_append(latex->out, " \\\\\n");
    } else if (left == 0) {
        g_string_append(latex->out, " \\\\\n\\end{keyfigures}\n");
        begin_key_row(latex, doc_key_row(node->parent, most, row + 1));
    } else {
        g_string_append(latex->out, " &\n");
    }
}

/* The part of that kind in the second language, or NULL. */
static const struct doc_node *key_second(
    const struct doc_node *keyfigure, enum doc_kind kind)
{
    const struct doc_node *last = NULL;
    int count = 0;

    for (const struct doc_node *n = keyfigure->first; n != NULL; n = n->next) {
        if (n->kind == kind) {
            last = n;
            count++;
        }
    }
    return count > 1 ? last : NULL;
}

/* The parts in one language: first or second of each kind. */
static void write_keyfigure(
    struct latex *latex, const struct doc_node *node, bool is_second)
{
    static const enum doc_kind parts[] = {
        DOC_LABEL, DOC_VALUE, DOC_UNIT, DOC_DETAIL};

    for (size_t i = 0; i < G_N_ELEMENTS(parts); i++) {
        const struct doc_node *part = doc_child(node, parts[i]);

        part = is_second ? key_second(node, parts[i]) : part;
        g_string_append_c(latex->out, '{');
        if (i == 0 && !is_second) {
            latex_anchor(latex, node);
        }
        if (part != NULL) {
            latex_anchor(latex, part);
            latex_content(latex, part);
        }
        g_string_append_c(latex->out, '}');
    }
}

static bool enter_keyfigure(struct latex *latex, const struct doc_node *node)
{
    bool is_pair = key_second(node, DOC_LABEL) != NULL;
    bool is_cover = node->parent->kind == DOC_COVER;

    g_string_append_printf(latex->out, "  \\%s%s",
        is_cover ? "coverfigure" : "keyfigure", is_pair ? "pair" : "");
    write_keyfigure(latex, node, false);
    if (is_pair) {
        write_keyfigure(latex, node, true);
    }
    if (is_cover) {
        g_string_append_c(latex->out, '\n');
    } else {
        end_keyfigure(latex, node);
    }
    return false;
}

/* --- paragraphs and lists --- */

/* The command around a paragraph that is no plain one, or NULL. */
static const char *paragraph_command(const struct doc_node *node)
{
    if (node->parent->kind == DOC_COVER) {
        return "  \\coverline{";
    }
    if (node->parent->kind == DOC_LI) {
        return NULL;
    }
    if (doc_has_class(node, "source")) {
        return "\\source{";
    }
    if (doc_has_class(node, "signature")) {
        return "\\signature{";
    }
    if (doc_has_class(node, "date")) {
        return "\\dateline{";
    }
    return doc_has_class(node, "lead") ? "\\lead{" : NULL;
}

static bool enter_paragraph(struct latex *latex, const struct doc_node *node)
{
    const char *command = paragraph_command(node);

    if (node->parent->kind == DOC_COVER &&
        doc_is_translation(latex->document, node)) {
        command = "  \\coverline[second-]{";
    }
    if (node->parent->kind != DOC_COVER &&
        (node->parent->kind != DOC_LI || node->previous != NULL)) {
        begin_block(latex);
    }
    g_string_append(latex->out, command != NULL ? command : "");
    latex_anchor(latex, node);
    return true;
}

static void leave_paragraph(struct latex *latex, const struct doc_node *node)
{
    g_string_append(latex->out, paragraph_command(node) != NULL ? "}\n" : "\n");
}

void latex_notes(struct latex *latex, const struct doc_node *notes)
{
    latex_anchor(latex, notes);
    for (const struct doc_node *p = notes->first; p != NULL; p = p->next) {
        g_string_append_printf(latex->out, "\n    \\note%s{",
            doc_is_translation(latex->document, p) ? "[second-]" : "");
        latex_anchor(latex, p);
        latex_content(latex, p);
        g_string_append_c(latex->out, '}');
    }
}

static bool enter_list(struct latex *latex, const struct doc_node *node)
{
    end_line(latex, node);
    if (node->parent->kind != DOC_LI) {
        begin_block(latex);
    }
    if (node->kind == DOC_OL && doc_has_class(node, "attachments")) {
        latex_attachments(latex, node);
        return false;
    }
    latex_anchor(latex, node);
    if (node->kind == DOC_UL) {
        g_string_append(latex->out, "\\begin{itemize}\n");
    } else if (node->as.list.start == 1) {
        g_string_append(latex->out, "\\begin{enumerate}\n");
    } else {
        g_string_append_printf(
            latex->out, "\\begin{enumerate}[start=%d]\n", node->as.list.start);
    }
    return true;
}

static void leave_list(struct latex *latex, const struct doc_node *node)
{
    g_string_append_printf(latex->out, "\\end{%s}\n",
        node->kind == DOC_UL ? "itemize" : "enumerate");
}

static bool enter_item(struct latex *latex, const struct doc_node *node)
{
    g_string_append(latex->out, "  \\item ");
    latex_anchor(latex, node);
    return true;
}

static bool enter_index(struct latex *latex, const struct doc_node *node)
{
    begin_block(latex);
    latex_anchor(latex, node);
    g_string_append(latex->out, "\\begin{indexlist}\n");
    return true;
}

static void leave_index(struct latex *latex, const struct doc_node *node)
{
    (void)node;
    g_string_append(latex->out, "\\end{indexlist}\n");
}

static bool enter_pair(struct latex *latex, const struct doc_node *node)
{
    begin_block(latex);
    latex_pair(latex, node);
    return false;
}

static bool enter_table(struct latex *latex, const struct doc_node *node)
{
    begin_block(latex);
    latex_table(latex, node);
    return false;
}

static bool enter_figure(struct latex *latex, const struct doc_node *node)
{
    bool is_turned = doc_has_class(node, "landscape");

    begin_block(latex);
    g_string_append(latex->out, is_turned ? "\\begin{turned}\n" : "");
    latex_figure(latex, node);
    g_string_append(latex->out, is_turned ? "\\end{turned}\n" : "");
    return false;
}

/* Written with the element that holds it, or by it. */
static bool enter_nothing(struct latex *latex, const struct doc_node *node)
{
    (void)latex;
    (void)node;
    return false;
}

static void leave_nothing(struct latex *latex, const struct doc_node *node)
{
    (void)latex;
    (void)node;
}

static const struct writer writers[DOC_KIND_COUNT] = {
    [DOC_TEXT] = {latex_inline_enter, latex_inline_leave},
    [DOC_REPORT] = {enter_nothing, leave_nothing},
    [DOC_COVER] = {enter_cover, leave_cover},
    [DOC_TITLE] = {enter_command, leave_command},
    [DOC_SUBTITLE] = {enter_command, leave_command},
    [DOC_TOC] = {enter_toc, leave_nothing},
    [DOC_SECTION] = {enter_section, leave_section},
    [DOC_H] = {enter_nothing, leave_nothing},
    [DOC_PAIR] = {enter_pair, leave_nothing},
    [DOC_P] = {enter_paragraph, leave_paragraph},
    [DOC_UL] = {enter_list, leave_list},
    [DOC_OL] = {enter_list, leave_list},
    [DOC_LI] = {enter_item, end_line},
    [DOC_TABLE] = {enter_table, leave_nothing},
    [DOC_CAPTION] = {enter_nothing, leave_nothing},
    [DOC_UNIT] = {enter_nothing, leave_nothing},
    [DOC_COL] = {enter_nothing, leave_nothing},
    [DOC_THEAD] = {enter_nothing, leave_nothing},
    [DOC_TBODY] = {enter_nothing, leave_nothing},
    [DOC_TR] = {enter_nothing, leave_nothing},
    [DOC_TH] = {enter_nothing, leave_nothing},
    [DOC_TD] = {enter_nothing, leave_nothing},
    [DOC_NOTES] = {enter_nothing, leave_nothing},
    [DOC_FIGURE] = {enter_figure, leave_nothing},
    [DOC_FIGCAPTION] = {enter_nothing, leave_nothing},
    [DOC_CHART] = {enter_nothing, leave_nothing},
    [DOC_CATEGORY] = {enter_nothing, leave_nothing},
    [DOC_SERIES] = {enter_nothing, leave_nothing},
    [DOC_POINT] = {enter_nothing, leave_nothing},
    [DOC_KEYFIGURES] = {enter_keyfigures, leave_keyfigures},
    [DOC_KEYFIGURE] = {enter_keyfigure, leave_nothing},
    [DOC_LABEL] = {enter_nothing, leave_nothing},
    [DOC_VALUE] = {enter_nothing, leave_nothing},
    [DOC_DETAIL] = {enter_nothing, leave_nothing},
    [DOC_INDEX] = {enter_index, leave_index},
    [DOC_ENTRY] = {enter_command, leave_command},
    [DOC_A] = {latex_inline_enter, latex_inline_leave},
    [DOC_EM] = {latex_inline_enter, latex_inline_leave},
    [DOC_STRONG] = {latex_inline_enter, latex_inline_leave},
    [DOC_SPAN] = {latex_inline_enter, latex_inline_leave},
    [DOC_SUP] = {latex_inline_enter, latex_inline_leave},
    [DOC_SUB] = {latex_inline_enter, latex_inline_leave},
    [DOC_FOOTNOTE] = {latex_inline_enter, latex_inline_leave},
    [DOC_BR] = {latex_inline_enter, latex_inline_leave},
    [DOC_REF] = {latex_inline_enter, latex_inline_leave},
};
