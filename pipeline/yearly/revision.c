/*
 * Compares two editions of the same observation.  A figure printed with more
 * or fewer digits is the same figure if one rounds to the other; any other
 * difference is a revision, and needs a reason: a note of kind revision, or an
 * earlier status that says that the figure was not final.
 */
#include "yearly/revision.h"

#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "yearly/build.h"
#include "yearly/change.h"

#define PERCENT_DECIMALS 2

/* ---- The same figure? ---- */

/* The coarser of the two decides how many digits are compared. */
static bool rounds_to_the_same(const number *a, const number *b, int decimals)
{
    g_autofree char *one = number_round_text(a, decimals, ROUNDING_HALF_UP);
    g_autofree char *other = number_round_text(b, decimals, ROUNDING_HALF_UP);

    return strcmp(one, other) == 0;
}

static bool is_same_value(
    const struct yearly_obs *now, const struct yearly_obs *before)
{
    const struct yearly_level *a = now->level;
    const struct yearly_level *b = before->level;

    if (a == NULL || b == NULL) {
        return a == b;
    }
    return now->obs->qualifier == before->obs->qualifier &&
           rounds_to_the_same(a->exact, b->exact,
               MIN(a->decimals - a->unit_mult, b->decimals - b->unit_mult));
}

static int decimals_of(const struct dataset_change *change)
{
    return change->decimals >= 0 ? change->decimals
                                 : number_decimals(change->value_text);
}

static bool is_same_change(
    const struct dataset_change *a, const struct dataset_change *b)
{
    return rounds_to_the_same(
        a->value, b->value, MIN(decimals_of(a), decimals_of(b)));
}

/* ---- Why ---- */

/* False: nothing says why. */
static bool find_reason(const struct yearly_obs *now,
    const struct yearly_obs *before, const struct dataset_notes *notes,
    enum yearly_revision_reason *reason)
{
    static const struct {
        char status;
        enum yearly_revision_reason reason;
    } open[] = {
        {'P', REVISION_PROVISIONAL},
        {'E', REVISION_ESTIMATED},
        {'F', REVISION_FORECAST},
    };

    if (dataset_notes_have(&now->obs->notes, NOTE_REVISION) ||
        (notes != NULL && dataset_notes_have(notes, NOTE_REVISION))) {
        *reason = REVISION_NOTE;
        return true;
    }
    for (size_t i = 0; i < G_N_ELEMENTS(open); i++) {
        if (before->obs->status == open[i].status) {
            *reason = open[i].reason;
            return true;
        }
    }
    *reason = REVISION_MISSING;
    return before->level == NULL;
}

/* ---- By how much ---- */

static void add_by(struct yearly_revision *revision,
    enum dataset_change_kind kind, struct yearly_result result, int decimals)
{
    if (result.value != NULL &&
        revision->by_count < G_N_ELEMENTS(revision->by)) {
        revision->by[revision->by_count++] =
            (struct yearly_by){kind, result, decimals};
    }
}

/* The change from the earlier edition's value to this one's, in the ways that
 * the kind of the indicator can change. */
static void measure_value(struct yearly *yearly, const struct yearly_obs *now,
    struct yearly_revision *revision)
{
    static const enum dataset_change_kind kinds[] = {
        CHANGE_DIFFERENCE, CHANGE_PERCENT, CHANGE_POINTS, CHANGE_PLACES};
    const struct yearly_obs *before = revision->before;
    const struct change_levels levels = {.now = now->level,
        .before = before->level,
        .unit_mult = now->obs->unit_mult};

    if (now->level == NULL || before->level == NULL ||
        now->obs->qualifier != QUALIFIER_NONE ||
        before->obs->qualifier != QUALIFIER_NONE) {
        return;
    }
    for (size_t i = 0; i < G_N_ELEMENTS(kinds); i++) {
        struct yearly_result result;

        if (!change_exists(now->obs->indicator->kind, kinds[i])) {
            continue;
        }
        result = change_compute(yearly, kinds[i], &levels);
        add_by(revision, kinds[i], result,
            kinds[i] == CHANGE_PERCENT && result.value != NULL
                ? yearly_decimals(yearly, &result, PERCENT_DECIMALS)
                : change_common_decimals(now->level, before->level));
    }
}

