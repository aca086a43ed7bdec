/*
 * Collecting groups and adding up what stands for one period in them.
 */
#include "model/groups.h"

#include <limits.h>
#include <string.h>

#include "model/figure.h"
#include "model/ratio.h"

static void group_free(gpointer item)
{
    struct group *group = item;

    g_array_unref(group->parts);
    g_free(group);
}

/* ---- Collecting ---- */

static guint group_hash(gconstpointer item)
{
    const struct group *group = item;
    guint whole = group->whole_id != NULL ? g_str_hash(group->whole_id) : 0;

    return whole * 31 + g_str_hash(group->name) + group->are_shares;
}

static gboolean group_equal(gconstpointer left, gconstpointer right)
{
    const struct group *a = left;
    const struct group *b = right;

    return a->are_shares == b->are_shares &&
           g_strcmp0(a->whole_id, b->whole_id) == 0 &&
           strcmp(a->name, b->name) == 0;
}

/* Puts a part into the group that key describes, which is made if need be. */
static void add_part(GPtrArray *groups, GHashTable *index,
    const struct group *key, const struct group_part *part)
{
    struct group *group = g_hash_table_lookup(index, key);

    if (group == NULL) {
        group = g_new0(struct group, 1);
        *group = *key;
        group->is_exhaustive = true;
        group->parts = g_array_new(FALSE, FALSE, sizeof(struct group_part));
        g_ptr_array_add(groups, group);
        g_hash_table_add(index, group);
    }
    group->is_exhaustive = group->is_exhaustive && part->is_exhaustive;
    g_array_append_val(group->parts, *part);
}

static void add_indicator(GPtrArray *groups, GHashTable *index,
    const struct dataset_indicator *indicator)
{
    const struct dataset_ratio *ratio = indicator->ratio;

    for (size_t i = 0; i < indicator->part_of_count; i++) {
        const struct dataset_part_of *of = &indicator->parts_of[i];
        const struct group key = {
            .name = of->group,
            .whole_id = of->indicator_id,
            .whole = of->indicator,
        };
        const struct group_part part = {indicator, of->pos, of->is_exhaustive};

        if (of->indicator != NULL) {
            add_part(groups, index, &key, &part);
        }
    }
    if (ratio != NULL && ratio->group != NULL &&
        indicator->kind == KIND_SHARE) {
        const struct group key = {
            .name = ratio->group,
            .whole_id = ratio->to_id,
            .whole = ratio->to,
            .are_shares = true,
        };
        const struct group_part part = {
            indicator, ratio->pos, ratio->is_exhaustive};

        add_part(groups, index, &key, &part);
    }
}

GPtrArray *groups_collect(
    const struct dataset_indicator *const *indicators, size_t count)
{
    GPtrArray *groups = g_ptr_array_new_with_free_func(group_free);
    g_autoptr(GHashTable) index = g_hash_table_new(group_hash, group_equal);

    for (size_t i = 0; i < count; i++) {
        add_indicator(groups, index, indicators[i]);
    }
    return groups;
}

const struct dataset_indicator *group_anchor(const struct group *group)
{
    return group->are_shares
               ? g_array_index(group->parts, struct group_part, 0).indicator
               : group->whole;
}

/* ---- Adding up ---- */

/* A part is of the whole's unit, a share of one that a percentage has. */
static bool is_like(const struct group *group, const struct dataset_obs *obs)
{
    const struct dataset_indicator *part = obs->indicator;

    if (part == NULL || part->unit == NULL) {
        return false;
    }
    return group->are_shares
               ? ratio_power(part) > 0
               : g_strcmp0(part->unit_id, group->whole->unit_id) == 0;
}

static enum group_state state_of(
    const struct group *group, const struct dataset_obs *obs)
{
    if (obs == NULL || obs->value == NULL) {
        return GROUP_MISSING;
    }
    if (!is_like(group, obs)) {
        return GROUP_UNLIKE;
    }
    return obs->qualifier != QUALIFIER_NONE ? GROUP_BOUND : GROUP_SUMMED;
}

/* What a part allows: shares in percent whatever they are measured in. */
static interval *amount_of(
    const struct group *group, const struct dataset_obs *obs)
{
    g_autoptr(interval) figure = figure_of_obs(obs);

    return interval_scale10(
        figure, group->are_shares ? 2 - ratio_power(obs->indicator) : 0);
}

static int decimals_of(const struct dataset_obs *obs)
{
    int decimals =
        obs->decimals >= 0 ? obs->decimals : number_decimals(obs->value_text);

    return decimals + MAX(ratio_power(obs->indicator) - 2, 0);
}

static void note(struct group_sum *sum, const struct group *group,
    const struct dataset_obs *obs)
{
    int decimals = group->are_shares ? decimals_of(obs) : 0;

    sum->decimals = MAX(sum->decimals, decimals);
    sum->decimals_min = MIN(sum->decimals_min, decimals);
    sum->is_explained =
        sum->is_explained || dataset_notes_have(&obs->notes, NOTE_SUM);
}

struct group_sum group_sum(const struct group *group, const char *period,
    enum dataset_phase phase, group_find *find, const void *context)
{
    struct group_sum sum = {.state = GROUP_SUMMED, .decimals_min = INT_MAX};
    g_autoptr(number) zero = number_new(0, 1);
    g_autoptr(interval) total = interval_point(zero);

    for (guint i = 0; i < group->parts->len; i++) {
        const struct group_part *part =
            &g_array_index(group->parts, struct group_part, i);
        const struct dataset_obs *obs =
            find(context, part->indicator->id, period, phase);
        enum group_state state = state_of(group, obs);
        g_autoptr(interval) before = NULL;
        g_autoptr(interval) amount = NULL;

        sum.found += obs != NULL;
        sum.is_secret = sum.is_secret ||
                        (obs != NULL && dataset_obs_is_confidential(obs));
        if (state != GROUP_SUMMED) {
            sum.state = state;
            continue;
        }
        amount = amount_of(group, obs);
        before = g_steal_pointer(&total);
        total = interval_add(before, amount);
        note(&sum, group, obs);
    }
    if (sum.state == GROUP_SUMMED) {
        sum.range = g_steal_pointer(&total);
    }
    return sum;
}

void group_sum_clear(struct group_sum *sum)
{
    interval_free(sum->range);
    sum->range = NULL;
}
