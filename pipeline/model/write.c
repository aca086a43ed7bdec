/*
 * The dataset's vocabulary, element by element, in the order of
 * data/schema/dataset.xsd.
 */
#include "model/write.h"

#include <string.h>

#include "model/markup.h"

#define NAMESPACE "urn:gongbao:dataset:1"
#define OBSERVATIONS "  <observations"

static void write_letter(
    struct markup *out, const char *name, char letter, char otherwise)
{
    const char text[2] = {letter, '\0'};

    if (letter != otherwise) {
        markup_attribute(out, name, text);
    }
}

static void write_decimals(struct markup *out, int decimals)
{
    if (decimals >= 0) {
        markup_attribute_int(out, "decimals", decimals);
    }
}

static void write_basis(struct markup *out, enum dataset_basis basis)
{
    if (basis != BASIS_PRINTED) {
        markup_attribute(out, "basis", dataset_basis_name(basis));
    }
}

/* ---- Declarations ---- */

static void write_theme(struct markup *out, const struct dataset_theme *theme)
{
    markup_open(out, "theme");
    markup_attribute(out, "id", theme->id);
    markup_texts(out, "label", &theme->labels);
    markup_close(out);
}

static void write_indicator(
    struct markup *out, const struct dataset_indicator *indicator)
{
    markup_open(out, "indicator");
    markup_attribute(out, "id", indicator->id);
    markup_attribute(out, "theme", indicator->theme_id);
    markup_attribute(out, "kind", dataset_kind_name(indicator->kind));
    markup_attribute(out, "unit", indicator->unit_id);
    if (indicator->unit_mult != 0) {
        markup_attribute_int(out, "unitMult", indicator->unit_mult);
    }
    write_letter(out, "freq", indicator->freq, 'A');
    if (indicator->prices != PRICES_CURRENT) {
        markup_attribute(out, "prices", dataset_prices_name(indicator->prices));
    }
    if (indicator->is_cumulative) {
        markup_attribute(out, "cumulative", "yes");
    }
    if (indicator->key > 0) {
        markup_attribute_int(out, "key", indicator->key);
    }
    markup_attribute(out, "chart", indicator->chart);
    markup_texts(out, "label", &indicator->labels);
    markup_texts(out, "definition", &indicator->definitions);
    markup_universe(out, indicator->universe);
    markup_parts_of(out, indicator);
    markup_ratio(out, indicator->ratio);
    markup_notes(out, &indicator->notes);
    markup_close(out);
}

static void write_head(struct markup *out, const struct dataset *dataset)
{
    markup_attribute(out, "xmlns", NAMESPACE);
    markup_attribute(out, "id", dataset->id);
    markup_attribute_int(out, "year", dataset->year);
    markup_attribute(out, "prepared", dataset->prepared.text);
    markup_attribute(out, "rounding", rounding_name(dataset->rounding));
    markup_texts(out, "title", &dataset->titles);
    markup_texts(out, "publisher", &dataset->publishers);
    markup_texts(out, "refArea", &dataset->ref_areas);
}

static void write_declarations(
    struct markup *out, const struct dataset *dataset)
{
    markup_open(out, "sources");
    for (size_t i = 0; i < dataset->source_count; i++) {
        markup_source(out, &dataset->sources[i]);
    }
    markup_close(out);
    markup_open(out, "units");
    for (size_t i = 0; i < dataset->unit_count; i++) {
        markup_unit(out, &dataset->units[i]);
    }
    markup_close(out);
    markup_open(out, "themes");
    for (size_t i = 0; i < dataset->theme_count; i++) {
        write_theme(out, &dataset->themes[i]);
    }
    markup_close(out);
    markup_open(out, "indicators");
    for (size_t i = 0; i < dataset->indicator_count; i++) {
        write_indicator(out, &dataset->indicators[i]);
    }
    markup_close(out);
}

/* ---- Observations ---- */

static void write_change(
    struct markup *out, const struct dataset_change *change)
{
    markup_open(out, "change");
    markup_attribute(out, "kind", dataset_change_name(change->kind));
    markup_attribute(out, "of", change->of_id);
    markup_attribute(out, "value", change->value_text);
    write_decimals(out, change->decimals);
    markup_attribute(out, "base", change->base.text);
    write_basis(out, change->basis);
    markup_cites(out, &change->cites);
    markup_notes(out, &change->notes);
    markup_close(out);
}

void dataset_write_obs(struct markup *out, const struct dataset_obs *obs)
{
    markup_open(out, "obs");
    markup_attribute(out, "indicator", obs->indicator_id);
    markup_attribute(out, "period", obs->period.text);
    markup_attribute(out, "phase", dataset_phase_name(obs->phase));
    markup_attribute(out, "value", obs->value_text);
    if (obs->has_unit_mult) {
        markup_attribute_int(out, "unitMult", obs->unit_mult);
    }
    write_decimals(out, obs->decimals);
    markup_attribute(out, "qualifier", dataset_qualifier_name(obs->qualifier));
    write_letter(out, "status", obs->status, 'A');
    write_letter(out, "confStatus", obs->conf_status, 'F');
    write_basis(out, obs->basis);
    markup_attribute(out, "edition", obs->edition);
    markup_cites(out, &obs->cites);
    markup_base(out, obs->base);
    for (size_t i = 0; i < obs->change_count; i++) {
        write_change(out, &obs->changes[i]);
    }
    markup_notes(out, &obs->notes);
    markup_close(out);
}

/* ---- The document ---- */

void dataset_write_begin(struct markup *out)
{
    markup_begin(out);
    markup_open(out, "dataset");
    markup_open(out, "observations");
}

/* Cuts off what stands before the observations and behind them. */
static void keep_observations(GString *bytes)
{
    const char *from = strstr(bytes->str, OBSERVATIONS);
    const char *to = g_strrstr(bytes->str, "</dataset>");

    g_string_truncate(bytes, (gsize)(to - bytes->str));
    g_string_erase(bytes, 0, from - bytes->str);
}

/* What stands around them is put there: they may be long, and it is short. */
GString *dataset_write_end(struct markup *out, const struct dataset *dataset)
{
    struct markup around;
    GString *observations;
    GString *document;
    gsize before;

    markup_begin(&around);
    markup_open(&around, "dataset");
    write_head(&around, dataset);
    write_declarations(&around, dataset);
    before = markup_size(&around);
    markup_notes(&around, &dataset->notes);
    markup_coverage(&around, dataset->unused, dataset->unused_count);
    markup_close(&around);
    document = markup_end(&around);
    markup_close(out);
    observations = markup_end(out);
    keep_observations(observations);
    g_string_append(observations, document->str + before);
    g_string_insert_len(observations, 0, document->str, (gssize)before);
    g_string_free(document, TRUE);
    return observations;
}

GString *dataset_write(const struct dataset *dataset)
{
    struct markup out;

    dataset_write_begin(&out);
    for (size_t i = 0; i < dataset->obs_count; i++) {
        dataset_write_obs(&out, &dataset->obs[i]);
    }
    return dataset_write_end(&out, dataset);
}
