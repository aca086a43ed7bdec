/*
 * Numbers with what belongs to them: sign, separators, per cent, unit (C12,
 * C13).
 */
#ifndef GONGBAO_PAGE_NUMBER_UNIT_H
#define GONGBAO_PAGE_NUMBER_UNIT_H

struct flat;

/* Marks the characters that no line's end may part from the next one. */
void number_unit_bind(struct flat *flat);

#endif
