/*
 * Finds what an item of a page belongs to, and the marks of an element: all
 * are sorted once by element.  Most come in the order of the document, so that
 * the next ones are mostly those asked for.
 */
#include "render/pdf_marks.h"

#include "doc/doc.h"
#include "page/page.h"

static bool is_inline(const struct doc_node *node, const struct page_item *item)
{
    enum doc_content content = doc_kind_content(node->kind);

    /* A note's text is a block; its mark belongs to the text around it. */
    if (node->kind == DOC_FOOTNOTE) {
        return item->part == PAGE_MARK && item->node == node;
    }
    return content == DOC_CONTENT_TEXT || content == DOC_CONTENT_INLINE;
}

static size_t place_among(const struct doc_node *node)
{
    size_t place = 0;

    while (node->previous != NULL && node->previous->kind == node->kind) {
        node = node->previous;
        place++;
    }
    return place;
}

/* The value that the unit of a key figure stands behind, language by language.
 */
static const struct doc_node *value_of(const struct doc_node *unit)
{
    const struct doc_node *value = doc_child(unit->parent, DOC_VALUE);

    for (size_t i = place_among(unit); i > 0 && value != NULL; i--) {
        value = doc_second(value);
    }
    return value != NULL ? value : unit;
}

const struct doc_node *pdf_marks_owner(const struct page_item *item)
{
    const struct doc_node *node = item->node;

    /* All of a chart is the figure, its axes too. */
    if (node == NULL ||
        (item->role == PAGE_ARTIFACT && node->kind != DOC_CHART)) {
        return NULL;
    }
    while (node != NULL && is_inline(node, item)) {
        node = node->parent;
    }
    if (node != NULL && node->kind == DOC_UNIT &&
        node->parent->kind == DOC_KEYFIGURE) {
        return value_of(node);
    }
    return node;
}

static bool is_element(const struct doc_node *node)
{
    return node->kind == DOC_A || node->kind == DOC_REF ||
           node->kind == DOC_FOOTNOTE ||
           node->is_chinese != node->parent->is_chinese;
}

const struct doc_node *pdf_marks_inner(
    const struct page_item *item, const struct doc_node *top)
{
    const struct doc_node *inner = NULL;
    const struct doc_node *node = item->node;

    while (node != top && node != NULL && is_inline(node, item)) {
        if (is_element(node)) {
            inner = node;
        }
        node = node->parent;
    }
    return inner;
}

bool pdf_marks_is_translation(const struct page_item *item)
{
    return item->kind == PAGE_TEXT && item->part == PAGE_ENTRY &&
           item->as.text.is_chinese != item->node->is_chinese;
}

/* By owner and entry. */
static gint compare_owners(gconstpointer a, gconstpointer b)
{
    const struct pdf_mark *first = a;
    const struct pdf_mark *second = b;

    if (first->owner != second->owner) {
        return first->owner < second->owner ? -1 : 1;
    }
    /* Two columns: the first one's lines may all come before the other's. */
    return first->item->entry < second->item->entry
               ? -1
               : first->item->entry > second->item->entry;
}

static const struct pdf_mark *mark_at(const struct pdf_marks *marks, size_t i)
{
    return &g_array_index(marks->list, struct pdf_mark, i);
}

/* The first mark that is not before the owner. */
static size_t find_first(
    const struct pdf_marks *marks, const struct doc_node *owner)
{
    size_t low = 0;
    size_t high = marks->list->len;

    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (mark_at(marks, middle)->owner < owner) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

const struct pdf_mark *pdf_marks_find(
    struct pdf_marks *marks, const struct doc_node *owner, size_t *count)
{
    size_t first = marks->next;
    size_t end;

    if (!marks->is_sorted) {
        /* Stable: as drawn. */
        g_array_sort(marks->list, compare_owners);
        marks->is_sorted = true;
    }
    if (first >= marks->list->len || mark_at(marks, first)->owner != owner) {
        first = find_first(marks, owner);
    }
    end = first;
    while (end < marks->list->len && mark_at(marks, end)->owner == owner) {
        end++;
    }
    *count = end - first;
    if (end > first) {
        marks->next = end;
    }
    return *count > 0 ? mark_at(marks, first) : NULL;
}
