/*
 * Periods as tables write them, Chinese or not, in the way of the vocabulary.
 */
#ifndef GONGBAO_EXCHANGE_TIME_H
#define GONGBAO_EXCHANGE_TIME_H

#include <stdbool.h>

#include <glib.h>

#include "model/dataset.h"

/*
 * Reads 2024, 2024-Q3 and all that datasets write; 2024Q3, 2024-M08, 2024/8,
 * 2024/8/15; and in Chinese a year, month, day, half-year or quarter.  out is
 * the period as datasets write it.  False: it is none of these.
 */
bool time_read(const char *text, GString *out);

/* The same period of the year before; the period just before it.  False: it
 * is unknown, or a day.  out is as above. */
bool time_year_before(const struct dataset_period *period, GString *out);
bool time_period_before(const struct dataset_period *period, GString *out);

#endif
