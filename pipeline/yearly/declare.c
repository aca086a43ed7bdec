/*
 * What the files of a dataset declare, as one: the newest declaration of an
 * id counts, and an older one must not mean another thing.
 */
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "yearly/build.h"

/* The same words in each language that both have. */
static bool texts_agree(
    const struct dataset_texts *a, const struct dataset_texts *b)
{
    for (size_t i = 0; i < a->count; i++) {
        const struct dataset_text *other =
            dataset_text_lookup(b, a->items[i].lang);

        if (other != NULL && strcmp(other->text, a->items[i].text) != 0) {
            return false;
        }
    }
    return true;
}

static bool is_same_document(
    const struct dataset_source *a, const struct dataset_source *b)
{
    return strcmp(a->file, b->file) == 0 &&
           g_strcmp0(a->published.text, b->published.text) == 0 &&
           texts_agree(&a->titles, &b->titles);
}

static void declare_sources(struct yearly *yearly, const struct dataset *file,
    struct diag *diag, GHashTable *seen)
{
    for (size_t i = 0; i < file->source_count; i++) {
        const struct dataset_source *source = &file->sources[i];
        const struct dataset_source *newer =
            g_hash_table_lookup(seen, source->id);

        if (newer == NULL) {
            g_hash_table_insert(seen, (gpointer)source->id, (gpointer)source);
            g_ptr_array_add(yearly->sources, (gpointer)source);
        } else if (!is_same_document(source, newer)) {
            diag_report(diag, DIAG_SOURCE_DIFFERS, source->pos, source->id,
                newer->pos.file);
        }
    }
}

static void declare_units(struct yearly *yearly, const struct dataset *file,
    struct diag *diag, GHashTable *seen)
{
    for (size_t i = 0; i < file->unit_count; i++) {
        const struct dataset_unit *unit = &file->units[i];
        const struct dataset_unit *newer = g_hash_table_lookup(seen, unit->id);

        if (newer == NULL) {
            g_hash_table_insert(seen, (gpointer)unit->id, (gpointer)unit);
            g_ptr_array_add(yearly->units, (gpointer)unit);
        } else if (unit->measures != newer->measures) {
            diag_report(diag, DIAG_UNIT_MEANING, unit->pos, unit->id,
                dataset_measure_name(unit->measures),
                dataset_measure_name(newer->measures), newer->pos.file);
        }
    }
}

static void declare_themes(struct yearly *yearly, const struct dataset *file)
{
    for (size_t i = 0; i < file->theme_count; i++) {
        const struct dataset_theme *theme = &file->themes[i];
        struct yearly_theme *joined = NULL;

        if (g_hash_table_contains(yearly->theme_ids, theme->id)) {
            continue;
        }
        joined = g_new0(struct yearly_theme, 1);
        joined->theme = theme;
        joined->series = g_ptr_array_new();
        g_ptr_array_add(yearly->themes, joined);
        g_hash_table_insert(yearly->theme_ids, (gpointer)theme->id, joined);
    }
}

/* False, reported: an id of the indicator is not declared. */
static bool has_references(
    const struct dataset_indicator *indicator, struct diag *diag)
{
    const struct dataset_ratio *ratio = indicator->ratio;
    const char *missing = NULL;

    if (indicator->theme == NULL) {
        missing = indicator->theme_id;
    } else if (indicator->unit_id != NULL && indicator->unit == NULL) {
        missing = indicator->unit_id;
    }
    for (size_t i = 0; i < indicator->part_of_count; i++) {
        if (indicator->parts_of[i].indicator == NULL) {
            missing = indicator->parts_of[i].indicator_id;
        }
    }
    if (ratio != NULL && ratio->of_id != NULL && ratio->of == NULL) {
        missing = ratio->of_id;
    }
    if (ratio != NULL && ratio->to_id != NULL && ratio->to == NULL) {
        missing = ratio->to_id;
    }
    if (missing != NULL) {
        diag_report(diag, DIAG_NOT_DECLARED, indicator->pos, missing);
    }
    return missing == NULL;
}

static const char *unit_name(const struct dataset_indicator *indicator)
{
    return indicator->unit_id == NULL ? "-" : indicator->unit_id;
}

