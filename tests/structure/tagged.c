/* The file as a whole: pages, annotations, and then the tree (tree.c). */
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "tagged.h"
#include "tree.h"

#define SHOWN 5 /* findings of one rule */

/* --- findings --- */

/* "Document/Table/TR[2]/TD": the place among those of its type from 2 on. */
static void append_path(GString *out, const struct element *element)
{
    const struct element *parent = element->parent;
    int place = 1;

    if (parent != NULL) {
        append_path(out, parent);
        g_string_append_c(out, '/');
        for (guint i = 0; i < parent->kids->len; i++) {
            const struct element *kid =
                g_array_index(parent->kids, struct kid, i).element;

            if (kid == element) {
                break;
            }
            if (kid != NULL && kid->type == element->type) {
                place++;
            }
        }
    }
    g_string_append(out, element->type);
    if (place > 1) {
        g_string_append_printf(out, "[%d]", place);
    }
}

static void append_words(
    GString *out, const struct tagged *tagged, const struct element *element)
{
    char *text = element_text(tagged, element);
    char *stripped = g_strstrip(text);

    if (*stripped != '\0') {
        char *words =
            g_utf8_substring(stripped, 0, MIN(g_utf8_strlen(stripped, -1), 20));

        g_string_append_printf(out, " “%s”", words);
        g_free(words);
    }
    g_free(text);
}

void find(struct tagged *tagged, const char *rule,
    const struct element *element, const char *format, ...)
{
    int told = GPOINTER_TO_INT(g_hash_table_lookup(tagged->told, rule)) + 1;
    GString *line;
    va_list arguments;

    tagged->findings++;
    g_hash_table_insert(tagged->told, (void *)rule, GINT_TO_POINTER(told));
    if (told > SHOWN) {
        return;
    }
    line = g_string_new(NULL);
    g_string_append_printf(line, "%s: ", rule);
    if (element != NULL) {
        append_path(line, element);
        append_words(line, tagged, element);
        g_string_append(line, ": ");
    }
    va_start(arguments, format);
    g_string_append_vprintf(line, format, arguments);
    va_end(arguments);
    printf("%s%s\n", line->str, told == SHOWN ? " ..." : "");
    g_string_free(line, TRUE);
}

/* --- pages --- */

static void free_sequence(void *data)
{
    struct sequence *sequence = data;

    if (sequence != NULL) {
        g_free(sequence->tag);
        g_string_free(sequence->text, TRUE);
        g_free(sequence);
    }
}

static void free_page(void *data)
{
    struct page *page = data;

    g_free(page->label);
    g_ptr_array_unref(page->sequences);
    g_free(page);
}

static void free_annotation(void *data)
{
    struct annotation *annotation = data;

    g_free(annotation->subtype);
    g_free(annotation->contents);
    g_free(annotation);
}

static void read_page(struct tagged *tagged, qpdf_oh oh)
{
    struct page *page = g_new0(struct page, 1);
    char *tabs = pdf_name(tagged->qpdf, oh, "/Tabs");

    page->object = qpdf_oh_get_object_id(tagged->qpdf, oh);
    page->key = pdf_int(tagged->qpdf, oh, "/StructParents", -1);
    page->tabs_by_structure = g_strcmp0(tabs, "S") == 0;
    page->sequences = g_ptr_array_new_with_free_func(free_sequence);
    g_ptr_array_add(tagged->pages, page);
    g_hash_table_insert(tagged->page_of, GINT_TO_POINTER(page->object),
        GINT_TO_POINTER((int)tagged->pages->len));
    g_free(tabs);
}

/* The page that Dest, or a GoTo action, names; -1: none. */
static int read_target(struct tagged *tagged, qpdf_oh annotation)
{
    qpdf_data qpdf = tagged->qpdf;
    qpdf_oh dest = qpdf_oh_get_key(qpdf, annotation, "/Dest");
    int index = -1;

    if (!qpdf_oh_is_array(qpdf, dest)) {
        qpdf_oh action = qpdf_oh_get_key(qpdf, annotation, "/A");

        qpdf_oh_release(qpdf, dest);
        dest = qpdf_oh_get_key_if_dict(qpdf, action, "/D");
        qpdf_oh_release(qpdf, action);
    }
    if (qpdf_oh_is_array(qpdf, dest)) {
        qpdf_oh page = qpdf_oh_get_array_item(qpdf, dest, 0);

        index = GPOINTER_TO_INT(g_hash_table_lookup(tagged->page_of,
                    GINT_TO_POINTER(qpdf_oh_get_object_id(qpdf, page)))) -
                1;
        qpdf_oh_release(qpdf, page);
    }
    qpdf_oh_release(qpdf, dest);
    return index;
}

static void read_annotations(struct tagged *tagged, int index, qpdf_oh page)
{
    qpdf_data qpdf = tagged->qpdf;
    qpdf_oh list = qpdf_oh_get_key(qpdf, page, "/Annots");
    int count = pdf_count(qpdf, list);

    for (int i = 0; i < count; i++) {
        qpdf_oh oh = qpdf_oh_get_array_item(qpdf, list, i);
        struct annotation *annotation = g_new0(struct annotation, 1);

        annotation->object = qpdf_oh_get_object_id(qpdf, oh);
        annotation->page = index;
        annotation->subtype = pdf_name(qpdf, oh, "/Subtype");
        annotation->contents = pdf_text(qpdf, oh, "/Contents");
        annotation->flags = pdf_int(qpdf, oh, "/F", 0);
        annotation->key = pdf_int(qpdf, oh, "/StructParent", -1);
        annotation->target = read_target(tagged, oh);
        g_ptr_array_add(tagged->annotations, annotation);
        g_hash_table_insert(tagged->annotation_of,
            GINT_TO_POINTER(annotation->object), annotation);
        qpdf_oh_release(qpdf, oh);
    }
    qpdf_oh_release(qpdf, list);
}

