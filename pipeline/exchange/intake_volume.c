/*
 * The datasets that are written: one, or one for each year with what its
 * observations refer to.
 */
#include <stdlib.h>
#include <string.h>

#include "exchange/intake_parts.h"
#include "model/markup.h"
#include "model/write.h"

struct volume *intake_volume(struct intake *intake, int year)
{
    int which = intake->request->is_by_year && year > 0
                    ? year
                    : intake->dataset->year;
    struct volume *volume =
        g_hash_table_lookup(intake->volumes, GINT_TO_POINTER(which));

    if (volume == NULL) {
        volume = g_new0(struct volume, 1);
        volume->year = which;
        volume->out = g_new0(struct markup, 1);
        volume->has_indicator =
            g_new0(bool, intake->dataset->indicator_count);
        volume->has_source = g_new0(bool, intake->dataset->source_count);
        dataset_write_begin(volume->out);
        g_hash_table_insert(
            intake->volumes, GINT_TO_POINTER(which), volume);
    }
    return volume;
}

void intake_free_volume(gpointer item)
{
    struct volume *volume = item;

    if (volume->out->bytes != NULL) {
        g_string_free(markup_end(volume->out), TRUE);
    }
    g_free(volume->out);
    g_free(volume->has_indicator);
    g_free(volume->has_source);
    g_free(volume);
}

static void use_indicator(const struct intake *intake, struct volume *volume,
    const struct dataset_indicator *indicator)
{
    if (indicator == NULL || volume->has_indicator[indicator->index]) {
        return;
    }
    volume->has_indicator[indicator->index] = true;
    for (size_t i = 0; i < indicator->part_of_count; i++) {
        use_indicator(intake, volume, indicator->parts_of[i].indicator);
    }
    if (indicator->ratio != NULL) {
        use_indicator(intake, volume, indicator->ratio->of);
        use_indicator(intake, volume, indicator->ratio->to);
    }
}

static void use_source(
    const struct intake *intake, struct volume *volume, const char *id)
{
    const struct dataset_source *source =
        id != NULL ? dataset_lookup_source(intake->dataset, id) : NULL;

    if (source != NULL) {
        volume->has_source[source - intake->dataset->sources] = true;
    }
}

void intake_note_use(struct intake *intake, struct volume *volume)
{
    const struct record *record = intake->record;
    int capacity = record_capacity(record);

    if (!intake->request->is_by_year) {
        return;
    }
    use_indicator(intake, volume, intake->indicator);
    for (int i = 0; i < capacity; i++) {
        const char *of =
            record_at(record, FIELD_OF_CHANGE, i, FIELD_OF_CHANGE, 0)
                ->leaves[FIELD_OF];

        use_source(intake, volume,
            record_at(record, FIELD_OF_CITE, i, FIELD_OF_CITE, 0)
                ->leaves[FIELD_SOURCE]);
        use_source(intake, volume,
            record_at(record, FIELD_OF_BASE, 0, FIELD_OF_CITE, i)
                ->leaves[FIELD_SOURCE]);
        for (int j = 0; j < capacity; j++) {
            use_source(intake, volume,
                record_at(record, FIELD_OF_CHANGE, i, FIELD_OF_CITE, j)
                    ->leaves[FIELD_SOURCE]);
        }
        if (of != NULL) {
            use_indicator(intake, volume,
                dataset_lookup_indicator(intake->dataset, of));
        }
    }
}

/* ---- Writing ---- */

/* Keeps of an array the items that are used; in place, of a copy. */
#define KEEP(items, count, is_used)                                            \
    do {                                                                       \
        size_t kept = 0;                                                       \
        for (size_t at = 0; at < (count); at++) {                              \
            if (is_used) {                                                     \
                (items)[kept++] = (items)[at];                                 \
            }                                                                  \
        }                                                                      \
        (count) = kept;                                                        \
    } while (0)

static bool uses_unit(
    const struct dataset *dataset, const struct dataset_unit *unit)
{
    for (size_t i = 0; i < dataset->indicator_count; i++) {
        if (g_strcmp0(dataset->indicators[i].unit_id, unit->id) == 0) {
            return true;
        }
    }
    return false;
}

static bool uses_theme(
    const struct dataset *dataset, const struct dataset_theme *theme)
{
    for (size_t i = 0; i < dataset->indicator_count; i++) {
        if (strcmp(dataset->indicators[i].theme_id, theme->id) == 0) {
            return true;
        }
    }
    return false;
}

/* The head of a volume: the mapping's dataset, or what of it is used. */
static GString *write_volume(const struct intake *intake, struct volume *volume)
{
    struct dataset head = *intake->dataset;
    g_autofree char *file = g_path_get_basename(intake->request->path);
    g_autofree struct dataset_source *sources =
        g_memdup2(head.sources, head.source_count * sizeof *head.sources);
    g_autofree struct dataset_unit *units =
        g_memdup2(head.units, head.unit_count * sizeof *head.units);
    g_autofree struct dataset_theme *themes =
        g_memdup2(head.themes, head.theme_count * sizeof *head.themes);
    g_autofree struct dataset_indicator *indicators = g_memdup2(
        head.indicators, head.indicator_count * sizeof *head.indicators);

    if (intake->cites_table) {
        sources[intake->mapping->source - head.sources].file = file;
    }
    head.sources = sources;
    head.units = units;
    head.themes = themes;
    head.indicators = indicators;
    if (intake->request->is_by_year) {
        head.year = volume->year;
        KEEP(sources, head.source_count, volume->has_source[at]);
        KEEP(indicators, head.indicator_count, volume->has_indicator[at]);
        KEEP(units, head.unit_count, uses_unit(&head, &units[at]));
        KEEP(themes, head.theme_count, uses_theme(&head, &themes[at]));
    }
    return dataset_write_end(volume->out, &head);
}

static gint by_year(gconstpointer left, gconstpointer right)
{
    return GPOINTER_TO_INT(left) - GPOINTER_TO_INT(right);
}

void intake_write_volumes(struct intake *intake, struct exchange_files *files)
{
    GList *years = g_list_sort(g_hash_table_get_keys(intake->volumes), by_year);

    for (const GList *item = years; item != NULL; item = item->next) {
        struct volume *volume =
            g_hash_table_lookup(intake->volumes, item->data);

        exchange_files_add(files,
            intake->request->is_by_year ? volume->year : 0,
            write_volume(intake, volume));
    }
    g_list_free(years);
}
