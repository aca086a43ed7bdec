/*
 * An observation and what follows from it, as XML.
 */
#include "yearly/write_obs.h"

#include "yearly/names.h"

/* A comparison with the year before goes without saying. */
static const char *compare_name(enum yearly_compare compare)
{
    return compare == COMPARE_PREVIOUS ? "previous" : NULL;
}

static const char *turn_name(enum yearly_turn turn)
{
    return turn == TURN_POSITIVE   ? "positive"
           : turn == TURN_NEGATIVE ? "negative"
                                   : NULL;
}

static const char *origin_name(bool is_from_base)
{
    return is_from_base ? "base" : "levels";
}

static void write_range(struct markup *out, const interval *range)
{
    if (range != NULL) {
        markup_attribute_number(out, "lo", range->lo);
        markup_attribute_number(out, "hi", range->hi);
    }
}

static void write_result(
    struct markup *out, const struct yearly_result *result, int decimals)
{
    markup_attribute_number(out, "value", result->value);
    write_range(out, result->range);
    markup_attribute_int(out, "decimals", decimals);
}

/* Why it was not checked, or what explains that it does not follow. */
static const char *stated_reason(
    const struct yearly_obs *obs, const struct yearly_stated *stated)
{
    return stated->verdict == VERDICT_EXPLAINED
               ? dataset_basis_name(
                     dataset_change_basis(obs->obs, stated->change))
               : yearly_reason_name(stated->reason);
}

static void write_computed(
    struct markup *out, const struct yearly_result *computed)
{
    markup_attribute_number(out, "computed", computed->value);
    markup_attribute_number(out, "computedLo", computed->range->lo);
    markup_attribute_number(out, "computedHi", computed->range->hi);
}

static void write_stated(struct markup *out, const struct yearly_obs *obs,
    const struct yearly_stated *stated)
{
    const struct dataset_change *change = stated->change;

    markup_open(out, "stated");
    markup_attribute(out, "kind", dataset_change_name(change->kind));
    markup_attribute(out, "of", change->of_id);
    markup_attribute(out, "value", change->value_text);
    markup_attribute_int(out, "decimals",
        change->decimals >= 0 ? change->decimals
                              : number_decimals(change->value_text));
    markup_attribute(out, "base", change->base.text);
    markup_attribute(out, "basis",
        dataset_basis_name(dataset_change_basis(obs->obs, change)));
    markup_attribute(out, "verdict", yearly_verdict_name(stated->verdict));
    if (stated->computed.value != NULL) {
        markup_attribute(out, "from", origin_name(stated->is_from_base));
        write_computed(out, &stated->computed);
    }
    markup_attribute(out, "reason", stated_reason(obs, stated));
    markup_cites(out, &change->cites);
    markup_notes(out, &change->notes);
    markup_close(out);
}

/* What the value is computed from, and whether it follows. */
static void write_ratio(struct markup *out, const struct yearly_obs *obs)
{
    const struct yearly_ratio *ratio = obs->ratio;

    if (ratio == NULL) {
        return;
    }
    markup_open(out, "ratio");
    markup_attribute(out, "of", obs->obs->indicator->ratio->of_id);
    markup_attribute(out, "to", obs->obs->indicator->ratio->to_id);
    markup_attribute(out, "basis", dataset_basis_name(obs->obs->basis));
    markup_attribute(out, "verdict", yearly_verdict_name(ratio->verdict));
    if (ratio->computed.value != NULL) {
        write_computed(out, &ratio->computed);
    }
    markup_attribute(out, "reason",
        ratio->verdict == VERDICT_EXPLAINED
            ? dataset_basis_name(obs->obs->basis)
            : yearly_reason_name(ratio->reason));
    markup_close(out);
}

static void write_change(struct markup *out, const struct yearly_change *change)
{
    markup_open(out, "change");
    markup_attribute(out, "kind", dataset_change_name(change->kind));
    markup_attribute(out, "compare", compare_name(change->compare));
    markup_attribute(out, "base", change->base);
    write_result(out, &change->result, change->decimals);
    markup_attribute(out, "from", origin_name(change->is_from_base));
    markup_attribute(out, "turn", turn_name(change->turn));
    markup_close(out);
}

