/*
 * What the writers of structure elements share: the file, the marks of pages,
 * and what is left for the trees of the root.  Private to pdf_structure.c,
 * pdf_elements.c and pdf_cells.c.
 */
#ifndef GONGBAO_RENDER_PDF_TREE_H
#define GONGBAO_RENDER_PDF_TREE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <glib.h>

#include "render/pdf_marks.h"

struct doc_node;
struct document;
struct pages;
struct pdf_attach;
struct pdf_file;
struct pdf_object;

/* A rectangle in the space of a page, in thousandths of a point. */
struct pdf_box {
    int64_t left;
    int64_t bottom;
    int64_t right;
    int64_t top;
};

struct pdf_tree {
    const struct document *document;
    const struct pages *pages;
    struct pdf_object *const *objects; /* of the pages */
    struct pdf_file *file;
    const struct pdf_attach *attach;
    struct pdf_marks marks;
    GArray *first;       /* uint32_t: by page, the index of its MCID 0 */
    GArray *parents;     /* uint32_t: by that index, the element's number */
    GArray *annotations; /* uint32_t: the elements of annotations, by key */
    GArray *ids;         /* uint32_t: the elements that have an ID */
    GHashTable *boxes;   /* of charts: node to struct pdf_box, owned */
    GHashTable *keys;    /* of annotations: number to key in annotations */
    GPtrArray *spare;    /* of GString: buffers to use again */
};

/* A structure element being written. */
struct pdf_element {
    struct pdf_tree *tree;
    unsigned id;
    unsigned parent;
    const char *type;
    bool is_chinese;      /* its language, or its parent's */
    bool states_language; /* which is another one than that around it */
    GString *kids;        /* " 12 0 R 3", each after a blank */
    GString *attributes;  /* "/O/Table ...": one object, or NULL */
    size_t alt_first;     /* of it in the element's language; 0: all */
    const char *alt;      /* NULL: none */
    unsigned file;        /* the file specification of its data; 0: none */
    bool has_id;          /* elements refer to it */
    uint32_t page;        /* of the first mark among the kids */
    size_t kid_count;
};

/*
 * An element of a new number below a parent; pdf_element_end writes it.  Its
 * number may be reserved before: pdf_element_begin_as.
 */
void pdf_element_begin(struct pdf_element *element,
    const struct pdf_element *parent, const char *type);
void pdf_element_begin_as(struct pdf_element *element,
    const struct pdf_element *parent, const char *type, unsigned id);

/* The language of what it holds; states it where it differs. */
void pdf_element_language(
    struct pdf_element *element, const struct doc_node *node);

/* The same of what is in the other language. */
void pdf_element_translate(struct pdf_element *element);

/* Attributes of an owner (ISO 32000-1, 14.7.5): to be appended to. */
GString *pdf_element_attributes(struct pdf_element *element, const char *owner);

/* Gives it an ID, by which other elements refer to it; writes one. */
void pdf_element_identify(struct pdf_element *element);
void pdf_element_write_id(GString *out, unsigned id);

/* Makes an element, a marked sequence, an annotation a kid of it. */
void pdf_element_add(struct pdf_element *element, unsigned kid);
void pdf_element_add_mark(
    struct pdf_element *element, const struct pdf_mark *mark);

/* Writes it and makes it a kid of the parent; NULL: of none. */
void pdf_element_end(struct pdf_element *element, struct pdf_element *parent);

/* The same where it has a kid; else it is forgotten: its number is null. */
void pdf_element_end_used(
    struct pdf_element *element, struct pdf_element *parent);

/*
 * Adds what stands in a block: text, links, notes (pdf_elements.c).  part:
 * that of the marks to take, but that marks of notes are taken with the text.
 */
void pdf_elements_add_content(
    struct pdf_element *element, const struct doc_node *block, unsigned part);

/* Adds the elements of the document (pdf_elements.c). */
unsigned pdf_elements_write(struct pdf_tree *tree, unsigned root);

/* Adds the rows of a table to its element (pdf_cells.c). */
void pdf_cells_write(struct pdf_element *table, const struct doc_node *node);

#endif
