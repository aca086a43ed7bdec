#include "exchange/sdmx_map.h"
bool sdmx_map(struct cube *cube, const struct exchange_request *request,
    struct exchange_files *files, struct diag *diag)
{
    (void)cube;(void)request;(void)files;(void)diag;
    return false;
}