static void write_since(struct markup *out, const struct yearly_since *since)
{
    markup_open(out, "since");
    markup_attribute(out, "kind", dataset_change_name(since->kind));
    markup_attribute(out, "base", since->base);
    write_result(out, &since->result, since->decimals);
    markup_close(out);
}

static void write_effect(struct markup *out, const struct yearly_effect *effect)
{
    markup_open(out, "effect");
    markup_attribute(out, "kind", dataset_change_name(effect->kind));
    markup_attribute(out, "of", effect->part->indicator_id);
    markup_attribute(out, "group", effect->part->group);
    markup_attribute(out, "base", effect->base);
    write_result(out, &effect->result, effect->decimals);
    markup_close(out);
}

static void write_implied(struct markup *out, const struct yearly_obs *obs)
{
    const struct yearly_implied *implied = obs->implied;

    if (implied == NULL) {
        return;
    }
    markup_open(out, "implied");
    markup_attribute(out, "period", implied->period);
    write_range(out, implied->range);
    markup_attribute(out, "certain", implied->certain);
    markup_attribute_int(out, "unitMult", obs->obs->unit_mult);
    markup_close(out);
}

static void write_share(struct markup *out, const struct yearly_obs *obs,
    const struct yearly_share *share)
{
    markup_open(out, "share");
    markup_attribute(out, "of", share->part->indicator_id);
    markup_attribute(out, "group", share->part->group);
    markup_attribute(out, "period", obs->obs->period.text);
    write_result(out, &share->result, share->decimals);
    markup_close(out);
}

static void write_bound(struct markup *out, const struct yearly_bound *bound)
{
    markup_open(out, "bound");
    markup_attribute(out, "what", bound->what);
    if (bound->part != NULL) {
        markup_attribute(out, "of", bound->part->indicator_id);
        markup_attribute(out, "group", bound->part->group);
    } else {
        markup_attribute(out, "kind", dataset_change_name(bound->kind));
    }
    markup_attribute(out, "base", bound->base);
    markup_attribute(out, "qualifier", bound->is_lower ? "over" : "within");
    markup_attribute(out, "value", bound->value);
    markup_attribute_number(out, bound->is_lower ? "lo" : "hi", bound->end);
    markup_attribute_int(out, "decimals", bound->decimals);
    markup_close(out);
}

static void write_absent(struct markup *out, const struct yearly_absent *absent)
{
    markup_open(out, "absent");
    markup_attribute(out, "what", absent->what);
    markup_attribute(out, "kind", absent->kind);
    markup_attribute(out, "compare", compare_name(absent->compare));
    if (absent->part != NULL) {
        markup_attribute(out, "of", absent->part->indicator_id);
        markup_attribute(out, "group", absent->part->group);
    }
    markup_attribute(out, "reason", yearly_reason_name(absent->reason));
    markup_attribute(out, "base", absent->base);
    markup_close(out);
}

static const char *revision_reason_name(enum yearly_revision_reason reason)
{
    static const char *const names[REVISION_REASON_COUNT] = {
        [REVISION_NOTE] = "note",
        [REVISION_PROVISIONAL] = "provisional",
        [REVISION_ESTIMATED] = "estimated",
        [REVISION_FORECAST] = "forecast",
        [REVISION_MISSING] = "missing",
        [REVISION_STATUS] = "status",
    };

    return names[reason];
}

/* The earlier figure, with attributes as where it stood. */
static void write_earlier_figure(
    struct markup *out, const struct yearly_revision *revision)
{
    const struct dataset_obs *said = revision->before->obs;
    const struct yearly_level *level = revision->before->level;
    const char status[2] = {said->status, '\0'};

    if (revision->change != NULL) {
        markup_attribute(out, "value", revision->change->value_text);
        markup_attribute_int(out, "decimals",
            revision->change->decimals >= 0
                ? revision->change->decimals
                : number_decimals(revision->change->value_text));
        return;
    }
    markup_attribute(out, "value", said->value_text);
    if (level != NULL) {
        markup_attribute_int(out, "unitMult", level->unit_mult);
        markup_attribute_int(out, "decimals", level->decimals);
    }
    markup_attribute(out, "qualifier", dataset_qualifier_name(said->qualifier));
    markup_attribute(out, "status", status);
}

static void write_revision(
    struct markup *out, const struct yearly_revision *revision)
{
    const struct dataset_change *change = revision->change;

