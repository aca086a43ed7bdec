/*
 * Reading back what sdmx_export.h wrote.
 */
#ifndef GONGBAO_EXCHANGE_SDMX_OWN_H
#define GONGBAO_EXCHANGE_SDMX_OWN_H

#include <stdbool.h>

#include <glib.h>

struct sdmx_reader;

/* True if the definition that was read says that it is an exported dataset. */
bool sdmx_own_is(const struct sdmx_reader *reader);

/*
 * The dataset as XML, in no particular layout and not checked, of what the
 * reader has read.  The caller frees it.
 */
GString *sdmx_own_write(const struct sdmx_reader *reader);

#endif
