/*
 * Links as annotations, and the outline as a tree of items.
 */
#include "render/pdf_links.h"

#include <string.h>

#include "page/page.h"
#include "render/pdf_file.h"
#include "render/pdf_write.h"

struct place {
    size_t page;
    len x;
    len y;
};

struct pdf_links {
    const struct pages *pages;
    struct pdf_object *const *objects;
    struct pdf_file *file;
    GHashTable *anchors;    /* name to struct place, owned */
    GPtrArray *annotations; /* of one page */
};

static void find_anchors(struct pdf_links *links, size_t index)
{
    const struct page *page = &links->pages->pages[index];

    for (const struct page_item *item = page->first; item != NULL;
         item = item->next) {
        if (item->kind == PAGE_ANCHOR) {
            struct place *place = g_new(struct place, 1);

            place->page = index;
            place->x = item->as.anchor.x;
            place->y = item->as.anchor.y;
            g_hash_table_insert(
                links->anchors, (gpointer)item->as.anchor.name, place);
        }
    }
}

struct pdf_links *pdf_links_new(const struct pages *pages,
    struct pdf_object *const *objects, struct pdf_file *file)
{
    struct pdf_links *links = g_new0(struct pdf_links, 1);

    links->pages = pages;
    links->objects = objects;
    links->file = file;
    links->anchors =
        g_hash_table_new_full(g_str_hash, g_str_equal, NULL, g_free);
    links->annotations = g_ptr_array_new();
    for (size_t i = 0; i < pages->count; i++) {
        find_anchors(links, i);
    }
    return links;
}

void pdf_links_free(struct pdf_links *links)
{
    if (links != NULL) {
        g_hash_table_unref(links->anchors);
        g_ptr_array_unref(links->annotations);
        g_free(links);
    }
}

/* A place on the page, from the lower left corner of the sheet. */
static void write_point(const struct page *page, len x, len y, GString *out)
{
    pdf_write_len(out, page->is_turned ? y : x);
    pdf_write_len(out, page->is_turned ? x : page->height - y);
}

/* "[12 0 R /XYZ 72 700 null]": there, at the size that the reader has. */
static void write_destination(
    struct pdf_links *links, const struct place *place, GString *out)
{
    const struct page *page = &links->pages->pages[place->page];

    g_string_append(out, "/Dest [");
    pdf_write_ref(out, pdf_object_id(links->objects[place->page]));
    g_string_append(out, " /XYZ");
    write_point(page, place->x, place->y, out);
    g_string_append(out, " null]\n");
}

/* "[x y x y]", lower left and upper right corner. */
static void write_area(
    const struct page_link *link, const struct page *page, GString *out)
{
    len right = link->x + link->width;
    len foot = link->y + link->height;

    g_string_append(out, "/Rect [");
    write_point(page, link->x, page->is_turned ? link->y : foot, out);
    write_point(page, right, page->is_turned ? foot : link->y, out);
    g_string_append(out, "]\n");
}

unsigned pdf_links_add(struct pdf_links *links, const struct page_link *link,
    size_t index, unsigned parent)
{
    const struct page *page = &links->pages->pages[index];
    const struct place *place =
        link->to == NULL ? NULL : g_hash_table_lookup(links->anchors, link->to);
    struct pdf_object *annotation;
    GString *out;

    if (place == NULL && link->uri == NULL) {
        return 0; /* Leads nowhere: page/ has complained. */
    }
    /* F 4: it is printed with the page, as PDF/A asks of all. */
    out = g_string_new("/Type /Annot\n/Subtype /Link\n/F 4\n/Border [0 0 0]\n");
    write_area(link, page, out);
    if (place != NULL) {
        write_destination(links, place, out);
    } else {
        g_string_append(out, "/A << /S /URI /URI ");
        pdf_write_string(out, link->uri, strlen(link->uri));
        g_string_append(out, " >>\n");
    }
    if (link->contents != NULL) {
        g_string_append(out, "/Contents ");
        pdf_write_text(out, link->contents);
        g_string_append_c(out, '\n');
    }
    g_string_append(out, "/StructParent ");
    pdf_write_int(out, parent);
    g_string_append_c(out, '\n');
    annotation = pdf_object_new(links->file, out);
    g_ptr_array_add(links->annotations, annotation);
    return pdf_object_id(annotation);
}

