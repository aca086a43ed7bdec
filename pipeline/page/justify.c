/*
 * Fits a line into its measure.  Reduction takes from one kind of blank after
 * the other, in CLReq's order, until it suffices; expansion adds to word
 * spaces and Han-Latin gaps up to their limits, then between Han characters.
 * Within a kind all blanks change in the same proportion.
 */
#include "page/adjust.h"
#include "page/compose.h"
#include "page/lines.h"
#include "page/para.h"

/* Shares out a total in proportion to capacities met one after the other. */
struct share {
    len total;
    len capacity; /* of all */
    len met;
    len given;
};

static len share_next(struct share *share, len capacity)
{
    len part;

    share->met += capacity;
    part = share->total * share->met / share->capacity - share->given;
    share->given += part;
    return part;
}

/*
 * The blank left of the first item is gone, and so is that right of the last
 * one unless the style keeps it until the line needs it.
 */
static len capacity_left(const struct line_range *range, size_t i,
    const struct flat_item *item, enum adjust_step step)
{
    return i == range->first ? 0 : adjust_left(item, step);
}

static len capacity_after(const struct flat *flat,
    const struct line_range *range, size_t i, enum adjust_step step)
{
    const struct flat_item *item = flat_item(flat, i);

    if (i < range->last) {
        return adjust_after(flat, item, step);
    }
    return step == ADJUST_LINE_END ? flat_end_rest(flat, item) : 0;
}

static void take_left(struct flat_item *item, enum adjust_step step, len part)
{
    item->advance -= (int32_t)part;
    item->x_offset -= (int32_t)part;
    if (step != ADJUST_MIDDLE) {
        item->left -= (int32_t)part;
    }
}

static void take_after(struct flat_item *item, enum adjust_step step, len part)
{
    if (step == ADJUST_HAN_LATIN) {
        item->gap -= (int32_t)part;
        return;
    }
    item->advance -= (int32_t)part;
    if (step != ADJUST_SPACE && step != ADJUST_MIDDLE) {
        item->right -= (int32_t)part;
    }
}

/* Takes up to need at one step; returns what is still needed. */
static len reduce_step(const struct flat *flat, const struct line_range *range,
    enum adjust_step step, len need)
{
    struct share share = {0};

    for (size_t i = range->first; i <= range->last; i++) {
        share.capacity += capacity_left(range, i, flat_item(flat, i), step) +
                          capacity_after(flat, range, i, step);
    }
    if (share.capacity == 0) {
        return need;
    }
    share.total = MIN(need, share.capacity);
    for (size_t i = range->first; i <= range->last; i++) {
        struct flat_item *item = flat_item(flat, i);
        len left = share_next(&share, capacity_left(range, i, item, step));
        len after = share_next(&share, capacity_after(flat, range, i, step));

        take_left(item, step, left);
        take_after(item, step, after);
    }
    return need - share.total;
}

/* What a boundary can take at each stage of expansion. */
enum widen_stage {
    WIDEN_SPACES,
    WIDEN_GAPS,
    WIDEN_LOOSE,
    WIDEN_WIDE, /* word spaces to the most that they may be */
    WIDEN_LETTERS,
    WIDEN_ANY, /* and beyond */
};

/* Part of a word, marks with it; the figures of a number stay together. */
static bool is_of_word(enum char_class class)
{
    return class == CLASS_LATIN || class == CLASS_PUNCT ||
           class == CLASS_PUNCT_OPEN || class == CLASS_PUNCT_CLOSE;
}

static bool is_in_word(const struct flat *flat, const struct flat_item *item)
{
    return !flat->is_chinese && is_of_word(item->class) &&
           is_of_word(item[1].class) && item->last != item[1].last;
}

/* Of an item that is not the last one. */
static len widen_capacity(const struct flat *flat, const struct flat_item *item,
    enum widen_stage stage)
{
    bool is_space = item->class == CLASS_SPACE;
    len em = flat_style(flat, item)->size;
    len rest =
        len_scale(em, ADJUST_SPACE_MAX, 1000) - item->advance - item->gap;

    switch (stage) {
    case WIDEN_SPACES:
        return is_space ? adjust_widen(flat, item) : 0;
    case WIDEN_GAPS:
        return is_space ? 0 : adjust_widen(flat, item);
    case WIDEN_LOOSE:
        return item->is_loose ? LEN_PT : 0;
    case WIDEN_WIDE:
        return is_space ? MAX(rest, 0) : 0;
    case WIDEN_LETTERS:
        return is_in_word(flat, item) ? len_scale(em, ADJUST_LETTER_MAX, 1000)
                                      : 0;
    case WIDEN_ANY:
        return is_space ? LEN_PT : 0;
    }
    return 0;
}

/* Thousandths of an em that the blank after a widened item is too wide. */
static int64_t excess(const struct flat *flat, const struct flat_item *item,
    enum widen_stage stage, len part)
{
    len em = flat_style(flat, item)->size;

    if (part == 0) {
        return 0;
    }
    if (stage == WIDEN_LOOSE) {
        return len_scale(part, 1000, em) - ADJUST_LOOSE_MAX;
    }
    if (stage == WIDEN_ANY) {
        return len_scale(item->advance + item->gap, 1000, em) -
               ADJUST_SPACE_MAX;
    }
    return 0;
}

static void widen_stage(const struct flat *flat, const struct line_range *range,
    enum widen_stage stage, struct line_fit *fit)
{
    bool is_open = stage == WIDEN_LOOSE || stage == WIDEN_ANY;
    struct share share = {0};

    for (size_t i = range->first; i < range->last; i++) {
        share.capacity += widen_capacity(flat, flat_item(flat, i), stage);
    }
    if (share.capacity == 0) {
        return;
    }
    share.total = is_open ? fit->rest : MIN(fit->rest, share.capacity);
    for (size_t i = range->first; i < range->last; i++) {
        struct flat_item *item = flat_item(flat, i);
        len part = share_next(&share, widen_capacity(flat, item, stage));

        item->gap += (int32_t)part;
        fit->over = MAX(fit->over, excess(flat, item, stage, part));
    }
    fit->rest -= share.total;
}

struct line_fit justify_line(
    struct compose *compose, const struct line_range *range, len change)
{
    const struct flat *flat = compose->flat;
    struct line_fit fit = {.rest = change};

    for (int step = 0; step < ADJUST_STEPS && fit.rest < 0; step++) {
        fit.rest = -reduce_step(flat, range, (enum adjust_step)step, -fit.rest);
    }
    for (int stage = WIDEN_SPACES; stage <= WIDEN_ANY && fit.rest > 0;
         stage++) {
        widen_stage(flat, range, (enum widen_stage)stage, &fit);
    }
    return fit;
}
