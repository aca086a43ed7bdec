/*
 * Groups: the parts of one whole under one group id.  All of a group agree on
 * whether they exhaust the whole, and where they do, they add up to it.
 */
#include "check/rules.h"

#include "base/interval.h"
#include "model/figure.h"

struct group {
    const struct dataset_indicator *whole;
    const char *name;
    bool is_exhaustive;
    GPtrArray *parts; /* of const struct dataset_indicator */
};

static guint group_hash(gconstpointer item)
{
    const struct group *group = item;

    return g_direct_hash(group->whole) * 31 + g_str_hash(group->name);
}

static gboolean group_equal(gconstpointer left, gconstpointer right)
{
    const struct group *a = left;
    const struct group *b = right;

    return a->whole == b->whole && g_str_equal(a->name, b->name);
}

static void group_free(gpointer item)
{
    struct group *group = item;

    g_ptr_array_unref(group->parts);
    g_free(group);
}

struct groups {
    GHashTable *all;      /* of struct group, owned; by whole and name */
    GHashTable *by_whole; /* whole -> GPtrArray of its groups, as declared */
};

static void groups_clear(struct groups *groups)
{
    g_hash_table_unref(groups->by_whole);
    g_hash_table_unref(groups->all);
}

static struct group *group_new(
    struct groups *groups, const struct dataset_part_of *part)
{
    struct group *group = g_new0(struct group, 1);
    GPtrArray *list = g_hash_table_lookup(groups->by_whole, part->indicator);

    group->whole = part->indicator;
    group->name = part->group;
    group->is_exhaustive = part->is_exhaustive;
    group->parts = g_ptr_array_new();
    g_hash_table_add(groups->all, group);
    if (list == NULL) {
        list = g_ptr_array_new();
        g_hash_table_insert(groups->by_whole, (gpointer)part->indicator, list);
    }
    g_ptr_array_add(list, group);
    return group;
}

static void add_parts(const struct check *check, struct groups *groups,
    const struct dataset_indicator *indicator)
{
    for (size_t i = 0; i < indicator->part_of_count; i++) {
        const struct dataset_part_of *part = &indicator->parts_of[i];
        const struct group key = {
            .whole = part->indicator, .name = part->group};
        struct group *group;

        if (part->indicator == NULL) {
            continue;
        }
        group = g_hash_table_lookup(groups->all, &key);
        if (group == NULL) {
            group = group_new(groups, part);
        }
        if (group->is_exhaustive != part->is_exhaustive) {
            diag_report(check->diag, DIAG_GROUP_MIXED, part->pos, part->group,
                group->whole->id);
            group->is_exhaustive = false;
        }
        g_ptr_array_add(group->parts, (gpointer)indicator);
    }
}

static struct groups collect_groups(const struct check *check)
{
    const struct dataset *dataset = check->dataset;
    struct groups groups = {
        g_hash_table_new_full(group_hash, group_equal, group_free, NULL),
        g_hash_table_new_full(
            NULL, NULL, NULL, (GDestroyNotify)g_ptr_array_unref),
    };

    for (size_t i = 0; i < dataset->indicator_count; i++) {
        add_parts(check, &groups, &dataset->indicators[i]);
    }
    return groups;
}

/* ---- Sums ---- */

/* The sum of all parts in the whole's period, if each is a point value. */
static interval *sum_of_parts(const struct check *check,
    const struct group *group, const struct dataset_obs *whole,
    bool *is_explained)
{
    g_autoptr(number) zero = number_new(0, 1);
    g_autoptr(interval) sum = interval_point(zero);

    for (guint i = 0; i < group->parts->len; i++) {
        const struct dataset_indicator *part = group->parts->pdata[i];
        const struct dataset_obs *obs =
            rules_find_obs(check, part->id, whole->period.text, whole->phase);
        g_autoptr(interval) value = NULL;
        g_autoptr(interval) before = NULL;

        if (obs == NULL || obs->value == NULL ||
            obs->qualifier != QUALIFIER_NONE || part->unit == NULL ||
            part->unit != group->whole->unit) {
            return NULL;
        }
        *is_explained =
            *is_explained || dataset_notes_have(&obs->notes, NOTE_SUM);
        value = figure_of_obs(obs);
        before = g_steal_pointer(&sum);
        sum = interval_add(before, value);
    }
    return g_steal_pointer(&sum);
}

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
static bool has_secret_part(const struct check *check,
    const struct group *group, const struct dataset_obs *whole)
{
    for (guint i = 0; i < group->parts->len; i++) {
        const struct dataset_indicator *part = group->parts->pdata[i];
        const struct dataset_obs *obs =
            rules_find_obs(check, part->id, whole->period.text, whole->phase);

        if (obs != NULL && dataset_obs_is_confidential(obs)) {
            return true;
        }
    }
    return false;
}

static void group_adds_up(const struct check *check, const struct group *group,
    const struct dataset_obs *whole)
{
    bool is_explained = dataset_notes_have(&whole->notes, NOTE_SUM) ||
                        dataset_notes_have(&group->whole->notes, NOTE_SUM);
    g_autoptr(interval) sum = sum_of_parts(check, group, whole, &is_explained);
    g_autoptr(interval) total = figure_of_obs(whole);

    if (sum != NULL && total != NULL && !is_explained &&
        !interval_overlaps(sum, total)) {
        g_autofree char *text = middle_text(sum, whole->unit_mult);

        if (has_secret_part(check, group, whole)) {
            diag_conceal(check->diag, DIAG_CONCEAL_ALL);
        }
        diag_report(check->diag, DIAG_PART_SUM, whole->pos, group->name,
            whole->indicator_id, text, whole->value_text);
        diag_conceal(check->diag, DIAG_CONCEAL_BY_PLACE);
    }
}

static void groups_add_up(const struct check *check)
{
    const struct dataset *dataset = check->dataset;
    struct groups groups = collect_groups(check);

    for (size_t i = 0; i < dataset->obs_count; i++) {
        const struct dataset_obs *obs = &dataset->obs[i];
        const GPtrArray *list =
            g_hash_table_lookup(groups.by_whole, obs->indicator);

        if (list == NULL || obs->value == NULL || obs->period.freq == '\0' ||
            obs->qualifier != QUALIFIER_NONE) {
            continue;
        }
        for (guint j = 0; j < list->len; j++) {
            const struct group *group = list->pdata[j];

            if (group->is_exhaustive) {
                group_adds_up(check, group, obs);
            }
        }
    }
    groups_clear(&groups);
}

static const struct rule items[] = {
    {.dataset = groups_add_up},
};

const struct rules rules_sums = RULES(items);
