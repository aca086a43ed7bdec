/*
 * Arithmetic on values that are known from one side: "over" has a lower end
 * alone, "nearly" and "within" an upper one; "about" has neither, and nothing
 * follows from it.  A point value has both, as its printed digits allow.
 */
#include "yearly/bound.h"

#include "base/arena.h"
#include "yearly/change.h"
#include "yearly/earlier.h"

#define DECIMALS 1

/* NULL: open to that side. */
struct ends {
    const number *lo;
    const number *hi;
};

static struct ends ends_of(const struct yearly_obs *obs)
{
    const struct yearly_level *level = obs->level;

    switch (obs->obs->qualifier) {
    case QUALIFIER_NONE:
        return (struct ends){level->range->lo, level->range->hi};
    case QUALIFIER_OVER:
    case QUALIFIER_ODD:
        return (struct ends){level->exact, NULL};
    case QUALIFIER_NEARLY:
    case QUALIFIER_WITHIN:
        return (struct ends){NULL, level->exact};
    case QUALIFIER_ABOUT:
    case QUALIFIER_COUNT:
        break;
    }
    return (struct ends){NULL, NULL};
}

/* ---- Printing one end ---- */

/*
 * The end as a figure that the bound holds for: a lower one is rounded down, an
 * upper one up.
 */
static const char *outward(
    struct yearly *yearly, const number *end, int decimals, bool is_lower)
{
    g_autofree char *text = number_round_text(end, decimals, ROUNDING_DOWN);
    g_autoptr(number) rounded = number_parse(text);
    int order = number_compare(rounded, end);

    if (is_lower ? order > 0 : order < 0) {
        g_autoptr(number) one = number_new(is_lower ? -1 : 1, 1);
        g_autoptr(number) unit = number_scale10(one, -decimals);
        g_autoptr(number) next = number_add(rounded, unit);
        g_autofree char *moved =
            number_round_text(next, decimals, ROUNDING_DOWN);

        return arena_strdup(yearly->arena, moved);
    }
    return arena_strdup(yearly->arena, text);
}

/* Adds what is bounded on one side; both ends or none say nothing new. */
static void add(struct yearly *yearly, struct yearly_obs *obs,
    const struct yearly_bound *wanted, struct ends ends)
{
    struct yearly_bound bound = *wanted;

    if ((ends.lo == NULL) == (ends.hi == NULL)) {
        return;
    }
    bound.end = ends.lo != NULL ? ends.lo : ends.hi;
    bound.is_lower = ends.lo != NULL;
    bound.value =
        outward(yearly, bound.end, bound.decimals, bound.is_lower);
    obs->bounds[obs->bound_count++] = bound;
}

/* ---- Shares and changes ---- */

/* (a / b - less) in percent; NULL: an end is open, or b is not positive. */
static const number *percent(
    struct yearly *yearly, const number *a, const number *b, long less)
{
    g_autoptr(number) one = number_new(less, 1);
    g_autoptr(number) ratio = NULL;
    g_autoptr(number) rest = NULL;

    if (a == NULL || b == NULL || number_sign(b) <= 0) {
        return NULL;
    }
    ratio = number_div(a, b);
    rest = number_sub(ratio, one);
    return yearly_keep(yearly, number_scale10(rest, 2));
}

static const number *difference(
    struct yearly *yearly, const number *a, const number *b, int unit_mult)
{
    g_autoptr(number) rest = NULL;

    if (a == NULL || b == NULL) {
        return NULL;
    }
    rest = number_sub(a, b);
    return yearly_keep(yearly, number_scale10(rest, -unit_mult));
}

static bool is_qualified(const struct yearly_obs *obs)
{
    return obs->obs->qualifier != QUALIFIER_NONE;
}

static void add_share(struct yearly *yearly, struct yearly_obs *obs,
    const struct dataset_part_of *part)
{
    const struct yearly_obs *whole = yearly_lookup(
        yearly, part->indicator_id, obs->obs->period.text, obs->obs->phase);
    const struct yearly_bound bound = {
        .what = "share", .part = part, .decimals = DECIMALS};
    struct ends now;
    struct ends of;

    if (whole == NULL || whole->level == NULL ||
        (!is_qualified(obs) && !is_qualified(whole)) ||
        number_sign(obs->level->exact) < 0 ||
        g_strcmp0(obs->obs->indicator->unit_id,
            whole->obs->indicator->unit_id) != 0 ||
        !dataset_kind_is_additive(obs->obs->indicator->kind) ||
        !dataset_kind_is_additive(whole->obs->indicator->kind)) {
        return;
    }
    now = ends_of(obs);
    of = ends_of(whole);
    add(yearly, obs, &bound,
        (struct ends){percent(yearly, now.lo, of.hi, 0),
            percent(yearly, now.hi, of.lo, 0)});
}

static void add_changes(struct yearly *yearly, struct yearly_obs *obs)
{
    const char *period = earlier_period(yearly, &obs->obs->period);
    const struct yearly_obs *before =
        period != NULL ? earlier_bounded(yearly, obs, period) : NULL;
    enum dataset_kind kind = obs->obs->indicator->kind;
    int unit_mult = obs->obs->unit_mult;
    struct yearly_bound bound = {.what = "change", .base = period};
    struct ends now;
    struct ends then;

    if (before == NULL) {
        return;
    }
    now = ends_of(obs);
    then = ends_of(before);
    if (change_exists(kind, CHANGE_PERCENT) &&
        obs->obs->indicator->prices != PRICES_COMPARABLE &&
        number_sign(obs->level->exact) >= 0) {
        bound.kind = CHANGE_PERCENT;
        bound.decimals = DECIMALS;
        add(yearly, obs, &bound,
            (struct ends){percent(yearly, now.lo, then.hi, 1),
                percent(yearly, now.hi, then.lo, 1)});
    }
    bound.kind = change_exists(kind, CHANGE_POINTS) ? CHANGE_POINTS
                                                    : CHANGE_DIFFERENCE;
    if (change_exists(kind, bound.kind)) {
        bound.decimals = change_common_decimals(obs->level, before->level);
        add(yearly, obs, &bound,
            (struct ends){difference(yearly, now.lo, then.hi, unit_mult),
                difference(yearly, now.hi, then.lo, unit_mult)});
    }
}

void bound_fill(struct yearly *yearly, struct yearly_obs *obs)
{
    const struct dataset_indicator *indicator = obs->obs->indicator;

    if (obs->level == NULL || obs->obs->period.freq == 0 ||
        obs->obs->status == 'N') {
        return;
    }
    obs->bounds = ARENA_ARRAY(
        yearly->arena, 2 + indicator->part_of_count, struct yearly_bound);
    add_changes(yearly, obs);
    for (size_t i = 0; i < indicator->part_of_count; i++) {
        add_share(yearly, obs, &indicator->parts_of[i]);
    }
}
