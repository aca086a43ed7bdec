/*
 * Fills one page: what of the boxes it holds, after which it may end, and what
 * each of these ends costs.
 */
#include "page/compose.h"
#include "page/page_ends.h"

/*
 * Costs, in hundredths of the penalties of breaks.  A blank costs the square of
 * its percentage of the page, by BLANK_PART, and a part of it as it is: one of
 * a fifth of a page about as much as dividing a short table.
 */
#define UNIT 100
#define BLANK_PART 25
#define BLANK_EVEN 4
#define PAGE_COST 15     /* a page more */
#define NOTE_COST 25     /* a note divided */
#define TIGHT_COST 4     /* blanks made lower as far as they may be */
#define LOWER_COST 14    /* a chart as well */
#define BELOW_COST 30    /* the notes of a table parted from each other */
#define MOVE_COST 9      /* paragraphs come before a table that they follow */
#define LAST_LEAST 100   /* thousandths that a last page should have ... */
#define LAST_COLUMNS 333 /* ... if it ends with columns: an index */
#define LAST_PART 3      /* what it lacks, in percent, squared, by this */
#define BROKEN_COST 5000 /* a page that ends where none may */

/* The notes on a page that ends with the box, as far as they count. */
static len notes_to(const struct filling *filling, len end)
{
    return filling->carried + end - filling->notes_at;
}

/* Begins a page; carried notes take half of it at most: the text goes on. */
void filling_begin(
    struct filling *filling, const struct search *search, int from)
{
    const struct way *way = &search->ways[from];
    const struct flow_box *box =
        search->slots[MIN(from / 2, search->count - 1)].box;

    *filling = (struct filling){.search = search,
        .from = from,
        .sparse = {.to = -1},
        .broken = {.to = -1},
        .stop = search->count,
        .notes_at =
            from / 2 < search->count ? box->notes_start : box->notes_end};
    filling->carried = MIN(
        filling->notes_at - way->notes, search->flow->compose->page->depth / 2);
}

/* Where the notes end that a page holds besides text of that height. */
static len notes_placed(const struct filling *filling, len height, len end)
{
    const struct flow *flow = filling->search->flow;
    const struct flow_note *note = flow->notes;
    len at = filling->search->ways[filling->from].notes;
    len room = flow->compose->page->depth - flow_needed(flow, height, 1) + 1;

    while (note != NULL && note->at < at) {
        note = note->next;
    }
    return at + flow_notes_fit(note, end, room);
}

static int64_t blank_cost(len blank, len depth)
{
    int64_t part = MAX(blank, 0) * 1000 / depth;

    return part * part / BLANK_PART + part * UNIT / 10 / BLANK_EVEN;
}

/* Of a page after which nothing comes. */
static int64_t last_cost(const struct flow_box *box, len height, len depth)
{
    bool is_columns = box->kind == FLOW_FIXED && !box->is_text;
    int64_t lack =
        (is_columns ? LAST_COLUMNS : LAST_LEAST) - height * 1000 / depth;

    return lack > 0 ? lack * lack / LAST_PART : 0;
}

static void take(const struct filling *filling, const struct end *end)
{
    struct way *way = &filling->search->ways[end->to];

    if (way->cost < 0 || end->way.cost < way->cost) {
        *way = end->way;
    }
}

/* How a page stands that ends with a box. */
struct page_state {
    len need; /* as it is, notes included */
    len blank;
    bool is_tight;
    bool is_divided; /* the last note goes on on the next page */
};

/* Adds a box; false: the page does not hold it. */
static bool add_box(struct filling *filling, const struct flow_box *box,
    struct page_state *state)
{
    const struct flow *flow = filling->search->flow;
    len depth = flow->compose->page->depth;
    len closing = flow_closing(box);
    len notes = notes_to(filling, box->notes_end);
    len low;

    filling->y =
        flow_squeezed_top(flow, filling->previous, box, filling->y, 0) +
        box->height;
    filling->tight = flow_squeezed_top(flow, filling->previous, box,
                         filling->tight, FLOW_SQUEEZE_MAX) +
                     box->height;
    filling->lower += box->lower != NULL ? box->lower->most : 0;
    filling->previous = box;
    *state = (struct page_state){
        .need = flow_needed(flow, filling->y + closing, notes)};
    state->blank = depth - state->need;
    if (state->blank >= 0) {
        return true;
    }
    low = flow_needed(flow, filling->tight + closing, notes) - filling->lower;
    state->is_tight = low <= depth;
    notes = notes_to(filling, box->notes_least);
    state->is_divided = !state->is_tight && box->notes_least < box->notes_end &&
                        flow_needed(flow, filling->y + closing, notes) <= depth;
    return state->is_tight || state->is_divided;
}

