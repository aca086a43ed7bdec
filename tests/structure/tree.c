/* The structure tree (ISO 32000-1, 14.7.2), its elements and attributes. */
#include "tree.h"

#include <string.h>

struct walk {
    struct tagged *tagged;
    qpdf_data qpdf;
    qpdf_oh roles;
};

static void read_kids(
    struct walk *walk, struct element *element, qpdf_oh kids, int page);

void element_free(void *data)
{
    struct element *element = data;

    g_array_unref(element->kids);
    g_free(element->id);
    g_free(element->lang);
    g_free(element->alt);
    if (element->headers != NULL) {
        g_ptr_array_unref(element->headers);
    }
    g_free(element);
}

bool element_is(const struct element *element, const char *type)
{
    return element != NULL && strcmp(element->type, type) == 0;
}

const char *element_lang(
    const struct tagged *tagged, const struct element *element)
{
    for (; element != NULL; element = element->parent) {
        if (element->lang != NULL) {
            return element->lang;
        }
    }
    return tagged->lang == NULL ? "" : tagged->lang;
}

struct sequence *sequence_of(const struct tagged *tagged, int page, int mcid)
{
    const struct page *p;

    if (page < 0 || (guint)page >= tagged->pages->len || mcid < 0) {
        return NULL;
    }
    p = g_ptr_array_index(tagged->pages, page);
    return (guint)mcid < p->sequences->len ? p->sequences->pdata[mcid] : NULL;
}

static void append_text(
    GString *out, const struct tagged *tagged, const struct element *element)
{
    for (guint i = 0; i < element->kids->len; i++) {
        const struct kid *kid = &g_array_index(element->kids, struct kid, i);

        if (kid->element != NULL) {
            append_text(out, tagged, kid->element);
        } else {
            const struct sequence *sequence =
                sequence_of(tagged, kid->page, kid->mcid);

            g_string_append(out, sequence == NULL ? "" : sequence->text->str);
        }
    }
}

char *element_text(const struct tagged *tagged, const struct element *element)
{
    GString *out = g_string_new(NULL);

    append_text(out, tagged, element);
    return g_string_free(out, FALSE);
}

/* --- attributes (14.7.5) --- */

static void read_headers(struct walk *walk, struct element *element, qpdf_oh oh)
{
    qpdf_oh list = qpdf_oh_get_key(walk->qpdf, oh, "/Headers");

    if (qpdf_oh_is_array(walk->qpdf, list)) {
        int count = qpdf_oh_get_array_n_items(walk->qpdf, list);

        element->headers = g_ptr_array_new_with_free_func(g_free);
        for (int i = 0; i < count; i++) {
            qpdf_oh id = qpdf_oh_get_array_item(walk->qpdf, list, i);

            g_ptr_array_add(element->headers,
                g_strdup(qpdf_oh_get_string_value(walk->qpdf, id)));
            qpdf_oh_release(walk->qpdf, id);
        }
    }
    qpdf_oh_release(walk->qpdf, list);
}

static void read_dictionary(
    struct walk *walk, struct element *element, qpdf_oh oh)
{
    char *owner = pdf_name(walk->qpdf, oh, "/O");

    if (owner == NULL) {
        find(walk->tagged, "u3", element, "attributes of no owner");
    } else if (strcmp(owner, "Table") == 0) {
        char *scope = pdf_name(walk->qpdf, oh, "/Scope");

        element->scope = g_intern_string(scope);
        g_free(scope);
        element->row_span = pdf_int(walk->qpdf, oh, "/RowSpan", 1);
        element->column_span = pdf_int(walk->qpdf, oh, "/ColSpan", 1);
        read_headers(walk, element, oh);
    } else if (strcmp(owner, "Layout") == 0) {
        element->has_box |= qpdf_oh_has_key(walk->qpdf, oh, "/BBox");
    } else if (strcmp(owner, "List") == 0) {
        element->has_numbering |=
            qpdf_oh_has_key(walk->qpdf, oh, "/ListNumbering");
    }
    g_free(owner);
}

static void read_attributes(
    struct walk *walk, struct element *element, qpdf_oh oh)
{
    qpdf_oh value = qpdf_oh_get_key(walk->qpdf, oh, "/A");

    if (qpdf_oh_is_dictionary(walk->qpdf, value)) {
        read_dictionary(walk, element, value);
    } else if (qpdf_oh_is_array(walk->qpdf, value)) {
        int count = qpdf_oh_get_array_n_items(walk->qpdf, value);

        for (int i = 0; i < count; i++) {
            qpdf_oh item = qpdf_oh_get_array_item(walk->qpdf, value, i);

            if (qpdf_oh_is_dictionary(walk->qpdf, item)) {
                read_dictionary(walk, element, item);
            }
            qpdf_oh_release(walk->qpdf, item);
        }
    }
    qpdf_oh_release(walk->qpdf, value);
}

/* --- elements --- */

/* The standard type that the role map leads to (14.7.3). */
static const char *standard_type(struct walk *walk, qpdf_oh oh)
{
    char *type = pdf_name(walk->qpdf, oh, "/S");
    const char *result;

    for (int i = 0; i < 10 && type != NULL; i++) {
        char *key = g_strconcat("/", type, NULL);
        char *next = qpdf_oh_is_dictionary(walk->qpdf, walk->roles)
                         ? pdf_name(walk->qpdf, walk->roles, key)
                         : NULL;

        g_free(key);
        if (next == NULL) {
            break;
        }
        g_free(type);
        type = next;
    }
    result = g_intern_string(type == NULL ? "(none)" : type);
    g_free(type);
    return result;
}

