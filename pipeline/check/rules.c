/*
 * Runs the rules of all subjects over a dataset.
 */
#include "check/rules.h"

#include "check/check.h"
#include "check/confidential.h"
#include "check/disclosure.h"

static const struct rules *const subjects[] = {
    &rules_references,
    &rules_keys,
    &rules_units,
    &rules_periods,
    &rules_values,
    &rules_statuses,
    &rules_confidential,
    &rules_spans,
    &rules_changes,
    &rules_ratios,
    &rules_ranks,
    &rules_texts,
    &rules_parts,
    &rules_shares,
    &rules_sums,
    &rules_citations,
    &rules_qualifiers,
};

/* ---- Observations by their key: indicator, period, phase ---- */

static guint key_hash(gconstpointer item)
{
    const struct dataset_obs *obs = item;

    return (g_str_hash(obs->indicator_id) * 31 + g_str_hash(obs->period.text)) *
               31 +
           (guint)obs->phase;
}

static gboolean key_equal(gconstpointer left, gconstpointer right)
{
    const struct dataset_obs *a = left;
    const struct dataset_obs *b = right;

    return a->phase == b->phase &&
           g_str_equal(a->period.text, b->period.text) &&
           g_str_equal(a->indicator_id, b->indicator_id);
}

static GHashTable *index_obs(const struct dataset *dataset)
{
    GHashTable *index = g_hash_table_new(key_hash, key_equal);

    for (size_t i = 0; i < dataset->obs_count; i++) {
        struct dataset_obs *obs = &dataset->obs[i];

        if (!g_hash_table_contains(index, obs)) {
            g_hash_table_add(index, obs);
        }
    }
    return index;
}

const struct dataset_obs *rules_find_obs(const struct check *check,
    const char *indicator_id, const char *period, enum dataset_phase phase)
{
    const struct dataset_obs key = {
        .indicator_id = indicator_id,
        .period = {.text = period},
        .phase = phase,
    };

    return g_hash_table_lookup(check->obs, &key);
}

/* ---- Words for messages ---- */

char *rules_list(unsigned set, int count, const char *(*name)(int value))
{
    GString *list = g_string_new(NULL);

    for (int i = 0; i < count; i++) {
        if ((set & (1u << i)) != 0) {
            g_string_append_printf(
                list, "%s%s", list->len > 0 ? ", " : "", name(i));
        }
    }
    return g_string_free(list, FALSE);
}

struct rules_line rules_line(struct diag_pos pos)
{
    struct rules_line line;

    g_snprintf(line.text, sizeof line.text, "%d", pos.line);
    return line;
}

/* ---- The run ---- */

static void run(const struct check *check, const struct rule *rule)
{
    const struct dataset *dataset = check->dataset;

    if (rule->dataset != NULL) {
        rule->dataset(check);
    }
    for (size_t i = 0; rule->indicator != NULL && i < dataset->indicator_count;
         i++) {
        rule->indicator(check, &dataset->indicators[i]);
    }
    for (size_t i = 0; rule->obs != NULL && i < dataset->obs_count; i++) {
        rule->obs(check, &dataset->obs[i]);
    }
}

void check_dataset(const struct dataset *dataset, struct diag *diag)
{
    struct check check = {dataset, diag, index_obs(dataset)};

    confidential_conceal(dataset, diag);
    for (size_t i = 0; i < G_N_ELEMENTS(subjects); i++) {
        for (size_t j = 0; j < subjects[i]->count; j++) {
            run(&check, &subjects[i]->items[j]);
        }
    }
    disclosure_find(&dataset, 1, diag);
    g_hash_table_unref(check.obs);
}
