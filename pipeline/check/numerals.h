/*
 * Figures in running text, in Arabic digits or Chinese numerals; within
 * check/ only.
 */
#ifndef GONGBAO_CHECK_NUMERALS_H
#define GONGBAO_CHECK_NUMERALS_H

#include <stdbool.h>

#include <glib.h>

/* Where the next figure at or behind text begins; NULL: there is none. */
const char *numerals_find(const char *text);

/*
 * Finds the next figure at or behind *text, moves *text behind it and sets
 * figure to its plain digits: "1,234.5" is 1234.5, "十三" is 13, "二〇二四" is
 * 2024.  The words for ten thousand and a hundred million end a figure: they
 * are multipliers.  False: there is no more.
 */
bool numerals_next(const char **text, GString *figure);

/*
 * True if text is one figure in plain digits and nothing else, as nearly all
 * tokens are: there is no word, multiplier or unit to look for.
 */
bool numerals_is_plain(const char *text);

#endif
