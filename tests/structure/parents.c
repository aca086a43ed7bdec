/*
 * U3: each element states its parent; what is marked belongs to one element,
 * and the tree of parents (ISO 32000-1, 14.7.4.4) says the same as the tree.
 * U11: the marks of each element come in the order that it has them in.
 */
#include "tagged.h"

static void own(struct tagged *tagged, struct element *element, struct kid *kid)
{
    struct sequence *sequence;
    struct annotation *annotation;

    if (kid->element != NULL) {
        return;
    }
    if (kid->object != 0) {
        annotation = g_hash_table_lookup(
            tagged->annotation_of, GINT_TO_POINTER(kid->object));
        if (annotation == NULL || annotation->owner != NULL) {
            find(tagged, "u3", element, "an object that is %s",
                annotation == NULL ? "no annotation" : "an other element's");
        } else {
            annotation->owner = element;
        }
        return;
    }
    sequence = sequence_of(tagged, kid->page, kid->mcid);
    if (sequence == NULL || sequence->owner != NULL) {
        find(tagged, "u3", element, "MCID %d of page %d, which is %s",
            kid->mcid, kid->page + 1,
            sequence == NULL ? "not there" : "an other element's");
    } else {
        sequence->owner = element;
    }
}

/* Within an element later content is drawn later. */
static void check_order(struct tagged *tagged, struct element *element)
{
    const struct sequence *before = NULL;
    int page = -1;

    for (guint i = 0; i < element->kids->len; i++) {
        const struct kid *kid = &g_array_index(element->kids, struct kid, i);
        const struct sequence *sequence =
            kid->element == NULL ? sequence_of(tagged, kid->page, kid->mcid)
                                 : NULL;

        if (sequence == NULL) {
            continue;
        }
        if (kid->page < page || (kid->page == page && before != NULL &&
                                    sequence->order < before->order)) {
            find(tagged, "u11", element, "“%s” is drawn before “%s”",
                sequence->text->str, before->text->str);
        }
        before = sequence;
        page = kid->page;
    }
}

struct entries {
    struct tagged *tagged;
    GHashTable *seen; /* keys */
};

static void check_annotation_parent(struct tagged *tagged, int key, int object)
{
    for (guint i = 0; i < tagged->annotations->len; i++) {
        const struct annotation *annotation =
            g_ptr_array_index(tagged->annotations, i);

        if (annotation->key == key) {
            if (annotation->owner == NULL ||
                annotation->owner->object != object) {
                find(tagged, "u3", annotation->owner,
                    "the parent tree has another parent of its annotation");
            }
            return;
        }
    }
    find(tagged, "u3", NULL, "the parent tree has a key of nothing, %d", key);
}

static void check_page_parents(struct tagged *tagged, guint index, qpdf_oh list)
{
    const struct page *page = g_ptr_array_index(tagged->pages, index);
    int count = qpdf_oh_get_array_n_items(tagged->qpdf, list);

    if ((guint)count != page->sequences->len) {
        find(tagged, "u3", NULL, "page %u: %u marks, %d parents", index + 1,
            page->sequences->len, count);
    }
    for (int i = 0; i < count && (guint)i < page->sequences->len; i++) {
        const struct sequence *sequence = page->sequences->pdata[i];
        qpdf_oh parent = qpdf_oh_get_array_item(tagged->qpdf, list, i);
        int object = qpdf_oh_get_object_id(tagged->qpdf, parent);

        if (sequence != NULL &&
            (sequence->owner == NULL || sequence->owner->object != object)) {
            find(tagged, "u3", sequence->owner,
                "page %u: the parent tree has another parent of MCID %d",
                index + 1, i);
        }
        qpdf_oh_release(tagged->qpdf, parent);
    }
}