static void enter_id(struct walk *walk, struct element *element)
{
    GHashTable *ids = walk->tagged->element_by_id;

    if (element->id == NULL) {
        return;
    }
    if (g_hash_table_contains(ids, element->id)) {
        find(walk->tagged, "u6", element, "another element has its ID, %s",
            element->id);
        return;
    }
    g_hash_table_insert(ids, element->id, element);
}

static int page_of(struct walk *walk, qpdf_oh oh, int otherwise)
{
    qpdf_oh page = qpdf_oh_get_key(walk->qpdf, oh, "/Pg");
    int index = otherwise;

    if (qpdf_oh_is_dictionary(walk->qpdf, page)) {
        index = GPOINTER_TO_INT(g_hash_table_lookup(walk->tagged->page_of,
                    GINT_TO_POINTER(qpdf_oh_get_object_id(walk->qpdf, page)))) -
                1;
    }
    qpdf_oh_release(walk->qpdf, page);
    return index;
}

static struct element *read_element(
    struct walk *walk, struct element *parent, qpdf_oh oh)
{
    struct element *element = g_new0(struct element, 1);
    qpdf_oh stated = qpdf_oh_get_key(walk->qpdf, oh, "/P");
    qpdf_oh kids = qpdf_oh_get_key(walk->qpdf, oh, "/K");

    element->object = qpdf_oh_get_object_id(walk->qpdf, oh);
    element->type = standard_type(walk, oh);
    element->parent = parent;
    element->stated_parent = qpdf_oh_get_object_id(walk->qpdf, stated);
    element->kids = g_array_new(FALSE, FALSE, sizeof(struct kid));
    element->id = pdf_text(walk->qpdf, oh, "/ID");
    element->lang = pdf_text(walk->qpdf, oh, "/Lang");
    element->alt = pdf_text(walk->qpdf, oh, "/Alt");
    element->row_span = element->column_span = 1;
    g_ptr_array_add(walk->tagged->elements, element);
    g_hash_table_insert(
        walk->tagged->element_of, GINT_TO_POINTER(element->object), element);
    read_attributes(walk, element, oh);
    read_kids(walk, element, kids, page_of(walk, oh, -1));
    enter_id(walk, element);
    qpdf_oh_release(walk->qpdf, stated);
    qpdf_oh_release(walk->qpdf, kids);
    return element;
}

/* A marked-content or object reference (14.7.4), else an element. */
static void read_dictionary_kid(
    struct walk *walk, struct element *element, qpdf_oh oh, int page)
{
    char *type = pdf_name(walk->qpdf, oh, "/Type");
    struct kid kid = {.page = page_of(walk, oh, page), .mcid = -1};

    if (g_strcmp0(type, "MCR") == 0) {
        kid.mcid = pdf_int(walk->qpdf, oh, "/MCID", -1);
    } else if (g_strcmp0(type, "OBJR") == 0) {
        qpdf_oh object = qpdf_oh_get_key(walk->qpdf, oh, "/Obj");

        kid.object = qpdf_oh_get_object_id(walk->qpdf, object);
        qpdf_oh_release(walk->qpdf, object);
    } else if (g_hash_table_contains(walk->tagged->element_of,
                   GINT_TO_POINTER(qpdf_oh_get_object_id(walk->qpdf, oh)))) {
        find(walk->tagged, "u3", element,
            "an element stands in it that "
            "stands elsewhere too");
        g_free(type);
        return;
    } else {
        kid.element = read_element(walk, element, oh);
    }
    g_array_append_val(element->kids, kid);
    g_free(type);
}

static void read_kids(
    struct walk *walk, struct element *element, qpdf_oh kids, int page)
{
    if (qpdf_oh_is_array(walk->qpdf, kids)) {
        int count = qpdf_oh_get_array_n_items(walk->qpdf, kids);

        for (int i = 0; i < count; i++) {
            qpdf_oh kid = qpdf_oh_get_array_item(walk->qpdf, kids, i);

            read_kids(walk, element, kid, page);
            qpdf_oh_release(walk->qpdf, kid);
        }
    } else if (qpdf_oh_is_integer(walk->qpdf, kids)) {
        struct kid kid = {.page = page,
            .mcid = qpdf_oh_get_int_value_as_int(walk->qpdf, kids)};

        g_array_append_val(element->kids, kid);
    } else if (qpdf_oh_is_dictionary(walk->qpdf, kids)) {
        read_dictionary_kid(walk, element, kids, page);
    }
}

void tree_read(struct tagged *tagged)
{
    qpdf_data qpdf = tagged->qpdf;
    qpdf_oh root = qpdf_get_root(qpdf);
    qpdf_oh tree = qpdf_oh_get_key(qpdf, root, "/StructTreeRoot");

    if (!qpdf_oh_is_dictionary(qpdf, tree)) {
        find(tagged, "u3", NULL, "there is no structure tree");
    } else {
        struct walk walk = {.tagged = tagged,
            .qpdf = qpdf,
            .roles = qpdf_oh_get_key(qpdf, tree, "/RoleMap")};
        qpdf_oh top = qpdf_oh_get_key(qpdf, tree, "/K");

        if (qpdf_oh_is_array(qpdf, top) &&
            qpdf_oh_get_array_n_items(qpdf, top) == 1) {
            qpdf_oh only = qpdf_oh_get_array_item(qpdf, top, 0);

            qpdf_oh_release(qpdf, top);
            top = only;
        }
        if (qpdf_oh_is_dictionary(qpdf, top)) {
            read_element(&walk, NULL, top);
        } else {
            find(tagged, "u3", NULL, "the tree has not one top");
        }
        qpdf_oh_release(qpdf, top);
        qpdf_oh_release(qpdf, walk.roles);
    }
    qpdf_oh_release(qpdf, tree);
    qpdf_oh_release(qpdf, root);
}
