/*
 * The two messages of an exported dataset; within exchange/ only.
 */
#ifndef GONGBAO_EXCHANGE_SDMX_WRITE_H
#define GONGBAO_EXCHANGE_SDMX_WRITE_H

#include "exchange/sdmx_markup.h"

/* The caller frees the results. */
GString *sdmx_write_structure(struct sdmx_markup *sdmx);
GString *sdmx_write_data(struct sdmx_markup *sdmx);

#endif
