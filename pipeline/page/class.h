/*
 * What a character is to line composition (CLReq, GB/T 15834-2011), and what
 * each class may not do at the ends of a line.
 */
#ifndef GONGBAO_PAGE_CLASS_H
#define GONGBAO_PAGE_CLASS_H

#include <stdbool.h>
#include <stdint.h>

#include "page/style.h"

enum char_class {
    CLASS_HAN,        /* ideographs and everything else one em wide */
    CLASS_OPEN,       /* full-width: （ 《 “ */
    CLASS_CLOSE,      /* ） 》 ” */
    CLASS_COMMA,      /* 、 ， ； ： */
    CLASS_STOP,       /* 。 ． ？ ！ */
    CLASS_MIDDLE,     /* · */
    CLASS_DASH,       /* — */
    CLASS_ELLIPSIS,   /* … */
    CLASS_CONNECTOR,  /* ～ */
    CLASS_SOLIDUS,    /* / ／ */
    CLASS_RATIO,      /* ∶ */
    CLASS_LATIN,      /* letters, and all that is not named elsewhere */
    CLASS_DIGIT,      /* 0 to 9 */
    CLASS_SIGN,       /* + - − ± before a digit */
    CLASS_PERCENT,    /* % ‰ ℃ ° */
    CLASS_CURRENCY,   /* ￥ ¥ $ # */
    CLASS_PUNCT,      /* Western punctuation */
    CLASS_PUNCT_OPEN, /* ( [ { and proportional quotes */
    CLASS_PUNCT_CLOSE,
    CLASS_QUOTE_OPEN,  /* U+2018, U+201C until the context tells */
    CLASS_QUOTE_CLOSE, /* U+2019, U+201D until the context tells */
    CLASS_SPACE,       /* U+0020: the elastic blank between words */
    CLASS_FIXED_SPACE, /* blanks that keep their width: U+00A0, U+3000 */
    CLASS_BREAK,       /* a line ends here: br */
    CLASS_CONTROL,     /* U+00AD, U+200B, U+2060: seen by the breaks only */
    CLASS_COUNT,
};

/* The class of a character by itself. */
enum char_class class_of(uint32_t character);

/* Composed in the Chinese way: on its em box, without word blanks. */
bool class_is_cjk(enum char_class class);

/* Spaced by a quarter em from a Han character beside it (C7). */
bool class_is_western(enum char_class class);

/* A full-width mark with half an em of blank on its left, on its right. */
bool class_has_left(enum char_class class);
bool class_has_right(enum char_class class);

/* May not begin a line, may not end one, at this level (C1, C2). */
bool class_no_start(enum char_class class, enum style_level level);
bool class_no_end(enum char_class class, enum style_level level);

#endif
