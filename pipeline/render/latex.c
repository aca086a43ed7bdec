/*
 * The document as a LaTeX file: the preamble's lines for its language, the
 * document information, the content.
 */
#include "render/latex.h"

#include <stdbool.h>
#include <string.h>

#include "base/diag.h"
#include "doc/doc.h"
#include "doc/numbering.h"
#include "render/latex_escape.h"
#include "render/latex_parts.h"

/* "zh-CN" of the line "%<*zh-CN>" if mark is "%<*"; NULL: another line. */
static char *guard_name(const char *line, const char *mark)
{
    return g_str_has_prefix(line, mark)
        ? g_strndup(line + 3, strcspn(line + 3, ">"))
        : NULL;
}

/*
 * The lines of the preamble for lang: those between "%<*zh-CN>" and
 * "%</zh-CN>" are for Chinese only, and so for "en".  False: reported.
 */
static bool append_preamble(GString *out, char **lines, const char *path,
    const char *lang, struct diag *diag)
{
    g_autofree char *open = NULL; /* the guard we are in */
    int opened = 0;

    for (int i = 0; lines[i] != NULL; i++) {
        g_autofree char *begin = guard_name(lines[i], "%<*");
        g_autofree char *end = guard_name(lines[i], "%</");

        if (open != NULL && end != NULL && strcmp(open, end) == 0) {
            g_clear_pointer(&open, g_free);
        } else if (open != NULL && (begin != NULL || end != NULL)) {
            break;
        } else if (begin != NULL) {
            open = g_steal_pointer(&begin);
            opened = i + 1;
        } else if (open == NULL || strcmp(open, lang) == 0) {
            g_string_append(out, lines[i]);
            g_string_append_c(out, '\n');
        }
    }
    if (open != NULL) {
        diag_report(diag, DIAG_PREAMBLE_GUARD,
            (struct diag_pos){path, opened, 1}, open, open);
        return false;
    }
    return true;
}

static bool read_preamble(
    GString *out, const char *path, const char *lang, struct diag *diag)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *text = NULL;
    g_auto(GStrv) lines = NULL;

    if (!g_file_get_contents(path, &text, NULL, &error)) {
        diag_report(diag, DIAG_INPUT_READ, DIAG_NOWHERE, path, error->message);
        return false;
    }
    lines = g_strsplit(g_strchomp(text), "\n", -1);
    return append_preamble(out, lines, path, lang, diag);
}

static void append_information(
    GString *out, const char *key, const char *value)
{
    if (value != NULL) {
        g_string_append_printf(out, "  %s={", key);
        latex_escape(out, value, LATEX_PDF);
        g_string_append(out, "},\n");
    }
}

static void append_document_information(
    GString *out, const struct document *document)
{
    g_string_append(out, "\n\\hypersetup{\n");
    append_information(out, "pdftitle", document->title);
    append_information(out, "pdfauthor", document->author);
    append_information(out, "pdfsubject", document->subject);
    append_information(out, "pdfkeywords", document->keywords);
    append_information(out, "pdflang", document->lang);
    g_string_append(out, "}\n\\runninghead{");
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
            g_hash_table_add(wanted, (void *)node->as.ref.to);
        } else if (node->kind == DOC_A && node->as.href[0] == '#') {
            g_hash_table_add(wanted, (void *)(node->as.href + 1));
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

GString *latex_render(
    const struct document *document, const char *preamble, struct diag *diag)
{
    GString *out = g_string_new(NULL);
    struct latex latex = {
        .document = document,
        .out = out,
        .diag = diag,
        .is_chinese = strcmp(document->lang, "zh-CN") == 0,
    };
    struct numbering *numbering;

    if (!read_preamble(out, preamble, document->lang, diag)) {
        g_string_free(out, TRUE);
        return NULL;
    }
    numbering = numbering_new(document, document->lang);
    latex.numbering = numbering;
    latex.targets = find_targets(document);
    append_document_information(out, document);
    g_string_append(out, "\n\\begin{document}\n");
    latex_content(&latex, document->root);
    g_string_append(out, "\n\\end{document}\n");
    g_hash_table_destroy(latex.targets);
    numbering_free(numbering);
    return out;
}
