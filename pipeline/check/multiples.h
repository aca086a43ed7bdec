/*
 * Multiples as sources tell them in Chinese: "2.66 times" is the level, "grew
 * by 1.66 times" what was added to the base; within check/ only.
 */
#ifndef GONGBAO_CHECK_MULTIPLES_H
#define GONGBAO_CHECK_MULTIPLES_H

#include <stdbool.h>

#include "model/dataset.h"

enum multiples {
    MULTIPLES_NONE, /* no multiple is told */
    MULTIPLES_LEVEL,
    MULTIPLES_GROWTH, /* one more than what is printed */
    MULTIPLES_FALL,   /* which has no meaning */
};

/* How a token tells its first multiple, and the figure it prints for it. */
enum multiples multiples_read(const char *token, GString *figure);

/*
 * The level as a multiple of the base that a change of kind times has by its
 * tokens, where they tell it as growth.  NULL: they do not.  The caller frees
 * it.
 */
number *multiples_of_growth(const struct dataset_change *change);

#endif
