/*
 * From a table of observations to a dataset, by a mapping
 * (data/schema/sdmx-mapping.xsd).
 */
#ifndef GONGBAO_EXCHANGE_SDMX_MAP_H
#define GONGBAO_EXCHANGE_SDMX_MAP_H

#include <stdbool.h>

#include "exchange/cube.h"
#include "exchange/exchange.h"

/* The cube is sorted.  False: reported. */
bool sdmx_map(struct cube *cube, const struct exchange_request *request,
    struct exchange_files *files, struct diag *diag);

#endif
