/*
 * What a line may take from the blanks of its items, and add to them, in the
 * order of CLReq (C8, C9).
 */
#ifndef GONGBAO_PAGE_ADJUST_H
#define GONGBAO_PAGE_ADJUST_H

#include <stdbool.h>

#include "page/flat.h"

/* Steps of reduction, the first that suffice are taken. */
enum adjust_step {
    ADJUST_LINE_END,  /* the mark that ends the line, where it kept its blank */
    ADJUST_SPACE,     /* word spaces */
    ADJUST_MIDDLE,    /* the sides of interpuncts to nothing */
    ADJUST_BRACKET,   /* full-width brackets and quotes to half an em */
    ADJUST_COMMA,     /* 、 ， ； ： */
    ADJUST_HAN_LATIN, /* the gap from 1/4 to 1/8 em */
    ADJUST_STOP,      /* 。 ？ ！ */
    ADJUST_STEPS,
};

/* What may be taken at a step from the blank on its left, and after it. */
len adjust_left(const struct flat_item *item, enum adjust_step step);
len adjust_after(const struct flat *flat, const struct flat_item *item,
    enum adjust_step step);

/* The same at all steps together. */
len adjust_all(const struct flat *flat, const struct flat_item *item);

/* What a word space and a Han-Latin gap may be widened by. */
len adjust_widen(const struct flat *flat, const struct flat_item *item);

/*
 * Thousandths of an em that two Han characters may be set apart to fill a
 * line.  CLReq has no number for it; from here on the line looks spaced out.
 */
#define ADJUST_LOOSE_MAX 125

/* The same of a blank between words (C9), in English text as in Chinese. */
#define ADJUST_SPACE_MAX 500

/*
 * The same of what two letters of a word are set apart by in an English line
 * whose blanks have reached that: too little for a reader to see.
 */
#define ADJUST_LETTER_MAX 30

#endif
