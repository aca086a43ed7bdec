/*
 * Labels beside each other that would overlap: moved apart as little as may be.
 */
#ifndef GONGBAO_PAGE_SPREAD_H
#define GONGBAO_PAGE_SPREAD_H

#include "base/len.h"

/*
 * Changes count places, in ascending order, so that each is at least pitch
 * after the one before and all lie from first to last, with the least sum of
 * squared distances.  What has no room goes on beyond last.
 */
void spread(len *places, int count, len pitch, len first, len last);

#endif
