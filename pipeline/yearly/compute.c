/*
 * Walks the joined observations and fills in what follows from each.
 */
#include "yearly/compute.h"

#include "base/arena.h"
#include "base/diag.h"
#include "yearly/change.h"
#include "yearly/earlier.h"
#include "yearly/effect.h"
#include "yearly/share.h"
#include "yearly/since.h"
#include "yearly/stated.h"

/* The dataset says that the stated base is another than was published. */
static bool has_own_base(const struct dataset_obs *obs)
{
    for (size_t i = 0; i < obs->change_count; i++) {
        if (obs->changes[i].basis != BASIS_PRINTED) {
            return true;
        }
    }
    return obs->status == 'B' || dataset_notes_have(&obs->notes, NOTE_BASE);
}

/*
 * A level stated beside an observation and the one that another file gives.
 * They agree where the printed digits allow one value for both.
 */
static void check_base(
    struct yearly *yearly, const struct yearly_obs *obs, struct diag *diag)
{
    const struct dataset_base *base = obs->obs->base;
    const struct yearly_obs *before = NULL;
    const struct yearly_level *said = NULL;

    if (base == NULL || has_own_base(obs->obs)) {
        return;
    }
    before = yearly_lookup(
        yearly, obs->obs->indicator_id, base->period.text, obs->obs->phase);
    if (before == NULL || before->level == NULL ||
        before->obs->qualifier != QUALIFIER_NONE) {
        return;
    }
    said = earlier_stated(yearly, obs, base->period.text);
    if (!interval_overlaps(said->range, before->level->range)) {
        diag_report(diag, DIAG_BASE_DIFFERS, base->pos, obs->obs->indicator_id,
            base->period.text, base->value_text, before->file->path,
            before->obs->value_text);
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
    implied_fill(yearly, obs);
    since_fill(yearly, obs);
    share_fill(yearly, obs);
    effect_fill(yearly, obs);
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
    obs->implied = NULL;
    obs->shares = NULL;
    obs->effects = NULL;
    obs->absents = NULL;
    obs->change_count = obs->since_count = obs->share_count =
        obs->effect_count = obs->absent_count = 0;
}
