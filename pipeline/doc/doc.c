/*
 * Walking and asking a document tree; build.c makes it.
 */
#include "doc/doc.h"

#include <string.h>

#include <glib.h>

static const struct {
    const char *name;
    enum doc_content content;
} kinds[] = {
#define DOC_KIND(kind, name, content)                                          \
    [DOC_##kind] = {name, DOC_CONTENT_##content},
#include "doc/doc_kinds.def"
#undef DOC_KIND
};
_Static_assert(sizeof kinds / sizeof kinds[0] == DOC_KIND_COUNT, "doc_kinds");

const char *doc_kind_name(enum doc_kind kind)
{
    return kinds[kind].name;
}

enum doc_content doc_kind_content(enum doc_kind kind)
{
    return kinds[kind].content;
}

struct diag_pos doc_pos(const struct doc_node *node)
{
    const struct doc_node *root = node;

    if (node->kind == DOC_TEXT) {
        node = node->parent;
    }
    while (root->parent != NULL) {
        root = root->parent;
    }
    return (struct diag_pos){root->kind == DOC_REPORT ? root->as.file : NULL,
        (int)node->line, node->col};
}

const struct doc_node *doc_skip(
    const struct doc_node *node, const struct doc_node *top)
{
    while (node != NULL && node != top) {
        if (node->next != NULL) {
            return node->next;
        }
        node = node->parent;
    }
    return NULL;
}

const struct doc_node *doc_next(
    const struct doc_node *node, const struct doc_node *top)
{
    return node->first != NULL ? node->first : doc_skip(node, top);
}

const struct doc_node *doc_child(
    const struct doc_node *node, enum doc_kind kind)
{
    for (const struct doc_node *n = node->first; n != NULL; n = n->next) {
        if (n->kind == kind) {
            return n;
        }
    }
    return NULL;
}

const struct doc_node *doc_second(const struct doc_node *node)
{
    const struct doc_node *next = node != NULL ? node->next : NULL;

    return next != NULL && next->kind == node->kind ? next : NULL;
}

const struct doc_node *doc_front_end(const struct document *document)
{
    const struct doc_node *toc = doc_child(document->root, DOC_TOC);

    if (toc == NULL) {
        return doc_child(document->root, DOC_COVER);
    }
    while (toc->next != NULL && toc->next->kind == DOC_TOC) {
        toc = toc->next;
    }
    return toc;
}

bool doc_begins_page(
    const struct document *document, const struct doc_node *section)
{
    const struct doc_node *previous = section->previous;
    bool is_after;

    if (section->as.section.level != 1 || previous == NULL ||
        previous->kind != DOC_SECTION) {
        return false;
    }
    is_after =
        document->translation == NULL && doc_has_class(previous, "summary");
    return is_after || doc_has_class(section, "summary");
}

const struct doc_node *doc_heading(const struct doc_node *node)
{
    for (const struct doc_node *n = node->first; n != NULL; n = n->next) {
        if (n->kind == DOC_H || n->kind == DOC_CAPTION ||
            n->kind == DOC_FIGCAPTION || n->kind == DOC_LABEL) {
            return n;
        }
    }
    return NULL;
}

int doc_key_row(const struct doc_node *keyfigures, int most, int row)
{
    int count = 0;
    int rows;

    for (const struct doc_node *n = keyfigures->first; n != NULL; n = n->next) {
        count++;
    }
    rows = (count + most - 1) / most;
    return count / rows + (row >= rows - count % rows ? 1 : 0);
}

const struct doc_node *doc_find(const struct document *document, const char *id)
{
    size_t low = 0;
    size_t high = document->id_count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = strcmp(id, document->ids[middle]->id);

        if (order == 0) {
            return document->ids[middle];
        }
        if (order < 0) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    return NULL;
}

bool doc_has_class(const struct doc_node *node, const char *word)
{
    size_t size = strlen(word);
    const char *p = node->class;

    while (p != NULL && (p = strstr(p, word)) != NULL) {
        bool begins = p == node->class || p[-1] == ' ';

        if (begins && (p[size] == '\0' || p[size] == ' ')) {
            return true;
        }
        p += size;
    }
    return false;
}

static char *text_below(const struct doc_node *node, char line_break)
{
    GString *text = g_string_new(NULL);
    const struct doc_node *n = node;

    while (n != NULL) {
        if (n->kind == DOC_TEXT) {
            g_string_append_len(text, n->as.text, (gssize)n->text_size);
        } else if (n->kind == DOC_BR) {
            g_string_append_c(text, line_break);
        }
        n = n->kind == DOC_FOOTNOTE && n != node ? doc_skip(n, node)
                                                 : doc_next(n, node);
    }
    return g_string_free(text, FALSE);
}

char *doc_text(const struct doc_node *node)
{
    return text_below(node, ' ');
}

char *doc_lines(const struct doc_node *node)
{
    return text_below(node, '\n');
}
