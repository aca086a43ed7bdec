/*
 * Which values determine which.  A bound or a value that nobody stated is
 * unknown, but needs no protection.
 */
#include "check/equations.h"

#include <string.h>

static bool is_suppressed(const struct dataset_obs *obs)
{
    return obs->status == 'Q' || dataset_obs_is_confidential(obs);
}

/*
 * Close enough to a point for others to follow from it.  What cannot exist, or
 * is counted elsewhere, adds nothing.
 */
static bool is_published(const struct dataset_obs *obs)
{
    if (obs->status == 'K' || obs->status == 'M') {
        return !is_suppressed(obs);
    }
    return obs->value != NULL && !is_suppressed(obs) &&
           obs->qualifier != QUALIFIER_OVER &&
           obs->qualifier != QUALIFIER_WITHIN;
}

/* ---- Cells and equations ---- */

static void cell_free(gpointer item)
{
    struct cell *cell = item;

    g_ptr_array_unref(cell->equations);
    g_free(cell);
}

static void equation_free(gpointer item)
{
    struct equation *equation = item;

    g_ptr_array_unref(equation->cells);
    g_free(equation);
}

static struct cell *cell_of(struct equations *system, const char *indicator,
    const char *period, enum dataset_phase phase)
{
    g_autofree char *key = g_strjoin(
        " ", indicator, period, dataset_phase_name(phase), NULL);
    struct cell *cell = g_hash_table_lookup(system->cells, key);

    if (cell == NULL) {
        cell = g_new0(struct cell, 1);
        cell->indicator = indicator;
        cell->period = g_string_chunk_insert_const(system->texts, period);
        cell->equations = g_ptr_array_new();
        g_hash_table_insert(system->cells, g_steal_pointer(&key), cell);
    }
    return cell;
}

static struct equation *equation_new(
    struct equations *system, enum equation_kind kind, struct diag_pos pos)
{
    struct equation *equation = g_new0(struct equation, 1);

    equation->kind = kind;
    equation->cells = g_ptr_array_new();
    equation->pos = pos;
    g_ptr_array_add(system->all, equation);
    return equation;
}

static void join(struct equation *equation, struct cell *cell)
{
    g_ptr_array_add(equation->cells, cell);
    g_ptr_array_add(cell->equations, equation);
}

struct cell *equation_only_unknown(const struct equation *equation)
{
    struct cell *unknown = NULL;

    for (guint i = 0; i < equation->cells->len; i++) {
        struct cell *cell = equation->cells->pdata[i];

        if (!cell->is_known && unknown != NULL) {
            return NULL;
        }
        unknown = cell->is_known ? unknown : cell;
    }
    return unknown;
}

/* True the first time. */
static bool is_new(struct equations *system, char *key)
{
    return g_hash_table_add(system->made, key);
}

/* ---- Groups ---- */

/* Puts an indicator into the group of this key, once. */
static void enter_part(
    struct equations *system, char *key, const struct dataset_indicator *part)
{
    GPtrArray *parts = g_hash_table_lookup(system->parts, key);

    if (is_new(system, g_strjoin(" ", "part", key, part->id, NULL))) {
        if (parts == NULL) {
            parts = g_ptr_array_new();
            g_hash_table_insert(system->parts, g_strdup(key), parts);
        }
        g_ptr_array_add(parts, (gpointer)part->id);
    }
    g_free(key);
}

static char *parts_key(const struct dataset_part_of *group)
{
    return g_strjoin(" ", group->indicator_id, group->group, NULL);
}

static char *shares_key(const struct dataset_ratio *ratio)
{
    return g_strjoin(" ", "shares", ratio->to_id != NULL ? ratio->to_id : "-",
        ratio->group, NULL);
}

static void enter_parts(struct equations *system, const struct dataset *file)
{
    for (size_t i = 0; i < file->indicator_count; i++) {
        const struct dataset_indicator *indicator = &file->indicators[i];

        for (size_t j = 0; j < indicator->part_of_count; j++) {
            enter_part(
                system, parts_key(&indicator->parts_of[j]), indicator);
        }
        if (indicator->ratio != NULL && indicator->ratio->group != NULL) {
            enter_part(system, shares_key(indicator->ratio), indicator);
        }
    }
}

