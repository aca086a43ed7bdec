/*
 * Joins the files of a dataset into series over time.  Files may come in any
 * order and may each hold several years; of two observations of one key the
 * newer file's counts.
 */
#include "yearly/match.h"

#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "model/figure.h"
#include "yearly/build.h"

static gint newest_first(gconstpointer left, gconstpointer right)
{
    const struct dataset *a = *(const struct dataset *const *)left;
    const struct dataset *b = *(const struct dataset *const *)right;

    return a->year != b->year ? (a->year > b->year ? -1 : 1)
                              : strcmp(a->path, b->path);
}

/* All files are years of one dataset. */
static void check_files(const struct yearly *yearly, struct diag *diag)
{
    const struct dataset *newest = yearly->newest;

    for (guint i = 1; i < yearly->files->len; i++) {
        const struct dataset *file = g_ptr_array_index(yearly->files, i);
        const struct dataset *newer = g_ptr_array_index(yearly->files, i - 1);

        if (strcmp(file->id, newest->id) != 0) {
            diag_report(diag, DIAG_DATASET_DIFFERS, file->pos, file->id,
                newest->path, newest->id);
        } else if (file->year == newer->year) {
            g_autofree char *year = g_strdup_printf("%d", file->year);

            diag_report(diag, DIAG_YEAR_TWICE, file->pos, year, newer->path);
        }
        if (file->rounding != newest->rounding) {
            diag_report(diag, DIAG_ROUNDING_DIFFERS, file->pos,
                rounding_name(file->rounding), rounding_name(newest->rounding),
                newest->path);
        }
    }
}

/* ---- Observations ---- */

char *match_value_name(
    const struct dataset_obs *obs, const struct dataset_obs *other)
{
    const char *qualifier = dataset_qualifier_name(obs->qualifier);
    g_autofree char *power =
        obs->unit_mult == other->unit_mult
            ? g_strdup("")
            : g_strdup_printf(" (unitMult %d)", obs->unit_mult);

    if (obs->value_text == NULL) {
        return g_strdup("-");
    }
    return g_strconcat(
        qualifier, *qualifier != '\0' ? " " : "", obs->value_text, power, NULL);
}

static bool is_same_value(
    const struct yearly_obs *a, const struct yearly_obs *b)
{
    if (a->level == NULL || b->level == NULL) {
        return a->level == b->level;
    }
    return number_compare(a->level->exact, b->level->exact) == 0 &&
           a->obs->qualifier == b->obs->qualifier;
}

/*
 * A second observation of a key.  The first came from the newer file, and the
 * nearest older one is kept beside it: revision.c compares them.
 */
static void keep_older(
    struct yearly_obs *newer, struct yearly_obs *older, struct diag *diag)
{
    if (newer->file != older->file) {
        newer->before = newer->before != NULL ? newer->before : older;
    } else if (!is_same_value(newer, older)) {
        g_autofree char *new_value = match_value_name(newer->obs, older->obs);
        g_autofree char *old_value = match_value_name(older->obs, newer->obs);

        diag_report(diag, DIAG_VALUE_TWICE, older->obs->pos,
            newer->obs->indicator_id, old_value, newer->obs->period.text,
            new_value);
    }
}

static struct yearly_level *level_of(
    struct yearly *yearly, const struct dataset_obs *obs)
{
    struct yearly_level *level = NULL;

    if (obs->value == NULL) {
        return NULL;
    }
    level = ARENA_NEW(yearly->arena, struct yearly_level);
    level->exact =
        yearly_keep(yearly, number_scale10(obs->value, obs->unit_mult));
    level->range = yearly_keep_interval(yearly, figure_of_obs(obs));
    level->unit_mult = obs->unit_mult;
    level->decimals =
        obs->decimals >= 0 ? obs->decimals : number_decimals(obs->value_text);
    return level;
}

/* False, reported: the observation refers to what the file does not declare. */
static bool is_declared(const struct dataset_obs *obs, struct diag *diag)
{
    const char *missing = NULL;

    if (obs->indicator == NULL) {
        missing = obs->indicator_id;
    }
    for (size_t i = 0; i < obs->cites.count; i++) {
        if (obs->cites.items[i].source == NULL) {
            missing = obs->cites.items[i].source_id;
        }
    }
    for (size_t i = 0; i < obs->change_count; i++) {
        if (obs->changes[i].of_id != NULL && obs->changes[i].of == NULL) {
            missing = obs->changes[i].of_id;
        }
    }
    if (missing != NULL) {
        diag_report(diag, DIAG_NOT_DECLARED, obs->pos, missing);
    }
    return missing == NULL;
}

