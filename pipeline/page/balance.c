/*
 * Chooses the ends of a title's lines.  What counts, in this order: no word is
 * divided; few lines; their shape, where the style asks for one; lines of one
 * length, weighed against where they end.
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

/* A line shorter or longer than the one above it, where it should be. */
#define STEP 2 /* em: a character on either side */
#define SHAPE_COST (LINE_COST / 2)
#define SHAPED_MAX 200 /* points of a title whose shape is looked at */

/* The best lines that end at a point. */
struct choice {
    int64_t cost; /* negative: there are none */
    guint from;   /* the point where the last of them begins */
    bool is_kept;
};

/* Lines may grow until one is shorter than the one before. */
enum phase { GROWING, SHRINKING, PHASES };

/* The best lines whose last one is between two points. */
struct shaped {
    int64_t cost;    /* negative: there are none */
    guint from;      /* where the line before it begins */
    enum phase last; /* of the lines before it */
};

struct balance {
    const struct compose *compose;
    const struct line_shape *shape;
    GArray *points;
    unsigned char *edges;   /* of words, by place in the text */
    struct choice *choices; /* by end */
    struct shaped *shaped;  /* by end, start and phase; NULL: not asked for */
};

static const struct point *point_at(const struct balance *balance, guint i)
{
    return &g_array_index(balance->points, struct point, i);
}

static len length(const struct balance *balance, guint from, guint to)
{
    return point_at(balance, to)->end.width -
           point_at(balance, from)->start.width;
}

static len em_of(const struct balance *balance)
{
    const struct flat *flat = balance->compose->flat;

    return flat_style(flat, flat_item(flat, 0))->size;
}

static bool is_pause(enum char_class class)
{
    return class_has_right(class) || class == CLASS_DASH ||
           class == CLASS_PUNCT || class == CLASS_PUNCT_CLOSE;
}

static int64_t end_cost(const struct balance *balance, guint k)
{
    const struct flat *flat = balance->compose->flat;
    const struct point *point = point_at(balance, k);
    const struct flat_item *last = flat_item(flat, point->last);
    const struct flat_item *next;

    if (point->permit == PERMIT_FORCED || is_pause(last->class)) {
        return 0;
    }
    next = flat_item(flat, point->next);
    if (next->class == CLASS_OPEN || next->class == CLASS_PUNCT_OPEN) {
        return OPEN_COST;
    }
    if (balance->edges[next->text] == 0) {
        return WORD_COST;
    }
    return point->next > point->last + 1 ? SPACE_COST : PLAIN_COST;
}

/* Of a line by itself; negative: it does not fit. */
static int64_t line_cost(const struct balance *balance, guint from, guint to)
{
    len measure = from == 0 ? balance->shape->first : balance->shape->rest;
    len width = length(balance, from, to);
    len size = width * UNIT / em_of(balance);

    return width > measure ? -1
                           : LINE_COST + end_cost(balance, to) + size * size;
}

static struct shaped *shaped_at(
    const struct balance *balance, guint from, guint to, enum phase phase)
{
    size_t row = (size_t)to * balance->points->len + from;

    return &balance->shaped[row * PHASES + phase];
}

/* The line between two points after the best that ends at the first one. */
static void follow(const struct balance *balance, guint before, guint from,
    guint to, int64_t own)
{
    len step = STEP * em_of(balance);
    len change = length(balance, from, to) - length(balance, before, from);

    for (int phase = GROWING; phase < PHASES; phase++) {
        const struct shaped *last =
            shaped_at(balance, before, from, (enum phase)phase);
        enum phase next = change <= -step ? SHRINKING : (enum phase)phase;
        bool is_good = change <= -step || (change >= step && phase == GROWING);
        struct shaped *line = shaped_at(balance, from, to, next);
        int64_t cost = last->cost + own + (is_good ? 0 : SHAPE_COST);

        if (last->cost >= 0 && (line->cost < 0 || cost < line->cost)) {
            *line = (struct shaped){cost, before, (enum phase)phase};
        }
    }
}