/* --- page labels (12.4.2) --- */

static char *roman(int number)
{
    static const char *const signs[] = {
        "m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"};
    static const int values[] = {
        1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1};
    GString *out = g_string_new(NULL);

    for (size_t i = 0; i < G_N_ELEMENTS(values); i++) {
        while (number >= values[i]) {
            g_string_append(out, signs[i]);
            number -= values[i];
        }
    }
    return g_string_free(out, FALSE);
}

/* Labels all pages from the first on; a later range does it again. */
static void label_pages(void *data, int first, qpdf_oh range)
{
    struct tagged *tagged = data;
    char *style = pdf_name(tagged->qpdf, range, "/S");
    char *prefix = pdf_text(tagged->qpdf, range, "/P");
    int start = pdf_int(tagged->qpdf, range, "/St", 1);

    for (guint i = (guint)first; i < tagged->pages->len; i++) {
        struct page *page = g_ptr_array_index(tagged->pages, i);
        int number = start + (int)i - first;
        char *text = style == NULL   ? g_strdup("")
                     : *style == 'r' ? roman(number)
                                     : g_strdup_printf("%d", number);

        g_free(page->label);
        page->label = g_strconcat(prefix == NULL ? "" : prefix, text, NULL);
        g_free(text);
    }
    g_free(style);
    g_free(prefix);
}

static void read_pages(struct tagged *tagged)
{
    qpdf_data qpdf = tagged->qpdf;
    int count = qpdf_get_num_pages(qpdf);
    qpdf_oh root = qpdf_get_root(qpdf);
    qpdf_oh labels = qpdf_oh_get_key(qpdf, root, "/PageLabels");

    for (int i = 0; i < count; i++) {
        qpdf_oh page = qpdf_get_page_n(qpdf, (size_t)i);

        read_page(tagged, page);
        qpdf_oh_release(qpdf, page);
    }
    for (int i = 0; i < count; i++) {
        qpdf_oh page = qpdf_get_page_n(qpdf, (size_t)i);

        content_read(tagged, (size_t)i, page);
        read_annotations(tagged, i, page);
        qpdf_oh_release(qpdf, page);
    }
    if (qpdf_oh_is_dictionary(qpdf, labels)) {
        pdf_numbers(qpdf, labels, label_pages, tagged);
    }
    tagged->lang = pdf_text(qpdf, root, "/Lang");
    qpdf_oh_release(qpdf, labels);
    qpdf_oh_release(qpdf, root);
}

/* --- the file --- */

static struct tagged *tagged_new(const char *path)
{
    struct tagged *tagged = g_new0(struct tagged, 1);

    tagged->name = path;
    tagged->qpdf = qpdf_init();
    tagged->pages = g_ptr_array_new_with_free_func(free_page);
    tagged->page_of = g_hash_table_new(NULL, NULL);
    tagged->annotations = g_ptr_array_new_with_free_func(free_annotation);
    tagged->annotation_of = g_hash_table_new(NULL, NULL);
    tagged->elements = g_ptr_array_new_with_free_func(element_free);
    tagged->element_of = g_hash_table_new(NULL, NULL);
    tagged->element_by_id = g_hash_table_new(g_str_hash, g_str_equal);
    tagged->told = g_hash_table_new(g_str_hash, g_str_equal);
    tagged->codes =
        g_hash_table_new_full(NULL, NULL, NULL, (GDestroyNotify)codes_free);
    return tagged;
}

struct tagged *tagged_open(const char *path)
{
    struct tagged *tagged = tagged_new(path);

    qpdf_silence_errors(tagged->qpdf);
    qpdf_set_suppress_warnings(tagged->qpdf, QPDF_TRUE);
    if (qpdf_read(tagged->qpdf, path, NULL) != QPDF_SUCCESS) {
        find(tagged, "file", NULL, "it cannot be read");
        return tagged;
    }
    read_pages(tagged);
    tree_read(tagged);
    while (qpdf_more_warnings(tagged->qpdf)) {
        find(tagged, "file", NULL, "%s",
            qpdf_get_error_full_text(
                tagged->qpdf, qpdf_next_warning(tagged->qpdf)));
    }
    return tagged;
}

void tagged_close(struct tagged *tagged)
{
    g_ptr_array_unref(tagged->pages);
    g_ptr_array_unref(tagged->annotations);
    g_ptr_array_unref(tagged->elements);
    g_hash_table_destroy(tagged->page_of);
    g_hash_table_destroy(tagged->annotation_of);
    g_hash_table_destroy(tagged->element_of);
    g_hash_table_destroy(tagged->element_by_id);
    g_hash_table_destroy(tagged->told);
    g_hash_table_destroy(tagged->codes);
    g_free(tagged->lang);
    qpdf_cleanup(&tagged->qpdf);
    g_free(tagged);
}
