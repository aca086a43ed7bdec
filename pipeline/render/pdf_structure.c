/*
 * Marks what is drawn, and writes the root of the structure tree: the parents
 * of all content by page (14.7.4.4), the elements by ID.
 */
#include "render/pdf_structure.h"

#include "doc/doc.h"
#include "page/page.h"
#include "render/pdf_content.h"
#include "render/pdf_file.h"
#include "render/pdf_tree.h"
#include "render/pdf_write.h"
#include "type/font.h"

#define LEAF 256 /* entries in a leaf of a tree of names or numbers */
#define LEAF_BYTES 4096

struct pdf_structure {
    struct pdf_tree tree;
    size_t page;
    uint32_t next_id; /* MCID on the page */
    /* What the marked sequence is of that is open. */
    const struct page_item *open; /* NULL: none is */
    bool is_text;                 /* it can hold nothing else */
};

struct pdf_structure *pdf_structure_new(const struct pages *pages,
    struct pdf_object *const *objects, struct pdf_file *file,
    const struct pdf_attach *attach)
{
    struct pdf_structure *structure = g_new0(struct pdf_structure, 1);
    struct pdf_tree *tree = &structure->tree;

    tree->document = pages->document;
    tree->pages = pages;
    tree->objects = objects;
    tree->file = file;
    tree->attach = attach;
    tree->marks.list = g_array_new(FALSE, FALSE, sizeof(struct pdf_mark));
    tree->first = g_array_new(FALSE, FALSE, sizeof(uint32_t));
    tree->parents = g_array_new(FALSE, FALSE, sizeof(uint32_t));
    tree->annotations = g_array_new(FALSE, FALSE, sizeof(uint32_t));
    tree->ids = g_array_new(FALSE, FALSE, sizeof(uint32_t));
    tree->boxes = g_hash_table_new_full(NULL, NULL, NULL, g_free);
    tree->keys = g_hash_table_new(NULL, NULL);
    tree->spare = g_ptr_array_new();
    return structure;
}

void pdf_structure_free(struct pdf_structure *structure)
{
    if (structure != NULL) {
        struct pdf_tree *tree = &structure->tree;

        for (guint i = 0; i < tree->spare->len; i++) {
            g_string_free(g_ptr_array_index(tree->spare, i), TRUE);
        }
        g_ptr_array_unref(tree->spare);
        g_hash_table_unref(tree->keys);
        g_hash_table_unref(tree->boxes);
        g_array_unref(tree->ids);
        g_array_unref(tree->annotations);
        g_array_unref(tree->parents);
        g_array_unref(tree->first);
        g_array_unref(tree->marks.list);
        g_free(structure);
    }
}

void pdf_structure_begin_page(struct pdf_structure *structure, size_t index)
{
    structure->page = index;
    structure->next_id = 0;
    structure->open = NULL;
    g_array_append_val(structure->tree.first, structure->tree.parents->len);
}

/* --- marks --- */

static void add_mark(struct pdf_structure *structure,
    const struct page_item *item, unsigned id, bool is_annotation)
{
    struct pdf_mark mark = {.owner = pdf_marks_owner(item),
        .item = item,
        .page = (uint32_t)structure->page,
        .id = id & INT32_MAX,
        .is_annotation = is_annotation};

    g_array_append_val(structure->tree.marks.list, mark);
}

/* What tells a reader what an artifact is (14.8.2.2.2). */
static const char *artifact_properties(const struct page_item *item)
{
    switch (item->part) {
    case PAGE_HEAD:
        return "<</Type/Pagination/Subtype/Header>>";
    case PAGE_FOOT:
        return "<</Type/Pagination/Subtype/Footer>>";
    case PAGE_BODY:
    case PAGE_LABEL:
    case PAGE_MARK:
    case PAGE_ENTRY:
        break;
    }
    /* A table's head on later pages; else a rule or a ground. */
    return item->kind == PAGE_TEXT ? "<</Type/Pagination>>"
                                   : "<</Type/Layout>>";
}

static bool is_same_artifact(
    const struct page_item *a, const struct page_item *b)
{
    return a->part == b->part &&
           (a->kind == PAGE_TEXT) == (b->kind == PAGE_TEXT);
}

/* Both are content of one element, or artifacts of one type. */
static bool is_same(const struct page_item *a, const struct page_item *b)
{
    const struct doc_node *owner = pdf_marks_owner(a);

    if (owner != pdf_marks_owner(b)) {
        return false;
    }
    if (owner == NULL) {
        return is_same_artifact(a, b);
    }
    return a->part == b->part && a->entry == b->entry &&
           pdf_marks_is_translation(a) == pdf_marks_is_translation(b) &&
           (a->node == b->node || (pdf_marks_inner(a, owner) == NULL &&
                                      pdf_marks_inner(b, owner) == NULL));
}

