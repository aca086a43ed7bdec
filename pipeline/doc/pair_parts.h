/*
 * The parts of pairing documents.  Only doc/pair*.c see this header.
 */
#ifndef GONGBAO_DOC_PAIR_PARTS_H
#define GONGBAO_DOC_PAIR_PARTS_H

#include <libxml/tree.h>

#include "base/diag.h"
#include "doc/pair.h"

struct pairing {
    struct xml_doc *first;
    const struct xml_doc *second;
    const char *tag; /* the language of the first, and of the second */
    const char *second_tag;
    struct diag *diag;
    bool is_equal; /* until something differs */
};

/*
 * pair_compare.c: reports where a and b, elements of one place, differ in
 * name, attributes, figures or the footnotes of their text; either may be
 * NULL: the end of the element above it.  False: they do.
 */
bool pair_compare(struct pairing *pairing, const xmlNode *above_a,
    const xmlNode *a, const xmlNode *above_b, const xmlNode *b);

/* The text of a cell's two sides is the same but for the grouping of digits. */
bool pair_same_text(const xmlNode *a, const xmlNode *b);

/* pair_join.c, each for one way that a and b become one. */
void join_beside(struct pairing *pairing, xmlNode *a, const xmlNode *b);
void join_block(struct pairing *pairing, xmlNode *a, const xmlNode *b);
void join_stack(struct pairing *pairing, xmlNode *a, const xmlNode *b);
void join_line(struct pairing *pairing, xmlNode *a, const xmlNode *b);
void join_value(struct pairing *pairing, xmlNode *a, const xmlNode *b);
void join_value_unit(struct pairing *pairing, xmlNode *a, const xmlNode *b);
void join_words(xmlNode *a, const xmlNode *b);

#endif
