/*
 * The limits of CLReq's adjustments for one item.
 */
#include "page/adjust.h"

static bool is_english(const struct flat *flat)
{
    return flat->lang[0] == 'e';
}

/* In Chinese text to 1/4 em; English text gives a quarter of the space. */
static len space_shrink(const struct flat *flat, const struct flat_item *item)
{
    len limit = is_english(flat) ? item->advance * 3 / 4
                                 : flat_style(flat, item)->size / 4;

    return MAX(item->advance - limit, 0);
}

len adjust_left(const struct flat_item *item, enum adjust_step step)
{
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
    case ADJUST_BRACKET:
        return item->class == CLASS_CLOSE ? item->right : 0;
    case ADJUST_COMMA:
        return item->class == CLASS_COMMA ? item->right : 0;
    case ADJUST_HAN_LATIN:
        return item->gap / 2;
    case ADJUST_STOP:
        return item->class == CLASS_STOP ? item->right : 0;
    case ADJUST_STEPS:
        break;
    }
    return 0;
}

len adjust_all(const struct flat *flat, const struct flat_item *item)
{
    len shrink = item->left + item->right + item->gap / 2;

    return item->class == CLASS_SPACE ? shrink + space_shrink(flat, item)
                                      : shrink;
}

len adjust_widen(const struct flat *flat, const struct flat_item *item)
{
    if (item->class == CLASS_SPACE) {
        len limit = is_english(flat) ? item->advance * 3 / 2
                                     : flat_style(flat, item)->size / 2;

        return MAX(limit - item->advance, 0);
    }
    return item->gap / 3; /* from 1/4 to 1/3 em */
}
