/*
 * What the document schema cannot say: ids occur once, references lead to
 * something that can be named, charts have a point for each category, and
 * what a PDF states in one string is not longer than that.
 */
#include "doc/parts.h"

#include <stdlib.h>
#include <string.h>

#include <glib.h>

#include "base/arena.h"
#include "doc/numbering.h"

static int by_id(const void *left, const void *right)
{
    const struct doc_node *a = *(const struct doc_node *const *)left;
    const struct doc_node *b = *(const struct doc_node *const *)right;
    int order = strcmp(a->id, b->id);

    if (order == 0) {
        order = (int)a->line - (int)b->line;
    }
    return order != 0 ? order : a->col - b->col;
}

bool doc_index_ids(
    struct document *document, struct arena *arena, struct diag *diag)
{
    const struct doc_node *root = document->root;
    bool is_unique = true;
    size_t count = 0;

    for (const struct doc_node *n = root; n != NULL; n = doc_next(n, root)) {
        count += n->id != NULL ? 1 : 0;
    }
    document->ids = ARENA_ARRAY(arena, count + 1, const struct doc_node *);
    for (const struct doc_node *n = root; n != NULL; n = doc_next(n, root)) {
        if (n->id != NULL) {
            document->ids[document->id_count++] = n;
        }
    }
    qsort(document->ids, count, sizeof *document->ids, by_id);
    for (size_t i = 1; i < count; i++) {
        const struct doc_node *node = document->ids[i];

        if (strcmp(node->id, document->ids[i - 1]->id) == 0) {
            diag_report(diag, DIAG_ID_DUPLICATE, doc_pos(node), node->id);
            is_unique = false;
        }
    }
    return is_unique;
}

static bool has_title(const struct doc_node *node)
{
    return node->kind == DOC_SECTION ||
           (node->kind != DOC_FOOTNOTE && numbering_counts(node));
}

static bool verify_target(const struct document *document,
    const struct doc_node *node, const char *id, struct diag *diag)
{
    const struct doc_node *target = doc_find(document, id);

    if (target == NULL) {
        diag_report(diag, DIAG_REFERENCE_UNKNOWN, doc_pos(node), id);
        return false;
    }
    if (node->kind != DOC_REF || node->as.ref->what == DOC_REF_PAGE) {
        return true;
    }
    if (node->as.ref->what == DOC_REF_NUMBER && !numbering_counts(target)) {
        diag_report(diag, DIAG_REFERENCE_NUMBER, doc_pos(node), id);
        return false;
    }
    if (node->as.ref->what == DOC_REF_TITLE && !has_title(target)) {
        diag_report(diag, DIAG_REFERENCE_TITLE, doc_pos(node), id);
        return false;
    }
    return true;
}

/* Inline text or blocks: the schema lets an item have both. */
static bool verify_item(const struct doc_node *item, struct diag *diag)
{
    bool has_blocks = false;
    bool has_inline = false;

    for (const struct doc_node *n = item->first; n != NULL; n = n->next) {
        if (n->kind == DOC_P || n->kind == DOC_UL || n->kind == DOC_OL) {
            has_blocks = true;
        } else {
            has_inline = true;
        }
    }
    if (has_blocks && has_inline) {
        diag_report(diag, DIAG_ITEM_MIXED, doc_pos(item));
        return false;
    }
    return true;
}

/*
 * A page has one foot: notes to notes would be lost there.  The cover and a
 * chart have none.
 */
static bool verify_footnote(const struct doc_node *footnote, struct diag *diag)
{
    for (const struct doc_node *n = footnote->parent; n != NULL;
         n = n->parent) {
        if (n->kind == DOC_FOOTNOTE) {
            diag_report(diag, DIAG_FOOTNOTE_NESTED, doc_pos(footnote));
            return false;
        }
        if (n->kind == DOC_COVER || n->kind == DOC_CHART) {
            diag_report(diag, DIAG_FOOTNOTE_PLACE, doc_pos(footnote),
                doc_kind_name(n->kind));
            return false;
        }
    }
    return true;
}

/* LaTeX has no more depths, and the page soon no more width. */
#define LIST_DEPTHS 4

static bool verify_depth(const struct doc_node *list, struct diag *diag)
{
    int depth = 0;

    for (const struct doc_node *n = list; n != NULL; n = n->parent) {
        depth += n->kind == DOC_UL || n->kind == DOC_OL ? 1 : 0;
    }
    if (depth == LIST_DEPTHS + 1) {
        g_autofree char *most = g_strdup_printf("%d", LIST_DEPTHS);

        diag_report(diag, DIAG_LIST_DEPTH, doc_pos(list), most);
    }
    return depth <= LIST_DEPTHS;
}

