/*
 * Walks the joined observations and fills in what follows from each.
 */
#include "yearly/compute.h"

#include "base/arena.h"
#include "base/diag.h"
#include "yearly/base.h"
#include "yearly/bound.h"
#include "yearly/change.h"
#include "yearly/effect.h"
#include "yearly/ratio.h"
#include "yearly/share.h"
#include "yearly/since.h"
#include "yearly/stated.h"

/* A level stated beside an observation and the one that another file gives. */
static void check_base(
    struct yearly *yearly, const struct yearly_obs *obs, struct diag *diag)
{
    const struct dataset_base *base = obs->obs->base;
    struct yearly_base compared;

    if (base == NULL) {
        return;
    }
    compared = base_compare(yearly, obs);
    if (compared.verdict == VERDICT_DIFFERS) {
        diag_report(diag, DIAG_BASE_DIFFERS, base->pos, obs->obs->indicator_id,
            base->period.text, base->value_text, compared.before->file->path,
            compared.before->obs->value_text);
    }
}

#define CHANGES_MAX 4 /* two comparisons; no kind has more changes */
#define SINCES_MAX 3

void yearly_compute_obs(
    struct yearly *yearly, struct yearly_obs *obs, struct diag *diag)
{
    /* At most: two comparisons, since, implied; share and effects of parts. */
    size_t absents = 4 + 3 * obs->obs->indicator->part_of_count;

    obs->changes =
        ARENA_ARRAY(yearly->arena, CHANGES_MAX, struct yearly_change);
    obs->sinces = ARENA_ARRAY(yearly->arena, SINCES_MAX, struct yearly_since);
    obs->absents = ARENA_ARRAY(yearly->arena, absents, struct yearly_absent);
    change_fill(yearly, obs);
    check_base(yearly, obs, diag);
    stated_fill(yearly, obs, diag);
    ratio_fill(yearly, obs, diag);
    implied_fill(yearly, obs);
    since_fill(yearly, obs);
    share_fill(yearly, obs);
    effect_fill(yearly, obs);
    bound_fill(yearly, obs);
}

void yearly_compute(struct yearly *yearly, struct diag *diag)
{
    for (guint i = 0; i < yearly->series->len; i++) {
        struct yearly_series *series = g_ptr_array_index(yearly->series, i);

        for (guint j = 0; j < series->obs->len; j++) {
            yearly_compute_obs(yearly, g_ptr_array_index(series->obs, j), diag);
        }
    }
}

void yearly_forget(struct yearly_obs *obs)
{
    obs->changes = NULL;
    obs->sinces = NULL;
    obs->stated = NULL;
    obs->ratio = NULL;
    obs->implied = NULL;
    obs->shares = NULL;
    obs->effects = NULL;
    obs->bounds = NULL;
    obs->absents = NULL;
    obs->change_count = obs->since_count = obs->share_count =
        obs->effect_count = obs->bound_count = obs->absent_count = 0;
}
