/*
 * Two documents that say the same in two languages to one that has both: the
 * bilingual designs.
 */
#ifndef GONGBAO_DOC_PAIR_H
#define GONGBAO_DOC_PAIR_H

#include <glib.h>

struct diag;
struct xml_doc;

/*
 * Runs the template for both languages and puts the second document into the
 * first, element by element.  Paragraphs
 * and lists stand beside each other in pair elements; of titles, captions and
 * notes the second follows the first; cells have both, or once what is the
 * same in both, as the figures of tables are, which are counted in the
 * multiples of the first language.  The report then has the attribute
 * translation.  NULL, reported: the two have not the same elements, attributes
 * and figures in the same order, or transform_run failed.
 */
GString *pair_run(const struct xml_doc *aggregated, const char *template,
    const char *first, const char *second, GPtrArray *inputs,
    struct diag *diag);

#endif