/* Tries every line that ends at point k. */
static void choose_shaped(const struct balance *balance, guint k)
{
    for (guint i = k; i-- > 0;) {
        int64_t own = line_cost(balance, i, k);

        for (int phase = GROWING; phase < PHASES; phase++) {
            shaped_at(balance, i, k, (enum phase)phase)->cost = -1;
        }
        if (own >= 0 && i == 0) {
            shaped_at(balance, 0, k, GROWING)->cost = own;
        }
        for (guint before = 0; own >= 0 && before < i; before++) {
            follow(balance, before, i, k, own);
        }
        if (i > 0 && point_at(balance, i)->permit == PERMIT_FORCED) {
            while (i-- > 0) {
                shaped_at(balance, i, k, GROWING)->cost = -1;
                shaped_at(balance, i, k, SHRINKING)->cost = -1;
            }
            return;
        }
    }
}

/* Writes the best lines of a shape into the choices. */
static void take_shaped(const struct balance *balance)
{
    guint to = balance->points->len - 1;
    guint from = 0;
    enum phase phase = GROWING;
    int64_t best = -1;

    for (guint i = 0; i < to; i++) {
        for (int p = GROWING; p < PHASES; p++) {
            int64_t cost = shaped_at(balance, i, to, (enum phase)p)->cost;

            if (cost >= 0 && (best < 0 || cost < best)) {
                best = cost;
                from = i;
                phase = (enum phase)p;
            }
        }
    }
    balance->choices[to].cost = best;
    while (best >= 0 && to > 0) {
        const struct shaped *line = shaped_at(balance, from, to, phase);

        balance->choices[to].from = from;
        to = from;
        from = line->from;
        phase = line->last;
    }
}

/* Tries every line that ends at point k. */
static void choose(const struct balance *balance, guint k)
{
    struct choice *choices = balance->choices;

    choices[k].cost = -1;
    for (guint i = k; i-- > 0;) {
        int64_t own = line_cost(balance, i, k);
        int64_t cost = choices[i].cost + own;

        if (choices[i].cost >= 0 && own >= 0 &&
            (choices[k].cost < 0 || cost < choices[k].cost)) {
            choices[k].cost = cost;
            choices[k].from = i;
        }
        if (i > 0 && point_at(balance, i)->permit == PERMIT_FORCED) {
            break;
        }
    }
}

/* Keeps the first point and those of the chain that ends at the last one. */
static void keep_chain(const struct balance *balance)
{
    GArray *points = balance->points;
    struct choice *choices = balance->choices;
    guint kept = 1;

    for (guint k = points->len - 1; k > 0; k = choices[k].from) {
        choices[k].is_kept = true;
    }
    for (guint k = 1; k < points->len; k++) {
        if (choices[k].is_kept) {
            struct point point = *point_at(balance, k);

            point.permit = PERMIT_FORCED;
            g_array_index(points, struct point, kept++) = point;
        }
    }
    g_array_set_size(points, kept);
}

static void choose_all(const struct balance *balance)
{
    for (guint k = 1; k < balance->points->len; k++) {
        if (balance->shaped != NULL) {
            choose_shaped(balance, k);
        } else {
            choose(balance, k);
        }
    }
    if (balance->shaped != NULL) {
        take_shaped(balance);
    }
}

void balance_points(const struct compose *compose,
    const struct line_shape *shape, GArray *points)
{
    const struct flat *flat = compose->flat;
    g_autofree unsigned char *edges = NULL;
    g_autofree struct choice *choices = NULL;
    g_autofree struct shaped *shaped = NULL;
    struct balance balance = {compose, shape, points, NULL, NULL, NULL};
    guint last = points->len - 1;

    if (length(&balance, 0, last) <= shape->first) {
        return;
    }
    edges = g_malloc(flat->text_size + 1);
    choices = g_new0(struct choice, points->len);
    if (shape->is_trapezoid && points->len <= SHAPED_MAX) {
        shaped =
            g_new(struct shaped, (size_t)points->len * points->len * PHASES);
    }
    balance.edges = edges;
    balance.choices = choices;
    balance.shaped = shaped;
    breaks_find_words(
        compose->breaks, flat->text, flat->text_size, flat->lang, edges);
    choose_all(&balance);
    if (choices[last].cost >= 0) {
        keep_chain(&balance);
    }
}
