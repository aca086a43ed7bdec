/*
 * U7: links are elements that hold their annotation, with words for it, and
 * pages are walked in the order of the structure; U10: entries of contents end
 * with the label of the page that they lead to.
 */
#include <string.h>

#include "tagged.h"

#define HIDDEN                                                                 \
    (1 | 2 | 32 | 256) /* Invisible, Hidden, NoView, ToggleNoView              \
                        */
#define PRINT 4

static void check_annotation(
    struct tagged *tagged, const struct annotation *annotation)
{
    const struct element *owner = annotation->owner;
    int page = annotation->page + 1;

    if (g_strcmp0(annotation->subtype, "Link") != 0) {
        find(tagged, "u7", owner, "an annotation that is no link");
    }
    if (owner == NULL) {
        find(tagged, "u7", NULL, "page %d: no element has the link “%s”", page,
            annotation->contents == NULL ? "" : annotation->contents);
    } else if (!element_is(owner, "Link")) {
        find(tagged, "u7", owner, "a link that is in no Link");
    }
    if (annotation->contents == NULL || *annotation->contents == '\0') {
        find(tagged, "u7", owner, "a link without Contents");
    }
    if (annotation->key < 0) {
        find(tagged, "u7", owner, "a link without StructParent");
    }
    if ((annotation->flags & HIDDEN) != 0 || (annotation->flags & PRINT) == 0) {
        find(tagged, "u7", owner, "a link that is hidden or not printed");
    }
}

/* Where a Link leads: the page of its first annotation that leads to one. */
static int target_of(const struct tagged *tagged, const struct element *element)
{
    for (guint i = 0; i < element->kids->len; i++) {
        const struct kid *kid = &g_array_index(element->kids, struct kid, i);
        const struct annotation *annotation = g_hash_table_lookup(
            tagged->annotation_of, GINT_TO_POINTER(kid->object));
        int target = kid->element != NULL ? target_of(tagged, kid->element)
                     : annotation != NULL ? annotation->target
                                          : -1;

        if (target >= 0) {
            return target;
        }
    }
    return -1;
}

static bool ends_with_label(const char *text, const char *label)
{
    size_t size = strlen(text);
    size_t end = strlen(label);

    return size > end && strcmp(text + size - end, label) == 0 &&
           !g_ascii_isalnum(text[size - end - 1]);
}

static void check_entry(struct tagged *tagged, const struct element *element)
{
    int target = target_of(tagged, element);
    char *text = g_strstrip(element_text(tagged, element));
    const struct page *page;

    if (target < 0) {
        find(tagged, "u10", element, "an entry that leads nowhere");
    } else {
        page = g_ptr_array_index(tagged->pages, target);
        if (!ends_with_label(text, page->label)) {
            find(tagged, "u10", element,
                "“%s” does not end with the label of its page, %s", text,
                page->label);
        }
    }
    g_free(text);
}

void check_links(struct tagged *tagged)
{
    for (guint i = 0; i < tagged->annotations->len; i++) {
        check_annotation(tagged, g_ptr_array_index(tagged->annotations, i));
    }
    for (guint i = 0; i < tagged->pages->len; i++) {
        const struct page *page = g_ptr_array_index(tagged->pages, i);

        if (!page->tabs_by_structure) {
            find(tagged, "u7", NULL,
                "page %u is not walked in the order of the structure", i + 1);
        }
        if (page->label == NULL) {
            find(tagged, "u10", NULL, "page %u has no label", i + 1);
        }
    }
    for (guint i = 0; i < tagged->elements->len; i++) {
        const struct element *element = g_ptr_array_index(tagged->elements, i);

        if (element_is(element, "TOCI")) {
            check_entry(tagged, element);
        } else if (element_is(element, "Link") &&
                   target_of(tagged, element) < 0) {
            bool has_object = false;

            for (guint k = 0; k < element->kids->len; k++) {
                has_object |=
                    g_array_index(element->kids, struct kid, k).object != 0;
            }
            if (!has_object) {
                find(tagged, "u7", element, "a Link that holds no annotation");
            }
        }
    }
}
