/*
 * What Chinese text is emphasised by, where a style wants something else than
 * Kai: a heavier face or dots (CLReq).  Han is never slanted.
 */
#ifndef GONGBAO_PAGE_EMPHASIS_H
#define GONGBAO_PAGE_EMPHASIS_H

#include <stdbool.h>

#include "page/page.h"

struct arena;
struct flat_style;
struct font;

enum style_em {
    EM_KAI,
    EM_BOLD,
    EM_DOTS, /* one under each Han character, none under marks */
};

struct emphasis_style {
    enum style_em em;        /* of em in Chinese text */
    bool has_synthetic_bold; /* a face without a bold one may get an outline */
};

/* Makes text of the style what em makes of it. */
void emphasis_apply(
    const struct emphasis_style *emphasis, struct flat_style *style);

/* A dot under a character of that size whose middle is at x. */
void emphasis_dot(struct arena *arena, struct page_path *path, len x, len size);

/* Width of the outline that makes text in the face bolder; 0: none. */
len emphasis_outline(
    const struct emphasis_style *emphasis, const struct font *font, len size);

#endif
