/*
 * A tagged PDF as the tests of its structure see it, read by libqpdf: pages
 * with what is marked on them, annotations, and the structure tree
 * (ISO 32000-1, 14.7 and 14.8).  Nothing of gongbao's own code is used.
 */
#ifndef GONGBAO_TESTS_STRUCTURE_TAGGED_H
#define GONGBAO_TESTS_STRUCTURE_TAGGED_H

#include <stdbool.h>
#include <stddef.h>

#include <glib.h>
#include <qpdf/qpdf-c.h>

struct element;

/* A marked-content sequence of a page: its text, and who has it as a kid. */
struct sequence {
    char *tag;     /* "TD"; NULL: no such MCID */
    GString *text; /* UTF-8, or the ActualText that replaces it */
    guint order;   /* on the page, as it is drawn */
    struct element *owner;
};

struct annotation {
    int object;
    int page;       /* index */
    char *subtype;  /* "Link" */
    char *contents; /* NULL: none */
    int flags;
    int key;    /* StructParent, or -1 */
    int target; /* index of the page that it leads to, or -1 */
    struct element *owner;
};

struct page {
    int object;
    int key; /* StructParents, or -1 */
    bool tabs_by_structure;
    char *label;
    guint drawn;          /* sequences */
    GPtrArray *sequences; /* of struct sequence, by MCID; NULL where none */
};

/* A kid of an element: one of element, mark (mcid >= 0), object. */
struct kid {
    struct element *element;
    int page; /* index */
    int mcid;
    int object; /* of an annotation */
};

struct element {
    int object;
    const char *type;       /* standard, by the role map; interned */
    struct element *parent; /* NULL: the root's */
    int stated_parent;      /* the object that P names */
    GArray *kids;           /* of struct kid */
    char *id;               /* these are NULL where none is stated */
    char *lang;
    char *alt;
    const char *scope;  /* interned */
    GPtrArray *headers; /* of IDs, or NULL */
    int row_span;
    int column_span;
    bool has_box;
    bool has_numbering;
};

struct tagged {
    const char *name;
    qpdf_data qpdf;
    char *lang; /* of the catalog */
    GPtrArray *pages;
    GHashTable *page_of; /* object number to index + 1 */
    GPtrArray *annotations;
    GPtrArray *elements;    /* in document order */
    GHashTable *element_of; /* object number to element */
    GHashTable *element_by_id;
    GHashTable *annotation_of; /* object number to annotation */
    GHashTable *codes;         /* a font's object number to its struct codes */
    int findings;
    GHashTable *told; /* rule to how many times */
};

/* The whole file; what cannot be read is a finding. */
struct tagged *tagged_open(const char *path);
void tagged_close(struct tagged *tagged);

/*
 * A finding: "u5: Document/Table/TR[2]/TD: ...", with some words of what the
 * element holds; element may be NULL.  Of a rule that fails very often the
 * first ones are shown.
 */
void find(struct tagged *tagged, const char *rule,
    const struct element *element, const char *format, ...) G_GNUC_PRINTF(4, 5);

/* What is marked with that MCID on the page with that index, or NULL. */
struct sequence *sequence_of(const struct tagged *tagged, int page, int mcid);

/* All text of an element in order; to be freed. */
char *element_text(const struct tagged *tagged, const struct element *element);

/* Its language, from itself or the nearest around it; borrowed. */
const char *element_lang(
    const struct tagged *tagged, const struct element *element);

bool element_is(const struct element *element, const char *type);

/* Reads what is marked on a page (content.c). */
void content_read(struct tagged *tagged, size_t index, qpdf_oh page);

/* The codes of fonts as text (codes.c). */
struct codes;
struct codes *codes_new(struct tagged *tagged, qpdf_oh font);
void codes_free(struct codes *codes);
void codes_append(
    const struct codes *codes, GString *out, const GString *string);

/* Prints the tree (text.c). */
void text_print(const struct tagged *tagged);

/* The rules. */
void check_parents(struct tagged *tagged);
void check_nesting(struct tagged *tagged);
void check_tables(struct tagged *tagged);
void check_links(struct tagged *tagged);
void check_language(struct tagged *tagged);
void check_files(struct tagged *tagged);

/* Objects of libqpdf that are freed at once where they are asked. */
int pdf_int(qpdf_data qpdf, qpdf_oh dict, const char *key, int otherwise);
char *pdf_name(qpdf_data qpdf, qpdf_oh dict, const char *key);
char *pdf_text(qpdf_data qpdf, qpdf_oh dict, const char *key);
int pdf_count(qpdf_data qpdf, qpdf_oh array); /* 0: it is none */
/* Calls visit for each entry of a number tree (7.9.7). */
void pdf_numbers(qpdf_data qpdf, qpdf_oh tree,
    void (*visit)(void *data, int key, qpdf_oh value), void *data);

#endif