/* The members of a group in the period of an observation. */
static void join_parts(struct equations *system, struct equation *equation,
    const char *key, const struct dataset_obs *obs)
{
    const GPtrArray *parts = g_hash_table_lookup(system->parts, key);

    for (guint i = 0; i < parts->len; i++) {
        join(equation, cell_of(system, parts->pdata[i], obs->period.text,
                           obs->phase));
    }
}

/* True the first time that the group is met in the period. */
static bool is_new_group(struct equations *system, const char *key,
    const struct dataset_obs *obs)
{
    return is_new(system,
        g_strjoin(" ", "group", key, obs->period.text,
            dataset_phase_name(obs->phase), NULL));
}

/* The whole of the period and all its parts. */
static void tie_group(struct equations *system, const struct dataset_obs *obs,
    const struct dataset_part_of *group)
{
    g_autofree char *key = parts_key(group);
    struct equation *equation = NULL;

    if (group->indicator == NULL || !group->is_exhaustive ||
        !is_new_group(system, key, obs)) {
        return;
    }
    equation = equation_new(system, EQUATION_GROUP, obs->pos);
    join(equation, cell_of(system, group->indicator_id, obs->period.text,
                       obs->phase));
    join_parts(system, equation, key, obs);
}

/* ---- Shares and other ratios ---- */

/* All but one share tell the last. */
static void tie_shares(struct equations *system, const struct dataset_obs *obs,
    const struct dataset_ratio *ratio)
{
    g_autofree char *key = NULL;

    if (ratio->group == NULL || !ratio->is_exhaustive) {
        return;
    }
    key = shares_key(ratio);
    if (is_new_group(system, key, obs)) {
        join_parts(system, equation_new(system, EQUATION_SHARES, obs->pos), key,
            obs);
    }
}

/* Each of a ratio, its dividend and its divisor is told by the others. */
static void tie_ratio(struct equations *system, const struct dataset_obs *obs,
    const struct dataset_ratio *ratio)
{
    const char *const ids[] = {obs->indicator_id, ratio->of_id, ratio->to_id};
    struct equation *equation = NULL;

    if (ratio->of == NULL || ratio->to == NULL) {
        return;
    }
    equation = equation_new(system, EQUATION_RATIO, obs->pos);
    for (size_t i = 0; i < G_N_ELEMENTS(ids); i++) {
        join(equation,
            cell_of(system, ids[i], obs->period.text, obs->phase));
    }
}

/* ---- Parts of a year ---- */

/* A period and those that it consists of, behind "2024". */
static const struct {
    const char *whole;
    const char *parts[13];
} divisions[] = {
    {"", {"-Q1", "-Q2", "-Q3", "-Q4"}},
    {"", {"-S1", "-S2"}},
    {"", {"-01", "-02", "-03", "-04", "-05", "-06", "-07", "-08", "-09", "-10",
             "-11", "-12"}},
    {"-S1", {"-Q1", "-Q2"}},
    {"-S2", {"-Q3", "-Q4"}},
    {"-Q1", {"-01", "-02", "-03"}},
    {"-Q2", {"-04", "-05", "-06"}},
    {"-Q3", {"-07", "-08", "-09"}},
    {"-Q4", {"-10", "-11", "-12"}},
};

static struct cell *cell_within(struct equations *system,
    const struct dataset_obs *obs, const char *part)
{
    g_autofree char *period =
        g_strdup_printf("%04d%s", obs->period.year, part);

    return cell_of(system, obs->indicator_id, period, obs->phase);
}

/* Amounts over a period are the sums of those over its parts. */
static void tie_year(struct equations *system, const struct dataset_obs *obs)
{
    if (obs->indicator->kind != KIND_FLOW || obs->period.freq == 0 ||
        obs->period.freq == 'D' ||
        !is_new(system, g_strdup_printf("year %s %04d", obs->indicator_id,
                            obs->period.year))) {
        return;
    }
    for (size_t i = 0; i < G_N_ELEMENTS(divisions); i++) {
        struct equation *equation =
            equation_new(system, EQUATION_PERIODS, obs->pos);

        join(equation, cell_within(system, obs, divisions[i].whole));
        for (size_t j = 0; divisions[i].parts[j] != NULL; j++) {
            join(equation, cell_within(system, obs, divisions[i].parts[j]));
        }
    }
}