/* Percentages and points differ by points; what differs otherwise is told by
 * the two figures alone. */
static void measure_change(struct yearly *yearly,
    const struct dataset_change *now, struct yearly_revision *revision)
{
    const struct dataset_change *before = revision->change;
    struct yearly_result result = {NULL, NULL};

    if (now->kind == CHANGE_PERCENT || now->kind == CHANGE_POINTS) {
        result.value =
            yearly_keep(yearly, number_sub(now->value, before->value));
        add_by(revision, CHANGE_POINTS, result,
            MAX(decimals_of(now), decimals_of(before)));
    }
}

/* ---- One observation ---- */

static struct yearly_revision *add_revision(
    struct yearly_obs *now, const struct yearly_obs *before)
{
    struct yearly_revision *revision =
        &now->revisions[now->revision_count++];

    revision->before = before;
    return revision;
}

static void compare_values(struct yearly *yearly, struct yearly_obs *now,
    const struct yearly_obs *before, struct diag *diag)
{
    const struct dataset_obs *said = now->obs;
    bool is_same = is_same_value(now, before);
    struct yearly_revision *revision = NULL;

    if (is_same && said->status == before->obs->status) {
        return;
    }
    revision = add_revision(now, before);
    revision->is_of_status = is_same;
    if (is_same) {
        revision->reason = REVISION_STATUS;
        return;
    }
    if (!find_reason(now, before, NULL, &revision->reason)) {
        g_autofree char *new_value = match_value_name(said, before->obs);
        g_autofree char *old_value = match_value_name(before->obs, said);

        diag_report(diag, DIAG_VALUE_REVISED, said->pos, said->indicator_id,
            said->period.text, new_value, old_value, before->file->path);
    }
    measure_value(yearly, now, revision);
}

static const struct dataset_change *find_change(
    const struct dataset_obs *obs, const struct dataset_change *like)
{
    for (size_t i = 0; i < obs->change_count; i++) {
        const struct dataset_change *change = &obs->changes[i];

        if (change->kind == like->kind &&
            strcmp(change->base.text, like->base.text) == 0) {
            return change;
        }
    }
    return NULL;
}

static void compare_changes(struct yearly *yearly, struct yearly_obs *now,
    const struct yearly_obs *before, struct diag *diag)
{
    for (size_t i = 0; i < now->obs->change_count; i++) {
        const struct dataset_change *change = &now->obs->changes[i];
        const struct dataset_change *earlier = find_change(before->obs, change);
        struct yearly_revision *revision = NULL;

        if (earlier == NULL || is_same_change(change, earlier)) {
            continue;
        }
        revision = add_revision(now, before);
        revision->change = earlier;
        if (!find_reason(now, before, &change->notes, &revision->reason)) {
            diag_report(diag, DIAG_CHANGE_REVISED, change->pos,
                now->obs->indicator_id, now->obs->period.text,
                change->value_text, earlier->value_text, before->file->path);
        }
        measure_change(yearly, change, revision);
    }
}

/* What is suppressed now was perhaps published once, and is not told again. */
static bool is_suppressed(const struct yearly_obs *now,
    const struct yearly_obs *before, struct diag *diag)
{
    if (now->obs->status != 'Q') {
        return false;
    }
    if (before->level != NULL || before->obs->change_count > 0) {
        diag_report(diag, DIAG_PREVIOUS_EXPOSED, before->obs->pos,
            before->obs->indicator_id, before->obs->period.text,
            now->file->path);
    }
    return true;
}

