/*
 * Ids: every reference leads somewhere, every id is declared once, and
 * nothing is declared in vain.
 */
#include "check/rules.h"

static void unknown(const struct check *check, struct diag_pos pos,
    const char *element, const char *id)
{
    diag_report(check->diag, DIAG_UNKNOWN_REFERENCE, pos, element, id);
}

static void indicator_references(
    const struct check *check, const struct dataset_indicator *indicator)
{
    const struct dataset_ratio *ratio = indicator->ratio;

    if (indicator->theme == NULL) {
        unknown(check, indicator->pos, "theme", indicator->theme_id);
    }
    if (indicator->unit_id != NULL && indicator->unit == NULL) {
        unknown(check, indicator->pos, "unit", indicator->unit_id);
    }
    for (size_t i = 0; i < indicator->part_of_count; i++) {
        const struct dataset_part_of *part = &indicator->parts_of[i];

        if (part->indicator == NULL) {
            unknown(check, part->pos, "indicator", part->indicator_id);
        }
    }
    if (ratio != NULL && ratio->of_id != NULL && ratio->of == NULL) {
        unknown(check, ratio->pos, "indicator", ratio->of_id);
    }
    if (ratio != NULL && ratio->to_id != NULL && ratio->to == NULL) {
        unknown(check, ratio->pos, "indicator", ratio->to_id);
    }
}

static void cite_references(
    const struct check *check, const struct dataset_cites *cites)
{
    for (size_t i = 0; i < cites->count; i++) {
        if (cites->items[i].source == NULL) {
            unknown(check, cites->items[i].pos, "source",
                cites->items[i].source_id);
        }
    }
}

static void unused_references(const struct check *check)
{
    for (size_t i = 0; i < check->dataset->unused_count; i++) {
        const struct dataset_cites one = {&check->dataset->unused[i].cite, 1};

        cite_references(check, &one);
    }
}

static void obs_references(
    const struct check *check, const struct dataset_obs *obs)
{
    if (obs->indicator == NULL) {
        unknown(check, obs->pos, "indicator", obs->indicator_id);
    }
    cite_references(check, &obs->cites);
    if (obs->base != NULL) {
        cite_references(check, &obs->base->cites);
    }
    for (size_t i = 0; i < obs->change_count; i++) {
        cite_references(check, &obs->changes[i].cites);
    }
}

/* The lookups lead to the first declaration: any other is one too many. */
static void once(const struct check *check, const char *element, const char *id,
    struct diag_pos pos, struct diag_pos first)
{
    if (pos.line != first.line || pos.col != first.col) {
        diag_report(check->diag, DIAG_DUPLICATE_ID, pos, element, id,
            rules_line(first).text);
    }
}

static void declared_once(const struct check *check)
{
    const struct dataset *d = check->dataset;

    for (size_t i = 0; i < d->source_count; i++) {
        once(check, "source", d->sources[i].id, d->sources[i].pos,
            dataset_lookup_source(d, d->sources[i].id)->pos);
    }
    for (size_t i = 0; i < d->unit_count; i++) {
        once(check, "unit", d->units[i].id, d->units[i].pos,
            dataset_lookup_unit(d, d->units[i].id)->pos);
    }
    for (size_t i = 0; i < d->theme_count; i++) {
        once(check, "theme", d->themes[i].id, d->themes[i].pos,
            dataset_lookup_theme(d, d->themes[i].id)->pos);
    }
    for (size_t i = 0; i < d->indicator_count; i++) {
        once(check, "indicator", d->indicators[i].id, d->indicators[i].pos,
            dataset_lookup_indicator(d, d->indicators[i].id)->pos);
    }
}

/* ---- Use ---- */

static void use(GHashTable *used, gconstpointer item)
{
    if (item != NULL) {
        g_hash_table_add(used, (gpointer)item);
    }
}

static void use_cites(GHashTable *used, const struct dataset_cites *cites)
{
    for (size_t i = 0; i < cites->count; i++) {
        use(used, cites->items[i].source);
    }
}

static void use_obs(GHashTable *used, const struct dataset_obs *obs)
{
    use(used, obs->indicator);
    use_cites(used, &obs->cites);
    if (obs->base != NULL) {
        use_cites(used, &obs->base->cites);
    }
    for (size_t i = 0; i < obs->change_count; i++) {
        use_cites(used, &obs->changes[i].cites);
    }
}

static GHashTable *collect_used(const struct dataset *dataset)
{
    GHashTable *used = g_hash_table_new(NULL, NULL);

    for (size_t i = 0; i < dataset->indicator_count; i++) {
        const struct dataset_indicator *indicator = &dataset->indicators[i];

        use(used, indicator->theme);
        use(used, indicator->unit);
        for (size_t j = 0; j < indicator->part_of_count; j++) {
            use(used, indicator->parts_of[j].indicator);
        }
        if (indicator->ratio != NULL) {
            use(used, indicator->ratio->of);
            use(used, indicator->ratio->to);
        }
    }
    for (size_t i = 0; i < dataset->obs_count; i++) {
        use_obs(used, &dataset->obs[i]);
    }
    return used;
}

static void unless_used(const struct check *check, GHashTable *used,
    gconstpointer item, const char *element, const char *id,
    struct diag_pos pos)
{
    if (!g_hash_table_contains(used, item)) {
        diag_report(check->diag, DIAG_UNUSED_DECLARATION, pos, element, id);
    }
}

static void declared_for_use(const struct check *check)
{
    const struct dataset *d = check->dataset;
    g_autoptr(GHashTable) used = collect_used(d);

    for (size_t i = 0; i < d->source_count; i++) {
        unless_used(check, used, dataset_lookup_source(d, d->sources[i].id),
            "source", d->sources[i].id, d->sources[i].pos);
    }
    for (size_t i = 0; i < d->unit_count; i++) {
        unless_used(check, used, dataset_lookup_unit(d, d->units[i].id), "unit",
            d->units[i].id, d->units[i].pos);
    }
    for (size_t i = 0; i < d->theme_count; i++) {
        unless_used(check, used, dataset_lookup_theme(d, d->themes[i].id),
            "theme", d->themes[i].id, d->themes[i].pos);
    }
    for (size_t i = 0; i < d->indicator_count; i++) {
        unless_used(check, used,
            dataset_lookup_indicator(d, d->indicators[i].id), "indicator",
            d->indicators[i].id, d->indicators[i].pos);
    }
}

static const struct rule items[] = {
    {.indicator = indicator_references},
    {.obs = obs_references},
    {.dataset = unused_references},
    {.dataset = declared_once},
    {.dataset = declared_for_use},
};

const struct rules rules_references = RULES(items);
