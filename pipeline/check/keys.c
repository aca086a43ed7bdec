/*
 * Keys: one observation for an indicator, period and phase; one indicator for
 * a place among the key figures; like things in a chart.
 */
#include "check/rules.h"

static void one_value(const struct check *check, const struct dataset_obs *obs)
{
    const struct dataset_obs *first =
        rules_find_obs(check, obs->indicator_id, obs->period.text, obs->phase);

    if (first != obs) {
        diag_report(check->diag, DIAG_DUPLICATE_KEY, obs->pos,
            obs->indicator_id, obs->period.text, rules_line(first->pos).text);
    }
}

static void key_figures(const struct check *check)
{
    const struct dataset *dataset = check->dataset;
    const struct dataset_indicator *holders[13] = {NULL};

    for (size_t i = 0; i < dataset->indicator_count; i++) {
        const struct dataset_indicator *indicator = &dataset->indicators[i];
        const struct dataset_indicator *holder = holders[indicator->key];

        if (indicator->key == 0) {
            continue;
        }
        if (holder == NULL) {
            holders[indicator->key] = indicator;
        } else {
            char key[8];

            g_snprintf(key, sizeof key, "%d", indicator->key);
            diag_report(check->diag, DIAG_DUPLICATE_KEY_FIGURE, indicator->pos,
                key, holder->id);
        }
    }
}

/* Indicators of one chart share theme and unit. */
static void chart_is_alike(const struct check *check,
    const struct dataset_indicator *first,
    const struct dataset_indicator *indicator)
{
    if (indicator->kind == KIND_EVENT || first->theme != indicator->theme ||
        g_strcmp0(first->unit_id, indicator->unit_id) != 0) {
        diag_report(check->diag, DIAG_CHART_MIXED, indicator->pos,
            indicator->chart, first->id, indicator->id);
    }
}

static void charts(const struct check *check)
{
    const struct dataset *dataset = check->dataset;
    g_autoptr(GHashTable) firsts = g_hash_table_new(g_str_hash, g_str_equal);

    for (size_t i = 0; i < dataset->indicator_count; i++) {
        const struct dataset_indicator *indicator = &dataset->indicators[i];
        const struct dataset_indicator *first;

        if (indicator->chart == NULL) {
            continue;
        }
        first = g_hash_table_lookup(firsts, indicator->chart);
        if (first == NULL) {
            g_hash_table_insert(
                firsts, (gpointer)indicator->chart, (gpointer)indicator);
            first = indicator;
        }
        chart_is_alike(check, first, indicator);
    }
}

static const struct rule items[] = {
    {.obs = one_value},
    {.dataset = key_figures},
    {.dataset = charts},
};

const struct rules rules_keys = RULES(items);
