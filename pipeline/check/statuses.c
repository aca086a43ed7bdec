/*
 * Statuses that come in pairs: what is included in another category (K) is
 * included in one that says so (W).
 */
#include "check/rules.h"

struct pair {
    const struct dataset_obs *included;
    const struct dataset_obs *includes;
};

/* Observations of one period and phase may include each other. */
static char *key_of(const struct dataset_obs *obs)
{
    return g_strjoin(
        " ", obs->period.text, dataset_phase_name(obs->phase), NULL);
}

static struct pair *pair_of(GHashTable *pairs, const struct dataset_obs *obs)
{
    g_autofree char *key = key_of(obs);
    struct pair *pair = g_hash_table_lookup(pairs, key);

    if (pair == NULL) {
        pair = g_new0(struct pair, 1);
        g_hash_table_insert(pairs, g_steal_pointer(&key), pair);
    }
    return pair;
}

static GHashTable *collect(const struct dataset *dataset)
{
    GHashTable *pairs =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);

    for (size_t i = 0; i < dataset->obs_count; i++) {
        const struct dataset_obs *obs = &dataset->obs[i];

        if (obs->status == 'K') {
            pair_of(pairs, obs)->included = obs;
        } else if (obs->status == 'W') {
            pair_of(pairs, obs)->includes = obs;
        }
    }
    return pairs;
}

static void in_pairs(const struct check *check)
{
    const struct dataset *dataset = check->dataset;
    g_autoptr(GHashTable) pairs = collect(dataset);

    for (size_t i = 0; i < dataset->obs_count; i++) {
        const struct dataset_obs *obs = &dataset->obs[i];
        const struct pair *pair = NULL;

        if (obs->status == 'K' || obs->status == 'W') {
            pair = pair_of(pairs, obs);
        }
        if (obs->status == 'K' && pair->includes == NULL) {
            diag_report(check->diag, DIAG_STATUS_INCLUDED, obs->pos,
                obs->indicator_id, obs->period.text);
        } else if (obs->status == 'W' && pair->included == NULL) {
            diag_report(check->diag, DIAG_STATUS_INCLUDES, obs->pos,
                obs->indicator_id, obs->period.text);
        }
    }
}

static const struct rule items[] = {
    {.dataset = in_pairs},
};

const struct rules rules_statuses = RULES(items);
