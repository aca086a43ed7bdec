/*
 * Emphasis in Chinese.
 */
#include "page/emphasis.h"

#include <string.h>

#include <glib.h>

#include "base/arena.h"
#include "page/flat.h"
#include "type/font.h"

/* In thousandths of the size: from the baseline down, half of it across. */
#define DOT_DEPTH 250
#define DOT_RADIUS 62

/* A synthetic bold outline: a fortieth of the size. */
#define OUTLINE_PART 40

void emphasis_apply(
    const struct emphasis_style *emphasis, struct flat_style *style)
{
    if (strcmp(style->lang, "zh-CN") != 0 || emphasis->em == EM_KAI) {
        style->font.is_italic = true; /* Han: the catalogue has Kai for it. */
    } else if (emphasis->em == EM_BOLD) {
        style->font.is_bold = true;
    } else {
        style->has_dots = true;
    }
}

void emphasis_dot(struct arena *arena, struct page_path *path, len x, len size)
{
    /* A circle in thousandths, a corner each thirty degrees. */
    static const int16_t circle[][2] = {{1000, 0}, {866, 500}, {500, 866},
        {0, 1000}, {-500, 866}, {-866, 500}, {-1000, 0}, {-866, -500},
        {-500, -866}, {0, -1000}, {500, -866}, {866, -500}};
    struct page_point *points =
        ARENA_ARRAY(arena, G_N_ELEMENTS(circle), struct page_point);
    len radius = len_scale(size, DOT_RADIUS, 1000);
    len y = len_scale(size, DOT_DEPTH, 1000);

    for (size_t i = 0; i < G_N_ELEMENTS(circle); i++) {
        points[i].x = x + len_scale(radius, circle[i][0], 1000);
        points[i].y = y + len_scale(radius, circle[i][1], 1000);
    }
    path->points = points;
    path->count = G_N_ELEMENTS(circle);
    path->is_closed = true;
    path->is_filled = true;
}

len emphasis_outline(
    const struct emphasis_style *emphasis, const struct font *font, len size)
{
    return emphasis->has_synthetic_bold && font_is_synthetic_bold(font)
               ? size / OUTLINE_PART
               : 0;
}
