/*
 * The cost of a line between two points where lines may end, and the
 * search for the cheapest chain of lines.
 */
#include "page/lines.h"

#include <glib.h>

#include "page/balance.h"
#include "page/compose.h"
#include "page/flat.h"
#include "page/line_points.h"
#include "page/line_search.h"
#include "page/number_unit.h"

/* Where the cube is as high as this, it is no cube any more: 4.64^3 is 100. */
#define STEEP 10000
#define STEEP_RATIO (464 * 256 / 100)

#define LINE_COST 10
#define HYPHEN_COST 2500
#define HYPHENS_COST 10000
/* More than the square of any badness: no rule is broken for a better line. */
#define EMERGENCY_COST (4 * (int64_t)BADNESS_MAX * BADNESS_MAX)

/* C8, C9: a Chinese line is reduced where that suffices, else widened. */
#define REDUCTION 8

/* How bad lines may be. */
struct looseness {
    int64_t tolerance; /* of badness */
    int64_t reach;     /* 256ths that have a greater badness */
};
static const struct looseness usual = {150, 296};
/* Past hyphens: wide, as wide as a line can be looked at, of any width. */
static const struct looseness worse[] = {
    {800, 514}, {STEEP, STEEP_RATIO + 1}, {BADNESS_MAX, 0}};
/* In English: somewhat wide; about half an em between words. */
static const struct looseness wider[] = {{300, 371}, {1500, 634}};

static void set_looseness(struct pass *pass, const struct looseness *looseness)
{
    pass->tolerance = looseness->tolerance;
    pass->reach = looseness->reach;
}

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

int64_t lines_badness(len change, len capacity)
{
    int64_t ratio;
    int64_t beyond;

    if (change <= 0) {
        return 0;
    }
    capacity = MAX(capacity, LEN_PT / 4);
    ratio = MIN(change, INT64_MAX / 256) * 256 / capacity;
    if (ratio < STEEP_RATIO) {
        return 100 * ratio * ratio * ratio / (256 * 256 * 256);
    }
    beyond = (ratio - STEEP_RATIO) * STEEP / (STEEP_RATIO * 5);
    return MIN(STEEP + beyond, BADNESS_MAX);
}

bool line_is_overfull(const struct pass *pass, const struct point *a,
    const struct point *b, len measure)
{
    len width = b->end.width - a->start.width;
    len shrink =
        pass->shape->is_justified ? b->end.shrink - a->start.shrink : 0;

    return width - shrink > measure;
}

int64_t line_badness(const struct pass *pass, const struct point *a,
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

len line_measure(const struct pass *pass, uint32_t point)
{
    return point == 0 ? pass->shape->first : pass->shape->rest;
}

/*
 * The line from a to b is too short for the pass, without a division.  If it
 * is, so is every line to b that begins later: it is shorter and has less to
 * widen.
 */
static bool is_short(const struct pass *pass, const struct point *a,
    const struct point *b, len measure)
{
    len rest = measure - (b->end.width - a->start.width);

    return pass->reach > 0 && b->permit != PERMIT_FORCED &&
           pass->shape->is_justified &&
           rest * 256 > (b->end.stretch - a->start.stretch) * pass->reach;
}

/* Nodes from i on stay open behind the first kept ones; the count of all. */
static guint keep_rest(const GArray *active, guint kept, guint i)
{
    if (kept == i) {
        return active->len;
    }
    while (i < active->len) {
        g_array_index(active, int32_t, kept++) =
            g_array_index(active, int32_t, i++);
    }
    return kept;
}

/* A line too long is all there is: the one from the last node dropped. */
static void force_line(
    const struct line_search *search, int32_t dropped, struct line_node *best)
{
    best->previous = dropped;
    best->cost = g_array_index(search->nodes, struct line_node, dropped).cost +
                 EMERGENCY_COST;
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
        len measure = line_measure(pass, node->point);
        int64_t badness;
        int64_t cost;

        if (line_is_overfull(pass, a, b, measure)) {
            dropped = index;
            continue;
        }
        if (node->point != 0 && is_short(pass, a, b, measure)) {
            kept = keep_rest(search->active, kept, i);
            break;
        }
        g_array_index(search->active, int32_t, kept++) = index;
        badness = line_badness(pass, a, b, measure);
        if (badness > pass->tolerance) {
            continue;
        }
        cost = node->cost + line_cost(badness, a, b);
        if (best.previous < 0 || cost < best.cost) {
            best.previous = index;
            best.cost = cost;
        }
    }
    if (kept == 0 && best.previous < 0 && pass->is_last && dropped >= 0) {
        force_line(search, dropped, &best);
    }
    g_array_set_size(search->active, b->permit == PERMIT_FORCED ? 0 : kept);
    if (best.previous >= 0) {
        int32_t index = (int32_t)search->nodes->len;

        g_array_append_val(search->nodes, best);
        g_array_append_val(search->active, index);
    }
}

