/*
 * Boxes in columns, as many and as far apart as the style says.
 */
#ifndef GONGBAO_PAGE_COLUMNS_H
#define GONGBAO_PAGE_COLUMNS_H

#include "base/len.h"

struct blocks;
struct compose;
struct flow_box;

/* What the text of a column is set to. */
len columns_width(const struct compose *compose);

/*
 * Adds boxes, which were set to that width, to the flow, page by page; line:
 * the pitch of most of them.
 */
void columns_add(struct blocks *blocks, struct flow_box *first, len line);

#endif
