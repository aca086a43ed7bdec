/*
 * Groups: the parts, or the shares, of one whole under one group id.  All of a
 * group agree on whether they exhaust the whole.  Where they do, parts add up
 * to it and shares to 100 percent, with half a unit of its last digit of room
 * for each printed figure; where they do not they may overlap.
 */
#include "check/rules.h"

#include "base/interval.h"
#include "model/figure.h"
#include "model/groups.h"

static GPtrArray *collect(const struct check *check)
{
    const struct dataset *dataset = check->dataset;
    g_autoptr(GPtrArray) all = g_ptr_array_new();

    for (size_t i = 0; i < dataset->indicator_count; i++) {
        g_ptr_array_add(all, &dataset->indicators[i]);
    }
    return groups_collect(
        (const struct dataset_indicator *const *)all->pdata, all->len);
}

static const struct dataset_obs *find(const void *context,
    const char *indicator_id, const char *period, enum dataset_phase phase)
{
    return rules_find_obs(context, indicator_id, period, phase);
}

static const char *whole_name(const struct group *group)
{
    return group->whole_id != NULL ? group->whole_id : "-";
}

static void group_is_of_one_mind(
    const struct check *check, const struct group *group)
{
    bool is_exhaustive = true;

    for (guint i = 0; i < group->parts->len; i++) {
        const struct group_part *part =
            &g_array_index(group->parts, struct group_part, i);

        if (i > 0 && part->is_exhaustive != is_exhaustive) {
            diag_report(check->diag, DIAG_GROUP_MIXED, part->pos, group->name,
                whole_name(group));
            is_exhaustive = false;
        } else {
            is_exhaustive = part->is_exhaustive;
        }
    }
}

static void groups_are_of_one_mind(const struct check *check)
{
    g_autoptr(GPtrArray) groups = collect(check);

    for (guint i = 0; i < groups->len; i++) {
        group_is_of_one_mind(check, groups->pdata[i]);
    }
}

/* ---- Sums ---- */

/* The middle of an interval in the whole's multiplier, for a message. */
static char *middle_text(const interval *a, int unit_mult)
{
    g_autoptr(number) half = number_new(1, 2);
    g_autoptr(number) both = number_add(a->lo, a->hi);
    g_autoptr(number) middle = number_mul(both, half);
    g_autoptr(number) scaled = number_scale10(middle, -unit_mult);

    return number_text(scaled);
}

/* The sum of parts would tell a confidential one. */
static void conceal_sum(const struct check *check, const struct group_sum *sum)
{
    if (sum->is_secret) {
        diag_conceal(check->diag, DIAG_CONCEAL_ALL);
    }
}

static void parts_against_whole(const struct check *check,
    const struct group *group, const struct dataset_obs *whole)
{
    struct group_sum sum = group_sum(
        group, whole->period.text, whole->phase, find, check);
    g_autoptr(interval) total = figure_of_obs(whole);
    bool is_explained = sum.is_explained ||
                        dataset_notes_have(&whole->notes, NOTE_SUM) ||
                        dataset_notes_have(&group->whole->notes, NOTE_SUM);

    if (sum.range != NULL && !is_explained &&
        !interval_overlaps(sum.range, total)) {
        g_autofree char *text = middle_text(sum.range, whole->unit_mult);

        conceal_sum(check, &sum);
        diag_report(check->diag, DIAG_PART_SUM, whole->pos, group->name,
            whole->indicator_id, text, whole->value_text);
        diag_conceal(check->diag, DIAG_CONCEAL_BY_PLACE);
    }
    group_sum_clear(&sum);
}

/* ---- Shares ---- */

static void report_decimals(const struct check *check,
    const struct group *group, const struct dataset_obs *first,
    const struct group_sum *sum)
{
    char fewest[16];
    char most[16];

    g_snprintf(fewest, sizeof fewest, "%d", sum->decimals_min);
    g_snprintf(most, sizeof most, "%d", sum->decimals);
    diag_report(check->diag, DIAG_SHARE_DECIMALS, first->pos, group->name,
        first->period.text, fewest, most);
}

/* first: the observation of the group's first share. */
static void shares_against_all(const struct check *check,
    const struct group *group, const struct dataset_obs *first)
{
    struct group_sum sum = group_sum(
        group, first->period.text, first->phase, find, check);
    g_autoptr(number) hundred = number_new(100, 1);
    g_autoptr(interval) whole = interval_point(hundred);

    if (sum.range != NULL && !sum.is_explained &&
        !interval_overlaps(sum.range, whole)) {
        g_autofree char *text = middle_text(sum.range, 0);

        conceal_sum(check, &sum);
        diag_report(check->diag, DIAG_SHARE_SUM, first->pos, group->name,
            whole_name(group), first->period.text, text);
        diag_conceal(check->diag, DIAG_CONCEAL_BY_PLACE);
    }
    if (sum.range != NULL && sum.decimals_min < sum.decimals) {
        report_decimals(check, group, first, &sum);
    }
    group_sum_clear(&sum);
}

/* ---- All groups ---- */

/*
 * Groups by the indicator at whose observations they are looked at: the whole,
 * or the first of the shares.
 */
static GHashTable *by_anchor(const GPtrArray *groups)
{
    GHashTable *index = g_hash_table_new_full(
        NULL, NULL, NULL, (GDestroyNotify)g_ptr_array_unref);

    for (guint i = 0; i < groups->len; i++) {
        struct group *group = groups->pdata[i];
        const struct dataset_indicator *anchor = group_anchor(group);
        GPtrArray *list = g_hash_table_lookup(index, anchor);

        if (list == NULL) {
            list = g_ptr_array_new();
            g_hash_table_insert(index, (gpointer)anchor, list);
        }
        g_ptr_array_add(list, group);
    }
    return index;
}

static void group_adds_up(const struct check *check, const struct group *group,
    const struct dataset_obs *obs)
{
    if (!group->is_exhaustive) {
        return;
    }
    if (group->are_shares) {
        shares_against_all(check, group, obs);
    } else if (obs->value != NULL && obs->qualifier == QUALIFIER_NONE) {
        parts_against_whole(check, group, obs);
    }
}

static void groups_add_up(const struct check *check)
{
    const struct dataset *dataset = check->dataset;
    g_autoptr(GPtrArray) groups = collect(check);
    g_autoptr(GHashTable) index = by_anchor(groups);

    for (size_t i = 0; i < dataset->obs_count; i++) {
        const struct dataset_obs *obs = &dataset->obs[i];
        const GPtrArray *list =
            obs->indicator != NULL && obs->period.freq != '\0'
                ? g_hash_table_lookup(index, obs->indicator)
                : NULL;

        for (guint j = 0; list != NULL && j < list->len; j++) {
            group_adds_up(check, list->pdata[j], obs);
        }
    }
}

static const struct rule items[] = {
    {.dataset = groups_are_of_one_mind},
    {.dataset = groups_add_up},
};

const struct rules rules_sums = RULES(items);