/* True if even the longest line open is too short to end at point k. */
static bool is_early(
    const struct line_search *search, const struct pass *pass, uint32_t k)
{
    const struct point *b = &g_array_index(search->points, struct point, k);
    int32_t index = g_array_index(search->active, int32_t, 0);
    const struct line_node *node =
        &g_array_index(search->nodes, struct line_node, index);
    const struct point *a =
        &g_array_index(search->points, struct point, node->point);

    return is_short(pass, a, b, line_measure(pass, node->point));
}

static bool optimal_fit(struct line_search *search, const struct pass *pass)
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

static bool run_pass(const struct compose *compose, const struct pass *pass)
{
    if (compose->flat->rules->breaking == BREAKING_FIRST_FIT) {
        return first_fit(compose->search, pass);
    }
    return optimal_fit(compose->search, pass);
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
            .first =
                g_array_index(search->points, struct point, from->point).next,
            .last = b->last,
            .has_hyphen = b->permit == PERMIT_HYPHEN,
            .is_broken = b->is_emergency,
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

/*
 * In English: with hyphens; then with blanks as wide as they may be; then with
 * hyphens in the units of numbers too.
 */
static bool try_hyphens(struct compose *compose, struct pass *pass)
{
    GArray *points = compose->search->points;

    if (!pass->shape->is_justified || !flat_hyphenate(compose, HYPHENS_WORDS)) {
        return false;
    }
    line_points_find(compose, points, false);
    for (size_t i = 0; i < G_N_ELEMENTS(wider); i++) {
        set_looseness(pass, &wider[i]);
        if (run_pass(compose, pass)) {
            return true;
        }
    }
    if (!flat_hyphenate(compose, HYPHENS_UNITS)) {
        return false;
    }
    line_points_find(compose, points, false);
    return run_pass(compose, pass);
}

/* With hyphens; then with lines as bad as may be; then of any length. */
static bool try_harder(struct compose *compose, struct pass *pass)
{
    if (try_hyphens(compose, pass)) {
        return true;
    }
    for (size_t i = 0; i < G_N_ELEMENTS(worse); i++) {
        set_looseness(pass, &worse[i]);
        if (run_pass(compose, pass)) {
            return true;
        }
    }
    /* A short last line is better than a number that is cut. */
    line_points_find(compose, compose->search->points, false);
    return run_pass(compose, pass);
}

size_t lines_break(struct compose *compose, const struct line_shape *shape)
{
    struct line_search *search = compose->search;
    struct pass pass = {.shape = shape};

    if (shape->is_justified) {
        number_unit_release(compose->flat, shape->rest / 2);
    }
    line_points_find(compose, search->points, false);
    if (search->points->len < 2) {
        g_array_set_size(search->lines, 0);
        return 0;
    }
    line_points_keep_ends(compose, search->points);
    if (shape->is_balanced) {
        balance_points(compose, shape, search->points);
    }
    set_looseness(&pass, &usual);
    pass.reduction = compose->flat->is_chinese ? REDUCTION : 1;
    if (!run_pass(compose, &pass) && !try_harder(compose, &pass)) {
        line_points_find(compose, search->points, true);
        pass.is_last = true;
        run_pass(compose, &pass);
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
             flat_end_blank(flat, flat_item(flat, range->last));
    if (range->has_hyphen) {
        width += lines_hyphen_width(compose, range->last);
    }
    return width;
}