    markup_open(out, "revision");
    markup_attribute(out, "what",
        change != NULL           ? "change"
        : revision->is_of_status ? "status"
                                 : "value");
    if (change != NULL) {
        markup_attribute(out, "kind", dataset_change_name(change->kind));
        markup_attribute(out, "base", change->base.text);
    }
    markup_attribute(out, "prepared", revision->before->file->prepared.text);
    markup_attribute(out, "reason", revision_reason_name(revision->reason));
    write_earlier_figure(out, revision);
    markup_attribute(out, "largest", revision->is_largest ? "yes" : NULL);
    for (size_t i = 0; i < revision->by_count; i++) {
        const struct yearly_by *by = &revision->by[i];

        markup_open(out, "by");
        markup_attribute(out, "kind", dataset_change_name(by->kind));
        markup_attribute_number(out, "value", by->result.value);
        write_range(out, by->result.range);
        markup_attribute_int(out, "decimals", by->decimals);
        markup_close(out);
    }
    markup_close(out);
}

/*
 * What a value may be: all that its digits allow, or, of a bound, all on one
 * side of it.  How far off "about" is nobody knows.
 */
static void write_bounds(struct markup *out, const struct yearly_obs *obs)
{
    switch (obs->obs->qualifier) {
    case QUALIFIER_NONE:
        write_range(out, obs->level->range);
        break;
    case QUALIFIER_OVER:
    case QUALIFIER_ODD:
        markup_attribute_number(out, "lo", obs->level->exact);
        break;
    case QUALIFIER_NEARLY:
    case QUALIFIER_WITHIN:
        markup_attribute_number(out, "hi", obs->level->exact);
        break;
    case QUALIFIER_ABOUT:
    case QUALIFIER_COUNT:
        break;
    }
}

static void write_attributes(struct markup *out, const struct yearly_obs *obs)
{
    const struct dataset_obs *said = obs->obs;
    const char status[2] = {said->status, '\0'};
    const char conf[2] = {said->conf_status, '\0'};

    markup_attribute(out, "period", said->period.text);
    markup_attribute(out, "value", said->value_text);
    if (obs->level != NULL) {
        markup_attribute_int(out, "unitMult", said->unit_mult);
        markup_attribute_int(out, "decimals", obs->level->decimals);
    }
    markup_attribute(out, "qualifier", dataset_qualifier_name(said->qualifier));
    markup_attribute(out, "status", status);
    markup_attribute(
        out, "confStatus", dataset_obs_is_confidential(said) ? conf : NULL);
    markup_attribute(out, "phase", dataset_phase_name(said->phase));
    markup_attribute(out, "edition", said->edition);
    markup_attribute(out, "sum", dataset_obs_is_sum(said) ? "yes" : NULL);
    markup_attribute(out, "current", obs->is_current ? "yes" : NULL);
    if (obs->level != NULL) {
        markup_attribute_number(out, "exact", obs->level->exact);
        write_bounds(out, obs);
    }
}

void write_obs(struct markup *out, const struct yearly_obs *obs)
{
    const struct dataset_obs *said = obs->obs;

    markup_open(out, "obs");
    write_attributes(out, obs);
    markup_cites(out, &said->cites);
    markup_base(out, said->base);
    markup_notes(out, &said->notes);
    for (size_t i = 0; i < said->change_count; i++) {
        write_stated(out, obs, &obs->stated[i]);
    }
    write_ratio(out, obs);
    for (size_t i = 0; i < obs->change_count; i++) {
        write_change(out, &obs->changes[i]);
    }
    for (size_t i = 0; i < obs->since_count; i++) {
        write_since(out, &obs->sinces[i]);
    }
    write_implied(out, obs);
    for (size_t i = 0; i < obs->share_count; i++) {
        write_share(out, obs, &obs->shares[i]);
    }
    for (size_t i = 0; i < obs->effect_count; i++) {
        write_effect(out, &obs->effects[i]);
    }
    for (size_t i = 0; i < obs->bound_count; i++) {
        write_bound(out, &obs->bounds[i]);
    }
    for (size_t i = 0; i < obs->absent_count; i++) {
        write_absent(out, &obs->absents[i]);
    }
    for (size_t i = 0; i < obs->revision_count; i++) {
        write_revision(out, &obs->revisions[i]);
    }
    markup_close(out);
}
