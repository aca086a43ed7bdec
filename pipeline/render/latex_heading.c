/*
 * Headings of sections: TeX counts them, but for those deeper than it can.
 */
#include "render/latex_parts.h"

#include "doc/numbering.h"
#include "render/latex_escape.h"

static const char *const headings[LATEX_LEVELS + 1] = {NULL, "section",
    "subsection", "subsubsection", "paragraph", "subparagraph"};

static const char *const roles[] = {
    NULL, "heading-1", "heading-2", "heading-3", "heading-4"};

/* The counters of TeX turn to the appendix, and back. */
static void turn_appendix(struct latex *latex, const struct doc_node *section)
{
    bool is_appendix = doc_has_class(section, "appendix");

    if (section->as.section.level != 1 || !section->as.section.is_numbered ||
        is_appendix == latex->in_appendix) {
        return;
    }
    latex->in_appendix = is_appendix;
    g_string_append(
        latex->out, is_appendix ? "\\beginappendix\n" : "\\finishappendix\n");
}

char *latex_short_title(const struct doc_node *title)
{
    for (const struct doc_node *node = title->first; node != NULL;
         node = doc_next(node, title)) {
        if (node->kind == DOC_FOOTNOTE || node->kind == DOC_BR) {
            return doc_text(title);
        }
    }
    return NULL;
}

void latex_option_title(struct latex *latex, const struct doc_node *title)
{
    g_autofree char *text = latex_short_title(title);

    if (text != NULL) {
        g_string_append(latex->out, "[{");
        latex_escape(latex->out, text, LATEX_TEXT);
        g_string_append(latex->out, "}]");
    }
}

/* What the contents have, where that is not the heading itself. */
static void write_entry(struct latex *latex, const struct doc_node *section,
    const struct doc_node *title)
{
    if (doc_second(title) == NULL) {
        latex_option_title(latex, title);
        return;
    }
    g_string_append(latex->out, "[{");
    latex_pair_entry(latex, title, section);
    g_string_append(latex->out, "}]");
}

static void write_heading(struct latex *latex, const struct doc_node *section)
{
    const struct doc_node *title = doc_child(section, DOC_H);
    int level = section->as.section.level;
    const char *prefix = numbering_prefix(latex->numbering, section);

    if (level <= LATEX_LEVELS) {
        g_string_append_printf(latex->out, "\\%s", headings[level]);
        write_entry(latex, section, title);
    } else {
        g_string_append(latex->out, "\\deepsection{");
        latex_escape(latex->out, prefix != NULL ? prefix : "", LATEX_TEXT);
        g_string_append(latex->out, "}");
    }
    g_string_append(latex->out, "{");
    latex->in_cell = true;
    latex_pair_title(latex, title, headings[MIN(level, LATEX_LEVELS)],
        roles[MIN(level, 4)], section);
    latex->in_cell = false;
    g_string_append(latex->out, "}");
}

void latex_heading(struct latex *latex, const struct doc_node *section)
{
    bool is_plain = !section->as.section.is_numbered &&
                    section->as.section.level <= LATEX_LEVELS;

    turn_appendix(latex, section);
    latex_defer_begin(latex);
    g_string_append(latex->out, is_plain ? "\\unnumbered{" : "");
    write_heading(latex, section);
    g_string_append(latex->out, is_plain ? "}" : "");
    latex_label(latex, section);
    latex_defer_end(latex);
    g_string_append_c(latex->out, '\n');
}