static void check_entry(void *data, int key, qpdf_oh value)
{
    struct entries *entries = data;
    struct tagged *tagged = entries->tagged;

    if (!g_hash_table_add(entries->seen, GINT_TO_POINTER(key + 1))) {
        find(tagged, "u3", NULL, "the parent tree has a key twice, %d", key);
    }
    if (!qpdf_oh_is_array(tagged->qpdf, value)) {
        check_annotation_parent(
            tagged, key, qpdf_oh_get_object_id(tagged->qpdf, value));
        return;
    }
    for (guint i = 0; i < tagged->pages->len; i++) {
        const struct page *page = g_ptr_array_index(tagged->pages, i);

        if (page->key == key) {
            check_page_parents(tagged, i, value);
            return;
        }
    }
    find(tagged, "u3", NULL, "the parent tree has a key of nothing, %d", key);
}

/* Pages and annotations that the parent tree does not know. */
static void check_known(struct tagged *tagged, GHashTable *seen)
{
    for (guint i = 0; i < tagged->pages->len; i++) {
        const struct page *page = g_ptr_array_index(tagged->pages, i);

        if (page->sequences->len > 0 &&
            !g_hash_table_contains(seen, GINT_TO_POINTER(page->key + 1))) {
            find(
                tagged, "u3", NULL, "page %u is not in the parent tree", i + 1);
        }
    }
    for (guint i = 0; i < tagged->annotations->len; i++) {
        const struct annotation *annotation =
            g_ptr_array_index(tagged->annotations, i);

        if (annotation->key < 0 || !g_hash_table_contains(seen,
                                       GINT_TO_POINTER(annotation->key + 1))) {
            find(tagged, "u3", annotation->owner,
                "its annotation is not in the parent tree");
        }
    }
}

static void check_parent_tree(struct tagged *tagged, qpdf_oh root)
{
    struct entries entries = {
        .tagged = tagged, .seen = g_hash_table_new(NULL, NULL)};
    qpdf_oh tree = qpdf_oh_get_key(tagged->qpdf, root, "/ParentTree");

    if (qpdf_oh_is_dictionary(tagged->qpdf, tree)) {
        pdf_numbers(tagged->qpdf, tree, check_entry, &entries);
    }
    check_known(tagged, entries.seen);
    qpdf_oh_release(tagged->qpdf, tree);
    g_hash_table_destroy(entries.seen);
}

static void check_owned(struct tagged *tagged)
{
    for (guint i = 0; i < tagged->pages->len; i++) {
        const struct page *page = g_ptr_array_index(tagged->pages, i);

        for (guint k = 0; k < page->sequences->len; k++) {
            const struct sequence *sequence = page->sequences->pdata[k];

            if (sequence == NULL) {
                find(tagged, "u3", NULL, "page %u: there is no MCID %u", i + 1,
                    k);
            } else if (sequence->owner == NULL) {
                find(tagged, "u3", NULL,
                    "page %u: no element has MCID %u, “%s”", i + 1, k,
                    sequence->text->str);
            }
        }
    }
}

void check_parents(struct tagged *tagged)
{
    qpdf_oh catalog = qpdf_get_root(tagged->qpdf);
    qpdf_oh root = qpdf_oh_get_key(tagged->qpdf, catalog, "/StructTreeRoot");
    int top = qpdf_oh_get_object_id(tagged->qpdf, root);

    for (guint i = 0; i < tagged->elements->len; i++) {
        struct element *element = g_ptr_array_index(tagged->elements, i);
        int parent = element->parent == NULL ? top : element->parent->object;

        if (element->stated_parent != parent) {
            find(tagged, "u3", element, "it states another parent");
        }
        for (guint k = 0; k < element->kids->len; k++) {
            own(tagged, element, &g_array_index(element->kids, struct kid, k));
        }
        check_order(tagged, element);
    }
    check_owned(tagged);
    if (qpdf_oh_is_dictionary(tagged->qpdf, root)) {
        check_parent_tree(tagged, root);
    }
    qpdf_oh_release(tagged->qpdf, root);
    qpdf_oh_release(tagged->qpdf, catalog);
}
