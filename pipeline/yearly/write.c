/*
 * Joined data to XML: head, themes in dataset order, indicators, notes.
 */
#include "yearly/write.h"

#include <string.h>

#include "base/arena.h"
#include "model/markup.h"
#include "yearly/compute.h"
#include "yearly/write_obs.h"

#define NAMESPACE "urn:gongbao:aggregated:1"

struct run {
    struct yearly *yearly;
    struct markup markup;
    struct arena *scratch; /* what follows from one observation */
    struct diag *diag;
};

static void write_head_attributes(
    struct markup *out, const struct yearly *yearly)
{
    const struct dataset *newest = yearly->newest;
    const struct dataset *oldest =
        g_ptr_array_index(yearly->files, yearly->files->len - 1);

    markup_attribute(out, "xmlns", NAMESPACE);
    markup_attribute(out, "id", newest->id);
    markup_attribute_int(out, "year", newest->year);
    markup_attribute(out, "prepared", newest->prepared.text);
    markup_attribute(out, "rounding", rounding_name(newest->rounding));
    markup_attribute_int(out, "first", oldest->year);
    if (yearly->previous != NULL) {
        markup_attribute(
            out, "previous", yearly->previous->newest->prepared.text);
    }
}

static void write_head(struct markup *out, const struct yearly *yearly)
{
    const struct dataset *newest = yearly->newest;

    markup_texts(out, "title", &newest->titles);
    markup_texts(out, "publisher", &newest->publishers);
    markup_texts(out, "refArea", &newest->ref_areas);
    markup_open(out, "sources");
    for (guint i = 0; i < yearly->sources->len; i++) {
        markup_source(out, g_ptr_array_index(yearly->sources, i));
    }
    markup_close(out);
    markup_open(out, "units");
    for (guint i = 0; i < yearly->units->len; i++) {
        markup_unit(out, g_ptr_array_index(yearly->units, i));
    }
    markup_close(out);
}

/* The first or last period of which this holds and there is a value. */
static const char *end_among(
    const struct yearly_series *series, bool is_last, bool is_sum)
{
    const char *end = NULL;

    for (guint i = 0; i < series->obs->len; i++) {
        const struct yearly_obs *obs = g_ptr_array_index(series->obs, i);

        if (obs->level != NULL && obs->obs->period.freq != 0 &&
            dataset_obs_is_sum(obs->obs) == is_sum) {
            end = obs->obs->period.text;
            if (!is_last) {
                break;
            }
        }
    }
    return end;
}

/* Of periods as long as the frequency says, if there are any. */
static const char *end_of(const struct yearly_series *series, bool is_last)
{
    const char *end = end_among(series, is_last, false);

    return end != NULL ? end : end_among(series, is_last, true);
}

static void write_indicator_attributes(struct markup *out,
    const struct yearly *yearly, const struct yearly_series *series)
{
    const struct dataset_indicator *indicator = series->indicator;
    const char freq[2] = {indicator->freq, '\0'};

    markup_attribute(out, "id", indicator->id);
    markup_attribute(out, "kind", dataset_kind_name(indicator->kind));
    markup_attribute(out, "unit", indicator->unit_id);
    markup_attribute_int(out, "unitMult", indicator->unit_mult);
    markup_attribute(out, "freq", freq);
    if (indicator->prices != PRICES_CURRENT) {
        markup_attribute(
            out, "prices", dataset_prices_name(indicator->prices));
    }
    markup_attribute(
        out, "cumulative", indicator->is_cumulative ? "yes" : NULL);
    if (indicator->key > 0 && series->file == yearly->newest) {
        markup_attribute_int(out, "key", indicator->key);
    }
    markup_attribute(out, "chart", indicator->chart);
    markup_attribute_int(out, "decimals", series->decimals);
    markup_attribute(out, "first", end_of(series, false));
    markup_attribute(out, "last", end_of(series, true));
}

/*
 * One observation with what follows from it, which is not kept: only that what
 * is the same for others is.
 */
static void write_computed(struct run *run, struct yearly_obs *obs)
{
    struct yearly *yearly = run->yearly;
    struct arena *kept = yearly->arena;
    guint numbers = yearly->numbers->len;
    guint intervals = yearly->intervals->len;

    yearly->arena = run->scratch;
    yearly_compute_obs(yearly, obs, run->diag);
    write_obs(&run->markup, obs);
    yearly_forget(obs);
    yearly->arena = kept;
    g_ptr_array_set_size(yearly->numbers, (gint)numbers);
    g_ptr_array_set_size(yearly->intervals, (gint)intervals);
    arena_reset(run->scratch);
}

static void write_indicator(
    struct run *run, const struct yearly_series *series)
{
    struct markup *out = &run->markup;
    const struct dataset_indicator *indicator = series->indicator;

    markup_open(out, "indicator");
    write_indicator_attributes(out, run->yearly, series);
    markup_texts(out, "label", &indicator->labels);
    markup_texts(out, "definition", &indicator->definitions);
    markup_universe(out, indicator->universe);
    markup_parts_of(out, indicator);
    markup_ratio(out, indicator->ratio);
    markup_notes(out, &indicator->notes);
    for (guint i = 0; i < series->obs->len; i++) {
        write_computed(run, g_ptr_array_index(series->obs, i));
    }
    markup_close(out);
}

static void write_theme(struct run *run, const struct yearly_theme *theme)
{
    struct markup *out = &run->markup;

    markup_open(out, "theme");
    markup_attribute(out, "id", theme->theme->id);
    markup_texts(out, "label", &theme->theme->labels);
    for (guint i = 0; i < theme->series->len; i++) {
        write_indicator(run, g_ptr_array_index(theme->series, i));
    }
    markup_close(out);
}

void yearly_write(struct yearly *yearly, struct out *out, struct diag *diag)
{
    struct run run = {
        .yearly = yearly, .scratch = arena_new(), .diag = diag};
    struct markup *markup = &run.markup;

    markup_begin_out(markup, out);
    markup_open(markup, "aggregated");
    write_head_attributes(markup, yearly);
    write_head(markup, yearly);
    for (guint i = 0; i < yearly->themes->len; i++) {
        write_theme(&run, g_ptr_array_index(yearly->themes, i));
    }
    markup_notes(markup, &yearly->newest->notes);
    markup_close(markup);
    markup_end_out(markup);
    arena_free(run.scratch);
}
