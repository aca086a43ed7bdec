/*
 * The code lists of exported data that do not come from the dataset; within
 * exchange/ only.
 */
#ifndef GONGBAO_EXCHANGE_SDMX_CODES_H
#define GONGBAO_EXCHANGE_SDMX_CODES_H

#include <stddef.h>

struct sdmx_fixed_code {
    const char *id;
    const char *zh;
    const char *en;
};

struct sdmx_fixed_list {
    const char *id;
    const char *zh;
    const char *en;
    const struct sdmx_fixed_code *codes;
    size_t count;
};

extern const struct sdmx_fixed_list sdmx_fixed_lists[];
extern const size_t sdmx_fixed_list_count;

#endif