/* The next block of a walk: paragraphs, lists and their items. */
static const struct doc_node *next_block(
    const struct doc_node *node, const struct doc_node *top)
{
    do {
        node = doc_next(node, top);
    } while (node != NULL && node->kind != DOC_P && node->kind != DOC_UL &&
             node->kind != DOC_OL && node->kind != DOC_LI);
    return node;
}

static int depth_of(const struct doc_node *node, const struct doc_node *top)
{
    int depth = 0;

    for (; node != top; node = node->parent) {
        depth++;
    }
    return depth;
}

/* The blocks of one correspond to those of the other. */
static bool has_shape(const struct doc_node *a, const struct doc_node *b)
{
    const struct doc_node *left = next_block(a, a);
    const struct doc_node *right = next_block(b, b);

    while (left != NULL && right != NULL && left->kind == right->kind &&
           depth_of(left, a) == depth_of(right, b)) {
        left = next_block(left, a);
        right = next_block(right, b);
    }
    return left == NULL && right == NULL;
}

/* The two sides of a pair, in the languages of the report or in its one. */
static bool verify_pair(const struct document *document,
    const struct doc_node *pair, struct diag *diag)
{
    const struct doc_node *second = doc_second(pair->first);

    if (second == NULL || doc_is_translation(document, pair->first) ||
        doc_is_translation(document, second) !=
            (document->translation != NULL) ||
        !has_shape(pair->first, second)) {
        diag_report(diag, DIAG_PAIR_SIDES, doc_pos(pair));
        return false;
    }
    return true;
}

/* A string of PDF holds 32,767 bytes, and a character takes up to four. */
#define TEXT_MAX 8000

/* What a PDF states as one string. */
static bool verify_length(const char *name, const char *text,
    const struct doc_node *node, struct diag *diag)
{
    glong count = text != NULL ? g_utf8_strlen(text, -1) : 0;

    if (count > TEXT_MAX) {
        g_autofree char *has = g_strdup_printf("%ld", count);
        g_autofree char *most = g_strdup_printf("%d", TEXT_MAX);

        diag_report(diag, DIAG_TEXT_LONG, doc_pos(node), name, has, most);
    }
    return count <= TEXT_MAX;
}

static bool verify_head(const struct document *document, struct diag *diag)
{
    const struct {
        const char *name;
        const char *text;
    } parts[] = {
        {"title", document->title},
        {"title", document->second_title},
        {"author", document->author},
        {"subject", document->subject},
        {"keywords", document->keywords},
    };
    bool is_good = true;

    for (size_t i = 0; i < G_N_ELEMENTS(parts); i++) {
        is_good =
            verify_length(parts[i].name, parts[i].text, document->root, diag) &&
            is_good;
    }
    return is_good;
}

bool doc_verify(const struct document *document, struct diag *diag)
{
    const struct doc_node *root = document->root;
    bool is_good = verify_head(document, diag);

    for (const struct doc_node *n = root; n != NULL; n = doc_next(n, root)) {
        if (n->kind == DOC_REF) {
            is_good =
                verify_target(document, n, n->as.ref->to, diag) && is_good;
        } else if (n->kind == DOC_A && n->as.link->href[0] == '#') {
            is_good =
                verify_target(document, n, n->as.link->href + 1, diag) &&
                is_good;
            is_good =
                verify_length("title", n->as.link->title, n, diag) && is_good;
        } else if (n->kind == DOC_A) {
            is_good =
                verify_length("href", n->as.link->href, n, diag) && is_good;
        } else if (n->kind == DOC_LI) {
            is_good = verify_item(n, diag) && is_good;
        } else if (n->kind == DOC_UL || n->kind == DOC_OL) {
            is_good = verify_depth(n, diag) && is_good;
        } else if (n->kind == DOC_PAIR) {
            is_good = verify_pair(document, n, diag) && is_good;
        } else if (n->kind == DOC_FOOTNOTE) {
            is_good = verify_footnote(n, diag) && is_good;
        } else if (n->kind == DOC_CHART) {
            is_good = doc_verify_chart(n, diag) && is_good;
            is_good =
                verify_length("alt", n->as.chart->alt, n, diag) && is_good;
        }
    }
    return is_good;
}
