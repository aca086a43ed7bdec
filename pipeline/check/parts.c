/*
 * Parts and wholes: a part is of the whole's unit and no greater, nothing is a
 * part of itself, and the parts of an exhaustive group add up to the whole as
 * far as printed digits can (sums that differ by rounding alone are right).
 */
#include "check/rules.h"

#include "base/interval.h"
#include "model/figure.h"

static void part_is_like_whole(
    const struct check *check, const struct dataset_indicator *indicator)
{
    for (size_t i = 0; i < indicator->part_of_count; i++) {
        const struct dataset_part_of *part = &indicator->parts_of[i];
        const struct dataset_indicator *whole = part->indicator;

        if (whole == NULL) {
            continue;
        }
        if (!dataset_kind_is_additive(indicator->kind) ||
            !dataset_kind_is_additive(whole->kind)) {
            diag_report(check->diag, DIAG_PART_KIND, part->pos, indicator->id,
                dataset_kind_name(indicator->kind), whole->id,
                dataset_kind_name(whole->kind));
        } else if (indicator->unit != NULL && whole->unit != NULL &&
                   indicator->unit != whole->unit) {
            diag_report(check->diag, DIAG_PART_UNIT, part->pos, indicator->id,
                indicator->unit_id, whole->id, whole->unit_id);
        }
    }
}

static void part_once(
    const struct check *check, const struct dataset_indicator *indicator)
{
    for (size_t i = 1; i < indicator->part_of_count; i++) {
        const struct dataset_part_of *part = &indicator->parts_of[i];

        for (size_t j = 0; j < i; j++) {
            const struct dataset_part_of *first = &indicator->parts_of[j];

            if (g_str_equal(first->indicator_id, part->indicator_id) &&
                g_str_equal(first->group, part->group)) {
                diag_report(check->diag, DIAG_PART_TWICE, part->pos,
                    indicator->id, part->indicator_id, part->group);
                break;
            }
        }
    }
}

/* ---- Nothing is a part of itself ---- */

/* One step of a walk from parts to wholes. */
struct step {
    const struct dataset_indicator *indicator;
    size_t next; /* the partOf to follow next */
};

enum { NEW, OPEN, DONE };

/* Walks on from what steps holds; states is by index of indicator. */
static void walk(const struct check *check, GArray *steps, guint8 *states)
{
    while (steps->len > 0) {
        struct step *step = &g_array_index(steps, struct step, steps->len - 1);
        const struct dataset_part_of *part;
        struct step onward = {NULL, 0};

        if (step->next == step->indicator->part_of_count) {
            states[step->indicator->index] = DONE;
            g_array_set_size(steps, steps->len - 1);
            continue;
        }
        part = &step->indicator->parts_of[step->next++];
        if (part->indicator == NULL) {
            continue;
        }
        if (states[part->indicator->index] == OPEN) {
            diag_report(check->diag, DIAG_PART_CYCLE, part->pos,
                step->indicator->id, part->indicator->id);
        } else if (states[part->indicator->index] == NEW) {
            states[part->indicator->index] = OPEN;
            onward.indicator = part->indicator;
            g_array_append_val(steps, onward);
        }
    }
}

static void no_cycles(const struct check *check)
{
    const struct dataset *dataset = check->dataset;
    g_autofree guint8 *states = g_new0(guint8, dataset->indicator_count);
    g_autoptr(GArray) steps = g_array_new(FALSE, FALSE, sizeof(struct step));

    for (size_t i = 0; i < dataset->indicator_count; i++) {
        struct step start = {&dataset->indicators[i], 0};

        if (states[i] == NEW) {
            states[i] = OPEN;
            g_array_append_val(steps, start);
            walk(check, steps, states);
        }
    }
}

/* ---- No part is greater than its whole ---- */

/*
 * The least value that a figure with its qualifier allows; NULL: unknown.
 * "Over 120" begins at 120; a printed 120 was rounded from 119.5 or more.
 */
static number *least(const struct dataset_obs *obs)
{
    g_autoptr(interval) figure = figure_of_obs(obs);

    switch (obs->qualifier) {
    case QUALIFIER_NONE:
        return number_copy(figure->lo);
    case QUALIFIER_OVER:
    case QUALIFIER_ODD:
        return number_scale10(obs->value, obs->unit_mult);
    case QUALIFIER_NEARLY:
    case QUALIFIER_WITHIN:
    case QUALIFIER_ABOUT:
    case QUALIFIER_COUNT:
        break;
    }
    return NULL;
}

/*
 * The greatest value it allows; NULL: unknown.  is_open: all values are below
 * it, since what reaches it would have been rounded up.
 */
static number *greatest(const struct dataset_obs *obs, bool *is_open)
{
    g_autoptr(interval) figure = figure_of_obs(obs);

    *is_open = false;
    switch (obs->qualifier) {
    case QUALIFIER_NONE:
        *is_open = number_compare(figure->lo, figure->hi) < 0;
        return number_copy(figure->hi);
    case QUALIFIER_NEARLY:
    case QUALIFIER_WITHIN:
        return number_scale10(obs->value, obs->unit_mult);
    case QUALIFIER_OVER:
    case QUALIFIER_ODD:
    case QUALIFIER_ABOUT:
    case QUALIFIER_COUNT:
        break;
    }
    return NULL;
}

static bool exceeds(
    const struct dataset_obs *part, const struct dataset_obs *whole)
{
    bool is_open;
    g_autoptr(number) low = least(part);
    g_autoptr(number) high = greatest(whole, &is_open);
    int order;

    if (low == NULL || high == NULL) {
        return false;
    }
    order = number_compare(low, high);
    return order > 0 || (order == 0 && is_open);
}

static void part_within(const struct check *check,
    const struct dataset_obs *obs, const struct dataset_indicator *whole)
{
    const struct dataset_obs *all =
        rules_find_obs(check, whole->id, obs->period.text, obs->phase);

    if (all != NULL && all->indicator == whole && all->value != NULL &&
        whole->unit == obs->indicator->unit && exceeds(obs, all)) {
        g_autofree char *part_text = figure_text(obs, obs->value_text);
        g_autofree char *whole_text = figure_text(all, all->value_text);

        diag_report(check->diag, DIAG_PART_EXCEEDS_WHOLE, obs->pos,
            obs->indicator_id, part_text, whole->id, whole_text,
            rules_line(all->pos).text);
    }
}

static void no_part_exceeds(
    const struct check *check, const struct dataset_obs *obs)
{
    const struct dataset_indicator *indicator = obs->indicator;

    if (indicator == NULL || obs->value == NULL || obs->period.freq == '\0') {
        return;
    }
    for (size_t i = 0; i < indicator->part_of_count; i++) {
        const struct dataset_indicator *whole =
            indicator->parts_of[i].indicator;

        if (whole != NULL && whole != indicator) {
            part_within(check, obs, whole);
        }
    }
}

static const struct rule items[] = {
    {.indicator = part_is_like_whole},
    {.indicator = part_once},
    {.dataset = no_cycles},
    {.obs = no_part_exceeds},
};

const struct rules rules_parts = RULES(items);
