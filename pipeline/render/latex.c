/*
 * The document as a LaTeX file: its class, the style, the document information,
 * the content.
 */
#include "render/latex.h"

#include <stdbool.h>
#include <string.h>

#include "doc/doc.h"
#include "doc/numbering.h"
#include "render/file_date.h"
#include "render/latex_escape.h"
#include "render/latex_files.h"
#include "render/latex_metadata.h"
#include "render/latex_parts.h"
#include "render/latex_style.h"

static bool has_kind(const struct document *document, enum doc_kind kind)
{
    const struct doc_node *node = document->root;

    while (node != NULL && node->kind != kind) {
        node = doc_next(node, document->root);
    }
    return node != NULL;
}

static void append_class(GString *out, const struct document *document)
{
    g_string_append_printf(out, "\\documentclass[%s%s%s]{gongbao}\n",
        document->root->is_chinese ? "zh" : "en",
        has_kind(document, DOC_CHART) ? ",charts" : "",
        document->translation != NULL || has_kind(document, DOC_PAIR) ? ",pairs"
                                                                      : "");
}

static void append_running_head(GString *out, const struct document *document)
{
    g_string_append(out, "\\runninghead");
    if (document->second_title != NULL) {
        g_string_append_c(out, '[');
        latex_escape(out, document->second_title, LATEX_TEXT);
        g_string_append_c(out, ']');
    }
    g_string_append_c(out, '{');
    latex_escape(out, document->title, LATEX_TEXT);
    g_string_append(out, "}\n");
}

/* The nodes that something leads to, by id. */
static GHashTable *find_targets(const struct document *document)
{
    GHashTable *targets = g_hash_table_new(g_str_hash, g_str_equal);
    g_autoptr(GHashTable) wanted = g_hash_table_new(g_str_hash, g_str_equal);
    const struct doc_node *root = document->root;

    for (const struct doc_node *node = root; node != NULL;
         node = doc_next(node, root)) {
        if (node->kind == DOC_REF) {
            g_hash_table_add(wanted, (void *)node->as.ref->to);
        } else if (node->kind == DOC_A && node->as.link->href[0] == '#') {
            g_hash_table_add(wanted, (void *)(node->as.link->href + 1));
        }
    }
    for (const struct doc_node *node = root; node != NULL;
         node = doc_next(node, root)) {
        if (node->id != NULL && g_hash_table_contains(wanted, node->id)) {
            g_hash_table_insert(targets, (void *)node->id, (void *)node);
        }
    }
    return targets;
}

static void append_body(
    GString *out, const struct document *document, const struct style *style)
{
    struct numbering *numbering = numbering_new(document, document->lang);
    struct numbering *translated =
        document->translation != NULL
            ? numbering_new(document, document->translation)
            : NULL;
    struct latex latex = {
        .document = document,
        .style = style,
        .numbering = numbering,
        .translated = translated,
        .out = out,
        .targets = find_targets(document),
        .is_chinese = document->root->is_chinese,
    };

    g_string_append(out, "\n\\begin{document}\n");
    latex_content(&latex, document->root);
    g_string_append(out, "\n\\end{document}\n");
    g_hash_table_destroy(latex.targets);
    numbering_free(translated);
    numbering_free(numbering);
}

GString *latex_render(const struct document *document,
    const struct style *style, struct fonts *fonts,
    struct attachments *attachments, struct diag *diag)
{
    g_autofree char *date = NULL;
    GString *out;

    if (!file_date_read(document, &date, diag)) {
        return NULL;
    }
    out = g_string_new(NULL);
    latex_metadata_preface(out, date);
    append_class(out, document);
    latex_style_write(out, style, fonts, document);
    latex_metadata_write(out, document, date);
    latex_files_write(out, document, attachments);
    append_running_head(out, document);
    append_body(out, document, style);
    return out;
}
