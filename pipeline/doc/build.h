/*
 * Document XML to document tree.
 */
#ifndef GONGBAO_DOC_BUILD_H
#define GONGBAO_DOC_BUILD_H

#include "doc/doc.h"

struct arena;
struct xml_doc;

/*
 * Validates xml by document.xsd and builds the tree in arena.  Reports
 * duplicate ids, references to none, tables whose rows do not fill the grid
 * or whose cells overlap, charts whose series do not match the categories.
 * NULL: reported.  Takes the elements out of xml as it goes; the path of xml
 * must outlive the tree (positions name it), xml itself need not.
 */
struct document *document_build(
    const struct xml_doc *xml, struct arena *arena, struct diag *diag);

#endif
