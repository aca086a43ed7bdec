#include "exchange/sdmx_own.h"
GString *sdmx_own_read(const char *path, const char *structure, struct diag *diag){(void)path;(void)structure;(void)diag;return NULL;}
