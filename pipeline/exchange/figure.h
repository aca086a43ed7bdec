/*
 * A cell as a plain decimal figure, with the digits that it prints.
 */
#ifndef GONGBAO_EXCHANGE_FIGURE_H
#define GONGBAO_EXCHANGE_FIGURE_H

#include <stdbool.h>

#include <glib.h>

#include "exchange/mapping.h"

enum figure_fault {
    FIGURE_GOOD,
    FIGURE_COMMA,    /* a comma that the mapping does not explain */
    FIGURE_GROUPS,   /* thousands are not parted in threes */
    FIGURE_EXPONENT, /* 1.2E+06: digits are lost */
    FIGURE_PERCENT,  /* a percent sign where the unit is another */
    FIGURE_TEXT,     /* anything else */
};

struct figure {
    GString *text;    /* the figure */
    GPtrArray *flags; /* of struct mapping_flag: what stands beside it */
    bool was_wide;    /* it had full-width characters */
    enum figure_fault fault;
};

void figure_init(struct figure *figure);
void figure_clear(struct figure *figure);

/*
 * Reads a cell without blanks at its ends.  percent is the sign that may stand
 * behind it ("%", or the sign of per mille), NULL: none.  False: see fault.
 */
bool figure_read(struct figure *figure, const struct mapping *mapping,
    const char *text, const char *percent);

#endif