static void add_obs(struct yearly *yearly, const struct dataset *file,
    const struct dataset_obs *said, struct diag *diag)
{
    struct yearly_obs *obs = NULL;
    struct yearly_obs *newer = NULL;

    if (!is_declared(said, diag)) {
        return;
    }
    obs = ARENA_NEW(yearly->arena, struct yearly_obs);
    obs->obs = said;
    obs->file = file;
    obs->series = g_hash_table_lookup(yearly->series_ids, said->indicator_id);
    obs->level = level_of(yearly, said);
    newer = yearly_lookup(
        yearly, said->indicator_id, said->period.text, said->phase);
    if (newer != NULL) {
        keep_older(newer, obs, diag);
    } else if (obs->series != NULL) {
        yearly_add(yearly, obs);
    }
}

/* ---- Series ---- */

/* The day that an observation is about, for the order of a series. */
static int day_of(const struct dataset_obs *obs)
{
    return obs->phase == PHASE_START ? obs->period.first : obs->period.last;
}

/* By time; a part of a year before the year that ends with it; unknown last. */
static gint by_time(gconstpointer left, gconstpointer right)
{
    const struct dataset_obs *a = (*(struct yearly_obs *const *)left)->obs;
    const struct dataset_obs *b = (*(struct yearly_obs *const *)right)->obs;
    int order = (a->period.freq == 0) - (b->period.freq == 0);

    if (order == 0) {
        order = day_of(a) - day_of(b);
    }
    if (order == 0) {
        order = b->period.first - a->period.first;
    }
    return order != 0 ? order : (int)a->phase - (int)b->phase;
}

/*
 * The newest of the newest file: the last that is of a known period and no
 * forecast, if any is.
 */
static void mark_current(const struct yearly *yearly, GPtrArray *all)
{
    struct yearly_obs *current = NULL;

    for (guint i = 0; i < all->len; i++) {
        struct yearly_obs *obs = g_ptr_array_index(all, i);

        if (obs->file == yearly->newest &&
            (current == NULL ||
                (obs->obs->period.freq != 0 && obs->obs->status != 'F'))) {
            current = obs;
        }
    }
    if (current != NULL) {
        current->is_current = true;
    }
}

static void count_decimals(struct yearly_series *series)
{
    for (guint i = 0; i < series->obs->len; i++) {
        const struct yearly_obs *obs = g_ptr_array_index(series->obs, i);
        const struct yearly_level *level = obs->level;

        if (level != NULL) {
            int decimals = level->decimals + series->indicator->unit_mult -
                           level->unit_mult;

            series->decimals = MAX(series->decimals, decimals);
        }
        for (size_t j = 0; j < obs->obs->change_count; j++) {
            const struct dataset_change *change = &obs->obs->changes[j];
            int decimals = change->decimals >= 0
                               ? change->decimals
                               : number_decimals(change->value_text);

            if (change->kind == CHANGE_PERCENT) {
                series->percent_decimals =
                    MAX(series->percent_decimals, decimals);
            }
        }
    }
}

static void number_obs(GPtrArray *all)
{
    guint breaks[PHASE_COUNT] = {0};

    for (guint i = 0; i < all->len; i++) {
        struct yearly_obs *obs = g_ptr_array_index(all, i);

        obs->index = i;
        breaks[obs->obs->phase] += obs->obs->status == 'B' ? 1 : 0;
        obs->breaks = breaks[obs->obs->phase];
    }
}

static void join_obs(struct yearly *yearly, struct diag *diag)
{
    for (guint i = 0; i < yearly->files->len; i++) {
        const struct dataset *file = g_ptr_array_index(yearly->files, i);

        for (size_t j = 0; j < file->obs_count; j++) {
            add_obs(yearly, file, &file->obs[j], diag);
        }
    }
    for (guint i = 0; i < yearly->series->len; i++) {
        struct yearly_series *series = g_ptr_array_index(yearly->series, i);

        g_ptr_array_sort(series->obs, by_time);
        number_obs(series->obs);
        mark_current(yearly, series->obs);
        count_decimals(series);
    }
}

struct yearly *yearly_join(
    const struct dataset *const *files, size_t count, struct diag *diag)
{
    struct yearly *yearly = yearly_new();

    for (size_t i = 0; i < count; i++) {
        g_ptr_array_add(yearly->files, (gpointer)files[i]);
    }
    g_ptr_array_sort(yearly->files, newest_first);
    yearly->newest = g_ptr_array_index(yearly->files, 0);
    check_files(yearly, diag);
    if (!diag_failed(diag)) {
        yearly_declare(yearly, diag);
    }
    if (!diag_failed(diag)) {
        join_obs(yearly, diag);
    }
    if (diag_failed(diag)) {
        yearly_free(yearly);
        return NULL;
    }
    return yearly;
}
