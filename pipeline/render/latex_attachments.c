/*
 * Attachments: the list of them below the text, and the head of each.  Their
 * numbers are ours: TeX does not count them.
 */
#include "render/latex_parts.h"

#include "doc/numbering.h"
#include "render/latex_escape.h"

void latex_attachments(struct latex *latex, const struct doc_node *list)
{
    bool is_only = list->first == list->last;
    int number = list->as.list.start;

    latex_anchor(latex, list);
    g_string_append(latex->out, "\\begin{attachments}{");
    latex_escape(
        latex->out, numbering_attachments(latex->numbering), LATEX_TEXT);
    g_string_append(latex->out, "}\n");
    for (const struct doc_node *li = list->first; li != NULL; li = li->next) {
        g_string_append(latex->out, "  \\attachmentname{");
        if (!is_only) {
            g_string_append_printf(latex->out, "%d.", number++);
        }
        g_string_append_c(latex->out, '}');
        latex_anchor(latex, li);
        latex_content(latex, li);
        g_string_append(latex->out, "\n");
    }
    g_string_append(latex->out, "\\end{attachments}\n");
}

void latex_attachment(struct latex *latex, const struct doc_node *section)
{
    latex_defer_begin(latex);
    g_string_append(latex->out, "\\attachment{");
    latex_escape(
        latex->out, numbering_of(latex->numbering, section), LATEX_TEXT);
    g_string_append_c(latex->out, '}');
    latex_option_title(latex, doc_child(section, DOC_H));
    g_string_append_c(latex->out, '{');
    latex->in_cell = true;
    latex_content(latex, doc_child(section, DOC_H));
    latex->in_cell = false;
    g_string_append_c(latex->out, '}');
    latex_label(latex, section);
    latex_defer_end(latex);
    g_string_append_c(latex->out, '\n');
    latex->in_attachment = true;
}

void latex_finish_attachments(
    struct latex *latex, const struct doc_node *section)
{
    if (latex->in_attachment && section->as.section.level == 1 &&
        section->as.section.is_numbered) {
        latex->in_attachment = false;
        g_string_append(latex->out, "\\finishattachments\n");
    }
}
