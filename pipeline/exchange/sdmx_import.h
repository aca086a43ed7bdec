/*
 * A dataset of SDMX-ML: one that sdmx_export.h wrote comes back as it was;
 * any other is made of a table of observations by a mapping
 * (data/schema/sdmx-mapping.xsd).
 */
#ifndef GONGBAO_EXCHANGE_SDMX_IMPORT_H
#define GONGBAO_EXCHANGE_SDMX_IMPORT_H

#include <stdbool.h>

#include "exchange/exchange.h"

exchange_import import_sdmx;

#endif