/* The type that the sequence is named after; that of the element decides. */
static const char *sequence_type(const struct doc_node *owner)
{
    switch ((int)owner->kind) {
    case DOC_TD:
        return "TD";
    case DOC_TH:
        return "TH";
    case DOC_CHART:
        return "Figure";
    default:
        return "P";
    }
}

static void begin_sequence(struct pdf_structure *structure,
    struct pdf_content *content, const struct page_item *item)
{
    const struct doc_node *owner = pdf_marks_owner(item);
    bool in_text =
        item->kind == PAGE_TEXT && (owner == NULL || owner->kind != DOC_CHART);
    const uint32_t no_parent = 0;

    structure->open = item;
    structure->is_text = in_text;
    if (owner == NULL) {
        pdf_content_artifact(content, artifact_properties(item), in_text);
        return;
    }
    pdf_content_mark(
        content, sequence_type(owner), structure->next_id, in_text);
    add_mark(structure, item, structure->next_id++, false);
    g_array_append_val(structure->tree.parents, no_parent);
}

static void widen(struct pdf_box *box, const struct page *page, len x, len y)
{
    /* As in pdf_links.c: the page may be turned. */
    int64_t across = len_to_milli(page->is_turned ? y : x);
    int64_t up = len_to_milli(page->is_turned ? x : page->height - y);

    box->left = MIN(box->left, across);
    box->bottom = MIN(box->bottom, up);
    box->right = MAX(box->right, across);
    box->top = MAX(box->top, up);
}

static void widen_to_item(
    struct pdf_box *box, const struct page *page, const struct page_item *item)
{
    if (item->kind == PAGE_TEXT) {
        const struct page_text *text = &item->as.text;

        widen(
            box, page, text->x, text->y - font_ascent(text->font, text->size));
        widen(box, page, text->x + text->width,
            text->y + font_descent(text->font, text->size));
    } else if (item->kind == PAGE_FILL) {
        const struct page_fill *fill = &item->as.fill;

        widen(box, page, fill->x, fill->y);
        widen(box, page, fill->x + fill->width, fill->y + fill->height);
    } else if (item->kind == PAGE_PATH) {
        for (size_t i = 0; i < item->as.path.count; i++) {
            widen(box, page, item->as.path.points[i].x,
                item->as.path.points[i].y);
        }
    }
}

/* The area of a chart, for viewers that show a figure alone. */
static void note_box(
    struct pdf_structure *structure, const struct page_item *item)
{
    const struct page *page = &structure->tree.pages->pages[structure->page];
    struct pdf_box *box =
        g_hash_table_lookup(structure->tree.boxes, item->node);

    if (box == NULL) {
        box = g_new(struct pdf_box, 1);
        *box = (struct pdf_box){INT64_MAX, INT64_MAX, INT64_MIN, INT64_MIN};
        g_hash_table_insert(
            structure->tree.boxes, (gpointer)(uintptr_t)item->node, box);
    }
    widen_to_item(box, page, item);
}

void pdf_structure_mark(struct pdf_structure *structure,
    struct pdf_content *content, const struct page_item *item)
{
    bool fits = content->is_marked && structure->open != NULL &&
                (item->kind == PAGE_TEXT || !structure->is_text);

    if (!fits || !is_same(structure->open, item)) {
        begin_sequence(structure, content, item);
    }
    if (item->node != NULL && item->node->kind == DOC_CHART) {
        note_box(structure, item);
    }
}

unsigned pdf_structure_parent(const struct pdf_structure *structure)
{
    return (unsigned)structure->tree.pages->count +
           structure->tree.annotations->len;
}

void pdf_structure_link(struct pdf_structure *structure,
    const struct page_item *item, unsigned annotation)
{
    const uint32_t no_parent = 0;

    g_hash_table_insert(structure->tree.keys, GUINT_TO_POINTER(annotation),
        GUINT_TO_POINTER(structure->tree.annotations->len));
    g_array_append_val(structure->tree.annotations, no_parent);
    add_mark(structure, item, annotation, true);
}

/* --- the root's trees --- */

/* A tree of two levels: leaves, and the root that names them. */
struct leaves {
    struct pdf_file *file;
    const char *key;  /* "/Nums[" or "/Names[" */
    GString *kids;    /* references to the leaves */
    GString *entries; /* of the leaf that is being filled */
    GString *first;   /* the keys of its first and last entry */
    GString *last;
    size_t count;
};

static void leaves_begin(
    struct leaves *leaves, struct pdf_file *file, const char *key)
{
    *leaves = (struct leaves){.file = file,
        .key = key,
        .kids = g_string_new(NULL),
        .entries = g_string_sized_new(LEAF_BYTES),
        .first = g_string_new(NULL),
        .last = g_string_new(NULL)};
}

