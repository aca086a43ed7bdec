/*
 * The table of stated figures and what gives them.  All that can be computed
 * from the joined files is known by now (stated.c, ratio.c) but for the sums,
 * which are of several series and are made here.
 */
#include "yearly/recompute.h"

#include "base/diag.h"
#include "base/i18n.h"
#include "model/figure.h"
#include "model/groups.h"
#include "yearly/base.h"
#include "yearly/compute.h"
#include "yearly/earlier.h"
#include "yearly/figures.h"
#include "yearly/match.h"
#include "yearly/names.h"
#include "yearly/stated.h"
#include "yearly/yearly.h"

struct writer {
    struct yearly *yearly;
    GPtrArray *groups;
    GHashTable *anchors; /* id of an indicator -> GPtrArray of its groups */
    struct figures figures;
};

/* ---- Words ---- */

/* What a line is about, beside the kinds of change. */
static const char *const word_base = N_("base");
static const char *const word_ratio = N_("ratio");
static const char *const word_sum = N_("sum");
static const char *const word_shares = N_("shares");

/* Reasons that are only of this table. */
static const char *const reason_no_ratio = N_("no-ratio");
static const char *const reason_note = N_("note");

static int decimals_of(const char *value, int decimals)
{
    return MAX(decimals, number_decimals(value));
}

/* Why it is as the verdict says; NULL: there is nothing to say. */
static const char *reason_of(enum yearly_verdict verdict,
    enum yearly_reason reason, enum dataset_basis basis)
{
    if (verdict == VERDICT_EXPLAINED) {
        return basis != BASIS_PRINTED ? yearly_basis_name(basis) : reason_note;
    }
    return reason != REASON_NONE ? yearly_reason_name(reason) : NULL;
}

/* ---- Secrets ---- */

static bool is_secret(const struct yearly_obs *obs)
{
    return obs != NULL && dataset_obs_is_confidential(obs->obs);
}

/* The same of another indicator or period. */
static bool is_secret_at(const struct writer *writer, const char *id,
    const char *period, enum dataset_phase phase)
{
    return id != NULL &&
           is_secret(yearly_lookup(writer->yearly, id, period, phase));
}

/* A change tells its base, and one of a whole that too. */
static bool is_secret_change(const struct writer *writer,
    const struct yearly_obs *obs, const struct dataset_change *change)
{
    const struct dataset_obs *said = obs->obs;
    const char *base = change->base.text;

    return is_secret(obs) ||
           is_secret_at(writer, said->indicator_id, base, said->phase) ||
           is_secret_at(
               writer, change->of_id, said->period.text, said->phase) ||
           is_secret_at(writer, change->of_id, base, said->phase);
}

/* ---- What an observation states ---- */

static void write_base(struct writer *writer, const struct yearly_obs *obs)
{
    const struct dataset_base *base = obs->obs->base;
    struct yearly_base compared;
    g_autoptr(interval) range = NULL;
    struct figure figure = {
        .indicator = obs->obs->indicator_id,
        .obs = obs->obs,
        .what = word_base,
    };

    if (base == NULL) {
        return;
    }
    compared = base_compare(writer->yearly, obs);
    if (compared.before != NULL) {
        range = interval_scale10(
            compared.before->level->range, -obs->obs->unit_mult);
    }
    figure.against = base->period.text;
    figure.stated = base->value_text;
    figure.decimals = number_decimals(base->value_text);
    figure.range = range;
    figure.verdict = compared.verdict;
    figure.reason =
        reason_of(compared.verdict, compared.reason, compared.basis);
    figure.is_secret = is_secret(obs) || is_secret(compared.before);
    figure.pos = base->pos;
    figures_add(&writer->figures, &figure);
}

/* A multiple without a ratio is listed too: nothing leads to it. */
static void write_ratio(struct writer *writer, const struct yearly_obs *obs)
{
    const struct dataset_obs *said = obs->obs;
    const struct dataset_ratio *ratio = said->indicator->ratio;
    g_autofree char *ids = NULL;
    struct figure figure = {
        .indicator = said->indicator_id,
        .obs = said,
        .what = word_ratio,
        .stated = said->value_text,
        .verdict = VERDICT_UNCHECKED,
        .reason = reason_no_ratio,
        .is_secret = is_secret(obs),
        .pos = said->pos,
    };

    if (said->value_text == NULL ||
        (obs->ratio == NULL && said->indicator->kind != KIND_MULTIPLE)) {
        return;
    }
    if (obs->ratio != NULL) {
        ids = g_strdup_printf("%s/%s", ratio->of_id, ratio->to_id);
        figure.against = ids;
        figure.is_secret =
            figure.is_secret ||
            is_secret_at(
                writer, ratio->of_id, said->period.text, said->phase) ||
            is_secret_at(
                writer, ratio->to_id, said->period.text, said->phase);
        figure.range = obs->ratio->computed.range;
        figure.verdict = obs->ratio->verdict;
        figure.reason =
            reason_of(figure.verdict, obs->ratio->reason, said->basis);
    }
    figure.decimals = decimals_of(said->value_text, said->decimals);
    figures_add(&writer->figures, &figure);
}

