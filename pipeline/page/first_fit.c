/*
 * Lines one after the other, each as full as it gets and none looked at again:
 * what most programs do.  A style may ask for it; what the whole paragraph is
 * worth is measured against it.
 */
#include "page/flat.h"
#include "page/line_points.h"
#include "page/line_search.h"

#define NONE UINT32_MAX

/* A line that is worse than this takes what comes next in, if it can. */
#define FULL_BADNESS 150

static const struct point *point_at(
    const struct line_search *search, uint32_t i)
{
    return &g_array_index(search->points, struct point, i);
}

/* What a search for the end of one line found. */
struct ends {
    uint32_t natural; /* the last point that the line reaches as it is */
    uint32_t reduced; /* the first one past it, its blanks taken away */
    uint32_t forced;  /* the last where no line may end */
    uint32_t next;    /* the first of all */
};

static struct ends find_ends(
    const struct line_search *search, const struct pass *pass, uint32_t from)
{
    const struct point *a = point_at(search, from);
    len measure = line_measure(pass, from);
    struct ends ends = {NONE, NONE, NONE, from + 1};

    for (uint32_t k = from + 1; k < search->points->len; k++) {
        const struct point *b = point_at(search, k);
        len width = b->end.width - a->start.width;

        if (b->is_emergency) {
            ends.forced = width <= measure ? k : ends.forced;
        } else if (width <= measure) {
            ends.natural = k;
        } else if (!line_is_overfull(pass, a, b, measure)) {
            ends.reduced = k;
        }
        if (width > measure && !b->is_emergency) {
            break;
        }
        if (b->permit == PERMIT_FORCED) {
            break;
        }
    }
    return ends;
}

/* The end of the line that begins at from; NONE: it has none. */
static uint32_t choose_end(
    const struct line_search *search, const struct pass *pass, uint32_t from)
{
    struct ends ends = find_ends(search, pass, from);
    int64_t badness = BADNESS_MAX + 1;

    if (ends.natural != NONE) {
        badness = line_badness(pass, point_at(search, from),
            point_at(search, ends.natural), line_measure(pass, from));
    }
    if (badness <= FULL_BADNESS) {
        return ends.natural;
    }
    if (ends.reduced != NONE) {
        return ends.reduced;
    }
    if (badness <= pass->tolerance) {
        return ends.natural;
    }
    if (pass->is_last) {
        return ends.forced != NONE ? ends.forced : ends.next;
    }
    return NONE;
}

bool first_fit(struct line_search *search, const struct pass *pass)
{
    struct line_node node = {.point = 0, .previous = -1};
    uint32_t last = search->points->len - 1;

    g_array_set_size(search->nodes, 0);
    g_array_append_val(search->nodes, node);
    while (node.point < last) {
        uint32_t end = choose_end(search, pass, node.point);

        if (end == NONE) {
            return false;
        }
        node.previous = (int32_t)search->nodes->len - 1;
        node.point = end;
        g_array_append_val(search->nodes, node);
    }
    return true;
}