static void end_leaf(struct leaves *leaves)
{
    unsigned id;

    if (leaves->count == 0) {
        return;
    }
    id = pdf_file_reserve(leaves->file, 1);
    g_string_prepend(leaves->entries, leaves->key);
    g_string_append_printf(leaves->entries, "]/Limits[%s %s]>>",
        leaves->first->str, leaves->last->str);
    g_string_prepend(leaves->entries, "<<");
    pdf_file_write(
        leaves->file, id, leaves->entries->str, leaves->entries->len);
    g_string_append_c(leaves->kids, ' ');
    pdf_write_ref(leaves->kids, id);
    g_string_truncate(leaves->entries, 0);
    leaves->count = 0;
}

/* The last key, which the caller has put in, leads to the object. */
static void add_leaf_entry(struct leaves *leaves, unsigned object)
{
    if (leaves->count == 0) {
        g_string_assign(leaves->first, leaves->last->str);
    }
    g_string_append(leaves->entries, leaves->last->str);
    g_string_append_c(leaves->entries, ' ');
    pdf_write_ref(leaves->entries, object);
    g_string_append_c(leaves->entries, '\n');
    if (++leaves->count == LEAF) {
        end_leaf(leaves);
    }
}

static void add_number(struct leaves *leaves, size_t key, unsigned object)
{
    g_string_truncate(leaves->last, 0);
    pdf_write_int(leaves->last, (int64_t)key);
    add_leaf_entry(leaves, object);
}

static void leaves_end(struct leaves *leaves, const char *name, GString *out)
{
    end_leaf(leaves);
    if (leaves->kids->len > 0) {
        g_string_append_printf(
            out, "/%s<</Kids[%s]>>\n", name, leaves->kids->str + 1);
    }
    g_string_free(leaves->kids, TRUE);
    g_string_free(leaves->entries, TRUE);
    g_string_free(leaves->first, TRUE);
    g_string_free(leaves->last, TRUE);
}

/* The elements of a page's sequences, by MCID. */
static unsigned write_page_parents(const struct pdf_tree *tree, size_t page)
{
    uint32_t from = g_array_index(tree->first, uint32_t, page);
    uint32_t end = page + 1 < tree->first->len
                       ? g_array_index(tree->first, uint32_t, page + 1)
                       : tree->parents->len;
    g_autoptr(GString) out = g_string_new("[");
    unsigned id = pdf_file_reserve(tree->file, 1);

    for (uint32_t i = from; i < end; i++) {
        uint32_t parent = g_array_index(tree->parents, uint32_t, i);

        /* All that is drawn is part of the document: elements.c has a place
         * for whatever page/ makes. */
        g_assert(parent != 0);
        g_string_append_c(out, ' ');
        pdf_write_ref(out, parent);
    }
    g_string_append_c(out, ']');
    pdf_file_write(tree->file, id, out->str, out->len);
    return id;
}

static void write_parents(const struct pdf_tree *tree, GString *out)
{
    struct leaves leaves;
    size_t count = tree->first->len;

    leaves_begin(&leaves, tree->file, "/Nums[");
    for (size_t i = 0; i < count; i++) {
        add_number(&leaves, i, write_page_parents(tree, i));
    }
    for (guint i = 0; i < tree->annotations->len; i++) {
        add_number(
            &leaves, count + i, g_array_index(tree->annotations, uint32_t, i));
    }
    leaves_end(&leaves, "ParentTree", out);
    g_string_append_printf(
        out, "/ParentTreeNextKey %zu\n", count + tree->annotations->len);
}

static gint compare_numbers(gconstpointer a, gconstpointer b)
{
    uint32_t first = *(const uint32_t *)a;
    uint32_t second = *(const uint32_t *)b;

    return first < second ? -1 : first > second;
}

static void write_ids(const struct pdf_tree *tree, GString *out)
{
    struct leaves leaves;

    /* A note in a header has its number after the cells beside it. */
    g_array_sort(tree->ids, compare_numbers);
    leaves_begin(&leaves, tree->file, "/Names[");
    for (guint i = 0; i < tree->ids->len; i++) {
        uint32_t id = g_array_index(tree->ids, uint32_t, i);

        g_string_truncate(leaves.last, 0);
        pdf_element_write_id(leaves.last, id);
        add_leaf_entry(&leaves, id);
    }
    leaves_end(&leaves, "IDTree", out);
}

struct pdf_object *pdf_structure_write(struct pdf_structure *structure)
{
    struct pdf_tree *tree = &structure->tree;
    struct pdf_object *root = pdf_object_new(tree->file, NULL);
    GString *out = g_string_new("/Type /StructTreeRoot\n/K ");

    pdf_write_ref(out, pdf_elements_write(tree, pdf_object_id(root)));
    /* PDF 1.7 has no title among the standard types. */
    PDF_APPEND(out, "\n/RoleMap << /Title /P >>\n");
    write_parents(tree, out);
    write_ids(tree, out);
    pdf_object_set(root, out);
    return root;
}
