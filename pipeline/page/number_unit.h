/*
 * Numbers with what belongs to them: sign, separators, per cent, unit (C12,
 * C13).
 */
#ifndef GONGBAO_PAGE_NUMBER_UNIT_H
#define GONGBAO_PAGE_NUMBER_UNIT_H

#include "base/len.h"

struct flat;

/* Marks the characters that no line's end may part from the next one. */
void number_unit_bind(struct flat *flat);

/*
 * A number with its unit that is longer than that, half the measure, may end a
 * line at its blanks (11.5 | billion); its digits and signs stay together.
 */
void number_unit_release(const struct flat *flat, len longest);

#endif
