/*
 * Finds the points where lines may end, and sums widths and blanks up to each,
 * so that a line between two of them is a difference.
 */
#include "page/line_points.h"

#include "page/adjust.h"
#include "page/compose.h"
#include "page/flat.h"
#include "page/lines.h"
#include "type/font.h"

#define LAST_LINE_MIN 2 /* characters, marks not counted (C11) */

/* A loose boundary counts as this part of an em of stretch. */
#define LOOSE_PART 24

len lines_hyphen_width(const struct compose *compose, size_t item)
{
    const struct flat *flat = compose->flat;
    const struct font *font = flat_run(flat, flat_item(flat, item))->font;
    len size = flat_style(flat, flat_item(flat, item))->size;

    return len_scale(
        size, font_advance(font, font_glyph(font, '-')), font_upem(font));
}

static void add_item(
    const struct flat *flat, const struct flat_item *item, struct sums *sums)
{
    sums->width += item->advance + item->gap;
    sums->shrink += adjust_all(flat, item);
    sums->stretch += adjust_widen(flat, item);
    if (item->is_loose) {
        sums->stretch += flat_style(flat, item)->size / LOOSE_PART;
    }
}

/* A line that begins with the item loses the blank on its left (C6). */
static struct sums start_at(const struct flat_item *item, struct sums sums)
{
    sums.width += item->left;
    sums.shrink += item->left + item->side;
    return sums;
}

/* A line that ends with the item loses the blank on its right, or can (C6). */
static struct sums end_at(
    const struct flat *flat, const struct flat_item *item, struct sums sums)
{
    sums.width += item->advance - flat_end_blank(flat, item);
    sums.shrink += item->left + item->side + flat_end_rest(flat, item);
    return sums;
}

static size_t skip_spaces(const struct flat *flat, size_t i)
{
    while (i < flat->items->len && flat_item(flat, i)->class == CLASS_SPACE) {
        i++;
    }
    return i;
}

static bool is_cluster_end(const struct flat *flat, size_t i)
{
    return i + 1 >= flat->items->len ||
           flat_item(flat, i + 1)->last != flat_item(flat, i)->last;
}

void line_points_find(
    const struct compose *compose, GArray *points, bool with_all)
{
    const struct flat *flat = compose->flat;
    size_t first = skip_spaces(flat, 0);
    struct sums sums = {0, 0, 0};
    struct point point = {.next = (uint32_t)first};
    struct sums end = sums; /* after the last item that is no space */

    g_array_set_size(points, 0);
    if (first < flat->items->len) {
        point.start = start_at(flat_item(flat, first), sums);
    }
    g_array_append_val(points, point);
    point.last = (uint32_t)first;
    for (size_t i = first; i < flat->items->len; i++) {
        const struct flat_item *item = flat_item(flat, i);
        bool is_free = item->permit != PERMIT_NO;

        if (item->class != CLASS_SPACE) {
            end = end_at(flat, item, sums);
            point.last = (uint32_t)i;
        }
        add_item(flat, item, &sums);
        if (!is_free && !(with_all && is_cluster_end(flat, i))) {
            continue;
        }
        point.next = (uint32_t)skip_spaces(flat, i + 1);
        point.permit = item->permit;
        point.is_emergency = !is_free;
        point.end = end;
        if (item->permit == PERMIT_HYPHEN) {
            point.end.width += lines_hyphen_width(compose, i);
        }
        if (point.next < flat->items->len) {
            struct sums begin = sums;

            for (size_t k = i + 1; k < point.next; k++) {
                add_item(flat, flat_item(flat, k), &begin);
            }
            point.start = start_at(flat_item(flat, point.next), begin);
        }
        g_array_append_val(points, point);
    }
}

void line_points_keep_ends(const struct compose *compose, GArray *points)
{
    const struct flat *flat = compose->flat;
    guint k = points->len;
    int rest = LAST_LINE_MIN;

    if (!flat->is_chinese || !flat->rules->has_last_line) {
        return;
    }
    for (size_t i = flat->items->len; i-- > 0 && k > 1;) {
        const struct flat_item *item = flat_item(flat, i);

        while (k > 1 && g_array_index(points, struct point, k - 1).last > i) {
            k--;
        }
        if (item->permit == PERMIT_FORCED) {
            rest = 0;
        } else if (k > 1 && rest < LAST_LINE_MIN &&
                   g_array_index(points, struct point, k - 1).last == i) {
            g_array_remove_index(points, k - 1);
            k--;
        }
        rest += item->class == CLASS_HAN || class_is_western(item->class);
    }
}
