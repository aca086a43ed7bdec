/*
 * Tables are called as they are numbered; those without a number are counted
 * apart.
 */
#include "render/table_files.h"

#include "base/i18n.h"
#include "doc/doc.h"
#include "doc/numbering.h"
#include "render/attachments.h"

static char *describe(
    const struct numbering *numbering, const struct doc_node *table)
{
    const struct doc_node *caption = doc_child(table, DOC_CAPTION);
    const struct doc_node *unit = doc_child(table, DOC_UNIT);
    const char *prefix = numbering_prefix(numbering, table);
    g_autofree char *title = NULL;
    g_autofree char *measure = unit != NULL ? doc_text(unit) : NULL;

    if (caption == NULL) {
        return g_strdup(
            i18n_report(NULL, attachment_description(ATTACHMENT_TABLE)));
    }
    title = doc_text(caption);
    if (measure == NULL) {
        return g_strconcat(prefix, title, NULL);
    }
    return table->is_chinese
               ? g_strconcat(prefix, title, "（", measure, "）", NULL)
               : g_strconcat(prefix, title, " (", measure, ")", NULL);
}

static void clear(gpointer item)
{
    struct table_file *file = item;

    g_free(file->name);
    g_free(file->description);
}

GArray *table_files_new(
    const struct document *document, const struct numbering *numbering)
{
    GArray *files = g_array_new(FALSE, FALSE, sizeof(struct table_file));
    int numbered = 0;
    int others = 0;

    g_array_set_clear_func(files, clear);
    for (const struct doc_node *node = document->root; node != NULL;
         node = doc_next(node, document->root)) {
        struct table_file file = {.table = node};

        if (node->kind != DOC_TABLE) {
            continue;
        }
        file.name = numbering_counts(node)
                        ? g_strdup_printf("table-%d.csv", ++numbered)
                        : g_strdup_printf("untitled-table-%d.csv", ++others);
        file.description = describe(numbering, node);
        g_array_append_val(files, file);
    }
    return files;
}
