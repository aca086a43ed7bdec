/*
 * Units: every kind but an event has one, it measures what such a kind can be
 * measured in, and a multiplier goes with amounts only.
 */
#include "check/rules.h"

#define BIT(measure) (1u << (measure))

#define AMOUNTS                                                                \
    (BIT(MEASURE_MONEY) | BIT(MEASURE_COUNT_OF) | BIT(MEASURE_AREA) |          \
        BIT(MEASURE_LENGTH) | BIT(MEASURE_TIME) | BIT(MEASURE_OTHER))
#define RATIOS (BIT(MEASURE_PERCENT) | BIT(MEASURE_PERMILLE))

/* What a kind may be measured in. */
static const unsigned measures_of[KIND_COUNT] = {
    [KIND_STOCK] = AMOUNTS,
    [KIND_FLOW] = AMOUNTS,
    [KIND_QUANTITY] = AMOUNTS,
    [KIND_SHARE] = RATIOS,
    [KIND_RATE] = RATIOS,
    [KIND_MULTIPLE] = BIT(MEASURE_TIMES),
    [KIND_INDEX] = BIT(MEASURE_POINTS),
    [KIND_SCORE] = BIT(MEASURE_POINTS),
    [KIND_RANK] = BIT(MEASURE_PLACE),
    [KIND_ORDINAL] = BIT(MEASURE_ORDINAL),
    [KIND_THRESHOLD] = AMOUNTS | RATIOS | BIT(MEASURE_POINTS) |
                       BIT(MEASURE_PLACE) | BIT(MEASURE_TIMES),
    [KIND_MEASURE] = AMOUNTS | RATIOS | BIT(MEASURE_TIMES),
    [KIND_EVENT] = 0,
};

static const char *measure_word(int value)
{
    return dataset_measure_name((enum dataset_measure)value);
}

static void unit_against_kind(
    const struct check *check, const struct dataset_indicator *indicator)
{
    const struct dataset_unit *unit = indicator->unit;
    const char *kind = dataset_kind_name(indicator->kind);
    unsigned allowed = measures_of[indicator->kind];

    if (indicator->kind == KIND_EVENT) {
        if (indicator->unit_id != NULL) {
            diag_report(check->diag, DIAG_UNIT_UNEXPECTED, indicator->pos,
                indicator->id);
        }
    } else if (indicator->unit_id == NULL) {
        diag_report(check->diag, DIAG_UNIT_MISSING, indicator->pos,
            indicator->id, kind);
    } else if (unit != NULL && (allowed & BIT(unit->measures)) == 0) {
        g_autofree char *list =
            rules_list(allowed, MEASURE_COUNT, measure_word);

        diag_report(check->diag, DIAG_UNIT_KIND, indicator->pos, indicator->id,
            kind, unit->id, dataset_measure_name(unit->measures), list);
    }
}

/* 3 wan yuan is an amount; 3 wan percent is a slip. */
static bool takes_multiplier(const struct dataset_indicator *indicator)
{
    return indicator->unit == NULL || ((AMOUNTS | BIT(MEASURE_TIMES)) &
                                          BIT(indicator->unit->measures)) != 0;
}

static void indicator_multiplier(
    const struct check *check, const struct dataset_indicator *indicator)
{
    if (indicator->unit_mult != 0 && !takes_multiplier(indicator)) {
        diag_report(check->diag, DIAG_UNIT_MULTIPLIER, indicator->pos,
            indicator->unit_id,
            dataset_measure_name(indicator->unit->measures));
    }
}

static void obs_multiplier(
    const struct check *check, const struct dataset_obs *obs)
{
    if (obs->indicator != NULL && obs->has_unit_mult && obs->unit_mult != 0 &&
        !takes_multiplier(obs->indicator)) {
        diag_report(check->diag, DIAG_UNIT_MULTIPLIER, obs->pos,
            obs->indicator->unit_id,
            dataset_measure_name(obs->indicator->unit->measures));
    }
}

/* Only amounts of money are at prices. */
static void prices_of_money(
    const struct check *check, const struct dataset_indicator *indicator)
{
    bool is_money = indicator->unit == NULL ||
                    indicator->unit->measures == MEASURE_MONEY;

    if (indicator->prices != PRICES_CURRENT &&
        (!dataset_kind_is_additive(indicator->kind) || !is_money)) {
        diag_report(check->diag, DIAG_PRICES_UNEXPECTED, indicator->pos,
            indicator->id, dataset_kind_name(indicator->kind),
            dataset_prices_name(indicator->prices));
    }
}

static const struct rule items[] = {
    {.indicator = unit_against_kind},
    {.indicator = prices_of_money},
    {.indicator = indicator_multiplier},
    {.obs = obs_multiplier},
};

const struct rules rules_units = RULES(items);
