/*
 * The numerals of a source document; within check/ only.
 */
#ifndef GONGBAO_CHECK_SCAN_H
#define GONGBAO_CHECK_SCAN_H

#include <stdbool.h>
#include <stddef.h>

#include <glib.h>

struct source_text;

/* What is known of a numeral, the better the higher. */
enum scan_state {
    SCAN_UNKNOWN,
    SCAN_PUBLISHED, /* says when the document was published */
    SCAN_PERIOD,    /* says of when a figure is that is cited on its line */
    SCAN_UNUSED,    /* declared to be none of the dataset */
    SCAN_USED,      /* stands in a cited token */
    SCAN_COUNT
};

/* A numeral: digits, Chinese or Roman numerals, of one line. */
struct scan_numeral {
    int line;
    int col;
    size_t from; /* in the packed text */
    size_t to;
    char *text;      /* with the character behind it, if that is a word */
    char *figure;    /* plain digits */
    gunichar before; /* what stands beside it; 0: a blank, or nothing */
    gunichar after;
    enum scan_state state;
    GString *users;  /* who cites it, or why it is unused; NULL: none */
    bool is_secret;  /* of a confidential observation */
};

/* Of struct scan_numeral, in the order of the document. */
GArray *scan_text(const struct source_text *text);

#endif
