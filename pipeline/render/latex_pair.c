/*
 * Two languages in LaTeX: pairs, and what stands in the second language beside
 * or below a title, a caption, a figure.  The roles of the second language
 * have "second-" before their names.
 */
#include "render/latex_parts.h"

#include "doc/numbering.h"
#include "render/latex_escape.h"

const char *latex_role_prefix(
    const struct latex *latex, const struct doc_node *node)
{
    return doc_is_translation(latex->document, node) ? "second-" : "";
}

static void write_list_begin(
    struct latex *latex, const struct doc_node *list, int number)
{
    if (list->kind == DOC_UL) {
        g_string_append(latex->out, "\\begin{itemize}\n  \\item ");
    } else {
        g_string_append_printf(
            latex->out, "\\begin{enumerate}[start=%d]\n  \\item ", number);
    }
}

/* A list of one item. */
static void write_item(struct latex *latex, const struct doc_node *li, int i)
{
    const struct doc_node *list = li->parent;

    write_list_begin(latex, list, list->as.list.start + i);
    latex_anchor(latex, li);
    latex_content(latex, li);
    g_string_append_printf(latex->out, "\n\\end{%s}\n",
        list->kind == DOC_UL ? "itemize" : "enumerate");
}

/* Items stand beside each other as their lists do in no other way. */
static void write_items(struct latex *latex, const struct doc_node *list)
{
    const struct doc_node *second = list->next->first;
    int i = 0;

    for (const struct doc_node *li = list->first; li != NULL && second != NULL;
         li = li->next, second = second->next) {
        g_string_append(latex->out, "\\begin{pair}{list}\n");
        write_item(latex, li, i);
        g_string_append(latex->out, "\\translation\n");
        write_item(latex, second, i++);
        g_string_append(latex->out, "\\end{pair}\n");
    }
}

static const char *role_of(const struct doc_node *p)
{
    if (doc_has_class(p, "source")) {
        return "notes";
    }
    return doc_has_class(p, "lead") ? "lead" : "body";
}

void latex_pair(struct latex *latex, const struct doc_node *pair)
{
    const struct doc_node *first = pair->first;

    if (first->kind != DOC_P) {
        write_items(latex, first);
        return;
    }
    g_string_append_printf(latex->out, "\\begin{pair}{%s}\n", role_of(first));
    latex_anchor(latex, first);
    latex_content(latex, first);
    g_string_append(latex->out, "\n\\translation\n");
    latex_content(latex, first->next);
    g_string_append(latex->out, "\n\\end{pair}\n");
}

static void write_second_number(
    struct latex *latex, const struct doc_node *numbered)
{
    const char *number =
        numbered != NULL ? numbering_of(latex->translated, numbered) : NULL;

    if (number != NULL) {
        latex_escape(latex->out, number, LATEX_TEXT);
        g_string_append(latex->out, "\\enspace ");
    }
}

void latex_pair_title(struct latex *latex, const struct doc_node *title,
    const char *name, const char *role, const struct doc_node *numbered)
{
    const struct doc_node *second = doc_second(title);

    if (second == NULL) {
        latex_content(latex, title);
        return;
    }
    g_string_append_printf(latex->out, "\\pairtitle{%s}{%s}{", name, role);
    latex_content(latex, title);
    g_string_append(latex->out, "}{");
    write_second_number(latex, numbered);
    latex_content(latex, second);
    g_string_append_c(latex->out, '}');
}

void latex_pair_entry(struct latex *latex, const struct doc_node *title,
    const struct doc_node *numbered)
{
    g_autofree char *first = doc_text(title);
    g_autofree char *second = doc_text(doc_second(title));

    g_string_append(latex->out, "\\pairentry{");
    latex_escape(latex->out, first, LATEX_TEXT);
    g_string_append(latex->out, "}{");
    write_second_number(latex, numbered);
    latex_escape(latex->out, second, LATEX_TEXT);
    g_string_append_c(latex->out, '}');
}

void latex_pair_caption(struct latex *latex, const struct doc_node *caption,
    const struct doc_node *numbered)
{
    const struct doc_node *second = doc_second(caption);

    if (second != NULL) {
        g_string_append(latex->out, "\\secondcaption{");
        write_second_number(latex, numbered);
        latex_content(latex, second);
        g_string_append_c(latex->out, '}');
    }
}
