/*
 * Chooses where pages end, for all that waits at once: the cheapest way to
 * every place where a page may end, from the ways to those before it.  A table
 * or figure that does not fit may wait for the next page while paragraphs that
 * follow it come before it.
 */
#include "page/page_ends.h"

#include "page/compose.h"

/* So many boxes further on a better way is looked for. */
#define BEATEN_REACH 40

static bool is_lone_text(const struct flow_box *box)
{
    return box->kind == FLOW_TEXT;
}

/* The boxes of a display, if it can move: one page holds it, without notes. */
static bool can_move(const struct search *search, int first, int end)
{
    len height = 0;
    const struct flow_box *previous = NULL;

    if (first > 0 && search->slots[first - 1].box->penalty >= FLOW_NEVER) {
        return false;
    }
    for (int i = first; i < end; i++) {
        const struct flow_box *box = search->slots[i].box;

        if (box->notes != NULL) {
            return false;
        }
        height =
            flow_box_top(search->flow, previous, box, height) + box->height;
        previous = box;
    }
    return height <= search->flow->compose->page->depth;
}

static int block_end(const struct search *search, int i)
{
    do {
        i++;
    } while (i < search->count && !search->slots[i].box->is_first);
    return i;
}

static bool has_notes(const struct search *search, int first, int end)
{
    for (int i = first; i < end; i++) {
        if (search->slots[i].box->notes != NULL) {
            return true;
        }
    }
    return false;
}

/* Which paragraphs may come before which display. */
static void find_displays(struct search *search)
{
    int first = -1;
    int end = -1;

    for (int i = 0; i < search->count;) {
        const struct flow_box *box = search->slots[i].box;
        int next = block_end(search, i);

        if (box->kind == FLOW_DISPLAY && box->is_first && !box->is_moved) {
            first = can_move(search, i, next) ? i : -1;
            end = next;
        } else if (!is_lone_text(box) || !box->is_first ||
                   has_notes(search, i, next) ||
                   (next == search->count && search->more != FLOW_DONE)) {
            first = -1;
        }
        for (int k = i; k < next; k++) {
            search->slots[k].display_first = k >= end ? first : -1;
            search->slots[k].display_end = end;
            search->slots[k].text_end = next;
        }
        i = next;
    }
}

static void search_begin(
    struct search *search, struct flow *flow, enum flow_more more)
{
    int i = 0;

    search->flow = flow;
    search->more = more;
    for (struct flow_box *box = flow->first; box != NULL; box = box->next) {
        search->count++;
    }
    search->slots = g_new0(struct slot, (gsize)search->count + 1);
    search->ways = g_new(struct way, 2 * ((gsize)search->count + 1));
    for (struct flow_box *box = flow->first; box != NULL; box = box->next) {
        search->slots[i++].box = box;
    }
    for (i = 0; i < 2 * (search->count + 1); i++) {
        search->ways[i].cost = -1;
    }
    search->ways[0].cost = 0;
    search->ways[0].notes =
        flow->notes != NULL ? flow->notes->at : flow->notes_end;
    find_displays(search);
}

static void search_end(struct search *search)
{
    g_free(search->slots);
    g_free(search->ways);
}

/* Pages that begin after so many boxes; the slot that they do not hold. */
static int fill_plain(const struct search *search, int boxes)
{
    struct filling filling;
    struct stretch all = {
        .first = boxes, .end = search->count, .kind = STRETCH_PLAIN};

    filling_begin(&filling, search, way_index(boxes, false));
    filling_add(&filling, &all);
    filling_close(&filling);
    return filling.stop;
}

/* The same, where a display that has no room waits while text goes on. */
static void fill_moved(const struct search *search, int boxes, int stop)
{
    const struct slot *slots = search->slots;
    struct filling filling;
    int first = stop;
    int end;
    int text;

    while (first > boxes && !slots[first].box->is_first) {
        first--;
    }
    end = block_end(search, first);
    if (first <= boxes || end >= search->count ||
        slots[end].display_first != first) {
        return;
    }
    for (text = end; slots[text].display_first == first; text++) {
    }
    struct stretch before = {
        .first = boxes, .end = first, .kind = STRETCH_BEFORE};
    struct stretch after = {.first = end, .end = text, .kind = STRETCH_WAITS};

    filling_begin(&filling, search, way_index(boxes, false));
    if (filling_add(&filling, &before)) {
        filling_add(&filling, &after);
    }
}

