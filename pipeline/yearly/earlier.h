/*
 * The earlier level that an observation is compared with, or why there is
 * none; within yearly/ only.
 */
#ifndef GONGBAO_YEARLY_EARLIER_H
#define GONGBAO_YEARLY_EARLIER_H

#include "yearly/yearly.h"

struct yearly_earlier {
    const struct yearly_level *level; /* NULL: none */
    enum yearly_reason reason;        /* of none */
    bool is_from_base;                /* stated beside the observation */
};

/*
 * The same period a year before; it lives as long as yearly.  NULL: the period
 * is not known or there is no such period.
 */
const char *earlier_period(
    struct yearly *yearly, const struct dataset_period *period);

/* The period just before, of half-years, quarters and months.  NULL: none. */
const char *earlier_previous(
    struct yearly *yearly, const struct dataset_period *period);

/* Why the observation itself cannot be compared; REASON_NONE: it can. */
enum yearly_reason earlier_refusal(const struct yearly_obs *obs);

/*
 * The level at period (as earlier_period or the source gives it) from the
 * series, or else as stated beside the observation.
 */
struct yearly_earlier earlier_find(
    struct yearly *yearly, const struct yearly_obs *obs, const char *period);

/* The level stated beside the observation; NULL: none for that period. */
const struct yearly_level *earlier_stated(
    struct yearly *yearly, const struct yearly_obs *obs, const char *period);

/*
 * The observation at period, if it and obs have values that may be compared and
 * one of them, or both, is a bound; NULL: there is none.
 */
const struct yearly_obs *earlier_bounded(const struct yearly *yearly,
    const struct yearly_obs *obs, const char *period);

#endif
