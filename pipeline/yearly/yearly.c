/*
 * The joined data as a container: keys, ownership, lookup.
 */
#include "yearly/yearly.h"

#include <string.h>

#include "base/arena.h"
#include "yearly/build.h"

const number *yearly_keep(struct yearly *yearly, number *a)
{
    g_ptr_array_add(yearly->numbers, a);
    return a;
}

const interval *yearly_keep_interval(struct yearly *yearly, interval *a)
{
    g_ptr_array_add(yearly->intervals, a);
    return a;
}

static void free_number(gpointer a)
{
    number_free(a);
}

static void free_interval(gpointer a)
{
    interval_free(a);
}

static void free_theme(gpointer item)
{
    struct yearly_theme *theme = item;

    g_ptr_array_unref(theme->series);
    g_free(theme);
}

static void free_series(gpointer item)
{
    struct yearly_series *series = item;

    g_ptr_array_unref(series->obs);
    g_free(series);
}

static guint key_hash(gconstpointer item)
{
    const struct dataset_obs *obs = ((const struct yearly_obs *)item)->obs;

    return (g_str_hash(obs->indicator_id) * 31 + g_str_hash(obs->period.text)) *
               31 +
           (guint)obs->phase;
}

static gboolean key_equal(gconstpointer left, gconstpointer right)
{
    const struct dataset_obs *a = ((const struct yearly_obs *)left)->obs;
    const struct dataset_obs *b = ((const struct yearly_obs *)right)->obs;

    return a->phase == b->phase &&
           g_str_equal(a->period.text, b->period.text) &&
           g_str_equal(a->indicator_id, b->indicator_id);
}

void yearly_add(struct yearly *yearly, struct yearly_obs *obs)
{
    g_hash_table_add(yearly->keys, obs);
    g_ptr_array_add(obs->series->obs, obs);
}

struct yearly_obs *yearly_lookup(const struct yearly *yearly,
    const char *indicator, const char *period, enum dataset_phase phase)
{
    const struct dataset_obs said = {
        .indicator_id = indicator,
        .period = {.text = period},
        .phase = phase,
    };
    const struct yearly_obs key = {.obs = &said};

    return g_hash_table_lookup(yearly->keys, &key);
}

struct yearly *yearly_new(void)
{
    struct yearly *yearly = g_new0(struct yearly, 1);

    yearly->files = g_ptr_array_new();
    yearly->themes = g_ptr_array_new_with_free_func(free_theme);
    yearly->units = g_ptr_array_new();
    yearly->sources = g_ptr_array_new();
    yearly->series = g_ptr_array_new_with_free_func(free_series);
    yearly->theme_ids = g_hash_table_new(g_str_hash, g_str_equal);
    yearly->series_ids = g_hash_table_new(g_str_hash, g_str_equal);
    yearly->keys = g_hash_table_new(key_hash, key_equal);
    yearly->arena = arena_new();
    yearly->numbers = g_ptr_array_new_with_free_func(free_number);
    yearly->intervals = g_ptr_array_new_with_free_func(free_interval);
    return yearly;
}

void yearly_free(struct yearly *yearly)
{
    if (yearly == NULL) {
        return;
    }
    g_ptr_array_unref(yearly->files);
    g_ptr_array_unref(yearly->themes);
    g_ptr_array_unref(yearly->units);
    g_ptr_array_unref(yearly->sources);
    g_ptr_array_unref(yearly->series);
    g_hash_table_unref(yearly->theme_ids);
    g_hash_table_unref(yearly->series_ids);
    g_hash_table_unref(yearly->keys);
    g_ptr_array_unref(yearly->numbers);
    g_ptr_array_unref(yearly->intervals);
    arena_free(yearly->arena);
    g_free(yearly);
}

static bool prints_nought(
    const struct yearly *yearly, const number *value, int decimals)
{
    g_autofree char *text =
        number_round_text(value, decimals, yearly->newest->rounding);

    return strpbrk(text, "123456789") == NULL;
}

int yearly_decimals(
    const struct yearly *yearly, const struct yearly_result *result, int most)
{
    int least =
        result->range == NULL ? 0 : interval_decimals(result->range, most);
    int decimals = least;

    while (decimals < most && prints_nought(yearly, result->value, decimals)) {
        decimals++;
    }
    return prints_nought(yearly, result->value, decimals) ? least : decimals;
}
