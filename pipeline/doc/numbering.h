/*
 * The numbers of sections, tables, figures and footnotes, the same for every
 * output: sections by level (一、 （一） 1. （1）, or 1, 1.1, 1.1.1), the rest
 * counted through the report.  A table or figure without a caption and a
 * section that is not numbered have none.  In a report of two languages the
 * footnotes of each are counted, so that a note has one number in both.
 */
#ifndef GONGBAO_DOC_NUMBERING_H
#define GONGBAO_DOC_NUMBERING_H

#include "doc/doc.h"

struct numbering;

/*
 * In lang, "zh-CN" or "en".  The document must outlive it; the caller frees
 * it.
 */
struct numbering *numbering_new(
    const struct document *document, const char *lang);
void numbering_free(struct numbering *numbering);

/* A section of level 1 behind the text, on pages of its own. */
bool numbering_is_attachment(const struct doc_node *node);

/* True if a document gives this node a number. */
bool numbering_counts(const struct doc_node *node);

/*
 * All results are borrowed and live as long as the numbering; NULL where the
 * node has no number.
 */

/* The number itself: "一、", "1.2", "附录一", "附件1", "表1", "3". */
const char *numbering_of(
    const struct numbering *numbering, const struct doc_node *node);

/* With what parts it from the title that follows: "1.2 ", "表1　". */
const char *numbering_prefix(
    const struct numbering *numbering, const struct doc_node *node);

/* How running text names it: "第一节（二）", "Section 1.2", "表1". */
const char *numbering_reference(
    const struct numbering *numbering, const struct doc_node *node);

/* Of a table, on later pages: "续表1", "Table 1 (continued)". */
const char *numbering_continued(
    const struct numbering *numbering, const struct doc_node *node);

/* What stands before the list of attachments: "附件：", "Attachments: ". */
const char *numbering_attachments(const struct numbering *numbering);

/* What follows other text that goes on there: "（续）", " (continued)". */
const char *numbering_continued_mark(const struct numbering *numbering);

#endif
