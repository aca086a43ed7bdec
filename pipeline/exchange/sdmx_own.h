/*
 * Reading back what sdmx_export.h wrote.
 */
#ifndef GONGBAO_EXCHANGE_SDMX_OWN_H
#define GONGBAO_EXCHANGE_SDMX_OWN_H

#include <glib.h>

struct cube;
struct diag;
struct sdmx_reader;

#include <stdbool.h>

/* True if the definition that was read says that it is an exported dataset. */
bool sdmx_own_is(const struct sdmx_reader *reader);

/*
 * The dataset as XML, in no particular layout, of what the reader has read
 * with keeps_remarks.  NULL: reported; the caller frees it.
 */
GString *sdmx_own_write(const struct sdmx_reader *reader, struct diag *diag);

/* Both at once: reads the two files and writes the dataset. */
GString *sdmx_own_read(
    const char *path, const char *structure, struct diag *diag);

#endif
