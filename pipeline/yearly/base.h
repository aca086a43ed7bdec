/*
 * A level stated beside an observation and the one that another place gives;
 * within yearly/ only.
 */
#ifndef GONGBAO_YEARLY_BASE_H
#define GONGBAO_YEARLY_BASE_H

#include "yearly/yearly.h"

struct yearly_base {
    enum yearly_verdict verdict;
    enum yearly_reason reason;       /* of VERDICT_UNCHECKED */
    enum dataset_basis basis;        /* of VERDICT_EXPLAINED; printed: a note */
    const struct yearly_obs *before; /* NULL: unchecked */
    const struct yearly_level *said;
};

/*
 * Compares the base of an observation that has one: they agree where the
 * printed digits allow one value for both.
 */
struct yearly_base base_compare(
    struct yearly *yearly, const struct yearly_obs *obs);

#endif