/* Pages that begin while a display waits: text, the display, what follows. */
static void fill_waiting(const struct search *search, int boxes)
{
    const struct slot *text = &search->slots[boxes - 1];
    struct stretch stretches[] = {
        {boxes, text->text_end, STRETCH_WAITS, 0},
        {text->display_first, text->display_end, STRETCH_DISPLAY,
            text->text_end},
        {text->text_end, search->count, STRETCH_PLAIN, 0},
    };
    struct filling filling;

    filling_begin(&filling, search, way_index(boxes, true));
    for (size_t i = 0; i < G_N_ELEMENTS(stretches); i++) {
        if (!filling_add(&filling, &stretches[i])) {
            break;
        }
    }
}

/* More boxes are on pages at so much less cost that this way leads nowhere. */
static bool is_beaten(const struct search *search, int boxes)
{
    int64_t cost = search->ways[way_index(boxes, false)].cost;

    for (int k = boxes + 1; k <= boxes + BEATEN_REACH && k < search->count;
         k++) {
        int64_t other = search->ways[way_index(k, false)].cost;

        if (other >= 0 && other + FILLING_BEATEN < cost) {
            return true;
        }
    }
    return false;
}

static void find_ways(const struct search *search)
{
    for (int boxes = 0; boxes <= search->count; boxes++) {
        if (search->ways[way_index(boxes, true)].cost >= 0) {
            fill_waiting(search, boxes);
        }
        if (boxes < search->count &&
            search->ways[way_index(boxes, false)].cost >= 0 &&
            !is_beaten(search, boxes)) {
            int stop = fill_plain(search, boxes);

            if (stop < search->count) {
                fill_moved(search, boxes, stop);
            }
        }
    }
}

/* Puts the display that waits behind the paragraph that slot i is of. */
static void move_display(const struct search *search, int i)
{
    const struct slot *text = &search->slots[i];
    struct flow_box *first = search->slots[text->display_first].box;
    struct flow_box *last = search->slots[text->display_end - 1].box;
    struct flow_box *before = search->slots[text->display_first - 1].box;
    struct flow_box *after = search->slots[text->text_end - 1].box;

    before->next = last->next;
    last->next = after->next;
    after->next = first;
    first->is_moved = true;
    if (search->flow->last == after) {
        search->flow->last = last;
    }
}

/* The last box of the page that way ends. */
static struct flow_box *last_box(const struct search *search, int way)
{
    int from = search->ways[way].from;
    int boxes = way / 2;
    const struct slot *start = &search->slots[MAX(from / 2 - 1, 0)];

    if (way % 2 == 0 && from % 2 != 0 && boxes == start->text_end) {
        return search->slots[start->display_end - 1].box;
    }
    return search->slots[boxes - 1].box;
}

/* How many pages are made now, of so many. */
static guint pages_wanted(enum flow_more more, guint count)
{
    switch (more) {
    case FLOW_MORE:
        return count / 2;
    case FLOW_OPEN:
        return count - 1;
    case FLOW_DONE:
        break;
    }
    return count;
}

static GArray *trace_back(const struct search *search)
{
    GArray *ends = g_array_new(FALSE, FALSE, sizeof(struct flow_end));
    g_autoptr(GArray) path = g_array_new(FALSE, FALSE, sizeof(int));
    guint wanted;

    for (int way = way_index(search->count, false); way != 0;
         way = search->ways[way].from) {
        g_array_append_val(path, way);
    }
    wanted = pages_wanted(search->more, path->len);
    for (guint i = 0; i < wanted; i++) {
        int way = g_array_index(path, int, path->len - 1 - i);
        struct flow_end end = {
            last_box(search, way), search->ways[way].is_tight};

        if (way % 2 != 0 && search->ways[way].from % 2 == 0) {
            move_display(search, way / 2 - 1);
        }
        g_array_append_val(ends, end);
    }
    return ends;
}

GArray *flow_page_ends(struct flow *flow, enum flow_more more)
{
    struct search search = {0};
    GArray *ends;

    if (flow->first == NULL) {
        return g_array_new(FALSE, FALSE, sizeof(struct flow_end));
    }
    search_begin(&search, flow, more);
    find_ways(&search);
    ends = trace_back(&search);
    search_end(&search);
    return ends;
}
