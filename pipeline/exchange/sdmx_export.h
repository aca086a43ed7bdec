/*
 * A dataset as SDMX-ML: file 0 is the data, structure-specific and in series,
 * file 1 the structure: data structure definition, concepts and code lists in
 * both languages.  What SDMX has no place for is in annotations, so that
 * sdmx_own.h makes the same dataset of the two.
 */
#ifndef GONGBAO_EXCHANGE_SDMX_EXPORT_H
#define GONGBAO_EXCHANGE_SDMX_EXPORT_H

#include <stdbool.h>

#include "exchange/exchange.h"

exchange_export export_sdmx_2_1;
exchange_export export_sdmx_3_0;

#endif
