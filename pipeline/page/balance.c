/*
 * Chooses the ends of a title's lines.  What counts, in this order: no word is
 * divided; few lines; lines of one length, weighed against where they end.
 */
#include "page/balance.h"

#include "page/compose.h"
#include "page/flat.h"
#include "page/line_points.h"
#include "page/lines.h"
#include "type/breaks.h"

/* Lengths are squared in sixteenths of an em. */
#define UNIT 16
#define SQUARE_EM (UNIT * UNIT)
#define LINE_COST ((int64_t)1 << 32)
#define WORD_COST (LINE_COST + LINE_COST / 2) /* inside a word */
#define OPEN_COST (60 * SQUARE_EM)            /* before a bracket */
#define PLAIN_COST (45 * SQUARE_EM)           /* between words */
#define SPACE_COST (4 * SQUARE_EM)            /* between words with a blank */

/* The best lines that end at a point. */
struct choice {
    int64_t cost; /* negative: there are none */
    guint from;   /* the point where the last of them begins */
    bool is_kept;
};

static const struct point *point_at(const GArray *points, guint i)
{
    return &g_array_index(points, struct point, i);
}

static len length(const struct point *a, const struct point *b)
{
    return b->end.width - a->start.width;
}

static bool is_pause(enum char_class class)
{
    return class_has_right(class) || class == CLASS_DASH ||
           class == CLASS_PUNCT || class == CLASS_PUNCT_CLOSE;
}

static int64_t end_cost(const struct flat *flat, const struct point *point,
    const unsigned char *edges)
{
    const struct flat_item *last = flat_item(flat, point->last);
    const struct flat_item *next;

    if (point->permit == PERMIT_FORCED || is_pause(last->class)) {
        return 0;
    }
    next = flat_item(flat, point->next);
    if (next->class == CLASS_OPEN || next->class == CLASS_PUNCT_OPEN) {
        return OPEN_COST;
    }
    if (edges[next->text] == 0) {
        return WORD_COST;
    }
    return point->next > point->last + 1 ? SPACE_COST : PLAIN_COST;
}

/* Tries every line that ends at point k. */
static void choose(const struct compose *compose,
    const struct line_shape *shape, const GArray *points,
    const unsigned char *edges, struct choice *choices, guint k)
{
    const struct flat *flat = compose->flat;
    const struct point *b = point_at(points, k);
    len em = flat_style(flat, flat_item(flat, 0))->size;
    int64_t own = LINE_COST + end_cost(flat, b, edges);

    choices[k].cost = -1;
    for (guint i = k; i-- > 0;) {
        const struct point *a = point_at(points, i);
        len measure = i == 0 ? shape->first : shape->rest;
        len width = length(a, b);
        len size = width * UNIT / em;
        int64_t cost = choices[i].cost + own + size * size;

        if (choices[i].cost >= 0 && width <= measure &&
            (choices[k].cost < 0 || cost < choices[k].cost)) {
            choices[k].cost = cost;
            choices[k].from = i;
        }
        if (i > 0 && a->permit == PERMIT_FORCED) {
            break;
        }
    }
}

/* Keeps the first point and those of the chain that ends at the last one. */
static void keep_chain(GArray *points, struct choice *choices)
{
    guint kept = 1;

    for (guint k = points->len - 1; k > 0; k = choices[k].from) {
        choices[k].is_kept = true;
    }
    for (guint k = 1; k < points->len; k++) {
        if (choices[k].is_kept) {
            struct point point = *point_at(points, k);

            point.permit = PERMIT_FORCED;
            g_array_index(points, struct point, kept++) = point;
        }
    }
    g_array_set_size(points, kept);
}

void balance_points(const struct compose *compose,
    const struct line_shape *shape, GArray *points)
{
    const struct flat *flat = compose->flat;
    g_autofree unsigned char *edges = NULL;
    g_autofree struct choice *choices = NULL;
    guint last = points->len - 1;

    if (length(point_at(points, 0), point_at(points, last)) <= shape->first) {
        return;
    }
    edges = g_malloc(flat->text_size + 1);
    choices = g_new0(struct choice, points->len);
    breaks_find_words(
        compose->breaks, flat->text, flat->text_size, flat->lang, edges);
    for (guint k = 1; k <= last; k++) {
        choose(compose, shape, points, edges, choices, k);
    }
    if (choices[last].cost >= 0) {
        keep_chain(points, choices);
    }
}
