/*
 * The limits of CLReq's adjustments for one item.
 */
#include "page/adjust.h"

/* In Chinese text to 1/4 em; English text gives a quarter of the space. */
static len space_shrink(const struct flat *flat, const struct flat_item *item)
{
    len limit = flat->is_chinese ? flat_style(flat, item)->size / 4
                                 : item->advance * 3 / 4;

    return MAX(item->advance - limit, 0);
}

/* From 1/4 to 1/8 em. */
static len gap_shrink(const struct flat *flat, const struct flat_item *item)
{
    return flat->rules->spacing == SPACING_ELASTIC ? item->gap / 2 : 0;
}

len adjust_left(const struct flat_item *item, enum adjust_step step)
{
    if (step == ADJUST_MIDDLE) {
        return item->side;
    }
    return step == ADJUST_BRACKET ? item->left : 0;
}

len adjust_after(const struct flat *flat, const struct flat_item *item,
    enum adjust_step step)
{
    switch (step) {
    case ADJUST_LINE_END:
        return 0; /* that of one item only: justify.c */
    case ADJUST_SPACE:
        return item->class == CLASS_SPACE ? space_shrink(flat, item) : 0;
    case ADJUST_MIDDLE:
        return item->side;
    case ADJUST_BRACKET:
        return item->class == CLASS_CLOSE ? item->right : 0;
    case ADJUST_COMMA:
        return item->class == CLASS_COMMA ? item->right : 0;
    case ADJUST_HAN_LATIN:
        return gap_shrink(flat, item);
    case ADJUST_STOP:
        return item->class == CLASS_STOP ? item->right : 0;
    case ADJUST_STEPS:
        break;
    }
    return 0;
}

len adjust_all(const struct flat *flat, const struct flat_item *item)
{
    len shrink =
        item->left + item->right + 2 * item->side + gap_shrink(flat, item);

    return item->class == CLASS_SPACE ? shrink + space_shrink(flat, item)
                                      : shrink;
}

len adjust_widen(const struct flat *flat, const struct flat_item *item)
{
    if (item->class == CLASS_SPACE) {
        len limit = flat->is_chinese ? flat_style(flat, item)->size / 2
                                     : item->advance * 3 / 2;

        return MAX(limit - item->advance, 0);
    }
    /* From 1/4 to 1/3 em. */
    return flat->rules->spacing == SPACING_ELASTIC ? item->gap / 3 : 0;
}
