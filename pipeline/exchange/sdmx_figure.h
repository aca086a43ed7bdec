/*
 * The figures of SDMX as datasets write them; within exchange/ only.
 */
#ifndef GONGBAO_EXCHANGE_SDMX_FIGURE_H
#define GONGBAO_EXCHANGE_SDMX_FIGURE_H

struct cube;

/*
 * A plain decimal for what xs:double or xs:decimal allows: "+5", ".5",
 * "1.58E3", "007".  Every digit is kept.  The result is text itself or belongs
 * to the cube; NULL: it is no number, or one of more than 40 characters.
 */
const char *sdmx_figure(struct cube *cube, const char *text);

#endif
