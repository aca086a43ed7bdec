/*
 * Reading SDMX-ML: data of version 2.1 (generic and structure-specific) and
 * 3.0 (structure-specific), flat or in series, with the structure message that
 * explains them.
 */
#ifndef GONGBAO_EXCHANGE_SDMX_H
#define GONGBAO_EXCHANGE_SDMX_H

struct cube;
struct diag;

/*
 * Reads a data message; structure names the file with its data structure
 * definition, concepts and code lists (NULL: they stand before the data in
 * the same file, or the message is generic and does without).  What was not
 * understood is listed in the cube and not reported yet.  NULL: reported; the
 * caller frees the result.
 */
struct cube *sdmx_read(
    const char *path, const char *structure, struct diag *diag);

#endif
