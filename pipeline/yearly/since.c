/*
 * Multiples, doublings and compound growth since the first year of a series
 * that can be compared with the report year: behind its last break, of a point
 * value and of the same definition.
 */
#include "yearly/since.h"

#include "model/growth.h"
#include "yearly/change.h"
#include "yearly/earlier.h"

#define YEARS_OF_GROWTH 2 /* from which on growth a year says something new */
#define DECIMALS 1        /* printed, where the levels are known well enough */

static bool is_yearly(const struct yearly_obs *obs)
{
    return obs->obs->period.freq == 'A' && obs->obs->indicator->freq == 'A';
}

/*
 * The earliest of the series that compares; reason: why an earlier one, with a
 * period of at least two years, does not.  NULL: none compares.
 */
static const struct yearly_obs *find_first(struct yearly *yearly,
    struct yearly_obs *obs, struct yearly_absent *absent)
{
    const struct yearly_obs *first = NULL;

    for (guint i = 0; i < obs->index; i++) {
        const struct yearly_obs *one =
            g_ptr_array_index(obs->series->obs, i);
        struct yearly_earlier earlier;

        if (!is_yearly(one) || one->obs->phase != obs->obs->phase) {
            continue;
        }
        earlier = earlier_find(yearly, obs, one->obs->period.text);
        if (earlier.level != NULL && !earlier.is_from_base) {
            first = one;
            break;
        }
        if (absent->base == NULL) {
            absent->base = one->obs->period.text;
            absent->reason = earlier.reason;
        }
    }
    return first;
}

static void add(struct yearly *yearly, struct yearly_obs *obs,
    const struct yearly_since *since, int most)
{
    struct yearly_since *added = NULL;

    /* A level that may be nought did not grow at any rate. */
    if (since->result.value == NULL) {
        return;
    }
    added = &obs->sinces[obs->since_count++];
    *added = *since;
    added->decimals = yearly_decimals(yearly, &since->result, most);
}

/* Where the level is twice what it was, or more. */
static void add_times(struct yearly *yearly, struct yearly_obs *obs,
    const char *base, const struct change_levels *levels)
{
    struct yearly_since since = {.kind = CHANGE_TIMES, .base = base};
    int least = 0;

    since.result = change_compute(yearly, CHANGE_TIMES, levels);
    if (growth_doublings(since.result.value) == 0) {
        return;
    }
    add(yearly, obs, &since, DECIMALS);
    least = growth_doublings(since.result.range->lo);
    if (least > 0 && least == growth_doublings(since.result.range->hi)) {
        since.kind = CHANGE_DOUBLINGS;
        since.result.value = yearly_keep(yearly, number_new(least, 1));
        since.result.range = yearly_keep_interval(
            yearly, interval_point(since.result.value));
        add(yearly, obs, &since, 0);
    }
}

static void add_annual(struct yearly *yearly, struct yearly_obs *obs,
    const char *base, const struct change_levels *levels)
{
    int stated = obs->series->percent_decimals;
    const struct yearly_since since = {
        .kind = CHANGE_ANNUAL,
        .base = base,
        .result = change_compute(yearly, CHANGE_ANNUAL, levels),
    };

    add(yearly, obs, &since, stated >= 0 ? stated : DECIMALS);
}

static enum yearly_reason refusal(
    const struct yearly_obs *obs, const struct yearly_obs *first)
{
    return obs->obs->indicator->prices == PRICES_COMPARABLE
               ? REASON_COMPARABLE_PRICES
               : change_rate_refusal(obs->level, first->level);
}

/* The growth since first, or why there is none. */
static void add_growth(struct yearly *yearly, struct yearly_obs *obs,
    const struct yearly_obs *first, struct yearly_absent *absent)
{
    const struct change_levels levels = {
        .now = obs->level,
        .before = first->level,
        .years = growth_years(&first->obs->period, &obs->obs->period),
    };
    enum yearly_reason reason = refusal(obs, first);

    if (reason == REASON_NONE) {
        add_times(yearly, obs, first->obs->period.text, &levels);
        if (levels.years >= YEARS_OF_GROWTH) {
            add_annual(yearly, obs, first->obs->period.text, &levels);
            absent->reason = REASON_NONE;
        }
    } else if (levels.years >= YEARS_OF_GROWTH) {
        absent->base = first->obs->period.text;
        absent->reason = reason;
    }
}

/* Only what spans two years or more could have had growth a year. */
static bool deserves_note(
    const struct yearly_obs *obs, const struct yearly_absent *absent)
{
    struct dataset_period base;

    return absent->reason != REASON_NONE &&
           dataset_period_read(absent->base, &base) &&
           growth_years(&base, &obs->obs->period) >= YEARS_OF_GROWTH;
}

void since_fill(struct yearly *yearly, struct yearly_obs *obs)
{
    struct yearly_absent absent = {
        .what = "since", .kind = dataset_change_name(CHANGE_ANNUAL)};
    const struct yearly_obs *first = NULL;

    if (!obs->is_current || !is_yearly(obs) ||
        !change_exists(obs->obs->indicator->kind, CHANGE_ANNUAL)) {
        return;
    }
    first = find_first(yearly, obs, &absent);
    if (first != NULL) {
        add_growth(yearly, obs, first, &absent);
    }
    if (deserves_note(obs, &absent)) {
        change_note_absent(obs, &absent);
    }
}