/* What makes a page fit that is not as it is: by the part that is used. */
static int64_t tight_cost(
    const struct filling *filling, const struct page_state *state)
{
    len gained = filling->y - filling->tight;
    len excess = -state->blank - gained;

    if (!state->is_tight) {
        return state->is_divided ? NOTE_COST * UNIT : 0;
    }
    if (excess <= 0) {
        return UNIT + TIGHT_COST * UNIT * -state->blank / gained;
    }
    return UNIT + TIGHT_COST * UNIT +
           LOWER_COST * UNIT * excess / filling->lower;
}

/* The page's end after a box, whose way is to. */
static struct end end_at(const struct filling *filling,
    const struct flow_box *box, int to, const struct page_state *state)
{
    const struct search *search = filling->search;
    const struct way *from = &search->ways[filling->from];
    len depth = search->flow->compose->page->depth;
    struct end end = {.to = to,
        .way = {from->cost + PAGE_COST * UNIT + tight_cost(filling, state),
            filling->from, box->notes_end, state->is_tight}};

    if (state->is_divided ||
        filling->carried < filling->notes_at - from->notes) {
        end.way.notes = notes_placed(
            filling, filling->y + flow_closing(box), box->notes_end);
    }
    if (to % 2 != 0 && filling->from % 2 == 0) {
        end.way.cost += MOVE_COST * UNIT;
    }
    if (box->kind == FLOW_DISPLAY && box->is_text && box->next != NULL &&
        !box->next->is_first) {
        end.way.cost += BELOW_COST * UNIT;
    }
    if (to != way_index(search->count, false)) {
        end.way.cost +=
            (int64_t)box->penalty * UNIT + blank_cost(state->blank, depth);
    } else if (search->more == FLOW_DONE) {
        end.way.cost += last_cost(box, state->need, depth);
    }
    return end;
}

/* Takes the end after a box, or keeps it for want of a better one. */
static void consider(struct filling *filling, const struct flow_box *box,
    int to, const struct page_state *state)
{
    const struct search *search = filling->search;
    bool is_last = to == way_index(search->count, false);
    struct end end;

    if (box->penalty >= FLOW_NEVER && !is_last) {
        if (!filling->is_found && filling->sparse.to < 0) {
            filling->broken = end_at(filling, box, to, state);
        }
        return;
    }
    end = end_at(filling, box, to, state);
    if (!is_last && state->blank > search->flow->compose->page->depth / 2) {
        filling->sparse = end;
    } else {
        filling->is_found = true;
        take(filling, &end);
    }
}

/* The way that a page's end after slot i leads to; -1: it may not end there. */
static int way_to(const struct stretch *stretch, int i)
{
    switch (stretch->kind) {
    case STRETCH_PLAIN:
        return way_index(i + 1, false);
    case STRETCH_WAITS:
        return way_index(i + 1, true);
    case STRETCH_DISPLAY:
        return i + 1 == stretch->end ? way_index(stretch->next, false) : -1;
    case STRETCH_BEFORE:
        break;
    }
    return -1;
}

/* Adds the boxes of a stretch; false: the page is full. */
bool filling_add(struct filling *filling, const struct stretch *stretch)
{
    for (int i = stretch->first; i < stretch->end; i++) {
        const struct flow_box *box = filling->search->slots[i].box;
        int to = way_to(stretch, i);
        struct page_state state;
        bool is_held = add_box(filling, box, &state);

        filling->stop = i;
        if (is_held && to >= 0) {
            consider(filling, box, to, &state);
        } else if (!is_held && i == filling->from / 2 &&
                   filling->broken.to < 0) {
            state.is_divided = true;
            filling->broken = end_at(filling, box, to, &state);
        }
        if (!is_held || state.is_divided) {
            return false;
        }
    }
    filling->stop = stretch->end;
    return true;
}

void filling_close(struct filling *filling)
{
    if (filling->is_found) {
        return;
    }
    if (filling->sparse.to < 0) {
        filling->broken.way.cost += BROKEN_COST * UNIT;
        take(filling, &filling->broken);
    } else {
        take(filling, &filling->sparse);
    }
}