static void write_stated(struct writer *writer, const struct yearly_obs *obs,
    const struct yearly_stated *stated)
{
    const struct dataset_change *change = stated->change;
    g_autofree char *against =
        change->of_id != NULL
            ? g_strdup_printf("%s:%s", change->of_id, change->base.text)
            : g_strdup(change->base.text);
    struct yearly_result instead = {NULL, NULL};
    enum dataset_change_kind kind = change->kind;
    struct figure figure = {
        .indicator = obs->obs->indicator_id,
        .obs = obs->obs,
        .what = yearly_change_name(change->kind),
        .against = against,
        .stated = change->value_text,
        .decimals = decimals_of(change->value_text, change->decimals),
        .range = stated->computed.range,
        .verdict = stated->verdict,
        .reason = reason_of(stated->verdict, stated->reason,
            dataset_change_basis(obs->obs, change)),
        .is_secret = is_secret_change(writer, obs, change),
        .pos = change->pos,
    };

    if (stated->reason == REASON_NO_CHANGE_OF_THIS_KIND) {
        instead = stated_instead(writer->yearly, obs, change, &kind);
        figure.range = instead.range;
        figure.detail =
            instead.value != NULL ? yearly_change_name(kind) : NULL;
    }
    figures_add(&writer->figures, &figure);
}

/* ---- Sums ---- */

static const struct dataset_obs *find(const void *context,
    const char *indicator_id, const char *period, enum dataset_phase phase)
{
    const struct yearly_obs *obs =
        yearly_lookup(context, indicator_id, period, phase);

    return obs != NULL ? obs->obs : NULL;
}

static enum yearly_reason sum_refusal(enum group_state state)
{
    switch (state) {
    case GROUP_SUMMED:
        return REASON_NONE;
    case GROUP_MISSING:
        return REASON_MISSING;
    case GROUP_BOUND:
        return REASON_BOUND;
    case GROUP_UNLIKE:
        return REASON_NOT_COMPARABLE;
    }
    g_assert_not_reached();
}

/* The verdict on a sum and a total, both in the same unit. */
static void judge_sum(
    struct figure *figure, const struct group_sum *sum, const interval *total)
{
    enum yearly_reason reason = sum_refusal(sum->state);

    if (reason != REASON_NONE) {
        figure->verdict = VERDICT_UNCHECKED;
    } else if (interval_overlaps(sum->range, total)) {
        figure->verdict = VERDICT_AGREES;
    } else {
        figure->verdict =
            sum->is_explained ? VERDICT_EXPLAINED : VERDICT_DIFFERS;
    }
    figure->reason = reason_of(figure->verdict, reason, BASIS_PRINTED);
}

/* What the parts of a group make of the whole. */
static void write_parts(struct writer *writer, const struct group *group,
    const struct yearly_obs *obs, struct group_sum *sum)
{
    const struct dataset_obs *said = obs->obs;
    enum yearly_reason refusal = earlier_refusal(obs);
    g_autoptr(interval) range =
        sum->range != NULL && refusal == REASON_NONE
            ? interval_scale10(sum->range, -said->unit_mult)
            : NULL;
    struct figure figure = {
        .indicator = said->indicator_id,
        .obs = said,
        .what = word_sum,
        .against = group->name,
        .stated = said->value_text,
        .range = range,
        .verdict = VERDICT_UNCHECKED,
        .is_secret = is_secret(obs) || sum->is_secret,
        .pos = said->pos,
    };

    if (said->value_text == NULL) {
        return;
    }
    figure.decimals = decimals_of(said->value_text, said->decimals);
    sum->is_explained = sum->is_explained ||
                        dataset_notes_have(&said->notes, NOTE_SUM) ||
                        dataset_notes_have(&group->whole->notes, NOTE_SUM);
    if (refusal == REASON_NONE) {
        judge_sum(&figure, sum, obs->level->range);
    } else {
        figure.reason = yearly_reason_name(refusal);
    }
    figures_add(&writer->figures, &figure);
}