/* ---- Changes and bases ---- */

static void tie_changes(struct equations *system, const struct dataset_obs *obs)
{
    for (size_t i = 0; i < obs->change_count; i++) {
        const struct dataset_change *change = &obs->changes[i];
        struct equation *equation = NULL;

        if (change->base.freq == 0 ||
            change->basis == BASIS_COMPARABLE_PRICES) {
            continue;
        }
        equation = equation_new(system, EQUATION_CHANGE, change->pos);
        join(equation, cell_of(system, obs->indicator_id, obs->period.text,
                           obs->phase));
        join(equation, cell_of(system, obs->indicator_id, change->base.text,
                           obs->phase));
    }
}

static void tie_base(struct equations *system, const struct dataset_obs *obs)
{
    const struct dataset_base *base = obs->base;

    if (base != NULL && base->period.freq != 0) {
        join(equation_new(system, EQUATION_BASE, base->pos),
            cell_of(system, obs->indicator_id, base->period.text, obs->phase));
    }
}

static void tie(struct equations *system, const struct dataset_obs *obs)
{
    const struct dataset_indicator *indicator = obs->indicator;

    if (indicator == NULL || obs->period.freq == 0) {
        return;
    }
    for (size_t i = 0; i < indicator->part_of_count; i++) {
        tie_group(system, obs, &indicator->parts_of[i]);
    }
    if (indicator->ratio != NULL) {
        tie_shares(system, obs, indicator->ratio);
        tie_ratio(system, obs, indicator->ratio);
    }
    tie_year(system, obs);
    if (!is_suppressed(obs)) {
        tie_changes(system, obs);
        tie_base(system, obs);
    }
}

/* ---- The system ---- */

static void enter(struct equations *system, const struct dataset_obs *obs)
{
    struct cell *cell = cell_of(
        system, obs->indicator_id, obs->period.text, obs->phase);

    if (is_published(obs)) {
        cell->published = obs;
        cell->is_known = true;
    } else if (is_suppressed(obs) && cell->suppressed == NULL) {
        cell->suppressed = obs;
        g_ptr_array_add(system->suppressed, cell);
    }
}

static bool has_suppressed(const struct dataset *file)
{
    for (size_t i = 0; i < file->obs_count; i++) {
        if (is_suppressed(&file->obs[i])) {
            return true;
        }
    }
    return false;
}

static struct equations *system_new(void)
{
    struct equations *system = g_new0(struct equations, 1);

    system->all = g_ptr_array_new_with_free_func(equation_free);
    system->suppressed = g_ptr_array_new();
    system->cells =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, cell_free);
    system->parts = g_hash_table_new_full(
        g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_ptr_array_unref);
    system->made =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    system->texts = g_string_chunk_new(4096);
    return system;
}

void equations_free(struct equations *system)
{
    g_ptr_array_unref(system->all);
    g_ptr_array_unref(system->suppressed);
    g_hash_table_unref(system->cells);
    g_hash_table_unref(system->parts);
    g_hash_table_unref(system->made);
    g_string_chunk_free(system->texts);
    g_free(system);
}

struct equations *equations_new(
    const struct dataset *const *files, size_t count)
{
    struct equations *system = NULL;
    bool is_needed = false;

    for (size_t i = 0; i < count; i++) {
        is_needed = is_needed || has_suppressed(files[i]);
    }
    if (!is_needed) {
        return NULL;
    }
    system = system_new();
    for (size_t i = 0; i < count; i++) {
        enter_parts(system, files[i]);
    }
    for (size_t i = 0; i < count; i++) {
        for (size_t j = 0; j < files[i]->obs_count; j++) {
            enter(system, &files[i]->obs[j]);
            tie(system, &files[i]->obs[j]);
        }
    }
    return system;
}
