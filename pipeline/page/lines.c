/*
 * Points where lines may end, the cost of a line between two of them, and the
 * search for the cheapest chain of lines.
 */
#include "page/lines.h"

#include <glib.h>

#include "page/adjust.h"
#include "page/compose.h"
#include "page/flat.h"
#include "type/font.h"

#define BADNESS_MAX 10000
#define LINE_COST 10
#define HYPHEN_COST 2500
#define HYPHENS_COST 10000
#define EMERGENCY_COST 500000000
#define LAST_LINE_MIN 2 /* characters, marks not counted (C11) */

/* C8, C9: a Chinese line is reduced where that suffices, else widened. */
#define REDUCTION 8

/* A loose boundary counts as this part of an em of stretch. */
#define LOOSE_PART 24

struct sums {
    len width;
    len shrink;
    len stretch;
};

struct point {
    struct sums end;   /* of a line that ends here, from the beginning */
    struct sums start; /* of the line that begins after it */
    uint32_t last;     /* the last item that is set */
    uint32_t next;     /* the first one of the next line */
    uint8_t permit;
    bool is_emergency;
};

struct line_node {
    uint32_t point;
    int32_t previous; /* index of the node where the line begins; -1: none */
    int64_t cost;     /* of all lines up to here */
};

struct line_search {
    GArray *points; /* of struct point; the first is the beginning */
    GArray *nodes;  /* of struct line_node */
    GArray *active; /* of int32_t: indices of nodes, the oldest first */
    GArray *lines;  /* of struct line_range */
};

/* How a pass searches. */
struct pass {
    const struct line_shape *shape;
    int64_t tolerance;
    int reduction; /* what reducing a line costs less than widening it */
    bool is_last; /* sets lines too long rather than fail */
};

struct line_search *line_search_new(void)
{
    struct line_search *search = g_new0(struct line_search, 1);

    search->points = g_array_new(FALSE, FALSE, sizeof(struct point));
    search->nodes = g_array_new(FALSE, FALSE, sizeof(struct line_node));
    search->active = g_array_new(FALSE, FALSE, sizeof(int32_t));
    search->lines = g_array_new(FALSE, FALSE, sizeof(struct line_range));
    return search;
}

void line_search_free(struct line_search *search)
{
    if (search != NULL) {
        g_array_unref(search->points);
        g_array_unref(search->nodes);
        g_array_unref(search->active);
        g_array_unref(search->lines);
        g_free(search);
    }
}

const struct line_range *lines_at(const struct compose *compose, size_t i)
{
    return &g_array_index(compose->search->lines, struct line_range, i);
}

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
    sums.shrink += item->left;
    return sums;
}

