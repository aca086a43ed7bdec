/*
 * The blanks of the flat list: widths of marks, what adjacent marks share, the
 * quarter em between Han and Latin (CLReq; GB/T 15834-2011, 5).  What a line
 * may take from or add to them is up to adjust.c.
 */
#include "page/flat.h"

#include "doc/doc.h"
#include "type/font.h"

/* Sets the glyph in the middle of a box of that width. */
static void set_width(struct flat_item *item, len width)
{
    item->x_offset += (int32_t)((width - item->advance) / 2);
    item->advance = (int32_t)width;
}

static bool is_mark(enum char_class class)
{
    return class >= CLASS_OPEN && class <= CLASS_SOLIDUS;
}

static bool is_query(const struct flat *flat, const struct flat_item *item)
{
    uint32_t code = flat_char(flat, item->last)->code;

    return code == 0xFF01 || code == 0xFF1F;
}

static void take_blanks(struct flat_item *item)
{
    item->advance -= item->left + item->right;
    item->x_offset -= item->left;
    item->left = item->right = 0;
}

/*
 * The blank of a mark in a face that does not say where it is: half an em.  A
 * quotation mark of Latin width stands in the half of its box that is beside
 * what it quotes (C3).
 */
static void set_blank(struct flat_item *item, len em)
{
    bool is_open = class_has_left(item->class);

    if (item->advance < em) {
        set_width(item, em / 2);
        item->advance += (int32_t)(em / 2);
        item->x_offset += is_open ? (int32_t)(em / 2) : 0;
    }
    *(is_open ? &item->left : &item->right) = (int32_t)(em / 2);
}

/* Half an em wide, of which what is beside the ink may go (C8). */
static void set_interpunct(const struct flat *flat, struct flat_item *item)
{
    const struct font *font = flat_run(flat, item)->font;
    len em = flat_style(flat, item)->size;
    len ink = len_scale(em, font_ink(font, item->glyph), font_upem(font));

    set_width(item, em / 2);
    item->side = (int32_t)MAX((em / 2 - ink) / 2, 0);
}

/* A short connector; the wave is an em wide. */
static bool is_short(const struct flat *flat, const struct flat_item *item)
{
    return item->class == CLASS_CONNECTOR &&
           flat_char(flat, item->last)->code < 0x3000;
}

static void set_mark(
    const struct flat *flat, struct flat_item *item, enum style_marks marks)
{
    enum char_class class = item->class;
    len em = flat_style(flat, item)->size + flat_style(flat, item)->track;

    if (marks == MARKS_PLAIN && class != CLASS_DASH &&
        class != CLASS_ELLIPSIS) {
        item->left = item->right = 0;
        return;
    }
    if (class_has_left(class) || class_has_right(class)) {
        if (item->left == 0 && item->right == 0) {
            set_blank(item, em);
        }
    } else if (class == CLASS_DASH) {
        /* Two of them may be one glyph: 2 em in any case. */
        size_t first = item->text;
        bool is_pair = flat_char(flat, item->last)->offset > first;

        set_width(item, is_pair ? 2 * em : em);
    } else if (class == CLASS_ELLIPSIS) {
        set_width(item, em);
    } else if (class == CLASS_MIDDLE) {
        set_interpunct(flat, item);
    } else if (class == CLASS_SOLIDUS || is_short(flat, item)) {
        set_width(item, em / 2);
    }
    /* All but what ends a sentence are half an em wide. */
    if (marks == MARKS_KAIMING && class != CLASS_STOP) {
        take_blanks(item);
    }
}

/*
 * C5: adjacent marks give up one half em between them.  A mark that has given
 * up its own (Kaiming) closes the sentence in the other's place: the blank
 * comes after it.
 */
static void share_blank(const struct flat *flat, struct flat_item *a,
    struct flat_item *b, enum style_marks marks)
{
    if (marks == MARKS_KAIMING && a->right > 0 && b->class == CLASS_CLOSE) {
        b->right = a->right;
        b->advance += b->right;
    }
    if (a->right > 0 && (b->left > 0 || b->right > 0)) {
        a->advance -= a->right;
        a->right = 0;
        if (is_query(flat, a) && is_query(flat, b)) {
            b->advance -= b->right; /* ?! together are one em wide */
            b->right = 0;
        }
    } else if (a->left > 0 && b->left > 0) {
        b->advance -= b->left;
        b->x_offset -= b->left;
        b->left = 0;
    }
}

static bool is_adjustable(const struct flat_item *item)
{
    return class_has_left(item->class) || class_has_right(item->class);
}

/* C7: beside a Han character, not at a mark, not at raised text. */
static bool has_gap(const struct flat_item *a, const struct flat_item *b)
{
    return (a->class == CLASS_HAN && class_is_western(b->class)) ||
           (class_is_western(a->class) && b->class == CLASS_HAN);
}

/* C9: where a line that is too short may be set wider between characters. */
static bool is_loose(const struct flat *flat, const struct flat_item *a,
    const struct flat_item *b)
{
    enum char_class left = a->class;
    enum char_class right = b->class;

    if (flat_char(flat, a->last)->is_bound) {
        return false;
    }
    if (left == CLASS_HAN || class_has_right(left)) {
        return right == CLASS_HAN || right == CLASS_OPEN;
    }
    return false;
}

/* N2: the blank that parts digits by threes is a quarter em. */
static void set_grouping(const struct flat *flat, struct flat_item *item)
{
    uint32_t code = flat_char(flat, item->last)->code;

    if (code == ' ' || code == 0x2009 || code == 0x202F) {
        item->advance = (int32_t)(flat_style(flat, item)->size / 4);
    }
}

static void set_pair(
    const struct flat *flat, struct flat_item *a, struct flat_item *b)
{
    bool is_raised = flat_char(flat, a->last)->is_raised ||
                     flat_char(flat, b->last)->is_raised;

    if (a->permit == PERMIT_FORCED) {
        return;
    }
    share_blank(flat, a, b, flat->rules->marks);
    /* An em for both: what they have left goes too. */
    if (flat->rules->is_tight && is_adjustable(a) && is_adjustable(b)) {
        take_blanks(a);
        take_blanks(b);
    }
    if (!is_raised && flat->rules->spacing != SPACING_NONE && has_gap(a, b)) {
        const struct flat_item *han = a->class == CLASS_HAN ? a : b;

        a->gap = (int32_t)(flat_style(flat, han)->size / 4);
    }
    a->is_loose = is_loose(flat, a, b);
}

/* C10: a comma or a full stop, no colon, and never two marks. */
static bool may_hang(const struct flat *flat, size_t i)
{
    uint32_t code = flat_char(flat, flat_item(flat, i)->last)->code;

    return (code == 0x3001 || code == 0x3002 || code == 0xFF0C) && i > 0 &&
           !is_mark(flat_item(flat, i - 1)->class);
}

void flat_space(struct flat *flat)
{
    enum style_marks marks = flat->rules->marks;
    size_t count = flat->items->len;

    flat->keeps_end = marks == MARKS_FULL_WIDTH;
    for (size_t i = 0; i < count; i++) {
        struct flat_item *item = flat_item(flat, i);

        if (is_mark(item->class)) {
            set_mark(flat, item, marks);
            item->is_hanging = flat->hangs && may_hang(flat, i);
        } else if (item->class == CLASS_FIXED_SPACE && flat->is_chinese) {
            set_grouping(flat, item);
        }
    }
    for (size_t i = 0; i + 1 < count; i++) {
        set_pair(flat, flat_item(flat, i), flat_item(flat, i + 1));
    }
}