void pdf_links_end_page(struct pdf_links *links, size_t index)
{
    if (links->annotations->len > 0) {
        pdf_page_annotate(links->file, links->objects[index],
            (struct pdf_object *const *)links->annotations->pdata,
            links->annotations->len);
        g_ptr_array_set_size(links->annotations, 0);
    }
}

/* --- outline --- */

#define NONE ((size_t)-1)

/* The place of an entry in the tree; others by index in the outline. */
struct node {
    struct pdf_object *object;
    size_t parent;
    size_t previous;
    size_t next;
    size_t first;
    size_t last;
    size_t children;
};

/* Entry i goes below the nearest earlier one of a lower level. */
static void link_nodes(
    const struct page_outline *outline, size_t count, struct node *nodes)
{
    for (size_t i = 0; i < count; i++) {
        size_t before = i == 0 ? NONE : i - 1;
        size_t sibling = NONE;

        while (before != NONE && outline[before].level >= outline[i].level) {
            sibling = before;
            before = nodes[before].parent;
        }
        nodes[i].parent = before;
        nodes[i].previous = sibling;
        nodes[i].next = NONE;
        nodes[i].first = NONE;
        nodes[i].last = NONE;
        if (sibling != NONE) {
            nodes[sibling].next = i;
        }
        if (before != NONE) {
            if (nodes[before].first == NONE) {
                nodes[before].first = i;
            }
            nodes[before].last = i;
            nodes[before].children++;
        }
    }
}

static void write_relative(
    const struct node *nodes, const char *key, size_t index, GString *out)
{
    if (index != NONE) {
        g_string_append_printf(out, "/%s ", key);
        pdf_write_ref(out, pdf_object_id(nodes[index].object));
        g_string_append_c(out, '\n');
    }
}

static void write_entry(struct pdf_links *links, const struct node *nodes,
    size_t i, const struct pdf_object *root)
{
    const struct page_outline *entry = &links->pages->outline[i];
    const struct place place = {.page = entry->page, .y = entry->y};
    GString *out = g_string_new("/Title ");

    pdf_write_text(out, entry->title);
    g_string_append_c(out, '\n');
    if (nodes[i].parent == NONE) {
        g_string_append(out, "/Parent ");
        pdf_write_ref(out, pdf_object_id(root));
        g_string_append_c(out, '\n');
    }
    write_relative(nodes, "Parent", nodes[i].parent, out);
    write_relative(nodes, "Prev", nodes[i].previous, out);
    write_relative(nodes, "Next", nodes[i].next, out);
    write_relative(nodes, "First", nodes[i].first, out);
    write_relative(nodes, "Last", nodes[i].last, out);
    if (nodes[i].children > 0) {
        /* Minus: shown closed. */
        g_string_append(out, "/Count -");
        pdf_write_int(out, (int64_t)nodes[i].children);
        g_string_append_c(out, '\n');
    }
    write_destination(links, &place, out);
    pdf_object_set(nodes[i].object, out);
}

struct pdf_object *pdf_links_write_outline(struct pdf_links *links)
{
    size_t count = links->pages->outline_count;
    struct node *nodes;
    struct pdf_object *root;
    GString *out;
    size_t last = 0;
    int64_t outermost = 0;

    if (count == 0) {
        return NULL;
    }
    nodes = g_new0(struct node, count);
    root = pdf_object_new(links->file, NULL);
    for (size_t i = 0; i < count; i++) {
        nodes[i].object = pdf_object_new(links->file, NULL);
    }
    link_nodes(links->pages->outline, count, nodes);
    for (size_t i = 0; i < count; i++) {
        write_entry(links, nodes, i, root);
        if (nodes[i].parent == NONE) {
            last = i;
            outermost++;
        }
    }
    out = g_string_new("/Type /Outlines\n");
    write_relative(nodes, "First", 0, out);
    write_relative(nodes, "Last", last, out);
    g_string_append(out, "/Count ");
    pdf_write_int(out, outermost);
    g_string_append_c(out, '\n');
    pdf_object_set(root, out);
    g_free(nodes);
    return root;
}