/* A line that ends with the item loses the blank on its right (C6). */
static struct sums end_at(const struct flat_item *item, struct sums sums)
{
    sums.width += item->advance - item->right;
    sums.shrink += item->left;
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

/*
 * All points, in order; with_all: also between any two characters, for what is
 * wider than the line.
 */
static void find_points(struct compose *compose, bool with_all)
{
    const struct flat *flat = compose->flat;
    GArray *points = compose->search->points;
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
            end = end_at(item, sums);
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

/* C11: takes away points that leave less than two characters behind. */
static void drop_short_ends(struct compose *compose)
{
    const struct flat *flat = compose->flat;
    GArray *points = compose->search->points;
    guint k = points->len;
    int rest = LAST_LINE_MIN;

    if (!compose->is_chinese) {
        return;
    }
    for (size_t i = flat->items->len; i-- > 0 && k > 1;) {
        const struct flat_item *item = flat_item(flat, i);

        while (k > 1 &&
               g_array_index(points, struct point, k - 1).last > i) {
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

int64_t lines_badness(len change, len capacity)
{
    int64_t ratio;

    if (change <= 0) {
        return 0;
    }
    if (capacity <= 0 || change >= capacity * 5) {
        return BADNESS_MAX;
    }
    ratio = change * 256 / capacity;
    return MIN(100 * ratio * ratio * ratio / (256 * 256 * 256), BADNESS_MAX);
}

/* The line from a to b is longer than it can be made to fit. */
static bool is_overfull(const struct pass *pass, const struct point *a,
    const struct point *b, len measure)
{
    len width = b->end.width - a->start.width;
    len shrink =
        pass->shape->is_justified ? b->end.shrink - a->start.shrink : 0;

    return width - shrink > measure;
}

static int64_t line_badness(const struct pass *pass, const struct point *a,
    const struct point *b, len measure)
{
    len rest = measure - (b->end.width - a->start.width);

    if (rest < 0) {
        return lines_badness(-rest, b->end.shrink - a->start.shrink) /
               pass->reduction;
    }
    if (b->permit == PERMIT_FORCED) {
        return 0;
    }
    return lines_badness(rest, pass->shape->is_justified
            ? b->end.stretch - a->start.stretch
            : measure / 2);
}

static int64_t line_cost(
    int64_t badness, const struct point *a, const struct point *b)
{
    int64_t cost = (LINE_COST + badness) * (LINE_COST + badness);

    if (b->permit == PERMIT_HYPHEN) {
        cost += HYPHEN_COST;
    }
    /* Not in two lines in succession, nor before a paragraph's last line. */
    if (a->permit == PERMIT_HYPHEN &&
        (b->permit == PERMIT_HYPHEN || b->permit == PERMIT_FORCED)) {
        cost += HYPHENS_COST;
    }
    return cost + (b->is_emergency ? EMERGENCY_COST : 0);
}

static len measure_from(const struct pass *pass, uint32_t point)
{
    return point == 0 ? pass->shape->first : pass->shape->rest;
}

/* The best line that ends at point k; makes a node of it. */
static void try_point(
    struct line_search *search, const struct pass *pass, uint32_t k)
{
    const struct point *b = &g_array_index(search->points, struct point, k);
    struct line_node best = {.point = k, .previous = -1};
    guint kept = 0;
    int32_t dropped = -1;

    for (guint i = 0; i < search->active->len; i++) {
        int32_t index = g_array_index(search->active, int32_t, i);
        const struct line_node *node =
            &g_array_index(search->nodes, struct line_node, index);
        const struct point *a =
            &g_array_index(search->points, struct point, node->point);
        len measure = measure_from(pass, node->point);
        int64_t badness;
        int64_t cost;

        if (is_overfull(pass, a, b, measure)) {
            dropped = index;
            continue;
        }
        g_array_index(search->active, int32_t, kept++) = index;
        badness = line_badness(pass, a, b, measure);
        cost = node->cost + line_cost(badness, a, b);
        if (badness <= pass->tolerance &&
            (best.previous < 0 || cost < best.cost)) {
            best.previous = index;
            best.cost = cost;
        }
    }
    if (kept == 0 && best.previous < 0 && pass->is_last && dropped >= 0) {
        /* Nothing fits: one line too long is all there is. */
        best.previous = dropped;
        best.cost = g_array_index(search->nodes, struct line_node, dropped).cost +
                    EMERGENCY_COST;
    }
    g_array_set_size(search->active, b->permit == PERMIT_FORCED ? 0 : kept);
    if (best.previous >= 0) {
        int32_t index = (int32_t)search->nodes->len;

        g_array_append_val(search->nodes, best);
        g_array_append_val(search->active, index);
    }
}

/* True if even the longest line open is too short to end at point k. */
static bool is_early(const struct line_search *search,
    const struct pass *pass, uint32_t k)
{
    const struct point *b = &g_array_index(search->points, struct point, k);
    int32_t index = g_array_index(search->active, int32_t, 0);
    const struct line_node *node =
        &g_array_index(search->nodes, struct line_node, index);
    const struct point *a =
        &g_array_index(search->points, struct point, node->point);
    len rest = measure_from(pass, node->point) -
               (b->end.width - a->start.width);

    return b->permit != PERMIT_FORCED && pass->tolerance < BADNESS_MAX &&
           pass->shape->is_justified &&
           rest > 5 * (b->end.stretch - a->start.stretch);
}

static bool run_pass(struct line_search *search, const struct pass *pass)
{
    struct line_node start = {.point = 0, .previous = -1, .cost = 0};
    int32_t index = 0;

    g_array_set_size(search->nodes, 0);
    g_array_set_size(search->active, 0);
    g_array_append_val(search->nodes, start);
    g_array_append_val(search->active, index);
    for (uint32_t k = 1; k < search->points->len; k++) {
        if (!is_early(search, pass, k)) {
            try_point(search, pass, k);
        }
        if (search->active->len == 0) {
            return false;
        }
    }
    return true;
}

/* The chain of nodes that ends at the last one, in reading order. */
static void collect(struct line_search *search)
{
    int32_t index = (int32_t)search->nodes->len - 1;
    guint count;

    g_array_set_size(search->lines, 0);
    while (index > 0) {
        const struct line_node *node =
            &g_array_index(search->nodes, struct line_node, index);
        const struct line_node *from =
            &g_array_index(search->nodes, struct line_node, node->previous);
        const struct point *b =
            &g_array_index(search->points, struct point, node->point);
        struct line_range range = {
            .first = g_array_index(search->points, struct point, from->point)
                         .next,
            .last = b->last,
            .has_hyphen = b->permit == PERMIT_HYPHEN,
            .is_last = b->permit == PERMIT_FORCED,
        };

        g_array_append_val(search->lines, range);
        index = node->previous;
    }
    count = search->lines->len;
    for (guint i = 0; i < count / 2; i++) {
        struct line_range *a =
            &g_array_index(search->lines, struct line_range, i);
        struct line_range *b =
            &g_array_index(search->lines, struct line_range, count - 1 - i);
        struct line_range swap = *a;

        *a = *b;
        *b = swap;
    }
}

/* With hyphens; then with lines as bad as may be. */
static bool try_harder(struct compose *compose, struct pass *pass)
{
    if (pass->shape->is_justified && flat_hyphenate(compose)) {
        find_points(compose, false);
        pass->tolerance = 300;
        if (run_pass(compose->search, pass)) {
            return true;
        }
    }
    pass->tolerance = BADNESS_MAX;
    return run_pass(compose->search, pass);
}

size_t lines_break(struct compose *compose, const struct line_shape *shape)
{
    struct line_search *search = compose->search;
    struct pass pass = {.shape = shape};

    find_points(compose, false);
    if (search->points->len < 2) {
        g_array_set_size(search->lines, 0);
        return 0;
    }
    drop_short_ends(compose);
    pass.tolerance = compose->is_chinese ? 800 : 150;
    pass.reduction = compose->is_chinese ? REDUCTION : 1;
    if (!run_pass(search, &pass) && !try_harder(compose, &pass)) {
        find_points(compose, true);
        pass.is_last = true;
        run_pass(search, &pass);
    }
    collect(search);
    return search->lines->len;
}

len lines_width(const struct compose *compose, const struct line_range *range)
{
    const struct flat *flat = compose->flat;
    len width = -flat_item(flat, range->first)->left;

    for (size_t i = range->first; i < range->last; i++) {
        const struct flat_item *item = flat_item(flat, i);

        width += item->advance + item->gap;
    }
    width += flat_item(flat, range->last)->advance -
             flat_item(flat, range->last)->right;
    if (range->has_hyphen) {
        width += lines_hyphen_width(compose, range->last);
    }
    return width;
}