static void compare(struct yearly *yearly, struct yearly_obs *now,
    const struct yearly_obs *before, struct diag *diag)
{
    if (is_suppressed(now, before, diag)) {
        return;
    }
    now->revisions = ARENA_ARRAY(yearly->arena, 1 + now->obs->change_count,
        struct yearly_revision);
    compare_values(yearly, now, before, diag);
    compare_changes(yearly, now, before, diag);
}

static const struct yearly_obs *find_before(
    const struct yearly_obs *now, const struct yearly *previous)
{
    const struct yearly_obs *before = NULL;

    if (previous != NULL) {
        before = yearly_lookup(previous, now->obs->indicator_id,
            now->obs->period.text, now->obs->phase);
    }
    return before != NULL ? before : now->before;
}

/* ---- All of them ---- */

/* The relative size of a revision of a value; NULL: it has none. */
static const number *relative_size(const struct yearly_revision *revision)
{
    for (size_t i = 0; revision->change == NULL && i < revision->by_count;
         i++) {
        if (revision->by[i].kind == CHANGE_PERCENT) {
            return revision->by[i].result.value;
        }
    }
    return NULL;
}

static bool is_larger(const number *a, const number *b)
{
    g_autoptr(number) minus_a = number_neg(a);
    g_autoptr(number) minus_b = number_neg(b);

    return number_compare(number_sign(a) < 0 ? minus_a : a,
               number_sign(b) < 0 ? minus_b : b) > 0;
}

static void choose_largest(
    struct yearly_obs *obs, struct yearly_revision **largest)
{
    for (size_t i = 0; i < obs->revision_count; i++) {
        const number *size = relative_size(&obs->revisions[i]);

        if (size != NULL && (*largest == NULL ||
                                is_larger(size, relative_size(*largest)))) {
            *largest = &obs->revisions[i];
        }
    }
}

/* What the previous edition has and this one does not. */
static void report_dropped(const struct yearly *yearly,
    const struct yearly *previous, struct diag *diag)
{
    for (guint i = 0; i < previous->series->len; i++) {
        const struct yearly_series *series =
            g_ptr_array_index(previous->series, i);

        for (guint j = 0; j < series->obs->len; j++) {
            const struct yearly_obs *before = g_ptr_array_index(series->obs, j);
            const struct dataset_obs *said = before->obs;

            if (yearly_lookup(yearly, said->indicator_id, said->period.text,
                    said->phase) == NULL) {
                diag_report(diag, DIAG_VALUE_DROPPED, said->pos,
                    said->indicator_id, said->period.text,
                    yearly->newest->path);
            }
        }
    }
}

static void check_edition(const struct yearly *yearly,
    const struct yearly *previous, struct diag *diag)
{
    const struct dataset *now = yearly->newest;
    const struct dataset *before = previous->newest;

    if (strcmp(before->id, now->id) != 0) {
        diag_report(diag, DIAG_DATASET_DIFFERS, before->pos, before->id,
            now->path, now->id);
        return;
    }
    if (strcmp(before->prepared.text, now->prepared.text) >= 0) {
        diag_report(diag, DIAG_PREVIOUS_NOT_EARLIER, before->pos,
            before->prepared.text, now->prepared.text);
    }
    yearly_compare_declared(yearly, previous, diag);
    report_dropped(yearly, previous, diag);
}

void revision_fill(
    struct yearly *yearly, const struct yearly *previous, struct diag *diag)
{
    struct yearly_revision *largest = NULL;

    yearly->previous = previous;
    if (previous != NULL) {
        check_edition(yearly, previous, diag);
    }
    for (guint i = 0; i < yearly->series->len; i++) {
        struct yearly_series *series = g_ptr_array_index(yearly->series, i);

        for (guint j = 0; j < series->obs->len; j++) {
            struct yearly_obs *now = g_ptr_array_index(series->obs, j);
            const struct yearly_obs *before = find_before(now, previous);

            if (before != NULL) {
                compare(yearly, now, before, diag);
                choose_largest(now, &largest);
            }
        }
    }
    if (largest != NULL) {
        largest->is_largest = true;
    }
}