/* What the shares of a group make of 100 percent; obs is of the first. */
static void write_shares(struct writer *writer, const struct group *group,
    const struct yearly_obs *obs, const struct group_sum *sum)
{
    g_autoptr(number) hundred = number_new(100, 1);
    g_autoptr(interval) whole = interval_point(hundred);
    struct figure figure = {
        .indicator = group->whole_id,
        .obs = obs->obs,
        .what = word_shares,
        .against = group->name,
        .stated = "100",
        .decimals = sum->decimals,
        .range = sum->range,
        .is_secret = sum->is_secret,
        .pos = obs->obs->pos,
    };

    judge_sum(&figure, sum, whole);
    figures_add(&writer->figures, &figure);
}

static void write_sums(struct writer *writer, const struct yearly_obs *obs)
{
    const struct dataset_obs *said = obs->obs;
    const GPtrArray *groups =
        g_hash_table_lookup(writer->anchors, said->indicator_id);

    for (guint i = 0; groups != NULL && i < groups->len; i++) {
        const struct group *group = groups->pdata[i];
        struct group_sum sum = group_sum(
            group, said->period.text, said->phase, find, writer->yearly);

        /* A period of which there is no part divides nothing. */
        if (sum.found > 0 && group->are_shares) {
            write_shares(writer, group, obs, &sum);
        } else if (sum.found > 0) {
            write_parts(writer, group, obs, &sum);
        }
        group_sum_clear(&sum);
    }
}

/* ---- The whole ---- */

static void write_obs(struct writer *writer, const struct yearly_obs *obs)
{
    write_base(writer, obs);
    write_ratio(writer, obs);
    write_sums(writer, obs);
    for (size_t i = 0; i < obs->obs->change_count; i++) {
        write_stated(writer, obs, &obs->stated[i]);
    }
}

/* Exhaustive groups by the indicator at which they are written. */
static void collect_groups(struct writer *writer)
{
    g_autoptr(GPtrArray) indicators = g_ptr_array_new();

    for (guint i = 0; i < writer->yearly->series->len; i++) {
        const struct yearly_series *series = writer->yearly->series->pdata[i];

        g_ptr_array_add(indicators, (gpointer)series->indicator);
    }
    writer->groups = groups_collect(
        (const struct dataset_indicator *const *)indicators->pdata,
        indicators->len);
    writer->anchors = g_hash_table_new_full(
        g_str_hash, g_str_equal, NULL, (GDestroyNotify)g_ptr_array_unref);
    for (guint i = 0; i < writer->groups->len; i++) {
        struct group *group = writer->groups->pdata[i];
        const char *id = group_anchor(group)->id;
        GPtrArray *list = g_hash_table_lookup(writer->anchors, id);

        if (!group->is_exhaustive) {
            continue;
        }
        if (list == NULL) {
            list = g_ptr_array_new();
            g_hash_table_insert(writer->anchors, (gpointer)id, list);
        }
        g_ptr_array_add(list, group);
    }
}

static GString *write_table(struct yearly *yearly, bool *differs)
{
    struct writer writer = {
        .yearly = yearly,
    };

    collect_groups(&writer);
    figures_begin(&writer.figures);
    for (guint i = 0; i < yearly->themes->len; i++) {
        const struct yearly_theme *theme = yearly->themes->pdata[i];

        for (guint j = 0; j < theme->series->len; j++) {
            const struct yearly_series *series = theme->series->pdata[j];

            for (guint k = 0; k < series->obs->len; k++) {
                write_obs(&writer, series->obs->pdata[k]);
            }
        }
    }
    *differs = writer.figures.counts[VERDICT_DIFFERS] > 0;
    g_hash_table_unref(writer.anchors);
    g_ptr_array_unref(writer.groups);
    return figures_end(&writer.figures);
}

GString *recompute_write(const struct dataset *const *files, size_t count,
    bool *differs, struct diag *diag)
{
    struct yearly *yearly = yearly_join(files, count, diag);
    struct diag *told = NULL;
    GString *text;

    if (yearly == NULL) {
        return NULL;
    }
    /* What this would report, the table says. */
    told = diag_new(g_get_prgname());
    yearly_compute(yearly, told);
    diag_free(told);
    text = write_table(yearly, differs);
    yearly_free(yearly);
    return text;
}
