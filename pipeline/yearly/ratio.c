/*
 * Compares stated shares, rates and multiples with the amounts that they are
 * computed from, of the same period and phase.
 */
#include "yearly/ratio.h"

#include "base/arena.h"
#include "base/diag.h"
#include "model/figure.h"
#include "model/ratio.h"
#include "yearly/earlier.h"

static enum yearly_reason refusal(const struct yearly_obs *obs,
    const struct yearly_obs *of, const struct yearly_obs *to)
{
    const struct dataset_indicator *indicator = obs->obs->indicator;
    const struct dataset_ratio *ratio = indicator->ratio;
    enum yearly_reason reason = earlier_refusal(obs);

    if (ratio_power(indicator) < 0 ||
        !ratio_is_commensurable(indicator, ratio->of, ratio->to)) {
        return REASON_NOT_COMPARABLE;
    }
    if (reason == REASON_NONE) {
        reason = of == NULL ? REASON_MISSING : earlier_refusal(of);
    }
    if (reason == REASON_NONE) {
        reason = to == NULL ? REASON_MISSING : earlier_refusal(to);
    }
    if (reason == REASON_NONE && interval_contains_zero(to->level->range)) {
        reason = REASON_BASE_ZERO;
    }
    return reason;
}

/* of / to in multiples of the observation's unitMult, as it is stated. */
static struct yearly_result compute(struct yearly *yearly,
    const struct dataset_obs *said, const struct yearly_level *of,
    const struct yearly_level *to)
{
    int power = ratio_power(said->indicator) - said->unit_mult;
    g_autoptr(number) quotient = number_div(of->exact, to->exact);
    g_autoptr(interval) range =
        ratio_interval(said->indicator, of->range, to->range);
    struct yearly_result result = {
        yearly_keep(yearly, number_scale10(quotient, power)),
        yearly_keep_interval(yearly, interval_scale10(range, -said->unit_mult)),
    };

    return result;
}

static enum yearly_verdict judge(
    const struct dataset_obs *said, const struct yearly_result *computed)
{
    g_autoptr(interval) figure = figure_of_obs(said);
    g_autoptr(interval) stated = interval_scale10(figure, -said->unit_mult);

    if (interval_overlaps(stated, computed->range)) {
        return VERDICT_AGREES;
    }
    return said->basis == BASIS_PRINTED ? VERDICT_DIFFERS : VERDICT_EXPLAINED;
}

static void report_difference(const struct dataset_obs *said,
    const struct yearly_ratio *ratio, struct diag *diag)
{
    const interval *range = ratio->computed.range;
    int decimals = MAX(said->decimals, number_decimals(said->value_text)) + 2;
    g_autofree char *lo =
        number_round_text(range->lo, decimals, ROUNDING_HALF_UP);
    g_autofree char *hi =
        number_round_text(range->hi, decimals, ROUNDING_HALF_UP);

    diag_report(diag, DIAG_RATIO_DIFFERS, said->pos, said->indicator_id,
        said->period.text, said->value_text, said->indicator->ratio->of_id,
        said->indicator->ratio->to_id, lo, hi);
}

void ratio_fill(
    struct yearly *yearly, struct yearly_obs *obs, struct diag *diag)
{
    const struct dataset_obs *said = obs->obs;
    const struct dataset_ratio *ratio = said->indicator->ratio;
    const struct yearly_obs *of;
    const struct yearly_obs *to;

    if (ratio == NULL || ratio->of == NULL || ratio->to == NULL) {
        return;
    }
    of = yearly_lookup(yearly, ratio->of_id, said->period.text, said->phase);
    to = yearly_lookup(yearly, ratio->to_id, said->period.text, said->phase);
    obs->ratio = ARENA_NEW(yearly->arena, struct yearly_ratio);
    obs->ratio->verdict = VERDICT_UNCHECKED;
    obs->ratio->reason = refusal(obs, of, to);
    if (obs->ratio->reason != REASON_NONE) {
        return;
    }
    obs->ratio->computed = compute(yearly, said, of->level, to->level);
    obs->ratio->verdict = judge(said, &obs->ratio->computed);
    if (obs->ratio->verdict == VERDICT_DIFFERS) {
        report_difference(said, obs->ratio, diag);
    }
}