/* They name lists or scopes that are not the same. */
static bool universes_differ(
    const struct dataset_universe *a, const struct dataset_universe *b)
{
    return a != NULL && b != NULL &&
           (!texts_agree(&a->lists, &b->lists) ||
               !texts_agree(&a->scopes, &b->scopes));
}

static const char *yes_or_no(bool is_so)
{
    return is_so ? "yes" : "no";
}

/* What decides how values are compared over the years. */
static void compare_meanings(const struct dataset_indicator *older,
    const struct dataset_indicator *newer, struct diag *diag)
{
    if (older->prices != newer->prices) {
        diag_report(diag, DIAG_MEANING_DIFFERS, older->pos, older->id,
            "prices", dataset_prices_name(older->prices),
            dataset_prices_name(newer->prices), newer->pos.file);
    }
    if (older->is_cumulative != newer->is_cumulative) {
        diag_report(diag, DIAG_MEANING_DIFFERS, older->pos, older->id,
            "cumulative", yes_or_no(older->is_cumulative),
            yes_or_no(newer->is_cumulative), newer->pos.file);
    }
}

/* An older declaration of an indicator beside the newer one. */
static void compare_indicators(const struct dataset_indicator *older,
    const struct dataset_indicator *newer, struct diag *diag)
{
    const char *file = newer->pos.file;

    if (older->kind != newer->kind) {
        diag_report(diag, DIAG_KIND_DIFFERS, older->pos, older->id,
            dataset_kind_name(older->kind), dataset_kind_name(newer->kind),
            file);
    }
    if (g_strcmp0(older->unit_id, newer->unit_id) != 0) {
        diag_report(diag, DIAG_UNIT_DIFFERS, older->pos, older->id,
            unit_name(older), unit_name(newer), file);
    }
    compare_meanings(older, newer, diag);
    if (strcmp(older->theme_id, newer->theme_id) != 0) {
        diag_report(diag, DIAG_THEME_DIFFERS, older->pos, older->id,
            older->theme_id, newer->theme_id, file);
    }
    if (universes_differ(older->universe, newer->universe)) {
        diag_report(diag, DIAG_UNIVERSE_DIFFERS, older->pos, older->id, file);
    }
}

static void declare_indicators(
    struct yearly *yearly, const struct dataset *file, struct diag *diag)
{
    for (size_t i = 0; i < file->indicator_count; i++) {
        const struct dataset_indicator *indicator = &file->indicators[i];
        struct yearly_series *series =
            g_hash_table_lookup(yearly->series_ids, indicator->id);
        struct yearly_theme *theme = NULL;

        if (!has_references(indicator, diag)) {
            continue;
        }
        if (series != NULL) {
            compare_indicators(indicator, series->indicator, diag);
            continue;
        }
        series = g_new0(struct yearly_series, 1);
        series->indicator = indicator;
        series->file = file;
        series->obs = g_ptr_array_new();
        series->percent_decimals = -1;
        theme = g_hash_table_lookup(yearly->theme_ids, indicator->theme_id);
        g_ptr_array_add(yearly->series, series);
        g_ptr_array_add(theme->series, series);
        g_hash_table_insert(
            yearly->series_ids, (gpointer)indicator->id, series);
    }
}

void yearly_declare(struct yearly *yearly, struct diag *diag)
{
    g_autoptr(GHashTable) sources = g_hash_table_new(g_str_hash, g_str_equal);
    g_autoptr(GHashTable) units = g_hash_table_new(g_str_hash, g_str_equal);

    for (guint i = 0; i < yearly->files->len; i++) {
        const struct dataset *file = g_ptr_array_index(yearly->files, i);

        declare_sources(yearly, file, diag, sources);
        declare_units(yearly, file, diag, units);
        declare_themes(yearly, file);
        declare_indicators(yearly, file, diag);
    }
}

void yearly_compare_declared(
    const struct yearly *yearly, const struct yearly *previous,
    struct diag *diag)
{
    for (guint i = 0; i < previous->series->len; i++) {
        const struct yearly_series *before =
            g_ptr_array_index(previous->series, i);
        const struct yearly_series *series = g_hash_table_lookup(
            yearly->series_ids, before->indicator->id);

        if (series != NULL) {
            compare_indicators(before->indicator, series->indicator, diag);
        }
    }
}
